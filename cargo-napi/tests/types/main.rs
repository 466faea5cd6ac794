//! `cargo napi types` on libraries that are made here: sections of records in files of every format.

mod cases;
mod command;
mod formats;
mod goldens;
mod records;
mod refused;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use object::write::{Object, StandardSegment};
use object::{Architecture, BinaryFormat, Endianness, SectionKind};

/// An empty folder for a test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("types").join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A library for Linux with these records, in a folder of this name.
fn library(test: &str, section: &[u8]) -> PathBuf {
    let file = folder(test).join("libaddon.so");
    std::fs::write(&file, object(BinaryFormat::Elf, Architecture::X86_64, Endianness::Little, section))
        .expect("a library");
    file
}

/// A file with a section of records between other sections.
fn object(format: BinaryFormat, architecture: Architecture, endian: Endianness, records: &[u8]) -> Vec<u8> {
    let name: &[u8] = match format {
        BinaryFormat::MachO => b"__napi_types",
        BinaryFormat::Coff => b".napityp",
        _ => b".napi_types",
    };
    let mut object = Object::new(format, architecture, endian);
    let segment = object.segment_name(StandardSegment::Text).to_vec();
    for (name, kind, data) in [
        (&b"before"[..], SectionKind::ReadOnlyData, &b"NTYPE"[..]),
        (name, SectionKind::ReadOnlyData, records),
        (b"after", SectionKind::Data, b"NTYP\x02"),
    ] {
        let section = object.add_section(segment.clone(), name.to_vec(), kind);
        object.append_section_data(section, data, 1);
    }
    object.write().expect("an object file")
}

/// `cargo napi types` with these arguments.
fn types(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cargo-napi"))
        .env_remove("RUST_BACKTRACE")
        .arg("types")
        .args(arguments)
        .output()
        .expect("cargo-napi runs")
}

/// What it writes, if it succeeds.
fn written(arguments: &[&str]) -> String {
    let output = types(arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "types {arguments:?}: {}\n{errors}", output.status);
    String::from_utf8(output.stdout).expect("text")
}

/// What it says when it fails with this code.
fn refused(arguments: &[&str], code: i32) -> String {
    let output = types(arguments);
    assert_eq!(output.status.code(), Some(code), "types {arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).expect("text")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path that is text")
}
