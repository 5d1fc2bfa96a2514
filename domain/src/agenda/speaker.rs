//! The person behind a role: a row of its own, so that a name can be withheld.

use super::SessionRole;
use crate::{
    Organization, Person, Position, SourceReference,
    access::Of,
    meeting::{hosting, organizers_behind},
    read::{Fields, Object, Scope, Visible, related},
    session::{Owned, Owner},
};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting_organizer::{self as organizer, OrganizerStatus};
use verbund_entity::session_speaker::{self, Column};
use verbund_entity::{Visibility, meeting, position, source_reference};

pub struct SessionSpeaker;

impl Object for SessionSpeaker {
    type Entity = session_speaker::Entity;
    const NAME: &'static str = "SessionSpeaker";
    const DOC: &'static str = "That a certain person has a role in a meeting; it may be withheld while the role is seen (Person in einer Rolle).";

    /// With the role, by its level. Below the network it is for the houses that host or co-organise, and not for
    /// everybody who contributes: whoever tells of a flight has trusted them alone.
    fn visible(scope: &Scope) -> Visible {
        let v = scope.viewer;
        let level = Column::Visibility;
        let anybody = || Condition::all().add(organizer::Column::Status.eq(OrganizerStatus::Confirmed));
        let members = [
            organized_by(scope, organizer::Column::MunicipalityId, &v.peers, anybody()),
            organized_by(scope, organizer::Column::NetworkId, &v.networks, anybody()),
            kept_by(scope, meeting::Column::KeeperMunicipalityId, &v.peers),
            kept_by(scope, meeting::Column::KeeperNetworkId, &v.networks),
        ];
        let houses = [
            organized_by(scope, organizer::Column::MunicipalityId, &v.own, hosting()),
            kept_by(scope, meeting::Column::KeeperMunicipalityId, &v.own),
            kept_by(scope, meeting::Column::KeeperNetworkId, &v.coordinated),
        ];
        let mut rows = Condition::any().add(level.eq(Visibility::Public));
        for member in members.into_iter().flatten() {
            rows = rows.add(member.and(level.eq(Visibility::Network)));
        }
        for house in houses.into_iter().flatten() {
            rows = rows.add(house);
        }
        Visible::with::<SessionRole>(Column::RoleId).only(rows)
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<SessionRole>("role", Column::RoleId, "What the person does (Rolle).");
        f.one::<Person>(
            "person",
            Column::PersonId,
            "Who it is; null if the person's record is not visible.",
        );
        f.one::<Position>(
            "positionAtTheTime",
            Column::PositionId,
            "The office in which the person does it, as it is today; null if none is named, or not visible (Funktion).",
        );
        f.opened(
            Column::TitleAtTheTime,
            office_is_seen,
            "What the office was called when the meeting was published, whatever became of it; null where the office is not \
             visible (Amtsbezeichnung zu der Zeit).",
        );
        f.opened(
            Column::HolderAtTheTime,
            holder_is_seen,
            "What the house was called then that the office is held in; null where either is not visible (Haus zu der \
             Zeit).",
        );
        f.choice::<Visibility>(
            Column::Visibility,
            "Who learns that it is this person; MUNICIPALITY: the houses that host and co-organise.",
        );
        f.list::<SourceReference>(
            "sources",
            source_reference::Column::SessionSpeakerId,
            SourceReference::LIST,
        );
    }
}

/// What was frozen of an office is seen by whoever sees the office today.
fn office_is_seen(scope: &Scope) -> Condition {
    Condition::all().add(related::<Position>(scope, Column::PositionId, Condition::all()))
}

/// The same of the house: an organisation may be hidden where an office in it is not.
fn holder_is_seen(scope: &Scope) -> Condition {
    let house = related::<Organization>(scope, position::Column::OrganizationId, Condition::all());
    let seen = Condition::any()
        .add(position::Column::OrganizationId.is_null())
        .add(house);
    Condition::all().add(related::<Position>(scope, Column::PositionId, seen))
}

/// One of these organises the meeting.
fn organized_by(scope: &Scope, party: organizer::Column, keys: &[i64], which: Condition) -> Option<Expr> {
    let meetings = Query::select()
        .column(organizer::Column::MeetingId)
        .from(organizer::Entity)
        .and_where(scope.some(party, keys)?)
        .cond_where(which)
        .take();
    Some(Column::MeetingId.in_subquery(meetings))
}

/// The meeting is one of these parties'.
fn kept_by(scope: &Scope, keeper: meeting::Column, keys: &[i64]) -> Option<Expr> {
    let meetings = Query::select()
        .column(meeting::Column::Id)
        .from(meeting::Entity)
        .and_where(scope.some(keeper, keys)?)
        .take();
    Some(Column::MeetingId.in_subquery(meetings))
}

impl Owned for SessionSpeaker {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        organizers_behind(Column::MeetingId)
    }
}
