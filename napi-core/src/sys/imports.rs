//! The table of addresses through which every function of the host is called.
//!
//! A table instead of imports by name, because it answers three questions at once: a test binary of a user's crate links
//! without a host, a function the host lacks reads as absent instead of failing the load, and on Windows and macOS no
//! import library is needed. On ELF the dynamic linker fills it; elsewhere [`load`] does, once, when the library is registered.
//! A call through it costs what a call through the procedure linkage table costs.

use core::ffi::{c_char, c_int, c_void};

use super::abi::*;

macro_rules! imports {
    (
        required { $(fn $name:ident($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty;)* }
        optional { $(fn $oname:ident($($oarg:ident: $oty:ty),* $(,)?) -> $oret:ty;)* }
        libuv { $(fn $uname:ident($($uarg:ident: $uty:ty),* $(,)?) -> $uret:ty;)* }
    ) => {
        #[repr(C)]
        pub(super) struct Imports {
            $(pub(super) $name: unsafe extern "C" fn($($arg: $ty),*) -> $ret,)*
            $(pub(super) $oname: Option<unsafe extern "C" fn($($oarg: $oty),*) -> $oret>,)*
            $(pub(super) $uname: Option<unsafe extern "C" fn($($uarg: $uty),*) -> $uret>,)*
        }

        /// The name of each function, its type here, and its type in the `napi-sys` crate.
        #[cfg(test)]
        pub(super) fn signatures() -> Vec<(&'static str, &'static str, &'static str)> {
            use super::abi_check::returned_type;
            vec![
                $((
                    stringify!($name),
                    core::any::type_name::<unsafe extern "C" fn($($ty),*) -> $ret>(),
                    returned_type(|| napi_sys::$name as unsafe extern "C" fn($(inferred!($arg)),*) -> _),
                ),)*
                $((
                    stringify!($oname),
                    core::any::type_name::<unsafe extern "C" fn($($oty),*) -> $oret>(),
                    returned_type(|| napi_sys::$oname as unsafe extern "C" fn($(inferred!($oarg)),*) -> _),
                ),)*
            ]
        }

        /// The names of the required functions, each with a comma behind it: a list of them would be relocations in each addon.
        const REQUIRED: &str = concat!($(stringify!($name), ","),*);

        #[cfg(not(all(unix, not(target_vendor = "apple"))))]
        const NAMES: &[&core::ffi::CStr] = &[
            $(match core::ffi::CStr::from_bytes_with_nul(concat!(stringify!($name), "\0").as_bytes()) { Ok(name) => name, Err(_) => c"" },)*
            $(match core::ffi::CStr::from_bytes_with_nul(concat!(stringify!($oname), "\0").as_bytes()) { Ok(name) => name, Err(_) => c"" },)*
            $(match core::ffi::CStr::from_bytes_with_nul(concat!(stringify!($uname), "\0").as_bytes()) { Ok(name) => name, Err(_) => c"" },)*
        ];

        #[cfg(all(unix, not(target_vendor = "apple")))]
        core::arch::global_asm!(
            ".pushsection .data.rel.ro.napi_core_imports,\"aw\",%progbits",
            concat!(".balign ", pointer_bytes!()),
            concat!(".globl ", table_symbol!("napi_core_imports_")),
            concat!(".hidden ", table_symbol!("napi_core_imports_")),
            concat!(table_symbol!("napi_core_imports_"), ":"),
            $(
                required!($name),
                concat!(pointer_directive!(), " ", stringify!($name)),
            )*
            $(
                concat!(".weak ", stringify!($oname)),
                concat!(pointer_directive!(), " ", stringify!($oname)),
            )*
            $(
                required!($uname),
                concat!(pointer_directive!(), " ", stringify!($uname)),
            )*
            ".popsection",
        );
    };
}

/// OpenHarmony's libraries have to be named by ours, and the linker names only those that something strong is imported from;
/// tests of a user's crate do not run there.
#[cfg(all(unix, not(target_vendor = "apple"), any(target_env = "ohos", napi_core_ohos)))]
macro_rules! required {
    ($name:ident) => {
        ""
    };
}
#[cfg(all(unix, not(target_vendor = "apple"), not(any(target_env = "ohos", napi_core_ohos))))]
macro_rules! required {
    ($name:ident) => {
        concat!(".weak ", stringify!($name))
    };
}

#[cfg(any(target_env = "ohos", napi_core_ohos))]
#[link(name = "ace_napi.z")]
#[link(name = "uv")]
unsafe extern "C" {}

#[cfg(test)]
macro_rules! inferred {
    ($argument:ident) => {
        _
    };
}

imports! {
    required {
        fn napi_add_env_cleanup_hook(env: napi_env, fun: napi_cleanup_hook, arg: *mut c_void) -> napi_status;
        fn napi_add_finalizer(env: napi_env, object: napi_value, data: *mut c_void, finalize: napi_finalize, hint: *mut c_void, result: *mut napi_ref) -> napi_status;
        fn napi_call_function(env: napi_env, recv: napi_value, func: napi_value, argc: usize, argv: *const napi_value, result: *mut napi_value) -> napi_status;
        fn napi_call_threadsafe_function(func: napi_threadsafe_function, data: *mut c_void, mode: napi_threadsafe_function_call_mode) -> napi_status;
        fn napi_cancel_async_work(env: napi_env, work: napi_async_work) -> napi_status;
        fn napi_close_escapable_handle_scope(env: napi_env, scope: napi_escapable_handle_scope) -> napi_status;
        fn napi_close_handle_scope(env: napi_env, scope: napi_handle_scope) -> napi_status;
        fn napi_coerce_to_string(env: napi_env, value: napi_value, result: *mut napi_value) -> napi_status;
        fn napi_create_array_with_length(env: napi_env, length: usize, result: *mut napi_value) -> napi_status;
        fn napi_create_arraybuffer(env: napi_env, byte_length: usize, data: *mut *mut c_void, result: *mut napi_value) -> napi_status;
        fn napi_create_async_work(env: napi_env, async_resource: napi_value, async_resource_name: napi_value, execute: napi_async_execute_callback, complete: napi_async_complete_callback, data: *mut c_void, result: *mut napi_async_work) -> napi_status;
        fn napi_create_bigint_int64(env: napi_env, value: i64, result: *mut napi_value) -> napi_status;
        fn napi_create_bigint_uint64(env: napi_env, value: u64, result: *mut napi_value) -> napi_status;
        fn napi_create_bigint_words(env: napi_env, sign_bit: c_int, word_count: usize, words: *const u64, result: *mut napi_value) -> napi_status;
        fn napi_create_buffer(env: napi_env, length: usize, data: *mut *mut c_void, result: *mut napi_value) -> napi_status;
        fn napi_create_dataview(env: napi_env, length: usize, arraybuffer: napi_value, byte_offset: usize, result: *mut napi_value) -> napi_status;
        fn napi_create_date(env: napi_env, time: f64, result: *mut napi_value) -> napi_status;
        fn napi_create_double(env: napi_env, value: f64, result: *mut napi_value) -> napi_status;
        fn napi_create_error(env: napi_env, code: napi_value, msg: napi_value, result: *mut napi_value) -> napi_status;
        fn napi_create_external(env: napi_env, data: *mut c_void, finalize: Option<napi_finalize>, hint: *mut c_void, result: *mut napi_value) -> napi_status;
        fn napi_create_external_arraybuffer(env: napi_env, external_data: *mut c_void, byte_length: usize, finalize: Option<napi_finalize>, hint: *mut c_void, result: *mut napi_value) -> napi_status;
        fn napi_create_external_buffer(env: napi_env, length: usize, data: *mut c_void, finalize: Option<napi_finalize>, hint: *mut c_void, result: *mut napi_value) -> napi_status;
        fn napi_create_function(env: napi_env, utf8name: *const c_char, length: usize, cb: napi_callback, data: *mut c_void, result: *mut napi_value) -> napi_status;
        fn napi_create_int32(env: napi_env, value: i32, result: *mut napi_value) -> napi_status;
        fn napi_create_object(env: napi_env, result: *mut napi_value) -> napi_status;
        fn napi_create_range_error(env: napi_env, code: napi_value, msg: napi_value, result: *mut napi_value) -> napi_status;
        fn napi_create_reference(env: napi_env, value: napi_value, initial_refcount: u32, result: *mut napi_ref) -> napi_status;
        fn napi_create_string_latin1(env: napi_env, str: *const c_char, length: usize, result: *mut napi_value) -> napi_status;
        fn napi_create_string_utf16(env: napi_env, str: *const u16, length: usize, result: *mut napi_value) -> napi_status;
        fn napi_create_string_utf8(env: napi_env, str: *const c_char, length: usize, result: *mut napi_value) -> napi_status;
        fn napi_create_symbol(env: napi_env, description: napi_value, result: *mut napi_value) -> napi_status;
        fn napi_create_threadsafe_function(env: napi_env, func: napi_value, async_resource: napi_value, async_resource_name: napi_value, max_queue_size: usize, initial_thread_count: usize, thread_finalize_data: *mut c_void, thread_finalize_cb: Option<napi_finalize>, context: *mut c_void, call_js_cb: napi_threadsafe_function_call_js, result: *mut napi_threadsafe_function) -> napi_status;
        fn napi_create_type_error(env: napi_env, code: napi_value, msg: napi_value, result: *mut napi_value) -> napi_status;
        fn napi_create_typedarray(env: napi_env, kind: napi_typedarray_type, length: usize, arraybuffer: napi_value, byte_offset: usize, result: *mut napi_value) -> napi_status;
        fn napi_create_uint32(env: napi_env, value: u32, result: *mut napi_value) -> napi_status;
        fn napi_define_class(env: napi_env, utf8name: *const c_char, length: usize, constructor: napi_callback, data: *mut c_void, property_count: usize, properties: *const napi_property_descriptor, result: *mut napi_value) -> napi_status;
        fn napi_define_properties(env: napi_env, object: napi_value, count: usize, properties: *const napi_property_descriptor) -> napi_status;
        fn napi_delete_async_work(env: napi_env, work: napi_async_work) -> napi_status;
        fn napi_delete_property(env: napi_env, object: napi_value, key: napi_value, result: *mut bool) -> napi_status;
        fn napi_delete_reference(env: napi_env, reference: napi_ref) -> napi_status;
        fn napi_detach_arraybuffer(env: napi_env, arraybuffer: napi_value) -> napi_status;
        fn napi_escape_handle(env: napi_env, scope: napi_escapable_handle_scope, escapee: napi_value, result: *mut napi_value) -> napi_status;
        fn napi_get_all_property_names(env: napi_env, object: napi_value, mode: napi_key_collection_mode, filter: napi_key_filter, conversion: napi_key_conversion, result: *mut napi_value) -> napi_status;
        fn napi_get_and_clear_last_exception(env: napi_env, result: *mut napi_value) -> napi_status;
        fn napi_get_array_length(env: napi_env, value: napi_value, result: *mut u32) -> napi_status;
        fn napi_get_arraybuffer_info(env: napi_env, arraybuffer: napi_value, data: *mut *mut c_void, byte_length: *mut usize) -> napi_status;
        fn napi_get_boolean(env: napi_env, value: bool, result: *mut napi_value) -> napi_status;
        fn napi_get_cb_info(env: napi_env, info: napi_callback_info, argc: *mut usize, argv: *mut napi_value, this: *mut napi_value, data: *mut *mut c_void) -> napi_status;
        fn napi_get_dataview_info(env: napi_env, dataview: napi_value, byte_length: *mut usize, data: *mut *mut c_void, arraybuffer: *mut napi_value, byte_offset: *mut usize) -> napi_status;
        fn napi_get_date_value(env: napi_env, value: napi_value, result: *mut f64) -> napi_status;
        fn napi_get_element(env: napi_env, object: napi_value, index: u32, result: *mut napi_value) -> napi_status;
        fn napi_get_global(env: napi_env, result: *mut napi_value) -> napi_status;
        fn napi_get_named_property(env: napi_env, object: napi_value, utf8name: *const c_char, result: *mut napi_value) -> napi_status;
        fn napi_get_new_target(env: napi_env, info: napi_callback_info, result: *mut napi_value) -> napi_status;
        fn napi_get_null(env: napi_env, result: *mut napi_value) -> napi_status;
        fn napi_get_property(env: napi_env, object: napi_value, key: napi_value, result: *mut napi_value) -> napi_status;
        fn napi_get_reference_value(env: napi_env, reference: napi_ref, result: *mut napi_value) -> napi_status;
        fn napi_get_typedarray_info(env: napi_env, typedarray: napi_value, kind: *mut napi_typedarray_type, length: *mut usize, data: *mut *mut c_void, arraybuffer: *mut napi_value, byte_offset: *mut usize) -> napi_status;
        fn napi_get_undefined(env: napi_env, result: *mut napi_value) -> napi_status;
        fn napi_get_value_bigint_int64(env: napi_env, value: napi_value, result: *mut i64, lossless: *mut bool) -> napi_status;
        fn napi_get_value_bigint_uint64(env: napi_env, value: napi_value, result: *mut u64, lossless: *mut bool) -> napi_status;
        fn napi_get_value_bigint_words(env: napi_env, value: napi_value, sign_bit: *mut c_int, word_count: *mut usize, words: *mut u64) -> napi_status;
        fn napi_get_value_bool(env: napi_env, value: napi_value, result: *mut bool) -> napi_status;
        fn napi_get_value_double(env: napi_env, value: napi_value, result: *mut f64) -> napi_status;
        fn napi_get_value_external(env: napi_env, value: napi_value, result: *mut *mut c_void) -> napi_status;
        fn napi_get_value_string_latin1(env: napi_env, value: napi_value, buf: *mut c_char, bufsize: usize, result: *mut usize) -> napi_status;
        fn napi_get_value_string_utf16(env: napi_env, value: napi_value, buf: *mut u16, bufsize: usize, result: *mut usize) -> napi_status;
        fn napi_get_value_string_utf8(env: napi_env, value: napi_value, buf: *mut c_char, bufsize: usize, result: *mut usize) -> napi_status;
        fn napi_has_own_property(env: napi_env, object: napi_value, key: napi_value, result: *mut bool) -> napi_status;
        fn napi_has_property(env: napi_env, object: napi_value, key: napi_value, result: *mut bool) -> napi_status;
        fn napi_instanceof(env: napi_env, object: napi_value, constructor: napi_value, result: *mut bool) -> napi_status;
        fn napi_is_array(env: napi_env, value: napi_value, result: *mut bool) -> napi_status;
        fn napi_is_arraybuffer(env: napi_env, value: napi_value, result: *mut bool) -> napi_status;
        fn napi_is_dataview(env: napi_env, value: napi_value, result: *mut bool) -> napi_status;
        fn napi_is_date(env: napi_env, value: napi_value, result: *mut bool) -> napi_status;
        fn napi_is_detached_arraybuffer(env: napi_env, value: napi_value, result: *mut bool) -> napi_status;
        fn napi_is_error(env: napi_env, value: napi_value, result: *mut bool) -> napi_status;
        fn napi_is_exception_pending(env: napi_env, result: *mut bool) -> napi_status;
        fn napi_is_promise(env: napi_env, value: napi_value, result: *mut bool) -> napi_status;
        fn napi_is_typedarray(env: napi_env, value: napi_value, result: *mut bool) -> napi_status;
        fn napi_module_register(module: *mut napi_module) -> ();
        fn napi_new_instance(env: napi_env, constructor: napi_value, argc: usize, argv: *const napi_value, result: *mut napi_value) -> napi_status;
        fn napi_object_freeze(env: napi_env, object: napi_value) -> napi_status;
        fn napi_object_seal(env: napi_env, object: napi_value) -> napi_status;
        fn napi_open_escapable_handle_scope(env: napi_env, result: *mut napi_escapable_handle_scope) -> napi_status;
        fn napi_open_handle_scope(env: napi_env, result: *mut napi_handle_scope) -> napi_status;
        fn napi_queue_async_work(env: napi_env, work: napi_async_work) -> napi_status;
        fn napi_ref_threadsafe_function(env: napi_env, func: napi_threadsafe_function) -> napi_status;
        fn napi_reference_ref(env: napi_env, reference: napi_ref, result: *mut u32) -> napi_status;
        fn napi_reference_unref(env: napi_env, reference: napi_ref, result: *mut u32) -> napi_status;
        fn napi_release_threadsafe_function(func: napi_threadsafe_function, mode: napi_threadsafe_function_release_mode) -> napi_status;
        fn napi_remove_env_cleanup_hook(env: napi_env, fun: napi_cleanup_hook, arg: *mut c_void) -> napi_status;
        fn napi_run_script(env: napi_env, script: napi_value, result: *mut napi_value) -> napi_status;
        fn napi_set_element(env: napi_env, object: napi_value, index: u32, value: napi_value) -> napi_status;
        fn napi_set_named_property(env: napi_env, object: napi_value, utf8name: *const c_char, value: napi_value) -> napi_status;
        fn napi_set_property(env: napi_env, object: napi_value, key: napi_value, value: napi_value) -> napi_status;
        fn napi_strict_equals(env: napi_env, lhs: napi_value, rhs: napi_value, result: *mut bool) -> napi_status;
        fn napi_throw(env: napi_env, error: napi_value) -> napi_status;
        fn napi_throw_range_error(env: napi_env, code: *const c_char, msg: *const c_char) -> napi_status;
        fn napi_throw_type_error(env: napi_env, code: *const c_char, msg: *const c_char) -> napi_status;
        fn napi_typeof(env: napi_env, value: napi_value, result: *mut napi_valuetype) -> napi_status;
        fn napi_unref_threadsafe_function(env: napi_env, func: napi_threadsafe_function) -> napi_status;
        fn napi_unwrap(env: napi_env, object: napi_value, result: *mut *mut c_void) -> napi_status;
        fn napi_wrap(env: napi_env, object: napi_value, native: *mut c_void, finalize: Option<napi_finalize>, hint: *mut c_void, result: *mut napi_ref) -> napi_status;
    }
    optional {
        // Not on OpenHarmony (all API levels so far).
        fn napi_adjust_external_memory(env: napi_env, change_in_bytes: i64, adjusted_value: *mut i64) -> napi_status;
        // Used where libuv is whole, and absent on no host that has it.
        fn napi_add_async_cleanup_hook(env: napi_env, hook: napi_async_cleanup_hook, arg: *mut c_void, remove_handle: *mut napi_async_cleanup_hook_handle) -> napi_status;
        fn napi_async_destroy(env: napi_env, async_context: napi_async_context) -> napi_status;
        fn napi_async_init(env: napi_env, async_resource: napi_value, async_resource_name: napi_value, result: *mut napi_async_context) -> napi_status;
        fn napi_close_callback_scope(env: napi_env, scope: napi_callback_scope) -> napi_status;
        fn napi_get_uv_event_loop(env: napi_env, uv_loop: *mut uv_loop) -> napi_status;
        fn napi_open_callback_scope(env: napi_env, resource_object: napi_value, context: napi_async_context, result: *mut napi_callback_scope) -> napi_status;
        fn napi_remove_async_cleanup_hook(remove_handle: napi_async_cleanup_hook_handle) -> napi_status;
        // Asked by those alone who can do without the answer.
        fn napi_get_node_version(env: napi_env, result: *mut *const napi_node_version) -> napi_status;
        // OpenHarmony: API level 12.
        fn napi_fatal_exception(env: napi_env, err: napi_value) -> napi_status;
        // Node-API 9.
        fn node_api_create_syntax_error(env: napi_env, code: napi_value, msg: napi_value, result: *mut napi_value) -> napi_status;
        fn node_api_symbol_for(env: napi_env, utf8description: *const c_char, length: usize, result: *mut napi_value) -> napi_status;
        // Node-API 10; Node 20 has them too, as what is experimental.
        fn node_api_create_external_string_latin1(env: napi_env, str: *const c_char, length: usize, finalize: napi_finalize, hint: *mut c_void, result: *mut napi_value, copied: *mut bool) -> napi_status;
        fn node_api_create_external_string_utf16(env: napi_env, str: *const u16, length: usize, finalize: napi_finalize, hint: *mut c_void, result: *mut napi_value, copied: *mut bool) -> napi_status;
        // Bun, and Node 24; no version of Node-API has it.
        fn node_api_create_object_with_properties(env: napi_env, prototype_or_null: napi_value, property_names: *const napi_value, property_values: *const napi_value, property_count: usize, result: *mut napi_value) -> napi_status;
        // Node-API 10.
        fn node_api_create_buffer_from_arraybuffer(env: napi_env, arraybuffer: napi_value, byte_offset: usize, byte_length: usize, result: *mut napi_value) -> napi_status;
    }
    libuv {
        fn uv_cancel(request: uv_work) -> c_int;
        fn uv_queue_work(event_loop: uv_loop, request: uv_work, work: uv_work_cb, after: uv_after_work_cb) -> c_int;
        fn uv_req_size(kind: c_int) -> usize;
    }
}

#[cfg(all(unix, not(target_vendor = "apple")))]
mod table {
    use super::Imports;

    unsafe extern "C" {
        #[link_name = table_symbol!("napi_core_imports_")]
        static TABLE: Imports;
    }

    pub(super) fn address() -> *const Imports {
        &raw const TABLE
    }

    /// The dynamic linker has filled the table before any code of this library ran.
    pub(super) fn fill() {}
}

#[cfg(not(all(unix, not(target_vendor = "apple"))))]
mod table {
    use core::cell::UnsafeCell;
    use core::ffi::{CStr, c_void};
    use core::mem::MaybeUninit;
    use std::sync::Once;

    use super::{Imports, NAMES};

    struct Table(UnsafeCell<MaybeUninit<Imports>>);
    // SAFETY: written once, under `FILLED`, before the host can call anything that reads it.
    unsafe impl Sync for Table {}

    static TABLE: Table = Table(UnsafeCell::new(MaybeUninit::zeroed()));
    static FILLED: Once = Once::new();

    pub(super) fn address() -> *const Imports {
        TABLE.0.get().cast()
    }

    pub(super) fn fill() {
        FILLED.call_once(|| {
            let slots: *mut *mut c_void = TABLE.0.get().cast();
            for (index, name) in NAMES.iter().enumerate() {
                // SAFETY: `Imports` is `repr(C)` and has one pointer for each of `NAMES`, in their order.
                let slot = unsafe { slots.add(index) };
                let found = lookup(name);
                // SAFETY: `slot` lies inside the table, which nobody else touches inside this `Once`.
                unsafe { slot.write(found) };
            }
        });
    }

    #[cfg(unix)]
    fn lookup(name: &CStr) -> *mut c_void {
        unsafe extern "C" {
            fn dlsym(handle: *mut c_void, name: *const core::ffi::c_char) -> *mut c_void;
        }
        // <dlfcn.h> of macOS: search every image of the process, the host first.
        const RTLD_DEFAULT: *mut c_void = -2_isize as *mut c_void;
        // SAFETY: `name` is NUL-terminated; `RTLD_DEFAULT` is a handle that is always valid.
        unsafe { dlsym(RTLD_DEFAULT, name.as_ptr()) }
    }

    #[cfg(windows)]
    fn lookup(name: &CStr) -> *mut c_void {
        use core::ffi::c_char;
        unsafe extern "system" {
            fn GetModuleHandleA(name: *const c_char) -> *mut c_void;
            fn GetProcAddress(module: *mut c_void, name: *const c_char) -> *mut c_void;
        }
        // The host exports Node-API from its own executable, which `null` names.
        // SAFETY: a null name is what asks for the executable's own module.
        let host = unsafe { GetModuleHandleA(core::ptr::null()) };
        // SAFETY: `host` is a loaded module and `name` is NUL-terminated.
        unsafe { GetProcAddress(host, name.as_ptr()) }
    }

    #[cfg(not(any(unix, windows)))]
    fn lookup(_name: &CStr) -> *mut c_void {
        core::ptr::null_mut()
    }
}

/// Fills the table where the dynamic linker does not, and names the required functions that this host lacks.
pub(crate) fn load() -> Result<(), Vec<&'static str>> {
    table::fill();
    let slots: *const *const c_void = table::address().cast();
    let missing: Vec<_> = (REQUIRED.split_terminator(',').enumerate())
        .filter(|&(index, _)| {
            // SAFETY: `Imports` is `repr(C)` and begins with one pointer for each of `REQUIRED`.
            let slot = unsafe { slots.add(index) };
            // SAFETY: `slot` lies in the table; volatile, because an address of a function is never null to the optimiser.
            unsafe { slot.read_volatile() }.is_null()
        })
        .map(|(_, name)| name)
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(missing) }
}

/// Reads a required function of the table.
///
/// # Safety
/// [`load`] has found every required function: true wherever an environment exists.
macro_rules! import {
    ($name:ident) => {{
        let table = $crate::sys::imports::address();
        // SAFETY: the table is a static; only the address of the field is taken.
        let slot = unsafe { &raw const (*table).$name };
        // SAFETY: `load` refuses to register the library unless each required function was found.
        unsafe { slot.read() }
    }};
}
pub(super) use import;

pub(super) fn address() -> *const Imports {
    table::address()
}

/// Reads an optional function of the table.
macro_rules! optional_import {
    ($name:ident) => {{
        let table = $crate::sys::imports::address();
        // SAFETY: the table is a static; only the address of the field is taken.
        let slot = unsafe { &raw const (*table).$name };
        // SAFETY: an absent function is a null pointer, which is `None`. Volatile, because the optimiser must not
        // conclude from the symbol's declaration that it is there.
        unsafe { slot.read_volatile() }
    }};
}
pub(super) use optional_import;
