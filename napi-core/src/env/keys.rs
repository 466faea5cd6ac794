//! The names of structs' properties, made keys of the host once in an environment and kept: to read a property by one takes three
//! quarters of the time that its name as text takes (Node 22 to 26).
//!
//! It is a short cut: hosts whose Node-API is older than version 10 keep no strings, and there properties are read by text.

use core::cell::{Cell, RefCell};
use core::ffi::CStr;
use std::rc::Rc;

use super::Env;
use super::glue::held;
use crate::error::Result;
use crate::sys::{HeldReference, RawValue, api_version};

/// By the place of the names and their number.
type Key = (usize, usize);

/// Holds the keys of an environment.
#[derive(Default)]
pub(super) struct Keys {
    kept: RefCell<Vec<(Key, KeptKeys)>>,
    /// The place of those that were asked for last.
    recent: Cell<usize>,
    /// The host keeps none, assigns and reads faster by text, or the environment has ended.
    are_absent: Cell<bool>,
}

/// The keys of some names, in their order.
#[derive(Clone)]
pub(crate) struct KeptKeys(Rc<[HeldReference]>);

impl KeptKeys {
    /// The key of a name, by its place.
    #[inline]
    pub(crate) fn get(&self, env: &Env<'_>, index: usize) -> Result<RawValue> {
        held(env.host()?, &self.0[index])
    }
}

impl Keys {
    pub(super) fn end(&self) {
        self.are_absent.set(true);
        drop(self.kept.take());
    }
}

impl Env<'_> {
    /// The keys of these names, if the host keeps some.
    #[inline]
    pub(crate) fn kept_keys(&self, names: &'static [&'static CStr]) -> Option<KeptKeys> {
        let instance = self.instance();
        let keys = &instance.keys;
        if keys.are_absent.get() {
            return None;
        }
        let wanted = (names.as_ptr().addr(), names.len());
        match keys.kept.borrow().get(keys.recent.get()) {
            Some((key, recent)) if *key == wanted => return Some(recent.clone()),
            _ => {}
        }
        self.find_keys(names, wanted)
    }

    #[inline(never)]
    fn find_keys(&self, names: &'static [&'static CStr], wanted: Key) -> Option<KeptKeys> {
        let instance = self.instance();
        let keys = &instance.keys;
        let find = || keys.kept.borrow().binary_search_by_key(&wanted, |(key, _)| *key);
        let place = match find() {
            Ok(place) => place,
            Err(place) => {
                let Some(made) = self.keep_keys(names) else {
                    keys.are_absent.set(true);
                    return None;
                };
                keys.kept.borrow_mut().insert(place, (wanted, made));
                place
            }
        };
        keys.recent.set(place);
        keys.kept.borrow().get(place).map(|(_, kept)| kept.clone())
    }

    #[cold]
    fn keep_keys(&self, names: &[&CStr]) -> Option<KeptKeys> {
        // Bun reads by text as fast.
        if api_version() < 10 || self.assigns_fastest() {
            return None;
        }
        let keep = |env: &Env<'_>| -> Result<_> {
            let host = env.host()?;
            let key = |name: &&CStr| {
                let key = host.string(name.to_str().unwrap_or_default())?;
                Ok(HeldReference::new(env.instance().home(), key, 1)?)
            };
            names.iter().map(key).collect::<Result<Rc<[_]>>>()
        };
        self.batch(keep).ok().map(KeptKeys)
    }
}
