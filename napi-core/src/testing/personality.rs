//! The stand-in for OpenHarmony: an addon of Node that loads addons as OpenHarmony does.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The variable that names its folder; `cargo napi test --host personality` builds it and sets this.
const VARIABLE: &str = "NAPI_TEST_PERSONALITY";

/// The folder with `personality.node`, `preload.js`, and the libraries that addons import from.
pub(super) struct Personality(PathBuf);

impl Personality {
    pub(super) fn of_environment() -> Option<Self> {
        env::var_os(VARIABLE).filter(|folder| !folder.is_empty()).map(|folder| Self(folder.into()))
    }

    /// Has the library built for OpenHarmony, with the name by which that host finds the module.
    pub(super) fn build(&self, cargo: &mut Command, module: &str) {
        let flags = env::var("RUSTFLAGS").unwrap_or_default();
        // The library of the addon itself is linked too.
        cargo.env("RUSTFLAGS", format!("{flags} --cfg napi_core_ohos -L{}", self.0.display()));
        cargo.arg(format!("-Clink-arg=-Wl,-soname,lib{module}.so"));
    }

    /// Has every addon of the host loaded as OpenHarmony would.
    pub(super) fn prepare(&self, host: &mut Command) {
        host.env("NODE_OPTIONS", format!("--require \"{}\"", self.0.join("preload.js").display()));
        host.env("PERSONALITY", self.0.join("personality.node"));
        host.env("LD_LIBRARY_PATH", &self.0);
    }
}
