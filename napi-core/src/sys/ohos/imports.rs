//! The table of addresses of what only OpenHarmony exports. As in `sys/imports.rs` the dynamic linker fills it; here every
//! import is weak, and reads as null on a system whose API level is below the function's.

use core::ffi::{c_char, c_int, c_void};

use crate::sys::abi::*;

macro_rules! imports {
    ($($level:literal { $(fn $name:ident($($arg:ident: $ty:ty),* $(,)?);)* })*) => {
        #[repr(C)]
        pub(in crate::sys) struct OhosImports {
            $($(pub(in crate::sys) $name: Option<unsafe extern "C" fn($($ty),*) -> napi_status>,)*)*
        }

        /// The API level at which each function appeared.
        #[allow(non_upper_case_globals, reason = "named as the functions are")]
        pub(in crate::sys) mod level {
            $($(pub(in crate::sys) const $name: u32 = $level;)*)*
        }

        /// The name and the level of each function.
        #[cfg(test)]
        pub(super) const LEVELS: &[(&str, u32)] = &[$($((stringify!($name), $level),)*)*];

        core::arch::global_asm!(
            ".pushsection .data.rel.ro.napi_core_ohos_imports,\"aw\",%progbits",
            concat!(".balign ", pointer_bytes!()),
            concat!(".globl ", table_symbol!("napi_core_ohos_imports_")),
            concat!(".hidden ", table_symbol!("napi_core_ohos_imports_")),
            concat!(table_symbol!("napi_core_ohos_imports_"), ":"),
            $($(
                concat!(".weak ", stringify!($name)),
                concat!(pointer_directive!(), " ", stringify!($name)),
            )*)*
            ".popsection",
        );
    };
}

imports! {
    10 {
        fn napi_queue_async_work_with_qos(env: napi_env, work: napi_async_work, qos: c_int);
    }
    12 {
        fn napi_call_threadsafe_function_with_priority(func: napi_threadsafe_function, data: *mut c_void, priority: c_int, is_tail: bool);
        fn napi_create_ark_runtime(env: *mut napi_env);
        fn napi_create_sendable_array_with_length(env: napi_env, length: usize, result: *mut napi_value);
        fn napi_create_sendable_arraybuffer(env: napi_env, byte_length: usize, data: *mut *mut c_void, result: *mut napi_value);
        fn napi_create_sendable_object_with_properties(env: napi_env, count: usize, properties: *const napi_property_descriptor, result: *mut napi_value);
        fn napi_create_sendable_typedarray(env: napi_env, kind: napi_typedarray_type, length: usize, arraybuffer: napi_value, byte_offset: usize, result: *mut napi_value);
        fn napi_destroy_ark_runtime(env: *mut napi_env);
        fn napi_is_sendable(env: napi_env, value: napi_value, result: *mut bool);
        fn napi_load_module_with_info(env: napi_env, path: *const c_char, module_info: *const c_char, result: *mut napi_value);
        fn napi_remove_wrap_sendable(env: napi_env, object: napi_value, result: *mut *mut c_void);
        fn napi_run_event_loop(env: napi_env, mode: c_int);
        fn napi_stop_event_loop(env: napi_env);
        fn napi_unwrap_sendable(env: napi_env, object: napi_value, result: *mut *mut c_void);
        fn napi_wrap_sendable(env: napi_env, object: napi_value, native: *mut c_void, finalize: Option<napi_finalize>, hint: *mut c_void);
    }
}

unsafe extern "C" {
    #[link_name = table_symbol!("napi_core_ohos_imports_")]
    static TABLE: OhosImports;
}

pub(in crate::sys) fn address() -> *const OhosImports {
    &raw const TABLE
}

/// Reads a function of the table; where it is absent, the level it needs.
macro_rules! ohos_import {
    ($name:ident) => {{
        let table = $crate::sys::ohos::imports::address();
        // SAFETY: the table is a static; only the address of the field is taken.
        let slot = unsafe { &raw const (*table).$name };
        // SAFETY: an absent function is a null pointer, which is `None`. Volatile, because the optimiser must not
        // conclude from the symbol's declaration that it is there.
        let found = unsafe { slot.read_volatile() };
        found.ok_or($crate::sys::ohos::Denied::Absent {
            call: stringify!($name),
            level: $crate::sys::ohos::imports::level::$name,
        })
    }};
}
pub(in crate::sys) use ohos_import;

#[cfg(test)]
mod tests {
    use super::LEVELS;

    #[test]
    fn the_levels_are_those_of_the_systems_list() {
        let list = include_str!("../../../../tests/personality/napi-symbols.txt");
        for (name, level) in LEVELS {
            let line = list.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
            let listed = line.map(|text| text.trim_start_matches("<="));
            assert_eq!(listed, Some(level.to_string().as_str()), "{name}");
        }
    }
}
