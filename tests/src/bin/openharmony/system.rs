//! What the system exports, and from which API level.

use std::collections::HashMap;

use harness::{Symbol, workspace};

/// Addons run from this API level on.
pub(crate) const LEVEL: u32 = 12;

/// The names of the system's libraries.
pub(crate) struct System {
    libraries: Vec<SystemLibrary>,
    /// What the NDK links statically.
    linked: Vec<String>,
    /// What Node has and the system has not: imported weakly, it is absent.
    absent: Vec<String>,
}

/// A library that addons may need.
pub(crate) struct SystemLibrary {
    /// Without `lib` and `.so`.
    pub(crate) name: &'static str,
    /// Each name with the API level it appeared in.
    pub(crate) exports: HashMap<String, u32>,
}

/// What is known of a name.
pub(crate) enum Known {
    /// Exported from this API level on; 0 for what always was.
    From(u32),
    /// Node's, not the system's.
    Absent,
    Nothing,
}

impl System {
    /// Reads the lists in `tests`.
    pub(crate) fn read() -> Result<Self, String> {
        let library = |name, list| Ok::<_, String>(SystemLibrary { name, exports: exports(list)? });
        let libraries = vec![
            library("ace_napi.z", "personality/napi-symbols.txt")?,
            library("uv", "openharmony/uv-symbols.txt")?,
            library("hilog_ndk.z", "openharmony/hilog-symbols.txt")?,
            library("c", "openharmony/libc-symbols.txt")?,
        ];
        let names = |list| exports(list).map(|exports| exports.into_keys().collect());
        let (linked, absent) = (names("openharmony/static-symbols.txt")?, names("personality/absent-symbols.txt")?);
        Ok(Self { libraries, linked, absent })
    }

    pub(crate) fn libraries(&self) -> &[SystemLibrary] {
        &self.libraries
    }

    pub(crate) fn find(&self, symbol: &str) -> Known {
        let exported = self.libraries.iter().find_map(|library| library.exports.get(symbol));
        match exported {
            Some(level) => Known::From(*level),
            None if self.linked.iter().any(|name| name == symbol) => Known::From(0),
            None if self.absent.iter().any(|name| name == symbol) => Known::Absent,
            None => Known::Nothing,
        }
    }

    /// Whether the NDK has a library of this SONAME.
    pub(crate) fn has_library(&self, soname: &str) -> bool {
        self.libraries.iter().any(|library| format!("lib{}.so", library.name) == soname)
    }
}

fn exports(list: &str) -> Result<HashMap<String, u32>, String> {
    let symbols = Symbol::list(&workspace().join("tests").join(list))?;
    Ok(symbols.into_iter().map(|symbol| (symbol.name, symbol.level)).collect())
}
