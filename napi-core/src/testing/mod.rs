//! Tests inside of a host: what is beside [`#[napi_core::test]`](macro@crate::test) and [`test_main!`](crate::test_main!).
//!
//! A test file is built twice. As the program that cargo runs it knows its tests, builds itself once more as a library, starts a
//! host on that, and reports; as the library it runs the tests in the host. The two talk through files in a folder.

mod arguments;
mod exports;
mod folder;
mod host;
mod inside;
mod leaks;
mod library;
mod personality;
mod program;
mod report;
mod session;

pub use exports::exports;
pub(crate) use exports::seen_by_host;
pub(crate) use inside::{not_loaded, offer};
#[doc(hidden)]
pub use library::Target;
#[doc(hidden)]
pub use program::main;

/// Makes a test file a program that runs its `#[napi_core::test]`s in a host. (In a test with `harness = false`.)
///
/// ```no_run
/// #[napi_core::test]
/// fn adds() {
///     assert_eq!(1 + 1, 2);
/// }
///
/// napi_core::test_main!();
/// ```
///
/// The host is the `node` on PATH, or what the variable `NAPI_TEST_HOST` or the argument `--host` says.
#[macro_export]
macro_rules! test_main {
    () => {
        // The library that the host loads has no use for it.
        #[allow(dead_code)]
        fn main() -> ::std::process::ExitCode {
            $crate::__private::test_main(&$crate::__private::Target {
                krate: ::core::env!("CARGO_CRATE_NAME"),
                package: ::core::env!("CARGO_MANIFEST_DIR"),
                arguments: $crate::__private::cargo_arguments!(),
            })
        }
    };
}
