//! JavaScript suites: scripts on top of `js/harness.js`, which prints how many tests passed.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Build, Host, files, install, target_dir, workspace};

/// A script and the addons it loads.
#[derive(Clone, Debug)]
pub struct Suite {
    script: PathBuf,
    addons: Vec<String>,
    /// The folder of `tests` whose `package.json` lists what it needs from npm.
    packages: Option<String>,
}

impl Suite {
    /// Every `js/*.test.js`.
    pub fn all() -> Result<Vec<Self>, String> {
        files(&js(), ".test.js").into_iter().map(Self::at).collect()
    }

    /// Every `js/soak/*.js`.
    pub fn soaks() -> Result<Vec<Self>, String> {
        files(&js().join("soak"), ".js").into_iter().map(Self::at).collect()
    }

    /// `js/<name>.test.js`.
    pub fn named(name: &str) -> Result<Self, String> {
        Self::at(js().join(format!("{name}.test.js")))
    }

    /// The script at this path, whose first line names the packages of its addons: `// addons: hello lifecycle`. The second may
    /// name what it needs from npm: `// npm: properties` is for `tests/properties/package.json`.
    pub fn at(script: PathBuf) -> Result<Self, String> {
        let text = fs::read_to_string(&script).map_err(|error| format!("{}: {error}", script.display()))?;
        let addons = text.lines().next().and_then(|line| line.strip_prefix("// addons:"));
        let addons = addons.ok_or_else(|| format!("{}: line 1 is not `// addons: ..`", script.display()))?;
        let addons = addons.split_whitespace().map(String::from).collect();
        let packages = text.lines().nth(1).and_then(|line| line.strip_prefix("// npm: ")).map(String::from);
        Ok(Self { script, addons, packages })
    }

    /// The name without folder and ending.
    pub fn name(&self) -> &str {
        let name = self.script.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }

    /// Whether it runs any native code of this workspace.
    pub fn has_addons(&self) -> bool {
        !self.addons.is_empty()
    }

    /// Builds the addons and runs the script, which must run at least one test and fail none.
    pub fn run(&self, host: &Host, build: &Build) -> Result<Count, String> {
        self.output(host, build).map(|(count, _)| count)
    }

    /// The same, with what the script printed.
    pub fn output(&self, host: &Host, build: &Build) -> Result<(Count, String), String> {
        for package in &self.addons {
            build.addon(package)?;
        }
        if let Some(folder) = &self.packages {
            install(&workspace().join("tests").join(folder).join("package.json"), &target_dir().join(folder))?;
        }
        let what = format!("{} on {}", self.name(), host.label());
        let output = host.run(&self.script, build)?.success(&what)?;
        match Count::read(&output) {
            Some(count) if count.failed == 0 && count.passed > 0 => Ok((count, output)),
            Some(count) => Err(format!("{what}: {count}\n{output}")),
            None => Err(format!("{what}: printed no count of tests\n{output}")),
        }
    }
}

/// How many tests of a suite did what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Ran without an error.
    pub passed: u32,
    /// Threw, or did not finish.
    pub failed: u32,
    /// Not for this host.
    pub skipped: u32,
}

impl Count {
    /// Finds the line that [`fmt::Display`] writes.
    fn read(output: &str) -> Option<Self> {
        output.lines().rev().find_map(|line| {
            let number = |part: &str, what: &str| part.trim().strip_suffix(what)?.trim_end().parse().ok();
            let mut parts = line.split(',');
            let passed = number(parts.next()?, "passed")?;
            let failed = number(parts.next()?, "failed")?;
            let skipped = number(parts.next()?, "skipped")?;
            Some(Self { passed, failed, skipped })
        })
    }
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// The body of a `#[test]`: runs the suite `name` on the host of the environment.
///
/// # Panics
/// When the suite fails.
pub fn run_suite(name: &str) {
    let run = || Suite::named(name)?.run(&Host::from_env()?, &Build::like_this());
    match run() {
        Ok(count) => println!("{name}: {count}"),
        Err(message) => panic!("{message}"),
    }
}

/// Runs `suites`, two at a time, since one is busy with about one core, and tells `done` of each that passes. Gives the sum, and
/// what went wrong.
pub fn run_suites(
    suites: &[Suite],
    host: &Host,
    build: &Build,
    done: impl Fn(&Suite, Count, Duration) + Sync,
) -> (Count, Vec<String>) {
    let (next, outcomes) = (AtomicUsize::new(0), Mutex::new((Count::default(), Vec::new())));
    let work = || {
        while let Some(suite) = suites.get(next.fetch_add(1, Ordering::Relaxed)) {
            let begun = Instant::now();
            let outcome = suite.run(host, build);
            let mut outcomes = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
            match outcome {
                Ok(count) => {
                    outcomes.0 += count;
                    done(suite, count, begun.elapsed());
                }
                Err(error) => outcomes.1.push(error),
            }
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
    outcomes.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn js() -> PathBuf {
    workspace().join(Path::new("tests/js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_back() {
        let count = Count { passed: 12, failed: 1, skipped: 3 };
        assert_eq!(Count::read(&format!("ok a, b\n{count}\nbye\n")), Some(count));
        assert_eq!(Count::read("ok 12 passed\n"), None);
    }
}
