//! What writes do beside being permitted: the rules of each record, and what is kept of a change.

mod affiliations;
mod agendas;
mod calendar;
mod contacts;
mod drafts;
mod elapsed;
mod handing_over;
mod hosts;
mod leads;
mod locks;
mod meetings;
mod merging;
mod notices;
mod organizations;
mod people;
mod places;
mod projects;
mod proposals;
mod results;
mod roles;
mod series;
mod sessions;
mod spokesperson;
mod stages;
mod translations;
mod twice;
mod users;
mod verification;
mod widening;
mod withdrawing;

use crate::small_world::{Who, World};
use verbund_domain::access::Policy;
use verbund_domain::error::{UserError, UserErrorCode};
use verbund_domain::session::Session;
use verbund_entity::Role;

impl World {
    /// An administrator of a city.
    pub(crate) fn admin(&self, city: &'static str) -> Session {
        self.session(Who::In(Role::Admin, city), Policy::standard())
    }
}

/// Codes and paths, which clients act upon.
pub(crate) fn told(errors: &[UserError]) -> Vec<(UserErrorCode, String)> {
    errors.iter().map(|error| (error.code, error.path.join("."))).collect()
}

/// Just one error, of this code and at this path.
pub(crate) fn only(code: UserErrorCode, path: &str) -> Vec<(UserErrorCode, String)> {
    vec![(code, path.to_owned())]
}
