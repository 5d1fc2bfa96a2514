//! All tests from outside, as one program: one thing to link.

mod accounts;
mod asking;
mod attempt;
mod config;
mod demo;
mod engine;
mod facts;
mod gate;
mod http;
mod in_charge;
mod keys;
mod matrix;
mod migrations;
mod never;
mod opening;
mod roots;
mod schema;
mod signing_in;
mod small_world;
mod structure;
mod throttle;
mod tokens;
mod values;
mod visibility;
mod worlds;
mod writes;
