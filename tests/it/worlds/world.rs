//! The two worlds: the same rows with the same ids, written by the same code; only what the table of secrets names is
//! different, and only where it is hidden from the viewer in question.

use super::making::{Making, Party, State};
use super::who::Who;
use std::hash::{DefaultHasher, Hash, Hasher};
use verbund_api::auth::SigningKey;
use verbund_domain::access::Policy;
use verbund_domain::read::{Fault, id};
use verbund_entity::Visibility::{Municipality, Network, Private, Public};
use verbund_entity::meeting::Publication::{Draft, Published};
use verbund_entity::meeting_organizer::OrganizerStatus;
use verbund_entity::network_membership::MembershipStatus::{Active, Invited, Suspended};
use verbund_entity::project_participation::ParticipationStatus as Part;
use verbund_tests::{Reply, TestApp, TestDb};

/// One of the two, and one viewer in it.
pub struct World {
    app: TestApp,
    token: Option<String>,
    /// Type and label of every row there could be.
    pub rows: Vec<(&'static str, String)>,
}

impl World {
    /// The first world, as `who` sees it.
    pub async fn first(who: Who, fault: Option<Fault>) -> World {
        World::build(None, who, fault).await
    }

    /// The second world: what is hidden from `who` is different.
    pub async fn second(who: Who, fault: Option<Fault>) -> World {
        World::build(Some(who), who, fault).await
    }

    /// A world in which what is hidden from the one is different, as the other sees it.
    pub async fn build(hidden_from: Option<Who>, who: Who, fault: Option<Fault>) -> World {
        let database = TestDb::new().await;
        let key = SigningKey::generate().expect("a key");
        let app = TestApp::keyed(key, database, fault, Policy::standard()).await;
        let mut making = Making::new(app.rows().await, app.clock.now(), hidden_from);
        write(&mut making).await;
        let rows = making.finished().await;
        let token = match who.account() {
            Some((label, ..)) => Some(app.token_of(&public_id(&format!("konto {label}"))).await),
            None => None,
        };
        World { app, token, rows }
    }

    pub async fn ask(&self, document: &str) -> Reply {
        self.app
            .gql(self.token.as_deref(), document, serde_json::json!({}))
            .await
    }

    /// The global ids of all rows of a type, hidden or not.
    pub fn ids(&self, ty: &str) -> Vec<String> {
        let of_type = self.rows.iter().filter(|(of, _)| *of == ty);
        of_type.map(|(_, label)| global(ty, label)).collect()
    }
}

/// The same in both worlds.
pub fn public_id(label: &str) -> String {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, label).hash(&mut hasher);
        hasher.finish()
    };
    format!("{:016x}{:016x}", half(1), half(2))
}

pub fn global(ty: &str, label: &str) -> String {
    id::encode(ty, &public_id(label))
}

/// Rows whose fields the secrets leave alone are seen by everybody, or the same in both worlds.
async fn write(m: &mut Making) {
    for city in ["hagen", "herne", "bochum", "essen", "minden", "witten", "luenen"] {
        m.municipality(city).await;
    }
    for network in ["ruhr", "weser"] {
        m.network(network).await;
    }
    m.topic("integration", None).await;
    for topic in ["arbeit", "sport", "kultur"] {
        m.topic(topic, Some("integration")).await;
    }
    for city in ["hagen", "herne", "bochum"] {
        m.membership(&format!("{city} im ruhrnetz"), "ruhr", city, Active).await;
    }
    m.membership("essen im ruhrnetz", "ruhr", "essen", Suspended).await;
    m.membership("minden bei weser", "weser", "minden", Active).await;
    m.membership("witten beim ruhrnetz", "ruhr", "witten", Active).await;
    m.membership("witten bei weser", "weser", "witten", Active).await;
    m.membership("luenen beim ruhrnetz", "ruhr", "luenen", Invited).await;
    for who in Who::ALL {
        m.account(who).await;
    }
    for (label, city, stands_in_for) in [
        ("bochumerin", "bochum", None),
        ("vertreter", "bochum", Some("bochumerin")),
        ("neuling", "bochum", None),
        ("hernerin", "herne", None),
        ("hagenerin", "hagen", None),
        ("essenerin", "essen", None),
        ("essener", "essen", Some("essenerin")),
    ] {
        m.user(label, city, stands_in_for).await;
    }
    people(m).await;
    contacts(m).await;
    projects(m).await;
    super::agendas::places(m).await;
    super::agendas::series(m).await;
    meetings(m).await;
    late_contacts(m).await;
    super::agendas::agendas(m).await;
    for (label, by, keeper, subject) in [
        ("vorschlag zum verein", "hagen", "herne", Some("kulturverein")),
        ("vorschlag an bochum", "herne", "bochum", Some("stadtsportbund")),
        ("vorschlag von bochum", "bochum", "hagen", None),
        ("vorschlag zum versteckten", "hagen", "bochum", Some("schatten")),
        ("vorschlag von essen", "essen", "herne", None),
        ("weiterer vorschlag", "minden", "bochum", None),
    ] {
        m.proposal(label, (by, keeper), subject).await;
    }
    m.sources().await;
}

async fn people(m: &mut Making) {
    for (label, city, level) in [
        ("mayer", "bochum", Public),
        ("anders", "bochum", Private),
        ("brandt", "bochum", Municipality),
        ("celik", "bochum", Network),
        ("crowd", "bochum", Municipality),
        ("nowak", "herne", Public),
        ("dorn", "herne", Municipality),
        ("eller", "herne", Private),
        ("faber", "essen", Private),
        ("gross", "minden", Network),
        ("hansen", "essen", Network),
        ("otto", "hagen", Public),
        ("peters", "essen", Public),
    ] {
        m.person(label, city, level).await;
    }
    for (label, city, level) in [
        ("stadtsportbund", "bochum", Public),
        ("schatten", "bochum", Municipality),
        ("dunkel", "bochum", Private),
        ("werkstatt", "bochum", Network),
        ("essenhaus", "essen", Network),
        ("abteilung", "bochum", Public),
        ("kulturverein", "herne", Public),
    ] {
        m.organization(label, city, level).await;
    }
    for (label, organization) in [
        ("einwilligung", "stadtsportbund"),
        ("weitere einwilligung", "stadtsportbund"),
        ("kulturzusage", "kulturverein"),
    ] {
        m.consent(label, organization).await;
    }
    for (label, city, level, person) in [
        ("kammer", "bochum", Municipality, "brandt"),
        ("keller", "bochum", Private, "anders"),
        ("amt", "bochum", Public, "mayer"),
        ("netzamt", "bochum", Network, "mayer"),
        ("stellvertretung", "bochum", Municipality, "mayer"),
        ("buero", "herne", Public, "nowak"),
    ] {
        m.position(label, city, level, person).await;
    }
}

async fn contacts(m: &mut Making) {
    let town = |label| Party::City(label);
    for (label, owner, city, level, state) in [
        ("allgemein", town("bochum"), "bochum", Public, State::Holds),
        ("stadtkontakt", town("bochum"), "bochum", Municipality, State::Holds),
        ("netzkontakt", town("bochum"), "bochum", Network, State::Holds),
        (
            "kulturkontakt",
            Party::Position("kammer"),
            "bochum",
            Public,
            State::Holds,
        ),
        ("amtskontakt", Party::Position("amt"), "bochum", Public, State::Holds),
        (
            "vereinskontakt",
            Party::Organization("schatten"),
            "bochum",
            Public,
            State::Holds,
        ),
        ("zurueckgezogen", town("bochum"), "bochum", Public, State::Withdrawn),
        ("abgelaufen", town("bochum"), "bochum", Public, State::Over),
        ("kuenftig", town("bochum"), "bochum", Public, State::Coming),
        ("privatkontakt", town("herne"), "herne", Private, State::Holds),
        ("hauskontakt", town("herne"), "herne", Municipality, State::Holds),
        ("haus zurueckgezogen", town("herne"), "herne", Public, State::Withdrawn),
        ("herne allgemein", town("herne"), "herne", Public, State::Holds),
        ("essenkontakt", town("essen"), "essen", Network, State::Holds),
        ("mindenkontakt", town("minden"), "minden", Network, State::Holds),
    ] {
        m.contact(label, owner, city, level, state).await;
    }
}

async fn projects(m: &mut Making) {
    for (label, lead, level) in [
        ("offenes projekt", "bochum", Public),
        ("stadtprojekt", "bochum", Municipality),
        ("netzprojekt", "bochum", Network),
        ("privatprojekt", "herne", Private),
        ("abgelehnt", "bochum", Municipality),
        ("angeboten", "bochum", Municipality),
        ("hagener projekt", "hagen", Public),
    ] {
        m.project(label, lead, level).await;
    }
    m.partner("herne lehnt ab", "abgelehnt", Party::City("herne"), Part::Declined)
        .await;
    m.partner("herne ist gefragt", "angeboten", Party::City("herne"), Part::Invited)
        .await;
    m.partner(
        "luenen dabei",
        "offenes projekt",
        Party::City("luenen"),
        Part::Confirmed,
    )
    .await;
    m.partner("einladung", "offenes projekt", Party::City("minden"), Part::Invited)
        .await;
    m.partner(
        "weitere einladung",
        "offenes projekt",
        Party::City("witten"),
        Part::Invited,
    )
    .await;
    m.partner(
        "verein beteiligt",
        "offenes projekt",
        Party::Organization("schatten"),
        Part::Confirmed,
    )
    .await;
}

async fn meetings(m: &mut Making) {
    let (ruhr, weser) = (Party::Network("ruhr"), Party::Network("weser"));
    for (label, host, level, publication) in [
        ("fachtag", Party::City("bochum"), Public, Published),
        ("entwurf", Party::City("bochum"), Public, Draft),
        ("entwurf mit herne", Party::City("bochum"), Public, Draft),
        ("netztreffen", ruhr, Network, Published),
        ("wesertreffen", weser, Network, Published),
        ("stadttreffen", Party::City("bochum"), Municipality, Published),
        ("privattreffen", Party::City("essen"), Private, Published),
        ("gemeinsam", Party::City("bochum"), Public, Published),
        ("eingeladen", Party::City("bochum"), Public, Published),
        ("hagener treffen", Party::City("hagen"), Public, Draft),
    ] {
        m.meeting(label, host, level, publication).await;
    }
    for (label, meeting, party, status) in [
        (
            "herne im entwurf",
            "entwurf mit herne",
            Party::City("herne"),
            OrganizerStatus::Invited,
        ),
        (
            "herne dabei",
            "gemeinsam",
            Party::City("herne"),
            OrganizerStatus::Confirmed,
        ),
        (
            "herne gefragt",
            "eingeladen",
            Party::City("herne"),
            OrganizerStatus::Invited,
        ),
        ("anfrage", "fachtag", Party::City("minden"), OrganizerStatus::Invited),
        (
            "weitere anfrage",
            "fachtag",
            Party::City("witten"),
            OrganizerStatus::Invited,
        ),
        (
            "verein hilft",
            "fachtag",
            Party::Organization("schatten"),
            OrganizerStatus::Confirmed,
        ),
    ] {
        m.organizer(label, meeting, party, status).await;
    }
    m.linked("fachtag", "offenes projekt").await;
    let project = m.value("fachtag", "project", "");
    m.linked("fachtag", &project).await;
    let meeting = m.value("offenes projekt", "meeting", "");
    m.linked(&meeting, "offenes projekt").await;
}

/// Public contacts of a hidden meeting and of a hidden project.
async fn late_contacts(m: &mut Making) {
    m.contact("zum entwurf", Party::Meeting("entwurf"), "bochum", Public, State::Holds)
        .await;
    m.contact("zum fachtag", Party::Meeting("fachtag"), "bochum", Public, State::Holds)
        .await;
    m.contact(
        "zum stadtprojekt",
        Party::Project("stadtprojekt"),
        "bochum",
        Public,
        State::Holds,
    )
    .await;
}
