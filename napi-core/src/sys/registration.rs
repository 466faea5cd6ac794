//! How the host comes to know the library.

use core::cell::UnsafeCell;
use std::ffi::CString;
use std::sync::OnceLock;

use super::abi;
use super::host::{HostEnv, HostValue};
use super::imports::{import, optional_import};

/// The Node-API version to declare: what the host supports, from 8 to 10.
///
/// More than the host has crashes Node (10 on 18 and 20, 11 on 22 and later), so the functions that came with a version tell.
pub fn api_version() -> i32 {
    if optional_import!(node_api_create_buffer_from_arraybuffer).is_some() {
        10
    } else if optional_import!(node_api_create_syntax_error).is_some() {
        9
    } else {
        8
    }
}

/// What a constructor has registered. Hosts keep the pointer to it as long as the library is mapped.
struct Registration {
    module: UnsafeCell<abi::napi_module>,
    _name: CString,
}

// SAFETY: it is written once, before the host sees it, and then only the host uses it.
unsafe impl Send for Registration {}
// SAFETY: as for `Send`.
unsafe impl Sync for Registration {}

static REGISTRATION: OnceLock<Registration> = OnceLock::new();

/// Registers the library the way a constructor must: `napi_module_register`, once, before the host looks for anything.
pub(crate) fn register_module(name: CString, init: extern "C" fn(HostEnv, HostValue) -> HostValue) {
    // SAFETY: `HostEnv` and `HostValue` are `repr(transparent)` over the pointers that `napi_addon_register_func` takes.
    let init = unsafe {
        core::mem::transmute::<extern "C" fn(HostEnv, HostValue) -> HostValue, abi::napi_addon_register_func>(init)
    };
    let registration = REGISTRATION.get_or_init(|| Registration {
        module: UnsafeCell::new(abi::napi_module {
            nm_version: 1,
            nm_flags: 0,
            nm_filename: c"".as_ptr(),
            nm_register_func: Some(init),
            nm_modname: name.as_ptr(),
            nm_priv: core::ptr::null_mut(),
            reserved: [core::ptr::null_mut(); 4],
        }),
        _name: name,
    });
    let register = import!(napi_module_register);
    // SAFETY: the registration is a static, and from here on the host's alone.
    unsafe { register(registration.module.get()) };
}
