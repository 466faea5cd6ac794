//! What is under way on other threads, for a test that waits for it.

use super::local::Threads;
use crate::env::Env;
use crate::error::Result;

/// What an environment still waits for.
#[derive(Clone, Copy, Default)]
pub(crate) struct Activity {
    /// Calls from threads are queued, or being answered.
    pub(crate) calls: bool,
    /// Work on the pool that has not come back.
    pub(crate) works: usize,
    /// Handles to the JavaScript thread that keep the event loop alive.
    pub(crate) keepers: usize,
}

impl Activity {
    pub(crate) fn of(env: &Env<'_>) -> Result<Self> {
        Ok(match env.instance_data::<Threads>()?.0.get() {
            Some(local) => {
                let (calls, keepers) = local.shared.activity();
                Self { calls, works: local.works.count(), keepers }
            }
            None => Self::default(),
        })
    }
}
