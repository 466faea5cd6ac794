//! The test file once more, as a library that hosts load.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use super::personality::Personality;

/// The test file, as cargo built it.
pub struct Target {
    /// Its name as a crate.
    pub krate: &'static str,
    /// The folder of its package.
    pub package: &'static str,
    /// What cargo has to be told to build it again like this.
    pub arguments: &'static [&'static str],
}

/// Where the running program lies, in the target folder of cargo.
struct Place {
    program: PathBuf,
    folder: PathBuf,
    profile: String,
}

/// Builds the library, unless that was done for this very program, and gives its file.
pub(super) fn build(target: &Target, module: &str, personality: Option<&Personality>) -> Result<PathBuf, String> {
    let place = Place::of_this_program(target)?;
    let stem = place.program.file_stem().unwrap_or_default();
    let folder = place.folder.join("napi-test").join(if personality.is_some() { "personality" } else { "hosts" });
    let library = folder.join(stem).join(format!("{module}.node"));
    let modified = |path: &Path| fs::metadata(path).and_then(|file| file.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    if modified(&library) <= modified(&place.program) {
        let built = place.build(target, module, personality)?;
        replace(&built, &library).map_err(|error| format!("{}: {error}", library.display()))?;
    }
    Ok(library)
}

impl Place {
    /// Below the target folder stand the target, if one was named, and the profile, in whose folder cargo has its lock.
    fn of_this_program(target: &Target) -> Result<Self, String> {
        let program = env::current_exe().map_err(|error| error.to_string())?;
        let locked = program.ancestors().find(|folder| folder.join(".cargo-lock").is_file());
        let mut above = locked.into_iter().flat_map(Path::ancestors);
        let (profile, mut folder) = above.next().zip(above.next()).ok_or_else(|| not_of_cargo(&program))?;
        if target.arguments.iter().any(|argument| argument.starts_with("--target=")) {
            folder = above.next().ok_or_else(|| not_of_cargo(&program))?;
        }
        // `dev` and `test` share a folder.
        let profile = profile.file_name().filter(|name| *name != "debug").unwrap_or("test".as_ref());
        let (profile, folder) = (profile.to_string_lossy().into_owned(), folder.to_owned());
        Ok(Self { program, folder, profile })
    }

    /// Has cargo build the library, and gives the file.
    fn build(&self, target: &Target, module: &str, personality: Option<&Personality>) -> Result<PathBuf, String> {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["rustc", "--quiet", "--message-format=json-render-diagnostics", "--profile", &self.profile]);
        cargo.arg("--manifest-path").arg(Path::new(target.package).join("Cargo.toml"));
        // The name of a test may have dashes where that of its crate has none; cargo takes patterns.
        cargo.arg("--test").arg(target.krate.replace('_', "[_-]"));
        cargo.args(target.arguments);
        // Flags of its own would have cargo build everything again and again in the same folder.
        let folder = if personality.is_some() { self.folder.join("napi-test/ohos") } else { self.folder.clone() };
        cargo.arg("--target-dir").arg(folder).args(["--", "--crate-type", "cdylib"]).stdin(Stdio::null());
        if let Some(personality) = personality {
            personality.build(&mut cargo, module);
        }
        let output = cargo.output().map_err(|error| format!("cargo: {error}"))?;
        if !output.status.success() {
            let messages = String::from_utf8_lossy(&output.stderr);
            return Err(format!("the tests do not build as the library that a host loads\n{messages}"));
        }
        let built = String::from_utf8_lossy(&output.stdout).lines().filter_map(built).next_back();
        built.ok_or_else(|| {
            format!("cargo named no file of the test `{}`: is it one with `harness = false`?", target.krate)
        })
    }
}

/// The library that a message of cargo is about. Cargo names the program that it would have built otherwise.
fn built(message: &str) -> Option<PathBuf> {
    if !message.contains("\"reason\":\"compiler-artifact\"") || !message.contains("\"kind\":[\"test\"]") {
        return None;
    }
    let (_, rest) = message.split_once("\"executable\":\"")?;
    let (path, _) = rest.split_once('"')?;
    let program = PathBuf::from(path.replace("\\\\", "\\"));
    let stem = program.file_stem()?.to_str()?;
    Some(program.with_file_name(format!("{}{stem}{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX)))
}

/// Copies by way of a rename: a host that has the old file loaded keeps it.
fn replace(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    let fresh = to.with_extension(std::process::id().to_string());
    fs::copy(from, &fresh)?;
    fs::rename(fresh, to)
}

fn not_of_cargo(program: &Path) -> String {
    format!(
        "{} does not lie in a target folder of cargo, where its tests could be built as a library: run it with `cargo test`",
        program.display()
    )
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn cargo_names_the_program_beside_the_library() {
        let message = r#"{"reason":"compiler-artifact","target":{"kind":["test"],"name":"node"},"executable":"/t/debug/deps/node-0f"}"#;
        assert_eq!(built(message), Some("/t/debug/deps/libnode-0f.so".into()));
        assert_eq!(built(&message.replace("\"/t/debug/deps/node-0f\"", "null")), None);
        assert_eq!(built(&message.replace("[\"test\"]", "[\"bin\"]")), None);
        assert_eq!(built("{\"reason\":\"build-finished\"}"), None);
    }
}
