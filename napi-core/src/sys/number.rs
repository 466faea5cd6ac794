//! Numbers in a register.

/// The integer part of `number`, and anything where it has none in `i64`: the caller compares what it made of it with `number`.
///
/// A cast saturates, which takes x86-64 six instructions more than its own conversion, for each argument of each function.
#[inline(always)]
pub(crate) fn truncate(number: f64) -> i64 {
    #[cfg(target_arch = "x86_64")]
    {
        use core::arch::x86_64::{_mm_cvttsd_si64, _mm_set_sd};
        // SAFETY: SSE2, which this takes, is part of x86-64.
        let register = unsafe { _mm_set_sd(number) };
        // SAFETY: as above; out of range it answers `i64::MIN`.
        unsafe { _mm_cvttsd_si64(register) }
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        number as i64
    }
}

#[cfg(test)]
mod tests {
    use super::truncate;

    #[test]
    fn what_comes_back_the_same_was_the_integer() {
        for number in [0.0, -0.0, 1.0, -1.0, 2_147_483_647.0, -2_147_483_648.0, 4_294_967_295.0] {
            assert_eq!(truncate(number) as f64, number);
        }
        for number in [0.5, -0.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300] {
            assert_ne!(truncate(number) as i32 as f64, number, "{number}");
            assert_ne!(truncate(number) as u32 as f64, number, "{number}");
        }
    }
}
