//! Bugs in `napi-core` that the calls must find.

use std::env;
use std::time::{Duration, Instant};

use harness::{Build, Changes, Host, Suite, copy_workspace, target_dir, while_changed, workspace};

/// A bug.
struct Planted {
    name: &'static str,
    bug: &'static str,
    /// The script that finds it, in `tests/fuzz`.
    script: &'static str,
    /// In `napi-core/src`.
    file: &'static str,
    changes: &'static Changes,
    /// Only the address sanitizer sees it.
    instrumented: bool,
    /// What is printed when it is found: one of these, as chance meets it.
    found: &'static [&'static str],
}

/// Calls of what takes memory, and keeps references.
const SLICES: &str = "planted.js";
/// Calls of what takes instances.
const CLASSES: &str = "planted-classes.js";

const PLANTED: &[Planted] = &[
    Planted {
        name: "detached",
        bug: "memory is lent though its buffer was detached",
        script: SLICES,
        file: "call/slice.rs",
        changes: &[("!view.exclusive || view.detached {", "!view.exclusive {")],
        instrumented: false,
        found: &["takes memory that was detached"],
    },
    Planted {
        name: "length",
        bug: "a slice is one element longer than its memory",
        script: SLICES,
        file: "call/slice.rs",
        changes: &[("self.length = view.length;", "self.length = view.length + 1;")],
        instrumented: true,
        found: &["heap-buffer-overflow"],
    },
    Planted {
        name: "moved",
        bug: "memory is looked for before the other arguments run JavaScript",
        script: SLICES,
        file: "call/slice.rs",
        changes: &[
            (
                "self.array = Some(value.raw());",
                "let view = env.host()?.lendable_view(value.raw()).ok().filter(|view| !view.detached && view.exclusive);
                 let view = view.filter(|view| ElementType::from_host(view.kind) == Some(T::TYPE));
                 match view.and_then(|view| Some((NonNull::new(view.start.cast::<T>())?, view.length))) {
                     Some(memory) => (self.start, self.length) = memory,
                     None => self.array = Some(value.raw()),
                 }",
            ),
            (
                "let Some(array) = self.array else { return Ok(()) };",
                "let Some(array) = self.array else {
                     let (begin, bytes) = (self.start.addr().get(), self.length * size_of::<T>());
                     return if bytes == 0 { Ok(()) } else { lending.add(Region { begin, bytes, position, exclusive }) };
                 };",
            ),
        ],
        instrumented: true,
        found: &["heap-use-after-free"],
    },
    Planted {
        name: "reference",
        bug: "references are not deleted",
        script: SLICES,
        file: "sys/references.rs",
        changes: &[("let _ = perform!(napi_delete_reference(self, reference.0));", "let _ = (self, reference);")],
        instrumented: false,
        found: &["leave references: "],
    },
    Planted {
        name: "aliased",
        bug: "an instance is lent to be changed while others read it",
        script: CLASSES,
        file: "env/cells.rs",
        changes: &[("            0 => {", "            count if count < EXCLUSIVE => {")],
        instrumented: false,
        found: &["the instance is borrowed, but no call is under way", "is dropped, and it is none that is alive"],
    },
    Planted {
        name: "unreturned",
        bug: "a panic does not give back what was borrowed",
        script: CLASSES,
        file: "class/cell.rs",
        changes: &[(
            "unsafe { give_back(self.found.cell) };",
            "if !std::thread::panicking() { unsafe { give_back(self.found.cell) } };",
        )],
        instrumented: false,
        found: &["the instance is borrowed, but no call is under way"],
    },
    Planted {
        name: "consumed",
        bug: "a value that was moved out of its instance is dropped with it once more",
        script: CLASSES,
        file: "class/cell.rs",
        changes: &[("if cell.header.is_consumed() {", "if cell.header.is_consumed() && T::NAME.is_empty() {")],
        instrumented: true,
        found: &["double-free"],
    },
];

/// Plants the bugs called `names`, or all, one after the other, and demands that each is found.
pub(crate) fn find(names: &[String]) -> Result<(), String> {
    if let Some(name) = names.iter().find(|name| PLANTED.iter().all(|planted| planted.name != **name)) {
        return Err(format!("there is no bug {name}"));
    }
    let copy = target_dir().join("fuzz-planted");
    copy_workspace(&copy)?;
    let wanted = || PLANTED.iter().filter(|planted| names.is_empty() || names.iter().any(|name| name == planted.name));
    for instrumented in [false, true] {
        let mut host = Host::from_env()?;
        host.limit = Duration::from_secs(15 * 60);
        let build = if instrumented { host.under_address_sanitizer()? } else { Build::like_this() };
        let build = build.of_workspace(
            copy.clone(),
            target_dir().join(if instrumented { "fuzz-planted-address" } else { "fuzz-planted-target" }),
        );
        host.environment.push(("CALLS", env::var_os("CALLS").unwrap_or_else(|| "200000".into())));
        for script in [SLICES, CLASSES] {
            let here = || wanted().filter(|planted| planted.instrumented == instrumented && planted.script == script);
            if here().next().is_none() {
                continue;
            }
            let suite = Suite::at(workspace().join("tests/fuzz").join(script))?;
            suite.run(&host, &build).map_err(|error| format!("without a bug:\n{error}"))?;
            for planted in here() {
                let begun = Instant::now();
                let action = || found(planted, &suite, &host, &build);
                let line = while_changed(&copy, planted.file, planted.changes, action)?;
                println!("{}: {}: {line} ({:.0} s)", planted.name, planted.bug, begun.elapsed().as_secs_f64());
            }
        }
    }
    Ok(())
}

/// The line that says that it is found.
fn found(planted: &Planted, suite: &Suite, host: &Host, build: &Build) -> Result<String, String> {
    let Err(text) = suite.run(host, build) else {
        return Err(format!("{}: nobody finds it", planted.name));
    };
    let line = text.lines().find(|line| planted.found.iter().any(|found| line.contains(found)));
    line.map(|line| line.trim().to_owned())
        .ok_or_else(|| format!("{}: it is found without {:?}\n{text}", planted.name, planted.found))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// They are planted on demand only.
    #[test]
    fn every_bug_still_finds_its_place() {
        for planted in PLANTED {
            let file = workspace().join("napi-core/src").join(planted.file);
            let text = std::fs::read_to_string(file).expect("the file is there");
            let changed = harness::changed(&text, planted.changes);
            assert_ne!(changed.unwrap_or_else(|error| panic!("{}: {error}", planted.name)), text);
        }
    }
}
