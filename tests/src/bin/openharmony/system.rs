//! What the system exports, and from which API level.

use std::collections::HashMap;
use std::fs;

use harness::workspace;

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

/// Lines of a name and a level: `12`, `26.1.0`, `<=10`, or none.
fn exports(list: &str) -> Result<HashMap<String, u32>, String> {
    let path = workspace().join("tests").join(list);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let exports = lines.map(|line| {
        let mut words = line.split_whitespace();
        let (name, level) = (words.next()?, words.next().unwrap_or("0"));
        let level = level.trim_start_matches("<=").split('.').next()?;
        Some((name.to_owned(), level.parse().ok()?))
    });
    let exports: Option<HashMap<_, _>> = exports.collect();
    exports.filter(|exports| !exports.is_empty()).ok_or_else(|| format!("{} is no list of symbols", path.display()))
}
