//! The folder through which the program and the host talk.
//!
//! | file | what | written by |
//! | --- | --- | --- |
//! | `plan` | the names of the tests to run, a line each | the program |
//! | `events` | what happens, a line each: [`Event`] | the library in the host |
//! | `output` | standard output and standard error of the host | the host |

use std::env;
use std::path::{Path, PathBuf};

/// The variable that names the folder to the library.
pub(super) const VARIABLE: &str = "NAPI_CORE_TEST_FOLDER";

/// The folder, if a program started this host.
pub(super) fn of_this_host() -> Option<Folder> {
    env::var_os(VARIABLE).map(|path| Folder(path.into()))
}

/// The folder of one host.
#[derive(Clone)]
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    pub(super) fn plan(&self) -> PathBuf {
        self.0.join("plan")
    }

    pub(super) fn events(&self) -> PathBuf {
        self.0.join("events")
    }

    pub(super) fn output(&self) -> PathBuf {
        self.0.join("output")
    }
}

/// What happens in the host. `at` is how long the output was then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// A test begins.
    Begins { test: usize, at: u64 },
    /// It has returned, and something of it is under way.
    Waits { why: String },
    /// It has ended, and why it failed if it did.
    Ends { at: u64, failure: Option<String> },
    /// There are no more tests.
    Done { at: u64 },
}

impl Event {
    /// The event as a line.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Begins { test, at } => format!("begins {at} {test}\n"),
            Self::Waits { why } => format!("waits 0 {}\n", escape(why)),
            Self::Ends { at, failure: None } => format!("ends {at} \n"),
            Self::Ends { at, failure: Some(why) } => format!("fails {at} {}\n", escape(why)),
            Self::Done { at } => format!("done {at} \n"),
        }
    }

    /// The event that a line says.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut words = line.splitn(3, ' ');
        let (kind, at, rest) = (words.next()?, words.next()?.parse().ok()?, words.next()?);
        match kind {
            "begins" => Some(Self::Begins { test: rest.parse().ok()?, at }),
            "waits" => Some(Self::Waits { why: unescape(rest) }),
            "ends" => Some(Self::Ends { at, failure: None }),
            "fails" => Some(Self::Ends { at, failure: Some(unescape(rest)) }),
            "done" => Some(Self::Done { at }),
            _ => None,
        }
    }
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n")
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => plain.push(if letters.next() == Some('n') { '\n' } else { '\\' }),
            (letter, false) => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_read_back() {
        let failure = Some("a\\nb\nc \\".to_owned());
        let events = [
            Event::Begins { test: 7, at: 12 },
            Event::Waits { why: "two\nlines".to_owned() },
            Event::Ends { at: 13, failure: None },
            Event::Ends { at: 13, failure },
            Event::Done { at: 13 },
        ];
        for event in events {
            let line = event.line();
            let (line, rest) = line.split_once('\n').expect("a line");
            assert_eq!((Event::read(line), rest), (Some(event), ""));
        }
        assert_eq!(Event::read("ends x "), None);
        assert_eq!(Event::read(""), None);
    }
}
