//! What the language can do with its own classes and Node-API cannot, in functions that are made once, and know its methods
//! as they were then.
//!
//! They are a short cut: where a host runs no scripts, the same methods are called by their names.

use core::cell::RefCell;
use std::rc::Rc;

use super::Env;
use super::glue::{call_held, hold};
use crate::error::Result;
use crate::sys::HeldReference;
use crate::value::{Value, raws};

/// A function of `intrinsics.js`, by its place there.
#[derive(Clone, Copy)]
pub(crate) enum Intrinsic {
    IsMap,
    IsSet,
    IsRegExp,
    ReadMap,
    ReadSet,
    ReadRegExp,
    FillMap,
    FillSet,
}

impl Intrinsic {
    const ALL: [Self; 8] = [
        Self::IsMap,
        Self::IsSet,
        Self::IsRegExp,
        Self::ReadMap,
        Self::ReadSet,
        Self::ReadRegExp,
        Self::FillMap,
        Self::FillSet,
    ];
}

/// Holds the functions of an environment.
#[derive(Default)]
pub(super) struct Intrinsics(RefCell<State>);

#[derive(Default)]
enum State {
    /// Nobody has needed them yet.
    #[default]
    Unmade,
    Ready(Rc<[HeldReference]>),
    /// Not to be had on this host, or gone with the environment.
    Absent,
}

impl Intrinsics {
    pub(super) fn end(&self) {
        drop(self.0.replace(State::Absent));
    }
}

impl<'s> Env<'s> {
    /// Calls the function; `None` where it is not to be had.
    pub(crate) fn intrinsic(&self, function: Intrinsic, args: &[Value<'_>]) -> Result<Option<Value<'s>>> {
        let Some(functions) = self.intrinsics() else { return Ok(None) };
        let answer = call_held(self, &functions[function as usize], raws(args))?;
        Ok(Some(Value::from_raw(answer)))
    }

    fn intrinsics(&self) -> Option<Rc<[HeldReference]>> {
        let instance = self.instance();
        match &*instance.intrinsics.0.borrow() {
            State::Ready(functions) => return Some(functions.clone()),
            State::Absent => return None,
            State::Unmade => {}
        }
        // Not ours: the path without the functions reports it.
        if instance.host().is_exception_pending().unwrap_or(true) {
            return None;
        }
        let (state, functions) = match self.batch(make) {
            Ok(Some(functions)) => (State::Ready(functions.clone()), Some(functions)),
            Ok(None) => (State::Absent, None),
            Err(_) => {
                // A stack that is almost full, or a class whose methods a program has taken away: another call may find more.
                let _ = instance.host().take_exception();
                (State::Unmade, None)
            }
        };
        instance.intrinsics.0.replace(state);
        functions
    }
}

fn make(env: &Env<'_>) -> Result<Option<Rc<[HeldReference]>>> {
    let Some(functions) = env.enter()?.run_script(include_str!("intrinsics.js"))? else { return Ok(None) };
    Intrinsic::ALL.iter().map(|function| hold(env, functions, *function as u32)).collect::<Result<_>>().map(Some)
}
