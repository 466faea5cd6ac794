//! What the host's status codes mean, in words.

use crate::sys::{Failure, OHOS};

impl Failure {
    pub(crate) fn meaning(self) -> &'static str {
        meaning(self.status, OHOS)
    }
}

impl core::fmt::Display for Failure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} failed: {} (status {})", self.call, self.meaning(), self.status)
    }
}

/// The meaning of a `napi_status`; 22 to 24 are what the host makes of them.
fn meaning(status: i32, openharmony: bool) -> &'static str {
    match status {
        1 => "invalid argument",
        2 => "object expected",
        3 => "string expected",
        4 => "name expected",
        5 => "function expected",
        6 => "number expected",
        7 => "boolean expected",
        8 => "array expected",
        9 => "the host gave no reason",
        10 => "an exception is pending",
        11 => "cancelled",
        12 => "a handle was escaped twice",
        13 => "handle scopes closed out of order",
        14 => "callback scopes closed out of order",
        15 => "queue full",
        16 => "closing",
        17 => "bigint expected",
        18 => "date expected",
        19 => "ArrayBuffer expected",
        20 => "detachable ArrayBuffer expected",
        21 => "would deadlock",
        22 if openharmony => "there are as many ark runtimes as the process may have",
        23 if openharmony => "this thread has an ark runtime already",
        24 if openharmony => "this thread has no ark runtime",
        22 => "external buffers are not allowed",
        23 => "the environment cannot run JavaScript any more",
        _ => "unknown status",
    }
}

#[cfg(test)]
mod tests {
    use super::meaning;

    #[test]
    fn what_only_one_host_means() {
        let of = |openharmony| [22, 23, 24].map(|status| meaning(status, openharmony));
        let node =
            ["external buffers are not allowed", "the environment cannot run JavaScript any more", "unknown status"];
        assert_eq!(of(false), node);
        let openharmony = [
            "there are as many ark runtimes as the process may have",
            "this thread has an ark runtime already",
            "this thread has no ark runtime",
        ];
        assert_eq!(of(true), openharmony);
        assert!((0..22).all(|status| meaning(status, true) == meaning(status, false)));
    }
}
