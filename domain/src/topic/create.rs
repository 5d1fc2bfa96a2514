//! Topics are shared by all networks; the coordinator of any of them enters one.

use super::tree::{hold, place};
use super::{Topic, search_text};
use crate::Network;
use crate::access::{Action, Of, Owners};
use crate::error::Error;
use crate::problems::{Problems, is_duplicate};
use crate::session::{Once, Owned, Owner, Session};
use crate::titled::translations_of;
use crate::values::fold::order_key;
use crate::values::{LocalizedText, Slug, TextRule};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::topic::{ActiveModel, Column, Entity};

impl Owned for Topic {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![Owner::networks(Condition::all())]
    }
}

/// A topic to be entered (neues Thema).
#[derive(InputObject)]
pub struct CreateTopicInput {
    /// The network for which the viewer acts; the topic is for all (Netzwerk).
    pub network: ID,
    /// Its name, which no other topic has, at most 200 characters (Name).
    pub name: String,
    /// The name in other languages, each once; at most 20.
    #[graphql(default)]
    pub name_translations: Vec<LocalizedText>,
    /// The topic that it is a part of (Oberthema).
    pub broader: Option<ID>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The topic after the change (Thema).
    TopicPayload { topic: Topic }
}

impl Session {
    /// Enters a topic.
    pub async fn create_topic(&self, input: CreateTopicInput) -> Result<TopicPayload, Error> {
        let network = self.find::<Network>(&input.network).await?.id;
        let mut tx = self.create(Action::TopicCreate, &Owners::network(network)).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let name = problems.text("name", &input.name, TextRule::NAME);
        let name_translations = translations_of(
            &mut problems,
            "nameTranslations",
            &input.name_translations,
            TextRule::NAME,
        );
        let broader = match &input.broader {
            Some(id) => tx.expected::<Topic>(id, "broader", &mut problems).await?,
            None => None,
        };
        if !problems.none() {
            return Ok(TopicPayload::refused(problems));
        }
        let first = match tx.once("createTopic", input.idempotency_key.as_deref(), &input).await? {
            Once::First(first) => first,
            Once::Before(id) => return Ok(TopicPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(TopicPayload::refused(problems));
            }
        };
        let Some(slug) = Slug::of(&name) else {
            problems.invalid(
                "name",
                "Der Name braucht Buchstaben oder Ziffern.",
                "The name needs letters or digits.",
            );
            return Ok(TopicPayload::refused(problems));
        };
        let same = Condition::all().add(Column::Slug.eq(slug.as_str()));
        if !tx.rows::<Entity>(same).await?.is_empty() {
            already(&mut problems);
            return Ok(TopicPayload::refused(problems));
        }
        let broader = broader.map(|broader| broader.id);
        if broader.is_some() {
            hold(&tx).await?;
        }
        let topic = ActiveModel {
            slug: Set(slug.as_str().to_owned()),
            search_text: Set(search_text(&name, &name_translations)),
            name_key: Set(order_key(&name)),
            name: Set(name),
            name_translations: Set(name_translations),
            broader_id: Set(broader),
            ..Default::default()
        };
        let topic = match tx.insert::<Topic, _>(topic).await {
            Err(error) if is_duplicate(&error) => {
                already(&mut problems);
                return Ok(TopicPayload::refused(problems));
            }
            inserted => inserted?,
        };
        place(&tx, topic.id, broader).await?;
        tx.remember(first, topic.id).await?;
        tx.finish().await?;
        Ok(TopicPayload::done(topic.id))
    }
}

fn already(problems: &mut Problems) {
    problems.duplicate("name", "Dieses Thema gibt es schon.", "This topic is there already.");
}
