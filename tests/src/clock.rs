//! A clock that stands still until the test turns it.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use verbund_domain::clock::Clock;

/// Clones show the same time.
#[derive(Clone)]
pub struct TestClock(Arc<AtomicI64>);

impl TestClock {
    /// Monday, 2 November 2026, nine o'clock UTC (ten in Hagen).
    pub fn new() -> TestClock {
        TestClock::at("2026-11-02T09:00:00Z")
    }

    /// The clock shows `time`, in RFC 3339.
    pub fn at(time: &str) -> TestClock {
        let time = DateTime::parse_from_rfc3339(time).expect("a time in RFC 3339");
        TestClock(Arc::new(AtomicI64::new(time.timestamp_millis())))
    }

    pub fn now(&self) -> DateTime<Utc> {
        Utc.timestamp_millis_opt(self.0.load(Ordering::SeqCst))
            .single()
            .expect("a time that exists")
    }

    /// Turns the clock forward, or back by a negative `time`.
    pub fn turn(&self, time: TimeDelta) {
        self.0.fetch_add(time.num_milliseconds(), Ordering::SeqCst);
    }

    /// The same clock as the domain asks it.
    pub fn clock(&self) -> Clock {
        let clock = self.clone();
        Clock::of(move || clock.now())
    }
}

impl Default for TestClock {
    fn default() -> Self {
        TestClock::new()
    }
}
