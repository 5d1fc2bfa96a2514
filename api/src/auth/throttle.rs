//! How often signing in may be tried. Only what was wrong counts in the end: the right password gives its try back.

use super::bucket::Buckets;
use std::hash::{BuildHasher, Hash, RandomState};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use verbund_domain::account::email_key;
use verbund_domain::clock::Clock;
use verbund_domain::error::Error;

/// How often, in milliseconds, the keys that have recovered are forgotten: going through all of them takes a moment.
const SWEEP_MS: i64 = 10_000;

/// Three bounds, each for what the others cannot hold:
///
/// * an account from one address: five tries at once, then one in 30 seconds. Whoever guesses locks out only themselves;
/// * an address: twenty, then one in 3 seconds, whichever accounts are tried;
/// * an account from everywhere: a hundred, then one in 10 seconds, which bounds those who guess from many addresses.
pub struct Throttle {
    clock: Clock,
    hasher: RandomState,
    counted: Mutex<Counted>,
}

struct Counted {
    /// In the order of [`Attempt`].
    buckets: [Buckets; 3],
    swept: i64,
}

/// A try that was counted, by its keys. They are hashed, so that a long address takes no more memory than a short one.
#[derive(Clone, Copy)]
pub struct Attempt([Option<u64>; 3]);

impl Throttle {
    pub fn new(clock: Clock) -> Self {
        let pair = Buckets::new(5, Duration::from_secs(30));
        let address = Buckets::new(20, Duration::from_secs(3));
        let account = Buckets::new(100, Duration::from_secs(10));
        Throttle {
            clock,
            hasher: RandomState::new(),
            counted: Mutex::new(Counted {
                buckets: [pair, address, account],
                swept: 0,
            }),
        }
    }

    /// Counts one try; `RateLimited`, and nothing counted, when there were too many. Whether there is such an account
    /// plays no part.
    pub fn try_once(&self, email: &str, address: Option<IpAddr>) -> Result<Attempt, Error> {
        let now = self.clock.now().timestamp_millis();
        let (account, network) = (email_key(email), address.map(network_of));
        let attempt = Attempt([
            Some(self.key((&account, network))),
            network.map(|network| self.key(network)),
            Some(self.key(account)),
        ]);
        let mut counted = self.counted();
        counted.sweep(now);
        counted.take(attempt, now).map_err(|wait| Error::RateLimited {
            retry_after_seconds: u64::try_from(wait).unwrap_or_default().div_ceil(1000),
        })?;
        Ok(attempt)
    }

    /// The try was no guess.
    pub fn give_back(&self, attempt: Attempt) {
        self.counted().give_back(attempt, 3);
    }

    fn key(&self, of: impl Hash) -> u64 {
        self.hasher.hash_one(of)
    }

    fn counted(&self) -> MutexGuard<'_, Counted> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counted {
    /// One of each, or none.
    fn take(&mut self, Attempt(keys): Attempt, now: i64) -> Result<(), i64> {
        for (place, key) in keys.into_iter().enumerate() {
            let Some(key) = key else { continue };
            if let Err(wait) = self.buckets[place].take(key, now) {
                self.give_back(Attempt(keys), place);
                return Err(wait);
            }
        }
        Ok(())
    }

    /// From the first so many.
    fn give_back(&mut self, Attempt(keys): Attempt, first: usize) {
        for (bucket, key) in self.buckets.iter_mut().zip(keys).take(first) {
            if let Some(key) = key {
                bucket.give_back(key);
            }
        }
    }

    fn sweep(&mut self, now: i64) {
        if now.saturating_sub(self.swept) >= SWEEP_MS {
            self.swept = now;
            self.buckets.iter_mut().for_each(|bucket| bucket.sweep(now));
        }
    }
}

/// Whoever has one IPv6 address has at least 2^64 of them, at home 2^72: those are one.
fn network_of(address: IpAddr) -> [u8; 16] {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_ipv6_mapped().octets(),
        IpAddr::V6(address) => {
            let mut octets = address.octets();
            octets[7..].fill(0);
            octets
        }
    }
}
