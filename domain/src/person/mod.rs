//! People, as far as they hold an office or do a task in public.

mod create;
mod update;

pub use create::{CreatePersonInput, PersonPayload};
pub use update::UpdatePersonInput;

use crate::{
    Municipality, Position, SessionSpeaker, SourceReference,
    access::{Action, Of},
    read::{Fields, Object, Scope, Visible},
    session::{Owned, Owner, can},
};
use async_graphql::Value;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::person::{self, Column};
use verbund_entity::{Visibility, position, session_speaker, source_reference};

pub struct Person;

impl Object for Person {
    type Entity = person::Entity;
    const NAME: &'static str = "Person";
    const DOC: &'static str = "Somebody with an office or a task (Person). How to reach them belongs to the office.";

    fn visible(scope: &Scope) -> Visible {
        Visible::rows(scope.level(Column::Visibility, Column::StewardId))
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::GivenName, "First name or names (Vorname).");
        f.column(Column::FamilyName, "Surname (Nachname).");
        f.column(
            Column::HonorificPrefix,
            "What stands before the name, such as „Prof. Dr.“ (Titel).",
        );
        let parts = [Column::HonorificPrefix, Column::GivenName, Column::FamilyName];
        f.computed::<String>("displayName", &parts, "The whole name.", |row| {
            let parts = (0..3).filter_map(|i| row.text(i)).filter(|part| !part.is_empty());
            Value::String(parts.collect::<Vec<_>>().join(" "))
        });
        f.choice::<Visibility>(Column::Visibility, "Who sees this record.")
            .filter();
        f.one::<Municipality>("steward", Column::StewardId, "The municipality that keeps this record.")
            .filter();
        f.many::<Position>(
            "positions",
            position::Column::PersonId,
            "Offices and tasks, present and past.",
        );
        f.many::<SessionSpeaker>(
            "appearances",
            session_speaker::Column::PersonId,
            "Where the person speaks, moderates or does else, as far as the name is not withheld (Mitwirkungen).",
        );
        f.list::<SourceReference>("sources", source_reference::Column::PersonId, SourceReference::LIST);
        f.viewer_can(vec![
            can::<Self>("update", Action::PersonUpdate),
            can::<Self>("publish", Action::PersonUpdate)
                .also::<Self>(Action::PersonPublish)
                .when(Condition::all().add(Column::Visibility.ne(Visibility::Public))),
            can::<Self>("createPosition", Action::PositionCreate),
        ]);
        f.order("NAME", Column::NameKey, "By family name, then given name.");
        f.search(Column::SearchText);
    }
}

impl Owned for Person {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![Owner::municipality(Column::StewardId)]
    }
}
