//! A series is entered by whoever holds it.

use super::numbering::{PATTERN, check_pattern};
use super::standing_agenda::stored;
use super::update::search_text;
use super::{MeetingSeries, StandingAgendaItem};
use crate::Topic;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session};
use crate::titled::{Title, new_address, translations};
use crate::values::{Edtf, LocalizedText, Slug, TextRule};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use verbund_entity::meeting_series::ActiveModel;
use verbund_entity::{Visibility, meeting_series_topic};

/// A series to be entered (neue Veranstaltungsreihe).
#[derive(InputObject)]
pub struct CreateMeetingSeriesInput {
    /// Whose series it is, and for whom the viewer acts: a municipality, or a network for its coordinator
    /// (Veranstalterin).
    pub organizer: ID,
    /// As it is called, at most 300 characters (Titel).
    pub title: String,
    /// The title in other languages, each once; at most 20.
    #[graphql(default)]
    pub title_translations: Vec<LocalizedText>,
    /// What an edition without a title of its own is called, with `{n}` once for its number, such as
    /// „{n}. Integrationskonferenz“; at most 290 characters (Titelmuster).
    pub title_pattern: Option<String>,
    /// What it is about, at most 2,000 characters (Kurzbeschreibung).
    pub summary: Option<String>,
    /// How often it comes, at most 120 characters (Turnus).
    pub cadence: Option<String>,
    /// Since when there is it, as exactly as is known (Beginn).
    pub started_in: Option<Edtf>,
    /// When it ended, not before the beginning; absent while it goes on (Ende).
    pub ended_in: Option<Edtf>,
    /// What stands on the agenda of every edition, in its order; at most 50 items (ständige Tagesordnung).
    #[graphql(default)]
    pub standing_agenda: Vec<StandingAgendaItem>,
    /// Who sees it; its editions have a visibility of their own (Sichtbarkeit).
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// What it is about, at most 50 topics (Themen).
    #[graphql(default)]
    pub topics: Vec<ID>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
    /// The address of a record that is known by it; not offered to clients.
    #[graphql(skip)]
    pub slug: Option<Slug>,
}

payload! {
    /// The series after the change (Veranstaltungsreihe).
    MeetingSeriesPayload { meeting_series: MeetingSeries }
}

impl Session {
    /// Enters a series.
    pub async fn create_meeting_series(&self, input: CreateMeetingSeriesInput) -> Result<MeetingSeriesPayload, Error> {
        let organizer = self.find_host(&input.organizer).await?;
        let mut tx = self.create(Action::MeetingSeriesCreate, &organizer.owners()).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let title = Title::read(&mut problems, &input.title);
        let title_translations = translations(&mut problems, &input.title_translations);
        let pattern = problems.optional_text("titlePattern", input.title_pattern.as_deref(), PATTERN);
        check_pattern(pattern.as_deref(), &mut problems);
        let summary = problems.optional_text("summary", input.summary.as_deref(), TextRule::SUMMARY);
        let cadence = problems.optional_text("cadence", input.cadence.as_deref(), TextRule::LABEL);
        problems.span("endedIn", input.started_in.as_ref(), input.ended_in.as_ref());
        let standing_agenda = stored(&mut problems, &input.standing_agenda);
        let topics = tx.linked::<Topic>(&input.topics, "topics", &mut problems).await?;
        if !problems.none() {
            return Ok(MeetingSeriesPayload::refused(problems));
        }
        let first = match tx
            .once("createMeetingSeries", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(MeetingSeriesPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(MeetingSeriesPayload::refused(problems));
            }
        };
        let (public_id, slug) = new_address(&title.text, input.slug.as_ref());
        let mut row = ActiveModel {
            public_id: Set(public_id),
            slug: Set(slug),
            title: Set(title.text),
            title_key: Set(title.key),
            title_translations: Set(title_translations),
            title_pattern: Set(pattern),
            summary: Set(summary),
            cadence: Set(cadence),
            started_in: Set(input.started_in.map(|date| date.as_str().to_owned())),
            ended_in: Set(input.ended_in.map(|date| date.as_str().to_owned())),
            standing_agenda: Set(standing_agenda),
            visibility: Set(input.visibility),
            municipality_id: Set(organizer.municipality()),
            network_id: Set(organizer.network()),
            ..Default::default()
        };
        row.search_text = Set(search_text(&row));
        let series = tx.insert::<MeetingSeries, _>(row).await?;
        let (near, far) = (
            meeting_series_topic::Column::MeetingSeriesId,
            meeting_series_topic::Column::TopicId,
        );
        tx.relink::<Topic, meeting_series_topic::Entity>(near, series.id, far, &topics)
            .await?;
        tx.remember(first, series.id).await?;
        tx.finish().await?;
        Ok(MeetingSeriesPayload::done(series.id))
    }
}
