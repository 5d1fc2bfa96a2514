//! A small world for questions of right: in every city and network the same things, in a state in which each write is
//! possible, so that only the permission decides.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectOptions, Database, DatabaseConnection, EntityTrait, IntoActiveModel,
};
use serde_json::json;
use std::collections::BTreeMap;
use verbund_domain::access::Policy;
use verbund_domain::db::Db;
use verbund_domain::session::Session;
use verbund_domain::values::fold::search_text;
use verbund_domain::viewer::{Grant, Language, Place, Viewer};
use verbund_entity::contact_point::PublicationBasis;
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, Publication};
use verbund_entity::meeting_organizer::{OrganizerRole, OrganizerStatus};
use verbund_entity::municipality::MunicipalityKind;
use verbund_entity::network_membership::MembershipStatus;
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};
use verbund_entity::user_account::UserStatus;
use verbund_entity::{
    Role, Visibility, contact_point, meeting, meeting_organizer, municipality, network, network_membership, project,
    project_participation, user_account,
};
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
    /// A project whose lead it was.
    pub leaderless: String,
    /// It is invited as a partner.
    pub invitation: String,
    /// It is invited as the lead.
    pub lead_offer: String,
    /// It takes part.
    pub part: String,
    /// A draft that it hosts, with one more city co-organising.
    pub meeting: String,
    /// It is invited to co-organise.
    pub organizer: String,
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
/// `weser`; Wuppertal belongs to nobody.
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

struct Making {
    connection: DatabaseConnection,
    now: DateTime<Utc>,
    houses: BTreeMap<&'static str, House>,
}

fn global(ty: &str, public_id: &str) -> String {
    verbund_domain::read::id::encode(ty, public_id)
}

fn fresh() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

impl Making {
    async fn add<A>(&self, row: A) -> <A::Entity as EntityTrait>::Model
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        row.insert(&self.connection).await.expect("a row of the small world")
    }

    async fn all(&mut self) -> (i64, String) {
        let mut guest = String::new();
        for name in ["hagen", "herne", "bochum", "essen", "minden", "werra", "wuppertal"] {
            let house = self.municipality(name).await;
            guest = house.id.clone();
            self.houses.insert(name, house);
        }
        for name in ["ruhr", "weser"] {
            let house = self.network(name).await;
            self.houses.insert(name, house);
        }
        for (network, city, status) in [
            ("ruhr", "hagen", MembershipStatus::Active),
            ("ruhr", "herne", MembershipStatus::Active),
            ("ruhr", "bochum", MembershipStatus::Active),
            ("ruhr", "essen", MembershipStatus::Suspended),
            ("weser", "minden", MembershipStatus::Active),
            ("weser", "werra", MembershipStatus::Active),
        ] {
            self.membership(network, city, status).await;
        }
        // Each city with one that works with it and one that invites it.
        for (city, partner, inviting) in [
            ("hagen", "herne", "bochum"),
            ("herne", "bochum", "hagen"),
            ("bochum", "hagen", "herne"),
            ("essen", "hagen", "herne"),
        ] {
            self.furnish(city, partner, inviting).await;
        }
        for (network, partner, inviting) in [("ruhr", "hagen", "herne"), ("weser", "minden", "werra")] {
            let (meeting, _) = self
                .meeting(network, partner, OrganizerStatus::Confirmed, Publication::Draft)
                .await;
            let (_, organizer) = self
                .meeting(inviting, network, OrganizerStatus::Invited, Publication::Published)
                .await;
            let house = self.houses.get_mut(network).expect("a network");
            (house.meeting, house.organizer) = (meeting, organizer);
        }
        let user = self
            .add(user_account::ActiveModel {
                public_id: Set(fresh()),
                email: Set("jemand@stadt.example".into()),
                email_key: Set("jemand@stadt.example".into()),
                name: Set("Jemand".into()),
                status: Set(UserStatus::Active),
                password_hash: Set(String::new()),
                created_at: Set(self.now),
                ..Default::default()
            })
            .await;
        (user.id, guest)
    }

    async fn municipality(&self, name: &str) -> House {
        let row = self
            .add(municipality::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                slug: Set(name.into()),
                name: Set(name.into()),
                name_key: Set(name.into()),
                official_name: Set(name.into()),
                kind: Set(MunicipalityKind::IndependentCity),
                keys_confirmed: Set(false),
                search_text: Set(String::new()),
                ..Default::default()
            })
            .await;
        House {
            key: row.id,
            id: global("Municipality", &row.public_id),
            revision: 1,
            ..House::default()
        }
    }

    async fn network(&self, name: &str) -> House {
        let row = self
            .add(network::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                slug: Set(name.into()),
                name: Set(name.into()),
                name_key: Set(name.into()),
                default_language: Set("de".into()),
                time_zone: Set("Europe/Berlin".into()),
                search_text: Set(String::new()),
                ..Default::default()
            })
            .await;
        House {
            key: row.id,
            id: global("Network", &row.public_id),
            revision: 1,
            ..House::default()
        }
    }

    async fn membership(&self, network: &str, city: &str, status: MembershipStatus) {
        self.add(network_membership::ActiveModel {
            public_id: Set(fresh()),
            revision: Set(1),
            created_at: Set(self.now),
            updated_at: Set(self.now),
            network_id: Set(self.houses[network].key),
            municipality_id: Set(self.houses[city].key),
            status: Set(status),
            ..Default::default()
        })
        .await;
    }

    async fn furnish(&mut self, city: &'static str, partner: &str, inviting: &str) {
        use ParticipationRole::{Lead, Partner};
        use ParticipationStatus::{Confirmed, Invited, Withdrawn};
        let key = self.houses[city].key;
        let (with, by) = (self.houses[partner].key, self.houses[inviting].key);
        let contact = self.contact(key, Visibility::Network, false).await;
        let public_contact = self.contact(key, Visibility::Public, false).await;
        let mailbox = self.contact(key, Visibility::Network, true).await;
        let (project, _) = self
            .project(
                Visibility::Network,
                &[(key, Lead, Confirmed), (with, Partner, Confirmed)],
            )
            .await;
        let (leaderless, _) = self
            .project(
                Visibility::Public,
                &[(key, Lead, Withdrawn), (with, Partner, Confirmed)],
            )
            .await;
        let (_, invitation) = self
            .project(Visibility::Public, &[(by, Lead, Confirmed), (key, Partner, Invited)])
            .await;
        let (_, lead_offer) = self
            .project(Visibility::Public, &[(by, Lead, Withdrawn), (key, Lead, Invited)])
            .await;
        let (_, part) = self
            .project(Visibility::Public, &[(by, Lead, Confirmed), (key, Partner, Confirmed)])
            .await;
        let (meeting, _) = self
            .meeting(city, partner, OrganizerStatus::Confirmed, Publication::Draft)
            .await;
        let (_, organizer) = self
            .meeting(inviting, city, OrganizerStatus::Invited, Publication::Published)
            .await;
        let house = self.houses.get_mut(city).expect("a city");
        *house = House {
            contact,
            public_contact,
            mailbox,
            project,
            leaderless,
            invitation,
            lead_offer,
            part,
            meeting,
            organizer,
            ..house.clone()
        };
    }

    async fn contact(&self, city: i64, visibility: Visibility, functional: bool) -> String {
        let address = format!("{}@stadt.example", fresh());
        let row = self
            .add(contact_point::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                municipality_id: Set(Some(city)),
                steward_id: Set(city),
                channels: Set(json!([{ "type": "EMAIL", "value": address, "display": address }])),
                functional: Set(functional),
                visibility: Set(visibility),
                publication_basis: Set((visibility == Visibility::Public).then_some(PublicationBasis::OfficeDuty)),
                search_text: Set(String::new()),
                ..Default::default()
            })
            .await;
        global("ContactPoint", &row.public_id)
    }

    /// A project, and the last of its participations. The first is its lead.
    async fn project(
        &self,
        visibility: Visibility,
        parts: &[(i64, ParticipationRole, ParticipationStatus)],
    ) -> (String, String) {
        let row = self
            .add(project::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                slug: Set(fresh()),
                title: Set("Sprachbrücken".into()),
                title_key: Set("sprachbrucken".into()),
                title_translations: Set(json!([])),
                status: Set(ProjectStatus::Idea),
                visibility: Set(visibility),
                lead_id: Set(parts[0].0),
                search_text: Set(search_text(&["Sprachbrücken"])),
                ..Default::default()
            })
            .await;
        let mut last = String::new();
        for (city, role, status) in parts {
            let part = self
                .add(project_participation::ActiveModel {
                    public_id: Set(fresh()),
                    revision: Set(1),
                    created_at: Set(self.now),
                    updated_at: Set(self.now),
                    project_id: Set(row.id),
                    municipality_id: Set(Some(*city)),
                    role: Set(*role),
                    status: Set(*status),
                    ..Default::default()
                })
                .await;
            last = global("ProjectParticipation", &part.public_id);
        }
        (global("Project", &row.public_id), last)
    }

    /// A meeting that `host` hosts, and the part of another as its co-organiser.
    async fn meeting(
        &self,
        host: &str,
        other: &str,
        status: OrganizerStatus,
        publication: Publication,
    ) -> (String, String) {
        let starts_at = self.now + TimeDelta::days(30);
        let network = |name: &str| ["ruhr", "weser"].contains(&name).then(|| self.houses[name].key);
        let city = |name: &str| (!["ruhr", "weser"].contains(&name)).then(|| self.houses[name].key);
        let row = self
            .add(meeting::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                slug: Set(fresh()),
                title: Set("Fachtag".into()),
                title_key: Set("fachtag".into()),
                title_translations: Set(json!([])),
                kind: Set(MeetingKind::NetworkMeeting),
                status: Set(MeetingStatus::Scheduled),
                publication: Set(publication),
                visibility: Set(Visibility::Public),
                starts_at: Set(Some(starts_at)),
                ends_at: Set(Some(starts_at + TimeDelta::hours(6))),
                sort_at: Set(starts_at),
                time_zone: Set("Europe/Berlin".into()),
                attendance_mode: Set(AttendanceMode::InPerson),
                host_id: Set(city(host)),
                keeper_municipality_id: Set(city(host)),
                keeper_network_id: Set(network(host)),
                search_text: Set(String::new()),
                ..Default::default()
            })
            .await;
        let mut last = String::new();
        let organizers = [
            (host, OrganizerRole::Host, OrganizerStatus::Confirmed),
            (other, OrganizerRole::CoOrganizer, status),
        ];
        for (position, (party, role, status)) in (0..).zip(organizers) {
            let organizer = self
                .add(meeting_organizer::ActiveModel {
                    public_id: Set(fresh()),
                    revision: Set(1),
                    created_at: Set(self.now),
                    updated_at: Set(self.now),
                    meeting_id: Set(row.id),
                    municipality_id: Set(city(party)),
                    network_id: Set(network(party)),
                    role: Set(role),
                    status: Set(status),
                    position: Set(position),
                    ..Default::default()
                })
                .await;
            last = global("MeetingOrganizer", &organizer.public_id);
        }
        (global("Meeting", &row.public_id), last)
    }
}
