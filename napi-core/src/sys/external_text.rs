//! Strings whose text stays in memory of ours.

use core::ffi::{c_char, c_void};
use core::ptr::NonNull;

use super::abi::status;
use super::host::{Failure, Host, RawValue, answered, call_name, checked};
use super::imports::optional_import;
use super::references::{Finalizer, lower};

macro_rules! external_texts {
    ($($(#[$meta:meta])* $name:ident: $unit:ty, $host:ty as $call:ident;)*) => {$(
        $(#[$meta])*
        ///
        /// A host that refuses has not called the finalizer, and will not. One that copies the text calls it at once.
        ///
        /// # Safety
        /// The text stays as it is until `finalizer` is called with `hint`.
        pub(crate) unsafe fn $name(
            &self,
            text: NonNull<[$unit]>,
            finalizer: Finalizer,
            hint: NonNull<c_void>,
        ) -> Result<RawValue, Failure> {
            let name = call_name!($call);
            let Some(create) = optional_import!($call) else {
                return Err(Failure { call: name, status: status::GENERIC_FAILURE });
            };
            let (mut string, mut copied) = (core::ptr::null_mut(), false);
            let (start, length) = (text.cast::<$host>().as_ptr(), text.len());
            // SAFETY: env; the caller keeps the text; `string` and `copied` are writable for the call.
            let answer = unsafe {
                create(self.0, start, length, lower(finalizer), hint.as_ptr(), &raw mut string, &raw mut copied)
            };
            checked(self, name, answer)?;
            answered(name, string)
        }
    )*};
}

impl Host {
    /// Whether the host keeps such texts, and gives each back. OpenHarmony (all API levels so far) has other functions for it;
    /// Bun (1.4) forgets the finalizers of strings that are alive when a worker ends. May run JavaScript.
    pub(crate) fn keeps_texts(&self) -> bool {
        optional_import!(node_api_create_external_string_latin1).is_some()
            && optional_import!(node_api_create_external_string_utf16).is_some()
            && !self.is_bun()
    }

    external_texts! {
        /// Makes a string of Latin-1 that the host may leave where it is.
        external_latin1: u8, c_char as node_api_create_external_string_latin1;
        /// The same of UTF-16.
        external_utf16: u16, u16 as node_api_create_external_string_utf16;
    }
}
