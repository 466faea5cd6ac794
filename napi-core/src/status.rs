//! What the host's status codes mean, in words.

use crate::sys::{Failure, OHOS};

impl core::fmt::Display for Failure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} failed: {} (status {})", self.call, meaning(self.status), self.status)
    }
}

/// The meaning of a `napi_status`; 22 to 24 are what the host makes of them.
fn meaning(status: i32) -> &'static str {
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
        // OpenHarmony numbers errors of its ark runtimes from here.
        22..=24 if OHOS => "ark runtime error",
        22 => "external buffers are not allowed",
        23 => "the environment cannot run JavaScript any more",
        _ => "unknown status",
    }
}
