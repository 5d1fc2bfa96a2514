//! What becomes of contacts when their municipality leaves its last network.

use super::ContactPoint;
use crate::error::Error;
use crate::session::Tx;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::Visibility;
use verbund_entity::contact_point::Column;

/// Keeps in the house what networks have seen: whoever joins another one decides anew. What is public stays public.
pub(crate) async fn withhold_from_networks(tx: &mut Tx, steward: i64) -> Result<(), Error> {
    let shown = Condition::all()
        .add(Column::StewardId.eq(steward))
        .add(Column::Visibility.eq(Visibility::Network));
    for contact in tx.lock_all::<ContactPoint>(shown).await? {
        let mut contact = contact.into_active_model();
        contact.visibility = Set(Visibility::Municipality);
        tx.update::<ContactPoint, _>(contact, &[]).await?;
    }
    Ok(())
}
