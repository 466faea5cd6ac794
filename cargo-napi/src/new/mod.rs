//! `cargo napi new`: a project which builds, tests and runs at once.

mod name;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::build::{types_folder, types_manifest};
use crate::cargo::{cargo, output};
use crate::files::{entries, write_changed};
use crate::usage::usage;

use name::Names;

/// What `cargo napi new` was asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The name, or a path that ends with it: my-addon, @scope/my-addon, ../my-addon
    #[arg(value_name = "NAME|PATH")]
    path: PathBuf,
    /// For Node.js, Bun, Deno and Electron: the default
    #[arg(long)]
    node: bool,
    /// For OpenHarmony; with --node for both
    #[arg(long)]
    arkts: bool,
    /// Use the napi-core in this folder instead of the one on crates.io
    #[arg(long, value_name = "PATH", hide_short_help = true)]
    napi_core_path: Option<PathBuf>,
}

/// A file of the project: where it lies, and its template.
type File = (PathBuf, &'static str);

/// Runs `cargo napi new`.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    let names = Names::read(&args.path)?;
    let folder = std::path::absolute(&names.folder).context("the current folder is gone")?;
    let node = args.node || !args.arkts;
    check_empty(&names.folder)?;
    let workspace = enclosing_workspace(&folder)?;
    let replacements = replacements(&args, &names, node, workspace.is_some())?;
    for (path, template) in files(&names, node, args.arkts) {
        let text = replacements.iter().fold(template.to_owned(), |text, (key, value)| text.replace(key, value));
        write_changed(&names.folder.join(path), &text)?;
    }
    if args.arkts {
        let manifest = types_folder(&names.library()).join("oh-package.json5");
        write_changed(&names.folder.join(manifest), &types_manifest(&names.shared_object(), "0.1.0"))?;
    }
    eprintln!("{:>12} {} in {}", "Made", names.npm, names.folder.display());
    if let Some(workspace) = workspace {
        join(&workspace, &names)?;
    }
    next_steps(&names, node, args.arkts);
    Ok(ExitCode::SUCCESS)
}

fn files(names: &Names, node: bool, arkts: bool) -> Vec<File> {
    let mut files: Vec<File> = vec![
        ("Cargo.toml".into(), include_str!("../../templates/new/Cargo.toml")),
        ("src/lib.rs".into(), include_str!("../../templates/new/lib.rs")),
        ("tests/node.rs".into(), include_str!("../../templates/new/node.rs")),
        (".gitignore".into(), include_str!("../../templates/new/gitignore")),
    ];
    if node {
        files.push(("package.json".into(), include_str!("../../templates/new/node/package.json")));
        files.push(("test/greet.test.js".into(), include_str!("../../templates/new/node/test/greet.test.js")));
    }
    if arkts {
        let types = types_folder(&names.library()).join("index.d.ts");
        files.push(("build.rs".into(), include_str!("../../templates/new/arkts/build.rs")));
        files.push(("oh-package.json5".into(), include_str!("../../templates/new/arkts/oh-package.json5")));
        files.push(("Index.ets".into(), include_str!("../../templates/new/arkts/Index.ets")));
        files.push(("src/main/module.json5".into(), include_str!("../../templates/new/arkts/src/main/module.json5")));
        files.push((types, include_str!("../../templates/new/arkts/index.d.ts")));
    }
    files
}

fn replacements(args: &Args, names: &Names, node: bool, in_workspace: bool) -> Result<Vec<(&'static str, String)>> {
    let profile = if in_workspace { "" } else { include_str!("../../templates/new/profile.toml") };
    let mut ignored = String::from("/dist\n");
    if node {
        ignored += "/node_modules\n*.node\n";
    }
    if args.arkts {
        ignored += "/libs\n";
    }
    let napi_core = napi_core(args.napi_core_path.as_deref())?;
    Ok(vec![
        ("@profile@\n", profile.to_owned()),
        ("@ignored@", ignored),
        ("@crate@", names.package.clone()),
        ("@npm_name@", names.npm.clone()),
        ("@library@", names.library()),
        ("@shared_object@", names.shared_object()),
        ("@napi_core@", inline_table(&napi_core, "")),
        ("@napi_core_test@", inline_table(&napi_core, ", features = [\"test\"]")),
    ])
}

/// Where `napi-core` comes from, as a key of the dependency in `Cargo.toml`.
fn napi_core(path: Option<&Path>) -> Result<String> {
    let Some(path) = path else {
        let version = env!("CARGO_PKG_VERSION");
        // 0.1.7 and 0.1.0 are compatible, and so are 1.2 and 1.0.
        let end = version.match_indices('.').nth(1).map_or(version.len(), |(index, _)| index);
        return Ok(format!("version = \"{}\"", &version[..end]));
    };
    if !path.join("Cargo.toml").is_file() {
        return Err(usage(format!("--napi-core-path {}: no Cargo.toml in this folder", path.display())));
    }
    let path = path.canonicalize().context("--napi-core-path")?;
    Ok(format!("path = {}", Value::from(path.to_string_lossy())))
}

fn inline_table(source: &str, features: &str) -> String {
    match source.strip_prefix("version = ") {
        Some(version) if features.is_empty() => version.to_owned(),
        _ => format!("{{ {source}{features} }}"),
    }
}

fn check_empty(folder: &Path) -> Result<()> {
    if folder.exists() && !folder.is_dir() {
        return Err(usage(format!("{} exists and is no folder", folder.display())));
    }
    if !entries(folder)?.is_empty() {
        return Err(usage(format!("{} exists and is not empty; next: choose another name", folder.display())));
    }
    Ok(())
}

/// The `Cargo.toml` of the workspace that the folder would be in.
fn enclosing_workspace(folder: &Path) -> Result<Option<PathBuf>> {
    let Some(parent) = folder.ancestors().skip(1).find(|folder| folder.is_dir()) else { return Ok(None) };
    let mut command = cargo();
    let found =
        output(command.args(["locate-project", "--workspace", "--message-format", "plain"]).current_dir(parent));
    Ok(found.ok().map(|path| PathBuf::from(path.trim())))
}

/// Says what must be done so that cargo takes the project for a member.
fn join(workspace: &Path, names: &Names) -> Result<()> {
    let mut command = cargo();
    command.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(&names.folder);
    if output(&mut command).is_err() {
        let root = workspace.parent().unwrap_or(workspace).canonicalize()?;
        let folder = names.folder.canonicalize()?;
        let member = folder.strip_prefix(&root).unwrap_or(&folder).display();
        eprintln!("{:>12} \"{member}\" is no member of {}: add it to `members` there", "Note", workspace.display());
    }
    Ok(())
}

fn next_steps(names: &Names, node: bool, arkts: bool) {
    eprintln!("\nNext:");
    eprintln!("  cd {}", names.folder.display());
    if node {
        eprintln!("  cargo napi build");
        eprintln!("  npm test && cargo test");
        eprintln!("  node -p \"require('.').greet('Ada')\"");
    }
    if arkts {
        eprintln!("  cargo napi build --ohos --release");
        eprintln!("  cargo napi package --har");
    }
}
