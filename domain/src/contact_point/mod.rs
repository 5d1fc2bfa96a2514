//! Contact points: how to reach whom for what, each with a visibility of its own.

mod channel;
mod create;
mod departed;
mod given;
mod owner;
mod publish;
mod update;
mod verify;
mod withdraw;

pub use channel::{ChannelType, ContactChannel};
pub use create::{ContactPointPayload, CreateContactPointInput};
pub(crate) use departed::withhold_from_networks;
pub use given::ContactChannelInput;
pub use update::UpdateContactPointInput;
pub use verify::VerifyContactPointInput;
pub use withdraw::WithdrawContactPointInput;

use crate::{
    ContactOwner, Meeting, Municipality, Organization, Position, Project, SourceReference, Topic,
    access::Action,
    position::held_on,
    read::{Fields, Object, Scope, Shape, Visible, related},
    session::can,
    values::local_day,
};
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::contact_point::{self, Column, ContactVerification, PublicationBasis};
use verbund_entity::{Visibility, contact_point_topic, position, source_reference};

pub struct ContactPoint;

impl Object for ContactPoint {
    type Entity = contact_point::Entity;
    const NAME: &'static str = "ContactPoint";
    const DOC: &'static str = "How to reach whom for what (Kontakt).";

    /// By its level. In its own house always; elsewhere while it holds, and never further than the meeting or the project
    /// that it belongs to.
    fn visible(scope: &Scope) -> Visible {
        let meeting = related::<Meeting>(scope, Column::MeetingId, Condition::all());
        let project = related::<Project>(scope, Column::ProjectId, Condition::all());
        let elsewhere = holding(scope)
            .add(Column::MeetingId.is_null().or(meeting))
            .add(Column::ProjectId.is_null().or(project));
        let own_house = scope.some(Column::StewardId, &scope.viewer.own);
        Visible::rows(
            Condition::all()
                .add(scope.level(Column::Visibility, Column::StewardId))
                .add(Condition::any().add(elsewhere).add_option(own_house)),
        )
    }

    fn fields(f: &mut Fields<Self>) {
        f.one_of::<ContactOwner>(
            "owner",
            &[
                (Shape::of::<Position>, Column::PositionId),
                (Shape::of::<Organization>, Column::OrganizationId),
                (Shape::of::<Municipality>, Column::MunicipalityId),
                (Shape::of::<Meeting>, Column::MeetingId),
                (Shape::of::<Project>, Column::ProjectId),
            ],
            "What it belongs to; null if that is not visible.",
        );
        f.one::<Municipality>(
            "municipality",
            Column::StewardId,
            "The municipality whose contact it is.",
        )
        .filter();
        f.column(Column::Purpose, "What to turn to it for; null for the general contact.");
        f.column(
            Column::Audience,
            "Whom it is for (Zielgruppe), in a few words; null for everybody.",
        );
        f.computed::<Vec<ContactChannel>>("channels", &[Column::Channels], "Ways to reach it.", |row| {
            row.json(0).unwrap_or_else(|| async_graphql::Value::List(Vec::new()))
        });
        f.column(
            Column::Functional,
            "Whether it belongs to a function and not to a person (Funktionspostfach).",
        )
        .filter();
        f.choice::<Visibility>(Column::Visibility, "Who sees this record.")
            .filter();
        f.choice::<PublicationBasis>(Column::PublicationBasis, "Why it may be public.");
        f.column(Column::PublishedAt, "When it became public.");
        f.column(Column::ValidFrom, "The first day it holds.");
        f.column(Column::ValidUntil, "The last day it holds.");
        f.column(
            Column::WithdrawnAt,
            "When it was withdrawn; such a contact is seen in its own house only.",
        );
        f.opened(
            Column::VerifiedAt,
            verify::of_own_house,
            "When somebody of its own house last said that it is right; null for everybody else (geprüft am).",
        );
        f.told::<ContactVerification>(
            "verification",
            verify::tell,
            "Whether somebody has looked lately if it is right; for its own house, and null once it is withdrawn.",
        )
        .filter();
        f.list_through::<contact_point_topic::Entity, Topic>(
            "topics",
            (
                contact_point_topic::Column::ContactPointId,
                contact_point_topic::Column::TopicId,
            ),
            "What it answers for, besides what its position is in charge of.",
        );
        f.list::<SourceReference>(
            "sources",
            source_reference::Column::ContactPointId,
            SourceReference::LIST,
        );
        f.filter_through::<contact_point_topic::Entity, Topic>(
            "topic",
            (
                contact_point_topic::Column::ContactPointId,
                contact_point_topic::Column::TopicId,
            ),
            Condition::all,
            "A topic that it answers for itself.",
        );
        let there = || Condition::all().add(Column::WithdrawnAt.is_null());
        let public = || there().add(Column::Visibility.eq(Visibility::Public));
        let hidden = || there().add(Column::Visibility.ne(Visibility::Public));
        let update = || can::<Self>("update", Action::ContactPointUpdate);
        let publish = || can::<Self>("publish", Action::ContactPointUpdate);
        f.viewer_can(vec![
            update()
                .when(hidden())
                .or(update().when(public().add(of_a_function())))
                .or(update().also::<Self>(Action::ContactPointCorrect).when(public())),
            publish()
                .also::<Self>(Action::ContactPointPublish)
                .or(publish()
                    .also::<Self>(Action::ContactPointPublishFunctional)
                    .when(of_no_person()))
                .when(hidden()),
            can::<Self>("withdraw", Action::ContactPointWithdraw).when(there()),
            can::<Self>("verify", Action::ContactPointVerify).when(there()),
        ]);
        f.search(Column::SearchText);
    }
}

/// Functional mailboxes that belong to no office.
fn of_no_person() -> Condition {
    Condition::all()
        .add(Column::Functional.eq(true))
        .add(Column::PositionId.is_null())
}

/// Contacts of a function and of no person, as [`publish::Shown::of_a_function`] says it of one.
fn of_a_function() -> Condition {
    of_no_person().add(Column::PublicationBasis.eq(PublicationBasis::FunctionalAddress))
}

/// Contacts that hold today: not withdrawn, in their time, and of a position that is held.
pub(crate) fn holding(scope: &Scope) -> Condition {
    let today = local_day(scope.viewer.now);
    let held = Query::select()
        .column(position::Column::Id)
        .from(position::Entity)
        .cond_where(held_on(today))
        .take();
    Condition::all()
        .add(Column::WithdrawnAt.is_null())
        .add(Column::ValidFrom.is_null().or(Column::ValidFrom.lte(today)))
        .add(Column::ValidUntil.is_null().or(Column::ValidUntil.gte(today)))
        .add(Column::PositionId.is_null().or(Column::PositionId.in_subquery(held)))
}
