//! What an export adds to the expansion and to the stripped addon.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use harness::{run_limited, target_dir};

use crate::generated::Kind;
use crate::weight::{Built, COUNTS, lines_per_export};
use crate::{addons, products};

const LIMIT: Duration = Duration::from_secs(10 * 60);

/// Per export.
pub(crate) struct Size {
    pub(crate) expanded_lines: f64,
    pub(crate) bytes: f64,
}

pub(crate) fn measure() -> Result<Size, String> {
    let kind = Kind::named("core");
    let places = COUNTS.map(|count| products().join("guard").join(kind.package_name(count)));
    let mut bytes = [0; 2];
    let mut built = Built::default();
    for ((place, count), bytes) in places.iter().zip(COUNTS).zip(&mut bytes) {
        kind.package(count, place)?;
        built = build(place)?;
        let addon = target_dir().join("release").join(addons::library(&kind.package_name(count)));
        *bytes = fs::metadata(&addon).map_err(|error| format!("{}: {error}", addon.display()))?.len();
    }
    let expanded_lines = lines_per_export(kind, [&places[0], &places[1]], COUNTS, &built)?;
    Ok(Size { expanded_lines, bytes: (bytes[1] as f64 - bytes[0] as f64) / (COUNTS[1] - COUNTS[0]) as f64 })
}

/// Builds the package beside the contestants, with which it shares what both depend on.
fn build(place: &PathBuf) -> Result<Built, String> {
    let mut cargo = addons::cargo();
    cargo.args(["build", "--release", "--message-format=json", "--target-dir"]).arg(target_dir()).current_dir(place);
    Ok(Built::from_messages(&run_limited(&mut cargo, LIMIT)?.success("cargo build")?))
}
