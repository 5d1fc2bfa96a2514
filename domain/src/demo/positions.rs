//! Who holds or held which office, where, since when, and what it is in charge of.

use super::offices::{At, POSITIONS};
use super::records::{Records, malformed};
use crate::Position;
use crate::error::Error;
use crate::session::Recorder;
use crate::values::PartialDate;
use sea_orm::ActiveValue::Set;
use verbund_entity::{position, position_topic};

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
