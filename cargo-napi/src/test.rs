//! `cargo napi test`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// What `cargo napi test` was asked.
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Run only the tests whose names contain this
    filter: Option<String>,
    /// Where to run them: node, bun, deno, personality (OpenHarmony's rules, on Node.js), or the path of one [default: node]
    #[arg(long)]
    host: Option<String>,
    /// The package whose tests to run [default: that of the current folder, or all]
    #[arg(short, long)]
    package: Option<String>,
    /// Run only the tests in tests/NAME.rs
    #[arg(long = "test", value_name = "NAME")]
    tests: Vec<String>,
    /// How long a test may take [default: 60]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    timeout: Option<u64>,
    /// Build as for release
    #[arg(long)]
    release: bool,
    /// Features of the package, separated by commas
    #[arg(short = 'F', long, value_name = "FEATURES")]
    features: Vec<String>,
    /// All features of the package
    #[arg(long)]
    all_features: bool,
    /// Not the features of `default`
    #[arg(long)]
    no_default_features: bool,
    /// Words for the test programs, such as --exact, --ignored, --list, --nocapture and --help
    #[arg(last = true)]
    arguments: Vec<OsString>,
}

const AFTER_HELP: &str = "\
The tests are functions with `#[napi_core::test]` in a file of tests/ that calls `napi_core::test_main!()` and has \
`harness = false` in Cargo.toml. `cargo test` runs them too, on the host in the variable NAPI_TEST_HOST.";

/// A package with tests for hosts.
struct Package {
    id: String,
    tests: Vec<String>,
}

/// Runs `cargo napi test`.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    let metadata = metadata(true)?;
    let packages = packages(&args, &metadata)?;
    let personality = match args.host.as_deref() {
        Some("personality") => Some(personality()?),
        _ => None,
    };
    let mut passed = true;
    for package in packages {
        let mut cargo = command(&args, &package);
        match (&personality, &args.host) {
            (Some(folder), _) => cargo.env("NAPI_TEST_PERSONALITY", folder).env("NAPI_TEST_HOST", "node"),
            (None, Some(host)) => cargo.env_remove("NAPI_TEST_PERSONALITY").env("NAPI_TEST_HOST", path_or_name(host)?),
            (None, None) => &mut cargo,
        };
        passed &= cargo.status().context("cargo does not run")?.success();
    }
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn command(args: &Args, package: &Package) -> Command {
    let mut cargo = cargo();
    cargo.args(["test", "--package", &package.id]);
    cargo.args(package.tests.iter().flat_map(|test| ["--test", test]));
    let flags = [
        (args.release, "--release"),
        (args.all_features, "--all-features"),
        (args.no_default_features, "--no-default-features"),
    ];
    cargo.args(flags.iter().filter(|(wanted, _)| *wanted).map(|(_, flag)| flag));
    cargo.args(args.features.iter().flat_map(|features| ["--features", features]));
    if let Some(seconds) = args.timeout {
        cargo.env("NAPI_TEST_TIMEOUT", seconds.to_string());
    }
    cargo.args(&args.filter).arg("--").args(&args.arguments);
    cargo
}

/// The programs run in the folders of their packages, and not in this one.
fn path_or_name(host: &str) -> Result<OsString> {
    if Path::new(host).components().count() > 1 {
        let path = fs::canonicalize(host).with_context(|| format!("--host {host}"))?;
        return Ok(path.into());
    }
    Ok(host.into())
}

/// The packages that are meant, each with the tests that are.
fn packages(args: &Args, metadata: &Value) -> Result<Vec<Package>> {
    let here = if args.package.is_some() { None } else { Some(nearest_manifest()?) };
    let all = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let named = |package: &&Value| match (&args.package, &here) {
        (Some(name), _) => package["name"] == **name,
        (None, Some(manifest)) => package["manifest_path"].as_str().is_some_and(|path| Path::new(path) == manifest),
        (None, None) => true,
    };
    let mut candidates: Vec<&Value> = all.iter().filter(named).collect();
    if let (Some(name), true) = (&args.package, candidates.is_empty()) {
        bail!("the workspace has no package {name}; next: `cargo metadata --no-deps` names those that it has");
    }
    if candidates.is_empty() {
        // The manifest of a workspace that is no package.
        candidates = all.iter().collect();
    }
    let found: Vec<Package> =
        candidates.into_iter().filter_map(|package| Package::read(package, &args.tests)).collect();
    match (found.is_empty(), args.tests.is_empty()) {
        (false, _) => Ok(found),
        (true, false) => bail!("no test {} that calls `napi_core::test_main!()`; next: {NEXT}", args.tests.join(", ")),
        (true, true) => bail!("there are no tests for hosts here; next: {NEXT}"),
    }
}

const NEXT: &str = "write tests/node.rs as in docs/testing.md of napi-core, with this in Cargo.toml:\n
[lib]
crate-type = [\"cdylib\", \"rlib\"]

[dev-dependencies]
napi-core = { version = \"0.1\", features = [\"test\"] }

[[test]]
name = \"node\"
harness = false";

impl Package {
    /// The package, if it has any of the tests, or any at all where none are named.
    fn read(package: &Value, wanted: &[String]) -> Option<Self> {
        let targets = package["targets"].as_array()?.iter();
        let tests = targets.filter_map(|target| {
            let name = target["name"].as_str()?;
            let is_test = target["kind"].as_array()?.iter().any(|kind| kind == "test");
            let is_wanted = wanted.is_empty() || wanted.iter().any(|wanted| wanted == name);
            let source = fs::read_to_string(target["src_path"].as_str()?).ok()?;
            (is_test && is_wanted && source.contains("test_main!")).then(|| name.to_owned())
        });
        let tests: Vec<String> = tests.collect();
        if tests.is_empty() { None } else { Some(Self { id: package["id"].as_str()?.to_owned(), tests }) }
    }
}

/// The folder of the stand-in for OpenHarmony, built by the checkout of napi-core that the packages here depend on.
fn personality() -> Result<PathBuf> {
    let metadata = metadata(false)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let own = packages
        .iter()
        .find(|package| package["name"] == "napi-core")
        .context("nothing here depends on napi-core; next: run this in the folder of an addon")?;
    let folder = own["manifest_path"].as_str().and_then(|path| Path::new(path).parent()?.parent());
    let checkout = folder.filter(|folder| folder.join("tests/personality/preload.js").is_file());
    let Some(checkout) = checkout else {
        bail!(
            "the personality is made of C sources in the repository of napi-core, and napi-core {} comes without them; next: \
             clone {}, and let `[patch.crates-io]` in Cargo.toml say `napi-core = {{ path = \"<clone>/napi-core\" }}`",
            own["version"].as_str().unwrap_or_default(),
            own["repository"].as_str().unwrap_or("the repository")
        );
    };
    let mut cargo = cargo();
    cargo.args(["run", "--quiet", "--package", "napi-core-tests", "--bin", "personality", "--", "--folder"]);
    let printed = output(cargo.current_dir(checkout)).context("the personality does not build")?;
    printed.lines().last().map(PathBuf::from).context("the personality has no folder")
}

/// The `Cargo.toml` of the current folder or of one above it.
fn nearest_manifest() -> Result<PathBuf> {
    let mut cargo = cargo();
    let path = output(cargo.args(["locate-project", "--message-format", "plain"]))?;
    Ok(PathBuf::from(path.trim()))
}

fn metadata(only_members: bool) -> Result<Value> {
    let mut cargo = cargo();
    cargo.args(["metadata", "--format-version", "1"]).args(only_members.then_some("--no-deps"));
    serde_json::from_str(&output(&mut cargo)?).context("cargo metadata prints no JSON")
}

fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.stdin(Stdio::null());
    cargo
}

/// What a command prints.
fn output(command: &mut Command) -> Result<String> {
    let program = Path::new(command.get_program()).display().to_string();
    let output = command.output().with_context(|| format!("{program} does not run"))?;
    if !output.status.success() {
        bail!("{program}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr).trim_end());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
