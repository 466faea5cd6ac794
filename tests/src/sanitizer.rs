//! What the sanitizers need around a host.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::{Build, Host, workspace};

impl Host {
    /// Has the host run under the address sanitizer, with addons of the build that this gives.
    pub fn under_address_sanitizer(&mut self) -> Result<Build, String> {
        let leaks = sanitizer_option("print_suppressions=0:suppressions=", "address.supp");
        self.environment.extend([
            ("LD_PRELOAD", sanitizer_runtime("libasan.so")?.into()),
            ("ASAN_OPTIONS", "detect_leaks=1".into()),
            ("LSAN_OPTIONS", leaks),
        ]);
        Ok(Build::with_address_sanitizer())
    }
}

/// The runtime of a sanitizer, which must be there before Node.js itself.
pub fn sanitizer_runtime(name: &str) -> Result<PathBuf, String> {
    let asked = Command::new("gcc").arg(format!("-print-file-name={name}")).output();
    let output = asked.map_err(|error| format!("gcc, which has the sanitizers' runtimes: {error}"))?;
    let path = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    // gcc answers with the bare name when it does not have the file.
    let library = path.canonicalize().ok().filter(|_| path.is_absolute());
    library.ok_or_else(|| format!("gcc has no {name}: install it"))
}

/// `option` followed by the path of a file that names what the hosts themselves do wrong.
pub fn sanitizer_option(option: &str, file: &str) -> OsString {
    let mut word = OsString::from(option);
    word.push(workspace().join("tests/sanitize").join(file));
    word
}
