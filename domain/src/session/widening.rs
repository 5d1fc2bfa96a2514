//! To show a record to more people than before is a right of its own: whoever may correct it need not have that.

use super::{Owned, Row, Tx};
use crate::access::Action;
use crate::error::Error;
use verbund_entity::Visibility;

impl Tx {
    /// Asks for the right, if the record shall be seen further outside of its house than it is; `None`: as before.
    pub(crate) async fn may_widen<T: Owned>(
        &self,
        row: &Row<T>,
        before: Visibility,
        after: Option<Visibility>,
    ) -> Result<(), Error> {
        if widens(before, after) {
            self.require_for::<T>(Action::VisibilityWiden, row).await?;
        }
        Ok(())
    }
}

/// Whether a record shall be seen further outside of its house than it is; `None`: as before.
pub(crate) fn widens(before: Visibility, after: Option<Visibility>) -> bool {
    after.is_some_and(|after| reach(after) > reach(before))
}

/// How far outside of its house it is seen.
fn reach(visibility: Visibility) -> u8 {
    match visibility {
        Visibility::Private | Visibility::Municipality => 0,
        Visibility::Network => 1,
        Visibility::Public => 2,
    }
}
