//! One person at a time speaks for a network, as far as the network sees it.

use super::{Position, held_on, holder};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{PartyKey, Row, Tx};
use crate::values::local_day;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::Visibility;
use verbund_entity::position::{ActiveModel, Column, Entity, PositionFunction};

/// What members of a network see; a city's own notes of somebody are no business of the others.
const SEEN: [Visibility; 2] = [Visibility::Public, Visibility::Network];

/// Refuses a second one who would speak for the network today, or from the first day that the position is held.
pub(super) async fn check(
    tx: &Tx,
    id: Option<i64>,
    row: &ActiveModel,
    path: &str,
    problems: &mut Problems,
) -> Result<(), Error> {
    let speaks = *row.function.as_ref() == PositionFunction::Spokesperson && SEEN.contains(row.visibility.as_ref());
    let Some(network) = row.network_id.as_ref().filter(|_| speaks) else {
        return Ok(());
    };
    let today = local_day(tx.now());
    let day = row.starts_on.as_ref().map_or(today, |start| start.max(today));
    if row.ends_on.as_ref().is_some_and(|end| end < day) {
        return Ok(());
    }
    // Two that are entered at once would not see each other.
    holder::lock(tx, PartyKey::Network(network)).await?;
    let there = Condition::all()
        .add(Column::NetworkId.eq(network))
        .add(Column::Function.eq(PositionFunction::Spokesperson))
        .add(Column::Visibility.is_in(SEEN))
        .add(held_on(day));
    let others: Vec<Row<Position>> = tx.rows::<Entity>(there).await?;
    if others.iter().any(|other| Some(other.id) != id) {
        problems.duplicate(
            path,
            "Für dieses Netzwerk spricht dann schon jemand; beenden Sie zuvor diese Funktion.",
            "Somebody speaks for this network then already; end that position before.",
        );
    }
    Ok(())
}
