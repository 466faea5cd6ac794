//! The time during which no JavaScript runs.

use core::marker::PhantomData;
use core::ptr::NonNull;

use super::{Entered, Env};
use crate::convert::wrong_type;
use crate::error::{Error, Result, code};
use crate::value::{Memory, attached, length};

/// Lends memory of JavaScript: as long as it lives, no JavaScript runs that could move the memory or write it.
///
/// [`Env::freeze`] makes it. Exported functions without an `Env` take slices as arguments instead.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn scale(env: &mut Env<'_>, samples: TypedArray<'_, f32>, by: TypedArray<'_, f32>) -> Result<f32> {
///     let mut frozen = env.freeze()?;
///     let factor: f32 = frozen.slice(by)?.iter().product();
///     frozen.slice_mut(samples)?.iter_mut().for_each(|sample| *sample *= factor);
///     Ok(factor)
/// }
/// ```
pub struct Frozen<'f> {
    /// Keeps the depth of the environment above that of each token there is.
    entered: Entered<'f>,
    /// The token, which nobody can use meanwhile.
    env: PhantomData<&'f mut ()>,
}

impl Env<'_> {
    /// Rests the token, and JavaScript with it, for the time in which memory is lent.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &mut Env<'_>, packet: Buffer<'_>) -> Result<bool> {
    /// let frozen = env.freeze()?;
    /// Ok(frozen.slice(packet)?.starts_with(b"GET "))
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn freeze(&mut self) -> Result<Frozen<'_>> {
        Ok(Frozen { entered: self.enter()?, env: PhantomData })
    }
}

impl Frozen<'_> {
    /// The elements, to read. As many slices as one likes can be lent at a time.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &mut Env<'_>, a: TypedArray<'_, f64>, b: TypedArray<'_, f64>) -> Result<f64> {
    /// let frozen = env.freeze()?;
    /// let (a, b) = (frozen.slice(a)?, frozen.slice(b)?);
    /// Ok(a.iter().zip(b).map(|(a, b)| a * b).sum())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_ARG_TYPE` for memory that other threads may write, and on OpenHarmony for a handle that has come out of a
    /// scope; `ERR_INVALID_STATE` when the buffer was detached; and as every method of [`Env`].
    pub fn slice<'a, M: Memory<'a>>(&'a self, memory: M) -> Result<&'a [M::Element]> {
        let (start, length) = self.find(memory)?;
        // SAFETY: `find` has found as many aligned elements there, in memory that no other thread sees. No JavaScript runs that
        // could move or write it as long as `self` lives, and `slice_mut` borrows all of that.
        Ok(unsafe { core::slice::from_raw_parts(start.as_ptr(), length) })
    }

    /// The elements, to write. No other memory is lent meanwhile, since it might be the same.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &mut Env<'_>, samples: TypedArray<'_, i16>) -> Result<()> {
    /// env.freeze()?.slice_mut(samples)?.sort_unstable();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`slice`](Self::slice).
    pub fn slice_mut<'a, M: Memory<'a>>(&'a mut self, memory: M) -> Result<&'a mut [M::Element]> {
        let (start, length) = self.find(memory)?;
        // SAFETY: as in `slice`, and as long as the result lives nothing else is lent.
        Ok(unsafe { core::slice::from_raw_parts_mut(start.as_ptr(), length) })
    }

    fn find<'a, M: Memory<'a>>(&self, memory: M) -> Result<(NonNull<M::Element>, usize)> {
        if M::SHARED {
            return Err(shared());
        }
        let place = attached(memory.locate(&Env::mint(*self.entered.instance))?)?;
        if place.shared {
            return Err(shared());
        }
        let length = length::<M::Element>(&place);
        if length == 0 {
            return Ok((NonNull::dangling(), 0));
        }
        match NonNull::new(place.start.cast::<M::Element>()).filter(|start| start.is_aligned()) {
            Some(start) => Ok((start, length)),
            None => Err(Error::new("the host does not show this memory").with_code(code::NODE_API)),
        }
    }
}

#[cold]
fn shared() -> Error {
    wrong_type("memory of one thread", "that of a SharedArrayBuffer, which other threads may write")
}

impl core::fmt::Debug for Frozen<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Frozen").finish_non_exhaustive()
    }
}
