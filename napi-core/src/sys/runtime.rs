//! Which runtime the host is, where its behaviour differs and Node-API does not tell.

use core::ffi::CStr;

use super::host::{Host, RawValue, TypeOf};
use super::imports::optional_import;

impl Host {
    /// Bun (1.4) exports every name of libuv, but most of these functions end the process.
    pub(crate) fn is_bun(self) -> bool {
        let version = self.quietly(|| self.follow(self.global().ok()?, &[c"process", c"versions", c"bun"]));
        version.is_some_and(|version| self.type_of(version).ok() == Some(TypeOf::STRING))
    }

    /// Whether new objects are made fastest by assignments, and many of them whole. On Bun (1.4) defining three properties by one call
    /// takes twice as long as three assignments. Not V8 (Node 24 and 26): an object that it makes whole is a dictionary, from
    /// which JavaScript reads ten times slower.
    pub(crate) fn assigns_fastest(self) -> bool {
        self.is_bun()
    }

    /// Whether calls without `new` have a target, which is undefined: on Deno (2.9). On other hosts they have none. No JavaScript runs.
    pub(crate) fn plain_calls_have_target(self) -> bool {
        let Some(ask) = optional_import!(napi_get_node_version) else { return false };
        let mut version = core::ptr::null();
        // SAFETY: env; `version` is writable for the call. Where the host refuses, it stays null.
        let _ = unsafe { ask(self.0, &raw mut version) };
        // SAFETY: null, or the answer of the host, which lives as long as it.
        let Some(version) = (unsafe { version.as_ref() }) else { return false };
        // SAFETY: as above; the release is a text that ends with a zero.
        !version.release.is_null() && unsafe { CStr::from_ptr(version.release) } == c"Deno"
    }

    /// What runs ticks and microtasks on Deno (2.9), which does so only after a whole batch of thread-safe calls, whatever
    /// callback scope is opened; on other hosts they run when the host's own callback ends.
    pub(crate) fn tick_function(self) -> Option<RawValue> {
        let run = self.quietly(|| {
            let deno = self.follow(self.global().ok()?, &[c"Deno"])?;
            let internal = self.get_named(deno, c"internal").ok()?;
            self.follow(self.get_property(deno, internal).ok()?, &[c"core", c"runNextTicks"])
        });
        run.filter(|run| self.type_of(*run).ok() == Some(TypeOf::FUNCTION))
    }

    /// The value that the path leads to; `None` where there is none.
    fn follow(self, from: RawValue, path: &[&CStr]) -> Option<RawValue> {
        path.iter().try_fold(from, |object, key| {
            let next = self.get_named(object, key).ok()?;
            (self.type_of(next).ok()? != TypeOf::UNDEFINED).then_some(next)
        })
    }

    /// Drops the exception of a getter.
    fn quietly<T>(self, look: impl FnOnce() -> Option<T>) -> Option<T> {
        let found = look();
        if found.is_none() && self.is_exception_pending().unwrap_or(false) {
            let _ = self.take_exception();
        }
        found
    }
}
