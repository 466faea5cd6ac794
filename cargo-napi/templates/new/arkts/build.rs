//! OpenHarmony knows a library by its SONAME, which rustc does not give and a dependency cannot. Other hosts need no `build.rs`.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|found| found == "ohos") {
        let name = env!("CARGO_PKG_NAME").replace('-', "_");
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,lib{name}.so");
    }
}
