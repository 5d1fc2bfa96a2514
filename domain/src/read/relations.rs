//! The words for relations between object types.

use super::fields::{Fields, Filterable};
use super::filter::FilterRule;
use super::registry::{Connection, Type, UnionType};
use super::shape::{Arg, Column, Field, Kind, Link, RankBy, Shape, ShapeOf, iden, shown, table, taken};
use super::{Object, Union};
use async_graphql::InputType;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Condition;

/// A connection just declared, which may have an order of its own.
pub struct Paged<'a>(&'a mut Field);

impl Paged<'_> {
    /// In this order of the other type where none is asked for, instead of its first one.
    pub fn usually(self, order: &'static str) {
        if let Kind::Connection(_, _, usual) = &mut self.0.kind {
            *usual = Some(order);
        }
    }
}

impl<T: Object> Fields<T> {
    /// The object a foreign key points to. Always nullable: it may be hidden.
    pub fn one<O: Object>(&mut self, name: &'static str, key: Column<T>, doc: &'static str) -> Filterable<'_, T> {
        self.push(
            name,
            doc,
            shown::<Option<Type<O>>>(),
            Kind::One(Shape::of::<O>, iden(key)),
        );
        Filterable {
            fields: self,
            rule: Some(FilterRule::related(name, iden(key), Shape::of::<O>, doc)),
        }
    }

    /// The object that one of several foreign keys points to: a member of the union for each key.
    pub fn one_of<U: Union>(&mut self, name: &'static str, keys: &[(ShapeOf, Column<T>)], doc: &'static str) {
        let members: Vec<_> = U::members().into_iter().map(|of| of as usize).collect();
        assert!(
            keys.iter().all(|(of, _)| members.contains(&(*of as usize))),
            "{}.{name}: not in {}",
            T::NAME,
            U::NAME
        );
        let to = keys.iter().map(|(of, key)| (*of, iden(*key))).collect();
        self.push(name, doc, shown::<Option<UnionType<U>>>(), Kind::OneOf(to));
    }

    /// The objects whose foreign key points to this row, in pages.
    pub fn many<O: Object>(&mut self, name: &'static str, key: Column<O>, doc: &'static str) -> Paged<'_> {
        self.connection::<O>(name, Link::Key(iden(key)), doc)
    }

    /// The objects on the other side of a join table, in pages; only those whose join row meets the condition.
    pub fn through<J: EntityTrait, O: Object>(
        &mut self,
        name: &'static str,
        (near, far): (J::Column, J::Column),
        only: fn() -> Condition,
        doc: &'static str,
    ) {
        self.connection::<O>(name, join::<J>(near, far, only), doc);
    }

    fn connection<O: Object>(&mut self, name: &'static str, link: Link, doc: &'static str) -> Paged<'_> {
        let kind = Kind::Connection(Shape::of::<O>, link, None);
        Paged(self.push(name, doc, shown::<Connection<O>>(), kind))
    }

    /// The objects whose foreign key points to this row: few, so without pages.
    pub fn list<O: Object>(&mut self, name: &'static str, key: Column<O>, doc: &'static str) {
        self.push(
            name,
            doc,
            shown::<Vec<Type<O>>>(),
            Kind::List(Shape::of::<O>, Link::Key(iden(key))),
        );
    }

    /// The objects on the other side of a join table: few, so without pages.
    pub fn list_through<J: EntityTrait, O: Object>(
        &mut self,
        name: &'static str,
        (near, far): (J::Column, J::Column),
        doc: &'static str,
    ) {
        let kind = Kind::List(Shape::of::<O>, join::<J>(near, far, Condition::all));
        self.push(name, doc, shown::<Vec<Type<O>>>(), kind);
    }

    /// Of the objects whose foreign key points to this row, the one that a rule ranks first.
    pub fn best<O: Object, A: InputType>(
        &mut self,
        (name, argument, about): (&'static str, &'static str, &'static str),
        key: Column<O>,
        rank: RankBy,
        doc: &'static str,
    ) {
        let kind = Kind::Best(Shape::of::<O>, Link::Key(iden(key)), rank);
        let field = self.push(name, doc, shown::<Option<Type<O>>>(), kind);
        field.args = vec![Arg {
            name: argument,
            doc: about,
            ty: taken::<A>(),
        }];
    }

    /// Filters by the object that a foreign key points to.
    pub fn filter_related<O: Object>(&mut self, name: &'static str, key: Column<T>, doc: &'static str) {
        let rule = FilterRule::related(name, iden(key), Shape::of::<O>, doc);
        self.filters.push(rule);
    }

    /// Filters by an object on the other side of a join table.
    pub fn filter_through<J: EntityTrait, O: Object>(
        &mut self,
        name: &'static str,
        (near, far): (J::Column, J::Column),
        only: fn() -> Condition,
        doc: &'static str,
    ) {
        let rule = FilterRule::through(name, join::<J>(near, far, only), Shape::of::<O>, doc);
        self.filters.push(rule);
    }
}

fn join<J: EntityTrait>(near: J::Column, far: J::Column, only: fn() -> Condition) -> Link {
    Link::Join {
        table: table::<J>(),
        near: iden(near),
        far: iden(far),
        only,
    }
}
