//! The system's log, behind the `log` crate.

use std::ffi::{CStr, CString};

use log::{Level, LevelFilter, Log, Metadata, Record};

use crate::sys::ohos::{HilogLevel, hilog, is_loggable};
use crate::sys::without_nul;

/// The system cuts a message off that is longer, with what it puts in front of it, than 4 KiB.
const LONGEST: usize = 3_500;

/// A logger of the `log` crate that writes to the system's log, hilog. (API level 8, `OH_LOG_Print`)
///
/// What is logged is public: the log shows it as it is, and not as `<private>`. A message is never read as a format. Long
/// messages are written in pieces, at the end of a line where there is one. `trace!` and `debug!` are both the system's
/// `DEBUG`, which it keeps only when it is told to (`hilog -b D`).
///
/// ```no_run
/// use napi_core::ohos::Hilog;
/// use napi_core::prelude::*;
///
/// #[module]
/// fn init() {
///     Hilog::new(0x3200, "photos").install(log::LevelFilter::Debug);
///     log::info!("loaded");
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Hilog {
    domain: u16,
    tag: CString,
}

impl Hilog {
    /// A logger for a domain, which an application chooses freely, and a tag, of which the system shows 31 bytes.
    ///
    /// ```no_run
    /// # use napi_core::ohos::Hilog;
    /// Hilog::new(0x3200, "photos");
    /// ```
    pub fn new(domain: u16, tag: &str) -> Self {
        Self { domain, tag: without_nul(tag) }
    }

    /// Makes it the logger of this library, for messages up to `max`; `false` if the library has one already, because it was
    /// installed for another environment before.
    ///
    /// ```no_run
    /// # use napi_core::ohos::Hilog;
    /// Hilog::new(0x3200, "photos").install(log::LevelFilter::Info);
    /// ```
    pub fn install(self, max: LevelFilter) -> bool {
        let installed = log::set_boxed_logger(Box::new(self)).is_ok();
        if installed {
            log::set_max_level(max);
        }
        installed
    }
}

impl Log for Hilog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        is_loggable(level(metadata.level()), self.domain, &self.tag)
    }

    fn log(&self, record: &Record<'_>) {
        let level = level(record.level());
        if is_loggable(level, self.domain, &self.tag) {
            write(&record.args().to_string(), |piece| hilog(level, self.domain, &self.tag, piece));
        }
    }

    fn flush(&self) {}
}

fn level(level: Level) -> HilogLevel {
    match level {
        Level::Error => HilogLevel::Error,
        Level::Warn => HilogLevel::Warn,
        Level::Info => HilogLevel::Info,
        Level::Debug | Level::Trace => HilogLevel::Debug,
    }
}

fn write(message: &str, mut piece: impl FnMut(&CStr)) {
    let mut rest = message;
    loop {
        let (first, more) = split(rest);
        piece(&without_nul(first));
        let Some(more) = more else { return };
        rest = more;
    }
}

/// The first piece, and what is left if it does not fit.
fn split(text: &str) -> (&str, Option<&str>) {
    // A NUL becomes three bytes.
    if text.len() + 2 * text.bytes().filter(|byte| *byte == 0).count() <= LONGEST {
        return (text, None);
    }
    let end = (0..=LONGEST / 3).rfind(|end| text.is_char_boundary(*end)).unwrap_or(0);
    match text[..end].rfind('\n') {
        Some(newline) => (&text[..newline], Some(&text[newline + 1..])),
        None => (&text[..end], Some(&text[end..])),
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, write};

    fn pieces(message: &str) -> Vec<String> {
        let mut all = Vec::new();
        write(message, |piece| all.push(piece.to_str().expect("UTF-8").to_owned()));
        all
    }

    #[test]
    fn a_message_is_written_as_it_is() {
        assert_eq!(pieces("100%s {public} %n"), ["100%s {public} %n"]);
        assert_eq!(pieces(""), [""]);
        assert_eq!(pieces("a\0b"), ["a\u{2400}b"]);
    }

    #[test]
    fn a_long_message_loses_nothing_but_line_ends() {
        let unbroken = "ü".repeat(3 * LONGEST);
        assert_eq!(pieces(&unbroken).concat(), unbroken);
        let lines: Vec<String> = (0..2_000).map(|line| format!("line {line}")).collect();
        let written = pieces(&lines.join("\n"));
        assert_eq!(written.join("\n").lines().collect::<Vec<_>>(), lines);
        assert!(written.len() > 1);
    }

    #[test]
    fn no_piece_is_too_long() {
        for message in ["x".repeat(10 * LONGEST), "\0".repeat(2 * LONGEST), "界\0\n".repeat(LONGEST)] {
            assert!(pieces(&message).iter().all(|piece| piece.len() <= LONGEST));
        }
    }
}
