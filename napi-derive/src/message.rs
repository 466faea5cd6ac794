//! Every text that a user can see. Each says what is wrong and what to write.

use std::fmt::Write as _;

use crate::parse::item::Kind;
use crate::parse::key::{Attr, Key};

// Attribute arguments

pub(crate) fn bare_string(attr: Attr, text: &str) -> String {
    format!("a string alone says nothing: write `#[{}(name = {text:?})]`", attr.name())
}

pub(crate) fn not_a_key(attr: Attr) -> String {
    format!("expected `key` or `key = value`: the keys of {attr} are {}", forms(attr))
}

pub(crate) fn unknown_key(attr: Attr, text: &str, meant: Option<Key>) -> String {
    match meant {
        Some(key) => format!("{attr} has no key `{text}`: did you mean `{}`?", key.text()),
        None => format!("{attr} has no key `{text}`: its keys are {}", forms(attr)),
    }
}

pub(crate) fn misplaced_key(attr: Attr, text: &str, owner: Attr) -> String {
    format!("`{text}` belongs to {owner}, not to {attr}: remove it")
}

pub(crate) fn duplicate_key(key: Key) -> String {
    format!("`{}` is written twice: keep one", key.text())
}

pub(crate) fn missing_value(key: Key) -> String {
    format!("`{}` needs a value: write `{}`", key.text(), key.form())
}

pub(crate) fn wrong_shape(key: Key) -> String {
    format!("expected `{}`", key.form())
}

pub(crate) fn unexpected_value(key: Key) -> String {
    format!("`{0}` takes no value: write `{0}` alone", key.text())
}

pub(crate) fn wrong_value(key: Key) -> String {
    let takes = match key {
        Key::Name | Key::Namespace => "takes a string literal",
        Key::Scope => "can only be \"host\"; without it the call has a scope of its own",
        Key::Register => "can only be \"constructor\"; without it the module is registered in both ways",
        Key::Crate => "takes a path without quotes",
        Key::Overload => "takes no value",
    };
    format!("`{}` {takes}: write `{}`", key.text(), key.form())
}

pub(crate) fn empty_text(key: Key) -> String {
    match key {
        Key::Namespace => {
            "a part of the namespace is empty: write `namespace = \"math\"` or `namespace = \"math.vector\"`".into()
        }
        key => format!("the {0} is empty: write `{1}`, or leave it out for the name in Rust", key.text(), key.form()),
    }
}

fn forms(attr: Attr) -> String {
    let mut list = String::new();
    for (i, key) in attr.keys().iter().enumerate() {
        let separator = match i {
            0 => "",
            _ if i + 1 == attr.keys().len() => " and ",
            _ => ", ",
        };
        let _ = write!(list, "{separator}`{}`", key.form());
    }
    list
}

// Keys that do not fit the item

pub(crate) const SCOPE_WITHOUT_ENV: &str =
    "`scope` has no effect here: a function without an `Env` parameter never gets a scope of its own; remove `scope`";

pub(crate) fn not_on_constant(key: Key) -> String {
    format!("`{}` is about calls, and a constant is not called: remove it", key.text())
}

// Items

pub(crate) fn wrong_item(attr: Attr, kind: Kind) -> String {
    if attr == Attr::Module {
        return "`#[module]` goes on the function that sets the module up: write `#[module] fn init() {}`".into();
    }
    let (what, instead) = match kind {
        Kind::Struct => ("a struct", "export functions that take and return its data"),
        Kind::Enum => ("an enum", "export functions that take and return its data"),
        Kind::Union => ("a union", "export functions that take and return its data"),
        Kind::Impl => ("an `impl` block", "export free functions that call the methods"),
        Kind::Trait => ("a trait", "export free functions that call its methods"),
        Kind::Mod => ("a module", "put it on the items inside; `namespace = \"..\"` groups them for JavaScript"),
        Kind::Type => ("a type alias", "types have no value in JavaScript"),
        Kind::Use => ("an import", "put it on the item where that is defined"),
        Kind::Macro => ("a macro", "put it on the items that the macro makes"),
        Kind::Extern => ("an `extern` block", "export a Rust function that calls the foreign one"),
        Kind::Unknown => ("this item", "put it on the items that JavaScript is to see"),
    };
    format!("`#[export]` goes on a function, a constant or a static, not on {what}: {instead}")
}

pub(crate) const UNNAMED_CONSTANT: &str =
    "a constant without a name cannot be exported: write `const NAME: ..`, or remove `#[export]`";
pub(crate) const MUTABLE_STATIC: &str = "a `static mut` cannot be exported, as JavaScript gets its value once: write `static`, or export a function that reads it";

pub(crate) const SECOND_ATTRIBUTE: &str = "an item takes one `#[export]` or `#[module]`: remove this one";

// Signatures

pub(crate) fn method(attr: Attr) -> String {
    format!("{attr} on methods is not supported: write a free function that takes what it needs as parameters")
}

pub(crate) fn no_body(attr: Attr) -> String {
    format!("{attr} needs a function with a body: write `{{ .. }}` after the signature")
}

pub(crate) fn generic(attr: Attr) -> String {
    format!(
        "JavaScript has no type arguments, so a function with {attr} cannot be generic: write the type itself (lifetimes are fine)"
    )
}

pub(crate) fn impl_trait(attr: Attr) -> String {
    format!("a function with {attr} cannot use `impl Trait`, which hides the type to convert: write the type itself")
}

pub(crate) fn unsafe_function(attr: Attr) -> String {
    format!(
        "JavaScript cannot promise what an `unsafe fn` needs, so {attr} refuses it: remove `unsafe`, and check in the function what callers had to promise"
    )
}

pub(crate) fn async_function(attr: Attr) -> String {
    format!("{attr} on an `async fn` is not supported: remove `async`")
}

pub(crate) fn foreign_abi(attr: Attr) -> String {
    format!("{attr} makes the C function itself: remove `extern`")
}

pub(crate) fn variadic(attr: Attr) -> String {
    format!("{attr} cannot take C variadic arguments: write a last parameter `rest: Rest<f64>`")
}

pub(crate) fn too_many_arguments(count: usize, most: usize) -> String {
    format!(
        "an exported function takes at most {most} arguments, and this one takes {count}: pass an object or an array"
    )
}

// Env and handles

pub(crate) const ENV_IS_LENT: &str =
    "an `Env` is lent for the call: write `&Env<'_>`, or `&mut Env<'_>` to open scopes";
pub(crate) const SECOND_ENV: &str = "a call has one `Env`: remove this parameter";

pub(crate) fn env_borrow_as_scope(lifetime: &str, reference: &str) -> String {
    format!(
        "`{lifetime}` is how long the `Env` is borrowed, and handles belong to its scope: write `{reference}Env<{lifetime}>`"
    )
}

pub(crate) fn static_handle(name: &str) -> String {
    format!(
        "`{name}` belongs to the scope of the call and cannot be `'static`: write `{name}<'_>`, or `{name}<'s>` with `'s` declared by the function"
    )
}

/// `handle` is the name of the type that has no lifetime at all.
pub(crate) fn elided_scope(takes_env: bool, signature: &str, handle: Option<String>) -> String {
    let rule = if takes_env {
        "a function that takes `Env` and returns a handle names its scope"
    } else {
        "a handle is made in the scope of an `Env`"
    };
    let mut text = format!("{rule}: write `{signature}`");
    if let Some(handle) = handle {
        let _ = write!(text, " (if `{handle}` is not napi-core's, write its path, such as `self::{handle}`)");
    }
    text
}

pub(crate) fn borrowed_result(attr: Attr) -> String {
    format!(
        "a function with {attr} cannot return a borrow, which would end before it is converted: return an owned value such as `String` or `Vec<T>`"
    )
}

// Parameters

pub(crate) fn static_argument(what: &str, instead: &str) -> String {
    format!("a {what} is lent for the call: write `{instead}`")
}

pub(crate) fn argument_borrow_as_scope(lifetime: &str, instead: &str) -> String {
    format!(
        "`{lifetime}` is how long the argument is lent, and handles belong to a scope, which is longer: write `{instead}`"
    )
}

pub(crate) const EMPTY_DEFAULT: &str =
    "`#[default]` needs the value to use when the argument is left out: write `#[default(1)]`";
pub(crate) const DUPLICATE_DEFAULT: &str = "this parameter has a default already: remove one";
pub(crate) const DEFAULT_ON_ENV: &str = "an `Env` is no argument and has no default: remove `#[default]`";
pub(crate) const DEFAULT_ON_THIS: &str = "`this` is no argument and has no default: remove `#[default]`";
pub(crate) const DEFAULT_ON_REST: &str =
    "`Rest` is empty when nothing is left, and has no default: remove `#[default]`";
pub(crate) const REST_NOT_LAST: &str = "`Rest` takes all arguments that are left: make it the last parameter";
pub(crate) const REST_WITHOUT_TYPE: &str = "`Rest` needs the type of the arguments: write `Rest<f64>`";
pub(crate) const SECOND_THIS: &str = "a call has one `this`: remove this parameter";

// Module functions

pub(crate) const MODULE_DEFAULT: &str = "the exports object is always there and has no default: remove `#[default]`";
pub(crate) const MODULE_PARAMETERS: &str = "the init function takes at most an `Env` and the exports object: write `fn init(env: &mut Env<'_>, exports: Object<'_>)`";
