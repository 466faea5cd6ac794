//! The native side of an ArkTS application, which imports it as `libentry.so`: `entry/src/main/ets/pages/Index.ets` is the page,
//! and `entry/src/main/cpp/types/libentry/index.d.ts` says what it sees.

mod threads;

use std::cell::RefCell;

use napi_core::prelude::*;

/// `Note` is what the page shows; here it is an object like others.
#[module(ts = "
/** What the page shows. */
export interface Note {
  title: string;
  stars: number;
}
")]
fn init() {}

/// What the page keeps here: each thread of JavaScript has its own.
#[derive(Default)]
struct Notes(RefCell<Option<Ref<js::Object>>>);

/// Keeps a note alive, in place of an earlier one.
#[export]
fn remember(env: &Env<'_>, #[ts = "Note"] note: Object<'_>) -> Result<()> {
    let reference = Ref::new(env, note)?;
    env.instance_data::<Notes>()?.0.replace(Some(reference));
    Ok(())
}

/// The note that was kept, the very object.
#[export(ts_return = "Note | undefined")]
fn recall<'s>(env: &Env<'s>) -> Result<Option<Object<'s>>> {
    let kept = env.instance_data::<Notes>()?.0.borrow();
    kept.as_ref().map(|reference| reference.get(env)).transpose()
}

/// Lets the note go; `false` if there was none.
#[export]
fn forget(env: &Env<'_>) -> Result<bool> {
    Ok(env.instance_data::<Notes>()?.0.take().is_some())
}

/// Adds up the stars of many notes. Each is read in a handle scope of its own, so that handles do not pile up.
#[export]
fn count_stars(env: &mut Env<'_>, #[ts = "Note[]"] notes: Array<'_>) -> Result<u32> {
    let mut stars = 0;
    for index in 0..notes.len(env)? {
        stars += env.scope(|env| {
            let note: Object<'_> = notes.get(env, index)?;
            note.get::<u32>(env, "stars")
        })?;
    }
    Ok(stars)
}

/// Adds the numbers up on the system's thread pool, and calls `done(sum)`.
#[export]
fn sum(env: &Env<'_>, numbers: Vec<f64>, #[ts = "(sum: number) => void"] done: Function<'_, (f64,)>) -> Result<Work> {
    #[threadsafe_callback(done)]
    move || numbers.iter().sum::<f64>()
}
