use std::fs;

use crate::workspace::{Workspace, assert_has};

#[test]
fn what_has_not_changed_is_not_written() {
    let workspace = Workspace::new("build-again");
    let addon = workspace.addon("build-again");
    let files = ["build-again.node", "index.d.ts", "index.js", "index.mjs"];
    let first = addon.napi(&["build"]).ok();
    let time = |file: &str| fs::metadata(addon.path(file)).and_then(|data| data.modified()).expect("a file");
    let times = files.map(time);
    let second = addon.napi(&["build"]).ok();
    for file in files {
        assert_has(&first, &[&format!("Wrote {file}")]);
        assert_has(&second, &[&format!("Unchanged {file}")]);
    }
    assert_eq!(files.map(time), times);
}

/// A process that has loaded the addon keeps the one it has, and does not crash.
#[test]
fn an_addon_in_use_is_replaced() {
    let workspace = Workspace::new("build-in-use");
    let addon = workspace.addon("build-in-use");
    addon.napi(&["build"]).ok();
    let source = addon.read("src/lib.rs");
    addon.write("src/lib.rs", &source.replace("Hello", "Goodbye"));
    let script = "
        const { execFileSync } = require('node:child_process');
        const addon = require('.');
        execFileSync(process.env.NAPI, ['build'], { stdio: 'pipe' });
        console.log(addon.greet('Ada'));
        console.log(execFileSync(process.execPath, ['-p', `require('.').greet('Ada')`], { encoding: 'utf8' }));";
    let script = script.replace("process.env.NAPI", &format!("{:?}", env!("CARGO_BIN_EXE_cargo-napi")));
    assert_eq!(addon.node(&script).ok(), "Hello, Ada!\nGoodbye, Ada!\n\n");
}

#[test]
fn another_target_has_a_file_of_its_own() {
    let workspace = Workspace::new("build-target");
    let addon = workspace.addon("build-target");
    let host = "x86_64-unknown-linux-gnu";
    if !cfg!(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu")) {
        panic!("this test knows one platform's name: add that of yours");
    }
    addon.napi(&["build", "--target", host]).ok();
    assert!(addon.path("build-target.linux-x64-gnu.node").is_file() && !addon.path("build-target.node").exists());
    assert_eq!(addon.node("console.log(require('.').greet('Ada'))").ok(), "Hello, Ada!\n");
    // The loader would take the older one, which is not for a platform in particular.
    addon.write("build-target.node", "old");
    let output = addon.napi(&["build", "--target", host]).ok();
    assert_has(&output, &["Removed build-target.node: it is loaded before build-target.linux-x64-gnu.node"]);
    assert!(!addon.path("build-target.node").exists());
    let refusal = addon.napi(&["build", "--target", host, "--target", "wasm32-wasip1"]).ended(2);
    assert_has(&refusal, &["wasm32-wasip1: npm has no name for this target"]);
    let refusal = addon.napi(&["build", "--target", "aarch64-unknown-linux-ohos"]).ended(2);
    assert_has(&refusal, &["aarch64-unknown-linux-ohos: use --ohos"]);
}

#[test]
fn a_build_that_fails_says_so_and_leaves_what_was() {
    let workspace = Workspace::new("build-fails");
    let addon = workspace.addon("build-fails");
    addon.write("src/lib.rs", "fn broken( {}\n");
    addon.write("build-fails.node", "the old one");
    let output = addon.napi(&["build"]).ended(1);
    assert_has(&output, &["src/lib.rs:1", "error: build-fails was not built"]);
    assert_eq!(addon.read("build-fails.node"), "the old one");
}

#[test]
fn a_target_that_is_not_installed_comes_with_the_command() {
    let workspace = Workspace::new("build-not-installed");
    let addon = workspace.addon("build-not-installed");
    let output = addon.napi(&["build", "--target", "riscv64gc-unknown-linux-musl"]).ended(1);
    assert_has(&output, &["next: rustup target add riscv64gc-unknown-linux-musl"]);
}

#[test]
fn packages_that_no_host_loads_are_refused() {
    let workspace = Workspace::new("build-refused");
    let addon = workspace.addon("build-refused");
    let manifest = addon.read("Cargo.toml");
    addon.write("Cargo.toml", &manifest.replace("crate-type = [\"cdylib\", \"rlib\"]\n", ""));
    let output = addon.napi(&["build"]).ended(1);
    assert_has(
        &output,
        &["package build-refused has a library, but none that a host can load", "crate-type = [\"cdylib\"]"],
    );
    addon.write("Cargo.toml", &manifest);
    workspace.addon("build-second");
    let output = workspace.run(".", &["build"]).ended(2);
    assert_has(&output, &["several addons, choose one with -p: build-refused, build-second"]);
    let output = workspace.run(".", &["build", "-p", "build-thrid"]).ended(2);
    assert_has(
        &output,
        &["-p build-thrid: the workspace has no such package; its addons: build-refused, build-second"],
    );
    workspace.write("Cargo.toml", "");
    assert_has(&workspace.run(".", &["build"]).ended(1), &["error: "]);
}

#[test]
fn files_of_ones_own_are_kept() {
    let workspace = Workspace::new("build-kept");
    let addon = workspace.addon("build-kept");
    addon.write("index.js", "module.exports = 'mine';\n");
    let output = addon.napi(&["build"]).ok();
    assert_has(&output, &["Kept index.js", "Wrote index.mjs"]);
    assert_eq!(addon.read("index.js"), "module.exports = 'mine';\n");
    // In Latin-1, and so no text in UTF-8.
    fs::write(addon.path("index.mjs"), b"// \xfc\n").expect("a file");
    assert_has(&addon.napi(&["build"]).ok(), &["Kept index.mjs"]);
    assert_eq!(fs::read(addon.path("index.mjs")).expect("a file"), b"// \xfc\n");
    fs::remove_file(addon.path("index.mjs")).expect("a file");
    fs::create_dir(addon.path("index.mjs")).expect("a folder");
    assert_has(&addon.napi(&["build"]).ended(1), &["index.mjs cannot be read"]);
}

/// In a package of ES modules Node takes `index.js` for one.
#[test]
fn a_loader_that_does_not_load_is_refused() {
    let workspace = Workspace::new("build-module");
    let addon = workspace.addon("build-module");
    let package = addon.read("package.json");
    addon.write("package.json", &package.replace("\"commonjs\"", "\"module\""));
    let output = addon.napi(&["build"]).ended(1);
    assert_has(&output, &["\"type\" is \"module\"", "next: npm pkg set type=commonjs"]);
    assert!(!addon.path("index.js").exists());
    // A loader of one's own may be an ES module, and a folder may have a package.json of its own.
    addon.write("lib/package.json", "{}");
    addon.napi(&["build", "--out", "lib"]).ok();
    addon.write("index.js", "export default 'mine';\n");
    assert_has(&addon.napi(&["build"]).ok(), &["Kept index.js"]);
}

#[test]
fn the_loader_says_what_it_looked_for() {
    let workspace = Workspace::new("build-loader");
    let addon = workspace.addon("@somebody/build-loader");
    addon.napi(&["build"]).ok();
    let load = "try { require('.'); } catch (error) { console.log(error.code, error.message, error.cause?.code); }";
    fs::rename(addon.path("build-loader.node"), addon.path("elsewhere")).expect("an addon");
    let output = addon.node(load).ok();
    let looked = [
        "ERR_ADDON_NOT_FOUND @somebody/build-loader has no native addon for linux-x64-gnu that loads.",
        "build-loader.node: not there",
        "build-loader.linux-x64-gnu.node: not there",
        "the package @somebody/build-loader-linux-x64-gnu: not installed",
        "cargo napi build",
        "npm install @somebody/build-loader-linux-x64-gnu",
    ];
    assert_has(&output, &looked);
    // One for another platform does not keep it from going on.
    addon.write("build-loader.node", "no library");
    assert_has(&addon.node(load).ok(), &["build-loader.node: ", "ERR_DLOPEN_FAILED"]);
    fs::rename(addon.path("elsewhere"), addon.path("build-loader.linux-x64-gnu.node")).expect("an addon");
    assert_eq!(addon.node("console.log(require('.').greet('Ada'))").ok(), "Hello, Ada!\n");
}

/// By what it looks for on systems that are not this one.
#[test]
fn the_loader_knows_the_names_of_platforms() {
    let workspace = Workspace::new("build-platforms");
    let addon = workspace.addon("build-platforms");
    addon.napi(&["build"]).ok();
    fs::remove_file(addon.path("build-platforms.node")).expect("an addon");
    // `ldd` is what tells musl from glibc; without it the process's report does.
    let script = "
        const [platform, arch, ldd] = WORDS;
        const fs = require('node:fs');
        const { readFileSync } = fs;
        fs.readFileSync = (path, ...rest) => {
          if (path !== '/usr/bin/ldd') return readFileSync(path, ...rest);
          if (ldd === 'none') throw new Error('no such file');
          return ldd;
        };
        Object.defineProperty(process, 'platform', { value: platform });
        Object.defineProperty(process, 'arch', { value: arch });
        try { require('.'); } catch (error) { console.log(error.message.match(/the package \\S+(?=:)/g).join()); }";
    let looked = |words: &str| addon.node(&script.replace("WORDS", words)).ok();
    let package = |name: &str| format!("the package build-platforms-{name}");
    assert_eq!(looked("['linux', 'x64', 'GNU libc']"), package("linux-x64-gnu\n"));
    assert_eq!(looked("['linux', 'arm64', 'ld-musl-aarch64']"), package("linux-arm64-musl\n"));
    assert_eq!(looked("['linux', 'arm', 'ld-musl-armhf']"), package("linux-arm-musleabihf\n"));
    assert_eq!(looked("['linux', 'x64', 'none']"), package("linux-x64-gnu\n"), "as the report says");
    assert_eq!(looked("['darwin', 'arm64']"), package("darwin-arm64\n"));
    let windows = [package("win32-x64-msvc"), package("win32-x64-gnu\n")].join(",");
    assert_eq!(looked("['win32', 'x64']"), windows);
    assert_eq!(looked("['android', 'arm']"), package("android-arm-eabi\n"));
}

#[test]
fn an_addon_without_records_has_no_declarations() {
    let workspace = Workspace::new("build-no-records");
    let addon = workspace.addon("build-no-records");
    let manifest = addon.read("Cargo.toml");
    addon.write(
        "Cargo.toml",
        &manifest.replacen("napi-core = { path", "napi-core = { default-features = false, path", 1),
    );
    let output = addon.napi(&["build"]).ended(1);
    assert_has(&output, &["there are no declarations to write, which --no-types goes without: no type records in"]);
    addon.napi(&["build", "--no-types"]).ok();
}

/// Whatever they are called: one of them must not keep the others from being imported.
#[test]
fn exports_are_imported_by_their_names() {
    let workspace = Workspace::new("build-names");
    let addon = workspace.addon("build-names");
    let names = ["addon", "delete", "export0$", "export1$", "größe", "x²", "a-b", "undefined", "it's \\\"", "𠮷"];
    let mut source = addon.read("src/lib.rs");
    for (number, name) in names.iter().enumerate() {
        source += &format!("\n#[export(name = \"{name}\")]\nfn export_{number}() -> u32 {{\n    {number}\n}}\n");
    }
    addon.write("src/lib.rs", &source);
    addon.napi(&["build"]).ok();
    let names = names.map(|name| format!("\"{name}\"")).join(", ");
    let script = format!("import('./index.mjs').then(all => console.log([{names}].map(name => all[name]()).join()))");
    assert_eq!(addon.node(&script).ok(), "0,1,2,3,4,5,6,7,8,9\n");
}

#[test]
fn without_types_there_is_the_addon_as_a_whole() {
    let workspace = Workspace::new("build-no-types");
    let addon = workspace.addon("build-no-types");
    addon.napi(&["build", "--no-types"]).ok();
    assert!(!addon.path("index.d.ts").exists());
    let script = "import('./index.mjs').then(all => console.log(Object.keys(all), all.default.greet('Ada')))";
    assert_eq!(addon.node(script).ok(), "[ 'default' ] Hello, Ada!\n");
}
