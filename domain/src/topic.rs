//! Topics: what somebody is in charge of.

mod change;
mod create;
mod tree;

pub use change::UpdateTopicInput;
pub use create::{CreateTopicInput, TopicPayload};

use crate::access::Action;
use crate::session::can;
use crate::titled::translated_texts;
use crate::values::fold;
use crate::{
    SourceReference,
    read::{Fields, Object, Scope, Visible},
};
use verbund_entity::source_reference;
use verbund_entity::topic::{self, Column};

pub struct Topic;

impl Object for Topic {
    type Entity = topic::Entity;
    const NAME: &'static str = "Topic";
    const DOC: &'static str = "What somebody is in charge of, works on or is asked about (Thema).";

    fn visible(_: &Scope) -> Visible {
        Visible::everybody()
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::Slug, "Its name in addresses.").filter();
        f.localized(Column::Name, Column::NameTranslations, "As it is called.");
        f.one::<Topic>(
            "broader",
            Column::BroaderId,
            "The topic that it is a part of (Oberthema).",
        )
        .filter();
        f.many::<Topic>(
            "narrower",
            Column::BroaderId,
            "The topics that are parts of it (Unterthemen).",
        );
        f.list::<SourceReference>("sources", source_reference::Column::TopicId, SourceReference::LIST);
        f.viewer_can(vec![can::<Self>("update", Action::TopicUpdate)]);
        f.order("NAME", Column::NameKey, "By name.");
        f.search(Column::SearchText);
    }
}

/// What a topic is found by.
fn search_text(name: &str, translations: &serde_json::Value) -> String {
    let mut texts = vec![name];
    texts.extend(translated_texts(translations));
    fold::search_text(&texts)
}
