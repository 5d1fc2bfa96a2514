//! The time, as a parameter: in milliseconds, which is what both databases store.

use chrono::{DateTime, SubsecRound, Utc};
use std::sync::Arc;

/// Tells the time; tests hand in their own.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place where the machine's clock is read"
        )]
        Clock(Arc::new(Utc::now))
    }

    /// A clock that asks `now`.
    pub fn of(now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Clock(Arc::new(now))
    }

    pub fn now(&self) -> DateTime<Utc> {
        (self.0)().trunc_subsecs(3)
    }
}
