//! How the small world is made: rows, written past the domain.

mod agenda;
mod users;

use super::House;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, DatabaseConnection, EntityTrait, IntoActiveModel};
use serde_json::json;
use std::collections::BTreeMap;
use verbund_domain::values::fold::search_text;
use verbund_entity::contact_point::PublicationBasis;
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, Publication};
use verbund_entity::meeting_organizer::{OrganizerRole, OrganizerStatus};
use verbund_entity::municipality::MunicipalityKind;
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};
use verbund_entity::user_account::UserStatus;
use verbund_entity::{
    Visibility, contact_point, meeting, meeting_organizer, municipality, network, project, project_participation,
    user_account,
};

mod directory;
mod proposals;

pub(super) struct Making {
    pub connection: DatabaseConnection,
    pub now: DateTime<Utc>,
    pub houses: BTreeMap<&'static str, House>,
}

pub(super) fn global(ty: &str, public_id: &str) -> String {
    verbund_domain::read::id::encode(ty, public_id)
}

pub(super) fn fresh() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

impl Making {
    pub(super) async fn add<A>(&self, row: A) -> <A::Entity as EntityTrait>::Model
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        row.insert(&self.connection).await.expect("a row of the small world")
    }

    /// Everything; answers with somebody to act and a city to invite.
    pub async fn all(&mut self) -> (i64, String) {
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
        self.joining().await;
        // Each city with one that works with it and one that invites it.
        for (city, partner, inviting) in [
            ("hagen", "herne", "bochum"),
            ("herne", "bochum", "hagen"),
            ("bochum", "hagen", "herne"),
            ("essen", "hagen", "herne"),
        ] {
            self.furnish(city, partner, inviting).await;
            self.fill_directory(city).await;
            self.staff(city).await;
            self.proposals(city).await;
        }
        self.without_administrators();
        for (network, partner, inviting) in [("ruhr", "hagen", "herne"), ("weser", "minden", "werra")] {
            let (meeting, _) = self
                .meeting(network, partner, OrganizerStatus::Confirmed, Publication::Draft)
                .await;
            let (_, organizer) = self
                .meeting(inviting, network, OrganizerStatus::Invited, Publication::Published)
                .await;
            let (_, asked) = self
                .meeting(network, partner, OrganizerStatus::Invited, Publication::Draft)
                .await;
            let house = self.houses.get_mut(network).expect("a network");
            (house.meeting, house.organizer, house.asked_organizer) = (meeting, organizer, asked);
        }
        let user = self
            .add(user_account::ActiveModel {
                public_id: Set(fresh()),
                email: Set("jemand@stadt.example".into()),
                email_key: Set("jemand@stadt.example".into()),
                name: Set("Jemand".into()),
                status: Set(UserStatus::Active),
                password_hash: Set(String::new()),
                token_generation: Set(0),
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

    pub(super) async fn network(&self, name: &str) -> House {
        let row = self
            .add(network::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                slug: Set(name.into()),
                name: Set(name.into()),
                name_key: Set(name.into()),
                purposes: Set(json!([])),
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
                &[(with, Lead, Withdrawn), (key, Partner, Confirmed)],
            )
            .await;
        let (_, invitation) = self
            .project(Visibility::Public, &[(by, Lead, Confirmed), (key, Partner, Invited)])
            .await;
        let (_, lead_offer) = self
            .project(Visibility::Public, &[(by, Lead, Withdrawn), (key, Lead, Invited)])
            .await;
        let (_, asked_partner) = self
            .project(Visibility::Public, &[(key, Lead, Confirmed), (with, Partner, Invited)])
            .await;
        let (_, asked_lead) = self
            .project(
                Visibility::Public,
                &[(with, Lead, Withdrawn), (key, Partner, Confirmed), (by, Lead, Invited)],
            )
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
        let (_, asked_organizer) = self
            .meeting(city, partner, OrganizerStatus::Invited, Publication::Draft)
            .await;
        let agenda = self.agenda(key, &meeting, &project).await;
        let house = self.houses.get_mut(city).expect("a city");
        *house = House {
            contact,
            public_contact,
            mailbox,
            project,
            leaderless,
            invitation,
            lead_offer,
            asked_partner,
            asked_lead,
            asked_organizer,
            part,
            meeting,
            organizer,
            session: agenda.session,
            role: agenda.role,
            place: agenda.place,
            document: agenda.document,
            held: agenda.held,
            result: agenda.result,
            attendance: agenda.attendance,
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

    /// A project, and the last of its participations. The first leads it, if it stands by it.
    pub async fn project(
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
                lead_id: Set((parts[0].2 == ParticipationStatus::Confirmed).then_some(parts[0].0)),
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
    pub async fn meeting(
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
                alternate_titles: Set(json!([])),
                audience: Set(json!([])),
                invited_kinds: Set(json!([])),
                kind: Set(MeetingKind::NetworkMeeting),
                status: Set(MeetingStatus::Scheduled),
                publication: Set(publication),
                visibility: Set(Visibility::Public),
                starts_at: Set(Some(starts_at)),
                ends_at: Set(Some(starts_at + TimeDelta::hours(6))),
                edition_sort: Set(i32::MAX),
                sort_at: Set(starts_at),
                time_zone: Set("Europe/Berlin".into()),
                attendance_mode: Set(AttendanceMode::InPerson),
                venue: Set(Some("Rathaus".into())),
                ical_uid: Set(fresh()),
                ical_sequence: Set(0),
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
