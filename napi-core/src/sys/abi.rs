//! The C types and constants of Node-API, as its headers declare them.
//!
//! `abi_check.rs` holds these declarations against the `napi-sys` crate, so that a slip here is a test failure.
#![allow(non_camel_case_types)]

use core::ffi::{c_char, c_int, c_uint, c_void};

macro_rules! opaque {
    ($($name:ident = $target:ident),* $(,)?) => {$(
        #[repr(C)]
        pub(crate) struct $target { _private: [u8; 0] }
        pub(crate) type $name = *mut $target;
    )*};
}

opaque! {
    napi_env = napi_env__,
    napi_value = napi_value__,
    napi_ref = napi_ref__,
    napi_handle_scope = napi_handle_scope__,
    napi_escapable_handle_scope = napi_escapable_handle_scope__,
    napi_callback_info = napi_callback_info__,
    napi_callback_scope = napi_callback_scope__,
    napi_async_context = napi_async_context__,
    napi_async_cleanup_hook_handle = napi_async_cleanup_hook_handle__,
    napi_async_work = napi_async_work__,
    napi_threadsafe_function = napi_threadsafe_function__,
    uv_loop = uv_loop_s,
    uv_work = uv_work_t,
}

pub(crate) type napi_status = c_int;
pub(crate) type napi_valuetype = c_int;
pub(crate) type napi_typedarray_type = c_int;
pub(crate) type napi_property_attributes = c_int;
pub(crate) type napi_key_collection_mode = c_int;
pub(crate) type napi_key_filter = c_int;
pub(crate) type napi_key_conversion = c_int;
pub(crate) type napi_threadsafe_function_call_mode = c_int;
pub(crate) type napi_threadsafe_function_release_mode = c_int;

pub(crate) type napi_callback = unsafe extern "C" fn(napi_env, napi_callback_info) -> napi_value;
pub(crate) type napi_finalize = unsafe extern "C" fn(napi_env, *mut c_void, *mut c_void);
pub(crate) type napi_cleanup_hook = unsafe extern "C" fn(*mut c_void);
pub(crate) type napi_async_cleanup_hook = unsafe extern "C" fn(napi_async_cleanup_hook_handle, *mut c_void);
pub(crate) type napi_async_execute_callback = unsafe extern "C" fn(napi_env, *mut c_void);
pub(crate) type napi_async_complete_callback = unsafe extern "C" fn(napi_env, napi_status, *mut c_void);
pub(crate) type napi_threadsafe_function_call_js = unsafe extern "C" fn(napi_env, napi_value, *mut c_void, *mut c_void);
pub(crate) type uv_work_cb = unsafe extern "C" fn(uv_work);
pub(crate) type uv_after_work_cb = unsafe extern "C" fn(uv_work, c_int);
pub(crate) type napi_addon_register_func = unsafe extern "C" fn(napi_env, napi_value) -> napi_value;

#[repr(C)]
pub(crate) struct napi_property_descriptor {
    pub(crate) utf8name: *const c_char,
    pub(crate) name: napi_value,
    pub(crate) method: Option<napi_callback>,
    pub(crate) getter: Option<napi_callback>,
    pub(crate) setter: Option<napi_callback>,
    pub(crate) value: napi_value,
    pub(crate) attributes: napi_property_attributes,
    pub(crate) data: *mut c_void,
}

#[repr(C)]
pub(crate) struct napi_node_version {
    pub(crate) major: u32,
    pub(crate) minor: u32,
    pub(crate) patch: u32,
    pub(crate) release: *const c_char,
}

#[repr(C)]
pub(crate) struct napi_module {
    pub(crate) nm_version: c_int,
    pub(crate) nm_flags: c_uint,
    pub(crate) nm_filename: *const c_char,
    pub(crate) nm_register_func: Option<napi_addon_register_func>,
    pub(crate) nm_modname: *const c_char,
    pub(crate) nm_priv: *mut c_void,
    pub(crate) reserved: [*mut c_void; 4],
}

/// `napi_status`.
pub(crate) mod status {
    use super::napi_status;
    pub(crate) const OK: napi_status = 0;
    pub(crate) const NUMBER_EXPECTED: napi_status = 6;
    pub(crate) const BOOLEAN_EXPECTED: napi_status = 7;
    pub(crate) const STRING_EXPECTED: napi_status = 3;
    pub(crate) const GENERIC_FAILURE: napi_status = 9;
    pub(crate) const PENDING_EXCEPTION: napi_status = 10;
    pub(crate) const BIGINT_EXPECTED: napi_status = 17;
    pub(crate) const DATE_EXPECTED: napi_status = 18;
    pub(crate) const DETACHABLE_ARRAYBUFFER_EXPECTED: napi_status = 20;
    /// Not on OpenHarmony, where it is an error of the ark runtimes.
    pub(crate) const NO_EXTERNAL_BUFFERS_ALLOWED: napi_status = 22;
    pub(crate) const CANNOT_RUN_JS: napi_status = 23;
    // OpenHarmony's, from one to the other.
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    pub(crate) const TOO_MANY_RUNTIMES: napi_status = 22;
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    pub(crate) const NO_SUCH_RUNTIME: napi_status = 24;
}

/// `napi_valuetype`.
pub(crate) mod valuetype {
    use super::napi_valuetype;
    pub(crate) const UNDEFINED: napi_valuetype = 0;
    pub(crate) const NULL: napi_valuetype = 1;
    pub(crate) const BOOLEAN: napi_valuetype = 2;
    pub(crate) const NUMBER: napi_valuetype = 3;
    pub(crate) const STRING: napi_valuetype = 4;
    pub(crate) const SYMBOL: napi_valuetype = 5;
    pub(crate) const FUNCTION: napi_valuetype = 7;
    pub(crate) const EXTERNAL: napi_valuetype = 8;
    pub(crate) const BIGINT: napi_valuetype = 9;
}

/// `napi_typedarray_type`.
pub(crate) mod typedarray {
    use super::napi_typedarray_type;
    pub(crate) const INT8: napi_typedarray_type = 0;
    pub(crate) const UINT8: napi_typedarray_type = 1;
    pub(crate) const UINT8_CLAMPED: napi_typedarray_type = 2;
    pub(crate) const INT16: napi_typedarray_type = 3;
    pub(crate) const UINT16: napi_typedarray_type = 4;
    pub(crate) const INT32: napi_typedarray_type = 5;
    pub(crate) const UINT32: napi_typedarray_type = 6;
    pub(crate) const FLOAT32: napi_typedarray_type = 7;
    pub(crate) const FLOAT64: napi_typedarray_type = 8;
    pub(crate) const BIGINT64: napi_typedarray_type = 9;
    pub(crate) const BIGUINT64: napi_typedarray_type = 10;
    /// Where the language has it: Node 24 and newer, Bun, Deno.
    pub(crate) const FLOAT16: napi_typedarray_type = 11;
}

/// `napi_property_attributes`.
pub(crate) mod attributes {
    use super::napi_property_attributes;
    pub(crate) const NONE: napi_property_attributes = 0;
    pub(crate) const WRITABLE: napi_property_attributes = 1;
    pub(crate) const ENUMERABLE: napi_property_attributes = 2;
    pub(crate) const CONFIGURABLE: napi_property_attributes = 4;
    /// What an assignment in JavaScript makes (`napi_default_jsproperty`).
    pub(crate) const ASSIGNED: napi_property_attributes = WRITABLE | ENUMERABLE | CONFIGURABLE;
    /// What the language gives its own properties (`napi_default_method`).
    pub(crate) const HIDDEN: napi_property_attributes = WRITABLE | CONFIGURABLE;
}

/// `napi_key_collection_mode`, `napi_key_filter` and `napi_key_conversion`.
pub(crate) mod keys {
    use super::{napi_key_collection_mode, napi_key_conversion, napi_key_filter};
    pub(crate) const INCLUDE_PROTOTYPES: napi_key_collection_mode = 0;
    pub(crate) const OWN_ONLY: napi_key_collection_mode = 1;
    pub(crate) const ALL: napi_key_filter = 0;
    pub(crate) const ENUMERABLE: napi_key_filter = 1 << 1;
    pub(crate) const SKIP_STRINGS: napi_key_filter = 1 << 3;
    pub(crate) const SKIP_SYMBOLS: napi_key_filter = 1 << 4;
    pub(crate) const KEEP_NUMBERS: napi_key_conversion = 0;
    pub(crate) const NUMBERS_TO_STRINGS: napi_key_conversion = 1;
}

/// `napi_threadsafe_function_call_mode` and `napi_threadsafe_function_release_mode`.
pub(crate) mod threadsafe {
    use super::{napi_threadsafe_function_call_mode, napi_threadsafe_function_release_mode};
    pub(crate) const NONBLOCKING: napi_threadsafe_function_call_mode = 0;
    pub(crate) const ABORT: napi_threadsafe_function_release_mode = 1;
}

/// `uv_req_type` of <uv.h>.
pub(crate) const UV_WORK: c_int = 7;
