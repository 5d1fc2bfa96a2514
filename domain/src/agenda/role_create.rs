//! Who does what is put down by those who organise the meeting.

use super::input::party;
use super::kept::still_open;
use super::{SessionRole, SessionSpeaker, affiliation};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session, public_id};
use crate::values::TextRule;
use crate::{Meeting, Person};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::session_role::{self, Column, SessionFunction};
use verbund_entity::{Visibility, session_speaker};

/// A role in a session, or in all of a meeting (neue Mitwirkung).
#[derive(InputObject)]
pub struct CreateSessionRoleInput {
    /// A session, or the meeting for a role in all of it.
    pub of: ID,
    /// What is done (Aufgabe).
    pub function: SessionFunction,
    /// Who does it; absent if nobody is named (Person).
    pub person: Option<ID>,
    /// The office in which the person does it: one that the person holds or held (Funktion).
    pub position_at_the_time: Option<ID>,
    /// Who learns that it is this person, not PRIVATE; absent: members of the network, and of a TESTIMONY the houses
    /// that host and co-organise only (Sichtbarkeit des Namens).
    pub speaker_visibility: Option<Visibility>,
    /// A municipality, an organisation or a network that the person speaks for; without a person, that does it
    /// (im Auftrag von).
    pub on_behalf_of: Option<ID>,
    /// Office and house as they are now, at most 300 characters (Zugehörigkeit).
    pub affiliation_text: Option<String>,
    /// Whether whoever does it has agreed (zugesagt).
    #[graphql(default)]
    pub confirmed: bool,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The role after the change (Mitwirkung).
    SessionRolePayload { session_role: SessionRole }
}

impl Session {
    /// Puts down who does what.
    pub async fn create_session_role(&self, input: CreateSessionRoleInput) -> Result<SessionRolePayload, Error> {
        let (mut tx, meeting, session) = if public_id::<Meeting>(&input.of).is_some() {
            let (tx, meeting) = self.edit::<Meeting>(Action::AgendaUpdate, &input.of).await?;
            (tx, meeting, None)
        } else {
            let (tx, meeting, session) = self.keep_session(&input.of).await?;
            (tx, meeting, Some(session.id))
        };
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let text = input.affiliation_text.as_deref();
        let affiliation = problems.optional_text("affiliationText", text, TextRule::TITLE);
        let party = party(&tx, input.on_behalf_of.as_ref(), &mut problems).await?;
        let person = match &input.person {
            Some(id) => tx
                .expected::<Person>(id, "person", &mut problems)
                .await?
                .map(|row| row.id),
            None => None,
        };
        let office = match &input.position_at_the_time {
            Some(id) if person.is_some() => affiliation::named(&tx, id, person, &mut problems).await?,
            _ => None,
        };
        let said = input.speaker_visibility.is_some() || input.position_at_the_time.is_some();
        if input.person.is_none() && said {
            nobody(&mut problems);
        }
        let usual = match input.function {
            SessionFunction::Testimony => Visibility::Municipality,
            _ => Visibility::Network,
        };
        let visibility = input.speaker_visibility.unwrap_or(usual);
        not_private(visibility, &mut problems);
        if !problems.none() {
            return Ok(SessionRolePayload::refused(problems));
        }
        let first = match tx
            .once("createSessionRole", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(SessionRolePayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(SessionRolePayload::refused(problems));
            }
        };
        still_open(&meeting, "of", &mut problems);
        if !problems.none() {
            return Ok(SessionRolePayload::refused(problems));
        }
        let whole = session.is_none().then_some(meeting.id);
        let beside = Condition::all().add(match session {
            Some(session) => Column::SessionId.eq(session),
            None => Column::WholeId.eq(meeting.id),
        });
        let beside = tx.rows::<session_role::Entity>(beside).await?;
        let row = session_role::ActiveModel {
            meeting_id: Set(meeting.id),
            whole_id: Set(whole),
            session_id: Set(session),
            function: Set(input.function),
            position: Set(beside.iter().map(|row| row.position + 1).max().unwrap_or(1)),
            municipality_id: Set(party.and_then(|party| party.municipality())),
            organization_id: Set(party.and_then(|party| party.organization())),
            network_id: Set(party.and_then(|party| party.network())),
            affiliation_text: Set(affiliation),
            confirmed: Set(input.confirmed),
            ..Default::default()
        };
        let role = tx.insert::<SessionRole, _>(row).await?;
        if let Some(person) = person {
            let mut speaker = session_speaker::ActiveModel {
                role_id: Set(role.id),
                meeting_id: Set(meeting.id),
                person_id: Set(person),
                visibility: Set(visibility),
                ..Default::default()
            };
            affiliation::freeze(&tx, &mut speaker, office).await?;
            tx.insert::<SessionSpeaker, _>(speaker).await?;
        }
        tx.remember(first, role.id).await?;
        tx.finish().await?;
        Ok(SessionRolePayload::done(role.id))
    }
}

/// A name that nobody but administrators knew would be one that the organisers cannot keep.
pub(super) fn not_private(visibility: Visibility, problems: &mut Problems) {
    if visibility == Visibility::Private {
        problems.invalid(
            "speakerVisibility",
            "Wer mitwirkt, ist mindestens den Veranstalterinnen bekannt: höchstens MUNICIPALITY.",
            "Whoever takes part is known to the organisers at least: MUNICIPALITY at most.",
        );
    }
}

/// Something was said of the person, and there is no name.
pub(super) fn nobody(problems: &mut Problems) {
    problems.required("person", "Es ist keine Person genannt.", "No person is named.");
}
