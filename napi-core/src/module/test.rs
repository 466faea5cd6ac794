//! The record of a test.

use super::export::{Export, Item, Site};
use super::{section, table};
use crate::env::Env;
use crate::error::{Error, Result};

/// One `#[napi_core::test]`.
#[derive(Clone, Copy)]
pub(crate) struct Test {
    /// The module it stands in, with its crate.
    pub(crate) module: &'static str,
    pub(crate) name: &'static str,
    pub(crate) run: for<'e, 's> fn(&'e mut Env<'s>) -> Result<()>,
    /// Why it does not run unless it is asked for.
    pub(crate) ignored: Option<&'static str>,
    /// What the message of its panic contains.
    pub(crate) panics: Option<&'static str>,
    pub(crate) keeps_references: bool,
}

impl Test {
    /// Its name with that of its module and crate.
    pub(crate) fn path(&self) -> String {
        format!("{}::{}", self.module, self.name)
    }
}

impl Export {
    /// A test.
    pub const fn test(
        module: &'static str,
        name: &'static str,
        run: for<'e, 's> fn(&'e mut Env<'s>) -> Result<()>,
        site: Site,
    ) -> Self {
        let test = Test { module, name, run, ignored: None, panics: None, keeps_references: false };
        Self::new(site, Item::Test(test))
    }

    /// Leaves a test out unless it is asked for.
    pub const fn ignored(mut self, why: &'static str) -> Self {
        if let Item::Test(test) = &mut self.item {
            test.ignored = Some(why);
        }
        self
    }

    /// Makes a test one that ends by a panic.
    pub const fn should_panic(mut self, expected: &'static str) -> Self {
        if let Item::Test(test) = &mut self.item {
            test.panics = Some(expected);
        }
        self
    }

    /// Lets a test leave references.
    pub const fn keeps_references(mut self) -> Self {
        if let Item::Test(test) = &mut self.item {
            test.keeps_references = true;
        }
        self
    }
}

/// What a test may return.
#[diagnostic::on_unimplemented(
    message = "a test cannot return `{Self}`",
    label = "this is neither `()` nor a `Result<()>`",
    note = "return `Result<()>`, whose error may be any that `?` makes a `napi_core::Error` of"
)]
pub trait TestOutcome {
    /// The outcome as a result.
    fn into_result(self) -> Result<()>;
}

impl TestOutcome for () {
    fn into_result(self) -> Result<()> {
        Ok(())
    }
}

impl<E> TestOutcome for Result<(), E>
where
    Error: From<E>,
{
    fn into_result(self) -> Result<()> {
        Ok(self?)
    }
}

/// What a test has returned, as a result.
pub fn outcome(returned: impl TestOutcome) -> Result<()> {
    returned.into_result()
}

/// The tests of this program or library, in source order.
pub(crate) fn tests() -> Result<Vec<Test>> {
    let tests = table::in_source_order()?.into_iter().filter_map(|export| match export.item {
        Item::Test(test) => Some(test),
        _ => None,
    });
    Ok(tests.collect())
}

/// The name of the module that is linked into this program or library, if there is one.
pub(crate) fn module_name() -> Option<&'static str> {
    section::module().map(|module| module.name)
}
