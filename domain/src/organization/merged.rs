//! What leads to an organisation leads to the one that takes its place. A test walks all foreign keys to organisations,
//! so that a new one is not forgotten here.

use super::{DirectoryConsent, Organization};
use crate::error::Error;
use crate::session::{Owned, Row, Tx};
use crate::{ContactPoint, MeetingOrganizer, Position, ProjectParticipation, SessionRole};
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel};
use verbund_entity::meeting_organizer::{self, OrganizerStatus};
use verbund_entity::project_participation::{self, ParticipationStatus};
use verbund_entity::{
    attendance_line_organization, contact_point, directory_consent, organization, organization_successor,
    organization_topic, position, session_role, source_reference,
};

/// Hands over all that leads to one organisation. Answers which fields of the other one may have changed.
pub(super) async fn take_over(tx: &mut Tx, from: i64, to: i64) -> Result<&'static [&'static str], Error> {
    links(tx, from, to).await?;
    participations(tx, from, to).await?;
    organizers(tx, from, to).await?;
    consents(tx, from, to).await?;
    hand_over::<Organization, _>(tx, organization::Column::ParentId, from, to).await?;
    // Of several that were joined one after the other, each leads to the last.
    hand_over::<Organization, _>(tx, organization::Column::ReplacedById, from, to).await?;
    hand_over::<Position, _>(tx, position::Column::OrganizationId, from, to).await?;
    hand_over::<ContactPoint, _>(tx, contact_point::Column::OrganizationId, from, to).await?;
    hand_over::<SessionRole, _>(tx, session_role::Column::OrganizationId, from, to).await?;
    Ok(&["successors", "topics", "sources"])
}

/// What is no record of its own.
async fn links(tx: &Tx, from: i64, to: i64) -> Result<(), Error> {
    use attendance_line_organization::Column as Delegation;
    use organization_successor::Column as Successor;
    use organization_topic::Column as Topic;
    let one_another = |before: i64, after: i64| {
        Condition::all()
            .add(Successor::OrganizationId.eq(before))
            .add(Successor::SuccessorId.eq(after))
    };
    // It does not follow upon itself.
    let itself = Condition::any().add(one_another(from, to)).add(one_another(to, from));
    tx.replace_links::<organization_successor::ActiveModel>(itself, Vec::new())
        .await?;
    let (before, after) = (Successor::OrganizationId, Successor::SuccessorId);
    tx.redirect::<organization_successor::Entity>((before, after), from, to)
        .await?;
    tx.redirect::<organization_successor::Entity>((after, before), from, to)
        .await?;
    let topics = (Topic::OrganizationId, Topic::TopicId);
    tx.redirect::<organization_topic::Entity>(topics, from, to).await?;
    let delegations = (Delegation::OrganizationId, Delegation::AttendanceLineId);
    tx.redirect::<attendance_line_organization::Entity>(delegations, from, to)
        .await?;
    tx.repoint::<source_reference::Entity>(source_reference::Column::OrganizationId, from, to)
        .await
}

async fn hand_over<T, A>(tx: &mut Tx, key: <T::Entity as EntityTrait>::Column, from: i64, to: i64) -> Result<(), Error>
where
    T: Owned,
    A: ActiveModelTrait<Entity = T::Entity> + ActiveModelBehavior + Send,
    Row<T>: IntoActiveModel<A>,
{
    for row in tx.lock_all::<T>(Condition::all().add(key.eq(from))).await? {
        let mut row = row.into_active_model();
        row.set(key, to.into());
        tx.update::<T, _>(row, &[]).await?;
    }
    Ok(())
}

/// Parts in projects. Where both have an open one, the one that is confirmed stays, with the sources of both.
async fn participations(tx: &mut Tx, from: i64, to: i64) -> Result<(), Error> {
    use project_participation::Column;
    use source_reference::Column::ParticipationId;
    let open = |of: i64| {
        let statuses = [ParticipationStatus::Invited, ParticipationStatus::Confirmed];
        Condition::all()
            .add(Column::OrganizationId.eq(of))
            .add(Column::Status.is_in(statuses))
    };
    let kept = tx.lock_all::<ProjectParticipation>(open(to)).await?;
    for other in tx.lock_all::<ProjectParticipation>(open(from)).await? {
        let Some(own) = kept.iter().find(|own| own.project_id == other.project_id) else {
            continue;
        };
        let own_stays = own.status == ParticipationStatus::Confirmed || other.status != ParticipationStatus::Confirmed;
        let (stays, goes) = if own_stays {
            (own.id, other)
        } else {
            (other.id, own.clone())
        };
        tx.repoint::<source_reference::Entity>(ParticipationId, goes.id, stays)
            .await?;
        tx.delete::<ProjectParticipation, _>(goes).await?;
    }
    hand_over::<ProjectParticipation, _>(tx, Column::OrganizationId, from, to).await
}

/// Parts in meetings, likewise for each role.
async fn organizers(tx: &mut Tx, from: i64, to: i64) -> Result<(), Error> {
    use meeting_organizer::Column;
    use source_reference::Column::OrganizerId;
    let open = |of: i64| {
        let statuses = [OrganizerStatus::Invited, OrganizerStatus::Confirmed];
        Condition::all()
            .add(Column::OrganizationId.eq(of))
            .add(Column::Status.is_in(statuses))
    };
    let kept = tx.lock_all::<MeetingOrganizer>(open(to)).await?;
    for other in tx.lock_all::<MeetingOrganizer>(open(from)).await? {
        let same = |own: &&meeting_organizer::Model| (own.meeting_id, own.role) == (other.meeting_id, other.role);
        let Some(own) = kept.iter().find(same) else {
            continue;
        };
        let own_stays = own.status == OrganizerStatus::Confirmed || other.status != OrganizerStatus::Confirmed;
        let (stays, goes) = if own_stays {
            (own.id, other)
        } else {
            (other.id, own.clone())
        };
        tx.repoint::<source_reference::Entity>(OrganizerId, goes.id, stays)
            .await?;
        tx.delete::<MeetingOrganizer, _>(goes).await?;
    }
    hand_over::<MeetingOrganizer, _>(tx, Column::OrganizationId, from, to).await
}

/// Consents to the public directory. One holds at a time: where both do, that of the record that stays is enough.
async fn consents(tx: &mut Tx, from: i64, to: i64) -> Result<(), Error> {
    use directory_consent::Column;
    let holding = |of: i64| {
        Condition::all()
            .add(Column::OrganizationId.eq(of))
            .add(Column::WithdrawnOn.is_null())
    };
    if !tx.lock_all::<DirectoryConsent>(holding(to)).await?.is_empty() {
        for consent in tx.lock_all::<DirectoryConsent>(holding(from)).await? {
            tx.delete::<DirectoryConsent, _>(consent).await?;
        }
    }
    hand_over::<DirectoryConsent, _>(tx, Column::OrganizationId, from, to).await
}
