//! `cargo napi`.

mod types;

use clap::Parser;

#[derive(Parser)]
enum Command {
    /// Write the declarations of a library's exports
    Types(types::Args),
}

fn main() -> anyhow::Result<std::process::ExitCode> {
    let _ = (types::declarations, types::exports);
    let Command::Types(args) = Command::parse();
    types::run(args)
}
