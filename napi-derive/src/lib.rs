//! The attribute macros of [napi-core]. Use them through that crate, which re-exports them and documents them with
//! examples that are compiled; the code they generate calls its `__private` module, of exactly the same version.
//!
//! [napi-core]: https://docs.rs/napi-core

extern crate proc_macro;

mod check;
mod ctxt;
mod emit;
mod expand;
mod message;
mod model;
mod parse;
mod render;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

use crate::expand::expand;
use crate::parse::derived::Traits;
use crate::parse::key::Attr;

/// Makes a function, constant or static visible to JavaScript, a struct or an enum a class, and what is in an `impl` block its
/// members.
///
/// On an associated function it goes inside of a block that has it too: `#[export] impl Counter { .. }`.
///
/// # Keys
///
/// | key | on | meaning |
/// |---|---|---|
/// | `name = ".."` | all | the name in JavaScript; by default that of a function in camelCase, that of a constant as it is |
/// | `namespace = "a.b"` | all | the object that holds it, made when needed |
/// | `overload` | functions | shares its name with functions that take another number of arguments |
/// | `scope = "host"` | functions with `Env` | no handle scope of its own: handles live until the host closes its scope |
/// | `crate = path` | all | where napi-core is, if not at `::napi_core` |
///
/// On a class and on its members:
///
/// | key | on | meaning |
/// |---|---|---|
/// | `name = ".."` | the type, a member, a field | the name in JavaScript |
/// | `namespace = "a.b"` | the type | the object that holds the class |
/// | `extends = Base` | the type | the class that it extends; a field of this type holds what is inherited |
/// | `clone` | the type | as an argument by value it is a clone; without this key the instance is consumed |
/// | `finalize = path` | the type | the function that is called with the value when JavaScript has let the instance go |
/// | `external_bytes = path` | the type | the function that says how many bytes an instance keeps besides itself, for the collector |
/// | `instances = [Name = Type<f64>]` | a generic type, its blocks | the classes that there are |
/// | `constructor`, `getter`, `setter` | a function | what it is; without them a method, or static without `self` |
/// | `method` | a function | its first parameter besides `Env`, `Instance<'_, Self>`, is the object that it is called on |
/// | `symbol = "iterator"` | a function | its name is that symbol of the language |
/// | `overload`, `scope = "host"` | a function | as for other functions |
/// | `readonly` | a field | it has no setter |
/// | `enumerable`, `configurable = false` | a member, a field | attributes of its property |
/// | `skip` | a member | JavaScript does not see it |
/// | `crate = path` | the type, a block | where napi-core is |
///
/// A field is seen with `#[export]` before it.
///
/// # Parameters
///
/// `Env`, as `&Env` or `&mut Env`, may stand anywhere or be absent; `This` is the call's `this`; a last parameter
/// `Rest<T>` takes the arguments that are left; `#[default(EXPR)]` is the value of an argument that is left out. Every
/// other parameter is an argument, at most 16 of them.
#[proc_macro_attribute]
pub fn export(args: TokenStream, item: TokenStream) -> TokenStream {
    expand(Attr::Export, args.into(), item.into()).into()
}

/// Makes the library a module that hosts can load, and runs the function when they do.
///
/// Both parameters are optional, as is the result; one that is a value replaces the exports object.
///
/// # Keys
///
/// | key | meaning |
/// |---|---|
/// | `name = ".."` | the name of the module; by default that of the library |
/// | `register = "constructor"` | registers when the library is loaded, on every host, and exports no symbols |
/// | `crate = path` | where napi-core is, if not at `::napi_core` |
#[proc_macro_attribute]
pub fn module(args: TokenStream, item: TokenStream) -> TokenStream {
    expand(Attr::Module, args.into(), item.into()).into()
}

/// Makes a struct or an enum from a JavaScript value. Its keys are those of [`Js`](macro@Js), which says what it reads.
#[proc_macro_derive(FromJs, attributes(js, ts, arkts))]
pub fn from_js(item: TokenStream) -> TokenStream {
    expand::derive(item.into(), Traits { from_js: true, into_js: false, type_of: false }).into()
}

/// Makes a struct or an enum a JavaScript value. Its keys are those of [`Js`](macro@Js), which says what it makes.
#[proc_macro_derive(IntoJs, attributes(js, ts, arkts))]
pub fn into_js(item: TokenStream) -> TokenStream {
    expand::derive(item.into(), Traits { from_js: false, into_js: true, type_of: false }).into()
}

/// Converts a struct or an enum in both directions, and declares its type: `FromJs`, `IntoJs` and `TypeOf` in one.
///
/// | on | it is |
/// |---|---|
/// | a struct with named fields | an object with these properties, in camelCase |
/// | a tuple struct with one field | what that field is |
/// | a tuple struct with more, up to 8 | an array |
/// | an enum without data | a string, in camelCase |
/// | an enum with data | as `tag` or `untagged` says |
///
/// A lifetime is the scope of the handles inside; a type without lifetimes and type parameters is a `Family` too, so that
/// the type of a `Function` can name it.
///
/// # Keys of `#[js(..)]` on the type
///
/// | key | meaning |
/// |---|---|
/// | `rename_all = ".."` | the case of the names: `camelCase`, `snake_case`, `kebab-case`, `PascalCase`, `lowercase`, `UPPERCASE`, `SCREAMING_SNAKE_CASE`, `SCREAMING-KEBAB-CASE`, or `none` for those of Rust |
/// | `deny_unknown` | a property of the object's own that no field has is an error |
/// | `number` | an enum is its discriminants, which are literals up to 2^53 - 1 |
/// | `tag = ".."` | an enum is an object, whose property of this name says which variant it is |
/// | `content = ".."` | beside `tag`: the data is in the property of this name |
/// | `untagged` | an enum is its data, and the first variant that fits is taken |
/// | `crate = path` | where napi-core is, if not at `::napi_core` |
///
/// # Keys on a field
///
/// | key | meaning |
/// |---|---|
/// | `rename = ".."` | the name of the property |
/// | `default`, `default = ..` | what stands for it if it is absent or undefined |
/// | `nullable` | an `Option` that is always there, and null if it is `None`; without this key `None` leaves it out |
/// | `flatten` | its properties are those of the object around it |
/// | `skip` | JavaScript never sees it; it is made by `Default`, or by `default = ..` beside it |
/// | `with = module` | the functions `from_js(env, value)` and `into_js(value, env)` of the module convert it; `#[ts = ".."]` says what it is |
///
/// On a variant there are `rename`, and `rename_all` for its fields.
#[proc_macro_derive(Js, attributes(js, ts, arkts))]
pub fn js(item: TokenStream) -> TokenStream {
    expand::derive(item.into(), Traits::ALL).into()
}

/// Gives a type of your own its type in declaration files.
///
/// | on | it is |
/// |---|---|
/// | a struct with named fields | an object with these properties, in camelCase, declared under the struct's name |
/// | a tuple struct with one field | what that field is |
/// | a tuple struct with more | a tuple of what the fields are |
/// | an enum without data | a union of strings, or of numbers |
/// | anything with `#[ts = ".."]` | declared under its name as what is written |
///
/// Type parameters become those of the declaration. `#[ts = ".."]` and `#[arkts = ".."]` on a field are written instead of its
/// type; `#[js(..)]` means what it means for [`Js`](macro@Js).
#[proc_macro_derive(TypeOf, attributes(js, ts, arkts))]
pub fn type_of(item: TokenStream) -> TokenStream {
    expand::derive(item.into(), Traits { from_js: false, into_js: false, type_of: true }).into()
}

/// Gives an error type of your own a class in JavaScript, a code and fields, which it keeps on its way there: through `?`, as
/// the source of another error, and out of a thread.
///
/// It goes beside an implementation of `std::error::Error`, such as thiserror's. The module exports the classes by their names.
///
/// | key | on | meaning |
/// |---|---|---|
/// | `class = ".."` | the type | the name of its class; by default that of the type |
/// | `class = ".."` | a variant | a class of its own, which extends that of the enum |
/// | `extends = ".."` | the type, a variant with `class` | the class of the language that it extends, such as `TypeError`; by default `Error` |
/// | `code = ".."` | the type, a variant | the property `code`; a variant without it has that of the enum |
/// | `field`, `field = ".."` | a field | the error has a property of this name, by default in camelCase; the type is `Clone` and converts |
/// | `crate = path` | the type | where napi-core is, if not at `::napi_core` |
///
/// `#[ts = ".."]` and `#[arkts = ".."]` on a field are written instead of its type in declaration files.
#[proc_macro_derive(JsError, attributes(js, ts, arkts))]
pub fn js_error(item: TokenStream) -> TokenStream {
    expand::js_error(item.into()).into()
}

/// Makes a function a test that runs inside of a host of Node-API.
///
/// It takes `&mut Env<'_>`, `&Env<'_>` or nothing, and returns `()` or `Result<()>`. `#[ignore]`, `#[ignore = ".."]`,
/// `#[should_panic]` and `#[should_panic(expected = "..")]` mean what they mean beside `#[test]`.
///
/// # Keys
///
/// | key | meaning |
/// |---|---|
/// | `keeps_references` | strong references that are left when it ends are no failure |
/// | `crate = path` | where napi-core is, if not at `::napi_core` |
#[proc_macro_attribute]
pub fn test(args: TokenStream, item: TokenStream) -> TokenStream {
    expand(Attr::Test, args.into(), item.into()).into()
}

/// The arguments with which cargo builds the running crate once more: its features and its target. No part of the interface.
#[doc(hidden)]
#[proc_macro]
pub fn cargo_arguments(_: TokenStream) -> TokenStream {
    emit::cargo::arguments(std::env::args()).into()
}

/// Makes any thread able to call a function that JavaScript passes, or runs a closure on the thread pool.
///
/// It belongs inside a function with `#[export]`, which reads it: on a parameter, or on a closure in the body.
///
/// # On a parameter
///
/// | type | a call |
/// |---|---|
/// | `impl Fn(A, B) -> Result<T>` | waits for the answer |
/// | `impl Fn(A, B)` | does not wait; after the end of the environment it is dropped |
/// | `impl AsyncFn(A, B) -> Result<T>` | is awaited where it is made |
/// | `ThreadsafeCallback<(A, B), T>` | as the method says that makes it |
///
/// The arguments, at most 8, and the result are owned types. The bounds `Send + Sync + 'static` may follow the closure's; the
/// future of an `AsyncFn` is not `Send`, that of `ThreadsafeCallback::call_async` is.
///
/// | key | meaning |
/// |---|---|
/// | `weak` | does not keep the process alive |
/// | `bound = N` | at most `N` calls wait in the queue |
///
/// # On a closure
///
/// `#[threadsafe_callback(callback)] move || work()` is a `Result<Work>`: the closure runs on the thread pool, and its result
/// is handed to the function `callback`. The exported function needs an `Env`. Inside the arguments of another macro it is
/// refused.
#[proc_macro_attribute]
pub fn threadsafe_callback(_args: TokenStream, item: TokenStream) -> TokenStream {
    emit::work::outside_of_export(item.into()).into()
}
