//! What a new project is called, by cargo, by npm, and as a folder.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::usage::usage;

/// The names of a project.
#[derive(Debug)]
pub(super) struct Names {
    /// Cargo's.
    pub(super) package: String,
    /// That of npm and of OpenHarmony's packages, which may have a scope.
    pub(super) npm: String,
    pub(super) folder: PathBuf,
}

/// What cargo or the compiler would not take for the name of a library.
const RESERVED: &[&str] = &[
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "core",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "proc_macro",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

impl Names {
    /// Takes `NAME`, `@SCOPE/NAME` or a path that ends with `NAME` apart.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = path.to_str().ok_or_else(|| usage(format!("{}: a name must be UTF-8", path.display())))?;
        if let Some((scope, name)) = text.strip_prefix('@').and_then(|text| text.split_once('/')) {
            check(name)?;
            check(scope)
                .map_err(|_| usage(format!("@{scope}: no scope of npm's: expected @scope/name, in small letters")))?;
            return Ok(Self { package: name.into(), npm: format!("@{scope}/{name}"), folder: name.into() });
        }
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return Err(usage(format!("{text}: expected a path that ends with the name of the project")));
        };
        check(name)?;
        Ok(Self { package: name.into(), npm: name.into(), folder: path.into() })
    }

    /// The library's, without what a system puts around it.
    pub(super) fn library(&self) -> String {
        self.package.replace('-', "_")
    }

    /// The file name of the library on OpenHarmony.
    pub(super) fn shared_object(&self) -> String {
        format!("lib{}.so", self.library())
    }
}

fn check(name: &str) -> Result<()> {
    let is_part = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-' || char == '_';
    let problem = if !name.chars().all(is_part) {
        "expected small letters a to z, digits, - and _, as cargo and npm both accept"
    } else if !name.starts_with(|char: char| char.is_ascii_lowercase()) {
        "expected a letter first"
    } else if RESERVED.contains(&name) {
        "Rust has this name for something else"
    } else if name == "napi-core" || name == "napi_core" {
        "it would depend on the package of the same name"
    } else {
        return Ok(());
    };
    Err(usage(format!("{name:?} cannot be the name of a project: {problem}{}", suggestion(name))))
}

/// A name that would do, if there is one near.
fn suggestion(name: &str) -> String {
    let mut better = String::new();
    for char in name.chars() {
        if char.is_ascii_uppercase() && better.ends_with(|last: char| last.is_ascii_lowercase()) {
            better.push('-');
        }
        better.push(if char.is_ascii_alphanumeric() || char == '_' { char.to_ascii_lowercase() } else { '-' });
    }
    let mut better = better.trim_matches(|char: char| !char.is_ascii_lowercase() && !char.is_ascii_digit()).to_owned();
    better = better.trim_start_matches(|char: char| char.is_ascii_digit()).to_owned();
    if RESERVED.contains(&better.as_str()) || better == "napi-core" {
        better.push_str("-addon");
    }
    match better.is_empty() {
        true => String::new(),
        false => format!("; for example {better}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &str) -> (String, String, PathBuf) {
        let names = Names::read(Path::new(path)).expect("a name");
        (names.package, names.npm, names.folder)
    }

    fn refusal(path: &str) -> String {
        Names::read(Path::new(path)).expect_err("no name").to_string()
    }

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(names("my-addon"), ("my-addon".into(), "my-addon".into(), "my-addon".into()));
        assert_eq!(names("../near/addon"), ("addon".into(), "addon".into(), "../near/addon".into()));
        assert_eq!(names("@scope/addon"), ("addon".into(), "@scope/addon".into(), "addon".into()));
    }

    #[test]
    fn names_that_cargo_or_npm_refuse_are_refused() {
        assert_eq!(
            refusal("MyAddon"),
            "\"MyAddon\" cannot be the name of a project: expected small letters a to z, digits, - and _, as cargo and \
             npm both accept; for example my-addon"
        );
        assert!(refusal("7zip").ends_with("expected a letter first; for example zip"), "{}", refusal("7zip"));
        assert!(refusal("async").ends_with("something else; for example async-addon"));
        assert!(refusal("napi-core").contains("depend on the package of the same name"));
        assert!(refusal("@Scope/addon").starts_with("@Scope: no scope of npm's"));
        assert!(refusal("..").contains("expected a path that ends with the name"));
        assert!(refusal("ä").contains("expected small letters"));
    }
}
