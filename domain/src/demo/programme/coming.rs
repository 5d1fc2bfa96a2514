//! Meetings to come: all invented, also where a series is real; see `Row::told`.

use super::{CENTRE_OF_HAGEN, NETWORK, Row, UNITS_OF_HAGEN, When, row};
use verbund_entity::Visibility;
use verbund_entity::meeting::{AttendanceMode, MeetingKind as Kind, TargetGroup as Group};
use verbund_entity::meeting_organizer::OrganizerRole as Role;
use verbund_entity::organization::OrganizationKind as Invited;

pub(super) const MEETINGS: &[Row] = &[
    Row {
        series: Some("mso-netzwerktreffen"),
        summary: Some(
            "Rundgang durch das Rathaus, danach Termine und gemeinsame Vorhaben. Die Reihe gibt es seit 2016.",
        ),
        audience: &[Group::MigrantOrganizations],
        invited: &[Invited::MigrantOrganization],
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
        summary: Some("Wie ein Verein von sich hören lässt: Texte, Bilder, Presse."),
        audience: &[Group::MigrantOrganizations, Group::Volunteers],
        invited: &[Invited::MigrantOrganization],
        locality: Some("hagen"),
        topics: &["oeffentlichkeitsarbeit", "migrantenselbstorganisationen"],
        organizers: UNITS_OF_HAGEN,
        postponed: Some("Die Räume werden renoviert; ein neuer Termin folgt."),
        ..row(
            "schulung-oeffentlichkeitsarbeit-2027",
            "hagen",
            "Schulung: Öffentlichkeitsarbeit für Vereine",
            Kind::Training,
            When::Will("2027-04-24T10:00:00+02:00", "2027-04-24T15:00:00+02:00"),
        )
    },
    Row {
        summary: Some("Hinsehen, ansprechen, Hilfe holen: was man in Schule und Kita tun kann."),
        audience: &[Group::Educators, Group::GeneralPublic],
        locality: Some("hagen"),
        topics: &["zivilcourage"],
        organizers: CENTRE_OF_HAGEN,
        moved_online: true,
        ..row(
            "informationsveranstaltung-zivilcourage-2027",
            "hagen",
            "Informationsveranstaltung: Zivilcourage im Alltag",
            Kind::InformationEvent,
            When::Will("2027-06-02T15:00:00+02:00", "2027-06-02T17:00:00+02:00"),
        )
    },
    Row {
        series: Some("vielfalt-tut-gut"),
        english: Some("Festival “Diversity does us good”"),
        summary: Some("Kultur und ein Programm für Familien, in jedem Sommer."),
        audience: &[Group::Families, Group::GeneralPublic],
        venue: Some("Dr.-Ferdinand-David-Park am AllerWeltHaus"),
        place: Some("ferdinand-david-park"),
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
        english: Some("Intercultural weeks"),
        summary: Some("Das Dach über vielen kleinen Terminen, in jedem Jahr."),
        audience: &[Group::GeneralPublic],
        locality: Some("hagen"),
        topics: &["teilhabe"],
        organizers: CENTRE_OF_HAGEN,
        ..row(
            "interkulturelle-wochen-2027",
            "hagen",
            "Interkulturelle Wochen",
            Kind::Umbrella,
            When::Will("2027-09-18T10:00:00+02:00", "2027-10-03T18:00:00+02:00"),
        )
    },
    Row {
        summary: Some("Zu Fuß von einem Gotteshaus zum nächsten, ein Teil der Interkulturellen Wochen."),
        audience: &[Group::GeneralPublic],
        invited: &[Invited::ReligiousCommunity],
        locality: Some("hagen"),
        topics: &["teilhabe"],
        organizers: CENTRE_OF_HAGEN,
        ..row(
            "interreligioeser-spaziergang-2027",
            "hagen",
            "Interreligiöser Spaziergang",
            Kind::GuidedWalk,
            When::Will("2027-09-19T14:00:00+02:00", "2027-09-19T16:30:00+02:00"),
        )
    },
    Row {
        summary: Some("Geschichten vom Ankommen, gemeinsam aufgeschrieben, ein Teil der Interkulturellen Wochen."),
        audience: &[Group::Newcomers, Group::GeneralPublic],
        locality: Some("hagen"),
        topics: &["teilhabe", "spracherwerb"],
        organizers: CENTRE_OF_HAGEN,
        ..row(
            "workshop-ankommen-erzaehlen-2027",
            "hagen",
            "Workshop: Vom Ankommen erzählen",
            Kind::Workshop,
            When::Will("2027-09-25T11:00:00+02:00", "2027-09-25T15:00:00+02:00"),
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
        audience: &[Group::Companies, Group::HealthAndCare],
        invited: &[Invited::Company, Invited::HospitalCare, Invited::EmployersAssociation],
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
        audience: &[Group::Administration],
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
        audience: &[Group::Parents],
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
        audience: &[Group::GeneralPublic],
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
        projects: &["abschluesse-schneller-anerkennen"],
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
