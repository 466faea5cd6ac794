//! Nothing is lost, and the bell is rung when it has to be.

use super::*;

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
        assert_eq!(js.queue.push_with("parts", |_| unreachable!("the queue is closed")), Err("parts"));
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
