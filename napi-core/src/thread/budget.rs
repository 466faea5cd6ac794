//! How long items run before the event loop gets its turn.

use core::time::Duration;
use std::time::Instant;

/// Long against the price of a turn (microseconds), short for a timer or a request that waits.
const TURN: Duration = Duration::from_millis(5);

/// The time since the event loop had its turn.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    begun: Instant,
    read: Instant,
    /// Items until the clock is read again.
    unread: u32,
    /// How many there were between the last two readings.
    apart: u32,
}

impl Budget {
    /// Reading the clock costs about half of what a small item does, so that it is not read after each of those.
    const FURTHEST_APART: u32 = 64;
    const QUICK: Duration = Duration::from_micros(10);

    pub(super) fn begin() -> Self {
        let now = Instant::now();
        Self { begun: now, read: now, unread: 1, apart: 1 }
    }

    /// Counts an item that was run. As long as the items of a reading are quick the next one comes twice as late.
    pub(super) fn is_spent(&mut self) -> bool {
        self.unread -= 1;
        if self.unread > 0 {
            return false;
        }
        let now = Instant::now();
        let quick = now - self.read < Self::QUICK * self.apart;
        self.apart = if quick { (self.apart * 2).min(Self::FURTHEST_APART) } else { 1 };
        (self.read, self.unread) = (now, self.apart);
        now - self.begun >= TURN
    }
}
