//! A topic is called otherwise, or becomes a part of another one. Its address stays.

use super::create::TopicPayload;
use super::tree::{hold, is_within, place};
use super::{Topic, search_text};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::titled::translations_of;
use crate::values::fold::order_key;
use crate::values::{LocalizedText, TextRule};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;

/// What to change of a topic (Thema ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateTopicInput {
    /// The topic to change (Thema).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// As it is called, at most 200 characters; never null (Name).
    pub name: MaybeUndefined<String>,
    /// All translations that the name shall have, each language once; at most 20.
    pub name_translations: MaybeUndefined<Vec<LocalizedText>>,
    /// The topic that it is a part of, no part of its own (Oberthema).
    pub broader: MaybeUndefined<ID>,
}

impl Session {
    /// Changes a topic.
    pub async fn update_topic(&self, input: UpdateTopicInput) -> Result<TopicPayload, Error> {
        let (mut tx, row) = self.edit::<Topic>(Action::TopicUpdate, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(TopicPayload::refused_at(id, problems));
        }
        let before = row.broader_id;
        let mut changed = row.into_active_model();
        match input.name {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => problems.cannot_clear("name"),
            MaybeUndefined::Value(name) => {
                let name = problems.text("name", &name, TextRule::NAME);
                changed.name_key.set_if_not_equals(order_key(&name));
                changed.name.set_if_not_equals(name);
            }
        }
        let translations = match &input.name_translations {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(&[][..]),
            MaybeUndefined::Value(given) => Some(given.as_slice()),
        };
        if let Some(given) = translations {
            let given = translations_of(&mut problems, "nameTranslations", given, TextRule::NAME);
            changed.name_translations.set_if_not_equals(given);
        }
        let broader = match &input.broader {
            MaybeUndefined::Undefined => before,
            MaybeUndefined::Null => None,
            MaybeUndefined::Value(id) => tx
                .expected::<Topic>(id, "broader", &mut problems)
                .await?
                .map(|broader| broader.id),
        };
        let moves = problems.none() && broader != before;
        if moves {
            hold(&tx).await?;
            if let Some(broader) = broader
                && is_within(&tx, broader, id).await?
            {
                problems.invalid(
                    "broader",
                    "Ein Thema ist nicht Teil von sich selbst.",
                    "A topic is no part of itself.",
                );
            }
        }
        if !problems.none() {
            return Ok(TopicPayload::refused(problems));
        }
        let text = search_text(changed.name.as_ref(), changed.name_translations.as_ref());
        changed.search_text.set_if_not_equals(text);
        if moves {
            changed.broader_id.set_if_not_equals(broader);
            place(&tx, id, broader).await?;
        }
        tx.update::<Topic, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(TopicPayload::done(id))
    }
}
