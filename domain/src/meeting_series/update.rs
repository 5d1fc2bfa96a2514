//! A series is kept by whoever holds it; its end is a date like its beginning.

use super::create::MeetingSeriesPayload;
use super::numbering::{PATTERN, check_pattern};
use super::standing_agenda::stored;
use super::{MeetingSeries, StandingAgendaItem};
use crate::Topic;
use crate::access::Action;
use crate::error::Error;
use crate::patch::{store, store_list, store_text, store_value};
use crate::problems::Problems;
use crate::session::{Session, widens};
use crate::titled::{change_title, translated_texts, translations};
use crate::values::{Edtf, LocalizedText, TextRule, fold};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;
use verbund_entity::meeting_series::ActiveModel;
use verbund_entity::{Visibility, meeting_series_topic};

/// What to change of a series (Veranstaltungsreihe ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateMeetingSeriesInput {
    /// The series to change (Veranstaltungsreihe).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// As it is called, at most 300 characters; never null (Titel).
    pub title: MaybeUndefined<String>,
    /// All translations that the title shall have, each language once; at most 20.
    pub title_translations: MaybeUndefined<Vec<LocalizedText>>,
    /// What an edition without a title of its own is called, with `{n}` once for its number; at most 290 characters.
    /// Editions that are there keep their titles (Titelmuster).
    pub title_pattern: MaybeUndefined<String>,
    /// What it is about, at most 2,000 characters (Kurzbeschreibung).
    pub summary: MaybeUndefined<String>,
    /// How often it comes, at most 120 characters (Turnus).
    pub cadence: MaybeUndefined<String>,
    /// Since when there is it, as exactly as is known (Beginn).
    pub started_in: MaybeUndefined<Edtf>,
    /// When it ended, not before the beginning; null: it goes on. Once that is over, it takes no edition to come (Ende).
    pub ended_in: MaybeUndefined<Edtf>,
    /// All that shall stand on the agenda of every new edition, in its order; at most 50 items. Editions that are there
    /// keep their agendas (ständige Tagesordnung).
    pub standing_agenda: MaybeUndefined<Vec<StandingAgendaItem>>,
    /// Who sees it; never null (Sichtbarkeit).
    pub visibility: MaybeUndefined<Visibility>,
    /// All topics that it shall have, at most 50 (Themen).
    pub topics: MaybeUndefined<Vec<ID>>,
}

impl Session {
    /// Changes a series.
    pub async fn update_meeting_series(&self, input: UpdateMeetingSeriesInput) -> Result<MeetingSeriesPayload, Error> {
        let (mut tx, row) = self
            .edit::<MeetingSeries>(Action::MeetingSeriesUpdate, &input.id)
            .await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(MeetingSeriesPayload::refused_at(id, problems));
        }
        // Whose membership rests goes on with its series, and shows none to more people than before.
        if widens(row.visibility, input.visibility.value().copied()) {
            tx.require_for::<MeetingSeries>(Action::MeetingSeriesCreate, &row)
                .await?;
        }
        let mut changed = row.into_active_model();
        let problem = &mut problems;
        change_title(problem, input.title, &mut changed.title, &mut changed.title_key);
        store_list(&mut changed.title_translations, &input.title_translations, |given| {
            translations(problem, given)
        });
        let pattern = input.title_pattern;
        store_text(problem, "titlePattern", &mut changed.title_pattern, pattern, PATTERN);
        check_pattern(changed.title_pattern.as_ref().as_deref(), problem);
        let summary = input.summary;
        store_text(problem, "summary", &mut changed.summary, summary, TextRule::SUMMARY);
        let cadence = input.cadence;
        store_text(problem, "cadence", &mut changed.cadence, cadence, TextRule::LABEL);
        store(&mut changed.started_in, input.started_in, |date| {
            date.as_str().to_owned()
        });
        store(&mut changed.ended_in, input.ended_in, |date| date.as_str().to_owned());
        let dates = |text: &Option<String>| text.as_deref().and_then(|text| Edtf::parse(text).ok());
        let (from, until) = (dates(changed.started_in.as_ref()), dates(changed.ended_in.as_ref()));
        problem.span("endedIn", from.as_ref(), until.as_ref());
        store_list(&mut changed.standing_agenda, &input.standing_agenda, |given| {
            stored(problem, given)
        });
        let level = input.visibility;
        store_value(problem, "visibility", &mut changed.visibility, level, |level| level);
        let topics = match input.topics {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(Vec::new()),
            MaybeUndefined::Value(ids) => Some(tx.linked::<Topic>(&ids, "topics", problem).await?),
        };
        if !problems.none() {
            return Ok(MeetingSeriesPayload::refused(problems));
        }
        let text = search_text(&changed);
        changed.search_text.set_if_not_equals(text);
        let mut also = Vec::new();
        if let Some(topics) = topics {
            let (near, far) = (
                meeting_series_topic::Column::MeetingSeriesId,
                meeting_series_topic::Column::TopicId,
            );
            if tx
                .relink::<Topic, meeting_series_topic::Entity>(near, id, far, &topics)
                .await?
            {
                also.push("topics");
            }
        }
        tx.update::<MeetingSeries, _>(changed, &also).await?;
        tx.finish().await?;
        Ok(MeetingSeriesPayload::done(id))
    }
}

/// What a series is found by.
pub(super) fn search_text(row: &ActiveModel) -> String {
    let mut texts = vec![row.title.as_ref().as_str()];
    texts.extend(translated_texts(row.title_translations.as_ref()));
    texts.extend(row.summary.as_ref().as_deref());
    fold::search_text(&texts)
}
