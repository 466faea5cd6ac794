//! Every text that a user can see. Each says what is wrong and what to write.

use std::fmt::Write as _;

use crate::model::callback::{Answer, Closure};
use crate::model::name::{self, Case};
use crate::parse::item::Kind;
use crate::parse::key::{Attr, Key};
use crate::render;

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
        None if attr == Attr::ThreadsafeCallback => format!(
            "{attr} has no key `{text}`: on a parameter its keys are {}; the name of a function goes on a closure",
            forms(attr)
        ),
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
        Key::Name | Key::Namespace | Key::Ts | Key::TsReturn | Key::Arkts | Key::ArktsReturn => {
            "takes a string literal"
        }
        Key::Scope => "can only be \"host\"; without it the call has a scope of its own",
        Key::Register => "can only be \"constructor\"; without it the module is registered in both ways",
        Key::Crate => "takes a path without quotes",
        Key::Overload | Key::Weak | Key::KeepsReferences | Key::Method => "takes no value",
        Key::DenyUnknown | Key::Number | Key::Untagged | Key::Nullable | Key::Flatten | Key::Skip => "takes no value",
        Key::Rename | Key::Tag | Key::Content => "takes a string literal",
        Key::RenameAll => {
            let names: Vec<_> = Case::NAMES.iter().map(|(name, _)| format!("{name:?}")).collect();
            return format!("`rename_all` takes the name of a case: write one of {}", names.join(", "));
        }
        Key::Default => "takes an expression",
        Key::With => "takes the path of a module",
        Key::Extends => "takes the type of the class that is extended",
        Key::Finalize | Key::ExternalBytes => "takes the path of a function",
        Key::Instances => "takes a list of types, each with a name or without",
        Key::Symbol => "takes the name of a symbol of the language",
        Key::Configurable => "can only be `false`; without it the property is configurable",
        Key::Clone | Key::Constructor | Key::Getter | Key::Setter | Key::Readonly | Key::Enumerable => "takes no value",
        Key::Bound => "takes a number greater than 0",
    };
    format!("`{}` {takes}: write `{}`", key.text(), key.form())
}

pub(crate) fn unknown_symbol(text: &str, meant: Option<&str>) -> String {
    match meant {
        Some(symbol) => format!("JavaScript has no symbol {text:?} of its own: did you mean {symbol:?}?"),
        None => {
            let symbols: Vec<_> = name::SYMBOLS.iter().map(|symbol| format!("{symbol:?}")).collect();
            format!("JavaScript has no symbol {text:?} of its own: write one of {}", symbols.join(", "))
        }
    }
}

pub(crate) fn empty_text(key: Key) -> String {
    match key {
        Key::Namespace => {
            "a part of the namespace is empty: write `namespace = \"math\"` or `namespace = \"math.vector\"`".into()
        }
        Key::Ts | Key::TsReturn | Key::Arkts | Key::ArktsReturn => {
            format!("the text is empty: write `{}`, or leave it out for what the type says", key.form())
        }
        Key::Symbol => unknown_symbol("", None),
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
    match key {
        Key::Symbol => {
            "`symbol` names functions, and a constant has its own name: remove it, or write a static getter".into()
        }
        key => format!("`{}` is about calls, and a constant is not called: remove it", key.text()),
    }
}

pub(crate) fn not_on_constructor(key: Key) -> String {
    match key {
        Key::TsReturn | Key::ArktsReturn => {
            format!("`{}` is about results, and `new` gives an instance of the class: remove it", key.text())
        }
        key => format!("`{}` is about properties, and a constructor is the class itself: remove it", key.text()),
    }
}

pub(crate) fn not_on_setter(key: Key) -> String {
    format!(
        "`{}` is about results, and assigning has none: remove it, and write `#[ts = \"..\"]` on the parameter",
        key.text()
    )
}

// Items

pub(crate) fn wrong_item(attr: Attr, kind: Kind) -> String {
    if attr == Attr::Module {
        return "`#[module]` goes on the function that sets the module up: write `#[module] fn init() {}`".into();
    }
    if attr == Attr::Test {
        return "`#[napi_core::test]` goes on a function: write `#[napi_core::test] fn works(env: &mut Env<'_>) {}`"
            .into();
    }
    let (what, instead) = match kind {
        Kind::Union => ("a union", "write a struct or an enum"),
        Kind::Trait => ("a trait", "put it on the `impl` blocks of the trait"),
        Kind::Mod => ("a module", "put it on the items inside; `namespace = \"..\"` groups them for JavaScript"),
        Kind::Type => ("a type alias", "types have no value in JavaScript"),
        Kind::Use => ("an import", "put it on the item where that is defined"),
        Kind::Macro => ("a macro", "put it on the items that the macro makes"),
        Kind::Extern => ("an `extern` block", "export a Rust function that calls the foreign one"),
        Kind::Struct | Kind::Enum | Kind::Impl | Kind::Unknown => {
            ("this item", "put it on the items that JavaScript is to see")
        }
    };
    format!(
        "`#[export]` goes on a function, a constant, a static, a struct, an enum or an `impl` block, not on {what}: {instead}"
    )
}

pub(crate) const UNNAMED_CONSTANT: &str =
    "a constant without a name cannot be exported: write `const NAME: ..`, or remove `#[export]`";
pub(crate) const MUTABLE_STATIC: &str = "a `static mut` cannot be exported, as JavaScript gets its value once: write `static`, or export a function that reads it";

pub(crate) const SECOND_ATTRIBUTE: &str = "an item takes one `#[export]` or `#[module]`: remove this one";

// Classes

pub(crate) const CLASS_WITH_LIFETIME: &str = "a class cannot borrow, because JavaScript keeps its instances for as long as it likes: own the data, and keep JavaScript values by `Ref`";
pub(crate) const UNNAMED_INSTANCE: &str = "a class needs a name in JavaScript: write `Name = Type<f64>`";
pub(crate) const GENERIC_BLOCK: &str = "JavaScript has no type arguments: say for which classes the members are, `#[export(instances = [Type<f64>, Type<String>])]`";
pub(crate) const NAME_OF_INSTANCES: &str =
    "each class of `instances` has a name of its own, `Name = Type<f64>`: remove `name`";
pub(crate) const STATIC_PROTOTYPE: &str =
    "`prototype` of a class is what its instances inherit from: choose another name, `#[export(name = \"..\")]`";
pub(crate) const INSTANCE_CONSTRUCTOR: &str = "`constructor` of an instance is its class: choose another name, `#[export(name = \"..\")]`, or write `#[export(constructor)]` for what `new` calls";
pub(crate) const BLOCK_OF_NO_PATH: &str = "members belong to a struct or an enum with `#[export]`: write its name";
pub(crate) const NAMELESS_FIELD: &str =
    "a field without a name needs one in JavaScript: write `#[export(name = \"..\")]`";
pub(crate) const RECEIVER: &str = "an instance is lent to a method, or moved out: write `&self`, `&mut self` or `self`";
pub(crate) const STATIC_RECEIVER: &str = "an instance is lent to a method for the call: leave `'static` out, or take the object, `#[export(method)] fn f(this: Instance<'_, Self>)`";
pub(crate) const METHOD_WITH_SELF: &str =
    "`self` makes this a method: remove `method`, or take the object in its place, `this: Instance<'_, Self>`";
pub(crate) const METHOD_WITHOUT_INSTANCE: &str =
    "the first parameter of this method is the object that it is called on: write `this: Instance<'_, Self>`";
pub(crate) const CONSUMED_RECEIVER: &str =
    "`self` consumes the instance, and nothing is left to give back: take `&self`, or return a value, such as `Self`";
pub(crate) const MEMBER_OF_VARIANT: &str =
    "only some instances have this, and a property is one of all: write a getter in the `impl` block";
pub(crate) const CONSTRUCTOR_WITH_SELF: &str = "a constructor makes the instance, and is called on none: remove `self`";
pub(crate) const CONSTRUCTOR_WITH_NAME: &str =
    "a constructor is called by `new` and the name of the class: remove `name`";
pub(crate) const CONSTRUCTOR_WITHOUT_RESULT: &str =
    "a constructor makes a value: write `-> Self`, or `-> Result<Self>`";
pub(crate) const OPTIONAL_CONSTRUCTOR: &str = "`new` gives an instance or throws: write `-> Self` or `-> Result<Self>`, or remove `constructor` for a static method";
pub(crate) const GETTER_WITH_ARGUMENTS: &str =
    "reading a property passes no arguments: remove them, or remove `getter` for a method";
pub(crate) const GETTER_WITHOUT_RESULT: &str =
    "a property has a value: write a result, or remove `getter` for a method";
pub(crate) const SETTER_ARGUMENTS: &str =
    "assigning to a property passes one value: write one argument, or remove `setter` for a method";
pub(crate) const OVERLOADED_ACCESSOR: &str = "reading and assigning have no arguments to choose by: remove `overload`";

pub(crate) fn iterator_without_next(key: Key) -> String {
    format!(
        "loops call `next` of an iterator, which is a method of this name: remove `{}`, or `#[export]` on the block for a class that is no iterator",
        key.text()
    )
}

pub(crate) const SECOND_CONSTRUCTOR: &str = "a class has one constructor: mark both `overload` if they take different numbers of arguments, or remove `constructor` for a static method";

pub(crate) fn second_method(name: &str) -> String {
    format!(
        "another member is called `{name}` too: choose another name, `#[export(name = \"..\")]`, or mark both `overload` if they take different numbers of arguments"
    )
}

pub(crate) fn second_member(name: &str) -> String {
    format!("another member is called `{name}` too: choose another name, `#[export(name = \"..\")]`")
}

pub(crate) fn same_arity(name: &str, count: usize) -> String {
    let arguments = match count {
        0 => "no argument".to_owned(),
        1 => "one argument".to_owned(),
        count => format!("{count} arguments"),
    };
    format!(
        "another overload of `{name}` takes {arguments} too, and overloads differ in the number: choose another name, or take more"
    )
}

pub(crate) fn static_of_functions(name: &str) -> String {
    format!(
        "`{name}` of a class is what functions have already on some hosts (Node 20 to 24), and cannot be another: choose another name, `#[export(name = \"..\")]`"
    )
}

pub(crate) fn generic_class(name: &str) -> String {
    format!(
        "JavaScript has no type arguments: say which classes there are, `#[export(instances = [{name}F64 = {name}<f64>])]`"
    )
}

pub(crate) fn no_base_field(base: &str) -> String {
    format!("what is inherited lies in a field: give the struct one of type `{base}`")
}

// Signatures

pub(crate) fn method(attr: Attr) -> String {
    if attr == Attr::Export {
        return "a function of a class is a member by `#[export]` on its `impl` block: put it there".into();
    }
    format!("{attr} on methods is not supported: write a free function that takes what it needs as parameters")
}

pub(crate) fn no_body(attr: Attr) -> String {
    format!("{attr} needs a function with a body: write `{{ .. }}` after the signature")
}

pub(crate) fn generic(attr: Attr) -> String {
    if attr == Attr::Test {
        return "nobody names the type arguments of a test: write the type itself (lifetimes are fine)".into();
    }
    format!(
        "JavaScript has no type arguments, so a function with {attr} cannot be generic: write the type itself (lifetimes are fine)"
    )
}

pub(crate) fn impl_trait(attr: Attr) -> String {
    format!("a function with {attr} cannot use `impl Trait`, which hides the type to convert: write the type itself")
}

pub(crate) fn unsafe_function(attr: Attr) -> String {
    if attr == Attr::Test {
        return "nobody promises to a test what an `unsafe fn` needs: remove `unsafe`".into();
    }
    format!(
        "JavaScript cannot promise what an `unsafe fn` needs, so {attr} refuses it: remove `unsafe`, and check in the function what callers had to promise"
    )
}

pub(crate) fn async_function(attr: Attr) -> String {
    if attr == Attr::Test {
        return "a test is not polled: remove `async`; what it posts to the JavaScript thread is waited for".into();
    }
    format!("{attr} on an `async fn` is not supported: remove `async`")
}

pub(crate) fn foreign_abi(attr: Attr) -> String {
    format!("{attr} makes the C function itself: remove `extern`")
}

pub(crate) fn variadic(attr: Attr) -> String {
    if attr == Attr::Test {
        return TEST_PARAMETERS.into();
    }
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

/// What a method of a class may borrow is copied before the check.
pub(crate) const BORROWED_METHOD_RESULT: &str = "what a method borrows is copied from `&T`, `Option<&T>`, `Result<&T>` and `Result<Option<&T>>` alone: write one of these, or an owned value such as `Vec<T>`";

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

// Types in declaration files

pub(crate) fn duplicate_type(name: &str) -> String {
    format!("`#[{name}]` is written twice: keep one")
}

pub(crate) fn no_type_text(name: &str) -> String {
    format!("`#[{name}]` needs the type as text: write `#[{name} = \"string\"]`")
}

pub(crate) const WRITTEN_TYPE_ON_NO_ARGUMENT: &str =
    "this is no argument and has no type in declaration files: remove the attribute";
pub(crate) const SIGNATURE_WRITTEN_WHOLE: &str =
    "`ts` on the function is its whole signature, so that this says nothing: remove one of them";

pub(crate) const ARKTS_ALONE: &str = "TypeScript has to be told too: write `#[ts = \"..\"]` beside it";
pub(crate) const WRITTEN_TYPE_WITHOUT_NAME: &str =
    "a field without a name is no property: write the attribute on the struct, or name the field";
pub(crate) const GENERIC_TEXT: &str =
    "a type that is written has no type parameters: remove `#[ts]`, or implement `TypeOf` by hand";
pub(crate) const CONST_PARAMETER: &str =
    "a declaration has no parameters that are values: implement `TypeOf` by hand for this type";
// Structs and enums

pub(crate) const UNION_WITHOUT_SHAPE: &str =
    "nothing says which field of a union is there: write an enum, or implement the traits by hand";
pub(crate) const NAME_WITH_ZERO: &str = "hosts take names without zero bytes: remove `\\0`";
pub(crate) const SECOND_SCOPE: &str =
    "all handles of a value belong to one scope: keep one lifetime, or implement `FromJs` by hand";
pub(crate) const KEYS_WITHOUT_NAME: &str =
    "a field without a name is no property: remove the attribute, or name the field";
pub(crate) const TOO_MANY_ELEMENTS: &str = "an array with a type for each element has at most 8: name the fields";
pub(crate) const WITH_WITHOUT_TYPE: &str =
    "what the functions of `with` convert has no type in declaration files: write `#[ts = \"..\"]` beside it";
pub(crate) const FLATTENED_OPTION: &str =
    "whether it is there cannot be told from the properties of the object around it: write the type itself";
pub(crate) const DENY_UNKNOWN_FLATTENED: &str =
    "the names of what is flattened are not known here: remove `deny_unknown`, or `flatten`";
pub(crate) const DENY_UNKNOWN_WITHOUT_NAMES: &str =
    "`deny_unknown` is about the names of fields, and there are none: remove it";
pub(crate) const NO_VARIANTS: &str = "an enum without variants has no value to convert: add a variant";
pub(crate) const DATA_WITHOUT_TAG: &str = "a variant with data needs a way to tell it from the others: write `#[js(tag = \"type\")]` or `#[js(untagged)]` on the enum";
pub(crate) const DATA_OF_NUMBER: &str = "a number carries no data: remove `number`, or the fields";
pub(crate) const DISCRIMINANT: &str =
    "declaration files name the number, so that it has to stand here: write a literal such as `1`";
pub(crate) const TAG_OF_ARRAY: &str =
    "an array has no place for a tag: name the fields, or write `content = \"..\"` beside `tag` on the enum";
pub(crate) const CONTENT_WITHOUT_TAG: &str = "`content` goes with a tag: write `tag = \"..\"` too";

pub(crate) fn conflicting_keys(first: Key, second: Key) -> String {
    format!("`{}` and `{}` exclude each other: remove one", first.text(), second.text())
}

pub(crate) fn only_on_enum(key: Key) -> String {
    format!("`{}` tells variants of an enum apart, and this is a struct: remove it", key.text())
}

pub(crate) fn same_name(name: &str) -> String {
    format!("{name:?} is the name of another one too: write `#[js(rename = \"..\")]` on one of them")
}

// Errors with classes

pub(crate) fn js_error_keys(allowed: &[&str]) -> String {
    let form = |key: &&str| match *key {
        "class" => "`class = \"NotFoundError\"`",
        "extends" => "`extends = \"TypeError\"`",
        "code" => "`code = \"ERR_NOT_FOUND\"`",
        "crate" => "`crate = path::to::napi_core`",
        _ => "`field`, `field = \"name\"`",
    };
    format!("the keys of `#[js(..)]` here are {}", allowed.iter().map(form).collect::<Vec<_>>().join(", "))
}

pub(crate) fn written_twice(key: &str) -> String {
    format!("`{key}` is written twice: keep one")
}

pub(crate) fn extends_what(classes: &[&str]) -> String {
    format!("a class of errors extends one of the language: {}", classes.join(", "))
}

pub(crate) fn field_of_every_error(name: &str) -> String {
    format!("`{name}` is something that every error has: write another name, as in `#[js(field = \"text\")]`")
}

pub(crate) fn duplicate_field(name: &str) -> String {
    format!("two fields are called `{name}`: rename one, as in `#[js(field = \"other\")]`")
}

pub(crate) const CLASS_NAME: &str =
    "a class has a name of its own, which is an identifier, and none of the classes of the language";
pub(crate) const EXTENDS_WITHOUT_CLASS: &str =
    "this variant has the class of the enum: write `class = \"..\"` beside it, or `extends` on the enum";
pub(crate) const FIELD_WITHOUT_NAME: &str = "this field has no name: write `#[js(field = \"name\")]`";
pub(crate) const WRITTEN_TYPE_OF_HIDDEN_FIELD: &str =
    "JavaScript does not see this field: write `#[js(field)]`, or remove the attribute";
pub(crate) const GENERIC_ERROR: &str =
    "a class in JavaScript has no type parameters and no lifetimes: remove them, or write one error type for each";
pub(crate) const UNION_ERROR: &str = "a union does not say which error it is: write a struct or an enum";

// Callbacks

pub(crate) const OUTSIDE_OF_EXPORT: &str =
    "`#[threadsafe_callback]` belongs inside a function with `#[export]`: on a parameter, or on a closure in its body";
pub(crate) const SECOND_CALLBACK_ATTRIBUTE: &str = "`#[threadsafe_callback]` is written twice: keep one";
pub(crate) const UNMARKED_CALLBACK: &str =
    "a function that JavaScript passes is called by any thread: write `#[threadsafe_callback]` before the parameter";
pub(crate) const DEFAULT_ON_CALLBACK: &str = "a callback has no default: write `Option<ThreadsafeCallback<(i32,)>>` without attributes for one that can be left out";
pub(crate) const OPTIONAL_CALLBACK: &str = "a callback that can be left out is an argument like others: write `Option<ThreadsafeCallback<(i32,)>>` without the attribute";
pub(crate) const NO_CALLBACK_TYPE: &str = "this is no callback: write a closure type such as `impl Fn(i32) + Send + Sync + 'static`, or `ThreadsafeCallback<(i32,)>`";
pub(crate) const ASYNC_CALLBACK_WITHOUT_RESULT: &str = "a call from a thread can fail, and what is awaited has to say so: write `-> Result<()>`, or `Fn` for a call that does not wait";

pub(crate) fn callback_on(what: &str) -> String {
    format!("{what} is no function that JavaScript passes: remove `#[threadsafe_callback]`")
}

pub(crate) fn exclusive_callback(name: &str, instead: &str) -> String {
    format!(
        "any thread may call it, several at a time and as often as they like, which `{name}` rules out: write `{instead}`"
    )
}

pub(crate) fn closure_of_another_type(instead: &str) -> String {
    format!("the closure is made by `#[export]`, so that its type has no name: write `{instead}`")
}

pub(crate) fn plain_answer(ty: &str) -> String {
    format!(
        "a call from a thread can fail (closing, a throw, a wrong type, the JavaScript thread itself): write `-> Result<{ty}>`"
    )
}

pub(crate) fn future_callback(closure: &Closure<'_>) -> String {
    let mut args: String = closure.args().map(|ty| format!("{}, ", render::tokens(ty))).collect();
    args.truncate(args.trim_end_matches(if closure.args().count() == 1 { " " } else { ", " }).len());
    let answer = match closure.answer() {
        Answer::Result(ty) => render::tokens(ty),
        _ => "T".to_owned(),
    };
    format!(
        "for a future that is `Send` write `ThreadsafeCallback<({args}), {answer}>`, and await what its `call_async` returns"
    )
}

pub(crate) fn borrow_in_callback(instead: &str) -> String {
    format!("what a thread passes waits in a queue, where nothing is lent: write `{instead}`")
}

pub(crate) fn handle_in_callback(name: &str) -> String {
    format!(
        "`{name}` belongs to a scope of the JavaScript thread, and a callback is called on others: write a type that is owned, such as `String`"
    )
}

pub(crate) fn too_many_callback_arguments(count: usize, most: usize) -> String {
    format!("a callback takes at most {most} arguments, and this one takes {count}: pass a `Vec` or a tuple")
}

// Closures for the pool

pub(crate) const CLOSURE_WITHOUT_CALLBACK: &str =
    "name the function to hand the result to: `#[threadsafe_callback(callback)]`";
pub(crate) const SECOND_CALLBACK: &str = "the result is handed to one function: remove this one";
pub(crate) const WORK_IS_NO_CLOSURE: &str =
    "this is no closure: write `#[threadsafe_callback(callback)] move || ..`, in parentheses if more follows";
pub(crate) const CONDITIONAL_WORK: &str =
    "`#[threadsafe_callback]` cannot depend on a condition: write `#[cfg(..)]` on a block around the closure";
pub(crate) const WORK_IN_MACRO: &str =
    "inside another macro `#[export]` cannot see the closure: write `let work = ..` before it, and use `work` here";
pub(crate) const WORK_IN_ITEM: &str = "the `Env` of the exported function cannot be seen in an item of its own: move the closure out of it, or write `#[export]` on the inner function";
pub(crate) const WORK_IN_WORK: &str =
    "this closure is made on the pool, where there is no `Env`: make it before, or call it there as it is";
pub(crate) const WORK_WITHOUT_ENV: &str =
    "to queue the closure, `#[threadsafe_callback]` needs the function's `Env`: add the parameter `env: &Env<'_>`";
pub(crate) const WORK_WITH_UNNAMED_ENV: &str = "to queue the closure, `#[threadsafe_callback]` needs the function's `Env`: name the parameter `env` instead of `_`";
pub(crate) const WORK_WITH_PARAMETERS: &str =
    "the closure is called without arguments: write `||`, or use `env.queue_work(|cancel| .., ..)` to see cancellation";
pub(crate) const ASYNC_WORK: &str = "nobody polls futures on the pool: remove `async`";
pub(crate) const UNREADABLE_BODY: &str =
    "the body has syntax that `#[export]` does not know: move the closure to an exported function of its own";

pub(crate) fn key_on_closure(key: Key) -> String {
    format!("`{}` is for callbacks that are parameters, and a closure runs once: remove it", key.text())
}

// Module functions

pub(crate) const MODULE_DEFAULT: &str = "the exports object is always there and has no default: remove `#[default]`";
pub(crate) const MODULE_PARAMETERS: &str = "the init function takes at most an `Env` and the exports object: write `fn init(env: &mut Env<'_>, exports: Object<'_>)`";

// Tests

pub(crate) const TEST_PARAMETERS: &str =
    "a test takes at most an `Env`, and nobody passes anything else: write `fn works(env: &mut Env<'_>)`";
pub(crate) const TEST_OF_RUST: &str =
    "the test would run in a host and, without one, by `#[test]`: keep one of the two";
pub(crate) const TEST_IGNORE: &str = "expected `#[ignore]` or `#[ignore = \"why\"]`";
pub(crate) const TEST_SHOULD_PANIC: &str =
    "expected `#[should_panic]` or `#[should_panic(expected = \"part of the message\")]`";
pub(crate) const TEST_THAT_PANICS_AND_RETURNS: &str =
    "a test with `#[should_panic]` ends by the panic: remove the result, and `unwrap` what it would return";
pub(crate) const TEST_WITH_HARNESS: &str =
    "these tests run in a host, and not in rustc's harness: write `harness = false` under the `[[test]]` in Cargo.toml";
