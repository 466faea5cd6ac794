//! A library with a type record as the attributes leave it, and without all that only the platform's own SDK could link.

#![no_std]

use napi_core_meta::term::tag;
use napi_core_meta::{Kind, Record};

const TEXT: &str = "name add\nparam a\nreturns\nsite 1 1 1 1 formats/src/lib.rs\n";

#[used]
#[cfg_attr(target_vendor = "apple", unsafe(link_section = "__TEXT,__napi_types"))]
#[cfg_attr(windows, unsafe(link_section = ".napityp"))]
#[cfg_attr(not(any(target_vendor = "apple", windows)), unsafe(link_section = ".napi_types"))]
static NAPI_TYPES: Record<[u8; 2], { TEXT.len() }> = Record::new(Kind::Function, TEXT, [tag::F64, tag::STRING]);

/// So that the library exports something.
#[unsafe(no_mangle)]
pub extern "C" fn something() -> i32 {
    7
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
