//! Positions: the offices and tasks that people hold for a time.

mod create;
mod deputy;
mod end;
mod holder;
mod office;
mod spokesperson;
mod update;

pub use create::{CreatePositionInput, PositionPayload};
pub use end::EndPositionInput;
pub use update::UpdatePositionInput;

use crate::{
    ContactPoint, Municipality, Network, Organization, Party, Person, SourceReference, Topic,
    access::{Action, Of},
    read::{Fields, Object, Scope, Shape, Visible},
    session::{Owned, Owner, can},
    values::{PartialDate, local_day},
};
use chrono::NaiveDate;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::position::{self, Column, PositionFunction};
use verbund_entity::{Visibility, contact_point, position_topic, source_reference};

pub struct Position;

impl Object for Position {
    type Entity = position::Entity;
    const NAME: &'static str = "Position";
    const DOC: &'static str = "An office or a task that a person holds for a time (Funktion).";

    fn visible(scope: &Scope) -> Visible {
        Visible::rows(scope.level(Column::Visibility, Column::StewardId))
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Person>(
            "person",
            Column::PersonId,
            "Who holds it; null if the person's record is not visible.",
        )
        .filter();
        f.one_of::<Party>(
            "holder",
            &[
                (Shape::of::<Municipality>, Column::MunicipalityId),
                (Shape::of::<Organization>, Column::OrganizationId),
                (Shape::of::<Network>, Column::NetworkId),
            ],
            "Where it is held.",
        );
        f.column(Column::Title, "As it is called.");
        f.choice::<PositionFunction>(Column::Function, "What kind of office or task it is.")
            .filter();
        f.one::<Position>("deputyOf", Column::DeputyOfId, "The office that it stands in for.")
            .filter();
        f.computed::<Option<PartialDate>>(
            "validFrom",
            &[Column::ValidFrom],
            "When it began; null if unknown.",
            |row| PartialDate::of(row.text(0)),
        );
        f.computed::<Option<PartialDate>>(
            "validUntil",
            &[Column::ValidUntil],
            "When it ended; null while it lasts.",
            |row| PartialDate::of(row.text(0)),
        );
        f.computed::<bool>(
            "isCurrent",
            &[Column::StartsOn, Column::EndsOn],
            "Whether it is held today.",
            |row| {
                let today = local_day(row.viewer.now);
                (row.date(0).is_none_or(|start| start <= today) && row.date(1).is_none_or(|end| today <= end)).into()
            },
        );
        f.choice::<Visibility>(Column::Visibility, "Who sees this record.")
            .filter();
        f.one::<Municipality>("steward", Column::StewardId, "The municipality that keeps this record.")
            .filter();
        f.list_through::<position_topic::Entity, Topic>(
            "responsibilities",
            (position_topic::Column::PositionId, position_topic::Column::TopicId),
            "What it is in charge of (Zuständigkeiten).",
        );
        f.many::<Position>("deputies", Column::DeputyOfId, "Offices that stand in for it.");
        f.many::<ContactPoint>(
            "contacts",
            contact_point::Column::PositionId,
            "How to reach whoever holds it.",
        );
        f.list::<SourceReference>("sources", source_reference::Column::PositionId, SourceReference::LIST);
        f.filter_related::<Municipality>(
            "municipality",
            Column::MunicipalityId,
            "The municipality that it is held in.",
        );
        f.filter_related::<Network>("network", Column::NetworkId, "The network that it is held in.");
        f.filter_through::<position_topic::Entity, Topic>(
            "topic",
            (position_topic::Column::PositionId, position_topic::Column::TopicId),
            Condition::all,
            "A topic that it is in charge of.",
        );
        let publish = || can::<Self>("publish", Action::PositionUpdate).also::<Self>(Action::VisibilityWiden);
        f.viewer_can(vec![
            can::<Self>("update", Action::PositionUpdate),
            publish()
                .also::<Self>(Action::PositionPublish)
                .or(publish().when(office::is_public()))
                .when(Condition::all().add(Column::Visibility.ne(Visibility::Public))),
            can::<Self>("end", Action::PositionEnd),
        ]);
    }
}

impl Owned for Position {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![Owner::municipality(Column::StewardId)]
    }
}

/// Positions held on that day.
pub(crate) fn held_on(day: NaiveDate) -> Condition {
    Condition::all()
        .add(Column::StartsOn.is_null().or(Column::StartsOn.lte(day)))
        .add(Column::EndsOn.is_null().or(Column::EndsOn.gte(day)))
}
