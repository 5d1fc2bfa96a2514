//! In whose name the demonstration writes: each city for itself, a network through its coordinator.

use super::networks::NETWORKS;
use super::records::{Records, broken};
use crate::db::Db;
use crate::error::Error;
use crate::session::Session;
use crate::viewer::{Grant, Language, Place, Viewer};
use chrono::{DateTime, Utc};
use verbund_entity::Role;

/// Everybody who acts.
pub(super) struct Cast<'a> {
    pub db: &'a Db,
    author: i64,
    now: DateTime<Utc>,
}

impl<'a> Cast<'a> {
    pub fn new(db: &'a Db, author: i64, now: DateTime<Utc>) -> Self {
        Cast { db, author, now }
    }

    /// An administrator of a city, or the coordinator of a network.
    pub fn of(&self, name: &str, records: &Records) -> Result<Session, Error> {
        let network = NETWORKS
            .iter()
            .find(|network| network.slug == name || network.members.iter().any(|(city, _)| *city == name))
            .ok_or_else(|| broken(&format!("{name} is in no network")))?;
        let members = network.members.iter().map(|(city, _)| records.key(city));
        let mut viewer = Viewer {
            user: Some(self.author),
            networks: vec![records.key(network.slug)?],
            peers: members.collect::<Result<_, _>>()?,
            ..Viewer::anonymous(self.now, Language::English)
        };
        let key = records.key(name)?;
        if network.slug == name {
            viewer.coordinated = vec![key];
            viewer.grants = vec![Grant {
                place: Place::Network(key),
                role: Role::Coordinator,
            }];
        } else {
            viewer.own = vec![key];
            viewer.administered = vec![key];
            viewer.active = vec![key];
            viewer.grants = vec![Grant {
                place: Place::Municipality(key),
                role: Role::Admin,
            }];
        }
        Ok(self.session(viewer))
    }

    /// An administrator of a city that is in no network.
    pub fn of_outsider(&self, name: &str, records: &Records) -> Result<Session, Error> {
        let key = records.key(name)?;
        Ok(self.session(Viewer {
            user: Some(self.author),
            own: vec![key],
            administered: vec![key],
            grants: vec![Grant {
                place: Place::Municipality(key),
                role: Role::Admin,
            }],
            ..Viewer::anonymous(self.now, Language::English)
        }))
    }

    fn session(&self, viewer: Viewer) -> Session {
        Session::new(self.db.clone(), viewer, "demonstration".to_owned())
    }
}
