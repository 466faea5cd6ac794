//! Elements of typed arrays that Rust has no type for.

/// A number of 16 bits with a fraction, the element of a `Float16Array`: 11 significant bits, up to 65504.
///
/// It holds bits, and calculates as `f32`, which every value of it fits into. As a number it converts like `f32`.
///
/// ```
/// use napi_core::F16;
///
/// assert_eq!(F16::from_f32(0.1).to_f32(), 0.099975586);
/// assert_eq!(F16::from_bits(0x3c00).to_f32(), 1.0);
/// ```
#[derive(Clone, Copy, Default)]
#[repr(transparent)]
pub struct F16(u16);

impl F16 {
    const SIGN: u16 = 0x8000;
    const INFINITY: u16 = 0x7c00;
    const NAN: u16 = 0x7e00;
    /// Whole numbers of 2^-24 below, and of 2^(e - 10) from here on.
    const LEAST_NORMAL: f64 = 1.0 / 16384.0;
    /// Half a step above the largest number: what rounds to infinity.
    const OVERFLOW: f64 = 65520.0;

    /// The number with these bits, as IEEE 754 lays them out (binary16).
    ///
    /// ```
    /// assert_eq!(napi_core::F16::from_bits(0xc000).to_f32(), -2.0);
    /// ```
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// The bits, as IEEE 754 lays them out (binary16).
    ///
    /// ```
    /// assert_eq!(napi_core::F16::from_f32(-2.0).to_bits(), 0xc000);
    /// ```
    pub const fn to_bits(self) -> u16 {
        self.0
    }

    /// The number nearest to `number`, of two the even one; from 65520 on it is infinity.
    ///
    /// ```
    /// assert_eq!(napi_core::F16::from_f32(1e6).to_f32(), f32::INFINITY);
    /// ```
    pub fn from_f32(number: f32) -> Self {
        Self::from_f64(number.into())
    }

    /// As [`from_f32`](Self::from_f32), rounding once.
    ///
    /// ```
    /// assert_eq!(napi_core::F16::from_f64(1.0 + 1.0 / 2048.0 + 1e-12).to_f64(), 1.0 + 1.0 / 1024.0);
    /// ```
    pub fn from_f64(number: f64) -> Self {
        let sign = if number.is_sign_negative() { Self::SIGN } else { 0 };
        let size = number.abs();
        Self(
            sign | if size.is_nan() {
                Self::NAN
            } else if size >= Self::OVERFLOW {
                Self::INFINITY
            } else if size < Self::LEAST_NORMAL {
                // Up to 1024 steps, which are the bits of the least normal number.
                (size * 16_777_216.0).round_ties_even() as u16
            } else {
                let exponent = (size.to_bits() >> 52) as i32 - 1023;
                // 1024 to 2048 steps; the last of them carries into the exponent.
                let steps = (size * 2_f64.powi(10 - exponent)).round_ties_even() as u16;
                ((exponent + 14) as u16) * 1024 + steps
            },
        )
    }

    /// The same number.
    ///
    /// ```
    /// assert_eq!(napi_core::F16::from_bits(0x7bff).to_f32(), 65504.0);
    /// ```
    pub fn to_f32(self) -> f32 {
        // Exact: 11 significant bits.
        self.to_f64() as f32
    }

    /// The same number.
    ///
    /// ```
    /// assert_eq!(napi_core::F16::from_bits(1).to_f64(), 1.0 / 16777216.0);
    /// ```
    pub fn to_f64(self) -> f64 {
        let (exponent, fraction) = (i32::from(self.0 >> 10 & 31), f64::from(self.0 & 1023));
        let size = match exponent {
            0 => fraction / 16_777_216.0,
            31 if fraction == 0.0 => f64::INFINITY,
            31 => f64::NAN,
            _ => (1024.0 + fraction) * 2_f64.powi(exponent - 25),
        };
        if self.0 & Self::SIGN == 0 { size } else { -size }
    }
}

/// As numbers: 0 and -0 are equal, and NaN is not equal to itself.
impl PartialEq for F16 {
    fn eq(&self, other: &Self) -> bool {
        self.to_f32() == other.to_f32()
    }
}

impl PartialOrd for F16 {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        self.to_f32().partial_cmp(&other.to_f32())
    }
}

impl From<F16> for f32 {
    fn from(number: F16) -> Self {
        number.to_f32()
    }
}

impl From<F16> for f64 {
    fn from(number: F16) -> Self {
        number.to_f64()
    }
}

impl core::fmt::Debug for F16 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Debug::fmt(&self.to_f32(), f)
    }
}

impl core::fmt::Display for F16 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Display::fmt(&self.to_f32(), f)
    }
}

/// The element of a `Uint8ClampedArray`, so that [`TypedArray`](crate::TypedArray) can name that class.
///
/// ```
/// use napi_core::prelude::*;
/// use napi_core::{Clamped, Memory};
///
/// #[export]
/// fn invert(env: &Env<'_>, pixels: TypedArray<'_, Clamped>) -> Result<()> {
///     let inverted: Vec<Clamped> = pixels.to_vec(env)?.iter().map(|channel| Clamped(255 - channel.0)).collect();
///     pixels.copy_from(env, 0, &inverted)
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Clamped(
    /// 0 to 255
    pub u8,
);

#[cfg(test)]
mod tests {
    use super::F16;

    #[test]
    fn every_number_of_16_bits_comes_back() {
        for bits in 0..=u16::MAX {
            let number = F16::from_bits(bits);
            let back = F16::from_f64(number.to_f64());
            if number.to_f64().is_nan() {
                assert!(back.to_f64().is_nan());
            } else {
                assert_eq!(back.to_bits(), bits, "{number}");
                assert_eq!(F16::from_f32(number.to_f32()).to_bits(), bits);
            }
        }
    }

    #[test]
    fn between_two_numbers_the_even_one_is_taken() {
        for bits in 0..0x7bff_u16 {
            let (low, high) = (F16::from_bits(bits).to_f64(), F16::from_bits(bits + 1).to_f64());
            let middle = (low + high) / 2.0;
            assert_eq!(F16::from_f64(middle).to_bits(), bits + (bits & 1));
            assert_eq!(F16::from_f64(-middle).to_bits(), 0x8000 | (bits + (bits & 1)));
            let step = (high - low) / 1024.0;
            assert_eq!(F16::from_f64(middle - step).to_bits(), bits);
            assert_eq!(F16::from_f64(middle + step).to_bits(), bits + 1);
        }
        assert_eq!(F16::from_f64(65519.999).to_bits(), 0x7bff);
        assert_eq!(F16::from_f64(65520.0).to_bits(), 0x7c00);
        assert_eq!(F16::from_f64(f64::NEG_INFINITY).to_bits(), 0xfc00);
        assert_eq!(F16::from_f64(f64::MIN_POSITIVE).to_bits(), 0);
    }
}
