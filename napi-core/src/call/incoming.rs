//! The call as it comes in.

use core::marker::PhantomData;
use core::mem::MaybeUninit;

use crate::env::{Env, InstancePtr};
use crate::error::{Error, Result, code, contained};
use crate::sys::{CallInfo, HostEnv, HostInfo, RawValue, call_info};
use crate::value::Value;

/// What the host has called with.
pub(crate) struct Entry {
    pub(crate) env: HostEnv,
    pub(crate) info: HostInfo,
}

impl Entry {
    /// For errors, which find it in memory: in registers it would be saved and restored by each call, for nothing.
    #[inline(always)]
    pub(super) fn in_memory(&self) -> &Self {
        core::hint::black_box(self)
    }
}

/// A call of an exported function, before anything was asked of it.
pub struct Call<'s> {
    pub(super) entry: &'s Entry,
    pub(super) names: Names,
    pub(super) scope: PhantomData<&'s ()>,
}

/// The function's name and those of its parameters, for messages. By value: a static of it would be relocations in each
/// library for each function.
#[derive(Clone, Copy)]
pub(super) struct Names {
    /// The name of the class that it is a member of, if it is one.
    pub(super) class: &'static str,
    pub(super) function: &'static str,
    /// With commas between.
    pub(super) parameters: &'static str,
}

impl Names {
    /// The name of the parameter at `position`.
    fn parameter(self, position: usize) -> &'static str {
        // By bytes, because looking for text in text is 6 kB of code.
        let comma = |names: &str| names.bytes().position(|byte| byte == b',');
        let mut name = self.parameters;
        for _ in 0..position {
            // Arguments beyond the declared ones belong to the rest parameter, which is the last.
            let Some(end) = comma(name) else { break };
            name = name.get(end + ", ".len()..).unwrap_or_default();
        }
        comma(name).and_then(|end| name.get(..end)).unwrap_or(name)
    }
}

impl Names {
    /// What errors call the argument at `position`.
    fn argument(self, position: usize) -> String {
        if position == RECEIVER {
            return "this".to_owned();
        }
        match self.parameter(position) {
            "" | "_" => format!("argument {}", position + 1),
            name => format!("argument {} ({name})", position + 1),
        }
    }
}

/// The position of `this`, where it is a method's instance.
pub(super) const RECEIVER: usize = usize::MAX;

/// Why the arguments could not be converted.
pub(super) struct ArgumentError {
    error: Error,
    /// Of the argument that the error is about.
    position: Option<usize>,
}

impl ArgumentError {
    /// An error about the argument at `position`.
    pub(super) fn at(position: usize, error: Error) -> Self {
        Self { error, position: Some(position) }
    }

    /// The error, which says which argument it is about.
    #[inline(always)]
    pub(super) fn explain(self, names: Names) -> Error {
        match self.position {
            Some(position) if names.class.is_empty() => explain(names.function, names.parameters, self.error, position),
            Some(position) => explain_member(&names, self.error, position),
            None => self.error,
        }
    }
}

impl From<Error> for ArgumentError {
    fn from(error: Error) -> Self {
        Self { error, position: None }
    }
}

#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "the ABI is C's because nothing unwinds through that")]
extern "C" fn explain(function: &'static str, parameters: &'static str, error: Error, position: usize) -> Error {
    contained(|| {
        let argument = Names { class: "", function, parameters }.argument(position);
        error.in_argument(function, &argument)
    })
}

/// The same for a member of a class.
#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "the ABI is C's because nothing unwinds through that")]
extern "C" fn explain_member(names: &Names, error: Error, position: usize) -> Error {
    contained(|| {
        let member = match names.function {
            "constructor" => format!("new {}", names.class),
            symbol if symbol.starts_with("[Symbol.") => format!("{}{symbol}", names.class),
            function => format!("{}.{function}", names.class),
        };
        match error.code() {
            // These begin with `this Counter`, which the receiver is.
            Some(code::BORROWED | code::CONSUMED) if position == RECEIVER => error.in_function(&member),
            _ => error.in_argument(&member, &names.argument(position)),
        }
    })
}

/// What came back from an exported function: the result's handle in the host's scope, or an error to throw.
pub struct Returned(pub(crate) Result<Option<RawValue>>);

/// The arguments of a call: as many as the function declares, missing ones undefined. They stay where the host writes them.
pub(super) struct Arguments<const N: usize>([MaybeUninit<RawValue>; N]);

/// What was fetched with the arguments.
pub(super) struct Fetched {
    pub(super) instance: InstancePtr,
    this: Option<RawValue>,
}

impl<const N: usize> Arguments<N> {
    #[inline(always)]
    pub(super) fn new() -> Self {
        Self([MaybeUninit::uninit(); N])
    }

    /// Fetches `count` arguments, which is at most `N`.
    #[inline(always)]
    pub(super) fn fetch(&mut self, call: &Call<'_>, count: usize, wants_this: bool) -> Result<Fetched> {
        let Entry { env, info } = *call.entry;
        let CallInfo { data, this, .. } = call_info(env.host(), info, &mut self.0[..count], wants_this)?;
        let Some(data) = data else { return Err(no_data()) };
        Ok(Fetched { instance: InstancePtr::of_call(data), this })
    }

    /// The argument at `position`, which is below the count that was fetched.
    #[inline(always)]
    fn get<'s>(&self, position: usize) -> &Value<'s> {
        // SAFETY: the host has written every argument that was asked for, and `position` is one of those.
        Value::from_raw_ref(unsafe { self.0[position].assume_init_ref() })
    }
}

#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "the ABI is C's because nothing unwinds through that")]
pub(super) extern "C" fn no_data() -> Error {
    contained(|| {
        Error::new("the host called a function without the data it was defined with").with_code(code::NODE_API)
    })
}

/// One argument, or what else a parameter is made from.
pub struct Incoming<'f, 's> {
    pub(super) call: &'f Call<'s>,
    pub(crate) env: &'f Env<'s>,
    pub(super) value: Option<&'f Value<'s>>,
    pub(super) this: Option<Value<'s>>,
    pub(super) position: usize,
    /// There is no other parameter, whose conversion could run JavaScript after this one.
    pub(super) alone: bool,
}

impl<'f, 's> Incoming<'f, 's> {
    /// The parameter at JavaScript's position `position`; `positional` says whether it takes an argument.
    #[inline(always)]
    pub(super) fn new<const N: usize>(
        call: &'f Call<'s>,
        env: &'f Env<'s>,
        arguments: &'f Arguments<N>,
        fetched: &Fetched,
        position: usize,
        positional: bool,
    ) -> Self {
        let value = positional.then(|| arguments.get(position));
        Self { call, env, value, this: fetched.this.map(Value::from_raw), position, alone: N == 1 }
    }

    /// As if `value` were the argument.
    #[inline(always)]
    pub(super) fn with<'v>(&self, value: &'v Value<'s>) -> Incoming<'v, 's>
    where
        'f: 'v,
    {
        Incoming { value: Some(value), alone: false, ..*self }
    }

    /// The argument's value.
    #[inline(always)]
    pub(crate) fn value(&self) -> Result<Value<'s>> {
        self.value.map_or_else(|| self.env.undefined(), |value| Ok(*value))
    }
}
