use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::workspace::Workspace;

/// Ends the command with the test, however that ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_change_is_built_and_an_error_does_not_end_it() {
    let workspace = Workspace::new("watch");
    let addon = workspace.addon("watch-changes");
    let command = "node -p \"require('.').greet('Ada')\" >> greetings.txt";
    let mut watch = workspace.napi(&addon.folder, &["watch", "--exec", command]);
    let log = std::fs::File::create(workspace.path("log")).expect("a file");
    watch.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
    let mut watch = Running(watch.spawn().expect("cargo napi"));
    let log = || workspace.read("log");
    let greetings = || std::fs::read_to_string(addon.path("greetings.txt")).unwrap_or_default();

    until(&log, || greetings() == "Hello, Ada!\n" && waits(&log()) == 1);
    let source = addon.read("src/lib.rs");
    addon.write("src/lib.rs", "fn broken( {}\n");
    until(&log, || log().contains("error: watch-changes was not built") && waits(&log()) == 2);
    addon.write("src/lib.rs", &source.replace("Hello", "Goodbye"));
    until(&log, || greetings() == "Hello, Ada!\nGoodbye, Ada!\n" && waits(&log()) == 3);
    // Neither what it has written itself nor what is no source starts a build.
    addon.write("README.md", "# watched\n");
    thread::sleep(Duration::from_secs(1));
    assert_eq!(waits(&log()), 3, "{}", log());
    assert!(watch.0.try_wait().expect("a child").is_none(), "it ended:\n{}", log());
}

/// How many builds are over.
fn waits(log: &str) -> usize {
    log.matches("Waiting for changes").count()
}

fn until(log: &impl Fn() -> String, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(120), "it never came to it:\n{}", log());
        thread::sleep(Duration::from_millis(50));
    }
}
