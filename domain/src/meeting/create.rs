//! A meeting begins as a draft of whoever hosts it.

use super::when::When;
use super::{Meeting, MeetingOrganizer};
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::error::UserErrorCode;
use crate::problems::{Message, Problems};
use crate::session::{Once, PartyKey, Session, Tx, public_id};
use crate::titled::{Title, new_address, translated_texts, translations};
use crate::values::{ApproximateCountInput, DateTime, Edtf, LocalizedText, Slug, TextRule, TimeZone, fold};
use crate::{Municipality, Network, Project, Topic};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, Publication};
use verbund_entity::meeting_organizer::{self, OrganizerRole, OrganizerStatus};
use verbund_entity::{Visibility, meeting, meeting_project, meeting_topic};

/// A meeting to be prepared (neue Veranstaltung). It begins as a draft.
#[derive(InputObject)]
pub struct CreateMeetingInput {
    /// Whose meeting it is, and for whom the viewer acts: a municipality, or a network for its coordinator.
    pub host: ID,
    /// The municipality that houses a network's meeting; a municipality that hosts houses its own.
    pub hosting_municipality: Option<ID>,
    /// At most 300 characters.
    pub title: String,
    #[graphql(default)]
    pub title_translations: Vec<LocalizedText>,
    pub theme: Option<String>,
    pub motto: Option<String>,
    /// At most 2,000 characters.
    pub summary: Option<String>,
    #[graphql(default_with = "MeetingKind::NetworkMeeting")]
    pub kind: MeetingKind,
    /// With `endsAt`. Instead of `heldOn`.
    pub starts_at: Option<DateTime>,
    pub ends_at: Option<DateTime>,
    /// Einlass.
    pub doors_open_at: Option<DateTime>,
    /// Instead of a start, for a meeting of the past of which no more is known.
    pub held_on: Option<Edtf>,
    /// Absent: what follows from the times. HELD for a meeting of the past of which no time is known.
    pub status: Option<MeetingStatus>,
    /// Absent: Germany's.
    pub time_zone: Option<TimeZone>,
    #[graphql(default_with = "AttendanceMode::InPerson")]
    pub attendance_mode: AttendanceMode,
    /// The place as people call it.
    pub venue: Option<String>,
    /// The municipality that it is held in.
    pub locality: Option<ID>,
    /// Who sees it once it is published.
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// How many came, for a meeting of the past.
    pub attendance: Option<ApproximateCountInput>,
    /// For those who organise it.
    pub internal_notes: Option<String>,
    #[graphql(default)]
    pub topics: Vec<ID>,
    #[graphql(default)]
    pub projects: Vec<ID>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
    /// The address of a record that is known by it; not offered to clients.
    #[graphql(skip)]
    pub slug: Option<Slug>,
}

payload! {
    /// Die Veranstaltung nach der Änderung.
    MeetingPayload { meeting: Meeting }
}

impl Session {
    /// Prepares a meeting.
    pub async fn create_meeting(&self, input: CreateMeetingInput) -> Result<MeetingPayload, Error> {
        let host = if public_id::<Network>(&input.host).is_some() {
            PartyKey::Network(self.find::<Network>(&input.host).await?.id)
        } else {
            PartyKey::Municipality(self.find::<Municipality>(&input.host).await?.id)
        };
        let owners = Owners {
            municipalities: host.municipality().into_iter().collect(),
            networks: host.network().into_iter().collect(),
        };
        let mut tx = self.create(Action::MeetingCreate, &owners).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let title = Title::read(&mut problems, &input.title);
        let mut row = meeting::ActiveModel {
            title_translations: Set(translations(&mut problems, &input.title_translations)),
            theme: Set(problems.optional_text("theme", input.theme.as_deref(), TextRule::TITLE)),
            motto: Set(problems.optional_text("motto", input.motto.as_deref(), TextRule::TITLE)),
            summary: Set(problems.optional_text("summary", input.summary.as_deref(), TextRule::SUMMARY)),
            venue: Set(problems.optional_text("venue", input.venue.as_deref(), TextRule::NAME)),
            internal_notes: Set(problems.optional_text(
                "internalNotes",
                input.internal_notes.as_deref(),
                TextRule::DESCRIPTION,
            )),
            ..Default::default()
        };
        let when = When {
            starts_at: input.starts_at.map(|time| time.0),
            ends_at: input.ends_at.map(|time| time.0),
            doors_open_at: input.doors_open_at.map(|time| time.0),
            held_on: input.held_on.as_ref().map(|date| date.date().clone()),
        };
        let status = input.status.unwrap_or(when.status());
        check_status(status, &when, tx.now(), &mut problems);
        when.check(input.kind, status, tx.now(), &mut problems);
        if input.attendance.is_some_and(|count| count.value < 0) {
            problems.invalid(
                "attendance.value",
                "Eine Anzahl ist nicht negativ.",
                "A count is not negative.",
            );
        }
        let locality = named(&tx, input.locality.as_ref(), "locality", &mut problems).await?;
        let hosting = named(
            &tx,
            input.hosting_municipality.as_ref(),
            "hostingMunicipality",
            &mut problems,
        )
        .await?;
        if hosting.is_some() && host.municipality().is_some_and(|host| Some(host) != hosting) {
            problems.invalid(
                "hostingMunicipality",
                "Wer gastgebend ist, richtet selbst aus.",
                "A municipality that hosts houses its own meeting.",
            );
        }
        let topics = tx.linked::<Topic>(&input.topics, "topics", &mut problems).await?;
        let projects = tx.linked::<Project>(&input.projects, "projects", &mut problems).await?;
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let first = match tx
            .once("createMeeting", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(MeetingPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(MeetingPayload::refused(problems));
            }
        };
        let (public_id, slug) = new_address(&title.text, input.slug.as_ref());
        row.public_id = Set(public_id);
        row.slug = Set(slug);
        row.title = Set(title.text);
        row.title_key = Set(title.key);
        row.kind = Set(input.kind);
        row.status = Set(status);
        row.status_reason = Set(None);
        row.publication = Set(Publication::Draft);
        row.visibility = Set(input.visibility);
        row.sort_at = Set(when.sort_at());
        row.starts_at = Set(when.starts_at);
        row.ends_at = Set(when.ends_at);
        row.doors_open_at = Set(when.doors_open_at);
        row.held_on = Set(when.held_on.map(|date| date.edtf));
        row.time_zone = Set(input.time_zone.unwrap_or(TimeZone::GERMANY).as_str().to_owned());
        row.attendance_mode = Set(input.attendance_mode);
        row.locality_id = Set(locality);
        row.host_id = Set(host.municipality().or(hosting));
        row.keeper_municipality_id = Set(host.municipality());
        row.keeper_network_id = Set(host.network());
        row.attendance = Set(input.attendance.map(|count| count.value));
        row.attendance_qualifier = Set(input.attendance.map(|count| count.qualifier));
        row.search_text = Set(search_text(&row));
        let meeting = tx.insert::<Meeting, _>(row).await?;
        tx.insert::<MeetingOrganizer, _>(meeting_organizer::ActiveModel {
            meeting_id: Set(meeting.id),
            municipality_id: Set(host.municipality()),
            organization_id: Set(None),
            network_id: Set(host.network()),
            role: Set(OrganizerRole::Host),
            status: Set(OrganizerStatus::Confirmed),
            position: Set(0),
            ..Default::default()
        })
        .await?;
        link(&tx, meeting.id, Some(topics), Some(projects)).await?;
        tx.remember(first, meeting.id).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(meeting.id))
    }
}

/// A new meeting is being found, fixed, or over; the times have to agree.
fn check_status(status: MeetingStatus, when: &When, now: chrono::DateTime<chrono::Utc>, problems: &mut Problems) {
    let agrees = match status {
        MeetingStatus::Polling => when.starts_at.is_none() && when.held_on.is_none(),
        MeetingStatus::Scheduled => when.starts_at.is_some(),
        MeetingStatus::Held => when.starts_at.is_none_or(|start| start <= now),
        MeetingStatus::Postponed | MeetingStatus::Cancelled | MeetingStatus::Closed => false,
    };
    if !agrees {
        let message = Message::new(
            "Der Stand passt nicht zu den Zeiten: POLLING ohne, SCHEDULED mit Beginn, HELD für Vergangenes.",
            "The state does not agree with the times: POLLING without, SCHEDULED with a start, HELD for the past.",
        );
        problems.add(UserErrorCode::State, "status", message);
    }
}

/// The key of a municipality that an input may name.
pub(super) async fn named(tx: &Tx, id: Option<&ID>, path: &str, problems: &mut Problems) -> Result<Option<i64>, Error> {
    match id {
        Some(id) => Ok(tx.expected::<Municipality>(id, path, problems).await?.map(|row| row.id)),
        None => Ok(None),
    }
}

/// Links a meeting with topics and projects, where they are given; answers which fields that changed.
pub(super) async fn link(
    tx: &Tx,
    meeting: i64,
    topics: Option<Vec<i64>>,
    projects: Option<Vec<i64>>,
) -> Result<Vec<&'static str>, Error> {
    let mut changed = Vec::new();
    if let Some(topics) = topics {
        let (near, far) = (meeting_topic::Column::MeetingId, meeting_topic::Column::TopicId);
        if tx
            .relink::<Topic, meeting_topic::Entity>(near, meeting, far, &topics)
            .await?
        {
            changed.push("topics");
        }
    }
    if let Some(projects) = projects {
        let (near, far) = (meeting_project::Column::MeetingId, meeting_project::Column::ProjectId);
        if tx
            .relink::<Project, meeting_project::Entity>(near, meeting, far, &projects)
            .await?
        {
            changed.push("projects");
        }
    }
    Ok(changed)
}

/// What a meeting is found by.
pub(super) fn search_text(row: &meeting::ActiveModel) -> String {
    let mut texts = vec![row.title.as_ref().as_str()];
    texts.extend(translated_texts(row.title_translations.as_ref()));
    let optional = [&row.theme, &row.motto, &row.summary, &row.venue];
    texts.extend(optional.into_iter().filter_map(|text| text.as_ref().as_deref()));
    fold::search_text(&texts)
}
