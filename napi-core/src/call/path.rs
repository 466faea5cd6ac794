//! `&Path` and `&OsStr` parameters: text of the system, in an allocation of the call's own.

use core::marker::PhantomData;
use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::argument::{Argument, Lend, Optional, prepare_optional};
use super::incoming::Incoming;
use crate::convert::FromJs;
use crate::error::Result;

/// Text of the system between the two phases, which is lent as a `T`.
pub struct SystemText<T: ?Sized>(PhantomData<T>);

impl<T: ?Sized + 'static> Lend for SystemText<T>
where
    OsStr: AsRef<T>,
{
    type Storage = Option<OsString>;
    type Lent<'a> = &'a T;
    const EMPTY: Option<OsString> = None;

    fn lend(storage: &mut Option<OsString>) -> &T {
        storage.get_or_insert_default().as_os_str().as_ref()
    }
}

macro_rules! lent {
    ($($text:ty),*) => {$(
        impl<'s> Argument<'s> for &$text {
            type Slot = SystemText<$text>;

            fn prepare(incoming: &Incoming<'_, 's>, storage: &mut Option<OsString>) -> Result<()> {
                *storage = Some(OsString::from_js(incoming.env, incoming.value()?)?);
                Ok(())
            }
        }

        impl<'s> Argument<'s> for Option<&$text> {
            type Slot = Optional<SystemText<$text>>;

            fn prepare(incoming: &Incoming<'_, 's>, storage: &mut (bool, Option<OsString>)) -> Result<()> {
                prepare_optional::<&$text>(incoming, storage)
            }
        }
    )*};
}
lent!(OsStr, Path);
