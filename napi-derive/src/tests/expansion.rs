//! What is generated.

use super::{export, module, pretty};

/// The expansion without line breaks and indentation.
pub(super) fn flat(args: &str, item: &str) -> String {
    pretty(export(args, item)).split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".")
}

/// Asserts that the call of `item` is `expected`.
#[track_caller]
pub(super) fn call(args: &str, item: &str, expected: &str) {
    let text = flat(args, item);
    let start = text.find("Returned { call").expect("a call") + "Returned { ".len();
    let end = start + text[start..].find(" } } #[used]").expect("the end of the call");
    // What the printer adds when it breaks lines.
    let call = text[start..end].replace("( ", "(").replace(", )", ")");
    assert_eq!(call, expected);
}

#[test]
fn add() {
    let expected = r#"fn add(a: f64, b: f64) -> f64 {
    a + b
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "add";
        const PARAMS: &'static str = "a, b";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.no_env().arg::<f64, _>().arg::<f64, _>().run(|a, b| add(a, b))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("package/src/lib.rs", (9u32, 5u32), (1, 1)));
    const NAPI_TEXT: &str = "name add\nparam a\nparam b\nreturns\nsite   1 1 /\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<f64>, __napi::Of<f64>, __napi::Of<f64>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
};
"#;
    assert_eq!(pretty(export("", "fn add(a: f64, b: f64) -> f64 { a + b }")), expected);
    assert!(expected.lines().count() <= 28, "the expansion is a product surface");
}

#[test]
fn scope_policy() {
    call("", "fn f() {}", "call.no_env().run(|| f())");
    call("", "fn f<'a>(o: Object<'a>) -> Object<'a> { o }", "call.no_env().arg::<Object<'_>, _>().run(|o| f(o))");
    call("", "fn f(env: &Env<'_>) -> f64 { 0.0 }", "call.own_scope().run(|env| f(env))");
    call("", "fn f(env: &mut (Env)) -> &'static str { \"\" }", "call.own_scope().run(|env| f(env))");
    call(
        "",
        "fn f<'s>(env: &mut Env<'s>) -> Result<Object<'s>> { env.object() }",
        "call.escapable_scope().run(|env| f(env))",
    );
    call("scope = \"host\"", "fn f<'s>(env: &Env<'s>) -> Value<'s> { g() }", "call.host_scope().run(|env| f(env))");
}

#[test]
fn parameters_keep_their_order() {
    call(
        "",
        "fn f(o: u32, env: &Env<'_>, this: This<'_>, key: &str, rest: Rest<f64>) {}",
        "call.own_scope().arg::<u32, _>().this().arg::<&str, _>().rest::<f64>()\
         .run(|env, o, this, key, rest| f(o, env, this, key, rest))",
    );
    let text = flat("", "fn f(o: u32, env: &Env<'_>, this: This<'_>, r#type: &str, (a, b): (u8, u8)) {}");
    assert!(text.contains(r#"PARAMS: &'static str = "o, type, _""#), "{text}");
}

#[test]
fn bindings_are_unambiguous() {
    call("", "fn a(a: u8) {}", "call.no_env().arg::<u8, _>().run(|arg0| a(arg0))");
    call(
        "",
        "fn f(cx: &Env<'_>, env: u8, mut arg0: u8, _: u8, (x, y): (u8, u8)) {}",
        "call.own_scope().arg::<u8, _>().arg::<u8, _>().arg::<u8, _>().arg::<(u8, u8), _>()\
         .run(|env, arg0, arg1, arg2, arg3| f(env, arg0, arg1, arg2, arg3))",
    );
}

#[test]
fn types_outside_of_the_function() {
    call("", "fn f(a: (f64)) {}", "call.no_env().arg::<f64, _>().run(|a| f(a))");
    call(
        "",
        "fn f<'a>(a: Cow<'a, str>, b: Cow<'static, str>, c: for<'x> fn(&'x str)) {}",
        "call.no_env().arg::<Cow<'_, str>, _>().arg::<Cow<'static, str>, _>().arg::<for<'x> fn(&'x str), _>()\
         .run(|a, b, c| f(a, b, c))",
    );
}

#[test]
fn defaults() {
    let item = "fn f(a: u8, #[default(1 + 2)] b: u8) {}";
    call("", item, "call.no_env().arg::<u8, _>().default_arg::<u8, _>().run(|a, b| f(a, b.unwrap_or_else(|| 1 + 2)))");
    assert!(flat("", item).starts_with("fn f(a: u8, b: u8) {}"), "the attribute is gone");
}

#[test]
fn documentation_is_what_was_written() {
    // `flat` makes one space of several.
    let doc = |item: &str| {
        let text = flat("", item);
        let start = text.find("\\ndoc ").expect("a line of documentation") + "\\ndoc ".len();
        text[start..start + text[start..].find("\\nreturns").expect("the line after it")].replace("\\\\n", "|")
    };
    assert_eq!(doc("/// A list:\n///\n/// * one\n///   * two\nfn f() {}"), "A list:||* one| * two");
    assert_eq!(doc("/** A block,\n * of two lines.\n */\nfn f() {}"), "A block,|of two lines.");
    assert_eq!(doc("#[doc = \"one\"] fn f() {}"), "one");
}

#[test]
fn texts_of_records_are_lines() {
    let text = flat("name = \"\\0a\\\\b\\nc\"", "fn f() {}");
    assert!(text.contains(r#""name \\0a\\\\b\\nc\nreturns\nsite"#), "{text}");
}

#[test]
fn keys() {
    let text = flat("name = \"x-y\", namespace = \"a.b\", overload, crate = crate::rt,", "fn f() {}");
    assert!(text.contains("use crate::rt::__private as __napi;"), "{text}");
    assert!(text.contains("NAME: &'static str = \"x-y\""), "{text}");
    assert!(text.contains(".namespace(\"a.b\").overload(); const NAPI_TEXT"), "{text}");
    assert!(!text.contains("napi_core"), "{text}");
}

#[test]
fn conditions_are_copied() {
    let text = flat("", "#[cfg(unix)] #[inline] #[cfg_attr(a, cfg(b), inline)] #[cfg_attr(a, inline)] pub fn f() {}");
    assert!(text.contains("#[cfg(unix)] #[cfg_attr(a, cfg(b))] const _"), "{text}");
    assert!(
        text.starts_with("#[cfg(unix)] #[inline] #[cfg_attr(a, cfg(b), inline)] #[cfg_attr(a, inline)] pub"),
        "{text}"
    );
}

#[test]
fn lint_levels_are_inherited() {
    let text = flat("", "#[deprecated = \"old\"] #[expect(unused_parens, reason = \"r\")] fn f() {}");
    assert!(text.contains("#[allow(deprecated)] #[allow(unused_parens, reason = \"r\")] const _"), "{text}");
    let text = flat("", "#[cfg_attr(a, allow(deprecated), inline)] #[allow(dead_code)] fn f(_: Old) {}");
    assert!(text.contains("#[cfg_attr(a, allow(deprecated))] #[allow(dead_code)] const _"), "{text}");
}

#[test]
fn conditional_parameters_split_the_function() {
    let text = flat("overload", "fn f(#[cfg(a)] x: u8, #[cfg_attr(b, default(1), allow(unused))] y: u8) {}");
    let expected = "#[cfg(a)] #[::napi_core::export(overload)] \
        fn f(x: u8, #[cfg_attr(b, default(1), allow(unused))] y: u8) {} \
        #[cfg(not(a))] #[::napi_core::export(overload)] \
        fn f(#[cfg_attr(b, default(1), allow(unused))] y: u8) {}";
    assert_eq!(text, expected);
    let text = flat("crate = rt", "fn f(#[cfg_attr(b, default(1), allow(unused))] y: u8) {}");
    let expected = "#[cfg(b)] #[rt::export(crate = rt)] fn f(#[default(1)] #[allow(unused)] y: u8) {} \
        #[cfg(not(b))] #[rt::export(crate = rt)] fn f(y: u8) {}";
    assert_eq!(text, expected);
}

#[test]
fn constants() {
    let text = flat("", "pub const VERSION: &str = \"1\";");
    assert!(text.contains("Export::constant( \"VERSION\", |call| call.value(VERSION),"), "{text}");
    let text = flat("name = \"list\", namespace = \"a\"", "static LIST: Vec<u8> = Vec::new();");
    assert!(text.contains("\"list\", |call| call.value(::core::clone::Clone::clone(&LIST)),"), "{text}");
    assert!(text.contains(".namespace(\"a\")"), "{text}");
}

#[test]
fn module_with_everything() {
    let text = pretty(module("", "fn init(exports: Object<'_>, env: &mut Env<'_>) -> Result<()> { Ok(()) }"));
    for part in [
        "const NAME: &'static str = ::core::env!(\"CARGO_CRATE_NAME\");",
        "call.run(|env, exports| init(exports, env))",
        "#[unsafe(export_name = \"napi_core_only_one_module_per_library\")]",
        "extern \"C\" fn napi_register_module_v1(",
        "extern \"C\" fn node_api_module_get_api_version_v1() -> i32 {",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn module_with_constructor() {
    let text = pretty(module("register = \"constructor\", name = \"n\"", "fn init() {}"));
    assert!(text.contains("const NAME: &'static str = \"n\";"), "{text}");
    assert!(text.contains("call.run(|_env, _exports| init())"), "{text}");
    assert!(text.contains(".constructor();"), "{text}");
    assert!(!text.contains("napi_register_module_v1"), "{text}");
}
