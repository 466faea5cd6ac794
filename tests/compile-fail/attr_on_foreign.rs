use napi_core::prelude::*;

unsafe extern "C" {
    #[export]
    fn abs(number: i32) -> i32;
}

fn absolute(number: i32) -> i32 {
    unsafe { abs(number) }
}
//~ no twin: the twins forbid unsafe code, and so a block of foreign functions

fn main() {}
