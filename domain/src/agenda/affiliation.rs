//! In which office somebody has a role. What the office was called and where it was held is frozen when the meeting is
//! published: offices change and end, and the programme says what it said.

use super::SessionSpeaker;
use crate::Position;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Tx;
use async_graphql::ID;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::session_speaker::{ActiveModel, Column, Entity};
use verbund_entity::{municipality, network, organization, position};

/// The office that is named: one that this person holds or held.
pub(super) async fn named(
    tx: &Tx,
    id: &ID,
    person: Option<i64>,
    problems: &mut Problems,
) -> Result<Option<i64>, Error> {
    let Some(office) = tx.expected::<Position>(id, "positionAtTheTime", problems).await? else {
        return Ok(None);
    };
    if person != Some(office.person_id) {
        problems.invalid(
            "positionAtTheTime",
            "Das ist keine Funktion dieser Person.",
            "This is no office of that person.",
        );
        return Ok(None);
    }
    Ok(Some(office.id))
}

/// Notes the office, and what it is called and where it is held now.
pub(super) async fn freeze(tx: &Tx, speaker: &mut ActiveModel, office: Option<i64>) -> Result<(), Error> {
    let office = match office {
        Some(id) => by_id::<position::Entity>(tx, position::Column::Id, id).await?,
        None => None,
    };
    let holder = match &office {
        Some(office) => holder(tx, office).await?,
        None => None,
    };
    speaker.position_id.set_if_not_equals(office.as_ref().map(|row| row.id));
    speaker.title_at_the_time.set_if_not_equals(office.map(|row| row.title));
    speaker.holder_at_the_time.set_if_not_equals(holder);
    Ok(())
}

/// Notes anew what the offices of all who have a role in a meeting are called, at the moment of its publication.
pub(crate) async fn freeze_affiliations(tx: &mut Tx, meeting: i64) -> Result<(), Error> {
    let in_office = Condition::all()
        .add(Column::MeetingId.eq(meeting))
        .add(Column::PositionId.is_not_null());
    for speaker in tx.rows::<Entity>(in_office).await? {
        let office = speaker.position_id;
        let mut speaker = speaker.into_active_model();
        freeze(tx, &mut speaker, office).await?;
        tx.update::<SessionSpeaker, _>(speaker, &[]).await?;
    }
    Ok(())
}

async fn holder(tx: &Tx, office: &position::Model) -> Result<Option<String>, Error> {
    if let Some(id) = office.municipality_id {
        let row = by_id::<municipality::Entity>(tx, municipality::Column::Id, id).await?;
        return Ok(row.map(|row| row.name));
    }
    if let Some(id) = office.organization_id {
        let row = by_id::<organization::Entity>(tx, organization::Column::Id, id).await?;
        return Ok(row.map(|row| row.name));
    }
    match office.network_id {
        Some(id) => Ok(by_id::<network::Entity>(tx, network::Column::Id, id)
            .await?
            .map(|row| row.name)),
        None => Ok(None),
    }
}

async fn by_id<E: sea_orm::EntityTrait>(tx: &Tx, key: E::Column, id: i64) -> Result<Option<E::Model>, Error> {
    Ok(tx.rows::<E>(Condition::all().add(key.eq(id))).await?.pop())
}
