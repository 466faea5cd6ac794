//! The layout for npm: a main package with the loader and the declarations, and one with the binary for each platform,
//! which the main one names as optional dependencies: npm installs the one that fits.

use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use super::{claim, copy_all, copy_documents, remove, report, results};
use crate::cargo::host_triple;
use crate::files::{copy_changed, entries, file_name, write_changed};
use crate::platform::Platform;
use crate::project::Project;

/// What the loader consists of.
const LOADER: [&str; 3] = ["index.js", "index.mjs", "index.d.ts"];

/// What a platform's package says as the main one does.
const SHARED: [&str; 8] =
    ["version", "description", "license", "author", "repository", "homepage", "engines", "publishConfig"];

/// A binary and its platform.
struct Binary {
    file: PathBuf,
    platform: Platform,
}

/// Writes `npm/main`, and `npm/PLATFORM` for each binary.
pub(super) fn lay_out(project: &Project, out: &Path) -> Result<()> {
    let package = project.package_json()?;
    let package = package.with_context(|| format!("{}: npm wants a package.json", project.folder.display()))?;
    for key in ["name", "version"] {
        if !package[key].is_string() {
            bail!("{}: \"{key}\": expected a string", project.folder.join("package.json").display());
        }
    }
    let binaries = binaries(project)?;
    let folder = out.join("npm");
    claim(&folder)?;
    for old in entries(&folder)?.iter().filter(|entry| is_ours(file_name(entry))) {
        remove(old)?;
    }
    for binary in &binaries {
        write_platform(project, &package, binary, &folder.join(binary.platform.to_string()))?;
    }
    write_main(project, &package, &binaries, out)
}

fn is_ours(name: &str) -> bool {
    name == "main" || Platform::named(name).is_some()
}

/// All `NAME.PLATFORM.node`; `NAME.node` is one for this machine's platform if there is none at all.
fn binaries(project: &Project) -> Result<Vec<Binary>> {
    let mut binaries: Vec<Binary> = Vec::new();
    for file in entries(&project.folder)? {
        let name = file_name(&file).strip_prefix(&project.name).and_then(|rest| rest.strip_suffix(".node"));
        let platform = name.and_then(|name| name.strip_prefix('.')).and_then(Platform::named);
        binaries.extend(platform.map(|platform| Binary { file, platform }));
    }
    let own = project.folder.join(format!("{}.node", project.name));
    let platform = Platform::of_triple(&host_triple()?)?;
    if own.is_file() && binaries.iter().all(|binary| binary.platform != platform) {
        if let Some(other) = binaries.first() {
            bail!(
                "{}: it would be packaged for {platform}, and is perhaps of an older build than {}; next: build all \
                 platforms with --target, or remove it",
                own.display(),
                file_name(&other.file)
            );
        }
        binaries.push(Binary { file: own, platform });
    }
    if binaries.is_empty() {
        bail!(
            "{}: no {1}.node and no {1}.PLATFORM.node; next: cargo napi build --release, with --target for other \
             platforms",
            project.folder.display(),
            project.name
        );
    }
    Ok(binaries)
}

fn write_platform(project: &Project, main: &Value, binary: &Binary, folder: &Path) -> Result<()> {
    let platform = &binary.platform;
    let file = format!("{}.{platform}.node", project.name);
    let mut package = Map::new();
    package.insert("name".into(), platform_package(main, platform).into());
    for key in SHARED {
        if let Some(value) = main.get(key) {
            package.insert(key.into(), value.clone());
        }
    }
    package.insert("main".into(), file.clone().into());
    package.insert("files".into(), json!([file]));
    package.insert("os".into(), json!([platform.os()]));
    package.insert("cpu".into(), json!([platform.cpu()]));
    if let Some(libc) = platform.libc() {
        package.insert("libc".into(), json!([libc]));
    }
    copy_changed(&binary.file, &folder.join(&file))?;
    write_json(&folder.join("package.json"), &package.into())?;
    let name = platform_package(main, platform);
    let of = main["name"].as_str().unwrap_or_default();
    let readme =
        format!("# {name}\n\nThe native addon of `{of}` for {platform}. Install `{of}`, which depends on it.\n");
    write_changed(&folder.join("README.md"), &readme)?;
    copy_licenses(project, folder)?;
    report(folder);
    Ok(())
}

fn copy_licenses(project: &Project, folder: &Path) -> Result<()> {
    for path in entries(&project.folder)? {
        if path.is_file() && file_name(&path).to_lowercase().starts_with("licen") {
            copy_changed(&path, &folder.join(file_name(&path)))?;
        }
    }
    Ok(())
}

fn write_main(project: &Project, package: &Value, binaries: &[Binary], out: &Path) -> Result<()> {
    let folder = &out.join("npm").join("main");
    let mut package = package.clone();
    let version = package["version"].clone();
    let mut optional = package["optionalDependencies"].as_object().cloned().unwrap_or_default();
    for binary in binaries {
        optional.insert(platform_package(&package, &binary.platform), version.clone());
    }
    package["optionalDependencies"] = optional.into();
    for name in LOADER {
        let from = project.folder.join(name);
        if !from.is_file() {
            bail!("{} is not there; next: cargo napi build --release", from.display());
        }
        copy_changed(&from, &folder.join(name))?;
    }
    let results = results(project, out);
    for name in listed(&package)? {
        let from = project.folder.join(&name);
        if !from.exists() {
            bail!("{}: \"files\" names {name}, which is not there", project.folder.join("package.json").display());
        }
        copy_all(&from, &folder.join(&name), &results)?;
    }
    list_loader(&mut package)?;
    copy_documents(project, folder)?;
    write_json(&folder.join("package.json"), &package)?;
    report(folder);
    Ok(())
}

/// What `files` names beside the loader.
fn listed(package: &Value) -> Result<Vec<String>> {
    let mut names = names(package)?;
    names.retain(|name| !LOADER.contains(&name.as_str()) && !name.ends_with(".node"));
    Ok(names)
}

/// Adds the files of the loader which are missing in `files`: npm packs nothing else.
fn list_loader(package: &mut Value) -> Result<()> {
    let names = names(package)?;
    if let Some(files) = package.get_mut("files").and_then(Value::as_array_mut) {
        let missing = LOADER.into_iter().filter(|name| !names.iter().any(|listed| listed == name));
        files.extend(missing.map(Value::from));
    }
    Ok(())
}

/// What `files` names, without `./` and `/` before it, which mean the same to npm, and `/` behind it.
fn names(package: &Value) -> Result<Vec<String>> {
    let files = package["files"].as_array().map(Vec::as_slice).unwrap_or_default();
    files.iter().filter_map(Value::as_str).map(plain_name).collect()
}

fn plain_name(name: &str) -> Result<String> {
    let parts = Path::new(name).components().filter(|part| !matches!(part, Component::RootDir | Component::CurDir));
    let parts: Option<Vec<&str>> = parts.map(normal).collect();
    match parts {
        Some(parts) if !parts.is_empty() && !name.contains(['*', '!', '?', '[']) => Ok(parts.join("/")),
        _ => bail!("package.json: \"files\": {name}: expected the name of a file or a folder of this package"),
    }
}

/// No `..`, and no drive.
fn normal(part: Component<'_>) -> Option<&str> {
    match part {
        Component::Normal(part) => part.to_str(),
        _ => None,
    }
}

fn platform_package(main: &Value, platform: &Platform) -> String {
    format!("{}-{platform}", main["name"].as_str().unwrap_or_default())
}

fn write_json(path: &Path, value: &Value) -> Result<()> {
    write_changed(path, &format!("{}\n", serde_json::to_string_pretty(value)?)).map(|_| ())
}
