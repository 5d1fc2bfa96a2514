//! Offices that the public turns to, or that are held in its name: who holds one may be named in public.

use crate::access::{Action, Owners};
use crate::error::Error;
use crate::session::Tx;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::Visibility;
use verbund_entity::position::{Column, PositionFunction};

/// Elected and leading offices. Whoever speaks for a network is none of them: no member decides alone who that is.
const PUBLIC_OFFICES: &[PositionFunction] = &[
    PositionFunction::Mayor,
    PositionFunction::DistrictAdministrator,
    PositionFunction::CityDirector,
    PositionFunction::DepartmentHead,
    PositionFunction::Chair,
    PositionFunction::DeputyChair,
];

/// Positions in such an office.
pub(super) fn is_public() -> Condition {
    Condition::all().add(Column::Function.is_in(PUBLIC_OFFICES.iter().copied()))
}

/// Asks for the right to make it public: a public office is basis enough for an editor, all else needs an administrator.
/// What is public already stays so, as long as it stays what it is.
pub(super) fn may_be_shown(
    tx: &Tx,
    owners: &Owners,
    before: Option<(Visibility, PositionFunction)>,
    after: (Visibility, PositionFunction),
) -> Result<(), Error> {
    let (visibility, function) = after;
    if visibility != Visibility::Public || PUBLIC_OFFICES.contains(&function) || before == Some(after) {
        return Ok(());
    }
    tx.require(Action::PositionPublish, owners)
}
