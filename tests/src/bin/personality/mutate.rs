//! Shows that each difference is handled: without the handling its own test fails.

use std::time::Instant;

use harness::{Build, Host, Suite, copy_workspace, run_suites, target_dir, while_changed};

use crate::host::Personality;
use crate::mutations::{MUTATIONS, Mutation};
use crate::run;

/// Runs the suites of the mutations called `names`, or of all, without and with each.
pub(crate) fn mutate(personality: &Personality, names: &[String]) -> Result<(), String> {
    if let Some(name) = names.iter().find(|name| MUTATIONS.iter().all(|mutation| mutation.name != **name)) {
        return Err(format!("there is no mutation {name}"));
    }
    let copy = target_dir().join("personality/mutated");
    copy_workspace(&copy)?;
    let wanted: Vec<&Mutation> = MUTATIONS
        .iter()
        .filter(|mutation| names.is_empty() || names.iter().any(|name| name == mutation.name))
        .collect();
    let target = target_dir().join("personality/mutated-target");
    let build = Build::for_openharmony(copy.clone(), target, personality.folder())?;
    let mut host = run::host(personality)?;
    host.environment.push(("INSTRUMENTED", "1".into()));
    show_green(&wanted, &host, &build)?;
    let mut survivors = Vec::new();
    for mutation in wanted {
        let begun = Instant::now();
        match while_changed(&copy, mutation.file, mutation.changes, || show_red(mutation, &host, &build)) {
            Ok(()) => println!(
                "{}: {}: red, {:?} in {} ({:.0} s)",
                mutation.name,
                mutation.difference,
                mutation.red,
                mutation.suite,
                begun.elapsed().as_secs_f64()
            ),
            Err(error) => survivors.push(format!("{}: {error}", mutation.name)),
        }
    }
    if survivors.is_empty() { Ok(()) } else { Err(survivors.join("\n")) }
}

/// Without a mutation the suites pass, in the copy too.
fn show_green(mutations: &[&Mutation], host: &Host, build: &Build) -> Result<(), String> {
    let names: Vec<String> = mutations.iter().map(|mutation| mutation.suite.to_owned()).collect();
    let (_, failures) = run_suites(&run::suites(&names)?, host, build, |_, _, _| ());
    if failures.is_empty() { Ok(()) } else { Err(format!("without a mutation:\n{}", failures.join("\n"))) }
}

/// The suite fails, and for the expected reason.
fn show_red(mutation: &Mutation, host: &Host, build: &Build) -> Result<(), String> {
    let name = mutation.suite;
    let suites = run::suites(&[name.to_owned()])?;
    match suites.iter().try_for_each(|suite: &Suite| suite.run(host, build).map(drop)) {
        Ok(()) => Err(format!("nobody notices that it is not handled: {name} passes")),
        Err(text) if text.lines().any(|line| line.contains(mutation.red)) => Ok(()),
        Err(text) => Err(format!("{name} fails without {:?}\n{text}", mutation.red)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use harness::{changed, workspace};

    use super::*;

    /// The mutations themselves run on demand only.
    #[test]
    fn every_mutation_still_finds_what_it_changes() {
        for mutation in MUTATIONS {
            let file = workspace().join("napi-core/src").join(mutation.file);
            let text = fs::read_to_string(file).expect("the file is there");
            let changed = changed(&text, mutation.changes);
            assert_ne!(changed.unwrap_or_else(|error| panic!("{}: {error}", mutation.name)), text);
        }
    }

    #[test]
    fn every_mutation_names_a_test_of_its_suite() {
        for mutation in MUTATIONS {
            let Some(test) = mutation.red.strip_prefix("failed: ") else { continue };
            let folder = workspace().join("tests");
            let places = [format!("js/{}.test.js", mutation.suite), format!("personality/{}.js", mutation.suite)];
            let texts = places.iter().filter_map(|place| fs::read_to_string(folder.join(place)).ok());
            let known = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
            let named = known.filter(|line| line.contains("test")).any(|line| names(&line, test));
            assert!(named, "{}: no test of {} is called {test:?}", mutation.name, mutation.suite);
        }
    }

    /// Whether a line registers a test of this name, which may be made of parts.
    fn names(line: &str, test: &str) -> bool {
        line.contains(test) || line.split(['`', '$', '{', '}', '\'']).any(|part| part.len() > 12 && test.contains(part))
    }
}
