//! `cargo demo`: builds the example addons and shows what JavaScript sees of them.

use std::process::ExitCode;
use std::time::Duration;

use harness::{Build, Host, finish, workspace};

fn main() -> ExitCode {
    finish(demo())
}

fn demo() -> Result<(), String> {
    let mut host = Host::from_env()?;
    host.limit = Duration::from_secs(60);
    let build = Build::like_this();
    for example in ["hello", "lifecycle", "queue-work"] {
        build.addon(example)?;
        println!("== examples/{example} in {}", host.label());
        let script = workspace().join("examples").join(example).join("demo.js");
        print!("{}", host.run(&script, &build)?.success(example)?);
    }
    Ok(())
}
