//! Verbund's domain: what can be read, by whom, and what can be done. The only crate that reaches the database.

pub mod access;
pub mod account;
pub mod clock;
pub mod db;
pub mod error;
pub mod values;
pub mod problems;
pub mod session;
pub mod viewer;
