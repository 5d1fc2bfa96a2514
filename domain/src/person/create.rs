//! A person is entered by the municipality that keeps the record, because of an office or a task.

use super::Person;
use crate::Municipality;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session};
use crate::values::{TextRule, fold};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use verbund_entity::Visibility;
use verbund_entity::person::ActiveModel;

/// A person to be entered (neue Person), as far as an office or a task makes it necessary.
#[derive(InputObject)]
pub struct CreatePersonInput {
    /// The municipality that keeps the record, and for which the viewer acts (zuständige Kommune).
    pub steward: ID,
    /// First name or names, at most 200 characters (Vorname).
    pub given_name: String,
    /// Surname, at most 200 characters (Nachname).
    pub family_name: String,
    /// What stands before the name, at most 120 characters (Titel).
    pub honorific_prefix: Option<String>,
    /// Who sees the record; making it public asks for a right of its own (Sichtbarkeit).
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The person after the change (Person).
    PersonPayload { person: Person }
}

impl Session {
    /// Enters a person.
    pub async fn create_person(&self, input: CreatePersonInput) -> Result<PersonPayload, Error> {
        let steward = self.find::<Municipality>(&input.steward).await?.id;
        let owners = Owners::municipality(steward);
        let mut tx = self.create(Action::PersonCreate, &owners).await?;
        if input.visibility == Visibility::Public {
            tx.require(Action::PersonPublish, &owners)?;
        }
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let given = problems.text("givenName", &input.given_name, TextRule::NAME);
        let family = problems.text("familyName", &input.family_name, TextRule::NAME);
        let prefix = problems.optional_text("honorificPrefix", input.honorific_prefix.as_deref(), TextRule::LABEL);
        if !problems.none() {
            return Ok(PersonPayload::refused(problems));
        }
        let first = match tx
            .once("createPerson", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(PersonPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(PersonPayload::refused(problems));
            }
        };
        let row = tx
            .insert::<Person, _>(ActiveModel {
                name_key: Set(name_key(&given, &family)),
                search_text: Set(fold::search_text(&[&given, &family])),
                given_name: Set(given),
                family_name: Set(family),
                honorific_prefix: Set(prefix),
                visibility: Set(input.visibility),
                steward_id: Set(steward),
                ..Default::default()
            })
            .await?;
        tx.remember(first, row.id).await?;
        tx.finish().await?;
        Ok(PersonPayload::done(row.id))
    }
}

/// By what people are ordered: family name, then given name.
pub(super) fn name_key(given: &str, family: &str) -> String {
    fold::order_key(&format!("{family} {given}"))
}
