//! How often signing in may be tried: by account and by address.

use governor::clock::Clock as GovernorClock;
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::hash::{BuildHasher, Hash, RandomState};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};
use std::time::Duration;
use verbund_domain::account::email_key;
use verbund_domain::clock::Clock;
use verbund_domain::error::Error;

/// How often, in milliseconds, the keys that have recovered are forgotten: going through all of them takes a moment.
const SWEEP_MS: i64 = 10_000;

/// Beyond so many keys nobody new may try: whoever has so many addresses is not signing in.
const TOO_MANY: usize = 100_000;

/// An account: five tries at once, then one in 30 seconds. An address: twenty, then one in 3 seconds.
pub struct Throttle {
    clock: Clock,
    hasher: RandomState,
    accounts: Limiter,
    addresses: Limiter,
    swept_ms: AtomicI64,
}

type Limiter = RateLimiter<u64, DashMapStateStore<u64>, Turned, NoOpMiddleware<Duration>>;

impl Throttle {
    pub fn new(clock: Clock) -> Self {
        Throttle {
            accounts: limiter(5, Duration::from_secs(30), &clock),
            addresses: limiter(20, Duration::from_secs(3), &clock),
            hasher: RandomState::new(),
            swept_ms: AtomicI64::new(0),
            clock,
        }
    }

    /// Counts one try; `RateLimited` when there were too many. Whether there is such an account plays no part.
    pub fn try_once(&self, email: &str, address: Option<IpAddr>) -> Result<(), Error> {
        self.sweep();
        if let Some(address) = address {
            self.count(&self.addresses, network_of(address))?;
        }
        self.count(&self.accounts, email_key(email))
    }

    fn sweep(&self) {
        let now = self.clock.now().timestamp_millis();
        let swept = self.swept_ms.load(Relaxed);
        let due = now.saturating_sub(swept) >= SWEEP_MS;
        // Of many that come at once, one sweeps.
        if due && self.swept_ms.compare_exchange(swept, now, Relaxed, Relaxed).is_ok() {
            self.accounts.retain_recent();
            self.addresses.retain_recent();
        }
    }

    /// Keys are hashed, so that a long address takes no more memory than a short one.
    fn count(&self, limiter: &Limiter, key: impl Hash) -> Result<(), Error> {
        if limiter.len() > TOO_MANY {
            return Err(Error::RateLimited {
                retry_after_seconds: 30,
            });
        }
        limiter.check_key(&self.hasher.hash_one(key)).map_err(|refused| {
            let wait = refused.wait_time_from(Turned(self.clock.clone()).now());
            Error::RateLimited {
                retry_after_seconds: wait.as_secs() + u64::from(wait.subsec_nanos() > 0),
            }
        })
    }
}

/// Whoever has one IPv6 address has 2^72 of them.
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

fn limiter(burst: u32, every: Duration, clock: &Clock) -> Limiter {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::with_period(every)
        .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
        .allow_burst(burst);
    RateLimiter::new(quota, DashMapStateStore::default(), Turned(clock.clone()))
}

/// The project's clock as governor wants it: time since 1970.
#[derive(Clone)]
struct Turned(Clock);

impl GovernorClock for Turned {
    type Instant = Duration;

    fn now(&self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.now().timestamp_millis()).unwrap_or_default())
    }
}
