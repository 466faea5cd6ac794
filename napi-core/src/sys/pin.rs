//! Keeping the library mapped.

/// Keeps this library mapped until the process ends.
///
/// Hosts unload it when its last environment ends. But the standard library leaves destructors of thread-locals with the
/// C library, which calls them when the thread of a worker ends, and that is later (a crash on Node 20 to 26); and a
/// thread of the user's may still be in its code.
pub(crate) fn pin() {
    imp::pin();
}

#[cfg(unix)]
mod imp {
    use core::ffi::{c_char, c_int, c_void};
    use core::mem::MaybeUninit;

    /// `Dl_info`
    #[repr(C)]
    struct Info {
        file: *const c_char,
        base: *mut c_void,
        symbol: *const c_char,
        address: *mut c_void,
    }

    unsafe extern "C" {
        fn dladdr(address: *const c_void, info: *mut Info) -> c_int;
        fn dlopen(file: *const c_char, flags: c_int) -> *mut c_void;
    }

    const LAZY: c_int = 1;
    #[cfg(target_vendor = "apple")]
    const NO_LOAD_NO_DELETE: c_int = 0x10 | 0x80;
    #[cfg(any(target_os = "freebsd", target_os = "dragonfly"))]
    const NO_LOAD_NO_DELETE: c_int = 0x2000 | 0x1000;
    // glibc, musl and bionic agree.
    #[cfg(not(any(target_vendor = "apple", target_os = "freebsd", target_os = "dragonfly")))]
    const NO_LOAD_NO_DELETE: c_int = 4 | 0x1000;

    pub(super) fn pin() {
        let mut info = MaybeUninit::<Info>::zeroed();
        let ours = (&raw const HERE).cast();
        // SAFETY: `info` is writable, and any address may be asked about.
        let found = unsafe { dladdr(ours, info.as_mut_ptr()) };
        // SAFETY: zeroed, its four pointers are valid values.
        let info = unsafe { info.assume_init() };
        if found != 0 && !info.file.is_null() {
            // SAFETY: the file is that of a mapped library, which is not loaded again; its handle is kept for ever.
            unsafe { dlopen(info.file, LAZY | NO_LOAD_NO_DELETE) };
        }
    }

    /// Something with an address in this library.
    static HERE: u8 = 0;
}

#[cfg(windows)]
mod imp {
    use core::ffi::{c_char, c_void};

    unsafe extern "system" {
        fn GetModuleHandleExA(flags: u32, address: *const c_char, module: *mut *mut c_void) -> i32;
    }

    const PIN: u32 = 1;
    const FROM_ADDRESS: u32 = 4;

    pub(super) fn pin() {
        let mut module = core::ptr::null_mut();
        // SAFETY: with `FROM_ADDRESS` the name is any address in the module, and `module` is writable.
        unsafe { GetModuleHandleExA(PIN | FROM_ADDRESS, (&raw const HERE).cast(), &raw mut module) };
    }

    /// Something with an address in this library.
    static HERE: u8 = 0;
}

#[cfg(not(any(unix, windows)))]
mod imp {
    pub(super) fn pin() {}
}
