//! Whether a type parameter is a type that is known.

use core::any::TypeId;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, transmute, transmute_copy};

/// A type without lifetimes and type parameters, so that no other type has its identity once lifetimes are out of sight.
///
/// # Safety
/// There are none in the name of the type.
pub(crate) unsafe trait Plain: 'static {}

#[cfg(feature = "anyhow")]
// SAFETY: `anyhow::Error` has no parameters.
unsafe impl Plain for anyhow::Error {}

#[cfg(feature = "eyre")]
// SAFETY: `eyre::Report` has no parameters.
unsafe impl Plain for eyre::Report {}

/// The value as a `T`, if it is one.
pub(crate) fn is_same<T: Plain, F>(from: F) -> Result<T, F> {
    if identity::<F>() != TypeId::of::<T>() {
        return Err(from);
    }
    let from = ManuallyDrop::new(from);
    // SAFETY: `F` is `T`, which has no lifetimes that could differ; `from` is not used again.
    Ok(unsafe { transmute_copy::<ManuallyDrop<F>, T>(&from) })
}

/// The identity that the type has with all its lifetimes `'static`.
fn identity<F>() -> TypeId {
    trait Identity {
        fn identity(&self) -> TypeId
        where
            Self: 'static;
    }
    impl<F> Identity for PhantomData<F> {
        fn identity(&self) -> TypeId
        where
            Self: 'static,
        {
            TypeId::of::<F>()
        }
    }
    let of: &dyn Identity = &PhantomData::<F>;
    // SAFETY: the lifetime is only of what the marker stands for, of which there is no value.
    Identity::identity(unsafe { transmute::<&dyn Identity, &(dyn Identity + 'static)>(of) })
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    // SAFETY: `String` has no parameters.
    unsafe impl Plain for String {}

    #[test]
    fn only_the_same_type_is_the_same() {
        let text = String::from("text");
        assert_eq!(is_same::<String, _>(text.as_str()), Err("text"));
        assert_eq!(is_same::<String, _>(Cow::Borrowed(text.as_str())), Err(Cow::Borrowed("text")));
        assert_eq!(is_same::<String, _>(text), Ok(String::from("text")));
    }
}
