//! What is written is read, what is broken is refused, and nothing makes the reader panic.

mod broken;
mod fuzz;
mod round_trip;
mod sample;
