//! Unions: what a relation or a search may lead to.

use crate::read::{Shape, ShapeOf, Union};
use crate::{
    ContactPoint, Meeting, MeetingSeries, MeetingSession, Municipality, Network, Organization, Person, Place, Position,
    Project, Topic,
};

/// Who takes part in something.
pub struct Party;

impl Union for Party {
    const NAME: &'static str = "Party";
    const DOC: &'static str = "Who takes part: a municipality, an organisation or a network (Beteiligte).";

    fn members() -> Vec<ShapeOf> {
        vec![
            Shape::of::<Municipality>,
            Shape::of::<Organization>,
            Shape::of::<Network>,
        ]
    }
}

/// What a contact point belongs to.
pub struct ContactOwner;

impl Union for ContactOwner {
    const NAME: &'static str = "ContactOwner";
    const DOC: &'static str = "What a contact belongs to (Zugehörigkeit des Kontakts); never a person, since an office is handed on and a name is not.";

    fn members() -> Vec<ShapeOf> {
        vec![
            Shape::of::<Position>,
            Shape::of::<Organization>,
            Shape::of::<Municipality>,
            Shape::of::<Meeting>,
            Shape::of::<Project>,
        ]
    }
}

/// What somebody else may propose to change.
pub struct ChangeSubject;

impl Union for ChangeSubject {
    const NAME: &'static str = "ChangeSubject";
    const DOC: &'static str = "A record that another municipality may propose to change (Gegenstand des Vorschlags).";

    fn members() -> Vec<ShapeOf> {
        vec![
            Shape::of::<Municipality>,
            Shape::of::<Organization>,
            Shape::of::<Person>,
            Shape::of::<Position>,
        ]
    }
}

/// What a document belongs to.
pub struct DocumentOwner;

impl Union for DocumentOwner {
    const NAME: &'static str = "DocumentOwner";
    const DOC: &'static str = "What a document belongs to (Zugehörigkeit des Dokuments).";

    fn members() -> Vec<ShapeOf> {
        vec![Shape::of::<Meeting>, Shape::of::<MeetingSession>, Shape::of::<Project>]
    }
}

/// What a search finds.
pub struct SearchResult;

impl Union for SearchResult {
    const NAME: &'static str = "SearchResult";
    const DOC: &'static str = "What a search finds (Suchergebnis).";

    fn members() -> Vec<ShapeOf> {
        vec![
            Shape::of::<Municipality>,
            Shape::of::<Network>,
            Shape::of::<Topic>,
            Shape::of::<Organization>,
            Shape::of::<Person>,
            Shape::of::<ContactPoint>,
            Shape::of::<Project>,
            Shape::of::<Meeting>,
            Shape::of::<MeetingSeries>,
            Shape::of::<Place>,
        ]
    }
}
