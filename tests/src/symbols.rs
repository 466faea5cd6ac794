//! Lists of what the system's libraries export.

use std::fs;
use std::path::Path;

/// A name that a library exports.
#[derive(Debug)]
pub struct Symbol {
    /// As the linker knows it.
    pub name: String,
    /// The API level it came with; 0 where the list does not say.
    pub level: u32,
}

impl Symbol {
    /// Reads a list: lines of a name and a level, `12`, `26.1.0`, `<=10`, or none.
    pub fn list(path: &Path) -> Result<Vec<Self>, String> {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let symbols: Option<Vec<_>> = lines.map(Self::read).collect();
        let found = symbols.filter(|symbols| !symbols.is_empty());
        found.ok_or_else(|| format!("{} is no list of symbols", path.display()))
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (name, level) = (words.next()?.to_owned(), words.next().unwrap_or("0"));
        let level = level.trim_start_matches("<=").split('.').next()?.parse().ok()?;
        Some(Self { name, level })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_name_and_a_level() {
        let read = |line| Symbol::read(line).map(|symbol| (symbol.name, symbol.level));
        assert_eq!(read("napi_throw\t<=10"), Some(("napi_throw".into(), 10)));
        assert_eq!(read("napi_get_global_handle_count\t26.1.0"), Some(("napi_get_global_handle_count".into(), 26)));
        assert_eq!(read("malloc"), Some(("malloc".into(), 0)));
        assert_eq!(read("malloc soon"), None);
    }
}
