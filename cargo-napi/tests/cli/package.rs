use std::fs;
use std::path::PathBuf;

use harness::{Host, Kind, install, target_dir};

use crate::workspace::{Addon, Workspace, assert_has};

const RIGHT: &str = "import addon, { greet } from 'package-npm';
const text: string = greet('Ada');
const same: string = addon.greet('Ada');
console.log(text, same);
";

const WRONG: &str = "import { greet } from 'package-npm';
// @ts-expect-error a number is no string
greet(7);
// @ts-expect-error an argument is missing
greet();
// @ts-expect-error a string is no number
const length: number = greet('Ada');
";

#[test]
fn packages_are_installed_and_used() {
    let workspace = Workspace::new("package");
    let addon = workspace.addon("package-npm");
    addon.write("README.md", "# package-npm\n");
    addon.write("LICENSE-MIT", "MIT\n");
    addon.napi(&["build", "--target", "x86_64-unknown-linux-gnu"]).ok();
    let output = addon.napi(&["package", "--npm"]).ok();
    assert_has(&output, &["Packaged dist/npm/linux-x64-gnu", "Packaged dist/npm/main"]);
    assert_has(&addon.read("dist/npm/main/package.json"), &["\"package-npm-linux-x64-gnu\": \"0.1.0\""]);
    let platform = addon.read("dist/npm/linux-x64-gnu/package.json").split_whitespace().collect::<String>();
    assert_has(&platform, &["\"os\":[\"linux\"]", "\"cpu\":[\"x64\"]", "\"libc\":[\"glibc\"]"]);
    assert!(
        addon.path("dist/npm/linux-x64-gnu/LICENSE-MIT").is_file() && addon.path("dist/npm/main/README.md").is_file()
    );

    install_packages(&workspace, &addon);
    // What was built must not be what is found.
    fs::remove_file(addon.path("package-npm.linux-x64-gnu.node")).expect("a binary");
    let node = |script: &str| workspace.program("consumer", "node", &["-e", script]).ok();
    assert_eq!(node("console.log(require('package-npm').greet('Ada'))"), "Hello, Ada!\n");
    let import = "import('package-npm').then(all => console.log(all.greet('Ada'), all.default.greet('Bo')))";
    assert_eq!(node(import), "Hello, Ada! Hello, Bo!\n");
    check_types(&workspace);
}

/// Packs the packages, and installs the archives in `consumer`.
fn install_packages(workspace: &Workspace, addon: &Addon<'_>) {
    workspace.write("consumer/package.json", "{ \"private\": true }\n");
    for package in ["main", "linux-x64-gnu"] {
        let folder = addon.path("dist/npm").join(package);
        let folder = folder.to_str().expect("a path in UTF-8");
        workspace.program("consumer", "npm", &["pack", folder]).ok();
    }
    let options = ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
    let archives = ["package-npm-0.1.0.tgz", "package-npm-linux-x64-gnu-0.1.0.tgz"];
    workspace.program("consumer", "npm", &[options.as_slice(), &archives].concat()).ok();
}

fn check_types(workspace: &Workspace) {
    let folder = target_dir().join("typescript");
    install(&harness::workspace().join("tests/types/package.json"), &folder).unwrap_or_else(|error| panic!("{error}"));
    let tsc: PathBuf = folder.join("node_modules/typescript/bin/tsc");
    let tsc = tsc.to_str().expect("a path in UTF-8");
    for file in ["consumer/right.mts", "consumer/right.cts"] {
        workspace.write(file, RIGHT);
    }
    workspace.write("consumer/wrong.mts", WRONG);
    let options = [tsc, "--strict", "--noEmit", "--module", "node16", "--target", "es2022"];
    let files = ["right.mts", "right.cts", "wrong.mts"];
    workspace.program("consumer", "node", &[options.as_slice(), &files].concat()).ok();
    // The check itself finds something.
    workspace.write("consumer/wrong.mts", &WRONG.replace("// @ts-expect-error a number", "// a number"));
    let output = workspace.program("consumer", "node", &[options.as_slice(), &files].concat()).ended(2);
    assert_has(&output, &["wrong.mts(3,7): error TS2345"]);
}

#[test]
fn what_is_no_longer_built_is_not_packaged() {
    let workspace = Workspace::new("package-stale");
    let addon = workspace.addon("package-stale");
    for file in ["index.js", "index.mjs", "index.d.ts", "package-stale.darwin-arm64.node"] {
        addon.write(file, "");
    }
    addon.napi(&["package", "--npm"]).ok();
    // Nobody knows what it was built with.
    addon.write("package-stale.node", "");
    let refused = addon.napi(&["package", "--npm"]).ended(1);
    assert_has(
        &refused,
        &["perhaps of an older build than package-stale.darwin-arm64.node; next: build all platforms"],
    );
    assert!(addon.path("dist/npm/darwin-arm64/package-stale.darwin-arm64.node").is_file());
    fs::remove_file(addon.path("package-stale.darwin-arm64.node")).expect("a binary");
    addon.write("dist/npm/notes.txt", "mine");
    addon.napi(&["package", "--npm"]).ok();
    assert!(!addon.path("dist/npm/darwin-arm64").exists() && addon.path("dist/npm/notes.txt").is_file());
    assert!(!addon.read("dist/npm/main/package.json").contains("darwin"));
}

/// An addon for which there is what `package --npm` asks for.
fn built<'w>(workspace: &'w Workspace, name: &str) -> Addon<'w> {
    let addon = workspace.addon(name);
    for file in ["index.js", "index.mjs", "index.d.ts", &format!("{name}.linux-x64-gnu.node")] {
        addon.write(file, "");
    }
    addon
}

/// The main package as JSON without blanks, once `files` in `package.json` is this.
fn packaged(addon: &Addon<'_>, files: &str) -> String {
    addon.write("package.json", &format!("{{ \"name\": \"x\", \"version\": \"0.1.0\", {files} }}"));
    addon.napi(&["package", "--npm"]).ok();
    addon.read("dist/npm/main/package.json").split_whitespace().collect()
}

#[test]
fn a_package_does_not_hold_itself() {
    let workspace = Workspace::new("package-itself");
    let addon = built(&workspace, "package-itself");
    addon.write("dist/compiled.js", "mine");
    for _ in 0..2 {
        packaged(&addon, "\"files\": [\"dist\"]");
        assert_eq!(addon.read("dist/npm/main/dist/compiled.js"), "mine");
        assert!(!addon.path("dist/npm/main/dist/npm").exists(), "the packages are in the package");
    }
}

#[test]
fn files_are_those_of_the_package() {
    let workspace = Workspace::new("package-files");
    let addon = built(&workspace, "package-files");
    addon.write("etc/a..b", "mine");
    addon.write("lib.js", "too");
    let package = packaged(&addon, "\"files\": [\"/etc\", \"./lib.js\", \"/index.js\"]");
    assert_eq!(addon.read("dist/npm/main/etc/a..b") + &addon.read("dist/npm/main/lib.js"), "minetoo");
    assert!(!addon.path("dist/npm/main/etc/passwd").exists());
    // Only what is named is packed, so that the loader must be.
    let files = r#""files":["/etc","./lib.js","/index.js","index.mjs","index.d.ts"]"#;
    assert_has(&package, &[files]);
    assert!(!packaged(&addon, "\"private\": true").contains("files"), "npm packs all without files");
    packaged(&addon, "\"files\": [\"etc/a..b\"]");
    assert_eq!(addon.read("dist/npm/main/etc/a..b"), "mine");
    for name in ["../secret", "etc/../../secret", "*.js", "/", "."] {
        addon.write("package.json", &format!("{{ \"name\": \"x\", \"version\": \"0.1.0\", \"files\": [\"{name}\"] }}"));
        let expected = format!("\"files\": {name}: expected the name of a file or a folder of this package");
        assert_has(&addon.napi(&["package", "--npm"]).ended(1), &[&expected]);
    }
}

#[test]
fn platforms_are_published_where_the_main_package_is() {
    let workspace = Workspace::new("package-publish");
    let addon = built(&workspace, "package-publish");
    packaged(&addon, "\"publishConfig\": { \"access\": \"public\" }");
    let platform = addon.read("dist/npm/linux-x64-gnu/package.json").split_whitespace().collect::<String>();
    assert_has(&platform, &[r#""publishConfig":{"access":"public"}"#]);
}

#[test]
fn a_har_holds_each_device_and_the_types() {
    let workspace = Workspace::new("package-har");
    let addon = workspace.addon("package-har");
    addon.write("libs/arm64-v8a/libpackage_har.so", "arm64");
    addon.write("libs/x86_64/libpackage_har.so", "x86_64");
    addon.write("README.md", "# package-har\n");
    addon.napi(&["package", "--har"]).ok();
    workspace.write("unpacked/empty", "");
    let archive = addon.path("dist/package-har.har");
    let archive = archive.to_str().expect("a path in UTF-8");
    workspace.program("unpacked", "tar", &["-xzf", archive]).ok();
    let file = |path: &str| workspace.read(&format!("unpacked/package/{path}"));
    assert_eq!(file("libs/arm64-v8a/libpackage_har.so"), "arm64");
    assert_eq!(file("libs/x86_64/libpackage_har.so"), "x86_64");
    assert_eq!(file("Index.ets"), "export * from 'libpackage_har.so';\n");
    assert_has(&file("oh-package.json5"), &["'libpackage_har.so': 'file:./src/main/cpp/types/libpackage_har'"]);
    assert_has(&file("src/main/cpp/types/libpackage_har/oh-package.json5"), &["name: 'libpackage_har.so'"]);
    assert_has(&file("src/main/cpp/types/libpackage_har/index.d.ts"), &["greet(name: string): string"]);
    assert_has(&file("src/main/module.json5"), &["type: 'har'"]);
    assert_eq!(file("README.md"), "# package-har\n");
    let first = fs::read(archive).expect("an archive");
    addon.napi(&["package", "--har"]).ok();
    assert_eq!(fs::read(archive).expect("an archive"), first, "the same files give another archive");

    // What the project does not say itself is taken from Cargo.toml.
    for file in ["oh-package.json5", "Index.ets", "src/main/module.json5"] {
        fs::remove_file(addon.path(file)).expect("made by new");
    }
    addon.napi(&["package", "--har"]).ok();
    assert_has(&addon.read("dist/har/oh-package.json5"), &["\"name\": \"package-har\"", "\"main\": \"Index.ets\""]);
    assert_has(&addon.read("dist/har/src/main/module.json5"), &["name: 'package_har'"]);
    assert_eq!(addon.read("dist/har/Index.ets"), "export * from 'libpackage_har.so';\n");
}

#[test]
fn folders_of_ones_own_are_kept() {
    let workspace = Workspace::new("package-own");
    let addon = built(&workspace, "package-own");
    addon.write("libs/x86_64/libpackage_own.so", "x86_64");
    for (option, file) in [("--har", "har/mine.ets"), ("--npm", "npm/main/mine.js")] {
        addon.write(file, "mine");
        let output = addon.napi(&["package", option, "--out", "."]).ended(1);
        assert_has(&output, &["cargo napi package has not made this folder", "next: choose another with --out"]);
        assert_eq!(addon.read(file), "mine");
    }
    fs::remove_dir_all(addon.path("har")).expect("a folder");
    addon.napi(&["package", "--har", "--out", "."]).ok();
    addon.write("har/old", "");
    addon.napi(&["package", "--har", "--out", "."]).ok();
    assert!(addon.path("har/oh-package.json5").is_file() && !addon.path("har/old").exists());
    let archive = workspace.program(&addon.folder, "tar", &["-tzf", "package-own.har"]).ok();
    assert!(archive.contains("package/oh-package.json5") && !archive.contains(".cargo-napi"), "{archive}");
}

#[test]
fn what_is_not_there_comes_with_the_command() {
    let workspace = Workspace::new("package-refused");
    let addon = workspace.addon("package-refused");
    let refused = |words: &[&str], parts: &[&str]| assert_has(&addon.napi(words).ended(1), parts);
    refused(&["package", "--npm"], &["no package-refused.node", "next: cargo napi build --release"]);
    refused(&["package", "--har"], &["no ABI has a libpackage_refused.so; next: cargo napi build --ohos --release"]);
    addon.write("package-refused.node", "");
    refused(&["package", "--npm"], &["index.js is not there; next: cargo napi build --release"]);
    addon.write("package.json", "{ \"name\": \"x\" }");
    refused(&["package", "--npm"], &["\"version\": expected a string"]);
    fs::remove_file(addon.path("package.json")).expect("made by new");
    refused(&["package", "--npm"], &["npm wants a package.json"]);
    fs::remove_file(addon.path("oh-package.json5")).expect("made by new");
    refused(&["package"], &["neither package.json nor oh-package.json5"]);
}

/// `import` and `require` of what is installed, in the host that runs the tests.
#[test]
fn the_loader_runs_in_this_host() {
    let host = Host::from_env().unwrap_or_else(|error| panic!("{error}"));
    assert!(matches!(host.kind(), Kind::Node | Kind::Bun | Kind::Deno));
    let workspace = Workspace::new("package-host");
    let addon = workspace.addon("package-host");
    addon.napi(&["build"]).ok();
    addon.write(
        "all.mjs",
        "import addon, { greet } from './index.mjs';\nconsole.log(greet('Ada') === addon.greet('Ada'));\n",
    );
    let build = harness::Build::like_this();
    let outcome = host.run(&addon.path("all.mjs"), &build).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(outcome.success("all.mjs").unwrap_or_else(|error| panic!("{error}")), "true\n");
}
