//! Which topic is a part of which, kept as all the pairs that follow from it.

use super::Topic;
use crate::error::Error;
use crate::session::Tx;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::topic_ancestry::{ActiveModel, Column, Entity, Model};

/// Whoever changes the tree has it alone: two topics that become parts of each other at once would make a circle. It is
/// small and rarely changed.
pub(super) async fn hold(tx: &Tx) -> Result<(), Error> {
    tx.lock_all::<Topic>(Condition::all()).await.map(|_| ())
}

/// Whether a topic is the other one, or a part of it.
pub(super) async fn is_within(tx: &Tx, topic: i64, other: i64) -> Result<bool, Error> {
    let pair = Condition::all()
        .add(Column::TopicId.eq(topic))
        .add(Column::AncestorId.eq(other));
    Ok(!tx.rows::<Entity>(pair).await?.is_empty())
}

/// Puts a topic, with all that is part of it, under another one, or at the top.
pub(super) async fn place(tx: &Tx, topic: i64, broader: Option<i64>) -> Result<(), Error> {
    let above = match broader {
        Some(broader) => {
            tx.rows::<Entity>(Condition::all().add(Column::TopicId.eq(broader)))
                .await?
        }
        None => Vec::new(),
    };
    let mut parts = tx
        .rows::<Entity>(Condition::all().add(Column::AncestorId.eq(topic)))
        .await?;
    if parts.is_empty() {
        let itself = Model {
            topic_id: topic,
            ancestor_id: topic,
            distance: 0,
        };
        parts.push(itself);
    }
    let moved: Vec<i64> = parts.iter().map(|part| part.topic_id).collect();
    let all_above = Condition::all().add(Column::TopicId.is_in(moved));
    let mut links = Vec::new();
    for known in tx.rows::<Entity>(all_above.clone()).await? {
        // What lies between a part and the topic stays; what lay above the topic does not.
        let depth = parts.iter().find(|part| part.topic_id == known.topic_id);
        if depth.is_some_and(|part| known.distance < part.distance) {
            links.push(link(known.topic_id, known.ancestor_id, known.distance));
        }
    }
    for part in &parts {
        links.push(link(part.topic_id, topic, part.distance));
        links.extend(
            above
                .iter()
                .map(|one| link(part.topic_id, one.ancestor_id, part.distance + 1 + one.distance)),
        );
    }
    tx.replace_links(all_above, links).await
}

fn link(topic: i64, ancestor: i64, distance: i32) -> ActiveModel {
    ActiveModel {
        topic_id: Set(topic),
        ancestor_id: Set(ancestor),
        distance: Set(distance),
    }
}
