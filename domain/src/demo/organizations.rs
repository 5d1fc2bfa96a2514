//! The institutions that the sources name. Who keeps the record of a state's or a federal institution is our choice.

use super::records::Records;
use crate::Organization;
use crate::error::Error;
use crate::session::Recorder;
use crate::values::fold::{order_key, search_text};
use sea_orm::ActiveValue::Set;
use verbund_entity::organization::{self, LegalForm, OrganizationKind, OrganizationStatus};
use verbund_entity::{Visibility, organization_topic};

struct Row {
    name: &'static str,
    called: &'static str,
    short: Option<&'static str>,
    kind: OrganizationKind,
    legal_form: Option<LegalForm>,
    status: OrganizationStatus,
    /// The municipality that it is a unit of.
    unit_of: Option<&'static str>,
    located_in: Option<&'static str>,
    steward: &'static str,
    volunteers: Option<bool>,
    website: Option<&'static str>,
    topics: &'static [&'static str],
}

/// Something of which only this much is said.
const fn row(name: &'static str, called: &'static str, kind: OrganizationKind, steward: &'static str) -> Row {
    Row {
        name,
        called,
        short: None,
        kind,
        legal_form: None,
        status: OrganizationStatus::Active,
        unit_of: None,
        located_in: None,
        steward,
        volunteers: None,
        website: None,
        topics: &[],
    }
}

/// A unit of a city's administration.
const fn unit(name: &'static str, called: &'static str, city: &'static str) -> Row {
    Row {
        unit_of: Some(city),
        located_in: Some(city),
        ..row(name, called, OrganizationKind::AdministrativeUnit, city)
    }
}

use OrganizationKind as Kind;

const ORGANIZATIONS: &[Row] = &[
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
        volunteers: Some(true),
        topics: &["fachkraeftegewinnung"],
        ..row("acadi", "ACADI e.V.", Kind::MigrantOrganization, "hagen")
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
    Row {
        short: Some("MWEIMH"),
        status: OrganizationStatus::Dissolved,
        located_in: Some("duesseldorf"),
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
        located_in: Some("duesseldorf"),
        topics: &["arbeitsmarktintegration"],
        ..row(
            "mais",
            "Ministerium für Arbeit, Integration und Soziales des Landes Nordrhein-Westfalen",
            Kind::Ministry,
            "muelheim",
        )
    },
    Row {
        located_in: Some("duesseldorf"),
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
    Row {
        topics: &["arbeitsmarktintegration"],
        ..row(
            "duisburg-essen",
            "Universität Duisburg-Essen",
            Kind::University,
            "essen",
        )
    },
    Row {
        short: Some("DeZIM"),
        ..row(
            "dezim",
            "Deutsches Zentrum für Integrations- und Migrationsforschung",
            Kind::ResearchInstitute,
            "minden-luebbecke",
        )
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
        topics: &["zivilcourage", "teilhabe"],
        ..row(
            "partnerschaft",
            "Partnerschaft für Demokratie im Werra-Meißner-Kreis",
            Kind::CivicProgramme,
            "werra-meissner",
        )
    },
    Row {
        topics: &["integration"],
        ..row(
            "vielfaltszentrum",
            "WIR-Vielfaltszentrum Werra-Meißner",
            Kind::CivicProgramme,
            "werra-meissner",
        )
    },
];

pub(super) async fn record(recorder: &mut Recorder, records: &mut Records) -> Result<(), Error> {
    let mut links = Vec::new();
    for row in ORGANIZATIONS {
        let texts: Vec<&str> = std::iter::once(row.called).chain(row.short).collect();
        let organization = organization::ActiveModel {
            name: Set(row.called.to_owned()),
            name_key: Set(order_key(row.called)),
            short_name: Set(row.short.map(str::to_owned)),
            kind: Set(row.kind),
            legal_form: Set(row.legal_form),
            status: Set(row.status),
            parent_id: Set(None),
            municipality_id: Set(records.optional_key(row.unit_of)?),
            located_in_id: Set(records.optional_key(row.located_in)?),
            valid_from: Set(None),
            valid_until: Set(None),
            volunteer_based: Set(row.volunteers),
            website: Set(row.website.map(str::to_owned)),
            visibility: Set(Visibility::Public),
            steward_id: Set(records.key(row.steward)?),
            search_text: Set(search_text(&texts)),
            ..Default::default()
        };
        let record = recorder.record::<Organization, _>(organization).await?;
        for topic in row.topics {
            links.push(organization_topic::ActiveModel {
                organization_id: Set(record.key),
                topic_id: Set(records.key(topic)?),
            });
        }
        records.add(row.name, record)?;
    }
    recorder.add(links).await
}
