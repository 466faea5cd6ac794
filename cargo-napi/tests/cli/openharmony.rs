//! What needs no compiler for OpenHarmony; `cargo openharmony` builds with one.

use std::fs;

use crate::workspace::{Workspace, assert_has};

#[test]
fn what_is_missing_is_said_before_anything_is_built() {
    let workspace = Workspace::new("ohos-missing");
    let addon = workspace.addon("ohos-missing");
    let output = addon.napi(&["build", "--ohos"]).ended(1);
    assert_has(&output, &["OHOS_NDK_HOME is not set; next: install the SDK"]);
    let build =
        |environment: &[(&str, &str)]| workspace.run_with(&addon.folder, &["build", "--ohos"], environment).ended(1);
    assert_has(&build(&[("OHOS_NDK_HOME", "/nowhere")]), &["OHOS_NDK_HOME is /nowhere, which is no NDK"]);
    assert_has(&build(&[("OHOS_SDK_NATIVE", "/nowhere")]), &["OHOS_SDK_NATIVE is /nowhere, which is no NDK"]);
    assert!(!addon.path("libs").exists());
}

#[cfg(unix)]
#[test]
fn targets_that_are_not_installed_come_with_the_command() {
    use std::os::unix::fs::PermissionsExt as _;

    let workspace = Workspace::new("ohos-targets");
    let addon = workspace.addon("ohos-targets");
    workspace.write("ndk/native/llvm/bin/clang", "");
    // A compiler with libraries for one of the targets.
    workspace.write("libraries/libcore-0.rlib", "");
    let cases = "*armv7*) echo LIBRARIES ;; *target-libdir*) echo /nowhere ;; *) exec rustc \"$@\" ;;";
    let script = format!("#!/bin/sh\ncase $* in {cases} esac\n");
    let libraries = workspace.path("libraries");
    workspace.write("rustc", &script.replace("LIBRARIES", libraries.to_str().expect("a path in UTF-8")));
    let rustc = workspace.path("rustc");
    fs::set_permissions(&rustc, fs::Permissions::from_mode(0o755)).expect("a script");
    let ndk = workspace.path("ndk");
    let environment = [("OHOS_NDK_HOME", ndk.to_str().expect("UTF-8")), ("RUSTC", rustc.to_str().expect("UTF-8"))];
    let output = workspace.run_with(&addon.folder, &["build", "--ohos"], &environment).ended(1);
    assert_has(&output, &["next: rustup target add aarch64-unknown-linux-ohos x86_64-unknown-linux-ohos\n"]);
}
