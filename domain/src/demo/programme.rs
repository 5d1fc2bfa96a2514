//! The meetings, as a table.

use verbund_entity::meeting::{AttendanceMode, MeetingKind as Kind};
use verbund_entity::meeting_organizer::OrganizerRole as Role;
use verbund_entity::{CountQualifier, Visibility};

/// When a meeting is; times in RFC 3339.
pub(super) enum When {
    /// No date has been found yet.
    Open,
    /// It was, nobody knows when.
    Unknown,
    /// It was, and so much is known.
    Around(&'static str),
    /// From, until, doors.
    Was(&'static str, &'static str, Option<&'static str>),
    Will(&'static str, &'static str),
}

pub(super) struct Row {
    pub slug: &'static str,
    /// A city, or a network.
    pub host: &'static str,
    /// The city that houses a network's meeting.
    pub hosting: Option<&'static str>,
    pub title: &'static str,
    pub english: Option<&'static str>,
    pub theme: Option<&'static str>,
    pub motto: Option<&'static str>,
    pub summary: Option<&'static str>,
    pub kind: Kind,
    pub when: When,
    pub mode: AttendanceMode,
    pub venue: Option<&'static str>,
    pub locality: Option<&'static str>,
    pub visibility: Visibility,
    pub attendance: Option<(i32, CountQualifier)>,
    pub notes: Option<&'static str>,
    pub topics: &'static [&'static str],
    pub projects: &'static [&'static str],
    /// Who is invited, who confirms for them, and what they do. `None`: not answered yet.
    pub organizers: &'static [(&'static str, Option<&'static str>, Role)],
    pub published: bool,
    pub cancelled: Option<&'static str>,
}

/// A public meeting of which nothing more is known.
const fn row(slug: &'static str, host: &'static str, title: &'static str, kind: Kind, when: When) -> Row {
    Row {
        slug,
        host,
        hosting: None,
        title,
        english: None,
        theme: None,
        motto: None,
        summary: None,
        kind,
        when,
        mode: AttendanceMode::InPerson,
        venue: None,
        locality: None,
        visibility: Visibility::Public,
        attendance: None,
        notes: None,
        topics: &[],
        projects: &[],
        organizers: &[],
        published: true,
        cancelled: None,
    }
}

const NETWORK: &str = "integration-interkommunal";

/// Confirmed by the city of Hagen, for two of its units.
const UNITS_OF_HAGEN: &[(&str, Option<&str>, Role)] = &[
    ("ki-hagen", Some("hagen"), Role::CoOrganizer),
    ("presse-hagen", Some("hagen"), Role::CoOrganizer),
];

pub(super) const MEETINGS: &[Row] = &[
    Row {
        hosting: Some("herne"),
        english: Some("Migrant organisations and the way into work"),
        theme: Some("Die Rolle von Migrantenorganisationen für den Berufseinstieg"),
        summary: Some(
            "Vorträge und vier Thementische: welche Wege Migrantenorganisationen in die Arbeit öffnen und wie Städte \
             sie dafür gewinnen.",
        ),
        locality: Some("herne"),
        attendance: Some((100, CountQualifier::MoreThan)),
        topics: &[
            "berufseinstieg",
            "migrantenselbstorganisationen",
            "elternarbeit",
            "fachkraeftegewinnung",
        ],
        projects: &["fachkraefte-aus-der-nachbarschaft", "eltern-begleiten-die-berufswahl"],
        organizers: &[("hagen", Some("hagen"), Role::CoOrganizer)],
        ..row(
            "fachtag-berufseinstieg",
            NETWORK,
            "Fachtag: Migrantenorganisationen und Berufseinstieg",
            Kind::SpecialistConference,
            When::Unknown,
        )
    },
    Row {
        summary: Some("Das erste Treffen der Reihe, zu der die Stadt seither regelmäßig einlädt."),
        locality: Some("hagen"),
        topics: &["migrantenselbstorganisationen"],
        organizers: UNITS_OF_HAGEN,
        ..row(
            "mso-netzwerktreffen-2016",
            "hagen",
            "Erstes Netzwerktreffen der Hagener Migrantenselbstorganisationen",
            Kind::NetworkMeeting,
            When::Around("2016"),
        )
    },
    Row {
        summary: Some(
            "Rundgang durch das Rathaus, danach Termine und gemeinsame Vorhaben. Die Reihe gibt es seit 2016.",
        ),
        venue: Some("Rathaus"),
        locality: Some("hagen"),
        topics: &["migrantenselbstorganisationen", "teilhabe"],
        organizers: UNITS_OF_HAGEN,
        ..row(
            "mso-netzwerktreffen-2027",
            "hagen",
            "Netzwerktreffen der Hagener Migrantenselbstorganisationen",
            Kind::NetworkMeeting,
            When::Will("2027-03-09T18:00:00+01:00", "2027-03-09T20:30:00+01:00"),
        )
    },
    Row {
        english: Some("Festival “Diversity does us good”"),
        summary: Some("Musik, Essen und Programm für Familien, in jedem Sommer."),
        venue: Some("Dr.-Ferdinand-David-Park am AllerWeltHaus"),
        locality: Some("hagen"),
        topics: &["teilhabe"],
        ..row(
            "vielfalt-tut-gut-2027",
            "hagen",
            "Festival „Vielfalt tut gut“",
            Kind::Festival,
            When::Will("2027-07-10T14:00:00+02:00", "2027-07-10T21:00:00+02:00"),
        )
    },
    Row {
        english: Some("First forum on integration"),
        summary: Some(
            "Forschung zu Arbeit und Institutionen, dazu drei Workshops, einer davon mit Gästen aus Wuppertal.",
        ),
        venue: Some("Preußenmuseum"),
        locality: Some("minden-luebbecke"),
        attendance: Some((80, CountQualifier::About)),
        topics: &["integration", "arbeitsmarktintegration", "anerkennung"],
        projects: &["kurze-wege-zur-anerkennung"],
        ..row(
            "integrationsforum-minden-luebbecke",
            "minden-luebbecke",
            "1. Integrationsforum im Kreis Minden-Lübbecke",
            Kind::Forum,
            When::Unknown,
        )
    },
    Row {
        locality: Some("eschwege"),
        topics: &["integration"],
        organizers: WERRA_MEISSNER,
        ..row(
            "integrationskonferenz-2022",
            "werra-meissner",
            "Integrationskonferenz 2022",
            Kind::Forum,
            When::Around("2022"),
        )
    },
    Row {
        theme: Some("Berufliche Integration"),
        motto: Some("Zuwanderung als Chance"),
        summary: Some(
            "Die zweite Konferenz: Wer Arbeit sucht und wer Fachkräfte braucht, spricht miteinander, in zwei Runden zu \
             drei Themen.",
        ),
        venue: Some("E-Werk"),
        locality: Some("eschwege"),
        topics: &["arbeitsmarktintegration", "anerkennung", "spracherwerb"],
        organizers: WERRA_MEISSNER,
        ..row(
            "integrationskonferenz-2023",
            "werra-meissner",
            "Integrationskonferenz 2023",
            Kind::Forum,
            When::Was(
                "2023-11-04T10:00:00+01:00",
                "2023-11-04T13:00:00+01:00",
                Some("2023-11-04T09:45:00+01:00"),
            ),
        )
    },
    Row {
        hosting: Some("bottrop"),
        summary: Some("Arbeitsplan 2027 und der nächste Fachtag."),
        venue: Some("Rathaus"),
        locality: Some("bottrop"),
        visibility: Visibility::Network,
        projects: &[
            "fachkraefte-aus-der-nachbarschaft",
            "leitfaden-ansprache",
            "eltern-begleiten-die-berufswahl",
        ],
        ..row(
            "lenkungsgruppe-2027",
            NETWORK,
            "Lenkungsgruppe von Integration.Interkommunal",
            Kind::SteeringMeeting,
            When::Will("2027-02-04T10:00:00+01:00", "2027-02-04T12:00:00+01:00"),
        )
    },
    Row {
        english: Some("Arriving at the workplace"),
        summary: Some("Was Betriebe tun können, damit neue Kolleginnen und Kollegen bleiben."),
        locality: Some("gelsenkirchen"),
        topics: &["fachkraeftegewinnung", "spracherwerb"],
        organizers: &[
            ("essen", Some("essen"), Role::CoOrganizer),
            ("oberhausen", None, Role::CooperationPartner),
        ],
        ..row(
            "fachtag-ankommen-im-betrieb",
            "gelsenkirchen",
            "Fachtag: Ankommen im Betrieb",
            Kind::SpecialistConference,
            When::Will("2027-05-20T09:30:00+02:00", "2027-05-20T16:00:00+02:00"),
        )
    },
    Row {
        summary: Some("Für Ämter, die mit Vereinen arbeiten: einladen, zuhören, dranbleiben."),
        locality: Some("hagen"),
        visibility: Visibility::Network,
        notes: Some("Raum ist angefragt; Herne hat noch nicht zugesagt."),
        topics: &["migrantenselbstorganisationen"],
        projects: &["leitfaden-ansprache"],
        organizers: &[("herne", None, Role::CoOrganizer)],
        published: false,
        ..row(
            "workshop-auf-augenhoehe",
            "hagen",
            "Workshop: Auf Augenhöhe einladen",
            Kind::Workshop,
            When::Will("2027-04-15T13:00:00+02:00", "2027-04-15T17:00:00+02:00"),
        )
    },
    Row {
        mode: AttendanceMode::Online,
        visibility: Visibility::Network,
        topics: &["elternarbeit"],
        projects: &["eltern-begleiten-die-berufswahl"],
        published: false,
        ..row(
            "arbeitskreis-elternabende",
            "oberhausen",
            "Arbeitskreis Elternabende",
            Kind::WorkingGroupMeeting,
            When::Open,
        )
    },
    Row {
        locality: Some("duisburg"),
        topics: &["suedosteuropazuwanderung"],
        cancelled: Some("Die Referentin ist verhindert; ein neuer Termin wird gesucht."),
        ..row(
            "informationsabend-suedosteuropa",
            "duisburg",
            "Informationsabend: Zuwanderung aus Südosteuropa",
            Kind::InformationEvent,
            When::Will("2027-01-21T18:00:00+01:00", "2027-01-21T20:00:00+01:00"),
        )
    },
    Row {
        mode: AttendanceMode::Online,
        visibility: Visibility::Network,
        topics: &["anerkennung"],
        projects: &["kurze-wege-zur-anerkennung"],
        organizers: &[("minden-luebbecke", Some("minden-luebbecke"), Role::CoOrganizer)],
        ..row(
            "austausch-anerkennung",
            "werra-meissner",
            "Austausch der Kreise zur Anerkennung",
            Kind::WorkingGroupMeeting,
            When::Will("2027-03-18T14:00:00+01:00", "2027-03-18T15:30:00+01:00"),
        )
    },
];

const WERRA_MEISSNER: &[(&str, Option<&str>, Role)] = &[
    ("partnerschaft", Some("werra-meissner"), Role::CoOrganizer),
    (
        "ak-auslaenderbeiraete",
        Some("werra-meissner"),
        Role::CooperationPartner,
    ),
    ("vielfaltszentrum", Some("werra-meissner"), Role::CooperationPartner),
    ("eschwege", Some("eschwege"), Role::CooperationPartner),
];
