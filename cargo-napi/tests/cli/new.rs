use crate::workspace::{Workspace, assert_has};

#[test]
fn a_new_project_builds_tests_and_runs() {
    let workspace = Workspace::new("new");
    let addon = workspace.addon("new-runs");
    addon.napi(&["build"]).ok();
    assert_eq!(addon.node("console.log(require('.').greet('Ada'))").ok(), "Hello, Ada!\n");
    let tests = workspace.program(&addon.folder, "npm", &["test"]).ok();
    assert_has(&tests, &["# pass 2\n", "# fail 0\n"]);
    let tests = workspace.program(&addon.folder, "cargo", &["test", "--offline"]).ok();
    assert_has(&tests, &["running 2 tests\n", "test result: ok. 2 passed; 0 failed"]);
}

#[test]
fn a_project_outside_a_workspace_is_one_of_its_own() {
    let workspace = Workspace::new("new-alone");
    std::fs::remove_file(workspace.path("Cargo.toml")).expect("the workspace's");
    // The folders above are in the workspace of this program.
    workspace.write("alone/Cargo.toml", "[workspace]\n");
    workspace.run("alone", &["new", "new-alone"]).ok();
    let manifest = workspace.read("alone/new-alone/Cargo.toml");
    assert_has(
        &manifest,
        &["napi-core = \"0.1\"\n", "name = \"new-alone\"\n", "crate-type = [\"cdylib\", \"rlib\"]\n"],
    );
    assert!(!manifest.contains("[profile.release]"), "cargo ignores it in a member:\n{manifest}");
}

#[test]
fn who_is_no_member_of_the_workspace_around_is_told() {
    let workspace = Workspace::new("new-stranger");
    let output = workspace.run(".", &["new", "elsewhere"]).ok();
    assert_has(&output, &["\"elsewhere\" is no member of", "add it to `members` there"]);
}

#[test]
fn scopes_are_npms_alone() {
    let workspace = Workspace::new("new-scope");
    workspace.run("addons", &["new", "@somebody/new-scoped"]).ok();
    assert_has(&workspace.read("addons/new-scoped/Cargo.toml"), &["name = \"new-scoped\"\n"]);
    assert_has(&workspace.read("addons/new-scoped/package.json"), &["\"name\": \"@somebody/new-scoped\""]);
}

#[test]
fn each_host_has_its_files() {
    let workspace = Workspace::new("new-hosts");
    let has = |path: &str| workspace.path("addons").join(path).exists();
    workspace.run("addons", &["new", "for-node"]).ok();
    assert!(has("for-node/package.json") && !has("for-node/oh-package.json5") && !has("for-node/build.rs"));
    workspace.run("addons", &["new", "for-arkts", "--arkts"]).ok();
    assert!(!has("for-arkts/package.json") && has("for-arkts/oh-package.json5") && has("for-arkts/build.rs"));
    assert_has(&workspace.read("addons/for-arkts/Index.ets"), &["export * from 'libfor_arkts.so';"]);
    assert!(has("for-arkts/src/main/cpp/types/libfor_arkts/index.d.ts"));
}

#[test]
fn what_cannot_be_made_is_refused() {
    let workspace = Workspace::new("new-refused");
    let refused = |words: &[&str], parts: &[&str]| assert_has(&workspace.run("addons", words).ended(2), parts);
    refused(&["new", "MyAddon"], &["error: \"MyAddon\" cannot be the name of a project", "for example my-addon"]);
    refused(&["new", "static"], &["Rust has this name for something else; for example static-addon"]);
    refused(&["new", "x", "--napi-core-path", "nowhere"], &["--napi-core-path nowhere: no Cargo.toml in this folder"]);
    workspace.write("addons/taken/notes.txt", "mine");
    refused(&["new", "taken"], &["taken exists and is not empty; next: choose another name"]);
    assert_eq!(workspace.read("addons/taken/notes.txt"), "mine");
    workspace.write("addons/file", "mine");
    refused(&["new", "file"], &["file exists and is no folder"]);
    assert!(!workspace.path("addons/x").exists() && !workspace.path("addons/MyAddon").exists());
}
