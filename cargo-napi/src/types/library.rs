//! The type records of a library of any format, for any processor.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use napi_core_meta::SECTIONS;
use napi_core_meta::read::{self, Record};
use object::macho::{FatArch32, FatArch64};
use object::read::macho::{FatArch, MachOFatFile};
use object::{File, FileKind, Object as _, ObjectSection as _};

/// The records of the library in this file.
pub(super) fn records(library: &Path) -> Result<Vec<Record>> {
    let bytes = fs::read(library).with_context(|| format!("cannot read {}", library.display()))?;
    let sections =
        sections(&bytes).with_context(|| format!("{} is not a library that can be read", library.display()))?;
    if sections.is_empty() {
        bail!(
            "no type records in {}: is it an addon made with napi-core, built with its feature `types`?",
            library.display()
        );
    }
    let mut records = Vec::new();
    for section in sections {
        records.extend(read::records(section).with_context(|| format!("in {}", library.display()))?);
    }
    Ok(records)
}

/// The sections that hold records: linkers may leave several.
fn sections(bytes: &[u8]) -> object::Result<Vec<&[u8]>> {
    match FileKind::parse(bytes)? {
        FileKind::MachOFat32 => of_universal::<FatArch32>(bytes),
        FileKind::MachOFat64 => of_universal::<FatArch64>(bytes),
        _ => of_file(bytes),
    }
}

/// Those of the first processor that has some: the others were made from the same source.
fn of_universal<Arch: FatArch>(bytes: &[u8]) -> object::Result<Vec<&[u8]>> {
    for arch in MachOFatFile::<Arch>::parse(bytes)?.arches() {
        let found = of_file(arch.data(bytes)?)?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

fn of_file(bytes: &[u8]) -> object::Result<Vec<&[u8]>> {
    let file = File::parse(bytes)?;
    let ours = file.sections().filter(|section| section.name().is_ok_and(|name| SECTIONS.contains(&name)));
    ours.map(|section| section.data()).collect()
}
