//! "Who is in charge of X in city Y": which of a municipality's contact points answers best for a topic.

use crate::contact_point::holding;
use crate::read::{Object, Rank, Scope, id, related};
use crate::{Position, Topic};
use async_graphql::{Context, ID, ServerResult};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait};
use verbund_entity::{contact_point, contact_point_topic, position_topic, topic, topic_ancestry};

/// Further away than any topic is from its broadest one.
const GENERAL: i32 = 1000;

/// The nearest topic wins: the one asked for, else the next broader one that a contact answers for, by its own topics
/// or by those its position is responsible for; else the municipality's general contact, which has no purpose.
///
/// Only a position that the viewer sees counts: otherwise the answer would tell what a hidden one is responsible for.
/// Only what holds today counts, in the own house too. For a topic that is unknown nobody is in charge.
pub(super) fn rank(ctx: &Context<'_>, scope: &Scope) -> ServerResult<Rank> {
    let asked = id::decode(&ctx.param_value::<ID>("topic", None)?.1).filter(|(ty, _)| ty == Topic::NAME);
    let public_id = asked.map(|(_, public_id)| public_id).unwrap_or_default();
    let by_topic = nearest::<contact_point_topic::Entity>(
        &public_id,
        (
            contact_point_topic::Column::TopicId,
            contact_point_topic::Column::ContactPointId,
        ),
        contact_point::Column::Id,
    );
    let mut by_position = nearest::<position_topic::Entity>(
        &public_id,
        (position_topic::Column::TopicId, position_topic::Column::PositionId),
        contact_point::Column::PositionId,
    );
    by_position.and_where(related::<Position>(
        scope,
        position_topic::Column::PositionId,
        Condition::all(),
    ));
    let is_general = Condition::all()
        .add(contact_point::Column::MunicipalityId.is_not_null())
        .add(contact_point::Column::Purpose.is_null());
    let general = Expr::case(is_general, Expr::val(GENERAL));
    let rank: Expr = Func::coalesce([subquery(by_topic), subquery(by_position), general.into()]).into();
    Ok(Rank {
        filter: holding(scope)
            .add(Expr::exists(topic_with(&public_id)))
            .add(rank.clone().is_not_null()),
        rank,
    })
}

fn topic_with(public_id: &str) -> SelectStatement {
    Query::select()
        .column(topic::Column::Id)
        .from(topic::Entity)
        .and_where(topic::Column::PublicId.eq(public_id))
        .take()
}

/// How far the nearest topic is that the contact point, or its position, is linked to.
fn nearest<J: EntityTrait>(
    public_id: &str,
    (topic_id, linked_id): (impl ColumnTrait, impl ColumnTrait),
    of: impl ColumnTrait,
) -> SelectStatement {
    Query::select()
        .expr(Expr::col((topic_ancestry::Entity, topic_ancestry::Column::Distance)).min())
        .from(topic_ancestry::Entity)
        .inner_join(
            J::default(),
            Expr::col(topic_id.as_column_ref()).equals((topic_ancestry::Entity, topic_ancestry::Column::AncestorId)),
        )
        .and_where(Expr::col(linked_id.as_column_ref()).equals(of.as_column_ref()))
        .and_where(
            Expr::col((topic_ancestry::Entity, topic_ancestry::Column::TopicId)).in_subquery(topic_with(public_id)),
        )
        .take()
}

fn subquery(select: SelectStatement) -> Expr {
    Expr::expr(Expr::SubQuery(None, Box::new(select.into())))
}
