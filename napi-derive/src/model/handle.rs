//! Recognising the types of napi-core by name, as a macro has to.

use syn::{GenericArgument, Lifetime, Path, PathArguments, Type, TypePath};

/// Handles: types whose values can be results, and whose first argument is the scope's lifetime.
const HANDLES: [&str; 12] = [
    "Value",
    "Object",
    "Array",
    "Function",
    "JsDate",
    "JsString",
    "JsNumber",
    "JsBigInt",
    "JsBoolean",
    "Symbol",
    "External",
    "This",
];

/// Whether `path` names a handle of napi-core.
pub(crate) fn is_handle(path: &Path) -> bool {
    is_ours(path) && ends_with(path, &HANDLES)
}

/// Whether `path` names a type of napi-core that belongs to a scope: a handle, or `Env`, which is the role of a parameter by
/// whatever path.
pub(crate) fn is_scoped(path: &Path) -> bool {
    is_handle(path) || ends_with(path, &["Env"])
}

/// `serde_json::Value` is none of ours, and neither are the families, such as `js::Object`.
fn is_ours(path: &Path) -> bool {
    let qualifier = path.segments.iter().rev().nth(1);
    qualifier.is_none_or(|segment| segment.ident == "napi_core" || segment.ident == "prelude")
}

fn ends_with(path: &Path, names: &[&str]) -> bool {
    path.segments.last().is_some_and(|segment| names.iter().any(|name| segment.ident == name))
}

/// The type without the parentheses and invisible groups around it.
pub(crate) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Paren(paren) => bare(&paren.elem),
        Type::Group(group) => bare(&group.elem),
        ty => ty,
    }
}

/// The path of a type whose last segment is `name`.
pub(crate) fn named<'a>(ty: &'a Type, name: &str) -> Option<&'a Path> {
    match bare(ty) {
        Type::Path(TypePath { qself: None, path, .. }) if ends_with(path, &[name]) => Some(path),
        _ => None,
    }
}

/// `[T]`
pub(crate) fn is_slice(ty: &Type) -> bool {
    matches!(bare(ty), Type::Slice(_))
}

/// The type that owns the text of a `str`, a `Path` or an `OsStr`.
pub(crate) fn owned_text(ty: &Type) -> Option<&'static str> {
    let of = |name: &str, module: &str| {
        named(ty, name)
            .is_some_and(|path| path.segments.iter().rev().nth(1).is_none_or(|segment| segment.ident == module))
    };
    match () {
        () if named(ty, "str").is_some() => Some("String"),
        () if of("Path", "path") => Some("PathBuf"),
        () if of("OsStr", "ffi") => Some("OsString"),
        () => None,
    }
}

/// The generic arguments of the last segment.
pub(crate) fn arguments(path: &Path) -> impl Iterator<Item = &GenericArgument> {
    path.segments.last().into_iter().flat_map(|segment| match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args).into_iter().flatten(),
        _ => None.into_iter().flatten(),
    })
}

/// The first lifetime argument of the last segment.
pub(crate) fn lifetime(path: &Path) -> Option<&Lifetime> {
    arguments(path).find_map(|argument| match argument {
        GenericArgument::Lifetime(lifetime) => Some(lifetime),
        _ => None,
    })
}

/// The same, to change it.
pub(crate) fn lifetime_mut(path: &mut Path) -> Option<&mut Lifetime> {
    match &mut path.segments.last_mut()?.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter_mut().find_map(|argument| match argument {
            GenericArgument::Lifetime(lifetime) => Some(lifetime),
            _ => None,
        }),
        _ => None,
    }
}

/// The first type argument of the last segment.
pub(crate) fn type_argument(path: &Path) -> Option<&Type> {
    arguments(path).find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
