//! The hosts that tests run in.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::personality::Personality;

/// The variable that names the host: `node`, `bun`, `deno`, or the path of one.
pub(super) const VARIABLE: &str = "NAPI_TEST_HOST";

/// What a host is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Node,
    Bun,
    Deno,
}

/// A host, and how scripts run in it.
pub(super) struct Host {
    program: PathBuf,
    kind: Kind,
    /// OpenHarmony's rules, on Node.
    pub(super) personality: Option<Personality>,
}

impl Host {
    /// The host that the arguments name, or else the environment, or else the `node` on PATH.
    pub(super) fn wanted(named: Option<OsString>) -> Result<Self, String> {
        let named = named.or_else(|| env::var_os(VARIABLE)).filter(|name| !name.is_empty());
        let program: PathBuf = named.unwrap_or_else(|| "node".into()).into();
        let personality = Personality::of_environment();
        let kind = identify(&answer(&program)?).map_err(|error| format!("{}: {error}", program.display()))?;
        if personality.is_some() && kind != Kind::Node {
            return Err(format!("the personality of OpenHarmony stands on Node.js, and not on {}", program.display()));
        }
        Ok(Self { program, kind, personality })
    }

    /// A command that runs `script`.
    pub(super) fn command(&self, script: &std::path::Path) -> Command {
        let mut command = Command::new(&self.program);
        match self.kind {
            Kind::Node => command.arg("--expose-gc"),
            Kind::Bun => &mut command,
            Kind::Deno => command.args(["run", "-A", "--v8-flags=--expose-gc"]),
        };
        command.arg(script);
        if let Some(personality) = &self.personality {
            personality.prepare(&mut command);
        }
        command
    }
}

/// What the program says to `--version`.
fn answer(program: &PathBuf) -> Result<String, String> {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).output().map_err(|error| {
        format!(
            "tests run in a host, and `{}` does not start ({error}): install Node.js 20 or newer, or name a node, bun or \
             deno in {VARIABLE} or with `--host`",
            program.display()
        )
    })?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Reads the answer to `--version`: `v20.20.2`, `deno 2.9.6 (stable, ..)`, `1.4.5` (Bun).
fn identify(answer: &str) -> Result<Kind, String> {
    let first = answer.lines().next().unwrap_or_default();
    let is_number = |text: &str| text.split('.').next().is_some_and(|major| major.parse::<u32>().is_ok());
    match (first.strip_prefix('v'), first.strip_prefix("deno ")) {
        (Some(version), _) if is_number(version) => Ok(Kind::Node),
        (_, Some(version)) if is_number(version) => Ok(Kind::Deno),
        _ if is_number(first) => Ok(Kind::Bun),
        _ => Err(format!("this is no node, bun or deno: it answers `--version` with {first:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_known_by_their_answers() {
        assert_eq!(identify("v20.20.2\n"), Ok(Kind::Node));
        assert_eq!(identify("1.4.5\n"), Ok(Kind::Bun));
        assert_eq!(identify("deno 2.9.6 (stable)\nv8 15.0\n"), Ok(Kind::Deno));
    }

    #[test]
    fn other_programs_are_refused() {
        for answer in ["", "usage: ..", "Python 3.13.1", "version 1"] {
            assert!(identify(answer).is_err(), "{answer}");
        }
    }
}
