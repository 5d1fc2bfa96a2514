//! What a transaction has changed, told to the audit log and to those who listen.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::{self, NotSet, Set};
use sea_orm::{ActiveModelTrait, EntityTrait, Iden, Iterable};
use verbund_entity::outbox_event::ChangeKind;
use verbund_entity::{audit_entry, outbox_event};

/// A record that a transaction made or changed.
pub(super) struct Change {
    pub object_type: &'static str,
    pub public_id: String,
    pub kind: ChangeKind,
    /// Names of fields as the API has them, never their values.
    pub fields: Vec<String>,
}

/// The fields that an active model sets, as the API names them.
pub(super) fn fields_set<A: ActiveModelTrait>(row: &A) -> Vec<String> {
    <A::Entity as EntityTrait>::Column::iter()
        .filter(|column| matches!(row.get(*column), ActiveValue::Set(_)))
        .map(|column| column.to_string())
        .filter(|name| !HOUSEKEEPING.contains(&name.as_str()))
        .map(|name| camel_case(&name))
        .collect()
}

/// Columns that follow from others.
const HOUSEKEEPING: &[&str] = &[
    "id",
    "public_id",
    "revision",
    "created_at",
    "updated_at",
    "search_text",
    "name_key",
    "title_key",
    "sort_at",
    "edition_sort",
    "ical_sequence",
    "previous_start",
];

/// `held_on` as `heldOn`; a reference loses its `_id`.
fn camel_case(column: &str) -> String {
    let mut name = String::with_capacity(column.len());
    for (index, word) in column.strip_suffix("_id").unwrap_or(column).split('_').enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if index > 0 => name.push(first.to_ascii_uppercase()),
            Some(first) => name.push(first),
            None => {}
        }
        name.push_str(letters.as_str());
    }
    name
}

/// Who changed something, when, for whom, and in which request.
pub(super) struct Author<'a> {
    pub user: Option<i64>,
    pub municipality: Option<i64>,
    pub network: Option<i64>,
    pub at: DateTime<Utc>,
    pub request_id: &'a str,
    pub action: &'static str,
}

impl Change {
    pub(super) fn entry(&self, author: &Author<'_>) -> audit_entry::ActiveModel {
        audit_entry::ActiveModel {
            id: NotSet,
            occurred_at: Set(author.at),
            user_id: Set(author.user),
            request_id: Set(author.request_id.to_owned()),
            action: Set(author.action.to_owned()),
            object_type: Set(self.object_type.to_owned()),
            object_public_id: Set(self.public_id.clone()),
            municipality_id: Set(author.municipality),
            network_id: Set(author.network),
            changed_fields: Set(serde_json::json!(self.fields)),
        }
    }

    pub(super) fn event(&self, author: &Author<'_>) -> outbox_event::ActiveModel {
        outbox_event::ActiveModel {
            id: NotSet,
            occurred_at: Set(author.at),
            kind: Set(self.kind),
            object_type: Set(self.object_type.to_owned()),
            object_public_id: Set(self.public_id.clone()),
        }
    }
}
