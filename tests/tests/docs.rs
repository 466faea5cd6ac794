//! What the documentation says, held against the source.

use std::collections::BTreeMap;
use std::fs;

use harness::workspace;

fn read(path: &str) -> String {
    fs::read_to_string(workspace().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of the table of codes: class, and example.
fn documented() -> BTreeMap<String, (String, String)> {
    let text = read("docs/errors.md");
    let rows = text.lines().filter(|line| line.starts_with("| `ERR_"));
    let cell = |cell: &str| cell.trim().trim_matches('`').to_owned();
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        let [code, class, _when, example] = cells[..] else { panic!("four cells are expected: {row}") };
        (cell(code), (cell(class), cell(example)))
    })
    .collect()
}

/// The codes of napi-core, with the class that their documentation names, if it is not `Error`.
fn codes() -> BTreeMap<String, String> {
    let source = read("napi-core/src/error/codes.rs");
    let mut codes = BTreeMap::new();
    let mut class = "Error";
    for line in source.lines().map(str::trim) {
        match line.strip_prefix("pub const ").and_then(|rest| rest.split_once("= \"")) {
            Some((_, rest)) => {
                codes.insert(rest.trim_end_matches("\";").to_owned(), class.to_owned());
                class = "Error";
            }
            None => {
                let named =
                    ["TypeError", "RangeError"].into_iter().find(|class| line.contains(&format!("(`{class}`)")));
                class = named.unwrap_or(class);
            }
        }
    }
    codes
}

#[test]
fn every_code_is_in_the_table_of_errors() {
    let (documented, codes) = (documented(), codes());
    assert!(codes.len() > 10, "the constants in codes.rs are found: {codes:?}");
    let with_classes: BTreeMap<_, _> =
        documented.iter().map(|(code, (class, _))| (code.clone(), class.clone())).collect();
    assert_eq!(with_classes, codes, "docs/errors.md against napi-core/src/error/codes.rs");
    for (code, (_, example)) in &documented {
        assert!(!example.is_empty(), "{code} has no example");
    }
}
