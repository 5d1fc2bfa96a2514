//! What every test stands on: a database of its own, on the database the run is about, and a clock that it turns.

#[cfg(feature = "planted")]
mod app;
mod clock;
mod database;
mod dump;
pub mod oracle;
mod postgresql;
mod sqlite;

#[cfg(feature = "planted")]
pub use app::{PASSWORD, Reply, TestApp};
pub use clock::TestClock;
pub use database::{Backend, TestDb, backend};
pub use dump::{dump, query};
