//! Who holds or held which office, where, since when, and what it is in charge of.

use super::records::{Records, malformed};
use crate::Position;
use crate::error::Error;
use crate::session::Recorder;
use crate::values::PartialDate;
use sea_orm::ActiveValue::Set;
use verbund_entity::position::{self, PositionFunction as Function};
use verbund_entity::{Visibility, position_topic};

/// Where an office is held.
#[derive(Clone, Copy)]
enum At {
    City(&'static str),
    Organization(&'static str),
    Network(&'static str),
}

struct Row {
    name: &'static str,
    person: &'static str,
    at: At,
    title: &'static str,
    function: Function,
    deputy_of: Option<&'static str>,
    from: Option<&'static str>,
    until: Option<&'static str>,
    visibility: Visibility,
    steward: &'static str,
    topics: &'static [&'static str],
}

/// An office of which nothing more is known.
const fn office(name: &'static str, person: &'static str, at: At, title: &'static str, function: Function) -> Row {
    Row {
        name,
        person,
        at,
        title,
        function,
        deputy_of: None,
        from: None,
        until: None,
        visibility: Visibility::Network,
        steward: "hagen",
        topics: &[],
    }
}

const POSITIONS: &[Row] = &[
    Row {
        until: Some("2023-03"),
        ..office(
            "adviser-before",
            "adviser",
            At::Organization("bezirksregierung"),
            "Beratung von Migrantenselbstorganisationen",
            Function::Adviser,
        )
    },
    Row {
        from: Some("2023-04"),
        topics: &["migrantenselbstorganisationen", "suedosteuropazuwanderung"],
        ..office(
            "adviser-now",
            "adviser",
            At::Organization("ki-hagen"),
            "Beratung von Migrantenselbstorganisationen",
            Function::Adviser,
        )
    },
    Row {
        visibility: Visibility::Public,
        steward: "muelheim",
        ..office(
            "spokesperson-office",
            "spokesperson",
            At::Network("integration-interkommunal"),
            "Sprecherin der Städtekooperation",
            Function::Spokesperson,
        )
    },
    Row {
        visibility: Visibility::Public,
        steward: "muelheim",
        ..office(
            "city-director",
            "spokesperson",
            At::City("muelheim"),
            "Stadtdirektorin",
            Function::CityDirector,
        )
    },
    Row {
        visibility: Visibility::Public,
        steward: "eschwege",
        topics: &["teilhabe"],
        ..office(
            "chair-office",
            "chair",
            At::Organization("auslaenderbeirat"),
            "Erster Vorsitzender",
            Function::Chair,
        )
    },
    Row {
        deputy_of: Some("chair-office"),
        visibility: Visibility::Public,
        steward: "eschwege",
        ..office(
            "deputy-chair-office",
            "deputy-chair",
            At::Organization("auslaenderbeirat"),
            "Stellvertretende Vorsitzende",
            Function::DeputyChair,
        )
    },
    Row {
        visibility: Visibility::Public,
        steward: "werra-meissner",
        ..office(
            "district-administrator-office",
            "district-administrator",
            At::City("werra-meissner"),
            "Landrätin",
            Function::DistrictAdministrator,
        )
    },
    Row {
        steward: "herne",
        topics: &["berufseinstieg", "elternarbeit"],
        ..office(
            "officer-herne-office",
            "officer-herne",
            At::City("herne"),
            "Koordination Integration",
            Function::Coordinator,
        )
    },
    Row {
        steward: "bochum",
        topics: &["arbeitsmarktintegration"],
        ..office(
            "officer-bochum-office",
            "officer-bochum",
            At::City("bochum"),
            "Integrationsbeauftragte",
            Function::IntegrationOfficer,
        )
    },
    Row {
        steward: "minden-luebbecke",
        topics: &["anerkennung", "spracherwerb"],
        ..office(
            "officer-minden-office",
            "officer-minden",
            At::City("minden-luebbecke"),
            "Leitung Integration",
            Function::DepartmentHead,
        )
    },
];

pub(super) async fn record(recorder: &mut Recorder, records: &mut Records) -> Result<(), Error> {
    let mut links = Vec::new();
    for row in POSITIONS {
        let (mut municipality, mut organization, mut network) = (None, None, None);
        match row.at {
            At::City(name) => municipality = Some(records.key(name)?),
            At::Organization(name) => organization = Some(records.key(name)?),
            At::Network(name) => network = Some(records.key(name)?),
        }
        let (from, until) = (date(row.from)?, date(row.until)?);
        let position = position::ActiveModel {
            person_id: Set(records.key(row.person)?),
            municipality_id: Set(municipality),
            organization_id: Set(organization),
            network_id: Set(network),
            title: Set(row.title.to_owned()),
            function: Set(row.function),
            deputy_of_id: Set(records.optional_key(row.deputy_of)?),
            starts_on: Set(from.as_ref().map(|from| from.earliest.0)),
            ends_on: Set(until.as_ref().map(|until| until.latest.0)),
            valid_from: Set(from.map(|from| from.edtf)),
            valid_until: Set(until.map(|until| until.edtf)),
            visibility: Set(row.visibility),
            steward_id: Set(records.key(row.steward)?),
            ..Default::default()
        };
        let record = recorder.record::<Position, _>(position).await?;
        for topic in row.topics {
            links.push(position_topic::ActiveModel {
                position_id: Set(record.key),
                topic_id: Set(records.key(topic)?),
            });
        }
        records.add(row.name, record)?;
    }
    recorder.add(links).await
}

fn date(edtf: Option<&str>) -> Result<Option<PartialDate>, Error> {
    edtf.map(|edtf| PartialDate::parse(edtf).map_err(malformed)).transpose()
}
