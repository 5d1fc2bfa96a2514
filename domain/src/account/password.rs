//! Passwords: argon2id, off the threads that answer requests, and never more at once than the machine can bear.

use crate::error::Error;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// How many passwords are hashed at the same time.
const RUNNING: usize = 2;

/// How many more may wait for their turn; whoever comes then is told to try again.
const WAITING: usize = 30;

/// Longer passwords are wrong without being looked at.
const LONGEST_BYTES: usize = 1024;

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl Cost {
    /// What OWASP's cheat sheet on password storage asks for: 19 MiB and two passes, about 20 ms.
    pub const OWASP: Cost = Cost {
        memory_kib: 19 * 1024,
        passes: 2,
    };

    /// As little as argon2 allows: for tests that are not about passwords.
    pub const LEAST: Cost = Cost {
        memory_kib: 8,
        passes: 1,
    };
}

/// Hashes passwords and checks them. Clones share the queue.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    /// Checked where there is no account, so that this takes as long as a wrong password.
    nobody: Arc<str>,
    queue: Arc<Semaphore>,
    running: Arc<Semaphore>,
}

impl Passwords {
    /// Hashes once (see [`Cost`]), to have a hash that no password fits.
    pub fn new(cost: Cost) -> Result<Self, Error> {
        let params = Params::new(cost.memory_kib, cost.passes, 1, None).map_err(failed)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let unknowable: [u8; 32] = aws_lc_rs::rand::generate(&aws_lc_rs::rand::SystemRandom::new())
            .map_err(|_| Error::Internal("no randomness".into()))?
            .expose();
        let nobody = hash(&argon2, &unknowable)?.into();
        Ok(Passwords {
            argon2,
            nobody,
            queue: Arc::new(Semaphore::new(RUNNING + WAITING)),
            running: Arc::new(Semaphore::new(RUNNING)),
        })
    }

    /// The hash to store, with its parameters and a salt of its own.
    ///
    /// `RateLimited` when too many wait already.
    pub async fn hash(&self, password: &str) -> Result<String, Error> {
        let password = password.to_owned();
        self.in_turn(move |argon2| hash(argon2, password.as_bytes())).await?
    }

    /// Whether the password fits the stored hash; never for `None`, which takes just as long.
    ///
    /// `RateLimited` when too many wait already.
    pub async fn fits(&self, stored: Option<&str>, password: &str) -> Result<bool, Error> {
        let stored = stored.filter(|_| password.len() <= LONGEST_BYTES).map(str::to_owned);
        let nobody = self.nobody.clone();
        let mut password = password.to_owned();
        password.truncate(password.floor_char_boundary(LONGEST_BYTES));
        self.in_turn(move |argon2| {
            let against = stored.as_deref().unwrap_or(&nobody);
            argon2.verify_password(password.as_bytes(), against).is_ok() && stored.is_some()
        })
        .await
    }

    /// Both permits travel into the thread: a client that has gone does not make room while the hash still runs.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let place = self
            .queue
            .clone()
            .try_acquire_owned()
            .map_err(|_| Error::RateLimited { retry_after_seconds: 1 })?;
        let turn = self.running.clone().acquire_owned().await.map_err(failed)?;
        let argon2 = self.argon2.clone();
        spawn_blocking(move || {
            let done = work(&argon2);
            drop((turn, place));
            done
        })
        .await
        .map_err(failed)
    }
}

fn hash(argon2: &Argon2<'_>, password: &[u8]) -> Result<String, Error> {
    Ok(argon2.hash_password(password).map_err(failed)?.to_string())
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("password: {error}"))
}
