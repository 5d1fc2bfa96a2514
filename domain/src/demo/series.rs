//! Series, entered by whoever holds them before their editions are.

use super::acting::Cast;
use super::programme::series::SERIES;
use super::projects::english;
use super::records::{Records, made, malformed};
use crate::error::Error;
use crate::session::Record;
use crate::values::{Edtf, Slug};
use crate::{CreateMeetingSeriesInput, MeetingSeries, StandingAgendaItem};
use verbund_entity::Visibility;

pub(super) async fn make(cast: &Cast<'_>, records: &mut Records) -> Result<(), Error> {
    for series in SERIES {
        let items = series.agenda.iter().map(|(title, kind)| StandingAgendaItem {
            title: (*title).to_owned(),
            kind: *kind,
            minutes: None,
            abstract_text: None,
        });
        let input = CreateMeetingSeriesInput {
            organizer: records.id(series.organizer)?,
            title: series.title.to_owned(),
            title_translations: match series.english {
                Some(title) => english(title)?,
                None => Vec::new(),
            },
            title_pattern: series.pattern.map(str::to_owned),
            summary: Some(series.summary.to_owned()),
            cadence: series.cadence.map(str::to_owned),
            started_in: series.started_in.map(Edtf::parse).transpose().map_err(malformed)?,
            ended_in: None,
            standing_agenda: items.collect(),
            visibility: Visibility::Public,
            topics: records.ids(series.topics)?,
            idempotency_key: None,
            slug: Some(Slug::parse(series.slug).map_err(malformed)?),
        };
        let holder = cast.of(series.organizer, records)?;
        let payload = holder.create_meeting_series(input).await?;
        let key = made(series.slug, payload.meeting_series, &payload.user_errors)?.key();
        records.add(series.slug, Record::of::<MeetingSeries>(cast.db, key).await?)?;
    }
    Ok(())
}
