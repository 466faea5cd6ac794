//! `--check`: whether a file holds the declarations of a library.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::Flavour;

/// How many lines of a difference are shown.
const SHOWN: usize = 5;

/// An error that shows the difference, if the file holds other declarations than these.
pub(super) fn check(file: &Path, declarations: &str, library: &Path, flavour: Flavour) -> Result<()> {
    let arkts = if flavour == Flavour::ArkTs { " --arkts" } else { "" };
    let update = format!("to update it: cargo napi types {}{arkts} -o {}", library.display(), file.display());
    let held = match fs::read_to_string(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!("{} does not exist; {update}", file.display()),
        held => held.with_context(|| format!("cannot read {}", file.display()))?,
    };
    match difference(&held, declarations) {
        None => Ok(()),
        Some(difference) => bail!("{} is stale:\n{difference}{update}", file.display()),
    }
}

/// The first lines that differ: those of the file with `-`, and those that it should have with `+`. How lines end makes no
/// difference.
fn difference(held: &str, wanted: &str) -> Option<String> {
    let (held, wanted): (Vec<_>, Vec<_>) = (held.lines().collect(), wanted.lines().collect());
    let same = held.iter().zip(&wanted).take_while(|(held, wanted)| held == wanted).count();
    let (held, wanted) = (&held[same..], &wanted[same..]);
    if held.is_empty() && wanted.is_empty() {
        return None;
    }
    let tail = held.iter().rev().zip(wanted.iter().rev()).take_while(|(held, wanted)| held == wanted).count();
    let mut text = format!("line {}:\n", same + 1);
    for (sign, lines) in [('-', held), ('+', wanted)] {
        let lines = &lines[..lines.len() - tail];
        for line in lines.iter().take(SHOWN) {
            text.push_str(&format!("{sign} {line}\n"));
        }
        if lines.len() > SHOWN {
            text.push_str(&format!("{sign} .. and {} lines more\n", lines.len() - SHOWN));
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(difference("a\r\nb\r\n", "a\nb\n"), None);
    }

    #[test]
    fn another_line() {
        assert_eq!(difference("a\nb\nc\n", "a\nB\nc\n").as_deref(), Some("line 2:\n- b\n+ B\n"));
        assert_eq!(difference("a\n", "a\nb\n").as_deref(), Some("line 2:\n+ b\n"));
        assert_eq!(difference("a\nb\n", "a\n").as_deref(), Some("line 2:\n- b\n"));
        assert_eq!(difference("b\nb\n", "b\n").as_deref(), Some("line 2:\n- b\n"));
    }

    #[test]
    fn many_lines() {
        let wanted: String = (0..8).map(|number| format!("{number}\n")).collect();
        let shown = "line 1:\n+ 0\n+ 1\n+ 2\n+ 3\n+ 4\n+ .. and 3 lines more\n";
        assert_eq!(difference("", &wanted).as_deref(), Some(shown));
    }
}
