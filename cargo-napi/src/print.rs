//! Standard output, which may be closed before all is said: `cargo napi expand --all | head`.

use std::io::{ErrorKind, Write as _, stdout};

use anyhow::{Context, Result};

/// Prints the text. Whoever has stopped reading has read enough.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("standard output cannot be written"),
        _ => Ok(()),
    }
}
