//! Functions that share a name and differ in their number of parameters.

use super::export::{HostFunction, Site};
use crate::call::{Callback, arity};
use crate::env::{Env, InstancePtr, OverloadTarget};
use crate::error::{Error, Result};
use crate::sys::{CallbackData, HostCallback, HostEnv, HostInfo, HostValue, RawValue, call_info};

/// One of the functions.
#[derive(Clone, Copy)]
pub(super) struct Overload {
    pub(super) callback: HostFunction,
    pub(super) parameters: u8,
    /// What JavaScript says of it.
    pub(super) length: u8,
}

impl Overload {
    /// What the host calls for `T`.
    pub(super) const fn of<T: Callback>(callback: HostFunction) -> Self {
        Self { callback, parameters: arity(T::PARAMS), length: T::LENGTH }
    }
}

/// The function that chooses among `overloads`.
pub(super) fn function(env: &Env<'_>, name: &str, overloads: impl Iterator<Item = Overload>) -> Result<RawValue> {
    let (callback, data) = dispatcher(env, overloads);
    Ok(env.host()?.function(name, HostCallback::new(callback), data)?)
}

/// What the host calls for them, and its data.
pub(super) fn dispatcher(env: &Env<'_>, overloads: impl Iterator<Item = Overload>) -> (HostFunction, CallbackData) {
    let mut targets: Vec<OverloadTarget> = Vec::new();
    for Overload { callback, parameters, .. } in overloads {
        let place = targets.partition_point(|other| other.parameters < parameters.into());
        targets.insert(place, OverloadTarget { parameters: parameters.into(), callback });
    }
    (dispatch, env.instance().call_data(targets))
}

/// Adds one to the functions of this name, which differ in their number of parameters.
pub(super) fn join(known: &mut Vec<(Site, Overload)>, name: &str, site: Site, new: Overload) -> Result<()> {
    if let Some((other, _)) = known.iter().find(|(_, known)| known.parameters == new.parameters) {
        return Err(same_arity(name, new.parameters, *other, site));
    }
    known.push((site, new));
    Ok(())
}

#[cold]
fn same_arity(name: &str, parameters: u8, first: Site, second: Site) -> Error {
    let (first, second) = first.beside(second);
    Error::new(format!(
        "two overloads of `{name}` have {parameters} parameters: one at {first}, one at {second}; \
         overloads differ in their number of parameters"
    ))
}

/// Two of what have one name and are no overloads of each other.
#[cold]
pub(super) fn same_name(what: &str, name: &str, first: Site, second: Site) -> Error {
    let (first, second) = first.beside(second);
    Error::new(format!(
        "two {what} are called `{name}`: one at {first}, one at {second}; \
         rename one with `name = \"..\"`, or mark both `overload` if they differ in their number of parameters"
    ))
}

/// Calls the function with the most parameters that the call has arguments for; with too few arguments, the one with the
/// fewest parameters, whose missing ones are undefined. Arguments beyond the longest are ignored, as JavaScript does.
unsafe extern "C" fn dispatch(env: HostEnv, info: HostInfo) -> HostValue {
    let Ok(call) = call_info(env.host(), info, &mut [], false) else { return HostValue::NOTHING };
    let Some(data) = call.data else { return HostValue::NOTHING };
    let targets = InstancePtr::overloads(&data);
    let fitting = targets.iter().rev().find(|target| target.parameters <= call.count);
    let Some(target) = fitting.or(targets.first()) else { return HostValue::NOTHING };
    // SAFETY: the target is a function for the host, and this is the host's call.
    unsafe { (target.callback)(env, info) }
}
