//! What is left of type records in a finished library, and without them.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use harness::{Build, cargo_napi, run_limited};
use serde_json::json;

use crate::seen_by_host;

/// What `cargo napi types` says of a library, or its error.
pub(crate) fn declared(library: &Path) -> Result<String, String> {
    let mut command = cargo_napi()?;
    command.arg("types").arg(library);
    run_limited(&mut command, Duration::from_secs(60))?.success("cargo napi types")
}

#[test]
fn without_the_feature_there_are_none() {
    let addon = Build::like_this().addon("types-off").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(seen_by_host(&addon), json!({ "exports": ["twice"] }));
    let error = declared(&addon).expect_err("there is nothing to declare");
    assert!(error.contains("no type records in") && error.contains("feature `types`"), "{error}");
}

/// Nothing points into the section, so that a library without it is as good.
#[cfg(target_os = "linux")]
#[test]
fn they_can_be_removed() {
    let addon = Build::like_this().addon("user-crate").unwrap_or_else(|error| panic!("{error}"));
    assert!(declared(&addon).is_ok_and(|text| text.contains("export function words(text: string): number;")));
    let removed = addon.with_file_name("user-crate-without-types.node");
    let mut objcopy = Command::new("objcopy");
    objcopy.args(["--remove-section", ".napi_types"]).arg(&addon).arg(&removed);
    let outcome = run_limited(&mut objcopy, Duration::from_secs(60)).and_then(|outcome| outcome.success("objcopy"));
    outcome.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(seen_by_host(&removed), seen_by_host(&addon));
    assert!(declared(&removed).is_err_and(|error| error.contains("no type records in")));
}
