//! Topics: what somebody is in charge of.

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
        f.order("NAME", Column::NameKey, "By name.");
        f.search(Column::SearchText);
    }
}
