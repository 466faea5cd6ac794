//! Inside of the host: runs the tests that the program has planned, and writes down what happens.

use std::cell::{Cell, RefCell};
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::rc::Rc;

use super::exports;
use super::folder::{self, Event, Folder};
use super::leaks::{self, Before};
use crate::env::{Env, InstancePtr};
use crate::error::{Error, Result, catch};
use crate::module::{Test, tests};
use crate::scope::{Frame, Own, settle};
use crate::sys::{OHOS, RawValue};
use crate::value::Object;

/// The property of the global object under which the script finds the tests, and takes them away.
const NAME: &str = "napi-core tests";

/// Offers the tests to the script that a program has started the host with; other hosts see nothing of them.
pub(crate) fn offer(instance: InstancePtr, exports: RawValue) -> Result<()> {
    let Some(folder) = folder::of_this_host() else { return Ok(()) };
    let run = Rc::new(Run::planned(folder)?);
    let frame = Frame::open(instance, Own::Plain)?;
    let env = frame.env();
    exports::keep(&env, exports)?;
    let object = env.object()?;
    object.set(&env, "count", run.tests.len() as u32)?;
    run.methods(&env, object)?;
    env.global()?.set(&env, NAME, object)
}

/// Prints why the library does not load, for hosts that drop it. Only in a host that a program has started, as `offer`.
pub(crate) fn not_loaded(error: &Error) {
    if !OHOS && folder::of_this_host().is_some() {
        eprintln!("napi-core: the module was not initialized: {}", error.with_class());
    }
}

/// The tests of one host.
struct Run {
    folder: Folder,
    events: RefCell<File>,
    tests: Vec<Test>,
    running: Cell<Option<Running>>,
    failure: RefCell<Option<String>>,
    /// What it waited for when it was asked last.
    waits: RefCell<Option<String>>,
}

/// The test that has begun last.
#[derive(Clone, Copy)]
struct Running {
    test: Test,
    before: Before,
}

impl Run {
    fn planned(folder: Folder) -> Result<Self> {
        let all = tests()?;
        let plan = fs::read_to_string(folder.plan())?;
        let find = |name: &str| {
            let found = all.iter().find(|test| test.path() == name).copied();
            found.ok_or_else(|| {
                Error::new(format!(
                    "the library that was built for this host has no test `{name}`: \
                     it depends on a `cfg` that differs between the host and the program which runs the tests"
                ))
            })
        };
        let tests = plan.lines().map(find).collect::<Result<_>>()?;
        let events = RefCell::new(OpenOptions::new().append(true).open(folder.events())?);
        Ok(Self {
            folder,
            events,
            tests,
            running: Cell::new(None),
            failure: RefCell::default(),
            waits: RefCell::default(),
        })
    }

    /// What the script calls.
    fn methods(self: &Rc<Self>, env: &Env<'_>, object: Object<'_>) -> Result<()> {
        let run = Rc::clone(self);
        let begin = env.function::<(u32,), ()>("begin", move |env, (index,)| run.begin(env, index))?;
        object.set(env, "begin", begin)?;
        let run = Rc::clone(self);
        object.set(env, "isBusy", env.function::<(), bool>("isBusy", move |env, ()| run.is_busy(env))?)?;
        let run = Rc::clone(self);
        object.set(env, "leaks", env.function::<(), bool>("leaks", move |env, ()| run.leaks(env))?)?;
        let run = Rc::clone(self);
        object.set(env, "end", env.function::<(), ()>("end", move |env, ()| run.end(env))?)?;
        let run = Rc::clone(self);
        let blame = env.function::<(String,), ()>("blame", move |_env, (text,)| {
            run.fail(format!("an exception that nobody caught: {text}"));
            Ok(())
        })?;
        object.set(env, "blame", blame)?;
        let run = Rc::clone(self);
        let done = env.function::<(), ()>("done", move |_env, ()| run.tell(&Event::Done { at: run.position() }))?;
        object.set(env, "done", done)
    }

    /// Runs the body of a test.
    fn begin(&self, env: &mut Env<'_>, index: u32) -> Result<()> {
        let index = index as usize;
        let test = self.tests[index];
        self.running.set(Some(Running { test, before: Before::of(env)? }));
        self.failure.take();
        self.waits.take();
        self.tell(&Event::Begins { test: index, at: self.position() })?;
        let (outcome, scopes) = call(env, test)?;
        if let Some(why) = why_failed(test, outcome).or_else(|| leaks::scopes(scopes)) {
            self.fail(why);
        }
        Ok(())
    }

    /// Whether something of the running test is under way.
    fn is_busy(&self, env: &Env<'_>) -> Result<bool> {
        let Some(Running { test, before }) = self.running.get() else { return Ok(false) };
        let Some(why) = before.waits_for(env, test.keeps_references)? else { return Ok(false) };
        if self.waits.borrow().as_ref() != Some(&why) {
            self.tell(&Event::Waits { why: why.clone() })?;
            self.waits.replace(Some(why));
        }
        Ok(true)
    }

    /// Whether the running test would fail for what it leaves: a collection may take that away.
    fn leaks(&self, env: &Env<'_>) -> Result<bool> {
        let Some(Running { test, before }) = self.running.get() else { return Ok(false) };
        Ok(!test.keeps_references && before.references_left(env) > 0)
    }

    /// The test is over.
    fn end(&self, env: &Env<'_>) -> Result<()> {
        let Some(Running { test, before }) = self.running.take() else { return Ok(()) };
        if let (false, Some(why)) = (test.keeps_references, leaks::references(before.references_left(env))) {
            self.fail(why);
        }
        let failure = self.failure.take();
        self.tell(&Event::Ends { at: self.position(), failure })
    }

    /// The first failure is the reason of the others.
    fn fail(&self, why: String) {
        self.failure.borrow_mut().get_or_insert(why);
    }

    fn tell(&self, event: &Event) -> Result<()> {
        Ok(self.events.borrow_mut().write_all(event.line().as_bytes())?)
    }

    /// How long the host's output is by now; 0 if it is not kept.
    fn position(&self) -> u64 {
        // The library has a standard library, and buffers, of its own.
        let _ = std::io::stdout().flush();
        fs::metadata(self.folder.output()).map_or(0, |output| output.len())
    }
}

/// What a test did: `Err` is a panic.
type Outcome = Result<Result<()>, Error>;

/// Calls the test in a scope of its own. Tells what it did, and how many scopes it left open.
fn call(env: &Env<'_>, test: Test) -> Result<(Outcome, u32)> {
    let instance = env.instance();
    let frame = Frame::open(instance, Own::Plain)?;
    let depth = instance.depth();
    let outcome = catch(|| (test.run)(&mut frame.env()));
    let scopes = instance.depth() - depth;
    // Made now, in the innermost scope that is open.
    let outcome = outcome.map(|result| settle(&frame.env(), result));
    Ok((outcome, scopes))
}

fn why_failed(test: Test, outcome: Outcome) -> Option<String> {
    match (outcome, test.panics) {
        (Ok(Ok(())), None) => None,
        (Ok(Ok(())), Some(_)) => Some("the test did not panic as expected".to_owned()),
        (Ok(Err(error)), _) => Some(error.with_class()),
        (Err(panic), Some(expected)) if panic.message().contains(expected) => None,
        (Err(panic), Some(expected)) => Some(format!(
            "the panic did not contain the expected text\n   panic: {:?}\nexpected: {expected:?}",
            panic.message()
        )),
        // What the panic said stands in the output.
        (Err(_), None) => Some("the test panicked".to_owned()),
    }
}
