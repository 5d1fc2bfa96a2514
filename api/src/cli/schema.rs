//! `verbund schema`

use super::{Failure, output};
use crate::graphql;

pub(super) fn run() -> Result<(), Failure> {
    output::print(&graphql::sdl(&graphql::build()))
}
