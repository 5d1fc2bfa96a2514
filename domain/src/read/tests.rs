//! Declarations that contradict themselves end the program when it starts.

use super::{Fields, Object, Scope, Visible};
use sea_orm::Condition;
use verbund_entity::meeting::Column;

/// A declaration of meetings that opens their notes under a rule, and something more.
macro_rules! declaration {
    ($name:ident, |$f:ident| $more:expr) => {
        struct $name;
        impl Object for $name {
            type Entity = verbund_entity::meeting::Entity;
            const NAME: &'static str = stringify!($name);
            const DOC: &'static str = "";

            fn visible(_: &Scope) -> Visible {
                Visible::everybody()
            }

            fn fields($f: &mut Fields<Self>) {
                $f.opened(Column::InternalNotes, |_| Condition::any(), "");
                $more;
            }
        }
    };
}

declaration!(Fine, |f| f.column(Column::Theme, "").filter());
declaration!(Searched, |f| f.search(Column::InternalNotes));
declaration!(Filtered, |f| f.column(Column::InternalNotes, "").filter());
declaration!(Computed, |f| f.computed::<bool>(
    "hasNotes",
    &[Column::InternalNotes],
    "",
    |row| row.text(0).is_some().into()
));
declaration!(NeverEmpty, |f| f.opened(Column::TimeZone, |_| Condition::any(), ""));
declaration!(Plain, |f| f.column(Column::Status, ""));
declaration!(Unordered, |f| f.order("THEME", Column::Theme, ""));

fn declare<T: Object>() {
    Fields::<T>::declared().into_shape();
}

#[test]
fn a_declaration_that_agrees_with_itself_is_a_type() {
    declare::<Fine>();
}

#[test]
#[should_panic(expected = "opens under a rule")]
fn what_opens_under_a_rule_is_not_searched() {
    declare::<Searched>();
}

#[test]
#[should_panic(expected = "opens under a rule")]
fn what_opens_under_a_rule_is_not_shown_or_filtered_beside_it() {
    declare::<Filtered>();
}

#[test]
#[should_panic(expected = "opens under a rule")]
fn nothing_is_computed_of_what_opens_under_a_rule() {
    declare::<Computed>();
}

#[test]
#[should_panic(expected = "hidden looks like empty")]
fn what_opens_under_a_rule_can_be_empty() {
    declare::<NeverEmpty>();
}

#[test]
#[should_panic(expected = "an enum is a choice")]
fn an_enum_is_never_shown_as_plain_text() {
    declare::<Plain>();
}

#[test]
#[should_panic(expected = "never null orders a page")]
fn a_column_that_may_be_null_orders_no_page() {
    declare::<Unordered>();
}
