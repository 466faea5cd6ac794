//! `cargo napi build`: the library, its declarations, and what loads it.

mod loader;
mod openharmony;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::cargo::{self, Request, host_triple};
use crate::files::{copy_changed, write_changed};
use crate::platform::{Abi, Platform};
use crate::project::Project;
use crate::types::{Flavour, Types};

pub(crate) use loader::check_type;
pub(crate) use openharmony::{find as find_ndk, types_folder, types_manifest};

/// What `cargo napi build` was asked.
#[derive(clap::Args)]
#[group(skip)]
pub(crate) struct Args {
    /// Optimise
    #[arg(short, long)]
    release: bool,
    /// Build for this target, into NAME.PLATFORM.node; several are built one after the other
    #[arg(long, value_name = "TRIPLE", conflicts_with = "ohos")]
    target: Vec<String>,
    /// The package to build, where a workspace has several
    #[arg(short, long)]
    package: Option<String>,
    /// Build for OpenHarmony, into libs/ABI/libNAME.so
    #[arg(long)]
    ohos: bool,
    /// The kinds of OpenHarmony devices to build for, instead of all
    #[arg(long, value_name = "ABI", value_delimiter = ',', requires = "ohos")]
    abi: Vec<Abi>,
    /// Write the results here instead of beside Cargo.toml
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Features of the package to build with
    #[arg(short = 'F', long, value_name = "FEATURES")]
    features: Vec<String>,
    /// Write no declarations; the ES module has a default export only
    #[arg(long)]
    no_types: bool,
    /// Further arguments for cargo
    #[arg(last = true, value_name = "CARGO ARGUMENTS")]
    cargo: Vec<OsString>,
}

impl Args {
    /// The package that is meant.
    pub(crate) fn project(&self) -> Result<Project> {
        Project::find(self.package.as_deref())
    }
}

/// Runs `cargo napi build`.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    build(&args, &args.project()?)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds what was asked of the package.
pub(crate) fn build(args: &Args, project: &Project) -> Result<()> {
    let out = match &args.out {
        Some(out) => std::path::absolute(out).context("--out")?,
        None => project.folder.clone(),
    };
    let build = Build { args, project, out, cargo: cargo_words(args) };
    if args.ohos { build.for_openharmony() } else { build.for_node() }
}

/// One run of the command.
struct Build<'b> {
    args: &'b Args,
    project: &'b Project,
    out: PathBuf,
    /// What cargo is told besides.
    cargo: Vec<OsString>,
}

impl Build<'_> {
    fn for_node(&self) -> Result<()> {
        loader::check_type(&self.out)?;
        let mut libraries = Vec::new();
        for target in self.targets()? {
            let library = cargo::build(self.project, Request { target: target.triple, ..self.request() })?;
            let file = self.out.join(format!("{}{}.node", self.project.name, target.suffix));
            self.copy(&library, &file)?;
            if target.is_loaded_here() {
                self.remove_shadow(&file)?;
            }
            libraries.push(library);
        }
        // All of them have the same exports; there is one at least.
        let library = libraries.first().context("nothing was built")?;
        let mut exports = Vec::new();
        if !self.args.no_types {
            let (declarations, names) = declared(library, Flavour::TypeScript)?;
            self.write(&self.out.join("index.d.ts"), &declarations)?;
            exports = names;
        }
        let npm_name = self.project.npm_name()?;
        for (name, text) in loader::files(&self.project.name, &npm_name, &exports) {
            self.write(&self.out.join(name), &text)?;
        }
        Ok(())
    }

    /// The targets, and what is between the addon's name and `.node`. It is checked before the first is built.
    fn targets(&self) -> Result<Vec<Target<'_>>> {
        if self.args.target.is_empty() {
            return Ok(vec![Target { triple: None, suffix: String::new() }]);
        }
        let target = |triple: &'_ String| -> Result<String> { Ok(format!(".{}", Platform::of_triple(triple)?)) };
        let targets = self.args.target.iter();
        targets.map(|triple| Ok(Target { triple: Some(triple), suffix: target(triple)? })).collect()
    }

    fn for_openharmony(&self) -> Result<()> {
        let abis = if self.args.abi.is_empty() { &Abi::ALL[..] } else { &self.args.abi };
        let ndk = openharmony::find()?;
        if !openharmony::builds_std(&self.cargo) {
            openharmony::check_targets(abis)?;
        }
        let name = self.project.shared_object();
        let mut declared = self.args.no_types;
        for abi in abis {
            let request = ndk.request(*abi, &name, self.request());
            let library = cargo::build(self.project, request)?;
            self.copy(&library, &self.out.join("libs").join(abi.folder()).join(&name))?;
            if !declared {
                self.declare_for_arkts(&library, &name)?;
                declared = true;
            }
        }
        Ok(())
    }

    fn declare_for_arkts(&self, library: &Path, name: &str) -> Result<()> {
        let folder = self.out.join(openharmony::types_folder(&self.project.library));
        self.write(&folder.join("index.d.ts"), &declared(library, Flavour::ArkTs)?.0)?;
        let manifest = folder.join("oh-package.json5");
        if !manifest.exists() {
            self.write(&manifest, &openharmony::types_manifest(name, &self.project.version))?;
        }
        Ok(())
    }

    fn request(&self) -> Request<'_> {
        Request { release: self.args.release, cargo: &self.cargo, ..Request::default() }
    }

    /// Removes an older `NAME.node`: the loader prefers it to `newer`, which was built for this machine too.
    fn remove_shadow(&self, newer: &Path) -> Result<()> {
        let old = self.out.join(format!("{}.node", self.project.name));
        if old.is_file() {
            fs::remove_file(&old)
                .with_context(|| format!("{} is loaded before {}", old.display(), self.shown(newer)))
                .context("an older addon cannot be removed")?;
            eprintln!("{:>12} {}: it is loaded before {}", "Removed", self.shown(&old), self.shown(newer));
        }
        Ok(())
    }

    fn copy(&self, from: &Path, to: &Path) -> Result<()> {
        self.report(to, copy_changed(from, to)?);
        Ok(())
    }

    /// A file that was written by hand stays as it is.
    fn write(&self, path: &Path, text: &str) -> Result<()> {
        if loader::is_handwritten(path, text)? {
            eprintln!("{:>12} {}: not one of ours", "Kept", self.shown(path));
            return Ok(());
        }
        self.report(path, write_changed(path, text)?);
        Ok(())
    }

    fn report(&self, path: &Path, written: bool) {
        eprintln!("{:>12} {}", if written { "Wrote" } else { "Unchanged" }, self.shown(path));
    }

    fn shown(&self, path: &Path) -> String {
        let here = std::env::current_dir().unwrap_or_default();
        path.strip_prefix(here).unwrap_or(path).display().to_string()
    }
}

struct Target<'t> {
    triple: Option<&'t str>,
    suffix: String,
}

impl Target<'_> {
    /// Whether its file is the one that the loader takes on this machine.
    fn is_loaded_here(&self) -> bool {
        let platform = |triple: &str| Platform::of_triple(triple).ok();
        let here = host_triple().ok().and_then(|triple| platform(&triple));
        here.is_some() && self.triple.and_then(platform) == here
    }
}

/// The declarations, and the names of the exports.
fn declared(library: &Path, flavour: Flavour) -> Result<(String, Vec<String>)> {
    let declared = Types::read(library).and_then(|types| Ok((types.declarations(flavour)?, types.exports())));
    declared.context("there are no declarations to write, which --no-types goes without")
}

fn cargo_words(args: &Args) -> Vec<OsString> {
    let features = args.features.iter().flat_map(|features| ["--features".into(), features.into()]);
    features.chain(args.cargo.iter().cloned()).collect()
}
