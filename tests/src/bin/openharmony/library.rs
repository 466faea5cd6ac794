//! A linked library, as the system's loader sees it.

use std::fmt;
use std::fs;
use std::path::Path;

use object::elf::{DT_INIT_ARRAYSZ, DT_NEEDED, DT_SONAME, DT_STRSZ, DT_STRTAB, FileHeader64};
use object::read::elf::{Dyn as _, ElfFile, ElfFile64, ProgramHeader as _};
use object::{Endianness, Object as _, ObjectSymbol as _};

use crate::calls::Calls;

/// What is checked of a library.
pub(crate) struct Library {
    pub(crate) file_name: String,
    pub(crate) soname: Option<String>,
    pub(crate) needed: Vec<String>,
    pub(crate) has_init_array: bool,
    /// What it imports, and whether it can do without.
    pub(crate) imports: Vec<(String, Import)>,
    pub(crate) exports: Vec<String>,
    pub(crate) calls: Calls,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Import {
    Strong,
    Weak,
}

impl Library {
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let failed = |error: &dyn fmt::Display| format!("{}: {error}", path.display());
        let bytes = fs::read(path).map_err(|error| failed(&error))?;
        let file = ElfFile64::<Endianness>::parse(&*bytes).map_err(|error| failed(&error))?;
        let dynamic = Dynamic::of(&file).map_err(|error| failed(&error))?;
        let mut imports = Vec::new();
        let mut exports = Vec::new();
        for symbol in file.dynamic_symbols() {
            let name = symbol.name().map_err(|error| failed(&error))?.to_owned();
            match (symbol.is_undefined(), symbol.is_weak()) {
                (true, true) => imports.push((name, Import::Weak)),
                (true, false) => imports.push((name, Import::Strong)),
                (false, _) => exports.push(name),
            }
        }
        Ok(Self {
            file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            soname: dynamic.text(DT_SONAME).pop(),
            needed: dynamic.text(DT_NEEDED),
            has_init_array: dynamic.value(DT_INIT_ARRAYSZ).is_some_and(|size| size > 0),
            imports,
            exports,
            calls: Calls::of(&file).map_err(|error| failed(&error))?,
        })
    }

    fn imports_of(&self, prefix: &str) -> usize {
        self.imports.iter().filter(|(name, _)| name.starts_with(prefix)).count()
    }
}

impl fmt::Display for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (soname, all) = (self.soname.as_deref().unwrap_or("no SONAME"), self.imports.len());
        let (napi, uv) = (self.imports_of("napi_"), self.imports_of("uv_"));
        let needed = self.needed.join(" ");
        write!(f, "{soname}, needs {needed}, {all} imports ({napi} of Node-API, {uv} of libuv), {}", self.calls)
    }
}

/// The dynamic section.
struct Dynamic<'d> {
    entries: Vec<(u32, u64)>,
    strings: &'d [u8],
}

impl<'d> Dynamic<'d> {
    fn of(file: &ElfFile<'d, FileHeader64<Endianness>>) -> Result<Self, String> {
        let (endian, data) = (file.endian(), file.data());
        let segments = file.elf_program_headers();
        let dynamic = segments.iter().find_map(|segment| segment.dynamic(endian, data).ok().flatten());
        let entries = dynamic.ok_or("no dynamic section")?;
        let entries: Vec<_> =
            entries.iter().filter_map(|entry| Some((entry.tag32(endian)?, entry.d_val(endian)))).collect();
        let value = |tag| entries.iter().find(|(found, _)| *found == tag).map(|(_, value)| *value);
        let (start, size) = (value(DT_STRTAB).ok_or("no strings")?, value(DT_STRSZ).ok_or("no strings")?);
        let strings = segments.iter().find_map(|segment| segment.data_range(endian, data, start, size).ok().flatten());
        Ok(Self { strings: strings.ok_or("no strings")?, entries })
    }

    fn value(&self, tag: u32) -> Option<u64> {
        self.entries.iter().find(|(found, _)| *found == tag).map(|(_, value)| *value)
    }

    /// The texts that entries of this tag name.
    fn text(&self, tag: u32) -> Vec<String> {
        let offsets = self.entries.iter().filter(|(found, _)| *found == tag).map(|(_, offset)| *offset as usize);
        let texts = offsets.filter_map(|offset| self.strings.get(offset..)?.split(|byte| *byte == 0).next());
        texts.map(|text| String::from_utf8_lossy(text).into_owned()).collect()
    }
}
