//! What a test may not leave.

use crate::env::Env;
use crate::error::Result;
use crate::thread::Activity;

/// What there was before the test.
#[derive(Clone, Copy)]
pub(super) struct Before {
    /// How many references had been made.
    references: u64,
    keepers: usize,
}

impl Before {
    pub(super) fn of(env: &Env<'_>) -> Result<Self> {
        let references = env.instance().home().references_made();
        Ok(Self { references, keepers: Activity::of(env)?.keepers })
    }

    /// How many strong references are left of those that were made since.
    pub(super) fn references_left(&self, env: &Env<'_>) -> usize {
        env.instance().home().references_since(self.references)
    }

    /// What is under way on other threads. A test that may keep references may keep what they hold on to.
    pub(super) fn waits_for(&self, env: &Env<'_>, keeps: bool) -> Result<Option<String>> {
        let Activity { calls, works, keepers } = Activity::of(env)?;
        let kept = keepers.saturating_sub(self.keepers);
        Ok(if works > 0 {
            Some(format!("{works} piece{} of work on the thread pool did not come back", plural(works)))
        } else if calls {
            Some("calls from other threads did not end".to_owned())
        } else if kept > 0 && !keeps {
            Some(format!("{kept} `JsThread` or `ThreadsafeCallback` still kept the event loop alive"))
        } else {
            None
        })
    }
}

/// The failure of leaving scopes open.
pub(super) fn scopes(open: u32) -> Option<String> {
    let s = plural(open as usize);
    (open > 0).then(|| format!("the test left {open} handle scope{s} open: the guard of `scope!` was forgotten"))
}

/// The failure of leaving references.
pub(super) fn references(left: usize) -> Option<String> {
    let s = plural(left);
    (left > 0).then(|| {
        format!(
            "the test left {left} strong reference{s}: drop each `Ref`, `ThreadsafeCallback` and kept exception, \
             or allow it with `#[napi_core::test(keeps_references)]`"
        )
    })
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
