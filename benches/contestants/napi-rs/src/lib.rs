//! The functions of the contest, as the documentation of napi-rs teaches.

mod boxes;
mod buffers;
mod classes;
mod data;
mod plain;
mod structs;
mod threads;
