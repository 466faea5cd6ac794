//! The tests in `napi-core` itself, which `cargo test` compiles for other hosts only.

use std::process::Command;
use std::time::Duration;

use harness::{cargo, run_limited, target_dir, workspace};

use crate::host::Personality;

/// Runs the unit tests, and compiles the examples in the documentation of `napi_core::ohos`.
pub(crate) fn pass(personality: &Personality) -> Result<(), String> {
    let libraries = personality.stubs()?;
    let flags = format!("--cfg napi_core_ohos -L{}", libraries.display());
    for (what, arguments) in [("unit tests", &["--lib"][..]), ("examples", &["--doc", "--", "ohos"])] {
        let mut cargo: Command = cargo(&workspace());
        cargo.args(["test", "--locked", "--quiet", "--package", "napi-core", "--features", "log", "--target-dir"]);
        cargo.arg(target_dir().join("personality/units")).args(arguments);
        cargo.env("RUSTFLAGS", &flags).env("RUSTDOCFLAGS", &flags).env("LD_LIBRARY_PATH", &libraries);
        let output = run_limited(&mut cargo, Duration::from_secs(300))?.success(&format!("{what} for OpenHarmony"))?;
        let result = output.lines().find(|line| line.starts_with("test result: ok. ") && !line.contains(" 0 passed"));
        println!("{what}: {}", result.ok_or_else(|| format!("there are no {what} for OpenHarmony\n{output}"))?);
    }
    Ok(())
}
