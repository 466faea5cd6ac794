//! Calls from threads.

use std::thread;

use napi_core::prelude::*;

/// A thread reports each of `total` steps, `report(step, total)`, and goes on as long as the answer is `true`.
#[export]
fn progress(
    total: u32,
    #[threadsafe_callback]
    #[ts = "(step: number, total: number) => boolean"]
    report: impl Fn(u32, u32) -> Result<bool> + Send + Sync + 'static,
) {
    thread::spawn(move || {
        let goes_on = |step: &u32| report(*step, total).unwrap_or(false);
        (1..=total).take_while(goes_on).count()
    });
}
