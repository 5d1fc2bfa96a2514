mod values;
//! All tests from outside, as one program: one thing to link.

mod migrations;
