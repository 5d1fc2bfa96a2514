//! A world in which everybody sees everything: two networks, six municipalities, and what they do together. Names have
//! umlauts and quotes, times and names are shared, so that the order of a list needs more than its column.

use async_graphql::futures_util::StreamExt;
use async_graphql::{Data, Request, Variables};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, EntityTrait, TransactionTrait,
};
use serde_json::json;
use std::any::TypeId;
use std::sync::Arc;
use verbund_api::graphql::{self, Ran};
use verbund_domain::read::{Marks, Reader};
use verbund_domain::session::Session;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_domain::viewer::{Language, Viewer};
use verbund_entity::contact_point::PublicationBasis;
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, Publication};
use verbund_entity::meeting_organizer::{OrganizerRole, OrganizerStatus};
use verbund_entity::municipality::MunicipalityKind;
use verbund_entity::network_membership::MembershipStatus;
use verbund_entity::organization::{LegalForm, OrganizationKind, OrganizationStatus};
use verbund_entity::position::PositionFunction;
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};
use verbund_entity::{
    CountQualifier, Visibility, contact_point, contact_point_topic, meeting, meeting_organizer, meeting_project,
    meeting_topic, municipality, network, network_membership, organization, organization_topic, person, position,
    position_topic, project, project_participation, project_topic, source_reference, topic, topic_ancestry,
};
use verbund_tests::oracle::{Oracle, Rows, Schema};
use verbund_tests::{TestApp, TestClock, TestDb};

/// A server on the world.
pub struct World {
    pub app: TestApp,
}

impl World {
    pub async fn new() -> World {
        World::times(1).await
    }

    /// The same world so many times over, side by side.
    pub async fn times(copies: usize) -> World {
        let database = TestDb::new().await;
        let connection = open(&database.url).await;
        let mut making = Making {
            connection: connection.begin().await.expect("a transaction"),
            now: TestClock::new().now(),
            made: 0,
            copy: 0,
        };
        for copy in 0..copies {
            making.copy = copy;
            making.all().await;
        }
        making.connection.commit().await.expect("the world is kept");
        connection.close().await.expect("the connection closes");
        World {
            app: TestApp::on(database).await,
        }
    }

    /// How many statements a document takes.
    pub async fn statements(&self, document: &str, variables: serde_json::Value) -> u32 {
        let viewer = Viewer::anonymous(self.app.clock.now(), Language::English);
        let mut data = Data::default();
        data.insert(Reader::new(
            &self.app.db,
            viewer.clone(),
            Marks::from_secret(b"a secret of the tests"),
        ));
        data.insert(Session::new(self.app.db.clone(), viewer, "test".to_owned()));
        data.insert(Ran::default());
        let data = Arc::new(data);
        let request = Request::new(document).variables(Variables::from_json(variables));
        let schema = graphql::build();
        let mut responses = Box::pin(schema.execute_stream_with_session_data(request, data.clone()));
        let response = responses.next().await.expect("an answer");
        assert!(response.errors.is_empty(), "{document}: {:?}", response.errors);
        let reader = data
            .get(&TypeId::of::<Reader>())
            .and_then(|reader| reader.downcast_ref::<Reader>());
        reader.expect("the reader of the request").statements()
    }

    /// How many rows a table has.
    pub async fn count<E: EntityTrait>(&self) -> usize {
        let connection = self.app.rows().await;
        let rows = E::find().all(&connection).await.expect("the rows of a table").len();
        connection.close().await.expect("the connection closes");
        rows
    }

    /// What the oracle knows of it.
    pub async fn oracle(&self) -> Oracle {
        let connection = self.app.rows().await;
        let rows = Rows::load(&connection).await;
        connection.close().await.expect("the connection closes");
        let schema = Schema::parse(&graphql::build().sdl());
        Oracle::new(schema, rows, self.app.clock.now().date_naive())
    }
}

async fn open(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("the database opens")
}

struct Making {
    connection: DatabaseTransaction,
    now: DateTime<Utc>,
    made: u32,
    copy: usize,
}

/// Inserts a row with what every record has, and answers with its key.
macro_rules! record {
    ($world:expr, $table:ident { $($column:ident: $value:expr),* $(,)? }) => {{
        $world.made += 1;
        let made = $world.made;
        let row = $table::ActiveModel {
            public_id: Set(uuid::Uuid::from_u128(0x1000_0000 + u128::from(made)).simple().to_string()),
            revision: Set(1 + (made % 3) as i32),
            created_at: Set($world.now - TimeDelta::milliseconds(i64::from(made) * 86_399_137)),
            updated_at: Set($world.now - TimeDelta::milliseconds(i64::from(made) * 1_001)),
            $($column: Set($value),)*
            ..Default::default()
        };
        row.insert(&$world.connection).await.expect("a record of the world").id
    }};
}

/// Inserts a row of a table that only joins.
macro_rules! join {
    ($world:expr, $table:ident { $($column:ident: $value:expr),* $(,)? }) => {
        $table::ActiveModel { $($column: Set($value)),* }.insert(&$world.connection).await.expect("a join")
    };
}

/// What a source is a source of.
macro_rules! source {
    ($world:expr, $owner:ident: $key:expr) => {{
        let number = $world.made;
        record!(
            $world,
            source_reference {
                title: format!("Bericht „{number}“ \\ \"neu\"\tund\nweiter"),
                publisher: (number % 2 == 0).then(|| "Stadtarchiv Überall".to_owned()),
                published_on: [Some("2019".to_owned()), Some("2019-24".to_owned()), None][number as usize % 3].clone(),
                url: (number % 3 == 0).then(|| format!("https://archiv.example/{number}")),
                $owner: Some($key),
            }
        )
    }};
}

impl Making {
    fn slug(&self, name: &str) -> String {
        match self.copy {
            0 => name.to_owned(),
            copy => format!("{name}-copy-{copy}"),
        }
    }

    async fn all(&mut self) {
        let topics = self.topics().await;
        let cities = self.municipalities().await;
        let networks = self.networks(&cities).await;
        let organizations = self.organizations(&cities, &topics).await;
        let positions = self.positions(&cities, &organizations, &networks, &topics).await;
        let projects = self.projects(&cities, &organizations, &topics).await;
        let meetings = self
            .meetings(&cities, &organizations, &networks, (&projects, &topics))
            .await;
        self.contacts(&cities, &organizations, &positions, (&projects, &meetings, &topics))
            .await;
    }

    async fn topics(&mut self) -> Vec<i64> {
        let mut keys: Vec<i64> = Vec::new();
        let tree = [
            ("integration", "Integration", None),
            ("sprache", "Sprache & Bildung", Some(0)),
            ("sprachkurse", "Sprachkurse für Ältere", Some(1)),
            ("schule", "Schule", Some(1)),
            ("arbeit", "Arbeit", Some(0)),
            ("ehrenamt", "Ehrenamt", None),
            ("sprache-2", "Sprache & Bildung", Some(5)),
        ];
        let mut lines: Vec<Vec<i64>> = Vec::new();
        for (slug, name, broader) in tree {
            let translations = match broader {
                Some(_) => json!([{ "language": "en", "text": format!("{slug} (\"en\")") }]),
                None => json!([]),
            };
            let key = record!(
                self,
                topic {
                    slug: self.slug(slug),
                    name: name.into(),
                    name_key: order_key(name),
                    name_translations: translations,
                    broader_id: broader.map(|at: usize| keys[at]),
                    search_text: search_text(&[name]),
                }
            );
            let mut line = vec![key];
            line.extend(broader.map_or(&[][..], |at| &lines[at]));
            for (distance, ancestor) in line.iter().enumerate() {
                join!(
                    self,
                    topic_ancestry {
                        topic_id: key,
                        ancestor_id: *ancestor,
                        distance: distance as i32
                    }
                );
            }
            (keys.push(key), lines.push(line));
            source!(self, topic_id: key);
        }
        keys
    }

    async fn municipalities(&mut self) -> Vec<i64> {
        let mut keys = Vec::new();
        let all = [
            (
                "bad-aue",
                "Bad Aue",
                MunicipalityKind::District,
                None,
                Some("05970"),
                None,
            ),
            (
                "oelde",
                "Ölde",
                MunicipalityKind::DistrictTown,
                Some("05970028"),
                None,
                Some(0),
            ),
            (
                "muehlheim",
                "Mühlheim",
                MunicipalityKind::DistrictTown,
                Some("05970032"),
                None,
                Some(0),
            ),
            (
                "mulheim",
                "Mulheim",
                MunicipalityKind::IndependentCity,
                Some("06413000"),
                None,
                None,
            ),
            (
                "strassen",
                "Straßen \"am Berg\"",
                MunicipalityKind::IndependentCity,
                None,
                None,
                None,
            ),
            (
                "zell",
                "Zell",
                MunicipalityKind::Municipality,
                Some("09780123"),
                None,
                None,
            ),
        ];
        for (number, (slug, name, kind, ags, district, parent)) in all.into_iter().enumerate() {
            // A key is given once only; the copies have none.
            let first = self.copy == 0;
            let key = record!(
                self,
                municipality {
                    slug: self.slug(slug),
                    name: name.into(),
                    name_key: order_key(name),
                    official_name: format!("{name}, Stadt"),
                    kind: kind,
                    ags: ags.filter(|_| first).map(str::to_owned),
                    district_key: district.filter(|_| first).map(str::to_owned),
                    keys_confirmed: number % 2 == 0,
                    parent_id: parent.map(|at: usize| keys[at]),
                    population: (number != 4).then_some(12_345 * (number as i32 + 1)),
                    population_as_of: (number != 4).then(|| day("2024-02-29")),
                    website: (number % 2 == 1).then(|| format!("https://{slug}.example/ä?b=\"c\"")),
                    search_text: search_text(&[name]),
                }
            );
            keys.push(key);
            source!(self, municipality_id: key);
        }
        keys
    }

    async fn networks(&mut self, cities: &[i64]) -> Vec<i64> {
        let mut keys = Vec::new();
        for (slug, name, founded) in [
            ("ruhr", "Netzwerk Ruhr", Some("1998")),
            ("weser", "Netzwerk Weser", None),
        ] {
            let key = record!(
                self,
                network {
                    slug: self.slug(slug),
                    name: name.into(),
                    name_key: order_key(name),
                    description: founded.map(|_| "Städte, die\nzusammenarbeiten".to_owned()),
                    founded_on: founded.map(str::to_owned),
                    default_language: "de".into(),
                    time_zone: "Europe/Berlin".into(),
                    search_text: search_text(&[name]),
                }
            );
            keys.push(key);
            source!(self, network_id: key);
            for (number, city) in cities.iter().enumerate().skip(keys.len() - 1).step_by(keys.len()) {
                let statuses = [
                    MembershipStatus::Active,
                    MembershipStatus::Suspended,
                    MembershipStatus::Left,
                ];
                let membership = record!(
                    self,
                    network_membership {
                        network_id: key,
                        municipality_id: *city,
                        status: statuses[number % 3],
                        member_since: Some("2001-04~".to_owned()),
                        member_until: (number % 3 == 2).then(|| "2020-12-31".to_owned()),
                    }
                );
                source!(self, membership_id: membership);
            }
        }
        keys
    }

    async fn organizations(&mut self, cities: &[i64], topics: &[i64]) -> Vec<i64> {
        let mut keys: Vec<i64> = Vec::new();
        let all = [
            ("Amt für Integration", OrganizationKind::AdministrativeUnit, None),
            ("Kommunales Zentrum", OrganizationKind::AdministrativeUnit, Some(0)),
            ("Verein Brücke e. V.", OrganizationKind::MigrantOrganization, None),
            ("Sprachschule", OrganizationKind::Association, None),
            ("Sprachschule", OrganizationKind::Other, None),
        ];
        for (number, (name, kind, parent)) in all.into_iter().enumerate() {
            let unit = kind == OrganizationKind::AdministrativeUnit;
            let key = record!(
                self,
                organization {
                    name: name.into(),
                    name_key: order_key(name),
                    short_name: (number % 2 == 0).then(|| name.chars().take(1).collect()),
                    kind: kind,
                    legal_form: (!unit).then_some(LegalForm::RegisteredAssociation),
                    status: OrganizationStatus::Active,
                    parent_id: parent.map(|at: usize| keys[at]),
                    municipality_id: unit.then(|| cities[1]),
                    located_in_id: (number != 4).then(|| cities[number % 3]),
                    valid_from: (number % 2 == 0).then(|| "1999-22".to_owned()),
                    volunteer_based: (!unit).then_some(number % 2 == 0),
                    visibility: Visibility::Public,
                    steward_id: cities[1],
                    search_text: search_text(&[name]),
                }
            );
            keys.push(key);
            source!(self, organization_id: key);
            for topic in topics.iter().skip(number).step_by(3) {
                join!(
                    self,
                    organization_topic {
                        organization_id: key,
                        topic_id: *topic
                    }
                );
            }
        }
        keys
    }

    async fn positions(&mut self, cities: &[i64], organizations: &[i64], networks: &[i64], topics: &[i64]) -> Vec<i64> {
        let mut keys: Vec<i64> = Vec::new();
        let people = [
            ("Ayşe", "Öztürk", Some("Dr.")),
            ("Jörg", "Müller", None),
            ("Zoë", "D'Arc", None),
        ];
        for (number, (given, family, prefix)) in people.into_iter().enumerate() {
            let whole = format!("{family} {given}");
            let person = record!(
                self,
                person {
                    given_name: given.into(),
                    family_name: family.into(),
                    honorific_prefix: prefix.map(str::to_owned),
                    name_key: order_key(&whole),
                    visibility: Visibility::Public,
                    steward_id: cities[number],
                    search_text: search_text(&[&whole]),
                }
            );
            source!(self, person_id: person);
            for office in 0..3 {
                let (city, organization, network) = match office {
                    0 => (Some(cities[number]), None, None),
                    1 => (None, Some(organizations[number]), None),
                    _ => (None, None, Some(networks[number % 2])),
                };
                let key = record!(
                    self,
                    position {
                        person_id: person,
                        municipality_id: city,
                        organization_id: organization,
                        network_id: network,
                        title: format!("Leitung {office}"),
                        function: PositionFunction::DepartmentHead,
                        deputy_of_id: (office == 2).then(|| keys[0]).or((number == 1).then(|| keys[0])),
                        valid_from: (office > 0).then(|| "2015-05".to_owned()),
                        valid_until: (office == 1).then(|| "2026-11-02".to_owned()),
                        starts_on: (office > 0).then(|| day("2015-05-01")),
                        ends_on: (office == 1).then(|| day(if number == 0 { "2026-11-01" } else { "2026-11-02" })),
                        visibility: Visibility::Public,
                        steward_id: cities[number],
                    }
                );
                keys.push(key);
                source!(self, position_id: key);
                join!(
                    self,
                    position_topic {
                        position_id: key,
                        topic_id: topics[(number + office) % topics.len()]
                    }
                );
            }
        }
        keys
    }

    async fn projects(&mut self, cities: &[i64], organizations: &[i64], topics: &[i64]) -> Vec<i64> {
        let mut keys = Vec::new();
        for number in 0..8_usize {
            let title = ["Sprachbrücken", "Ältere im Quartier", "Übergänge", "Sprachbrücken"][number % 4];
            let lead = cities[number % 3];
            let key = record!(
                self,
                project {
                    slug: self.slug(&format!("projekt-{number}")),
                    title: title.into(),
                    title_key: order_key(title),
                    title_translations: json!([{ "language": "tr", "text": "Dil köprüleri" }]),
                    summary: (number % 2 == 0).then(|| "Erste Zeile\r\nzweite".to_owned()),
                    status: [ProjectStatus::Active, ProjectStatus::Idea, ProjectStatus::Completed][number % 3],
                    visibility: Visibility::Public,
                    lead_id: lead,
                    starts_on: (number % 2 == 0).then(|| "2023-21".to_owned()),
                    ends_on: (number % 4 == 0).then(|| "2024-02-29".to_owned()),
                    search_text: search_text(&[title]),
                }
            );
            keys.push(key);
            source!(self, project_id: key);
            let parts = [
                (Some(lead), None, ParticipationRole::Lead),
                (Some(cities[3 + number % 3]), None, ParticipationRole::Partner),
                (None, Some(organizations[number % 5]), ParticipationRole::Funder),
            ];
            for (municipality, organization, role) in parts {
                let participation = record!(
                    self,
                    project_participation {
                        project_id: key,
                        municipality_id: municipality,
                        organization_id: organization,
                        role: role,
                        status: ParticipationStatus::Confirmed,
                        contribution: organization.map(|_| "Räume".to_owned()),
                    }
                );
                source!(self, participation_id: participation);
            }
            // One city took part before, gave up, and takes part again.
            record!(
                self,
                project_participation {
                    project_id: key,
                    municipality_id: Some(lead),
                    organization_id: None,
                    role: ParticipationRole::Observer,
                    status: ParticipationStatus::Withdrawn,
                    contribution: None,
                }
            );
            for topic in topics.iter().skip(number % 3).step_by(2) {
                join!(
                    self,
                    project_topic {
                        project_id: key,
                        topic_id: *topic
                    }
                );
            }
        }
        keys
    }

    async fn meetings(
        &mut self,
        cities: &[i64],
        organizations: &[i64],
        networks: &[i64],
        (projects, topics): (&[i64], &[i64]),
    ) -> Vec<i64> {
        let mut keys = Vec::new();
        for number in 0..12_usize {
            let title = ["Fachtag", "Netzwerktreffen", "Öffentliches \"Forum\""][number % 3];
            // Three meetings at each time.
            let starts = self.now + TimeDelta::days(number as i64 / 3) + TimeDelta::milliseconds(7);
            let known = number != 11;
            let key = record!(
                self,
                meeting {
                    slug: self.slug(&format!("treffen-{number}")),
                    title: title.into(),
                    title_key: order_key(title),
                    title_translations: json!([
                        { "language": "en", "text": format!("Meeting {number}") },
                        { "language": "tr", "text": "Toplantı" },
                    ]),
                    theme: (number % 3 == 0).then(|| "Ankommen".to_owned()),
                    summary: (number % 4 == 0).then(|| "Kurz".to_owned()),
                    kind: MeetingKind::NetworkMeeting,
                    status: if known {
                        MeetingStatus::Scheduled
                    } else {
                        MeetingStatus::Held
                    },
                    publication: Publication::Published,
                    visibility: Visibility::Public,
                    starts_at: known.then_some(starts),
                    ends_at: known.then(|| starts + TimeDelta::hours(2)),
                    doors_open_at: (number == 2).then(|| starts - TimeDelta::minutes(30)),
                    held_on: (!known).then(|| "2019-11".to_owned()),
                    sort_at: if known {
                        starts
                    } else {
                        self.now - TimeDelta::days(2_000)
                    },
                    time_zone: "Europe/Berlin".into(),
                    attendance_mode: AttendanceMode::InPerson,
                    venue: (number % 2 == 0).then(|| "Rathaus, Saal 3".to_owned()),
                    locality_id: (number % 2 == 0).then(|| cities[number % 6]),
                    host_id: (number % 4 != 3).then(|| cities[number % 6]),
                    keeper_municipality_id: Some(cities[number % 6]),
                    attendance: (!known).then_some(120),
                    attendance_qualifier: (!known).then_some(CountQualifier::MoreThan),
                    internal_notes: Some("Nur für uns".to_owned()),
                    search_text: search_text(&[title]),
                }
            );
            keys.push(key);
            source!(self, meeting_id: key);
            let parties = [
                (Some(cities[number % 6]), None, None, OrganizerRole::Host),
                // The same city a second time, in another role.
                (Some(cities[number % 6]), None, None, OrganizerRole::Funder),
                (Some(cities[(number + 1) % 6]), None, None, OrganizerRole::CoOrganizer),
                (
                    None,
                    Some(organizations[number % 5]),
                    None,
                    OrganizerRole::CooperationPartner,
                ),
                (None, None, Some(networks[number % 2]), OrganizerRole::Patron),
            ];
            for (place, (municipality, organization, network, role)) in parties.into_iter().enumerate() {
                let organizer = record!(
                    self,
                    meeting_organizer {
                        meeting_id: key,
                        municipality_id: municipality,
                        organization_id: organization,
                        network_id: network,
                        role: role,
                        status: OrganizerStatus::Confirmed,
                        position: 3 - place as i32 / 2,
                    }
                );
                source!(self, organizer_id: organizer);
            }
            for project in projects.iter().skip(number % 4).step_by(3) {
                join!(
                    self,
                    meeting_project {
                        meeting_id: key,
                        project_id: *project
                    }
                );
            }
            join!(
                self,
                meeting_topic {
                    meeting_id: key,
                    topic_id: topics[number % topics.len()]
                }
            );
        }
        keys
    }

    async fn contacts(
        &mut self,
        cities: &[i64],
        organizations: &[i64],
        positions: &[i64],
        (projects, meetings, topics): (&[i64], &[i64], &[i64]),
    ) {
        for number in 0..20_usize {
            let owner = |kind: usize, keys: &[i64]| (number % 5 == kind).then(|| keys[number / 5 % keys.len()]);
            let mail = format!("amt{number}@stadt.example");
            let key = record!(
                self,
                contact_point {
                    position_id: owner(0, positions),
                    organization_id: owner(1, organizations),
                    municipality_id: owner(2, cities),
                    meeting_id: owner(3, meetings),
                    project_id: owner(4, projects),
                    steward_id: cities[number % 3],
                    purpose: (number % 3 > 0).then(|| format!("Fragen zu „{number}“")),
                    channels: json!([
                        { "type": "EMAIL", "value": mail, "display": mail },
                        { "type": "PHONE", "value": "+493023125075", "display": "030 / 23125-075" },
                    ]),
                    functional: number % 2 == 0,
                    visibility: Visibility::Public,
                    publication_basis: Some(PublicationBasis::OfficeDuty),
                    published_at: (number % 2 == 0).then_some(self.now),
                    valid_from: (number % 4 == 0).then(|| day("2026-11-02")),
                    valid_until: (number % 4 == 1).then(|| day("2026-11-02")),
                    search_text: search_text(&[&mail]),
                }
            );
            source!(self, contact_point_id: key);
            if number % 2 == 1 {
                join!(
                    self,
                    contact_point_topic {
                        contact_point_id: key,
                        topic_id: topics[number % topics.len()]
                    }
                );
            }
        }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
