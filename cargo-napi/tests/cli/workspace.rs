//! Folders in which `cargo napi` is run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use harness::{Outcome, run_limited, target_dir};

/// What one command may take, a first build of everything included.
const LIMIT: Duration = Duration::from_secs(240);

/// A workspace of cargo's that is empty at first, with the lock file of this one: projects in it need no network.
pub(crate) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// That of the test with this name.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cargo-napi").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the folder of an earlier run can be removed");
        }
        fs::create_dir_all(folder.join("addons")).expect("a folder");
        let workspace = Self { folder };
        workspace.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"addons/*\"]\n");
        fs::copy(harness::workspace().join("Cargo.lock"), workspace.path("Cargo.lock")).expect("a lock file");
        workspace
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A new project with this name; all projects have their results in one folder, and so need names of their own.
    pub(crate) fn addon(&self, name: &str) -> Addon<'_> {
        let napi_core = harness::workspace().join("napi-core");
        let napi_core = napi_core.to_str().expect("a path in UTF-8");
        let package = name.rsplit('/').next().unwrap_or(name);
        self.run("addons", &["new", name, "--node", "--arkts", "--napi-core-path", napi_core]).ok();
        Addon { workspace: self, folder: format!("addons/{package}") }
    }

    /// Runs `cargo napi` in a folder.
    pub(crate) fn run(&self, folder: &str, words: &[&str]) -> Ran {
        self.run_with(folder, words, &[])
    }

    /// The same with variables of the environment; an empty one is taken out.
    pub(crate) fn run_with(&self, folder: &str, words: &[&str], environment: &[(&str, &str)]) -> Ran {
        let mut command = self.napi(folder, words);
        command.envs(environment.iter().copied());
        self.execute(&mut command)
    }

    /// `cargo napi` as cargo starts it, in a folder.
    pub(crate) fn napi(&self, folder: &str, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-napi"));
        command.arg("napi").args(words).current_dir(self.path(folder));
        command.env("CARGO_TARGET_DIR", target_dir()).env("CARGO_NET_OFFLINE", "true").env("CARGO_TERM_COLOR", "never");
        command.env_remove("OHOS_NDK_HOME").env_remove("OHOS_SDK_NATIVE").env_remove("RUSTFLAGS");
        command
    }

    /// Runs another program in a folder.
    pub(crate) fn program(&self, folder: &str, program: impl AsRef<Path>, words: &[&str]) -> Ran {
        let mut command = Command::new(program.as_ref());
        command.args(words).current_dir(self.path(folder)).env("CARGO_TARGET_DIR", target_dir());
        self.execute(&mut command)
    }

    fn execute(&self, command: &mut Command) -> Ran {
        Ran(run_limited(command.stdin(Stdio::null()), LIMIT).unwrap_or_else(|error| panic!("{error}")))
    }
}

/// A project in a workspace.
pub(crate) struct Addon<'w> {
    pub(crate) workspace: &'w Workspace,
    pub(crate) folder: String,
}

impl Addon<'_> {
    pub(crate) fn napi(&self, words: &[&str]) -> Ran {
        self.workspace.run(&self.folder, words)
    }

    /// What the script prints when Node runs it in the folder of the project.
    pub(crate) fn node(&self, script: &str) -> Ran {
        self.workspace.program(&self.folder, "node", &["-e", script])
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.workspace.path(&self.folder).join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        self.workspace.read(&format!("{}/{path}", self.folder))
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        self.workspace.write(&format!("{}/{path}", self.folder), text);
    }
}

/// How a command ended.
pub(crate) struct Ran(Outcome);

impl Ran {
    /// The output of a command that has succeeded.
    pub(crate) fn ok(self) -> String {
        self.ended(0)
    }

    /// The output of a command that has ended with this code.
    pub(crate) fn ended(self, code: i32) -> String {
        let found = self.0.status.and_then(|status| status.code());
        assert_eq!(found, Some(code), "{:?}\n{}", self.0.status, self.0.output);
        self.0.output
    }
}

/// All of `parts` are in the text.
pub(crate) fn assert_has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}
