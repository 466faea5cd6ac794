//! Glue: loops over arrays of numbers that run in JavaScript, where its compiler makes them faster than a call of the host
//! for each element, and hand the numbers over in memory that both sides see.
//!
//! It is a short cut: where a host runs no scripts, and while a getter of an array that is being read comes back here,
//! arrays are read and written element by element.

use core::cell::Cell;
use core::ops::Range;

use super::Env;
use super::rows::RowFunctions;
use crate::error::Result;
use crate::sys::{HeldReference, Host, RawValue, Scratch};
use crate::value::{Array, Value};

/// How many numbers one call hands over.
pub(crate) const CHUNK: u32 = 2048;

/// How many single objects are converted without the loops: to compile them costs as much as some hundred calls save.
const WARM: u32 = 500;

/// Holds the loops of an environment.
#[derive(Default)]
pub(super) struct Glue {
    state: Cell<State>,
    /// How many single objects were converted, up to [`WARM`].
    objects: Cell<u32>,
}

#[derive(Default)]
enum State {
    /// Nobody has needed them yet.
    #[default]
    Unmade,
    Ready(Box<Loops>),
    /// In use further up the stack, not to be had on this host, or gone with the environment.
    Absent,
}

impl Glue {
    pub(super) fn end(&self) {
        drop(self.state.replace(State::Absent));
    }
}

impl Env<'_> {
    /// Whether so many single objects were converted that the loops are worth it for another.
    pub(crate) fn is_warm(&self) -> bool {
        let instance = self.instance();
        let objects = &instance.glue.objects;
        let count = objects.get();
        if count < WARM {
            objects.set(count + 1);
        }
        count == WARM
    }

    /// Lends the loops; `None` where they are not to be had now.
    pub(crate) fn with_loops<R>(&self, body: impl FnOnce(&mut Loops) -> R) -> Option<R> {
        let instance = self.instance();
        let state = &instance.glue.state;
        let mut loops = match state.replace(State::Absent) {
            State::Ready(loops) => loops,
            State::Absent => return None,
            // Not ours: the path without the loops reports it.
            State::Unmade if instance.host().is_exception_pending().unwrap_or(true) => {
                state.set(State::Unmade);
                return None;
            }
            State::Unmade => match self.batch(Loops::new) {
                Ok(made) => Box::new(made?),
                Err(_) => {
                    // Nothing of ours throws but a stack that is almost full, where another call may find more room.
                    let _ = instance.host().take_exception();
                    state.set(State::Unmade);
                    return None;
                }
            },
        };
        let answer = body(&mut loops);
        state.set(State::Ready(loops));
        Some(answer)
    }
}

/// The functions of `glue.js` and those of structs, and their memory.
pub(crate) struct Loops {
    /// [`CHUNK`] numbers, and behind them the place of a value that is of another kind.
    pub(super) scratch: Scratch,
    /// By the addresses of names and columns.
    pub(super) shapes: Vec<((usize, usize), RowFunctions)>,
    /// The place of the shape that was asked for last.
    pub(super) recent: usize,
    read: HeldReference,
    write: HeldReference,
    write_integers: HeldReference,
}

impl Loops {
    fn new(env: &Env<'_>) -> Result<Option<Self>> {
        let (host, instance) = (env.host()?, env.instance());
        let home = instance.home();
        let Some(maker) = env.enter()?.run_script(include_str!("glue.js"))? else { return Ok(None) };
        let Some(scratch) = Scratch::new(*host, home, CHUNK as usize + 1)? else { return Ok(None) };
        let functions = functions_for(env, maker, &scratch)?;
        let hold = |place| hold(env, functions, place);
        Ok(Some(Self {
            scratch,
            shapes: Vec::new(),
            recent: 0,
            read: hold(0)?,
            write: hold(1)?,
            write_integers: hold(2)?,
        }))
    }

    /// The place of the numbers that [`read`](Self::read) has found and [`write`](Self::write) will take.
    pub(crate) fn numbers(&self) -> &[Cell<f64>] {
        &self.scratch.numbers()[..CHUNK as usize]
    }

    /// Reads elements, [`CHUNK`] at most, up to the first that is no number: how many, and that one.
    pub(crate) fn read<'e>(
        &self,
        env: &Env<'e>,
        array: Array<'_>,
        range: Range<u32>,
    ) -> Result<(usize, Option<Value<'e>>)> {
        let count = range.len();
        let answer = self.call(env, &self.read, array, range)?;
        match env.host()?.get_double(answer) {
            Ok(_) => Ok((count, None)),
            Err(refused) => match env.host()?.failure(refused) {
                failure if failure.is_type_mismatch() => {
                    let place = self.scratch.numbers()[CHUNK as usize].get();
                    Ok((place as usize, Some(Value::from_raw(answer))))
                }
                failure => Err(failure.into()),
            },
        }
    }

    /// Writes as many elements as `range` has. `integers`: all numbers are `i32`s, which engines keep in less memory.
    pub(crate) fn write(&self, env: &Env<'_>, array: Array<'_>, range: Range<u32>, integers: bool) -> Result<()> {
        let function = if integers { &self.write_integers } else { &self.write };
        self.call(env, function, array, range).map(drop)
    }

    fn call(&self, env: &Env<'_>, function: &HeldReference, array: Array<'_>, range: Range<u32>) -> Result<RawValue> {
        let host = env.host()?;
        call_held(env, function, &[array.raw(), index(host, range.start)?, index(host, range.end)?])
    }
}

/// The functions that what a script has answered with makes for the memory.
pub(super) fn functions_for(env: &Env<'_>, maker: RawValue, scratch: &Scratch) -> Result<RawValue> {
    let host = env.host()?;
    let arguments = [held(host, scratch.array())?, index(host, CHUNK)?];
    Ok(env.enter()?.call(host.undefined()?, maker, &arguments)?)
}

/// Keeps a function of those that a script has made.
pub(super) fn hold(env: &Env<'_>, functions: RawValue, place: u32) -> Result<HeldReference> {
    let function = env.enter()?.get_element(functions, place)?;
    Ok(HeldReference::new(env.instance().home(), function, 1)?)
}

/// Calls a function that is kept.
pub(super) fn call_held(env: &Env<'_>, function: &HeldReference, arguments: &[RawValue]) -> Result<RawValue> {
    call_own(env, held(env.host()?, function)?, arguments)
}

/// Calls a function of ours. None of them looks at `this`, for which any value will do.
#[inline]
pub(crate) fn call_own(env: &Env<'_>, function: RawValue, arguments: &[RawValue]) -> Result<RawValue> {
    Ok(env.enter()?.call(function, function, arguments)?)
}

/// What a strong reference holds.
#[inline]
pub(super) fn held(host: &Host, reference: &HeldReference) -> Result<RawValue> {
    let value = host.reference_value(reference.get())?;
    value.ok_or_else(|| crate::error::Error::new("the host has dropped a strong reference"))
}

pub(super) fn index(host: &Host, number: u32) -> Result<RawValue> {
    Ok(host.uint32(number).map_err(|refused| host.failure(refused))?)
}
