//! Who organises a meeting, each by its own word.

use super::states;
use crate::access::Action;
use crate::organization::kept_organization;
use crate::session::can;
use crate::{
    Meeting, Municipality, Network, Organization, Party, SourceReference,
    read::{Fields, Object, Scope, Shape, Visible},
};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting_organizer::{self, Column, OrganizerRole, OrganizerStatus};
use verbund_entity::{meeting, source_reference};

pub struct MeetingOrganizer;

impl Object for MeetingOrganizer {
    type Entity = meeting_organizer::Entity;
    const NAME: &'static str = "MeetingOrganizer";
    const DOC: &'static str = "A party that organises a meeting, confirmed by that party itself (Veranstalter).";

    /// With the meeting. An invitation and its refusal are between the organisers and the invited.
    fn visible(scope: &Scope) -> Visible {
        let v = scope.viewer;
        let mine = [
            scope.some(Column::MunicipalityId, &v.own),
            scope.some(Column::NetworkId, &v.coordinated),
        ];
        let mut rows =
            Condition::any().add(Column::Status.is_in([OrganizerStatus::Confirmed, OrganizerStatus::Withdrawn]));
        for mine in mine.into_iter().flatten() {
            rows = rows.add(mine.clone()).add(beside(mine));
        }
        let rows = rows.add_option(kept_organization(scope, Column::OrganizationId));
        Visible::with::<Meeting>(Column::MeetingId).only(rows)
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Meeting>("meeting", Column::MeetingId, "The meeting organised (Veranstaltung).")
            .filter();
        f.one_of::<Party>(
            "party",
            &[
                (Shape::of::<Municipality>, Column::MunicipalityId),
                (Shape::of::<Organization>, Column::OrganizationId),
                (Shape::of::<Network>, Column::NetworkId),
            ],
            "Who organises.",
        );
        f.choice::<OrganizerRole>(Column::Role, "What it does for the meeting.")
            .filter();
        f.choice::<OrganizerStatus>(Column::Status, "What it has answered.")
            .filter();
        let invited = || Condition::all().add(Column::Status.eq(OrganizerStatus::Invited));
        f.viewer_can(vec![
            can::<Self>("confirm", Action::OrganizerConfirm)
                .when(invited().add(Column::MeetingId.in_subquery(taking_in()))),
            can::<Self>("decline", Action::OrganizerDecline).when(invited()),
            can::<Self>("withdrawInvitation", Action::OrganizerUninvite).when(invited()),
        ]);
        f.list::<SourceReference>("sources", source_reference::Column::OrganizerId, SourceReference::LIST);
        f.filter_related::<Municipality>(
            "municipality",
            Column::MunicipalityId,
            "The municipality that organises.",
        );
        f.filter_related::<Organization>(
            "organization",
            Column::OrganizationId,
            "The organisation that organises.",
        );
        f.filter_related::<Network>("network", Column::NetworkId, "The network that organises.");
        f.order("POSITION", Column::Position, "As the organisers arranged it.");
    }
}

/// Organisers of the same meetings as these confirmed ones.
fn beside(these: Expr) -> Expr {
    let meetings = Query::select()
        .column(Column::MeetingId)
        .from(meeting_organizer::Entity)
        .and_where(these)
        .and_where(Column::Status.eq(OrganizerStatus::Confirmed))
        .take();
    Column::MeetingId.in_subquery(meetings)
}

/// Meetings that still take somebody in.
fn taking_in() -> SelectStatement {
    Query::select()
        .column(meeting::Column::Id)
        .from(meeting::Entity)
        .and_where(meeting::Column::Status.is_in(states::INVITE.iter().copied()))
        .take()
}
