//! The queue, the answers and the bounds in every order that threads can take: `cargo sanitize loom`.
//!
//! loom runs each test once per order. What would wait for ever, such as after a lost wake-up, it reports as a deadlock.

mod answer;
mod bound;
mod queue;

use core::convert::identity;
use core::future::Future;
use core::pin::pin;
use core::sync::atomic::Ordering;
use core::task::{Context, Poll};
use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Wake, Waker};

use loom::sync::atomic::{AtomicBool, AtomicUsize};
use loom::sync::{Condvar, Mutex};
use loom::thread;

use super::answer::{Answer, Asker, question};
use super::bound::{Bound, Place};
use super::queue::{Queue, Ring, Taken};
use crate::error::{Result, code};

/// For three threads that lock often, whose orders are too many: those in which threads are interrupted at most 3 times.
fn in_most_orders(test: impl Fn() + Send + Sync + 'static) {
    let mut model = loom::model::Builder::new();
    model.preemption_bound = Some(3);
    model.check(test);
}

/// What can be waited for.
struct Signal {
    given: Mutex<usize>,
    changed: Condvar,
}

impl Signal {
    fn new() -> Arc<Self> {
        Arc::new(Self { given: Mutex::new(0), changed: Condvar::new() })
    }

    fn give(&self) {
        *self.given.lock().unwrap() += 1;
        self.changed.notify_one();
    }

    fn take(&self) {
        let mut given = self.given.lock().unwrap();
        while *given == 0 {
            given = self.changed.wait(given).unwrap();
        }
        *given -= 1;
    }
}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.give();
    }
}

/// A host's bell: each ring is answered once, and none may come after the host has ended it.
struct TestBell {
    rings: Arc<Signal>,
    /// From a ring until the queue was found empty.
    under_way: AtomicBool,
    silenced: Arc<AtomicBool>,
}

impl TestBell {
    /// What the answering thread does itself, to come back.
    fn ring_again(&self) {
        assert!(self.under_way.load(Ordering::Relaxed));
        self.rings.give();
    }

    fn idle(&self) {
        self.under_way.store(false, Ordering::Relaxed);
    }
}

impl Ring for TestBell {
    fn ring(&self) {
        assert!(!self.silenced.load(Ordering::Relaxed), "the host has ended this bell");
        assert!(!self.under_way.swap(true, Ordering::Relaxed), "one ring is enough");
        self.rings.give();
    }
}

type TestQueue<T> = Queue<T, TestBell>;

impl<T> TestQueue<T> {
    fn push(&self, item: T) -> core::result::Result<(), T> {
        self.push_with(item, identity)
    }
}

/// The JavaScript thread's side of a queue.
struct Js<T> {
    queue: Arc<TestQueue<T>>,
    rings: Arc<Signal>,
    silenced: Arc<AtomicBool>,
    batch: VecDeque<T>,
}

fn queue<T>() -> Js<T> {
    let (rings, silenced) = (Signal::new(), Arc::new(AtomicBool::new(false)));
    let js = Js { queue: Arc::new(Queue::new()), rings, silenced, batch: VecDeque::new() };
    let (rings, silenced) = (Arc::clone(&js.rings), Arc::clone(&js.silenced));
    js.queue.open(TestBell { rings, under_way: AtomicBool::new(false), silenced });
    js
}

impl<T> Js<T> {
    fn has_more(&mut self) -> bool {
        if !self.batch.is_empty() {
            return true;
        }
        self.queue.take(&mut self.batch, TestBell::idle) == Taken::Items
    }

    fn next(&mut self) -> Option<T> {
        if self.has_more() { self.batch.pop_front() } else { None }
    }

    /// As the host's thread: waits for a ring and answers it with all items that there are.
    fn answer_with_all(&mut self) -> Vec<T> {
        self.rings.take();
        let items: Vec<T> = core::iter::from_fn(|| self.next()).collect();
        assert!(!items.is_empty(), "nobody rings for nothing");
        items
    }

    /// As the host's thread: answers a ring with one item, and comes back if there are more.
    fn answer_with_one(&mut self) -> Option<T> {
        self.rings.take();
        let item = self.next();
        if item.is_some() && self.has_more() {
            self.queue.with_bell(|bell, rung| {
                assert!(rung);
                bell.ring_again();
            });
        }
        item
    }

    /// What was left.
    fn close(&mut self) -> Vec<T> {
        let (items, bell) = self.queue.close();
        assert!(bell.is_some());
        self.silenced.store(true, Ordering::Relaxed);
        self.batch.drain(..).chain(items).collect()
    }
}

/// On a thread of its own pushes the items, which must be taken in this order, and gives those that were refused.
fn pusher(js: &Js<u32>, items: impl IntoIterator<Item = u32> + 'static) -> thread::JoinHandle<Vec<u32>> {
    let queue = Arc::clone(&js.queue);
    thread::spawn(move || items.into_iter().filter_map(|item| queue.push(item).err()).collect())
}

fn assert_all(mut found: Vec<u32>, count: u32) {
    found.sort_unstable();
    assert_eq!(found, (0..count).collect::<Vec<_>>());
}

fn is_closing<T>(result: &Result<T>) -> bool {
    result.as_ref().is_err_and(|error| error.code() == Some(code::CLOSING))
}
