//! The steps of a generated call: a scope policy, one step per parameter, and the run.
//!
//! `call.no_env().arg::<f64, _>().run(|a| f(a))`: each step adds to the type what the run needs, so that all arguments are
//! fetched by one call of the host and wait in the frame of `run`. A step is bound by the traits of arguments, a run is
//! not: a parameter that cannot be one is a single error, at its type.

use core::marker::PhantomData;

use super::argument::{
    Argument, Around, Defaulted, Each, Forever, Lend, Optional, Receiver, prepare_defaulted, prepare_each,
    prepare_optional, prepare_receiver,
};
use super::incoming::{ArgumentError, Arguments, Call, Fetched, Incoming, RECEIVER, Returned};
use super::policy::{Beside, EscapableScope, HostScope, NoEnv, OwnScope, Run};
use super::rest::{RestSlot, ThisSlot, prepare_rest, prepare_this};
use super::slice::Lending;
use crate::convert::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::scope::{Frame, Own};
use crate::sys::RawValue;
use crate::value::Value;

/// The steps so far: the policy, and a list of parameters.
pub struct Steps<'s, Policy, List> {
    call: Call<'s>,
    list: List,
    policy: PhantomData<Policy>,
}

/// One parameter: how to prepare it.
pub struct Step<'s, S: Lend>(for<'f, 'v> fn(&'f Incoming<'f, 's>, &'v mut S::Storage) -> Result<(), ArgumentError>);

impl<'s> Call<'s> {
    #[inline(always)]
    fn steps<Policy>(self) -> Steps<'s, Policy, ()> {
        Steps { call: self, list: (), policy: PhantomData }
    }

    /// See [`NoEnv`].
    #[inline(always)]
    pub fn no_env(self) -> Steps<'s, NoEnv, ()> {
        self.steps()
    }

    /// See [`OwnScope`].
    #[inline(always)]
    pub fn own_scope(self) -> Steps<'s, OwnScope, ()> {
        self.steps()
    }

    /// See [`EscapableScope`].
    #[inline(always)]
    pub fn escapable_scope(self) -> Steps<'s, EscapableScope, ()> {
        self.steps()
    }

    /// See [`HostScope`].
    #[inline(always)]
    pub fn host_scope(self) -> Steps<'s, HostScope, ()> {
        self.steps()
    }
}

impl<'s, Policy, List> Steps<'s, Policy, List> {
    #[inline(always)]
    fn add<S: Lend>(self, step: Step<'s, S>) -> Steps<'s, Policy, (List, Step<'s, S>)> {
        Steps { call: self.call, list: (self.list, step), policy: PhantomData }
    }

    /// `this`.
    #[inline(always)]
    pub fn this(self) -> Steps<'s, Policy, (List, Step<'s, ThisSlot<'s>>)> {
        self.add(Step(|incoming, storage| Ok(prepare_this(incoming, storage)?)))
    }

    /// All remaining arguments.
    #[inline(always)]
    pub fn rest<T: FromJs<'s>>(self) -> Steps<'s, Policy, (List, Step<'s, RestSlot<T>>)> {
        self.add(Step(|incoming, storage| prepare_rest(incoming, storage)))
    }
}

impl<'s, Policy, List> Steps<'s, Policy, List> {
    /// An argument.
    #[inline(always)]
    pub fn arg<T, S: Lend>(self) -> Steps<'s, Policy, (List, Step<'s, S>)>
    where
        T: Argument<'s, Slot = S> + Beside<Policy, S>,
    {
        self.add(Step(|incoming, storage| {
            T::prepare(incoming, storage).map_err(|e| ArgumentError::at(incoming.position, e))
        }))
    }

    /// An argument with a default value.
    #[inline(always)]
    pub fn default_arg<T, S: Lend>(self) -> Steps<'s, Policy, (List, Step<'s, Defaulted<S>>)>
    where
        T: Argument<'s, Slot = S> + Beside<Policy, S>,
    {
        self.add(Step(|incoming, storage| {
            prepare_defaulted::<T>(incoming, storage).map_err(|e| ArgumentError::at(incoming.position, e))
        }))
    }

    /// The instance that a method is called on: `this`.
    #[inline(always)]
    pub fn receiver<T, S: Lend>(self) -> Steps<'s, Policy, (List, Step<'s, Receiver<S>>)>
    where
        T: Argument<'s, Slot = S> + Beside<Policy, S>,
    {
        self.add(Step(|incoming, storage| {
            prepare_receiver::<T>(incoming, storage).map_err(|e| ArgumentError::at(RECEIVER, e))
        }))
    }

    /// An argument that is lent if it is there.
    #[inline(always)]
    pub fn optional<T, S: Lend>(self) -> Steps<'s, Policy, (List, Step<'s, Optional<S>>)>
    where
        T: Argument<'s, Slot = S> + Beside<Policy, S>,
    {
        self.add(Step(|incoming, storage| {
            prepare_optional::<T>(incoming, storage).map_err(|e| ArgumentError::at(incoming.position, e))
        }))
    }

    /// An array whose elements are lent.
    #[inline(always)]
    pub fn each<T, S: Lend>(self) -> Steps<'s, Policy, (List, Step<'s, Each<S>>)>
    where
        T: Argument<'s, Slot = S> + Beside<Policy, S>,
    {
        self.add(Step(|incoming, storage| {
            prepare_each::<T>(incoming, storage).map_err(|e| ArgumentError::at(incoming.position, e))
        }))
    }
}

impl<'s, Policy, List, S: Lend> Steps<'s, Policy, (List, Step<'s, S>)> {
    /// The argument is a reference to `T` that is written `&'static`: the type does not tell.
    #[inline(always)]
    pub fn forever<T: ?Sized>(self) -> Self
    where
        S: Forever<T>,
    {
        self
    }

    /// The same of a reference inside.
    #[inline(always)]
    pub fn forever_inside<T: ?Sized>(self) -> Self
    where
        S: Around<Inside: Forever<T>>,
    {
        self
    }
}

/// The handle of a result, in the scope it is to live in.
fn answer(value: Result<Option<Value<'_>>>) -> Result<Option<RawValue>> {
    value.map(|value| value.map(Value::raw))
}

impl<'s> Steps<'s, NoEnv, ()> {
    /// Runs a function without parameters.
    #[inline(always)]
    pub fn run<R: IntoJs<'s>>(self, function: impl FnOnce() -> R) -> Returned {
        if R::RETURNS_NOTHING {
            // Nothing to fetch and nothing to make: this costs what an empty function in C costs.
            return Returned(function().nothing().map(|()| None));
        }
        Returned((|| {
            let fetched = self.fetch(&mut Arguments::new())?;
            answer(function().into_return(&Env::mint(fetched.instance)))
        })())
    }
}

/// A run without `Env`, for one parameter and more.
macro_rules! run_without_env {
    ($list:ty: $($slot:ident)+) => {
        impl<'s, $($slot: Lend),+> Steps<'s, NoEnv, $list> {
            /// Runs the function.
            #[inline(always)]
            #[allow(non_snake_case, reason = "an argument is called like the type of its slot")]
            pub fn run<R: IntoJs<'s>>(self, function: impl for<'a> FnOnce($($slot::Lent<'a>),+) -> R) -> Returned {
                Returned((|| {
                    let mut arguments = Arguments::new();
                    let fetched = self.fetch(&mut arguments)?;
                    let mut env = Env::mint(fetched.instance);
                    let result = self.apply(&arguments, &fetched, &mut env, |_, $($slot),+| function($($slot),+))?;
                    answer(result.into_return(&Env::mint(fetched.instance)))
                })())
            }
        }
    };
}

/// What every number of parameters has: `list` is the type of the steps, `names` the pattern that takes them apart.
macro_rules! arity {
    ($count:literal, $list:ty, $names:pat, $($step:ident $slot:ident)*) => {
        impl<'s, Policy: Run, $($slot: Lend),*> Steps<'s, Policy, $list> {
            #[inline(always)]
            fn fetch(&self, arguments: &mut Arguments<$count>) -> Result<Fetched> {
                let positional = 0 $(+ usize::from($slot::POSITIONAL))*;
                arguments.fetch(&self.call, positional, false $(|| $slot::THIS)*)
            }

            /// Both phases of conversion, and the call between them and the conversion of the result.
            #[inline(always)]
            #[allow(non_snake_case, unused_mut, unused_variables, unused_assignments, reason = "for 0 parameters")]
            fn apply<R>(
                self,
                arguments: &Arguments<$count>,
                fetched: &Fetched,
                env: &mut Env<'s>,
                function: impl for<'a> FnOnce(&mut Env<'s>, $($slot::Lent<'a>),*) -> R,
            ) -> Result<R> {
                let Self { call, list: $names, .. } = self;
                $(let mut $slot = $slot::EMPTY;)*
                let mut prepare = || {
                    let mut next = 0;
                    $(
                        ($step.0)(&Incoming::new(&call, env, arguments, fetched, next, $slot::POSITIONAL), &mut $slot)?;
                        next += usize::from($slot::POSITIONAL);
                    )*
                    let mut lending = Lending::new(env, $count == 1 && !Policy::JAVASCRIPT);
                    let mut next = 0;
                    $(
                        let position = if $slot::POSITIONAL { next } else { RECEIVER };
                        $slot::enlist(&mut $slot, &mut lending, next)
                            .map_err(|error| ArgumentError::at(position, error))?;
                        next += usize::from($slot::POSITIONAL);
                    )*
                    Ok(())
                };
                // One place that explains, for all parameters.
                prepare().map_err(|error: ArgumentError| error.explain(call.names))?;
                Ok(function(env, $($slot::lend(&mut $slot)),*))
            }
        }

        impl<'s, $($slot: Lend),*> Steps<'s, OwnScope, $list> {
            /// Runs the function in a scope of its own, which closes before the result is made.
            #[inline(always)]
            pub fn run<R>(self, function: impl for<'a> FnOnce(&mut Env<'s>, $($slot::Lent<'a>),*) -> R) -> Returned
            where
                R: for<'i> IntoJs<'i> + 'static,
            {
                Returned((|| {
                    let mut arguments = Arguments::new();
                    let fetched = self.fetch(&mut arguments)?;
                    let frame = Frame::open(fetched.instance, Own::Plain)?;
                    let result = self.apply(&arguments, &fetched, &mut frame.env(), function)?;
                    drop(frame);
                    answer(result.into_return(&Env::mint(fetched.instance)))
                })())
            }
        }

        impl<'s, $($slot: Lend),*> Steps<'s, EscapableScope, $list> {
            /// Runs the function in a scope of its own, from which the result escapes.
            #[inline(always)]
            pub fn run<R>(self, function: impl for<'a> FnOnce(&mut Env<'s>, $($slot::Lent<'a>),*) -> R) -> Returned
            where
                R: IntoJs<'s>,
            {
                Returned((|| {
                    let mut arguments = Arguments::new();
                    let fetched = self.fetch(&mut arguments)?;
                    let frame = Frame::open(fetched.instance, Own::Escapable)?;
                    let mut env = frame.env();
                    let result = self.apply(&arguments, &fetched, &mut env, function)?;
                    let value = answer(result.into_return(&env))?;
                    value.map(|value| frame.escape(value)).transpose()
                })())
            }
        }

        impl<'s, $($slot: Lend),*> Steps<'s, HostScope, $list> {
            /// Runs the function in the scope that the host has opened.
            #[inline(always)]
            pub fn run<R>(self, function: impl for<'a> FnOnce(&mut Env<'s>, $($slot::Lent<'a>),*) -> R) -> Returned
            where
                R: IntoJs<'s>,
            {
                Returned((|| {
                    let mut arguments = Arguments::new();
                    let fetched = self.fetch(&mut arguments)?;
                    let frame = Frame::open(fetched.instance, Own::Nothing)?;
                    let mut env = frame.env();
                    let result = self.apply(&arguments, &fetched, &mut env, function)?;
                    answer(result.into_return(&env))
                })())
            }
        }
    };
}

/// Unrolls the list of steps, one parameter at a time, and makes the runs of each length.
macro_rules! arities {
    (@next $list:ty, $names:pat, [$($step:ident $slot:ident)*],) => {};
    (@next $list:ty, $names:pat, [$($step:ident $slot:ident)*], $count:literal $new:ident $new_slot:ident $($rest:tt)*) => {
        arity!($count, ($list, Step<'s, $new_slot>), ($names, $new), $($step $slot)* $new $new_slot);
        run_without_env!(($list, Step<'s, $new_slot>): $($slot)* $new_slot);
        arities!(@next ($list, Step<'s, $new_slot>), ($names, $new), [$($step $slot)* $new $new_slot], $($rest)*);
    };
}

arity!(0, (), (),);
// 16 arguments, and `this`.
arities! {
    @next (), (), [],
    1 a A 2 b B 3 c C 4 d D 5 e E 6 f F 7 g G 8 h H 9 i I 10 j J 11 k K 12 l L 13 m M 14 n N 15 o O 16 p P 17 q Q
}
