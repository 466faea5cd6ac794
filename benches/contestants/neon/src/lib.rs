//! The functions of the contest, as the documentation of neon teaches.

mod boxes;
mod buffers;
mod data;
mod plain;
mod structs;
mod threads;
