//! Who looks, and what they may see and do: read from the database at each request.

use chrono::{DateTime, Utc};
use verbund_entity::Role;

/// The language of messages; German unless a client asks for English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    German,
    English,
}

/// A role that holds in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub place: Place,
    pub role: Role,
}

/// Where a role holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Municipality(i64),
    Network(i64),
    Installation,
}

/// Whoever asks. Anonymous is a viewer like any other: one without grants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The account, if signed in.
    pub user: Option<i64>,
    /// What the token allows and the database confirms.
    pub grants: Vec<Grant>,
    /// Municipalities with any role of the viewer: own house, open even while membership is suspended.
    pub own: Vec<i64>,
    /// Of these, the ones administered.
    pub administered: Vec<i64>,
    /// Of the own ones, those that are active members of some network.
    pub active: Vec<i64>,
    /// Networks in which an own municipality is an active member, or that the viewer coordinates.
    pub networks: Vec<i64>,
    /// Networks that the viewer coordinates.
    pub coordinated: Vec<i64>,
    /// All active members of `networks`: whose NETWORK rows are seen.
    pub peers: Vec<i64>,
    /// The time of the request.
    pub now: DateTime<Utc>,
    pub language: Language,
}

impl Viewer {
    pub fn anonymous(now: DateTime<Utc>, language: Language) -> Self {
        Viewer {
            user: None,
            grants: Vec::new(),
            own: Vec::new(),
            administered: Vec::new(),
            active: Vec::new(),
            networks: Vec::new(),
            coordinated: Vec::new(),
            peers: Vec::new(),
            now,
            language,
        }
    }
}
