//! Writes the institutions, from their table.

use super::institutions::{ORGANIZATIONS, Other, Row};
use super::records::{Records, malformed};
use crate::Organization;
use crate::error::Error;
use crate::organization::AlternateName;
use crate::session::Recorder;
use crate::values::PartialDate;
use crate::values::fold::{order_key, search_text};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_entity::organization::ActiveModel;
use verbund_entity::organization_topic;

pub(super) async fn record(recorder: &mut Recorder, records: &mut Records) -> Result<(), Error> {
    let mut links = Vec::new();
    for row in ORGANIZATIONS {
        let record = recorder.record::<Organization, _>(columns(row, records)?).await?;
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

fn columns(row: &Row, records: &Records) -> Result<ActiveModel, Error> {
    let others = row.others.iter().map(other).collect::<Result<Vec<_>, _>>()?;
    let mut texts: Vec<&str> = std::iter::once(row.called).chain(row.short).collect();
    texts.extend(others.iter().map(|other| other.name.as_str()));
    Ok(ActiveModel {
        name: Set(row.called.to_owned()),
        name_key: Set(order_key(row.called)),
        short_name: Set(row.short.map(str::to_owned)),
        search_text: Set(search_text(&texts)),
        alternate_names: Set(json!(others)),
        kind: Set(row.kind),
        legal_form: Set(row.legal_form),
        status: Set(row.status),
        parent_id: Set(None),
        municipality_id: Set(records.optional_key(row.unit_of)?),
        located_in_id: Set(records.optional_key(row.located_in)?),
        valid_from: Set(None),
        valid_until: Set(None),
        volunteer_based: Set(row.volunteers),
        audience_scope: Set(row.scope),
        website: Set(row.website.map(str::to_owned)),
        visibility: Set(row.visibility),
        steward_id: Set(records.key(row.steward)?),
        ..Default::default()
    })
}

fn other((name, from, until): &Other) -> Result<AlternateName, Error> {
    let date = |edtf: &Option<&str>| edtf.map(PartialDate::parse).transpose().map_err(malformed);
    Ok(AlternateName {
        name: (*name).to_owned(),
        from: date(from)?,
        until: date(until)?,
    })
}
