//! Addons of many functions, generated for each contestant as its documentation teaches.

use std::fs;
use std::path::Path;

use crate::{addons, sources};

/// A contestant and how its addon of many functions is written.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    head: &'static str,
    function: fn(usize) -> String,
    /// How a function is named in the table at the end; Rust's attributes need none.
    entry: Option<fn(usize) -> String>,
    tail: &'static str,
    /// Of Rust: the dependencies.
    dependencies: &'static str,
    build_script: bool,
    /// Of Rust: the crates that the source names.
    pub(crate) externs: &'static [&'static str],
}

/// All of them.
pub(crate) const KINDS: [Kind; 5] = [
    Kind {
        name: "c",
        head: include_str!("exports/head.c"),
        function: |n| format!("FUNCTION({n})\n"),
        entry: Some(|n| format!("ENTRY({n})\n")),
        tail: include_str!("exports/tail.c"),
        dependencies: "",
        build_script: false,
        externs: &[],
    },
    Kind {
        name: "node-addon-api",
        head: include_str!("exports/head.cc"),
        function: |n| format!("FUNCTION({n})\n"),
        entry: Some(|n| format!("ENTRY({n})\n")),
        tail: "  return exports;\n}\n\nNODE_API_MODULE(contestant, Init)\n",
        dependencies: "",
        build_script: false,
        externs: &[],
    },
    Kind {
        name: "core",
        head: "use napi_core::prelude::*;\n\n#[module]\nfn init() {}\n",
        function: |n| format!("\n#[export]\nfn f{n}(a: f64, b: f64) -> f64 {{\n    a + b * {n}.0\n}}\n"),
        entry: None,
        tail: "",
        dependencies: "napi-core = { path = \"@/../napi-core\" }\n",
        build_script: false,
        externs: &["napi_core"],
    },
    Kind {
        name: "napi-rs",
        head: "use napi_derive::napi;\n",
        function: |n| format!("\n#[napi]\npub fn f{n}(a: f64, b: f64) -> f64 {{\n    a + b * {n}.0\n}}\n"),
        entry: None,
        tail: "",
        dependencies: "napi = \"3\"\nnapi-derive = \"3\"\n\n[build-dependencies]\nnapi-build = \"2\"\n",
        build_script: true,
        externs: &["napi", "napi_derive"],
    },
    Kind {
        name: "neon",
        head: "",
        function: |n| format!("\n#[neon::export]\nfn f{n}(a: f64, b: f64) -> f64 {{\n    a + b * {n}.0\n}}\n"),
        entry: None,
        tail: "",
        dependencies: "neon = \"1.1\"\n",
        build_script: false,
        externs: &["neon"],
    },
];

impl Kind {
    /// The contestant of that name.
    pub(crate) fn named(name: &str) -> &'static Self {
        KINDS.iter().find(|kind| kind.name == name).expect("a contestant that is generated")
    }

    /// An addon whose functions `f0`, `f1`.. give `a + b * number`.
    pub(crate) fn source(&self, count: usize) -> String {
        let mut text = self.head.to_owned();
        text.extend((0..count).map(self.function));
        if let Some(entry) = self.entry {
            text.push_str(if self.name == "c" { "\nTABLE_BEGIN\n" } else { "\nINIT_BEGIN\n" });
            text.extend((0..count).map(entry));
        }
        text.push_str(self.tail);
        text
    }

    /// Writes a package of Rust to `place`, with the versions of the contestants.
    pub(crate) fn package(&self, count: usize, place: &Path) -> Result<(), String> {
        addons::make_folder(&place.join("src"))?;
        put(&place.join("src/lib.rs"), &self.source(count))?;
        put(&place.join("Cargo.toml"), &self.manifest(count))?;
        if self.build_script {
            put(&place.join("build.rs"), "fn main() {\n    napi_build::setup();\n}\n")?;
        }
        put(&place.join("Cargo.lock"), &addons::read(&sources().join("Cargo.lock"))?)
    }

    /// The name of the package of so many functions.
    pub(crate) fn package_name(&self, count: usize) -> String {
        format!("exports-{}-{count}", self.name)
    }

    fn manifest(&self, count: usize) -> String {
        let name = self.package_name(count);
        let mut text =
            format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n");
        text.push_str(
            "[lib]\ncrate-type = [\"cdylib\"]\n\n[profile.release]\nlto = true\nstrip = \"symbols\"\n\n[dependencies]\n",
        );
        let sources = sources().display().to_string();
        text + &self.dependencies.replace('@', &sources)
    }
}

/// Writes a source; what has not changed keeps its time, so that it is not built again.
pub(crate) fn put(file: &Path, text: &str) -> Result<(), String> {
    if fs::read_to_string(file).is_ok_and(|found| found == text) {
        return Ok(());
    }
    crate::write(file, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_is_written() {
        for kind in &KINDS {
            let text = kind.source(100);
            assert!((0..100).all(|n| text.contains(&(kind.function)(n))), "{}", kind.name);
        }
    }
}
