//! The section into which the linker collects what the attributes left, from every crate of the library.
//!
//! Its elements are `&'static Export`. This crate adds one that says nothing, so that the section is always there; it is a
//! reference like the others, because linkers keep elements without relocations apart (mold 1.10 makes a second section).

use super::export::{Export, Item, ModuleItem, Version};
use crate::error::{Error, ErrorType, Result};

type Element = Option<&'static Export>;

#[used]
#[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__napi_exports"))]
#[cfg_attr(windows, unsafe(link_section = ".napix$b"))]
#[cfg_attr(not(any(target_vendor = "apple", windows)), unsafe(link_section = "napi_exports"))]
static NOTHING: &Export = &Export::nothing();

#[cfg(not(windows))]
mod bounds {
    use super::Element;

    unsafe extern "C" {
        #[cfg_attr(target_vendor = "apple", link_name = "\x01section$start$__DATA$__napi_exports")]
        #[cfg_attr(not(target_vendor = "apple"), link_name = "__start_napi_exports")]
        static START: [u8; 0];
        #[cfg_attr(target_vendor = "apple", link_name = "\x01section$end$__DATA$__napi_exports")]
        #[cfg_attr(not(target_vendor = "apple"), link_name = "__stop_napi_exports")]
        static STOP: [u8; 0];
    }

    pub(super) fn start() -> *const Element {
        (&raw const START).cast()
    }

    pub(super) fn stop() -> *const Element {
        (&raw const STOP).cast()
    }
}

/// Windows' linker sorts the parts of a section by what stands behind the `$`.
#[cfg(windows)]
mod bounds {
    use super::Element;

    #[used]
    #[unsafe(link_section = ".napix$a")]
    static START: Element = None;
    #[used]
    #[unsafe(link_section = ".napix$c")]
    static STOP: Element = None;

    pub(super) fn start() -> *const Element {
        &raw const START
    }

    pub(super) fn stop() -> *const Element {
        &raw const STOP
    }
}

/// Everything in the section, of whatever version.
fn all() -> impl Iterator<Item = &'static Export> {
    let (start, stop) = (bounds::start(), bounds::stop());
    let count = (stop.addr() - start.addr()) / size_of::<Element>();
    (0..count).filter_map(move |index| {
        // SAFETY: the linker lays the elements of the section out one behind the other, from `start` to `stop`.
        let element = unsafe { start.add(index) };
        // SAFETY: only this crate's attributes write to the section, and they write `&'static Export`; padding, which
        // Windows' linker may insert, is zero, and that is `None`.
        unsafe { element.read_volatile() }
    })
}

/// The exports of the library; an error if some were made with another version of this crate.
pub(super) fn exports() -> Result<impl Iterator<Item = &'static Export>> {
    match all().find(|export| export.version() != Version::OURS) {
        None => Ok(all()),
        Some(other) => Err(Error::new(format!(
            "this library contains exports of two versions of napi-core, {} and {}: make all crates in it use one",
            Version::OURS,
            other.version()
        ))),
    }
}

/// The module of the library, if it was made with this version of the crate.
pub(super) fn module() -> Option<ModuleItem> {
    all().filter(|export| export.version() == Version::OURS).find_map(|export| match export.item {
        Item::Module(module) => Some(module),
        _ => None,
    })
}

/// The types that derive `JsError`, with this version of the crate.
pub(crate) fn error_types() -> impl Iterator<Item = ErrorType> {
    all().filter(|export| export.version() == Version::OURS).filter_map(|export| match export.item {
        Item::Errors(ty) => Some(ty),
        _ => None,
    })
}
