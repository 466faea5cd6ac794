//! `cargo napi types`: the declarations of a library's exports.
//!
//! Records come from a section of the file ([`library`]), are put in order and held against each other ([`module`], [`reach`],
//! [`declare`]) and written ([`render`], [`json`]). What a declaration promises is what the addon does:
//!
//! - Nothing is `any` or `unknown`. A value of any kind is a `JsValue`, which the file declares, a pointer of Rust's an `External`.
//! - An `Option` takes undefined and null and gives undefined; in a type with a name, whose values go both ways, it is undefined.
//! - An enum is the union of its values: the addon exports no object for it.
//! - A `Buffer` is a `Uint8Array`, which it is with and without the types of Node.
//! - What no interface extends, such as a union, is part of an intersection; ArkTS has none, and gets an `object`.
//! - A `Float16Array` is one of TypeScript's library `esnext.float16` (5.8 and newer), which programs add to their `lib`.
//! - A class is what `new`, `extends` and `instanceof` say of it: without a constructor its own is private, or protected where
//!   another class extends it, and an object that looks like an instance is none (`#private`).
//! - Types in ArkTS are those in TypeScript, but for symbols, `Float16Array`, names that are no identifiers, a module that is a
//!   value, and texts with words or braces that the linter refuses: these are errors that ask for `arkts = ".."`. In ArkTS
//!   classes have no `#private`, because all types go by their names, and no members by symbols but `Symbol.iterator`.

mod check;
mod declare;
#[cfg(test)]
mod fuzz;
mod json;
mod library;
mod members;
mod module;
mod names;
mod reach;
mod render;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::ValueHint;

use module::Module;

use crate::files::write_changed;
use crate::print::print;

pub(crate) use names::can_be_declared;

/// Write the declarations of a library's exports
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The library, built for any platform, stripped or not
    #[arg(value_name = "LIB", value_hint = ValueHint::FilePath)]
    library: PathBuf,
    /// Write declarations for ArkTS
    #[arg(long)]
    arkts: bool,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "check")]
    output: Option<PathBuf>,
    /// Exit with 1 if a file does not hold these declarations, and show where
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    check: Option<PathBuf>,
    /// Write the types as JSON, for tools
    #[arg(long, conflicts_with_all = ["arkts", "check"])]
    json: bool,
}

/// Whom the declarations are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flavour {
    TypeScript,
    ArkTs,
}

/// Runs `cargo napi types`.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    let flavour = if args.arkts { Flavour::ArkTs } else { Flavour::TypeScript };
    let types = Types::read(&args.library)?;
    let text = match args.json {
        true => json::of(&types.module)?,
        false => types.declarations(flavour)?,
    };
    match (&args.check, &args.output) {
        (Some(file), _) => check::check(file, &text, &args.library, flavour)?,
        (None, Some(file)) => {
            write_changed(file, &text)?;
        }
        (None, None) => print(&text)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The types of what a library exports.
pub(crate) struct Types<'l> {
    library: &'l Path,
    module: Module,
}

impl<'l> Types<'l> {
    /// Reads them from its records.
    pub(crate) fn read(library: &'l Path) -> Result<Self> {
        let module = Module::new(library::records(library)?)
            .with_context(|| format!("the types of {} make no sense", library.display()))?;
        Ok(Self { library, module })
    }

    /// The declaration file.
    pub(crate) fn declarations(&self, flavour: Flavour) -> Result<String> {
        render::declarations(&self.module, flavour)
            .with_context(|| format!("cannot declare what {} exports", self.library.display()))
    }

    /// The names of the properties of the exports object, in source order; they need not be identifiers. None if a value
    /// takes the place of that object.
    pub(crate) fn exports(&self) -> Vec<String> {
        self.module.names()
    }
}
