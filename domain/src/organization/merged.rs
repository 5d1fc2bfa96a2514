//! What leads to an organisation leads to the one that takes its place. A test walks all foreign keys to organisations,
//! so that a new one is not forgotten here.

use super::{DirectoryConsent, Organization};
use crate::error::Error;
use crate::session::{Owned, Row, Tx};
use crate::{ChangeProposal, ContactPoint, MeetingOrganizer, Position, ProjectParticipation, SessionRole};
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel};
use verbund_entity::meeting_organizer::{self, OrganizerStatus};
use verbund_entity::project_participation::{self, ParticipationStatus};
use verbund_entity::{
    attendance_line_organization, change_proposal, contact_point, directory_consent, organization,
    organization_successor, organization_topic, position, session_role, source_reference,
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
    hand_over::<ChangeProposal, _>(tx, change_proposal::Column::OrganizationId, from, to).await?;
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

/// Parts in projects, with the sources of both where both have one.
async fn participations(tx: &mut Tx, from: i64, to: i64) -> Result<(), Error> {
    use project_participation::{Column, Model};
    let open = |of: i64| {
        let statuses = [ParticipationStatus::Invited, ParticipationStatus::Confirmed];
        Condition::all()
            .add(Column::OrganizationId.eq(of))
            .add(Column::Status.is_in(statuses))
    };
    let kept = tx.lock_all::<ProjectParticipation>(open(to)).await?;
    let others = tx.lock_all::<ProjectParticipation>(open(from)).await?;
    let (place, confirmed) = (
        |part: &Model| part.project_id,
        |part: &Model| part.status == ParticipationStatus::Confirmed,
    );
    for (stays, goes) in doubles(&kept, &others, place, confirmed) {
        let key = source_reference::Column::ParticipationId;
        tx.repoint::<source_reference::Entity>(key, goes.id, stays.id).await?;
        tx.delete::<ProjectParticipation, _>(goes.clone()).await?;
    }
    hand_over::<ProjectParticipation, _>(tx, Column::OrganizationId, from, to).await
}

/// Parts in meetings, likewise for each role.
async fn organizers(tx: &mut Tx, from: i64, to: i64) -> Result<(), Error> {
    use meeting_organizer::{Column, Model};
    let open = |of: i64| {
        let statuses = [OrganizerStatus::Invited, OrganizerStatus::Confirmed];
        Condition::all()
            .add(Column::OrganizationId.eq(of))
            .add(Column::Status.is_in(statuses))
    };
    let kept = tx.lock_all::<MeetingOrganizer>(open(to)).await?;
    let others = tx.lock_all::<MeetingOrganizer>(open(from)).await?;
    let (place, confirmed) = (
        |part: &Model| (part.meeting_id, part.role),
        |part: &Model| part.status == OrganizerStatus::Confirmed,
    );
    for (stays, goes) in doubles(&kept, &others, place, confirmed) {
        let key = source_reference::Column::OrganizerId;
        tx.repoint::<source_reference::Entity>(key, goes.id, stays.id).await?;
        tx.delete::<MeetingOrganizer, _>(goes.clone()).await?;
    }
    hand_over::<MeetingOrganizer, _>(tx, Column::OrganizationId, from, to).await
}

/// Of parts that both have at the same place: which one stays, and which one goes. The one that is confirmed stays.
fn doubles<'a, M, P: PartialEq>(
    kept: &'a [M],
    others: &'a [M],
    place: fn(&M) -> P,
    confirmed: fn(&M) -> bool,
) -> Vec<(&'a M, &'a M)> {
    let both = others.iter().filter_map(|other| {
        let own = kept.iter().find(|own| place(own) == place(other))?;
        let own_stays = confirmed(own) || !confirmed(other);
        Some(if own_stays { (own, other) } else { (other, own) })
    });
    both.collect()
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
