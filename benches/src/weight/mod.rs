//! What an addon weighs: building it, its expansion and its size, here and with the peers.

mod cost;
mod expansion;
mod rows;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

pub(crate) use rows::{Goal, Row, Unit, rows};

use crate::generated::{Kind, put};
use crate::statistics::Range;
use crate::{addons, products, progress};
use cost::cost;
pub(crate) use expansion::{Built, lines_per_export};

pub(crate) const CONTESTANTS: [&str; 3] = ["core", "napi-rs", "neon"];
/// What an export weighs is the difference of the two.
pub(crate) const COUNTS: [usize; 2] = [1, 100];
const ROUNDS: usize = 5;
/// Of release builds, which take long.
const RELEASE_ROUNDS: usize = 3;

/// What one contestant's addons weigh, in the order of [`COUNTS`].
#[derive(Debug)]
pub(crate) struct Weight {
    pub(crate) crates: usize,
    /// CPU seconds from nothing: `[debug, release]`.
    pub(crate) clean: [[f64; 2]; 2],
    /// CPU seconds after an edit, of each round: of the debug build.
    pub(crate) rebuild: [Vec<f64>; 2],
    /// The same of `cargo check` without its cache for what has not changed.
    pub(crate) check: [Vec<f64>; 2],
    /// The same of the release build, in which the whole addon is optimized again.
    pub(crate) release: [Vec<f64>; 2],
    pub(crate) expanded_lines: f64,
    pub(crate) bytes: [u64; 2],
}

/// Per export, from the rounds of the addons of few and of many.
pub(crate) fn per_export(rounds: &[Vec<f64>; 2]) -> Option<Range> {
    let exports = (COUNTS[1] - COUNTS[0]) as f64;
    Range::of(rounds[0].iter().zip(&rounds[1]).map(|(few, many)| (many - few) / exports))
}

/// Builds them all, again and again.
pub(crate) fn measure() -> Result<Vec<Row>, String> {
    let mut weights = Vec::new();
    for name in CONTESTANTS {
        progress(&format!("weighing {name}"));
        weights.push((name, weigh(Kind::named(name))?));
    }
    Ok(rows(&weights))
}

fn weigh(kind: &Kind) -> Result<Weight, String> {
    let packages = COUNTS.map(|count| Package::new(kind, count));
    for package in &packages {
        package.write()?;
    }
    let mut clean = [[0.0; 2]; 2];
    let mut built = Built::default();
    for (index, package) in packages.iter().enumerate() {
        let debug = package.cargo(&["build", "--message-format=json"], 0)?;
        clean[0][index] = debug.seconds;
        clean[1][index] = package.cargo(&["build", "--release"], 0)?.seconds;
        if index == 0 {
            built = Built::from_messages(&debug.output);
        }
    }
    let places = [packages[0].place.as_path(), packages[1].place.as_path()];
    let weight = Weight {
        crates: built.crates,
        clean,
        rebuild: rounds(&packages, &["build"], ROUNDS)?,
        check: rounds(&packages, &["check", "--config", "build.incremental=false"], ROUNDS)?,
        release: rounds(&packages, &["build", "--release"], RELEASE_ROUNDS)?,
        expanded_lines: lines_per_export(kind, places, COUNTS, &built)?,
        bytes: [packages[0].bytes()?, packages[1].bytes()?],
    };
    packages.iter().try_for_each(Package::remove)?;
    Ok(weight)
}

/// What a command costs after an edit, the packages in turn. The first time is not counted: it may build dependencies.
fn rounds(packages: &[Package; 2], arguments: &[&str], count: usize) -> Result<[Vec<f64>; 2], String> {
    let mut seconds = [Vec::new(), Vec::new()];
    for round in 0..=count {
        for (package, seconds) in packages.iter().zip(&mut seconds) {
            let cost = package.cargo(arguments, round + 1)?;
            if round > 0 {
                seconds.push(cost.seconds);
            }
        }
    }
    Ok(seconds)
}

/// A package with a target folder of its own.
struct Package<'a> {
    kind: &'a Kind,
    count: usize,
    place: PathBuf,
}

impl<'a> Package<'a> {
    fn new(kind: &'a Kind, count: usize) -> Self {
        Self { kind, count, place: products().join("weight").join(kind.package_name(count)) }
    }

    /// Writes its source, with nothing built, and fetches what it depends on.
    fn write(&self) -> Result<(), String> {
        self.remove()?;
        self.kind.package(self.count, &self.place)?;
        cost(self.command().arg("fetch"), "cargo fetch").map(drop)
    }

    fn remove(&self) -> Result<(), String> {
        match fs::remove_dir_all(&self.place) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(format!("{}: {error}", self.place.display()))
            }
            _ => Ok(()),
        }
    }

    /// Runs cargo on the source with the `edit`th change to its first function.
    fn cargo(&self, arguments: &[&str], edit: usize) -> Result<cost::Cost, String> {
        let source = self.kind.source(self.count).replace("a + b * 0.0", &format!("a + b * 0.0 + {edit}.0"));
        put(&self.place.join("src/lib.rs"), &source)?;
        cost(self.command().args(arguments), &self.kind.package_name(self.count))
    }

    fn command(&self) -> Command {
        let mut cargo = addons::cargo();
        cargo.current_dir(&self.place).env("CARGO_TARGET_DIR", self.place.join("target"));
        // What a user has who has set nothing.
        cargo.env_remove("CARGO_INCREMENTAL").env_remove("RUSTC_WRAPPER");
        cargo
    }

    /// The size of the stripped release build.
    fn bytes(&self) -> Result<u64, String> {
        let addon = self.place.join("target/release").join(addons::library(&self.kind.package_name(self.count)));
        fs::metadata(&addon).map(|data| data.len()).map_err(|error| format!("{}: {error}", addon.display()))
    }
}
