//! A small world for questions of right: in every city and network the same things, in a state in which each write is
//! possible, so that only the permission decides.

mod joining;
mod making;
mod stages;

use crate::asking::ask;
use chrono::{DateTime, Utc};
use making::Making;
use sea_orm::{ConnectOptions, Database, EntityTrait};
use std::collections::BTreeMap;
use verbund_domain::access::Policy;
use verbund_domain::db::Db;
use verbund_domain::session::Session;
use verbund_domain::viewer::{Grant, Language, Place, Viewer};
use verbund_entity::Role;
use verbund_tests::{TestClock, TestDb};

/// A municipality or a network, and what belongs to it. Global ids.
#[derive(Clone, Default)]
pub struct House {
    pub key: i64,
    pub id: String,
    pub revision: i32,
    /// For members of its network.
    pub contact: String,
    /// Already public.
    pub public_contact: String,
    /// A functional mailbox that is not public yet.
    pub mailbox: String,
    /// An idea that it leads, with one more city confirmed.
    pub project: String,
    /// A project that it takes part in and that has lost its lead.
    pub leaderless: String,
    /// It is invited as a partner.
    pub invitation: String,
    /// It is invited as the lead.
    pub lead_offer: String,
    /// Whom it has invited to a project that it leads.
    pub asked_partner: String,
    /// To whom it has offered the lead of a project that has lost its own.
    pub asked_lead: String,
    /// It takes part.
    pub part: String,
    /// A draft that it hosts, with one more city co-organising.
    pub meeting: String,
    /// It is invited to co-organise.
    pub organizer: String,
    /// Whom it has invited to co-organise a draft that it hosts.
    pub asked_organizer: String,
    /// A city's application to `lippe`.
    pub applied: String,
    /// Whom the network has invited.
    pub asked_member: String,
    /// A city's membership in `ruhr`; of a network, that of one of its members.
    pub membership: String,
    /// A city that belongs to the network.
    pub member: String,
    /// `weser` invites the city.
    pub invitation_to_join: String,
    /// Minden applies to the network.
    pub application: String,
    /// Essen's membership in the network, which rests.
    pub resting: String,
    /// A network that nobody belongs to.
    pub elsewhere: String,
    /// A topic, which is of all networks.
    pub topic: String,
    /// A project that it leads, under way, with one more city confirmed and an end.
    pub running: String,
    /// The part of that other city.
    pub partner_part: String,
    /// The same, completed.
    pub completed: String,
    /// A draft that it hosts, of a meeting that is over, with one more city co-organising.
    pub over: String,
    /// A draft that nothing else is tried on.
    pub draft: String,
    /// Somebody who works there, and the office of that person in the house; both for members of its network.
    pub person: String,
    pub position: String,
    /// An association at work, for members of its network.
    pub organization: String,
    /// One in founding, and one that rests.
    pub founding: String,
    pub dormant: String,
    /// One that is public with its consent.
    pub consenting: String,
    /// A series of its own, without editions.
    pub series: String,
    /// The only session of its draft.
    pub session: String,
    /// A role in that session.
    pub role: String,
    /// A public place.
    pub place: String,
    /// A document of its project.
    pub document: String,
    /// A public meeting that it has held, and of which nobody has said who came.
    pub held: String,
    /// What came of a session of that meeting.
    pub result: String,
    /// What it has said of its delegation to another one.
    pub attendance: String,
    /// What another city proposes to change of its profile.
    pub proposal: String,
    /// What it proposes to change of the profile of that city.
    pub made: String,
    /// An editor who works for it.
    pub user: String,
    /// The editor's role.
    pub grant: String,
    /// Somebody who has not taken the invitation up.
    pub invited: String,
    /// A municipality to get its first administrator: itself, or a member that has none.
    pub to_administer: String,
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Anonymous,
    /// A role in a city.
    In(Role, &'static str),
    /// The coordinator of a network.
    Coordinator(&'static str),
    /// A role in the installation.
    Installation(Role),
}

/// Hagen, Herne and Bochum are active members of `ruhr`, Essen is a suspended one; Minden and Werra are members of
/// `weser`; Wuppertal belongs to nobody, and nobody to `elbe`.
pub struct World {
    pub db: TestDb,
    pub houses: BTreeMap<&'static str, House>,
    /// A city to invite.
    pub guest: String,
    pub now: DateTime<Utc>,
    user: i64,
    open: Db,
}

const RUHR: [&str; 3] = ["hagen", "herne", "bochum"];
const WESER: [&str; 2] = ["minden", "werra"];

impl World {
    pub async fn new() -> World {
        let db = TestDb::new().await;
        let mut options = ConnectOptions::new(&db.url);
        options.max_connections(1).sqlx_logging(false);
        let connection = Database::connect(options)
            .await
            .expect("the database of the test opens");
        let mut making = Making {
            connection,
            now: TestClock::new().now(),
            houses: BTreeMap::new(),
        };
        let (user, guest) = making.all().await;
        making.stages().await;
        let Making {
            connection,
            now,
            houses,
        } = making;
        connection.close().await.expect("the connection closes");
        let open = Db::connect(&db.url).await.expect("the domain opens the database");
        World {
            db,
            houses,
            guest,
            now,
            user,
            open,
        }
    }

    pub fn house(&self, name: &str) -> &House {
        self.houses.get(name).unwrap_or_else(|| panic!("there is no {name}"))
    }

    /// A request of somebody, under a table of permissions.
    pub fn session(&self, who: Who, policy: Policy) -> Session {
        Session::new(self.open.clone(), self.viewer(who), "test".to_owned()).under(policy)
    }

    /// What a document answers somebody.
    pub async fn ask(&self, who: Who, document: &str, variables: serde_json::Value) -> serde_json::Value {
        ask(&self.open, self.viewer(who), document, variables).await.0
    }

    /// All rows of a table.
    pub async fn rows<E: EntityTrait>(&self) -> Vec<E::Model> {
        let mut options = ConnectOptions::new(&self.db.url);
        options.max_connections(1).sqlx_logging(false);
        let connection = Database::connect(options)
            .await
            .expect("the database of the test opens");
        let rows = E::find().all(&connection).await.expect("the rows of a table");
        connection.close().await.expect("the connection closes");
        rows
    }

    /// What the database says of somebody, written down by hand.
    fn viewer(&self, who: Who) -> Viewer {
        let anonymous = Viewer::anonymous(self.now, Language::English);
        let (place, role) = match who {
            Who::Anonymous => return anonymous,
            Who::In(role, city) => (Place::Municipality(self.house(city).key), role),
            Who::Coordinator(network) => (Place::Network(self.house(network).key), Role::Coordinator),
            Who::Installation(role) => (Place::Installation, role),
        };
        let keys = |names: &[&str]| names.iter().map(|name| self.house(name).key).collect::<Vec<_>>();
        let mut viewer = Viewer {
            user: Some(self.user),
            grants: vec![Grant { place, role }],
            ..anonymous
        };
        let network = match who {
            Who::In(role, city) => {
                viewer.own = keys(&[city]);
                viewer.administered = if role == Role::Admin { keys(&[city]) } else { Vec::new() };
                let active = RUHR.contains(&city) || WESER.contains(&city);
                viewer.active = if active { keys(&[city]) } else { Vec::new() };
                active.then_some(if RUHR.contains(&city) { "ruhr" } else { "weser" })
            }
            Who::Coordinator(network) => {
                viewer.coordinated = keys(&[network]);
                Some(network)
            }
            _ => None,
        };
        if let Some(network) = network {
            viewer.networks = keys(&[network]);
            viewer.peers = if network == "ruhr" { keys(&RUHR) } else { keys(&WESER) };
        }
        viewer
    }
}
