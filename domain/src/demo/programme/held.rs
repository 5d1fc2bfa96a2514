//! Meetings that were: what press releases, reports and announcements tell of them, and nothing else.

use super::{NETWORK, Row, UNITS_OF_HAGEN, When, row};
use verbund_entity::CountQualifier;
use verbund_entity::meeting::{MeetingKind as Kind, TargetGroup as Group};
use verbund_entity::meeting_organizer::OrganizerRole as Role;
use verbund_entity::organization::OrganizationKind as Invited;

pub(super) const MEETINGS: &[Row] = &[
    Row {
        hosting: Some("herne"),
        english: Some("Migrant organisations and the way into work"),
        alternate: &["Interkommunale Fachtagung"],
        theme: Some("Die Rolle von Migrantenorganisationen für den Berufseinstieg"),
        summary: Some(
            "Vorträge und vier Thementische: welche Wege Migrantenorganisationen in die Arbeit öffnen und wie Städte \
             sie dafür gewinnen.",
        ),
        audience: &[Group::MigrantOrganizations],
        invited: &[
            Invited::MigrantOrganization,
            Invited::Association,
            Invited::ReligiousCommunity,
        ],
        locality: Some("herne"),
        attendance: Some((100, CountQualifier::MoreThan)),
        topics: &[
            "berufseinstieg",
            "migrantenselbstorganisationen",
            "elternarbeit",
            "fachkraeftegewinnung",
        ],
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
        series: Some("mso-netzwerktreffen"),
        edition: Some(1),
        summary: Some("Das erste Treffen der Reihe, zu der die Stadt seither regelmäßig einlädt."),
        audience: &[Group::MigrantOrganizations],
        invited: &[Invited::MigrantOrganization],
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
        english: Some("First forum on integration"),
        alternate: &["Forum Integration"],
        series: Some("forum-integration"),
        edition: Some(1),
        summary: Some(
            "Forschung zu Arbeit und Institutionen, dazu drei Workshops, einer davon mit Gästen aus Wuppertal.",
        ),
        venue: Some("Preußenmuseum"),
        place: Some("preussenmuseum"),
        locality: Some("minden-luebbecke"),
        attendance: Some((80, CountQualifier::About)),
        topics: &[
            "integration",
            "arbeitsmarktintegration",
            "anerkennung",
            "spracherwerb",
            "recht-und-asyl",
        ],
        ..row(
            "integrationsforum-minden-luebbecke",
            "minden-luebbecke",
            "1. Integrationsforum im Kreis Minden-Lübbecke",
            Kind::Forum,
            When::Unknown,
        )
    },
    Row {
        series: Some("integrationskonferenz"),
        edition: Some(1),
        summary: Some(
            "Der Auftakt, ein Teil des Kommunalkompasses: Viele, die mit Integration zu tun haben, kamen ins Gespräch.",
        ),
        locality: Some("werra-meissner"),
        topics: &["integration"],
        organizers: &[
            ("partnerschaft", Some("werra-meissner"), Role::ProgrammeFrame),
            (
                "ak-auslaenderbeiraete",
                Some("werra-meissner"),
                Role::CooperationPartner,
            ),
            ("vielfaltszentrum", Some("werra-meissner"), Role::CooperationPartner),
        ],
        ..row(
            "integrationskonferenz-2022",
            "werra-meissner",
            "Integrationskonferenz 2022",
            Kind::Forum,
            When::Around("2022"),
        )
    },
    Row {
        series: Some("integrationskonferenz"),
        edition: Some(2),
        theme: Some("Berufliche Integration"),
        motto: Some("Zuwanderung als Chance"),
        summary: Some(
            "Die zweite Konferenz: Wer Arbeit sucht und wer Fachkräfte braucht, spricht miteinander, in zwei Runden zu \
             drei Themen.",
        ),
        audience: &[Group::Refugees, Group::Migrants, Group::Volunteers],
        invited: &[
            Invited::Company,
            Invited::ChamberCommerce,
            Invited::ChamberCrafts,
            Invited::EconomicDevelopment,
            Invited::Jobcenter,
            Invited::EmploymentAgency,
        ],
        venue: Some("E-Werk"),
        place: Some("e-werk"),
        notice: Some(("anmeldung@werra-meissner.example", "2023-10-31")),
        locality: Some("eschwege"),
        topics: &["arbeitsmarktintegration", "anerkennung", "spracherwerb"],
        organizers: &[
            ("partnerschaft", Some("werra-meissner"), Role::ProgrammeFrame),
            ("demokratie-leben", Some("werra-meissner"), Role::Funder),
            (
                "ak-auslaenderbeiraete",
                Some("werra-meissner"),
                Role::CooperationPartner,
            ),
            ("vielfaltszentrum", Some("werra-meissner"), Role::CooperationPartner),
            ("eschwege", Some("eschwege"), Role::CooperationPartner),
        ],
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
];
