//! Tries that come back one after another, for each of many keys (the generic cell rate algorithm).

use std::collections::HashMap;
use std::time::Duration;

/// Beyond so many keys nobody new may try: whoever has so many addresses is not signing in.
const TOO_MANY: usize = 100_000;

/// What a new key is told then, in milliseconds.
const COME_BACK_MS: i64 = 30_000;

/// Several tries at once, and then one for each `every`. Times are in milliseconds since 1970.
pub(super) struct Buckets {
    burst: i64,
    every: i64,
    /// When all tries of a key will have come back.
    whole_again: HashMap<u64, i64>,
}

impl Buckets {
    pub fn new(burst: u32, every: Duration) -> Self {
        Buckets {
            burst: burst.into(),
            every: i64::try_from(every.as_millis()).unwrap_or(i64::MAX),
            whole_again: HashMap::new(),
        }
    }

    /// Takes a try, or tells how long until there is one again.
    pub fn take(&mut self, key: u64, now: i64) -> Result<(), i64> {
        let known = self.whole_again.get(&key).copied();
        if known.is_none() && self.whole_again.len() >= TOO_MANY {
            return Err(COME_BACK_MS);
        }
        let whole_again = known.unwrap_or(now).max(now);
        let wait = whole_again - now - (self.burst - 1) * self.every;
        if wait > 0 {
            return Err(wait);
        }
        self.whole_again.insert(key, whole_again + self.every);
        Ok(())
    }

    pub fn give_back(&mut self, key: u64) {
        if let Some(whole_again) = self.whole_again.get_mut(&key) {
            *whole_again -= self.every;
        }
    }

    /// Forgets those that have all their tries, which are as good as new.
    pub fn sweep(&mut self, now: i64) {
        self.whole_again.retain(|_, whole_again| *whole_again > now);
    }
}
