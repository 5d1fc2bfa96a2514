//! Records of which somebody else may propose to change something: what that may be, and how it is checked.

use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Owned, Row, Tx};
use async_graphql::{ID, InputType};
use sea_orm::EntityTrait;

type Column<T> = <<T as crate::read::Object>::Entity as EntityTrait>::Column;
/// A record's row as it would be stored.
pub(crate) type Changed<T> = <<T as crate::read::Object>::Entity as EntityTrait>::ActiveModel;

/// What is the same of all such records.
pub(crate) struct Stand {
    pub id: i64,
    /// The municipality that keeps it.
    pub keeper: i64,
    pub revision: i32,
}

/// A record of which another city may propose to change its plain fields. Who sees it, and what it belongs to, is its
/// keeper's alone to say.
pub(crate) trait Proposable: Owned {
    /// The input of its update.
    type Update: InputType;
    /// What changing it asks for.
    const RIGHT: Action;
    /// The fields of the update that may be proposed, and where they are stored.
    const FIELDS: &'static [(&'static str, Column<Self>)];

    /// Which record it is, whose, and how often it was changed.
    fn stands(row: &Row<Self>) -> Stand;

    /// Which record an update means, and as of which revision.
    fn which(update: &Self::Update) -> (&ID, i32);

    /// The record after an update of such fields, checked as the update itself does.
    fn corrected(
        tx: &Tx,
        row: Row<Self>,
        update: Self::Update,
        problems: &mut Problems,
    ) -> impl Future<Output = Result<Changed<Self>, Error>> + Send;

    /// Asks for the rights that a change needs besides.
    fn require(_: &Tx, _: &Row<Self>, _: &Changed<Self>) -> Result<(), Error> {
        Ok(())
    }
}
