//! A host, started with a plan and followed until it ends.

use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::folder::{Event, Folder, VARIABLE};
use super::host::Host;
use super::program::Selected;
use super::report::{Report, Verdict};

/// How long a host may take to start, and to end after the last test.
const AROUND: Duration = Duration::from_secs(60);

/// Runs the tests. After one that ends the host, or hangs, another host goes on with the next.
pub(super) fn run(
    host: &Host,
    library: &Path,
    tests: &[Selected],
    limit: Duration,
    captured: bool,
    report: &mut Report,
) -> Result<(), String> {
    let path = library.with_extension(format!("run-{}", std::process::id()));
    let folder = Folder(path.clone());
    let mut rest = tests;
    let result = loop {
        let session = Session { host, library, folder: &folder, limit, captured };
        match session.run(rest, report) {
            Ok(run) if run < rest.len() => rest = &rest[run..],
            Ok(_) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    // What is left of it does no harm.
    let _ = fs::remove_dir_all(path);
    result
}

struct Session<'a> {
    host: &'a Host,
    library: &'a Path,
    folder: &'a Folder,
    limit: Duration,
    captured: bool,
}

/// What is known of the tests of one host.
struct Progress {
    /// How many have begun.
    begun: usize,
    /// The one that runs, by its index, and where its output begins.
    running: Option<(usize, u64)>,
    /// What the running one waits for.
    waits: Option<String>,
    since: Instant,
    /// Where the output ended when all tests had.
    done: Option<u64>,
}

impl Session<'_> {
    /// Runs the tests up to one that ends the host, or all; how many those are.
    fn run(&self, tests: &[Selected], report: &mut Report) -> Result<usize, String> {
        let mut child = self.start(tests).map_err(|error| format!("the host does not start: {error}"))?;
        let mut events = Events::of(self.folder).map_err(|error| error.to_string())?;
        let mut progress = Progress { begun: 0, running: None, waits: None, since: Instant::now(), done: None };
        let status = loop {
            let ended = child.try_wait().map_err(|error| error.to_string())?;
            // What was written before the end was written before this was asked.
            for event in events.next().map_err(|error| error.to_string())? {
                self.tell(event, tests, &mut progress, report);
            }
            let limit = if progress.running.is_some() { self.limit } else { AROUND };
            match ended {
                Some(status) => break Some(status),
                None if progress.since.elapsed() > limit => break None,
                None => thread::sleep(Duration::from_millis(2)),
            }
        };
        if status.is_none() {
            end(&mut child);
        }
        self.conclude(status, tests, &progress, report)
    }

    fn start(&self, tests: &[Selected]) -> std::io::Result<Child> {
        // What an earlier host has left.
        let _ = fs::remove_dir_all(self.folder.path());
        fs::create_dir_all(self.folder.path())?;
        fs::write(self.folder.plan(), tests.iter().map(|test| test.test.path() + "\n").collect::<String>())?;
        File::create(self.folder.events())?;
        let script = self.folder.path().join("run.cjs");
        fs::write(&script, include_str!("run.cjs"))?;
        let mut command = self.host.command(&script);
        command.env(VARIABLE, self.folder.path()).env("NAPI_CORE_TEST_LIBRARY", self.library);
        // Without it Deno's Node layer starts a script again and again that asks for flags in Node's manner.
        command.env("NODE_SKIP_FLAG_CHECK", "1").stdin(Stdio::null());
        if self.captured {
            let output = File::options().create(true).append(true).open(self.folder.output())?;
            command.stdout(output.try_clone()?).stderr(output);
        }
        command.spawn()
    }

    fn tell(&self, event: Event, tests: &[Selected], progress: &mut Progress, report: &mut Report) {
        progress.since = match event {
            Event::Waits { .. } => progress.since,
            _ => Instant::now(),
        };
        match event {
            Event::Begins { test, at } => {
                progress.begun = test + 1;
                progress.running = Some((test, at));
                progress.waits = None;
                report.name(&tests[test]);
            }
            Event::Waits { why } => progress.waits = Some(why),
            Event::Ends { at, failure } => {
                let Some((test, from)) = progress.running.take() else { return };
                let output = self.output(from, Some(at));
                report.verdict(
                    &tests[test],
                    match failure {
                        None => Verdict::Passed { output },
                        Some(why) => Verdict::Failed { output, why },
                    },
                );
            }
            Event::Done { at } => progress.done = Some(at),
        }
    }

    /// Tells how the host has ended, or, without a status, that it has not.
    fn conclude(
        &self,
        status: Option<ExitStatus>,
        tests: &[Selected],
        progress: &Progress,
        report: &mut Report,
    ) -> Result<usize, String> {
        let how = |what: &str| match status {
            Some(status) => format!("the host ended {what}: {status}"),
            None => format!("the host did not end {what} and was killed"),
        };
        match (progress.running, progress.done) {
            (Some((test, from)), _) => {
                let why = match (status, &progress.waits) {
                    (Some(_), _) => how("in this test"),
                    (None, Some(waits)) => format!("after {} s, {waits}; the host was killed", self.limit.as_secs()),
                    (None, None) => format!("the test ran for {} s, and the host was killed", self.limit.as_secs()),
                };
                report.verdict(&tests[test], Verdict::Failed { output: self.output(from, None), why });
                Ok(progress.begun)
            }
            (None, Some(_)) if status.is_some_and(|status| status.success()) => Ok(tests.len()),
            (None, Some(at)) => {
                report.trouble(&how("after the last test"), self.output(at, None));
                Ok(tests.len())
            }
            (None, None) if progress.begun > 0 => {
                Err(format!("{}\n{}", how("between two tests"), self.output(0, None)))
            }
            (None, None) => Err(format!("{}\n{}", how("before the first test"), self.output(0, None))),
        }
    }

    /// What the host has written from one place to another, or to the end.
    fn output(&self, from: u64, to: Option<u64>) -> String {
        let bytes = fs::read(self.folder.output()).unwrap_or_default();
        let place = |place: u64| usize::try_from(place).map_or(bytes.len(), |place| place.min(bytes.len()));
        let (from, to) = (place(from), to.map_or(bytes.len(), place));
        String::from_utf8_lossy(bytes.get(from..to).unwrap_or_default()).into_owned()
    }
}

/// Ends a host that does not by itself.
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// The file of events, read as it grows.
struct Events {
    path: PathBuf,
    read: u64,
}

impl Events {
    fn of(folder: &Folder) -> std::io::Result<Self> {
        Ok(Self { path: folder.events(), read: 0 })
    }

    /// What was written since, in whole lines.
    fn next(&mut self) -> std::io::Result<Vec<Event>> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(self.read))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        self.read += whole as u64;
        Ok(String::from_utf8_lossy(&bytes[..whole]).lines().filter_map(Event::read).collect())
    }
}
