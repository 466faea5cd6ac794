//! What the system asks of a library.

use crate::library::{Import, Library};
use crate::system::{Known, LEVEL, System};

/// What is to be true of an addon.
pub(crate) struct Expectation {
    pub(crate) package: &'static str,
    /// The modules, or the crate, whose exports start threads, and so may touch thread-locals.
    pub(crate) threads: &'static [&'static str],
}

/// The faults of a library, in words.
pub(crate) fn faults_of(library: &Library, expectation: &Expectation, system: &System) -> Vec<String> {
    let mut faults = Vec::new();
    names(library, &mut faults);
    needs(library, system, &mut faults);
    registration(library, &mut faults);
    imports(library, system, &mut faults);
    calls(library, expectation, &mut faults);
    faults
}

/// The loader knows a library by its SONAME, and the module in it by its file name.
fn names(library: &Library, faults: &mut Vec<String>) {
    match &library.soname {
        None => faults.push("it has no SONAME".into()),
        Some(soname) if *soname != library.file_name => {
            faults.push(format!("its SONAME is {soname}, its file name {}", library.file_name));
        }
        Some(_) => {}
    }
}

fn needs(library: &Library, system: &System, faults: &mut Vec<String>) {
    for needed in ["libace_napi.z.so", "libuv.so"] {
        if !library.needed.iter().any(|name| name == needed) {
            faults.push(format!("it does not need {needed}"));
        }
    }
    let unknown = library.needed.iter().filter(|name| !system.has_library(name));
    faults.extend(unknown.map(|name| format!("it needs {name}, which the NDK does not have")));
}

/// Exactly one, by a constructor: the system copies what the first one says.
fn registration(library: &Library, faults: &mut Vec<String>) {
    if !library.has_init_array {
        faults.push("it has no INIT_ARRAY".into());
    }
    let exported = library.exports.iter().filter(|name| *name == "napi_onLoad").count();
    match library.calls.registrations() + exported {
        1 => {}
        count => faults.push(format!("it has {count} registrations")),
    }
    if library.calls.modules != 1 {
        faults.push(format!("it has {} modules", library.calls.modules));
    }
}

/// What the loader does not find ends the load; what is imported weakly is absent then, which the code has to know.
fn imports(library: &Library, system: &System, faults: &mut Vec<String>) {
    for (name, import) in &library.imports {
        match (system.find(name), import) {
            (Known::From(level), Import::Strong) if level > LEVEL => {
                let text = format!("{name} is exported from API level {level}, and {LEVEL} is what it may need");
                faults.push(text);
            }
            (Known::From(_), _) | (Known::Absent, Import::Weak) => {}
            (Known::Absent, Import::Strong) | (Known::Nothing, _) => {
                faults.push(format!("the system does not export {name}"));
            }
        }
    }
}

/// Thread-locals of this target cost a call and a search each.
fn calls(library: &Library, expectation: &Expectation, faults: &mut Vec<String>) {
    if library.calls.count_entries() == 0 {
        faults.push("there is no export that the host could call".into());
    }
    faults.extend(library.calls.thread_locals(expectation.threads));
}
