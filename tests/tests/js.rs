//! The JavaScript suites, one test each.

use harness::{Suite, run_suite};

macro_rules! suites {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            run_suite(stringify!($name));
        })*

        const LISTED: &[&str] = &[$(stringify!($name)),*];
    };
}

suites! {
    arkts_entry
    bigints
    buffers
    calls
    class_attacks
    class_borrows
    class_inheritance
    class_macros
    class_members
    class_memory
    class_passing
    classes
    collection
    constants
    containers
    crates
    dates
    either
    enums
    encodings
    error_objects
    error_classes
    errors
    external_strings
    functions
    fuzz
    handed_over
    handles
    harness
    hello
    keyed
    lifecycle
    load
    misuse
    names
    number_arrays
    numbers
    objects
    panics
    paths
    pending
    properties_bigints
    properties_buffers
    properties_collections
    properties_containers
    properties_dates
    properties_either
    properties_encodings
    properties_enums
    properties_error_objects
    properties_json
    properties_numbers
    properties_paths
    properties_regexps
    properties_serde
    properties_strings
    properties_structs
    properties_symbols
    queue_work
    reentry
    references
    regexps
    scopes
    slices
    strings
    struct_rows
    structs
    symbols
    threads
    threads_callback
    threads_exit
    threads_hold
    threads_many
    threads_terminate
    threads_work
    threads_workers
    twins
    typed_arrays
    workers
}

#[test]
fn every_suite_is_listed() {
    let suites = Suite::all().expect("readable suites");
    let mut names: Vec<&str> = suites.iter().map(Suite::name).collect();
    let mut listed = LISTED.to_vec();
    names.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, names, "the list in this file against tests/js/*.test.js");
}
