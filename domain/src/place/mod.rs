//! Places where people meet.

mod create;
mod update;

pub use create::{CreatePlaceInput, PlacePayload};
pub use update::UpdatePlaceInput;

use crate::{
    Meeting, Municipality, SourceReference,
    access::{Action, Of},
    read::{Fields, Object, Scope, Visible},
    session::{Owned, Owner, can},
};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::place::{self, Column};
use verbund_entity::{Visibility, meeting, source_reference};

pub struct Place;

impl Object for Place {
    type Entity = place::Entity;
    const NAME: &'static str = "Place";
    const DOC: &'static str = "A house, a hall or a park where people meet (Ort, Veranstaltungsort).";

    fn visible(scope: &Scope) -> Visible {
        Visible::rows(scope.level(Column::Visibility, Column::StewardId))
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::Name, "As people call it (Name).");
        f.column(Column::Street, "Street and number; null if unknown (Straße).");
        f.column(Column::PostalCode, "Null if unknown (Postleitzahl).");
        f.one::<Municipality>(
            "locality",
            Column::LocalityId,
            "The municipality that it lies in; null if unknown (Gemeinde).",
        )
        .filter();
        f.one::<Place>(
            "parent",
            Column::ParentId,
            "What it is a part of or lies at, such as the house of a hall (gehört zu).",
        );
        f.column(
            Column::Accessibility,
            "What people who cannot walk, see or hear well need to know (Barrierefreiheit).",
        );
        f.column(Column::Website, "Its page on the web; null if unknown (Webseite).");
        f.choice::<Visibility>(Column::Visibility, "Who sees this record.")
            .filter();
        f.one::<Municipality>("steward", Column::StewardId, "The municipality that keeps this record.")
            .filter();
        f.many::<Place>("parts", Column::ParentId, "Its parts, and what lies at it (Teile).");
        f.many::<Meeting>(
            "meetings",
            meeting::Column::PlaceId,
            "Meetings held there (Veranstaltungen).",
        );
        f.list::<SourceReference>("sources", source_reference::Column::PlaceId, SourceReference::LIST);
        f.viewer_can(vec![
            can::<Self>("update", Action::PlaceUpdate),
            can::<Self>("publish", Action::PlaceUpdate)
                .also::<Self>(Action::VisibilityWiden)
                .when(Condition::all().add(Column::Visibility.ne(Visibility::Public))),
        ]);
        f.order("NAME", Column::NameKey, "By name.");
        f.search(Column::SearchText);
    }
}

impl Owned for Place {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![Owner::municipality(Column::StewardId)]
    }
}
