//! `#[threadsafe_callback]` on parameters.

use super::errors::{refused_export, refused_module};
use super::expansion::{call, flat};

#[test]
fn closures() {
    call(
        "",
        "fn f(#[threadsafe_callback] cb: impl Fn(i32, String) -> Result<bool> + Send + Sync + 'static) {}",
        "call.no_env().arg::<__napi::ThreadsafeCallback<(i32, String), bool>, _>()\
         .run(|cb| f(move |a0, a1| cb.call_blocking((a0, a1))))",
    );
    for written in ["impl Fn(i32) + Send", "(impl Send + Fn(i32) -> ())"] {
        call(
            "",
            &format!("fn f(#[threadsafe_callback] cb: {written}) {{}}"),
            "call.no_env().arg::<__napi::ThreadsafeCallback<(i32,), ()>, _>()\
             .run(|cb| f(move |a0| ::core::mem::drop(cb.call((a0,)))))",
        );
    }
    call(
        "",
        "fn f(#[napi_core::threadsafe_callback()] cb: impl Fn() -> napi_core::Result<()>) {}",
        "call.no_env().arg::<__napi::ThreadsafeCallback<(), ()>, _>().run(|cb| f(move || cb.call_blocking(())))",
    );
    call(
        "",
        "fn f(#[threadsafe_callback] cb: impl AsyncFn(i32) -> Result<bool>) {}",
        "call.no_env().arg::<__napi::ThreadsafeCallback<(i32,), bool>, _>()\
         .run(|cb| f(async move |a0| cb.call_async((a0,)).await))",
    );
}

#[test]
fn the_runtime_type_is_passed_through() {
    call(
        "",
        "fn f(env: &Env<'_>, #[threadsafe_callback] cb: ThreadsafeCallback<(i32,), bool>, n: u8) {}",
        "call.own_scope().arg::<ThreadsafeCallback<(i32,), bool>, _>().arg::<u8, _>().run(|env, cb, n| f(env, cb, n))",
    );
}

#[test]
fn options() {
    call(
        "",
        "fn f(#[threadsafe_callback(bound = 2 * SIZE, weak)] cb: ThreadsafeCallback<(i32,)>) {}",
        "call.no_env().arg::<ThreadsafeCallback<(i32,)>, _>()\
         .run(|cb| { let cb = cb.weak().bound(2 * SIZE); f(cb) })",
    );
    call(
        "",
        "fn f(#[threadsafe_callback(weak)] a: impl Fn(), n: u8, #[threadsafe_callback(bound = 8)] b: impl Fn()) {}",
        "call.no_env().arg::<__napi::ThreadsafeCallback<(), ()>, _>().arg::<u8, _>()\
         .arg::<__napi::ThreadsafeCallback<(), ()>, _>().run(|a, n, b| \
         { let a = a.weak(); let b = b.bound(8); \
         f(move || ::core::mem::drop(a.call(())), n, move || ::core::mem::drop(b.call(()))) })",
    );
}

#[test]
fn the_attribute_is_gone() {
    let text = flat("", "fn f(#[threadsafe_callback(weak)] #[allow(unused)] cb: impl Fn(i32)) { cb(1) }");
    assert!(text.starts_with("fn f(#[allow(unused)] cb: impl Fn(i32)) { cb(1) }"), "{text}");
    let text = flat("nmae = 1", "fn f(#[threadsafe_callback] cb: impl Fn(i32)) { cb(1) }");
    assert!(text.starts_with("fn f(cb: impl Fn(i32)) { cb(1) }"), "{text}");
    let text = flat("", "fn f(#[cfg_attr(a, threadsafe_callback(weak))] cb: impl Fn()) {}");
    assert!(text.contains("#[cfg(a)] #[::napi_core::export()] fn f(#[threadsafe_callback(weak)] cb"), "{text}");
}

/// In the closure that is made, an argument has another name than the callback.
#[test]
fn arguments_do_not_hide_the_callback() {
    let text = flat("", "fn f(#[threadsafe_callback] a0: impl Fn(u8)) {}");
    assert!(text.contains("|a0| f(move |b0| ::core::mem::drop(a0.call((b0,))))"), "{text}");
}

#[test]
fn lifetimes_of_the_function_are_erased() {
    let text = flat("", "fn f<'a>(#[threadsafe_callback] cb: impl Fn(Name<'a>) -> Result<Name<'a>>) {}");
    assert!(text.contains("ThreadsafeCallback<(Name<'_>,), Name<'_>>"), "{text}");
}

#[track_caller]
fn refused(param: &str, expected: &str) {
    refused_export("", &format!("fn f(#[threadsafe_callback] cb: {param}) {{}}"), &[expected]);
}

#[test]
fn results() {
    refused(
        "impl Fn(i32) -> bool",
        "(closing, a throw, a wrong type, the JavaScript thread itself): write `-> Result<bool>`",
    );
    refused("impl Fn(i32) -> Option<Vec<u8>>", "write `-> Result<Option<Vec<u8>>>`");
    refused("impl AsyncFn(i32) -> bool", "write `-> Result<bool>`");
    refused("impl AsyncFn(i32)", "write `-> Result<()>`, or `Fn`");
    let future = "write `ThreadsafeCallback<(u8, u16), T>`, and await";
    refused("impl Fn(u8, u16) -> impl Future<Output = Result<bool>>", future);
    refused("impl Fn(u8, u16) -> BoxFuture<'static, Result<bool>>", future);
    refused("impl Fn(u8, u16) -> Pin<Box<dyn Future<Output = Result<bool>> + Send>>", future);
    refused("impl Fn() -> BoxFuture<bool>", "write `ThreadsafeCallback<(), T>`");
}

#[test]
fn types() {
    refused("impl FnMut(i32)", "which `FnMut` rules out: write `Fn`");
    refused("impl FnOnce(i32) -> bool", "which `FnOnce` rules out: write `Fn`");
    refused("impl AsyncFnOnce(i32)", "which `AsyncFnOnce` rules out: write `AsyncFn`");
    refused("Box<dyn Fn(i32) -> Result<bool> + Send>", "write `impl Fn(i32) -> Result<bool>`");
    refused("&dyn FnMut(&str)", "write `impl Fn(&str)`");
    refused("Option<impl Fn(i32)>", "write `Option<ThreadsafeCallback<(i32,)>>` without the attribute");
    refused("Function<'_, (i32,)>", "write a closure type such as");
    refused("impl Clone + Send", "write a closure type such as");
    let generic = "fn f<F: Fn(i32) + Send>(#[threadsafe_callback] cb: F) {}";
    refused_export("", generic, &["write `impl Fn(i32)`"]);
    let others = "fn f<F: Fn(i32), T>(#[threadsafe_callback] cb: F, t: T) {}";
    refused_export("", others, &["cannot be generic", "write `impl Fn(i32)`"]);
    refused_export("", "fn f(cb: impl Fn(i32)) {}", &["write `#[threadsafe_callback]` before the parameter"]);
    refused_export("", "fn f(#[threadsafe_callback] cb: impl Fn(), a: impl Clone) {}", &["`impl Trait`"]);
}

#[test]
fn arguments() {
    refused("impl Fn(&str)", "nothing is lent: write `String`");
    refused("impl for<'a> Fn(Option<&'a [u8]>)", "write `Vec<u8>`");
    refused("impl Fn(&mut Mine)", "write `Mine`");
    refused("impl Fn(Object<'_>)", "`Object` belongs to a scope of the JavaScript thread");
    refused("impl Fn() -> Result<Vec<Value>>", "`Value` belongs to a scope");
    refused("impl Fn(u8, u8, u8, u8, u8, u8, u8, u8, u8)", "at most 8 arguments, and this one takes 9");
    refused_export("", "fn f(#[threadsafe_callback] cb: impl Fn(&'static str, serde_json::Value)) {}", &[]);
}

#[test]
fn keys() {
    let refused = |args: &str, expected: &str| {
        refused_export("", &format!("fn f(#[threadsafe_callback{args}] cb: impl Fn()) {{}}"), &[expected]);
    };
    refused("(foo = 1)", "no key `foo`: on a parameter its keys are `weak` and `bound = 100`");
    refused("(callback)", "the name of a function goes on a closure");
    refused("(waek)", "did you mean `weak`?");
    refused("(name = \"x\")", "`name` belongs to `#[export]`");
    refused("(\"x\")", "expected `key` or `key = value`");
    refused(" = 1", "expected `key` or `key = value`");
    refused("(weak, weak)", "`weak` is written twice");
    refused("(weak = true)", "`weak` takes no value");
    refused("(bound)", "`bound` needs a value: write `bound = 100`");
    refused("(bound = 0)", "`bound` takes a number greater than 0");
    refused("(bound = 0x0_usize)", "`bound` takes a number greater than 0");
    refused("(bound = \"1\")", "`bound` takes a number greater than 0");
    refused("(bound(1))", "expected `bound = 100`");
    refused("] #[threadsafe_callback", "`#[threadsafe_callback]` is written twice");
}

#[test]
fn places() {
    refused_export("", "fn f(#[threadsafe_callback] env: &Env<'_>) {}", &["an `Env` is no function that JavaScript"]);
    refused_export("", "fn f(#[threadsafe_callback] this: This<'_>) {}", &["`this` is no function"]);
    refused_export("", "fn f(#[threadsafe_callback] rest: Rest<f64>) {}", &["a `Rest` is no function"]);
    let default = "fn f(#[default(g)] #[threadsafe_callback] cb: impl Fn()) {}";
    refused_export("", default, &["a callback has no default"]);
    let inside = "belongs inside a function with `#[export]`";
    refused_module("", "fn init(#[threadsafe_callback] cb: ThreadsafeCallback<()>) {}", &[inside]);
}
