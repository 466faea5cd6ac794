//! The queue, the answers and the bounds in every order that threads can take: `cargo sanitize loom`.
//!
//! loom runs each test once per order. What would wait for ever, such as after a lost wake-up, it reports as a deadlock.

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

/// A signal that forgets what it is given while nobody waits.
#[test]
#[should_panic(expected = "deadlock")]
fn loom_finds_a_lost_wake_up() {
    loom::model(|| {
        let signal = Signal::new();
        let giver = Arc::clone(&signal);
        thread::spawn(move || giver.changed.notify_one());
        drop(signal.changed.wait(signal.given.lock().unwrap()));
    });
}

#[test]
fn what_is_pushed_is_taken_in_batches() {
    in_most_orders(|| {
        let mut js = queue();
        let pushers = [pusher(&js, [0, 1]), pusher(&js, [2])];
        let mut taken = Vec::new();
        while taken.len() < 3 {
            taken.extend(js.answer_with_all());
        }
        assert!(pushers.into_iter().all(|pusher| pusher.join().unwrap().is_empty()));
        let place = |item| taken.iter().position(|taken| *taken == item);
        assert!(place(0) < place(1));
        assert_all(taken, 3);
    });
}

#[test]
fn what_is_pushed_is_taken_one_by_one() {
    loom::model(|| {
        let mut js = queue();
        let pusher = pusher(&js, [0, 1, 2]);
        let mut taken = Vec::new();
        while taken.len() < 3 {
            taken.extend(js.answer_with_one());
        }
        assert!(pusher.join().unwrap().is_empty());
        assert_eq!(taken, [0, 1, 2]);
    });
}

#[test]
fn the_bell_is_idle_when_all_was_taken() {
    loom::model(|| {
        let mut js = queue();
        let pusher = pusher(&js, [0, 1]);
        let mut taken = 0;
        while taken < 2 {
            taken += js.answer_with_all().len();
        }
        pusher.join().unwrap();
        assert_eq!(*js.rings.given.lock().unwrap(), 0);
        let idle = js.queue.with_bell(|bell, rung| !rung && !bell.under_way.load(Ordering::Relaxed));
        assert_eq!(idle, Some(true));
        js.queue.push(2).unwrap();
        assert_eq!(js.answer_with_all(), [2]);
    });
}

#[test]
fn items_are_taken_or_refused_or_left_at_the_close() {
    in_most_orders(|| {
        let mut js = queue();
        let pushers = [pusher(&js, [0, 1]), pusher(&js, [2])];
        let mut found: Vec<u32> = core::iter::from_fn(|| js.next()).collect();
        found.extend(js.close());
        assert!(js.queue.is_closed());
        assert_eq!(js.queue.push(3), Err(3));
        for pusher in pushers {
            found.extend(pusher.join().unwrap());
        }
        assert_all(found, 3);
        let (left, bell) = js.queue.close();
        assert!(left.is_empty() && bell.is_none());
    });
}

#[test]
fn a_queue_opens_while_others_push() {
    loom::model(|| {
        let (rings, silenced) = (Signal::new(), Arc::new(AtomicBool::new(false)));
        let mut js = Js { queue: Arc::new(Queue::new()), rings, silenced, batch: VecDeque::new() };
        let pusher = pusher(&js, [0, 1]);
        let bell = TestBell {
            rings: Arc::clone(&js.rings),
            under_way: AtomicBool::new(false),
            silenced: Arc::clone(&js.silenced),
        };
        js.queue.open(bell);
        let mut found = pusher.join().unwrap();
        while found.len() < 2 {
            found.extend(js.answer_with_all());
        }
        assert_all(found, 2);
    });
}

/// As [`Home`](crate::sys::Home) has it: what other threads drop is listed, and the first of it rings.
struct Dropped {
    count: Mutex<usize>,
    some: AtomicBool,
}

impl Dropped {
    fn add(&self, queue: &TestQueue<u32>) {
        let mut count = self.count.lock().unwrap();
        *count += 1;
        let first = !self.some.swap(true, Ordering::Release);
        drop(count);
        if first {
            queue.ring();
        }
    }

    fn take(&self) -> usize {
        if !self.some.load(Ordering::Relaxed) {
            return 0;
        }
        let mut count = self.count.lock().unwrap();
        self.some.store(false, Ordering::Relaxed);
        core::mem::take(&mut count)
    }
}

#[test]
fn a_ring_without_an_item_is_answered() {
    in_most_orders(|| {
        let mut js = queue();
        let dropped = Arc::new(Dropped { count: Mutex::new(0), some: AtomicBool::new(false) });
        let droppers = [(); 2].map(|()| {
            let (dropped, queue) = (Arc::clone(&dropped), Arc::clone(&js.queue));
            thread::spawn(move || dropped.add(&queue))
        });
        let mut deleted = 0;
        while deleted < 2 {
            js.rings.take();
            deleted += dropped.take();
            assert_eq!(js.next(), None);
            // What was dropped since the ring was answered did not ring.
            deleted += dropped.take();
        }
        droppers.into_iter().for_each(|dropper| dropper.join().unwrap());
    });
}

#[test]
fn the_last_handle_is_noticed_between_items() {
    in_most_orders(|| {
        let mut js = queue();
        let (keepers, pusher) = (Arc::new(AtomicUsize::new(1)), pusher(&js, [0]));
        let (handles, queue) = (Arc::clone(&keepers), Arc::clone(&js.queue));
        let handle = thread::spawn(move || {
            handles.fetch_sub(1, Ordering::AcqRel);
            queue.ring();
        });
        let (mut referenced, mut taken) = (true, 0);
        while referenced || taken == 0 {
            js.rings.take();
            loop {
                let found = js.queue.take(&mut js.batch, |bell| {
                    bell.idle();
                    referenced = keepers.load(Ordering::Acquire) > 0;
                });
                taken += js.batch.drain(..).len();
                if found == Taken::Nothing {
                    break;
                }
            }
        }
        assert!(pusher.join().unwrap().is_empty());
        handle.join().unwrap();
    });
}

fn is_closing<T>(result: &Result<T>) -> bool {
    result.as_ref().is_err_and(|error| error.code() == Some(code::CLOSING))
}

#[test]
fn who_waits_gets_the_answer() {
    loom::model(|| {
        let (asker, answer) = question();
        let asked = thread::spawn(move || asker.answer(Ok(7)));
        assert_eq!(answer.wait().unwrap(), 7);
        asked.join().unwrap();
    });
}

#[test]
fn who_waits_is_told_that_nobody_answers() {
    loom::model(|| {
        let (asker, answer) = question::<u32>();
        let asked = thread::spawn(move || drop(asker));
        assert!(is_closing(&answer.wait()));
        asked.join().unwrap();
    });
}

#[test]
fn nobody_need_wait_for_an_answer() {
    loom::model(|| {
        let (asker, answer) = question();
        let value = Arc::new(());
        let (weak, asked) = (Arc::downgrade(&value), thread::spawn(move || asker.answer(Ok(value))));
        drop(answer);
        asked.join().unwrap();
        assert!(weak.upgrade().is_none());
    });
}

/// Polls until it is ready, each time with a waker of its own.
fn block_on<T>(answer: Answer<T>) -> Result<T> {
    let mut answer = pin!(answer);
    loop {
        let signal = Signal::new();
        let waker = Waker::from(Arc::clone(&signal));
        if let Poll::Ready(result) = answer.as_mut().poll(&mut Context::from_waker(&waker)) {
            return result;
        }
        signal.take();
    }
}

#[test]
fn who_awaits_is_woken() {
    loom::model(|| {
        let (asker, answer) = question();
        let asked = thread::spawn(move || asker.answer(Ok(7)));
        assert_eq!(block_on(answer).unwrap(), 7);
        asked.join().unwrap();
    });
}

#[test]
fn who_awaits_is_told_that_nobody_answers() {
    loom::model(|| {
        let (asker, answer) = question::<u32>();
        let asked = thread::spawn(move || drop(asker));
        assert!(is_closing(&block_on(answer)));
        asked.join().unwrap();
    });
}

#[test]
fn the_waker_of_the_last_poll_is_woken() {
    loom::model(|| {
        let (asker, answer) = question();
        let asked = thread::spawn(move || asker.answer(Ok(7)));
        let mut answer = pin!(answer);
        let early = Waker::from(Signal::new());
        match answer.as_mut().poll(&mut Context::from_waker(&early)) {
            Poll::Ready(result) => assert_eq!(result.unwrap(), 7),
            Poll::Pending => {
                let signal = Signal::new();
                let waker = Waker::from(Arc::clone(&signal));
                let mut context = Context::from_waker(&waker);
                if answer.as_mut().poll(&mut context).is_pending() {
                    signal.take();
                    assert!(answer.as_mut().poll(&mut context).is_ready());
                }
            }
        }
        asked.join().unwrap();
    });
}

#[test]
fn a_call_is_answered_or_told_that_the_queue_closes() {
    loom::model(|| {
        let mut js = queue::<Asker<u32>>();
        let queue = Arc::clone(&js.queue);
        let caller = thread::spawn(move || {
            let (asker, answer) = question();
            // Refused, the asker is dropped.
            let refused = queue.push(asker).is_err();
            let result = answer.wait();
            assert!(is_closing(&result) || (!refused && result.is_ok_and(|value| value == 7)));
        });
        if let Some(asker) = js.next() {
            asker.answer(Ok(7));
        }
        drop(js.close());
        caller.join().unwrap();
    });
}

#[test]
fn a_bound_is_never_exceeded_and_everybody_gets_a_place() {
    for limit in [1, 2] {
        in_most_orders(move || {
            let (bound, placed) = (Bound::new(limit), Arc::new(AtomicUsize::new(0)));
            let turn = move |bound: &Arc<Bound>, placed: &AtomicUsize| {
                let place = bound.wait_for_place();
                assert!(placed.fetch_add(1, Ordering::Relaxed) < limit);
                placed.fetch_sub(1, Ordering::Relaxed);
                drop(place);
            };
            let others = [(); 2].map(|()| {
                let (bound, placed) = (Arc::clone(&bound), Arc::clone(&placed));
                thread::spawn(move || turn(&bound, &placed))
            });
            turn(&bound, &placed);
            others.into_iter().for_each(|other| other.join().unwrap());
            let places: Vec<_> = (0..limit).map(|_| bound.try_place()).collect();
            assert!(places.iter().all(Option::is_some) && bound.try_place().is_none());
        });
    }
}

#[test]
fn a_place_is_there_or_not_for_who_does_not_wait() {
    loom::model(|| {
        let bound = Bound::new(1);
        let taken = Arc::new(AtomicBool::new(false));
        let turn = |place: Option<Place>, taken: &AtomicBool| {
            if let Some(place) = place {
                assert!(!taken.swap(true, Ordering::Relaxed));
                taken.store(false, Ordering::Relaxed);
                drop(place);
            }
        };
        let others = [false, true].map(|waits| {
            let (bound, taken) = (Arc::clone(&bound), Arc::clone(&taken));
            thread::spawn(move || {
                turn(if waits { Some(bound.wait_for_place()) } else { bound.try_place() }, &taken);
            })
        });
        turn(bound.try_place(), &taken);
        others.into_iter().for_each(|other| other.join().unwrap());
    });
}

#[test]
fn closing_frees_who_waits_for_a_place() {
    loom::model(|| {
        let (mut js, bound) = (queue::<Place>(), Bound::new(1));
        let callers = [(); 2].map(|()| {
            let (queue, bound) = (Arc::clone(&js.queue), Arc::clone(&bound));
            thread::spawn(move || drop(queue.push(bound.wait_for_place())))
        });
        drop(js.close());
        callers.into_iter().for_each(|caller| caller.join().unwrap());
        assert!(bound.try_place().is_some());
    });
}
