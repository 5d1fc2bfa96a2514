//! All tests from outside, as one program: one thing to link.

mod accounts;
mod config;
mod gate;
mod http;
mod keys;
mod migrations;
mod migrations;
mod throttle;
mod tokens;
mod values;
