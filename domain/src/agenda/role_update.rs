//! Who does what is changed, and who learns of the name.

use super::input::party;
use super::kept::still_open;
use super::role_create::{SessionRolePayload, nobody, not_private};
use super::{SessionRole, SessionSpeaker, affiliation};
use crate::Person;
use crate::access::Action;
use crate::error::Error;
use crate::patch::{store_text, store_value};
use crate::problems::Problems;
use crate::session::{Row, Session, Tx};
use crate::values::TextRule;
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::session_role::SessionFunction;
use verbund_entity::{Visibility, session_speaker};

/// What to change of a role (Mitwirkung ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateSessionRoleInput {
    /// The role to change (Mitwirkung).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// What is done; never null (Aufgabe).
    pub function: MaybeUndefined<SessionFunction>,
    /// Its place among the roles beside it, from 1; never null (Reihenfolge).
    pub position: MaybeUndefined<i32>,
    /// Who does it (Person).
    pub person: MaybeUndefined<ID>,
    /// The office in which the person does it: one that the person holds or held; gone when another person is named
    /// (Funktion).
    pub position_at_the_time: MaybeUndefined<ID>,
    /// Who learns that it is this person, not PRIVATE; never null (Sichtbarkeit des Namens).
    pub speaker_visibility: MaybeUndefined<Visibility>,
    /// For whom the person speaks; without a person, who does it (im Auftrag von).
    pub on_behalf_of: MaybeUndefined<ID>,
    /// Office and house as they were at the time, at most 300 characters (Zugehörigkeit).
    pub affiliation_text: MaybeUndefined<String>,
    /// Whether whoever does it has agreed; never null (zugesagt).
    pub confirmed: MaybeUndefined<bool>,
}

impl Session {
    /// Changes a role.
    pub async fn update_session_role(&self, input: UpdateSessionRoleInput) -> Result<SessionRolePayload, Error> {
        let (mut tx, meeting, row) = self.keep_role(Action::AgendaUpdate, &input.id).await?;
        let role = row.clone();
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(SessionRolePayload::refused_at(role.id, problems));
        }
        still_open(&meeting, "id", &mut problems);
        let mut changed = row.into_active_model();
        let problem = &mut problems;
        store_value(problem, "function", &mut changed.function, input.function, |function| {
            function
        });
        store_value(problem, "position", &mut changed.position, input.position, |position| {
            position
        });
        store_value(problem, "confirmed", &mut changed.confirmed, input.confirmed, |flag| {
            flag
        });
        let text = input.affiliation_text;
        store_text(
            problem,
            "affiliationText",
            &mut changed.affiliation_text,
            text,
            TextRule::TITLE,
        );
        if *changed.position.as_ref() < 1 {
            problem.invalid("position", "Gezählt wird ab 1.", "Counting begins with 1.");
        }
        if !input.on_behalf_of.is_undefined() {
            let party = party(&tx, input.on_behalf_of.value(), problem).await?;
            changed
                .municipality_id
                .set_if_not_equals(party.and_then(|party| party.municipality()));
            changed
                .organization_id
                .set_if_not_equals(party.and_then(|party| party.organization()));
            changed
                .network_id
                .set_if_not_equals(party.and_then(|party| party.network()));
        }
        let mut named = Named::read(&tx, &input.person, input.speaker_visibility, problem).await?;
        let before = Condition::all().add(session_speaker::Column::RoleId.eq(role.id));
        let before = tx.rows::<session_speaker::Entity>(before).await?.pop();
        let who_was = before.as_ref().map(|before| before.person_id);
        let whom = named.person.unwrap_or(who_was);
        named.office = match &input.position_at_the_time {
            MaybeUndefined::Value(id) if whom.is_some() => {
                Some(affiliation::named(&tx, id, whom, &mut problems).await?)
            }
            MaybeUndefined::Null => Some(None),
            _ => (whom != who_was).then_some(None),
        };
        if whom.is_none() && (named.visibility.is_some() || input.position_at_the_time.value().is_some()) {
            nobody(&mut problems);
        }
        if !problems.none() {
            return Ok(SessionRolePayload::refused(problems));
        }
        let also: &[&str] = if named.store(&mut tx, &role, before).await? {
            &["speakers"]
        } else {
            &[]
        };
        tx.update::<SessionRole, _>(changed, also).await?;
        tx.finish().await?;
        Ok(SessionRolePayload::done(role.id))
    }
}

/// What an update says of the person.
struct Named {
    /// `Some(None)`: nobody.
    person: Option<Option<i64>>,
    visibility: Option<Visibility>,
    /// `Some(None)`: none.
    office: Option<Option<i64>>,
}

impl Named {
    async fn read(
        tx: &Tx,
        person: &MaybeUndefined<ID>,
        visibility: MaybeUndefined<Visibility>,
        problems: &mut Problems,
    ) -> Result<Self, Error> {
        if visibility.is_null() {
            problems.cannot_clear("speakerVisibility");
        }
        let visibility = visibility.take();
        not_private(visibility.unwrap_or(Visibility::Network), problems);
        let person = match person {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(None),
            MaybeUndefined::Value(id) => Some(tx.expected::<Person>(id, "person", problems).await?.map(|row| row.id)),
        };
        Ok(Named {
            person,
            visibility,
            office: None,
        })
    }

    /// Stores it; answers whether that changed anything.
    async fn store(
        self,
        tx: &mut Tx,
        role: &Row<SessionRole>,
        before: Option<Row<SessionSpeaker>>,
    ) -> Result<bool, Error> {
        match (before, self.person) {
            (None, Some(Some(person))) => {
                let usual = match role.function {
                    SessionFunction::Testimony => Visibility::Municipality,
                    _ => Visibility::Network,
                };
                let mut speaker = session_speaker::ActiveModel {
                    role_id: Set(role.id),
                    meeting_id: Set(role.meeting_id),
                    person_id: Set(person),
                    visibility: Set(self.visibility.unwrap_or(usual)),
                    ..Default::default()
                };
                affiliation::freeze(tx, &mut speaker, self.office.flatten()).await?;
                tx.insert::<SessionSpeaker, _>(speaker).await?;
            }
            (Some(before), Some(None)) => tx.delete::<SessionSpeaker, _>(before).await?,
            (Some(before), person) => {
                let mut speaker = before.into_active_model();
                if let Some(Some(person)) = person {
                    speaker.person_id.set_if_not_equals(person);
                }
                if let Some(visibility) = self.visibility {
                    speaker.visibility.set_if_not_equals(visibility);
                }
                if let Some(office) = self.office {
                    affiliation::freeze(tx, &mut speaker, office).await?;
                }
                let different = speaker.is_changed();
                tx.update::<SessionSpeaker, _>(speaker, &[]).await?;
                return Ok(different);
            }
            (None, _) => return Ok(false),
        }
        Ok(true)
    }
}
