//! The limit holds, and nobody waits for ever.

use super::*;

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
