//! The institutions that the sources name, and one association that is invented. Who keeps the record of a state's or a
//! federal institution is our choice.

use verbund_entity::Visibility;
use verbund_entity::organization::{AudienceScope, LegalForm, OrganizationKind as Kind, OrganizationStatus};

/// Another name, since when, and until when.
pub(super) type Other = (&'static str, Option<&'static str>, Option<&'static str>);

pub(super) struct Row {
    pub name: &'static str,
    pub called: &'static str,
    pub short: Option<&'static str>,
    pub others: &'static [Other],
    pub kind: Kind,
    pub legal_form: Option<LegalForm>,
    pub status: OrganizationStatus,
    /// The municipality that it is a unit of.
    pub unit_of: Option<&'static str>,
    pub located_in: Option<&'static str>,
    pub steward: &'static str,
    pub visibility: Visibility,
    pub volunteers: Option<bool>,
    pub scope: Option<AudienceScope>,
    pub website: Option<&'static str>,
    pub topics: &'static [&'static str],
}

/// Something of which only this much is said.
const fn row(name: &'static str, called: &'static str, kind: Kind, steward: &'static str) -> Row {
    Row {
        name,
        called,
        short: None,
        others: &[],
        kind,
        legal_form: None,
        status: OrganizationStatus::Active,
        unit_of: None,
        located_in: None,
        steward,
        visibility: Visibility::Public,
        volunteers: None,
        scope: None,
        website: None,
        topics: &[],
    }
}

/// A unit of a city's administration.
const fn unit(name: &'static str, called: &'static str, city: &'static str) -> Row {
    Row {
        unit_of: Some(city),
        located_in: Some(city),
        ..row(name, called, Kind::AdministrativeUnit, city)
    }
}

pub(super) const ORGANIZATIONS: &[Row] = &[
    Row {
        short: Some("KI"),
        website: Some("https://www.hagen.de/ki-hagen"),
        topics: &[
            "integration",
            "migrantenselbstorganisationen",
            "suedosteuropazuwanderung",
        ],
        ..unit("ki-hagen", "Kommunales Integrationszentrum Hagen", "hagen")
    },
    Row {
        topics: &["oeffentlichkeitsarbeit"],
        ..unit(
            "presse-hagen",
            "Presse- und Öffentlichkeitsarbeit & Bürgerkommunikation der Stadt Hagen",
            "hagen",
        )
    },
    Row {
        legal_form: Some(LegalForm::RegisteredAssociation),
        located_in: Some("hagen"),
        topics: &["fachkraeftegewinnung"],
        ..row("acadi", "ACADI e.V.", Kind::MigrantOrganization, "hagen")
    },
    // Invented: one that the city's advisers help to its feet. Until it stands, its own city only sees it.
    Row {
        others: &[("Nähtreff Altenhagen", Some("2024"), Some("2026-03"))],
        status: OrganizationStatus::Founding,
        located_in: Some("hagen"),
        visibility: Visibility::Municipality,
        volunteers: Some(true),
        scope: Some(AudienceScope::OpenToAll),
        topics: &["teilhabe"],
        ..row("founding", "Fadenkreis Hagen", Kind::MigrantOrganization, "hagen")
    },
    Row {
        located_in: Some("hagen"),
        ..row("stadttheater-hagen", "Stadttheater Hagen", Kind::Other, "hagen")
    },
    row(
        "bezirksregierung",
        "Bezirksregierung Arnsberg",
        Kind::RegionalGovernment,
        "hagen",
    ),
    Row {
        located_in: Some("koeln"),
        ..row(
            "staedtetag",
            "Städtetag Nordrhein-Westfalen",
            Kind::MunicipalAssociation,
            "muelheim",
        )
    },
    // Entered twice, and joined with the one above.
    Row {
        located_in: Some("koeln"),
        ..row(
            "staedtetag-doppelt",
            "Städtetag NRW",
            Kind::MunicipalAssociation,
            "muelheim",
        )
    },
    Row {
        short: Some("MWEIMH"),
        others: &[(
            "Ministerium für Wirtschaft, Energie, Mittelstand und Handwerk",
            None,
            None,
        )],
        status: OrganizationStatus::Dissolved,
        ..row(
            "mweimh",
            "Ministerium für Wirtschaft, Energie, Industrie, Mittelstand und Handwerk des Landes Nordrhein-Westfalen",
            Kind::Ministry,
            "muelheim",
        )
    },
    Row {
        short: Some("MAIS"),
        status: OrganizationStatus::Dissolved,
        topics: &["arbeitsmarktintegration"],
        ..row(
            "mais",
            "Ministerium für Arbeit, Integration und Soziales des Landes Nordrhein-Westfalen",
            Kind::Ministry,
            "muelheim",
        )
    },
    Row {
        topics: &["integration", "arbeitsmarktintegration"],
        ..row(
            "mkjfgfi",
            "Ministerium für Kinder, Jugend, Familie, Gleichstellung, Flucht und Integration des Landes \
             Nordrhein-Westfalen",
            Kind::Ministry,
            "muelheim",
        )
    },
    row(
        "kolping",
        "Kolping Hochschule für Gesundheit und Soziales",
        Kind::University,
        "herne",
    ),
    row(
        "duisburg-essen",
        "Universität Duisburg-Essen",
        Kind::University,
        "essen",
    ),
    row(
        "dezim",
        "Deutsches Zentrum für Integrations- und Migrationsforschung",
        Kind::ResearchInstitute,
        "minden-luebbecke",
    ),
    // Of a city in no network; kept by the district that it was a guest of.
    Row {
        steward: "minden-luebbecke",
        topics: &["integration", "arbeitsmarktintegration"],
        ..unit("ki-wuppertal", "Kommunales Integrationszentrum Wuppertal", "wuppertal")
    },
    Row {
        located_in: Some("wuppertal"),
        topics: &["integration", "arbeitsmarktintegration"],
        ..row(
            "haus-der-integration",
            "Haus der Integration Wuppertal",
            Kind::JointFacility,
            "minden-luebbecke",
        )
    },
    // Who works together in that house, besides the city.
    Row {
        located_in: Some("wuppertal"),
        ..row(
            "jobcenter-wuppertal",
            "Jobcenter Wuppertal",
            Kind::Jobcenter,
            "minden-luebbecke",
        )
    },
    Row {
        located_in: Some("wuppertal"),
        ..row(
            "arbeitsagentur-wuppertal",
            "Arbeitsagentur Wuppertal",
            Kind::EmploymentAgency,
            "minden-luebbecke",
        )
    },
    Row {
        located_in: Some("wuppertal"),
        ..row(
            "auslaenderbehoerde-wuppertal",
            "Ausländerbehörde Wuppertal",
            Kind::ImmigrationOffice,
            "minden-luebbecke",
        )
    },
    Row {
        short: Some("REGE"),
        legal_form: Some(LegalForm::LimitedCompany),
        located_in: Some("bielefeld"),
        topics: &["arbeitsmarktintegration"],
        ..row(
            "rege",
            "Regionale Personalentwicklungsgesellschaft mbH",
            Kind::MunicipalCompany,
            "minden-luebbecke",
        )
    },
    Row {
        short: Some("agah"),
        ..row(
            "agah",
            "Arbeitsgemeinschaft der Ausländerbeiräte Hessen",
            Kind::UmbrellaOrganization,
            "werra-meissner",
        )
    },
    row(
        "ak-auslaenderbeiraete",
        "Arbeitskreis aller Ausländerbeiräte des Werra-Meißner-Kreises",
        Kind::ImmigrantCouncil,
        "werra-meissner",
    ),
    Row {
        located_in: Some("eschwege"),
        topics: &["teilhabe"],
        ..row(
            "auslaenderbeirat",
            "Ausländerbeirat Eschwege",
            Kind::ImmigrantCouncil,
            "eschwege",
        )
    },
    Row {
        topics: &["integration"],
        ..unit(
            "fachbereich-6",
            "Fachbereich 6 des Werra-Meißner-Kreises",
            "werra-meissner",
        )
    },
    Row {
        others: &[("Demokratie Leben", None, None)],
        ..row(
            "demokratie-leben",
            "Bundesprogramm „Demokratie leben!“",
            Kind::CivicProgramme,
            "werra-meissner",
        )
    },
    Row {
        topics: &["teilhabe"],
        ..row(
            "partnerschaft",
            "Partnerschaft für Demokratie im Werra-Meißner-Kreis",
            Kind::CivicProgramme,
            "werra-meissner",
        )
    },
    Row {
        others: &[("Vielfaltszentrum Werra-Meißner-Kreis", None, None)],
        topics: &["integration"],
        ..row(
            "vielfaltszentrum",
            "WIR-Vielfaltszentrum",
            Kind::CivicProgramme,
            "werra-meissner",
        )
    },
];
