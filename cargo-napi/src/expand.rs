//! `cargo napi expand`: what the attributes generate.

use std::env;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use syn::visit::{self, Visit};
use syn::{Expr, Ident, Item, Lit};

use crate::cargo::{cargo, output};
use crate::print::print;
use crate::project::Project;

/// What the compiler is told.
const EXPANDED: &str = "-Zunpretty=expanded";

/// Set where this program is the compiler.
const WRAPS: &str = "CARGO_NAPI_WRAPS_RUSTC";

/// How alike a name must be to be what was meant, from 0 to 1.
const ALIKE: f64 = 0.75;

/// What `cargo napi expand` was asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The export: its name in Rust (`greet`, `math::add`) or in JavaScript; all are listed without it
    item: Option<String>,
    /// The package it is in, where a workspace has several
    #[arg(short, long)]
    package: Option<String>,
    /// Features of the package to build with
    #[arg(short = 'F', long, value_name = "FEATURES")]
    features: Vec<String>,
    /// Show all exports
    #[arg(long, conflicts_with = "item")]
    all: bool,
}

/// Something with an attribute, and what it generated.
struct Export {
    /// `math::add`
    path: String,
    js_name: Option<String>,
    items: Vec<Item>,
}

/// Runs `cargo napi expand`.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    let project = Project::find(args.package.as_deref())?;
    let file = syn::parse_file(&expanded(&project, &args.features)?).context("what rustc prints is no Rust")?;
    let mut exports = Vec::new();
    collect(file.items, "", &mut exports);
    if exports.is_empty() {
        bail!("{} exports nothing; next: write #[export] on a function", project.name);
    }
    match &args.item {
        Some(item) => print(&shown(&select(&exports, item)?))?,
        None if args.all => print(&shown(&exports.iter().collect::<Vec<_>>()))?,
        None => print(&exports.iter().map(|export| export.label() + "\n").collect::<String>())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn expanded(project: &Project, features: &[String]) -> Result<String> {
    let mut cargo = cargo();
    cargo.args(["rustc", "--quiet", "--lib", "--profile=check", "--manifest-path"]).arg(&project.manifest);
    cargo.arg("--package").arg(&project.id);
    cargo.args(features.iter().flat_map(|features| ["--features", features]));
    cargo.args(["--", EXPANDED]);
    cargo.env("RUSTC_WORKSPACE_WRAPPER", env::current_exe().context("the path of this program")?).env(WRAPS, "1");
    output(&mut cargo).with_context(|| format!("{} does not expand", project.name))
}

/// Runs the compiler in place of this program, if it was started as cargo's wrapper around it.
///
/// A stable compiler expands only with `RUSTC_BOOTSTRAP`. Set for cargo, it would have every build script that looks at
/// it run again, and half of the dependencies with it, now and in the next build.
pub(crate) fn as_compiler() -> Option<Result<ExitCode>> {
    env::var_os(WRAPS)?;
    let mut words = env::args_os().skip(1);
    let mut rustc = Command::new(words.next()?);
    rustc.args(words);
    if rustc.get_args().any(|word| word == EXPANDED) {
        rustc.env("RUSTC_BOOTSTRAP", "1");
    }
    let status = rustc.status().context("the compiler does not run");
    Some(status.map(|status| if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }))
}

/// Finds the exports: items before constants without a name that use `napi_core::__private`.
fn collect(items: Vec<Item>, module: &str, exports: &mut Vec<Export>) {
    let mut open = false;
    for item in items {
        if is_generated(&item) {
            if let (true, Some(export)) = (open, exports.last_mut()) {
                export.js_name = export.js_name.take().or_else(|| js_name(&item));
                export.items.push(item);
            }
            continue;
        }
        exports.pop_if(|last| last.items.len() == 1);
        open = false;
        match item {
            Item::Mod(item) => {
                let module = joined(module, &item.ident);
                let items = item.content.map(|(_, items)| items).unwrap_or_default();
                collect(items, &module, exports);
            }
            item => {
                if let Some(ident) = ident(&item) {
                    open = true;
                    exports.push(Export { path: joined(module, ident), js_name: None, items: vec![item] });
                }
            }
        }
    }
    exports.pop_if(|last| last.items.len() == 1);
}

fn joined(module: &str, ident: &Ident) -> String {
    if module.is_empty() { ident.to_string() } else { format!("{module}::{ident}") }
}

/// The name of an item that can have an attribute of `napi-core`.
fn ident(item: &Item) -> Option<&Ident> {
    match item {
        Item::Fn(item) => Some(&item.sig.ident),
        Item::Const(item) => Some(&item.ident),
        Item::Static(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        Item::Impl(item) => match &*item.self_ty {
            syn::Type::Path(path) if item.trait_.is_none() => path.path.segments.last().map(|segment| &segment.ident),
            _ => None,
        },
        _ => None,
    }
}

fn is_generated(item: &Item) -> bool {
    let Item::Const(item) = item else { return false };
    let mut found = Private(false);
    found.visit_expr(&item.expr);
    item.ident == "_" && found.0
}

/// Looks for `__private`.
struct Private(bool);

impl<'ast> Visit<'ast> for Private {
    fn visit_ident(&mut self, ident: &'ast Ident) {
        self.0 |= ident == "__private";
    }
}

fn js_name(item: &Item) -> Option<String> {
    let mut found = JsName(None);
    found.visit_item(item);
    found.0
}

/// Looks for `const NAME: &str = ".."`, and for `Export::constant("..", ..)`.
struct JsName(Option<String>);

impl<'ast> Visit<'ast> for JsName {
    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        if item.ident == "NAME" {
            self.0 = self.0.take().or_else(|| text(&item.expr));
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let is_constant = match &*call.func {
            Expr::Path(path) => path.path.segments.last().is_some_and(|segment| segment.ident == "constant"),
            _ => false,
        };
        if is_constant {
            self.0 = self.0.take().or_else(|| call.args.first().and_then(text));
        }
        visit::visit_expr_call(self, call);
    }
}

fn text(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(expr) => match &expr.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

impl Export {
    fn label(&self) -> String {
        match &self.js_name {
            Some(name) if *name != self.path => format!("{} ({name})", self.path),
            _ => self.path.clone(),
        }
    }

    fn is_called(&self, name: &str) -> bool {
        let path = name.strip_prefix("crate::").unwrap_or(name);
        self.path == path
            || self.path.strip_suffix(path).is_some_and(|rest| rest.ends_with("::"))
            || self.js_name.as_deref() == Some(name)
    }

    fn likeness(&self, name: &str) -> f64 {
        let last = self.path.rsplit("::").next().unwrap_or_default();
        let names = [Some(self.path.as_str()), Some(last), self.js_name.as_deref()];
        names.into_iter().flatten().map(|known| strsim::jaro_winkler(known, name)).fold(0.0, f64::max)
    }
}

fn select<'e>(exports: &'e [Export], name: &str) -> Result<Vec<&'e Export>> {
    let found: Vec<&Export> = exports.iter().filter(|export| export.is_called(name)).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let near: Vec<String> =
        exports.iter().filter(|export| export.likeness(name) > ALIKE).map(Export::label).take(5).collect();
    match near.is_empty() {
        true => bail!("nothing is exported as {name}; next: cargo napi expand lists what is"),
        false => bail!("nothing is exported as {name}; near are: {}", near.join(", ")),
    }
}

fn shown(exports: &[&Export]) -> String {
    let items = exports.iter().flat_map(|export| export.items.iter().cloned()).collect();
    prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"
        fn helper() {}
        fn greet() {}
        const _: () = {
            use ::napi_core::__private as __napi;
            impl __napi::Callback for NapiExport { const NAME: &'static str = "greetJs"; }
        };
        const _: () = { assert!(true); };
        mod math {
            fn add() {}
            const _: () = { use ::napi_core::__private as __napi; };
            const PI: f64 = 3.0;
            const _: () = {
                use ::napi_core::__private as __napi;
                static E: &__napi::Export = &__napi::Export::constant("pi", |call| call.value(PI));
            };
        }
        struct Last;
    "#;

    fn exports() -> Vec<Export> {
        let mut exports = Vec::new();
        collect(syn::parse_file(SOURCE).expect("Rust").items, "", &mut exports);
        exports
    }

    #[test]
    fn what_has_an_attribute_is_found() {
        let labels: Vec<String> = exports().iter().map(Export::label).collect();
        assert_eq!(labels, ["greet (greetJs)", "math::add", "math::PI (pi)"]);
    }

    #[test]
    fn names_of_both_languages_are_known() {
        let exports = exports();
        let found = |name| select(&exports, name).map(|found| found[0].path.clone()).map_err(|error| error.to_string());
        assert_eq!(found("greetJs").as_deref(), Ok("greet"));
        assert_eq!(found("add").as_deref(), Ok("math::add"));
        assert_eq!(found("crate::math::PI").as_deref(), Ok("math::PI"));
        assert_eq!(found("greets"), Err("nothing is exported as greets; near are: greet (greetJs)".into()));
        assert!(found("helper").is_err());
        assert!(found("zzz").is_err_and(|error| error.contains("cargo napi expand lists what is")));
    }
}
