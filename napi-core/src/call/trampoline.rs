//! Where the host enters.

use core::marker::PhantomData;

use super::incoming::{Call, Entry, Names, Returned};
use crate::env::InstancePtr;
use crate::error::{Error, catch, code, throw};
use crate::sys::{HostCallback, HostEnv, HostInfo, HostValue, call_info};

/// An exported function, as the generated code describes it.
pub trait Callback {
    /// The name of the class that it is a member of, if it is one.
    const CLASS: &'static str = "";
    /// Whether it gives back its receiver where it returns nothing, so that calls can be chained.
    const CHAINED: bool = false;
    /// Its name in JavaScript.
    const NAME: &'static str;
    /// What errors call it: `[Symbol.iterator]` where the name is that of a symbol.
    const SHOWN: &'static str = Self::NAME;
    /// The names of the parameters that take arguments, with commas between; `_` where the pattern has none. One string, because
    /// an array of them is relocations in each library for each function.
    const PARAMS: &'static str;
    /// What JavaScript calls its length: how many parameters come before the first that has a default, or takes the rest.
    const LENGTH: u8 = arity(Self::PARAMS);
    /// The steps of a call.
    fn call(call: Call<'_>) -> Returned;
}

/// How many parameters these names are of.
pub(crate) const fn arity(names: &str) -> u8 {
    let bytes = names.as_bytes();
    let (mut count, mut index) = (if bytes.is_empty() { 0 } else { 1 }, 0);
    while index < bytes.len() {
        if bytes[index] == b',' {
            count += 1;
        }
        index += 1;
    }
    count
}

/// The function that the host calls for `T`.
pub(crate) unsafe extern "C" fn trampoline<T: Callback>(env: HostEnv, info: HostInfo) -> HostValue {
    fence(env, info, |entry| {
        let returned = call::<T>(entry);
        if T::CHAINED { returned.receiver(entry) } else { returned }
    })
}

/// Makes the call that came in.
#[inline(always)]
pub(crate) fn call<T: Callback>(entry: &Entry) -> Returned {
    let names = Names { class: T::CLASS, function: T::SHOWN, parameters: T::PARAMS };
    T::call(Call { entry, names, scope: PhantomData })
}

impl Returned {
    /// `this` in place of nothing.
    fn receiver(self, entry: &Entry) -> Self {
        Self(self.0.and_then(|value| match value {
            Some(value) => Ok(Some(value)),
            None => Ok(call_info(entry.env.host(), entry.info, &mut [], true)?.this),
        }))
    }
}

/// Runs `call`; an error or a panic becomes an exception, and nothing unwinds into the host.
#[inline(always)]
pub(crate) fn fence(env: HostEnv, info: HostInfo, call: impl FnOnce(&Entry) -> Returned) -> HostValue {
    let entry = Entry { env, info };
    match catch(|| call(&entry)) {
        Ok(Returned(Ok(value))) => value.into(),
        Ok(Returned(Err(error))) | Err(error) => fail(&entry, error),
    }
}

#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "the ABI is C's because nothing unwinds through that")]
extern "C" fn fail(entry: &Entry, error: Error) -> HostValue {
    let entry = entry.in_memory();
    let host = entry.env.host();
    // A function without parameters has not asked for its data yet; it is needed for the identity of a kept exception.
    let data = call_info(host, entry.info, &mut [], false).ok().and_then(|info| info.data);
    throw(host, data.map(InstancePtr::of_call), error);
    HostValue::NOTHING
}

/// The constructor of a class of which only this crate makes instances.
pub(crate) fn illegal_constructor() -> HostCallback {
    unsafe extern "C" fn refuse(env: HostEnv, info: HostInfo) -> HostValue {
        let refusal = || Error::type_error("Illegal constructor: the addon makes the errors of this class");
        fence(env, info, |_| Returned(Err(refusal().with_code(code::ILLEGAL_CONSTRUCTOR))))
    }
    HostCallback::new(refuse)
}
