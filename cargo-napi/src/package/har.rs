//! The layout for OpenHarmony: a HAR, which is a gzipped tar with all files in the folder `package`.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{MARK, archive_name, claim, copy_all, copy_documents, remove, report, results};
use crate::build::{types_folder, types_manifest};
use crate::files::{copy_changed, entries, file_name, read, replace, write_changed};
use crate::platform::Abi;
use crate::project::Project;

/// Writes the folder `har` and the archive `NAME.har`.
pub(super) fn lay_out(project: &Project, out: &Path) -> Result<()> {
    let libraries = libraries(project)?;
    let types = types_folder(&project.library);
    let declarations = project.folder.join(&types).join("index.d.ts");
    if !declarations.is_file() {
        bail!("{} is not there; next: cargo napi build --ohos --release", declarations.display());
    }
    let folder = out.join("har");
    claim(&folder)?;
    entries(&folder)?.iter().filter(|entry| file_name(entry) != MARK).try_for_each(|old| remove(old))?;
    for (abi, library) in &libraries {
        copy_changed(library, &folder.join("libs").join(abi.folder()).join(file_name(library)))?;
    }
    copy_changed(&declarations, &folder.join(&types).join("index.d.ts"))?;
    let generated = [
        (types.join("oh-package.json5"), types_manifest(&project.shared_object(), &project.version)),
        ("oh-package.json5".into(), manifest(project)?),
        ("Index.ets".into(), format!("export * from '{}';\n", project.shared_object())),
        (Path::new("src").join("main").join("module.json5"), module(project)),
    ];
    for (path, text) in generated {
        let own = project.folder.join(&path);
        // What the project has itself is right.
        if own.is_file() {
            copy_changed(&own, &folder.join(&path))?
        } else {
            write_changed(&folder.join(&path), &text)?
        };
    }
    let ets = Path::new("src").join("main").join("ets");
    if project.folder.join(&ets).is_dir() {
        copy_all(&project.folder.join(&ets), &folder.join(&ets), &results(project, out))?;
    }
    copy_documents(project, &folder)?;
    report(&folder);
    let archive = out.join(archive_name(project));
    replace(&archive, |fresh| pack(&folder, fresh))?;
    report(&archive);
    Ok(())
}

/// The libraries that `cargo napi build --ohos` has written.
fn libraries(project: &Project) -> Result<Vec<(Abi, PathBuf)>> {
    let folder = project.folder.join("libs");
    let path = |abi: Abi| (abi, folder.join(abi.folder()).join(project.shared_object()));
    let found: Vec<_> = Abi::ALL.into_iter().map(path).filter(|(_, path)| path.is_file()).collect();
    if found.is_empty() {
        let name = project.shared_object();
        bail!("{}: no ABI has a {name}; next: cargo napi build --ohos --release", folder.display());
    }
    Ok(found)
}

fn manifest(project: &Project) -> Result<String> {
    let name = project.shared_object();
    let package = serde_json::json!({
        "name": project.npm_name()?,
        "version": project.version,
        "description": project.description.as_deref().unwrap_or_default(),
        "license": project.license.as_deref().unwrap_or_default(),
        "main": "Index.ets",
        "dependencies": { name: format!("file:./src/main/cpp/types/lib{}", project.library) },
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&package)?))
}

fn module(project: &Project) -> String {
    let devices = "['default', 'tablet', '2in1']";
    let name = &project.library;
    format!("{{\n  module: {{\n    name: '{name}',\n    type: 'har',\n    deviceTypes: {devices},\n  }},\n}}\n")
}

/// The same files give the same archive: it holds no times and no owners.
fn pack(folder: &Path, archive: &Path) -> Result<()> {
    let mut tar = tar::Builder::new(GzEncoder::new(File::create(archive)?, Compression::best()));
    append(&mut tar, folder, "package")?;
    tar.into_inner()?.finish()?;
    Ok(())
}

fn append(tar: &mut tar::Builder<impl Write>, path: &Path, name: &str) -> Result<()> {
    if path.is_dir() {
        let mut inside = entries(path)?.into_iter().filter(|entry| file_name(entry) != MARK);
        return inside.try_for_each(|entry| append(tar, &entry, &format!("{name}/{}", file_name(&entry))));
    }
    let bytes = read(path)?;
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o644);
    header.set_mtime(0);
    Ok(tar.append_data(&mut header, name, bytes.as_slice())?)
}
