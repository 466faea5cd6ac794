//! The names that a flattened type finds among those of the object around it.

use core::ffi::CStr;
use core::marker::PhantomData;

use super::FromJs;

/// Names of properties, of types that are flattened into the same object.
#[derive(Default)]
pub struct PropertyNames {
    names: Vec<&'static CStr>,
    /// What has added its own: a type can be flattened into itself.
    added: Vec<usize>,
}

impl PropertyNames {
    /// Whether the type of this function has yet to add its names; it is asked no more then.
    pub fn begin(&mut self, function: fn(&mut Self)) -> bool {
        // Functions at one address do the same.
        let function = function as usize;
        let is_new = !self.added.contains(&function);
        if is_new {
            self.added.push(function);
        }
        is_new
    }

    /// Adds names.
    pub fn add(&mut self, names: &[&'static CStr]) {
        self.names.extend(names);
    }

    pub(super) fn get(&self) -> &[&'static CStr] {
        &self.names
    }
}

/// The names of a type. One that does not convert has none, without an error: there is one already where the field is read.
pub struct NamesOf<'s, T>(PhantomData<(&'s (), T)>);

impl<'s, T: FromJs<'s>> NamesOf<'s, T> {
    /// Those of the conversion.
    pub fn add(names: &mut PropertyNames) {
        T::add_names(names);
    }
}

/// What is found where the type itself has no names.
pub trait NoNames {
    /// None.
    fn add(_: &mut PropertyNames) {}
}

impl<T> NoNames for NamesOf<'_, T> {}
