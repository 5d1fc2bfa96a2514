//! All tests from outside, as one program: one thing to link.

mod gate;
mod http;
mod migrations;
mod opening;
mod structure;
mod values;
