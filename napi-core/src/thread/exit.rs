//! The end of the process that hosts do not tell.

use std::rc::Rc;

use super::local::Local;
use crate::env::Env;
use crate::error::Result;
use crate::scope::settle;
use crate::value::{Function, Object, js};

/// Closes the queue when `process.exit()` is called.
///
/// Node (18 to 26) joins the threads of libuv's pool there, before anything of an addon's runs: a closure on the pool that waits for
/// the JavaScript thread would wait for ever. The event `exit` comes before. A host without it has no such exit.
pub(super) fn listen(env: &Env<'_>, local: &Rc<Local>) {
    let _ = settle(env, try_listen(env, local));
}

fn try_listen(env: &Env<'_>, local: &Rc<Local>) -> Result<()> {
    let process: Object<'_> = env.global()?.get(env, "process")?;
    let local = Rc::downgrade(local);
    let listener = env.function::<(), ()>("closeQueueAtExit", move |_env, ()| {
        if let Some(local) = local.upgrade() {
            local.close();
        }
        Ok(())
    })?;
    let once: Function<'_, (String, js::Value), js::Value> = process.get(env, "once")?;
    once.call_with_this(env, process, ("exit".to_owned(), listener.into())).map(drop)
}
