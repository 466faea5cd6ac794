//! The ArkTS side of an application, judged by the compiler and the linter of ArkTS.

use std::fs;
use std::path::Path;

use harness::{Arkts, target_dir, workspace};

use crate::project::napi;
use crate::toolchain::run;

/// The application, in `examples/arkts-entry`.
const PAGE: &str = "entry/src/main/ets/pages/Index.ets";
const TYPES: &str = "entry/src/main/cpp/types/libentry/index.d.ts";

/// How the library is called: by its name, and by one that the compiler does not know as a library's. It takes what comes from
/// a library for `any` and says that it will look at the types later.
const NAMES: [&str; 2] = ["libentry.so", "libentry"];

/// Lines of `tests/openharmony/arkts/Faults.ets`, and what is to be found there.
const FAULTS: [(&str, &str); 3] = [
    ("Error: Faults.ets:4: ", "arkts-no-any-unknown"),
    ("Error: Faults.ets:5: ", "arkts-no-any-unknown"),
    ("Error: Faults.ets:6: ", "'string' is not assignable to parameter of type 'Note[]'"),
];

/// The declarations of `examples/arkts-entry` are those that the library for OpenHarmony carries.
pub(crate) fn declarations_are_fresh(library: &Path) -> Result<(), String> {
    let types = workspace().join("examples/arkts-entry").join(TYPES);
    let mut napi = napi(&workspace())?;
    run(napi.arg("types").arg(library).args(["--arkts", "--check"]).arg(types)).map(|_| ())
}

/// The page of `examples/arkts-entry` passes, and faults are found.
pub(crate) fn page_passes() -> Result<(), String> {
    let example = workspace().join("examples/arkts-entry");
    let types = example.join(TYPES);
    let linter = Arkts::install()?;
    for name in NAMES {
        let page = linter.place(name, &types, &example.join(PAGE))?;
        linter.run(&page)?.success(&format!("{PAGE} with types from {name}"))?;
    }
    let faults = workspace().join("tests/openharmony/arkts/Faults.ets");
    let text = fs::read_to_string(&types).map_err(|error| format!("{}: {error}", types.display()))?;
    let loose = target_dir().join("arkts").join("loose.d.ts");
    fs::write(&loose, text + "export const loose: () => any;\n").map_err(|error| error.to_string())?;
    let faults = linter.place("libentry", &loose, &faults)?;
    let output = linter.run(&faults)?.output;
    let found = |(place, text): &(&str, &str)| {
        output.lines().filter(|line| line.starts_with(place)).any(|line| line.contains(text))
    };
    let errors = output.lines().filter(|line| line.starts_with("Error: ")).count();
    if !FAULTS.iter().all(found) || errors != FAULTS.len() {
        return Err(format!("Faults.ets: {FAULTS:#?} is to be found, and no more, not\n{output}"));
    }
    println!("{PAGE}: passes the linter of ArkTS, which finds {} faults elsewhere", FAULTS.len());
    Ok(())
}
