//! The declarations of `abi` and `imports` against those of the `napi-sys` crate: what the compiler accepts here agrees.

use core::mem::{offset_of, size_of};

use super::abi::{self, attributes, keys, status, typedarray, valuetype};

/// The name of the type that `make` returns, without calling it: there is no host here to link its functions from.
pub(super) fn returned_type<T>(_make: impl FnOnce() -> T) -> &'static str {
    core::any::type_name::<T>()
}

#[test]
fn signatures_agree() {
    let differing: Vec<_> = super::imports::signatures()
        .into_iter()
        .map(|(name, ours, theirs)| (name, plain(ours), plain(theirs)))
        .filter(|(_, ours, theirs)| ours != theirs)
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

/// A type in what matters to the C ABI: no module paths, no `Option` around pointers, no `const`, no sign of a length.
fn plain(ty: &str) -> String {
    let mut plain = String::new();
    for part in ty.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')) {
        plain.push_str(part.rsplit("::").next().unwrap_or_default());
    }
    // The environment of a finalizer is the environment, under a name that says how little may be asked of it.
    let plain = plain.replace("node_api_basic_env__", "napi_env__");
    let plain = plain.replace("*const", "*mut").replace("isize", "usize").replace("-> ()", "");
    let mut unwrapped = String::new();
    for (index, part) in plain.split("Option<").enumerate() {
        unwrapped.push_str(&if index == 0 { part.to_owned() } else { without_closing(part) });
    }
    unwrapped.trim_end().to_owned()
}

/// Drops the `>` that closes the `Option<` in front of `rest`.
fn without_closing(rest: &str) -> String {
    let mut depth = 0;
    let closing = rest.char_indices().find(|&(index, c)| {
        match c {
            '<' => depth += 1,
            '>' if !rest[..index].ends_with('-') => depth -= 1,
            _ => {}
        }
        depth < 0
    });
    match closing {
        Some((index, _)) => format!("{}{}", &rest[..index], &rest[index + 1..]),
        None => rest.to_owned(),
    }
}

#[test]
fn constants_agree() {
    use napi_sys::{
        KeyCollectionMode, KeyConversion, KeyFilter, PropertyAttributes, Status, TypedarrayType, ValueType,
    };
    assert_eq!(status::OK, Status::napi_ok);
    assert_eq!(status::STRING_EXPECTED, Status::napi_string_expected);
    assert_eq!(status::NUMBER_EXPECTED, Status::napi_number_expected);
    assert_eq!(status::BOOLEAN_EXPECTED, Status::napi_boolean_expected);
    assert_eq!(status::GENERIC_FAILURE, Status::napi_generic_failure);
    assert_eq!(status::PENDING_EXCEPTION, Status::napi_pending_exception);
    assert_eq!(status::BIGINT_EXPECTED, Status::napi_bigint_expected);
    assert_eq!(status::DATE_EXPECTED, Status::napi_date_expected);
    assert_eq!(status::DETACHABLE_ARRAYBUFFER_EXPECTED, Status::napi_detachable_arraybuffer_expected);
    assert_eq!(status::NO_EXTERNAL_BUFFERS_ALLOWED, Status::napi_no_external_buffers_allowed);
    assert_eq!(status::CANNOT_RUN_JS, Status::napi_cannot_run_js);
    assert_eq!(valuetype::UNDEFINED, ValueType::napi_undefined);
    assert_eq!(valuetype::NULL, ValueType::napi_null);
    assert_eq!(valuetype::BOOLEAN, ValueType::napi_boolean);
    assert_eq!(valuetype::NUMBER, ValueType::napi_number);
    assert_eq!(valuetype::STRING, ValueType::napi_string);
    assert_eq!(valuetype::SYMBOL, ValueType::napi_symbol);
    assert_eq!(valuetype::FUNCTION, ValueType::napi_function);
    assert_eq!(valuetype::EXTERNAL, ValueType::napi_external);
    assert_eq!(valuetype::BIGINT, ValueType::napi_bigint);
    assert_eq!(typedarray::INT8, TypedarrayType::int8_array);
    assert_eq!(typedarray::UINT8, TypedarrayType::uint8_array);
    assert_eq!(typedarray::UINT8_CLAMPED, TypedarrayType::uint8_clamped_array);
    assert_eq!(typedarray::INT16, TypedarrayType::int16_array);
    assert_eq!(typedarray::UINT16, TypedarrayType::uint16_array);
    assert_eq!(typedarray::INT32, TypedarrayType::int32_array);
    assert_eq!(typedarray::UINT32, TypedarrayType::uint32_array);
    assert_eq!(typedarray::FLOAT32, TypedarrayType::float32_array);
    assert_eq!(typedarray::FLOAT64, TypedarrayType::float64_array);
    assert_eq!(typedarray::BIGINT64, TypedarrayType::bigint64_array);
    assert_eq!(typedarray::BIGUINT64, TypedarrayType::biguint64_array);
    assert_eq!(attributes::WRITABLE, PropertyAttributes::writable);
    assert_eq!(attributes::ENUMERABLE, PropertyAttributes::enumerable);
    assert_eq!(attributes::CONFIGURABLE, PropertyAttributes::configurable);
    assert_eq!(keys::INCLUDE_PROTOTYPES, KeyCollectionMode::include_prototypes);
    assert_eq!(keys::ALL, KeyFilter::all_properties);
    assert_eq!(keys::SKIP_STRINGS, KeyFilter::skip_strings);
    assert_eq!(keys::KEEP_NUMBERS, KeyConversion::keep_numbers);
    assert_eq!(keys::OWN_ONLY, KeyCollectionMode::own_only);
    assert_eq!(keys::ENUMERABLE, KeyFilter::enumerable);
    assert_eq!(keys::SKIP_SYMBOLS, KeyFilter::skip_symbols);
    assert_eq!(keys::NUMBERS_TO_STRINGS, KeyConversion::numbers_to_strings);
}

#[test]
fn layouts_agree() {
    macro_rules! same_layout {
        ($name:ident: $($field:ident)*) => {
            assert_eq!(size_of::<abi::$name>(), size_of::<napi_sys::$name>());
            $(assert_eq!(offset_of!(abi::$name, $field), offset_of!(napi_sys::$name, $field));)*
        };
    }
    same_layout!(napi_property_descriptor: utf8name name method getter setter value attributes data);
    same_layout!(napi_module: nm_version nm_flags nm_filename nm_register_func nm_modname nm_priv reserved);
}
