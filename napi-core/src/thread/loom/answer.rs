//! Whoever waits is told.

use super::*;

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
