//! The ArkTS side of an application, judged by the compiler and the linter of ArkTS.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use harness::{Outcome, install, run_limited, target_dir, workspace};

/// The application, in `examples/arkts-entry`.
const PAGE: &str = "entry/src/main/ets/pages/Index.ets";
const TYPES: &str = "entry/src/main/cpp/types/libentry";

/// How the library is called: by its name, and by one that the compiler does not know as a library's. It takes what comes from
/// a library for `any` and says that it will look at the types later.
const NAMES: [&str; 2] = ["libentry.so", "libentry"];

/// Lines of `tests/openharmony/arkts/Faults.ets`, and what is to be found there.
const FAULTS: [(&str, &str); 3] = [
    ("Error: Faults.ets:4: ", "arkts-no-any-unknown"),
    ("Error: Faults.ets:5: ", "arkts-no-any-unknown"),
    ("Error: Faults.ets:6: ", "'string' is not assignable to parameter of type 'Note[]'"),
];

/// The page of `examples/arkts-entry` passes, and faults are found.
pub(crate) fn page_passes() -> Result<(), String> {
    let example = workspace().join("examples/arkts-entry");
    let linter = Linter::install()?;
    for name in NAMES {
        let page = linter.place(name, &example.join(PAGE), "")?;
        linter.run(&page)?.success(&format!("{PAGE} with types from {name}"))?;
    }
    let faults = workspace().join("tests/openharmony/arkts/Faults.ets");
    let faults = linter.place("libentry", &faults, "export const loose: () => any;\n")?;
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

struct Linter {
    folder: PathBuf,
}

impl Linter {
    fn install() -> Result<Self, String> {
        let folder = target_dir().join("arkts");
        install(&workspace().join("tests/openharmony/arkts/package.json"), &folder)?;
        Ok(Self { folder })
    }

    /// Copies `source` to where the declarations of the example are installed as the library `name`, with `more` of them.
    fn place(&self, name: &str, source: &Path, more: &str) -> Result<PathBuf, String> {
        let folder = self.folder.join("of").join(name);
        let types = folder.join("oh_modules").join(name);
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        fs::create_dir_all(&types).map_err(failed)?;
        let from = workspace().join("examples/arkts-entry").join(TYPES);
        for (file, more) in [("index.d.ts", more), ("oh-package.json5", "")] {
            let text = fs::read_to_string(from.join(file)).map_err(failed)?;
            fs::write(types.join(file), text + more).map_err(failed)?;
        }
        let text = fs::read_to_string(source).map_err(|error| format!("{}: {error}", source.display()))?;
        if !text.contains("from 'libentry.so'") {
            return Err(format!("{} does not import libentry.so", source.display()));
        }
        let placed = folder.join(source.file_name().unwrap_or_default());
        fs::write(&placed, text.replace("'libentry.so'", &format!("'{name}'"))).map_err(failed)?;
        Ok(placed)
    }

    fn run(&self, file: &Path) -> Result<Outcome, String> {
        let mut node = Command::new("node");
        node.arg(workspace().join("tests/openharmony/arkts/lint.js")).arg(file);
        node.env("NODE_PATH", self.folder.join("node_modules"));
        run_limited(&mut node, Duration::from_secs(120))
    }
}
