//! Records that go for good.

use super::{Owned, Row, Tx};
use crate::error::Error;
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, IntoActiveModel};
use verbund_entity::outbox_event::ChangeKind;

impl Tx {
    /// Removes a record; who did it stays known.
    pub(crate) async fn remove<T, A>(&mut self, row: Row<T>) -> Result<(), Error>
    where
        T: Owned,
        A: ActiveModelTrait<Entity = T::Entity> + ActiveModelBehavior + Send,
        Row<T>: IntoActiveModel<A>,
    {
        self.changed::<T, A>(&row, ChangeKind::Deleted, Vec::new());
        row.into_active_model().delete(self.connection()).await?;
        Ok(())
    }
}
