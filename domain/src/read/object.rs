//! What an object type declares.

use super::{
    Fields, Scope,
    shape::{Shape, ShapeOf, iden},
};
use sea_orm::sea_query::{Condition, DynIden};
use sea_orm::{ColumnTrait, EntityTrait};

/// An object type of the API. Implementing it is all there is to do.
pub trait Object: Sized + Send + Sync + 'static {
    type Entity: EntityTrait;
    const NAME: &'static str;
    const DOC: &'static str;

    /// Which rows this viewer may see. Has no default: without a rule there is no type.
    fn visible(scope: &Scope) -> Visible;

    fn fields(f: &mut Fields<Self>);
}

/// Several object types that a relation may lead to.
pub trait Union: Send + Sync + 'static {
    const NAME: &'static str;
    const DOC: &'static str;
    fn members() -> Vec<ShapeOf>;
}

/// Which rows of a table are seen: those that meet a condition, those whose owner is seen, or both.
pub struct Visible {
    pub(super) owners: Vec<(DynIden, ShapeOf)>,
    pub(super) rows: Condition,
    /// Of those, the ones that lists, counts and searches show; by its id, each is read.
    pub(super) listed: Condition,
}

impl Visible {
    pub fn everybody() -> Self {
        Visible::rows(Condition::all())
    }

    pub fn rows(condition: Condition) -> Self {
        Visible {
            owners: Vec::new(),
            rows: condition,
            listed: Condition::all(),
        }
    }

    /// A part of something else is seen by whoever sees its owner.
    pub fn with<O: Object>(key: impl ColumnTrait) -> Self {
        Visible {
            owners: vec![(iden(key), Shape::of::<O>)],
            rows: Condition::all(),
            listed: Condition::all(),
        }
    }

    /// A part of one of several things.
    pub fn or_with<O: Object>(mut self, key: impl ColumnTrait) -> Self {
        self.owners.push((iden(key), Shape::of::<O>));
        self
    }

    /// Of these rows, only those that meet the condition too.
    pub fn only(mut self, condition: Condition) -> Self {
        self.rows = Condition::all().add(self.rows).add(condition);
        self
    }

    /// Rows that do not meet the condition are found by those who have their id, and in no list.
    pub fn listed(mut self, condition: Condition) -> Self {
        self.listed = condition;
        self
    }
}
