//! The JavaScript hosts.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::{Build, Outcome, run_limited, target_dir};

/// The oldest Node.js that addons are tested on.
const OLDEST_NODE: u32 = 20;

/// What a host is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Node.js
    Node,
    /// Bun
    Bun,
    /// Deno
    Deno,
}

/// A host and how programs run in it.
#[derive(Debug)]
pub struct Host {
    program: PathBuf,
    kind: Kind,
    version: String,
    /// A command that runs the host, valgrind for instance.
    pub wrapper: Vec<OsString>,
    /// Set for the host in addition to this process's own.
    pub environment: Vec<(&'static str, OsString)>,
    /// How long one script may take.
    pub limit: Duration,
}

impl Host {
    /// The host at the path `NAPI_HOST`, else the `node` found on PATH.
    pub fn from_env() -> Result<Self, String> {
        match env::var_os("NAPI_HOST").filter(|program| !program.is_empty()) {
            Some(program) => Self::at(program),
            None => Self::at("node").map_err(|error| {
                format!(
                    "the tests run addons in Node.js: install version {OLDEST_NODE} or newer so that `node` is on \
                     PATH, or set NAPI_HOST to the path of a node, bun or deno ({error})"
                )
            }),
        }
    }

    /// The host whose executable is `program`.
    pub fn at(program: impl Into<PathBuf>) -> Result<Self, String> {
        let program = program.into();
        let asked = run_limited(Command::new(&program).arg("--version"), Duration::from_secs(60))?;
        let answer = asked.success(&program.display().to_string())?;
        let (kind, version) = identify(&answer)?;
        // `CALLS` may ask the suite `fuzz` for any number of calls.
        let minutes = if env::var_os("CALLS").is_some() { 120 } else { 5 };
        let limit = Duration::from_secs(minutes * 60);
        Ok(Self { program, kind, version, wrapper: Vec::new(), environment: Vec::new(), limit })
    }

    /// Its executable, or the name of it on PATH.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// What the host is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Such as `Node 20.20.2`.
    pub fn label(&self) -> String {
        format!("{:?} {}", self.kind, self.version)
    }

    /// Runs `script` with the addons of `build`.
    pub fn run(&self, script: &Path, build: &Build) -> Result<Outcome, String> {
        let mut words = self.wrapper.clone();
        words.push(self.program.clone().into());
        if self.kind == Kind::Deno {
            words.extend(["run".into(), "-A".into()]);
        }
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).arg(script);
        command.env("ADDONS", build.addons()).env("NPM_PACKAGES", target_dir()).envs(self.environment.iter().cloned());
        // Without it Deno's Node layer starts a script again and again that asks for flags in Node's manner.
        command.env("NODE_SKIP_FLAG_CHECK", "1");
        // Suites panic on purpose: with backtraces, what failed is hard to find among them.
        command.env("RUST_BACKTRACE", "0");
        command.env_remove("NAPI_TEST_CHILD");
        run_limited(&mut command, self.limit)
    }
}

/// Reads the answer to `--version`: `v20.20.2`, `deno 2.9.6 (stable, ..)`, `1.4.5` (Bun).
fn identify(answer: &str) -> Result<(Kind, String), String> {
    let first = answer.lines().next().unwrap_or_default();
    let (kind, rest) = match (first.strip_prefix('v'), first.strip_prefix("deno ")) {
        (Some(version), _) => (Kind::Node, version),
        (_, Some(version)) => (Kind::Deno, version),
        _ => (Kind::Bun, first),
    };
    let version = rest.split_whitespace().next().unwrap_or_default();
    let major = version.split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        None => Err(format!("this is no version of node, bun or deno: {first:?}")),
        Some(major) if kind == Kind::Node && major < OLDEST_NODE => Err(format!("Node.js {version} is too old")),
        Some(_) => Ok((kind, version.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_known_by_their_answers() {
        let known = |answer| identify(answer).expect("a known host");
        assert_eq!(known("v20.20.2\n"), (Kind::Node, "20.20.2".to_string()));
        assert_eq!(known("1.4.5\n"), (Kind::Bun, "1.4.5".to_string()));
        assert_eq!(known("deno 2.9.6 (stable)\nv8 15.0\n"), (Kind::Deno, "2.9.6".to_string()));
    }

    #[test]
    fn what_cannot_run_the_tests_is_refused() {
        assert_eq!(identify("v18.20.0"), Err("Node.js 18.20.0 is too old".to_string()));
        assert!(identify("usage: ..").is_err());
        assert!(identify("").is_err());
    }
}
