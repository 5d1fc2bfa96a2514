//! Who stands in for whom: at the same place, and never in a circle.

use super::{Position, holder};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{PartyKey, Tx};
use async_graphql::ID;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::position::{self, Column};

/// The office that is named as the one that is stood in for. The holder has to be locked: two changes at once could make
/// a circle that neither of them sees. `of` is the position that stands in, if it is there already.
pub(super) async fn named(
    tx: &Tx,
    id: &ID,
    place: PartyKey,
    of: Option<i64>,
    problems: &mut Problems,
) -> Result<Option<i64>, Error> {
    let Some(office) = tx.expected::<Position>(id, "deputyOf", problems).await? else {
        return Ok(None);
    };
    if holder::of(&office)? != place {
        problems.invalid(
            "deputyOf",
            "Vertreten wird nur, wer seine Funktion an derselben Stelle hat.",
            "A deputy stands in for an office that is held at the same place.",
        );
        return Ok(None);
    }
    let mut known = vec![office.id];
    let mut next = office.deputy_of_id;
    while let Some(id) = next.filter(|id| !known.contains(id)) {
        known.push(id);
        let rows = tx.rows::<position::Entity>(Condition::all().add(Column::Id.eq(id)));
        next = rows.await?.pop().and_then(|row| row.deputy_of_id);
    }
    if of.is_some_and(|of| known.contains(&of)) {
        problems.invalid(
            "deputyOf",
            "Niemand vertritt sich selbst, auch nicht über andere.",
            "Nobody stands in for themselves, through others neither.",
        );
        return Ok(None);
    }
    Ok(Some(office.id))
}
