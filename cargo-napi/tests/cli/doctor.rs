use crate::workspace::{Ran, Workspace, assert_has};

/// The line about one check, without the padding.
fn line(output: &str, name: &str) -> String {
    let line = output.lines().find(|line| line.starts_with(&format!("{name} "))).unwrap_or_else(|| panic!("{output}"));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_machine_that_runs_these_tests_is_well() {
    let workspace = Workspace::new("doctor");
    let output = workspace.run("addons", &["doctor"]).ok();
    for name in ["rustc", "cargo", "linker", "node", "npm"] {
        assert_has(&line(&output, name), &[&format!("{name} ok ")]);
    }
    assert_has(&line(&output, "OpenHarmony NDK"), &["optional", "OHOS_NDK_HOME is not set"]);
}

#[test]
fn what_is_missing_comes_with_what_to_do() {
    let workspace = Workspace::new("doctor-missing");
    let output = workspace.run("addons", &["doctor", "--ohos"]).ended(1);
    assert_has(&line(&output, "OpenHarmony NDK"), &["missing"]);
    assert_has(&output, &["next: install the SDK with its component Native"]);
    let nothing = workspace.path("addons");
    let nothing = nothing.to_str().expect("a path in UTF-8");
    // cargo starts it with its own path, and the compiler's.
    let tools = [("PATH", nothing), ("RUSTC", "rustc-of-nobody")];
    let output = workspace.run_with("addons", &["doctor"], &tools).ended(1);
    assert_eq!(line(&output, "node"), "node missing does not run");
    assert_eq!(line(&output, "rustc"), "rustc missing does not run");
    assert_has(&output, &["next: rustup update stable", "next: https://nodejs.org"]);
}

#[test]
fn the_files_of_a_project_agree() {
    let workspace = Workspace::new("doctor-project");
    let addon = workspace.addon("doctor-project");
    std::fs::remove_file(addon.path("oh-package.json5")).expect("made by new");
    let doctor = || -> Ran { addon.napi(&["doctor"]) };
    let output = doctor().ok();
    assert_eq!(line(&output, "package.json"), "package.json ok doctor-project 0.1.0");
    assert_eq!(line(&output, "Cargo.toml"), "Cargo.toml ok doctor-project has a library for hosts");

    let package = addon.read("package.json");
    addon.write("package.json", &package.replace("\"version\": \"0.1.0\"", "\"version\": \"0.2.0\""));
    assert_has(&doctor().ok(), &["its version is \"0.2.0\"", "next: npm pkg set version=0.1.0"]);
    addon.write("package.json", &package.replace("\"commonjs\"", "\"module\""));
    assert_has(&doctor().ended(1), &["\"type\" is \"module\"", "next: npm pkg set type=commonjs"]);
    addon.write("package.json", "{ \"main\": \"lib.js\" }");
    assert_has(&doctor().ended(1), &["\"main\" is \"lib.js\"", "next: npm pkg set main=index.js"]);
    addon.write("package.json", "{");
    assert_has(&doctor().ended(1), &["is no JSON"]);
    addon.write("package.json", &package);

    let manifest = addon.read("Cargo.toml");
    addon.write("Cargo.toml", &manifest.replace("\"cdylib\", ", ""));
    assert_has(&doctor().ended(1), &["none that a host can load"]);
    let own = manifest.lines().find(|line| line.starts_with("napi-core")).expect("a dependency");
    let without_tests = &manifest[..manifest.find("[dev-dependencies]").expect("made by new")];
    addon.write("Cargo.toml", &without_tests.replace(own, "napi-core = \"7\""));
    assert_has(&doctor().ended(1), &["^7 is asked for, and this is cargo-napi 0.", "next: cargo install cargo-napi"]);
    // For tests only, it is not in the library.
    addon.write("Cargo.toml", &manifest.replace(own, ""));
    assert_has(&doctor().ended(1), &["not among the dependencies", "next: cargo add napi-core"]);
}
