use crate::workspace::{Workspace, assert_has};

#[test]
fn help_names_commands_and_exit_codes() {
    let workspace = Workspace::new("help");
    let help = workspace.run(".", &["--help"]).ok();
    assert_has(&help, &["Usage: cargo napi <COMMAND>", "Exit codes:", "2  wrong usage"]);
    for command in ["new", "build", "watch", "types", "test", "package", "doctor", "expand", "completions"] {
        assert_has(&help, &[&format!("\n  {command} ")]);
        let help = workspace.run(".", &[command, "--help"]).ok();
        assert_has(&help, &[&format!("Usage: cargo napi {command}")]);
    }
}

#[test]
fn it_runs_without_cargo_too() {
    let workspace = Workspace::new("direct");
    let program = env!("CARGO_BIN_EXE_cargo-napi");
    let version = workspace.program(".", program, &["--version"]).ok();
    assert_eq!(version, format!("cargo-napi {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_usage_ends_with_2() {
    let workspace = Workspace::new("usage");
    assert_has(&workspace.run(".", &["biuld"]).ended(2), &["unrecognized subcommand 'biuld'", "'build'"]);
    assert_has(&workspace.run(".", &["build", "--abi", "arm64-v8a"]).ended(2), &["--ohos"]);
    let output = workspace.run(".", &["build", "--ohos", "--abi", "mips"]).ended(2);
    assert_has(&output, &["arm64-v8a, armeabi-v7a, x86_64"]);
}

#[test]
fn shells_complete_commands() {
    let workspace = Workspace::new("completions");
    for (shell, word) in [("bash", " cargo-napi\n"), ("zsh", "#compdef cargo-napi"), ("fish", "complete -c cargo-napi")]
    {
        assert_has(&workspace.run(".", &["completions", shell]).ok(), &[word, "doctor"]);
    }
    workspace.run(".", &["completions", "tcsh"]).ended(2);
}
