//! What is compared, by version.

use std::process::Command;
use std::time::Duration;

use harness::{run_limited, rustc};
use serde_json::Value;

use crate::{addons, products, sources};

/// One line: the peers, then the compilers.
pub(crate) fn line() -> Result<String, String> {
    let lock = addons::read(&sources().join("Cargo.lock"))?;
    let mut parts = vec![
        format!("napi-rs {}", locked(&lock, "napi")?),
        format!("neon {}", locked(&lock, "neon")?),
        format!("node-addon-api {}", installed("node-addon-api")?),
    ];
    parts.push(first_line(rustc().arg("--version"))?);
    parts.push(first_line(Command::new("gcc").arg("--version"))?);
    Ok(parts.join(", "))
}

fn locked(lock: &str, package: &str) -> Result<String, String> {
    let head = format!("name = \"{package}\"\nversion = \"");
    let version = lock.split_once(&head).and_then(|(_, rest)| rest.split_once('"'));
    version.map(|(version, _)| version.to_owned()).ok_or_else(|| format!("Cargo.lock has no {package}"))
}

fn installed(package: &str) -> Result<String, String> {
    let file = products().join("npm/node_modules").join(package).join("package.json");
    let list: Value = serde_json::from_str(&addons::read(&file)?).map_err(|error| format!("{package}: {error}"))?;
    list["version"].as_str().map(str::to_owned).ok_or_else(|| format!("{package} has no version"))
}

fn first_line(command: &mut Command) -> Result<String, String> {
    let what = command.get_program().to_string_lossy().into_owned();
    let output = run_limited(command, Duration::from_secs(60))?.success(&what)?;
    Ok(output.lines().next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_file_is_read() {
        let lock = "[[package]]\nname = \"napi-build\"\nversion = \"2.6.0\"\n\n[[package]]\nname = \"napi\"\nversion = \"3.16.1\"\n";
        assert_eq!(locked(lock, "napi"), Ok("3.16.1".to_owned()));
        assert!(locked(lock, "neon").is_err());
    }
}
