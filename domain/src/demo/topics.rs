//! What the people of the sources deal with, from the broad to the narrow.

use super::records::Records;
use crate::Topic;
use crate::error::Error;
use crate::session::Recorder;
use crate::values::fold::{order_key, search_text};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use std::collections::HashMap;
use verbund_entity::{topic, topic_ancestry};

/// Slug, German name, English name, and the topic that it is a part of.
type Row = (&'static str, &'static str, &'static str, Option<&'static str>);

const TOPICS: &[Row] = &[
    ("integration", "Integration", "Integration", None),
    (
        "arbeitsmarktintegration",
        "Arbeitsmarktintegration",
        "Labour market integration",
        Some("integration"),
    ),
    (
        "fachkraeftegewinnung",
        "Fachkräftegewinnung",
        "Recruiting skilled workers",
        Some("arbeitsmarktintegration"),
    ),
    (
        "berufseinstieg",
        "Berufseinstieg",
        "Entry into working life",
        Some("arbeitsmarktintegration"),
    ),
    (
        "anerkennung",
        "Anerkennung von Abschlüssen",
        "Recognition of qualifications",
        Some("arbeitsmarktintegration"),
    ),
    ("bildung", "Bildung", "Education", Some("integration")),
    ("spracherwerb", "Spracherwerb", "Language learning", Some("bildung")),
    ("elternarbeit", "Elternarbeit", "Work with parents", Some("bildung")),
    ("zuwanderung", "Zuwanderung", "Immigration", Some("integration")),
    (
        "suedosteuropazuwanderung",
        "Südosteuropazuwanderung",
        "Immigration from south-eastern Europe",
        Some("zuwanderung"),
    ),
    (
        "recht-und-asyl",
        "Recht und Asyl",
        "Law and asylum",
        Some("zuwanderung"),
    ),
    (
        "teilhabe",
        "Gesellschaftliche Teilhabe",
        "Taking part in society",
        Some("integration"),
    ),
    (
        "migrantenselbstorganisationen",
        "Migrantenselbstorganisationen",
        "Migrant organisations",
        Some("teilhabe"),
    ),
    ("zivilcourage", "Zivilcourage", "Civil courage", Some("teilhabe")),
    (
        "oeffentlichkeitsarbeit",
        "Öffentlichkeitsarbeit",
        "Public relations",
        None,
    ),
];

pub(super) async fn record(recorder: &mut Recorder, records: &mut Records) -> Result<(), Error> {
    // Itself and all broader ones, the nearest first.
    let mut lines: HashMap<&str, Vec<i64>> = HashMap::new();
    let mut ancestry = Vec::new();
    for (slug, german, english, broader) in TOPICS {
        let row = topic::ActiveModel {
            slug: Set((*slug).to_owned()),
            name: Set((*german).to_owned()),
            name_key: Set(order_key(german)),
            name_translations: Set(json!([{ "language": "en", "text": english }])),
            broader_id: Set(records.optional_key(*broader)?),
            search_text: Set(search_text(&[german, english])),
            ..Default::default()
        };
        let record = recorder.record::<Topic, _>(row).await?;
        let mut line = vec![record.key];
        line.extend(broader.and_then(|broader| lines.get(broader)).into_iter().flatten());
        ancestry.extend(
            (0..)
                .zip(&line)
                .map(|(distance, ancestor)| topic_ancestry::ActiveModel {
                    topic_id: Set(record.key),
                    ancestor_id: Set(*ancestor),
                    distance: Set(distance),
                }),
        );
        lines.insert(slug, line);
        records.add(slug, record)?;
    }
    recorder.add(ancestry).await
}
