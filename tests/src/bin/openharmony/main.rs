//! `cargo openharmony`: checks addons for OpenHarmony, which does not run here. They are type-checked for every target, linked
//! for two of them with stand-ins for the system's libraries, and what the linker made is held against what the system
//! asks for. Each check must find its fault in `tests/fixtures/ohos-faults`. A project of `cargo napi` is built and packaged.

mod api;
mod arkts;
mod calls;
mod checks;
mod library;
mod project;
mod system;
mod toolchain;

use std::process::ExitCode;

use calls::KNOWN;
use checks::{Expectation, faults_of};
use harness::finish;
use library::Library;
use system::System;
use toolchain::{Target, Toolchain};

/// What is linked and checked; `everything` uses every public function, and `ohos` those that only OpenHarmony has.
const ADDONS: &[Expectation] = &[
    Expectation { package: "hello", threads: &[] },
    Expectation { package: "lifecycle", threads: &[] },
    Expectation { package: "queue-work", threads: &["queue_work"] },
    Expectation { package: "arkts-entry", threads: &["threads"] },
    Expectation { package: "everything", threads: &["threads"] },
    Expectation { package: "ohos", threads: &["modules", "priorities"] },
];

/// A fault of `tests/fixtures/ohos-faults`, and all that is to be found.
const FAULTS: &[(&str, &[&str])] = &[
    ("no-soname", &["it has no SONAME"]),
    ("no-module", &["it has 0 modules"]),
    ("no-napi-core", NO_NAPI_CORE),
    ("two-registrations", &["2 registrations"]),
    ("unknown-symbol", &["the system does not export napi_adjust_external_memory"]),
    ("above-level", &["napi_open_critical_scope is exported from API level 21, and 12 is what it may need"]),
    ("weak-symbol", &["the system does not export nobody_exports_this"]),
    ("thread-local", &["reaches a thread-local"]),
];

const NO_NAPI_CORE: &[&str] = &[
    "it does not need libace_napi.z.so",
    "it does not need libuv.so",
    "it has no INIT_ARRAY",
    "0 registrations",
    "it has 0 modules",
    "no export",
];

const LINKED: &[&str] = &["aarch64-unknown-linux-ohos", "x86_64-unknown-linux-ohos"];
const TYPE_CHECKED: &[&str] = &["armv7-unknown-linux-ohos"];

fn main() -> ExitCode {
    finish(openharmony())
}

fn openharmony() -> Result<(), String> {
    api::everything_is_used()?;
    arkts::page_passes()?;
    let system = System::read()?;
    let toolchain = Toolchain::new(&system)?;
    for name in TYPE_CHECKED {
        toolchain.target(name)?.check(&packages())?;
        println!("{name}: type-checked");
    }
    let mut failures = Vec::new();
    for name in LINKED {
        let target = toolchain.target(name)?;
        failures.extend(faults(&target, &system)?);
        prove(&target, &system)?;
    }
    failures.extend(project::faults(&toolchain, &system)?);
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// Those of all addons.
fn faults(target: &Target<'_>, system: &System) -> Result<Vec<String>, String> {
    let mut all = Vec::new();
    let mut known = vec![false; KNOWN.len()];
    for (addon, path) in ADDONS.iter().zip(target.build(&packages(), None)?) {
        let library = Library::read(&path)?;
        println!("{}: {}: {library}", target.name(), addon.package);
        if addon.package == "arkts-entry" {
            arkts::declarations_are_fresh(&path)?;
        }
        let faults = faults_of(&library, addon, system);
        all.extend(faults.into_iter().map(|fault| format!("{}: {}: {fault}", target.name(), addon.package)));
        known.iter_mut().zip(library.calls.known()).for_each(|(known, met)| *known |= met);
    }
    let unmet = KNOWN.iter().zip(known).filter(|(_, met)| !met);
    all.extend(unmet.map(|((_, why), _)| format!("{}: no addon does it any more: {why}", target.name())));
    Ok(all)
}

fn packages() -> Vec<&'static str> {
    ADDONS.iter().map(|addon| addon.package).collect()
}

/// Nothing is found in a library without fault, and in one with a fault this fault and no other.
fn prove(target: &Target<'_>, system: &System) -> Result<(), String> {
    let expectation = Expectation { package: "ohos-faults", threads: &[] };
    let without = ("", &[][..]);
    for (fault, expected) in std::iter::once(&without).chain(FAULTS) {
        let feature = (!fault.is_empty()).then_some(*fault);
        let path = target.build(&[expectation.package], feature)?.remove(0);
        let found = faults_of(&Library::read(&path)?, &expectation, system);
        let as_expected =
            found.len() == expected.len() && found.iter().zip(*expected).all(|(fault, words)| fault.contains(words));
        if !as_expected {
            return Err(format!("{}: the fault `{fault}` is found as {found:#?}, not as {expected:#?}", target.name()));
        }
    }
    println!("{}: {} faults found", target.name(), FAULTS.len());
    Ok(())
}
