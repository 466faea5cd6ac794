//! The system's log.

use core::ffi::{CStr, c_char, c_int, c_uint};

/// `LogLevel` of <hilog/log.h>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub(crate) enum HilogLevel {
    Debug = 3,
    Info = 4,
    Warn = 5,
    Error = 6,
}

/// `LOG_APP`: what an application may write to.
const APP: c_int = 0;

// Linked, as the guides for C++ do, and not looked up: the development kit has it at link time, and an application's linker
// namespace at run time. It is there from API level 8 on.
#[link(name = "hilog_ndk.z")]
unsafe extern "C" {
    fn OH_LOG_Print(kind: c_int, level: c_int, domain: c_uint, tag: *const c_char, format: *const c_char, ...)
    -> c_int;
    fn OH_LOG_IsLoggable(domain: c_uint, tag: *const c_char, level: c_int) -> bool;
}

/// Writes one message. The format is a constant: what is in the message is never read as one, and is not hidden as private.
pub(crate) fn hilog(level: HilogLevel, domain: u16, tag: &CStr, message: &CStr) {
    let format: *const c_char = c"%{public}s".as_ptr();
    // SAFETY: the three strings are NUL-terminated and live for the call, and the format takes one string.
    unsafe { OH_LOG_Print(APP, level as c_int, domain.into(), tag.as_ptr(), format, message.as_ptr()) };
}

/// Whether the system keeps messages of this level.
pub(crate) fn is_loggable(level: HilogLevel, domain: u16, tag: &CStr) -> bool {
    // SAFETY: the tag is NUL-terminated and lives for the call.
    unsafe { OH_LOG_IsLoggable(domain.into(), tag.as_ptr(), level as c_int) }
}
