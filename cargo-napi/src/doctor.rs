//! `cargo napi doctor`: what is missing on this machine, and how to get it.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::build::{check_type, find_ndk};
use crate::cargo::{cargo, host_triple, is_installed, output, rustc};
use crate::platform::Abi;
use crate::print::print;
use crate::project::Project;

/// The oldest versions that `napi-core` works with.
const RUST: [u32; 2] = [1, 90];
const NODE: [u32; 2] = [20, 0];

/// What `cargo napi doctor` was asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Ask for what OpenHarmony needs, even if the project has nothing for it
    #[arg(long)]
    ohos: bool,
}

/// What became of a check.
enum Finding {
    /// All is well: what was found.
    Ok(String),
    /// It is needed: what was found, and what to do.
    Missing(String, String),
    /// It is of use: what was found, and what to do.
    Optional(String, String),
}

/// Runs `cargo napi doctor`.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    let project = Path::new("Cargo.toml").is_file().then(|| Project::find(None));
    let ohos = args.ohos || Path::new("oh-package.json5").is_file();
    let mut checks = vec![
        ("rustc", tool(rustc().arg("--version"), RUST, "rustup update stable")),
        ("cargo", tool(cargo().arg("--version"), RUST, "rustup update stable")),
        ("linker", linker()),
        ("node", tool(Command::new("node").arg("--version"), NODE, "https://nodejs.org has version 20 and newer")),
        ("npm", npm()),
        ("tsc", typescript()),
    ];
    checks.extend(Abi::ALL.map(|abi| (abi.triple(), target(abi, ohos))));
    checks.push(("OpenHarmony NDK", ndk(ohos)));
    if let Some(project) = project {
        checks.extend(project_checks(project));
    }
    let width = checks.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let mut missing = 0;
    for (name, finding) in &checks {
        missing += u32::from(matches!(finding, Finding::Missing(..)));
        print(&finding.lines(name, width))?;
    }
    Ok(if missing == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Finding {
    fn lines(&self, name: &str, width: usize) -> String {
        let (state, found, next) = match self {
            Self::Ok(found) => ("ok", found, None),
            Self::Missing(found, next) => ("missing", found, Some(next)),
            Self::Optional(found, next) => ("optional", found, Some(next)),
        };
        let found = found.replace('\n', &format!("\n{:width$}  {:8}  ", "", ""));
        let next = next.map(|next| format!("{:width$}  {:8}  next: {next}\n", "", "")).unwrap_or_default();
        format!("{name:width$}  {state:8}  {found}\n{next}")
    }

    /// `Missing` where it is needed, else `Optional`.
    fn lacking(needed: bool, found: impl Into<String>, next: impl Into<String>) -> Self {
        if needed { Self::Missing(found.into(), next.into()) } else { Self::Optional(found.into(), next.into()) }
    }
}

/// A program that says which version it is.
fn tool(command: &mut Command, oldest: [u32; 2], next: &str) -> Finding {
    match output(command) {
        Err(_) => Finding::Missing("does not run".into(), next.into()),
        Ok(answer) => {
            let answer = answer.trim().to_owned();
            match version(&answer) {
                Some(found) if found >= oldest => Finding::Ok(answer),
                Some(_) => {
                    let [major, minor] = oldest;
                    Finding::Missing(format!("{answer}, and {major}.{minor} is the oldest that will do"), next.into())
                }
                None => Finding::Missing(format!("says {answer:?}, which is no version"), next.into()),
            }
        }
    }
}

/// The first two numbers of the first word that is a version: `rustc 1.95.0 (..)`, `v20.20.2`.
fn version(answer: &str) -> Option<[u32; 2]> {
    answer.split_whitespace().find_map(|word| {
        let mut numbers = word.trim_start_matches('v').split('.').map(|part| part.parse().ok());
        Some([numbers.next()??, numbers.next()??])
    })
}

fn npm() -> Finding {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    match output(Command::new(npm).arg("--version")) {
        Ok(version) => Finding::Ok(version.trim().to_owned()),
        Err(_) => Finding::Missing("does not run".into(), "install Node.js with npm".into()),
    }
}

fn typescript() -> Finding {
    let local = Path::new("node_modules/.bin").join(if cfg!(windows) { "tsc.cmd" } else { "tsc" });
    let found =
        [local.as_path(), Path::new("tsc")].into_iter().find_map(|tsc| output(Command::new(tsc).arg("--version")).ok());
    match found {
        Some(version) => Finding::Ok(version.trim().to_owned()),
        None => Finding::lacking(
            false,
            "not there: it checks programs that use an addon",
            "npm install --save-dev typescript",
        ),
    }
}

/// What rustc calls to link for this machine.
fn linker() -> Finding {
    let host = host_triple().unwrap_or_default();
    if host.ends_with("-msvc") {
        // rustc finds it by the registry, and not on PATH.
        return Finding::Ok("found by rustc itself".into());
    }
    match output(Command::new("cc").arg("--version")) {
        Ok(answer) => Finding::Ok(answer.lines().next().unwrap_or_default().to_owned()),
        Err(_) if cfg!(target_os = "macos") => {
            Finding::Missing("no cc on PATH".into(), "xcode-select --install".into())
        }
        Err(_) => Finding::Missing("no cc on PATH".into(), "install a C compiler, such as the package gcc".into()),
    }
}

fn target(abi: Abi, needed: bool) -> Finding {
    if is_installed(abi.triple()) {
        return Finding::Ok(format!("installed, for {}", abi.folder()));
    }
    let next = format!("rustup target add {}", abi.triple());
    Finding::lacking(needed, format!("not installed, for {} of OpenHarmony", abi.folder()), next)
}

fn ndk(needed: bool) -> Finding {
    match find_ndk() {
        Ok(ndk) => Finding::Ok(ndk.folder().display().to_string()),
        Err(error) => {
            let text = error.to_string();
            let (found, next) = text.split_once("; next: ").unwrap_or((&text, "set OHOS_NDK_HOME to that of the SDK"));
            Finding::lacking(needed, found, next)
        }
    }
}

/// What the project's own files say of each other.
fn project_checks(project: Result<Project>) -> Vec<(&'static str, Finding)> {
    let project = match project {
        Ok(project) => project,
        Err(error) => {
            return vec![("Cargo.toml", Finding::Missing(format!("{error:#}"), "see what is said there".into()))];
        }
    };
    vec![
        ("Cargo.toml", Finding::Ok(format!("{} has a library for hosts", project.name))),
        ("napi-core", napi_core(&project)),
        ("package.json", package_json(&project)),
    ]
}

/// The runtime and this program know the same format of type records if they have the same version.
fn napi_core(project: &Project) -> Finding {
    let own = env!("CARGO_PKG_VERSION");
    let Some(wanted) = &project.napi_core else {
        return Finding::Missing("not among the dependencies".into(), "cargo add napi-core".into());
    };
    let compatible = |text: &str| {
        let found = version(&format!("{}.0", text.trim_start_matches(['^', '=', '~', '>', '<', ' '])));
        found.is_some_and(|[major, minor]| {
            version(own).is_some_and(|own| own[0] == major && (major > 0 || own[1] == minor))
        })
    };
    if wanted == "*" || compatible(wanted) {
        return Finding::Ok(format!("{wanted}, and this is cargo-napi {own}"));
    }
    let next = "cargo install cargo-napi, or set napi-core to the same version";
    Finding::Missing(format!("{wanted} is asked for, and this is cargo-napi {own}"), next.into())
}

fn package_json(project: &Project) -> Finding {
    let package = match project.package_json() {
        Ok(Some(package)) => package,
        Ok(None) => return Finding::lacking(false, "not there: npm needs it", "npm init"),
        Err(error) => return Finding::Missing(format!("{error:#}"), "correct it".into()),
    };
    if package["main"] != "index.js" && package["exports"].is_null() {
        return Finding::Missing(
            format!("\"main\" is {}, and the loader is index.js", package["main"]),
            "npm pkg set main=index.js types=index.d.ts".into(),
        );
    }
    if let Err(error) = check_type(&project.folder) {
        let text = format!("{error:#}");
        let (found, next) = text.split_once("; next: ").unwrap_or((&text, "correct it"));
        return Finding::Missing(found.into(), next.into());
    }
    let version = package["version"].as_str().unwrap_or_default();
    if version != project.version {
        let found = format!("its version is {version:?}, and that of Cargo.toml {:?}", project.version);
        return Finding::lacking(false, found, format!("npm pkg set version={}", project.version));
    }
    Finding::Ok(format!("{} {version}", package["name"].as_str().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(version("rustc 1.95.0 (59807616e 2026-04-14)"), Some([1, 95]));
        assert_eq!(version("v20.20.2"), Some([20, 20]));
        assert_eq!(version("usage: node"), None);
    }

    #[test]
    fn what_is_too_old_is_missing() {
        let finding = tool(Command::new("rustc").arg("--version"), [1000, 0], "rustup update");
        assert!(matches!(finding, Finding::Missing(found, _) if found.ends_with("1000.0 is the oldest that will do")));
    }

    #[test]
    fn what_is_not_there_is_missing() {
        let finding = tool(&mut Command::new("a-program-that-nobody-has"), NODE, "install it");
        assert!(matches!(finding, Finding::Missing(found, next) if found == "does not run" && next == "install it"));
    }
}
