//! Requests that may be sent twice: the first result is remembered beside the change it made.

use super::Tx;
use crate::error::Error;
use async_graphql::{InputType, Value};
use aws_lc_rs::digest::{SHA256, digest};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, TryInsertResult};
use verbund_entity::idempotency_record::{ActiveModel, Column, Entity, Model};

/// What is known of a request under its key.
pub(crate) enum Once {
    /// Not seen before; `Tx::remember` its result. Without a key nothing will be remembered.
    First(Option<Remembered>),
    /// The same was done before and made this object (internal id).
    Before(i64),
    /// The key was used for something else.
    Other,
}

/// The place where a first result will be noted.
pub(crate) struct Remembered(Model);

impl Tx {
    /// Looks whether this user sent the same operation under the same key. A concurrent first one is waited for.
    ///
    /// `input` is compared as a whole, but for the key itself.
    pub(crate) async fn once(
        &self,
        operation: &'static str,
        key: Option<&str>,
        input: &impl InputType,
    ) -> Result<Once, Error> {
        let (Some(key), Some(user)) = (key, self.viewer().user) else {
            return Ok(Once::First(None));
        };
        let input_hash = hash(input)?;
        let record = ActiveModel {
            id: NotSet,
            user_id: Set(user),
            operation: Set(operation.to_owned()),
            key: Set(key.to_owned()),
            input_hash: Set(input_hash.clone()),
            object_id: Set(None),
            created_at: Set(self.now()),
        };
        let unique = OnConflict::columns([Column::UserId, Column::Operation, Column::Key])
            .do_nothing()
            .to_owned();
        let inserted = Entity::insert(record)
            .on_conflict(unique)
            .try_insert()
            .exec_without_returning(self.connection())
            .await?;
        let found = Entity::find()
            .filter(Column::UserId.eq(user))
            .filter(Column::Operation.eq(operation))
            .filter(Column::Key.eq(key))
            .one(self.connection())
            .await?
            .ok_or_else(|| Error::Internal("an idempotency record vanished".into()))?;
        Ok(match (inserted, found.object_id) {
            (TryInsertResult::Inserted(1..), _) => Once::First(Some(Remembered(found))),
            (_, Some(object)) if found.input_hash == input_hash => Once::Before(object),
            _ => Once::Other,
        })
    }

    /// Notes what a first request made.
    pub(crate) async fn remember(&self, first: Option<Remembered>, object: i64) -> Result<(), Error> {
        if let Some(Remembered(record)) = first {
            let mut record = record.into_active_model();
            record.object_id = Set(Some(object));
            record.update(self.connection()).await?;
        }
        Ok(())
    }
}

fn hash(input: &impl InputType) -> Result<String, Error> {
    let mut value = input.to_value();
    if let Value::Object(fields) = &mut value {
        fields.shift_remove("idempotencyKey");
    }
    let text = serde_json::to_vec(&value).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(digest(&SHA256, &text)
        .as_ref()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
