//! A session is changed, and may be moved to another place in the tree.

use super::MeetingSession;
use super::create::{NUMBER, SessionPayload};
use super::input::{check_counts, session_of};
use super::kept::still_open;
use super::tree::{Planned, Tree};
use crate::error::Error;
use crate::patch::{store, store_list, store_text, store_value};
use crate::problems::Problems;
use crate::session::Session;
use crate::titled::{translations, translations_of};
use crate::values::{DateTime, LocalizedText, TextRule};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::session::SessionKind;

/// What to change of a session (Tagesordnungspunkt ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateSessionInput {
    /// The session to change (Tagesordnungspunkt).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// The session that it shall stand in, behind those that stand there; null: the agenda itself
    /// (übergeordneter Punkt).
    pub parent: MaybeUndefined<ID>,
    /// As it is counted in the agenda, at most 20 characters (Nummer).
    pub number: MaybeUndefined<String>,
    /// As announced, at most 300 characters; never null (Titel).
    pub title: MaybeUndefined<String>,
    /// All translations that the title shall have, each language once; at most 20.
    pub title_translations: MaybeUndefined<Vec<LocalizedText>>,
    /// What it is about, at most 2,000 characters (Kurzbeschreibung).
    #[graphql(name = "abstract")]
    pub abstract_text: MaybeUndefined<String>,
    /// All translations that it shall have, each language once; at most 20.
    pub abstract_translations: MaybeUndefined<Vec<LocalizedText>>,
    /// What kind of part it is; never null (Art).
    pub kind: MaybeUndefined<SessionKind>,
    /// Which round it runs in, counted from 1 (Phase).
    pub phase: MaybeUndefined<i32>,
    /// What it has in common with parts in other rounds, at most 120 characters (Strang).
    pub track: MaybeUndefined<String>,
    /// When it begins, inside the time of the session that it stands in (Beginn).
    pub starts_at: MaybeUndefined<DateTime>,
    /// When it ends, after the start (Ende).
    pub ends_at: MaybeUndefined<DateTime>,
    /// The room or the table, at most 120 characters; no other session is there at that time (Raum).
    pub room: MaybeUndefined<String>,
    /// How many people there is room for, from 1 (Plätze).
    pub capacity: MaybeUndefined<i32>,
    /// Whether those who come choose it; never null (wählbar).
    pub selectable: MaybeUndefined<bool>,
    /// Whether whoever sees the meeting sees it; never null. If not, what stands in it is not seen either (öffentlich).
    pub is_public: MaybeUndefined<bool>,
}

impl Session {
    /// Changes a session.
    pub async fn update_session(&self, input: UpdateSessionInput) -> Result<SessionPayload, Error> {
        let (mut tx, meeting, row) = self.keep_session(&input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(SessionPayload::refused_at(id, problems));
        }
        still_open(&meeting, "id", &mut problems);
        let tree = Tree::of(&tx, meeting.id).await?;
        let mut changed = row.into_active_model();
        let problem = &mut problems;
        store_text(problem, "number", &mut changed.number, input.number, NUMBER);
        store_text(
            problem,
            "abstract",
            &mut changed.abstract_text,
            input.abstract_text,
            TextRule::SUMMARY,
        );
        store_list(&mut changed.title_translations, &input.title_translations, |given| {
            translations(problem, given)
        });
        store_list(
            &mut changed.abstract_translations,
            &input.abstract_translations,
            |given| translations_of(problem, "abstractTranslations", given, TextRule::SUMMARY),
        );
        store_text(problem, "track", &mut changed.track, input.track, TextRule::LABEL);
        store_text(problem, "room", &mut changed.room, input.room, TextRule::LABEL);
        store_value(problem, "kind", &mut changed.kind, input.kind, |kind| kind);
        store_value(
            problem,
            "selectable",
            &mut changed.selectable,
            input.selectable,
            |flag| flag,
        );
        store_value(problem, "isPublic", &mut changed.is_public, input.is_public, |flag| {
            flag
        });
        match input.title {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => problem.cannot_clear("title"),
            MaybeUndefined::Value(title) => {
                let title = problem.text("title", &title, TextRule::TITLE);
                changed.title.set_if_not_equals(title);
            }
        }
        check_counts(input.phase.value().copied(), input.capacity.value().copied(), problem);
        store(&mut changed.phase, input.phase, |number| number);
        store(&mut changed.capacity, input.capacity, |number| number);
        store(&mut changed.starts_at, input.starts_at, |time| time.0);
        store(&mut changed.ends_at, input.ends_at, |time| time.0);
        match input.parent {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => changed.parent_id.set_if_not_equals(None),
            MaybeUndefined::Value(parent) => {
                if let Some(parent) = session_of(&tree, &parent, "parent", problem) {
                    changed.parent_id.set_if_not_equals(Some(parent));
                }
            }
        }
        let parent = *changed.parent_id.as_ref();
        if changed.parent_id.is_set() {
            changed.top_id.set_if_not_equals(parent.is_none().then_some(meeting.id));
            changed.position = Set(tree.last_place(parent));
        }
        let planned = Planned {
            id: Some(id),
            parent,
            starts_at: *changed.starts_at.as_ref(),
            ends_at: *changed.ends_at.as_ref(),
            room: changed.room.as_ref().as_deref(),
            is_public: *changed.is_public.as_ref(),
        };
        tree.check(&planned, &mut problems);
        if !problems.none() {
            return Ok(SessionPayload::refused(problems));
        }
        if !planned.is_public {
            // What stands in something hidden would tell of it.
            for part in tree.below(id).into_iter().filter(|part| part.is_public) {
                let mut part = part.clone().into_active_model();
                part.is_public = Set(false);
                tx.update::<MeetingSession, _>(part, &[]).await?;
            }
        }
        tx.update::<MeetingSession, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(SessionPayload::done(id))
    }
}
