//! What the tables of imports are written with in assembly.

// The version is in the symbol, so that two versions of this crate in one library each have their own table.
#[cfg(all(unix, not(target_vendor = "apple")))]
macro_rules! table_symbol {
    ($name:literal) => {
        concat!(
            $name,
            env!("CARGO_PKG_VERSION_MAJOR"),
            "_",
            env!("CARGO_PKG_VERSION_MINOR"),
            "_",
            env!("CARGO_PKG_VERSION_PATCH")
        )
    };
}

#[cfg(all(unix, not(target_vendor = "apple"), target_pointer_width = "64"))]
macro_rules! pointer_directive {
    () => {
        ".quad"
    };
}
#[cfg(all(unix, not(target_vendor = "apple"), target_pointer_width = "32"))]
macro_rules! pointer_directive {
    () => {
        ".long"
    };
}
#[cfg(all(unix, not(target_vendor = "apple"), target_pointer_width = "64"))]
macro_rules! pointer_bytes {
    () => {
        "8"
    };
}
#[cfg(all(unix, not(target_vendor = "apple"), target_pointer_width = "32"))]
macro_rules! pointer_bytes {
    () => {
        "4"
    };
}
