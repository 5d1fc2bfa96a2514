//! A session is put into the agenda by those who organise the meeting.

use super::MeetingSession;
use super::input::{check_counts, session_of};
use super::kept::still_open;
use super::tree::{Planned, Tree};
use crate::Meeting;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session};
use crate::titled::{translations, translations_of};
use crate::values::{DateTime, LocalizedText, TextRule};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use verbund_entity::session::{ActiveModel, SessionKind};

/// How a session is counted in the agenda.
pub(super) const NUMBER: TextRule = TextRule::line(20);

/// A session to be put into the agenda, behind those that stand there (neuer Tagesordnungspunkt).
#[derive(InputObject)]
pub struct CreateSessionInput {
    /// The meeting it is a part of (Veranstaltung).
    pub meeting: ID,
    /// The session that it stands in, such as a phase; absent: the agenda itself. At most three levels
    /// (übergeordneter Punkt).
    pub parent: Option<ID>,
    /// As it is counted in the agenda, at most 20 characters (Nummer).
    pub number: Option<String>,
    /// As announced, at most 300 characters (Titel).
    pub title: String,
    /// The title in other languages, each once; at most 20.
    #[graphql(default)]
    pub title_translations: Vec<LocalizedText>,
    /// What it is about, at most 2,000 characters (Kurzbeschreibung).
    #[graphql(name = "abstract")]
    pub abstract_text: Option<String>,
    /// What it is about in other languages, each once; at most 20.
    #[graphql(default)]
    pub abstract_translations: Vec<LocalizedText>,
    /// What kind of part it is (Art).
    pub kind: SessionKind,
    /// Which round it runs in, counted from 1 (Phase).
    pub phase: Option<i32>,
    /// What it has in common with parts in other rounds, at most 120 characters (Strang).
    pub track: Option<String>,
    /// When it begins, inside the time of the session that it stands in (Beginn).
    pub starts_at: Option<DateTime>,
    /// When it ends, after the start (Ende).
    pub ends_at: Option<DateTime>,
    /// The room or the table, at most 120 characters; no other session is there at that time (Raum).
    pub room: Option<String>,
    /// How many people there is room for, from 1 (Plätze).
    pub capacity: Option<i32>,
    /// Whether those who come choose it (wählbar).
    #[graphql(default)]
    pub selectable: bool,
    /// Whether whoever sees the meeting sees it; absent: as the session that it stands in (öffentlich).
    pub is_public: Option<bool>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The session after the change (Tagesordnungspunkt).
    SessionPayload { session: MeetingSession }
}

impl Session {
    /// Puts a session into the agenda of a meeting.
    pub async fn create_session(&self, input: CreateSessionInput) -> Result<SessionPayload, Error> {
        let (mut tx, meeting) = self.edit::<Meeting>(Action::AgendaUpdate, &input.meeting).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let number = problems.optional_text("number", input.number.as_deref(), NUMBER);
        let title = problems.text("title", &input.title, TextRule::TITLE);
        let titles = translations(&mut problems, &input.title_translations);
        let about = problems.optional_text("abstract", input.abstract_text.as_deref(), TextRule::SUMMARY);
        let (path, given) = ("abstractTranslations", &input.abstract_translations);
        let abstracts = translations_of(&mut problems, path, given, TextRule::SUMMARY);
        let track = problems.optional_text("track", input.track.as_deref(), TextRule::LABEL);
        let room = problems.optional_text("room", input.room.as_deref(), TextRule::LABEL);
        check_counts(input.phase, input.capacity, &mut problems);
        let tree = Tree::of(&tx, meeting.id).await?;
        let parent = input.parent.as_ref();
        let parent = parent.and_then(|id| session_of(&tree, id, "parent", &mut problems));
        if !problems.none() {
            return Ok(SessionPayload::refused(problems));
        }
        let first = match tx
            .once("createSession", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(SessionPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(SessionPayload::refused(problems));
            }
        };
        still_open(&meeting, "meeting", &mut problems);
        tree.has_room(&mut problems);
        let is_public = input.is_public.unwrap_or(tree.is_public(parent));
        let planned = Planned {
            id: None,
            parent,
            starts_at: input.starts_at.map(|time| time.0),
            ends_at: input.ends_at.map(|time| time.0),
            room: room.as_deref(),
            is_public,
        };
        tree.check(&planned, &mut problems);
        if !problems.none() {
            return Ok(SessionPayload::refused(problems));
        }
        let row = ActiveModel {
            meeting_id: Set(meeting.id),
            top_id: Set(parent.is_none().then_some(meeting.id)),
            parent_id: Set(parent),
            position: Set(tree.last_place(parent)),
            number: Set(number),
            title: Set(title),
            title_translations: Set(titles),
            abstract_text: Set(about),
            abstract_translations: Set(abstracts),
            kind: Set(input.kind),
            phase: Set(input.phase),
            track: Set(track),
            starts_at: Set(planned.starts_at),
            ends_at: Set(planned.ends_at),
            room: Set(room.clone()),
            capacity: Set(input.capacity),
            selectable: Set(input.selectable),
            is_public: Set(is_public),
            ..Default::default()
        };
        let session = tx.insert::<MeetingSession, _>(row).await?;
        tx.remember(first, session.id).await?;
        tx.finish().await?;
        Ok(SessionPayload::done(session.id))
    }
}
