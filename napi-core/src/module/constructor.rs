//! Registration by the library's constructor.
//!
//! OpenHarmony finds modules in no other way. Node and its kin find the symbol that `#[module]` exports, and there a
//! constructor would do harm: a module it registers is held to Node-API 8 (Node 18 to 26, Bun 1.4), and a library that stays
//! mapped does not load again, because its constructor does not run again.

use std::ffi::CString;

use super::section;
use crate::sys;

#[used]
#[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__mod_init_func"))]
#[cfg_attr(windows, unsafe(link_section = ".CRT$XCU"))]
#[cfg_attr(not(any(target_vendor = "apple", windows)), unsafe(link_section = ".init_array"))]
static CONSTRUCTOR: extern "C" fn() = construct;

/// Runs when the library is loaded; also in a test binary, where there is no host.
extern "C" fn construct() {
    let Some(module) = section::module() else { return };
    let wanted = module.by_constructor || sys::OHOS;
    if !wanted || sys::load().is_err() {
        return;
    }
    // A NUL cannot stand in the name of a file, and so not in that of a library.
    let Ok(name) = CString::new(module.name) else { return };
    sys::register_module(name, module.register);
}
