//! The program `cargo napi`, as its users run it.

mod build;
mod doctor;
mod expand;
mod new;
mod openharmony;
mod package;
mod usage;
mod watch;
mod workspace;
