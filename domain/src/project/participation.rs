//! Who takes part in a project, each by its own word.

use super::states;
use crate::access::Action;
use crate::organization::kept_organization;
use crate::session::can;
use crate::{
    Municipality, Organization, Party, Project, SourceReference,
    read::{Fields, Object, Scope, Shape, Visible},
};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{self, Column, ParticipationRole, ParticipationStatus};
use verbund_entity::{project, source_reference};

pub struct ProjectParticipation;

impl Object for ProjectParticipation {
    type Entity = project_participation::Entity;
    const NAME: &'static str = "ProjectParticipation";
    const DOC: &'static str = "A party's part in a project, confirmed by that party itself (Projektbeteiligung).";

    /// With the project. An invitation and its refusal are between those who take part and the invited.
    fn visible(scope: &Scope) -> Visible {
        let open = [
            ParticipationStatus::Confirmed,
            ParticipationStatus::Withdrawn,
            ParticipationStatus::Ended,
        ];
        let own = |scope: &Scope| scope.some(Column::MunicipalityId, &scope.viewer.own);
        let taking_part = own(scope).map(|own| {
            let projects = Query::select()
                .column(Column::ProjectId)
                .from(project_participation::Entity)
                .and_where(own)
                .and_where(Column::Status.eq(ParticipationStatus::Confirmed))
                .take();
            Column::ProjectId.in_subquery(projects)
        });
        Visible::with::<Project>(Column::ProjectId).only(
            Condition::any()
                .add(Column::Status.is_in(open))
                .add_option(own(scope))
                .add_option(taking_part)
                .add_option(kept_organization(scope, Column::OrganizationId)),
        )
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Project>("project", Column::ProjectId, "The project taken part in (Projekt).")
            .filter();
        f.one_of::<Party>(
            "party",
            &[
                (Shape::of::<Municipality>, Column::MunicipalityId),
                (Shape::of::<Organization>, Column::OrganizationId),
            ],
            "Who takes part.",
        );
        f.choice::<ParticipationRole>(Column::Role, "What it does in the project.")
            .filter();
        f.choice::<ParticipationStatus>(Column::Status, "What it has answered.")
            .filter();
        f.column(Column::StatusReason, "Why the lead ended it (Grund).");
        f.column(Column::Contribution, "What it brings in.");
        let (leading, other) = (
            Column::Role.eq(ParticipationRole::Lead),
            Column::Role.ne(ParticipationRole::Lead),
        );
        let invited = || Condition::all().add(Column::Status.eq(ParticipationStatus::Invited));
        let taken_in = || invited().add(Column::ProjectId.in_subquery(at(states::INVITE)));
        f.viewer_can(vec![
            can::<Self>("confirm", Action::ParticipationConfirm)
                .when(taken_in().add(other.clone()))
                .or(can::<Self>("confirm", Action::ParticipationConfirm)
                    .also::<Self>(Action::LeadAccept)
                    .when(taken_in().add(leading.clone()))),
            can::<Self>("decline", Action::ParticipationDecline)
                .when(invited().add(other.clone()))
                .or(can::<Self>("decline", Action::ParticipationDecline)
                    .also::<Self>(Action::LeadDecline)
                    .when(invited().add(leading.clone()))),
            can::<Self>("withdrawInvitation", Action::ParticipationUninvite)
                .when(invited().add(other.clone()))
                .or(can::<Self>("withdrawInvitation", Action::LeadOfferWithdraw).when(invited().add(leading.clone()))),
            can::<Self>("withdraw", Action::ParticipationWithdraw)
                .when(Condition::all().add(Column::Status.eq(ParticipationStatus::Confirmed))),
            can::<Self>("end", Action::ParticipationEnd).when(
                Condition::all()
                    .add(Column::Status.eq(ParticipationStatus::Confirmed))
                    .add(Column::Role.ne(ParticipationRole::Lead))
                    .add(Column::ProjectId.in_subquery(at(states::END_PART))),
            ),
        ]);
        f.list::<SourceReference>(
            "sources",
            source_reference::Column::ParticipationId,
            SourceReference::LIST,
        );
        f.filter_related::<Municipality>(
            "municipality",
            Column::MunicipalityId,
            "The municipality that takes part.",
        );
        f.filter_related::<Organization>(
            "organization",
            Column::OrganizationId,
            "The organisation that takes part.",
        );
    }
}

/// Projects that stand at one of these.
fn at(states: &[ProjectStatus]) -> SelectStatement {
    Query::select()
        .column(project::Column::Id)
        .from(project::Entity)
        .and_where(project::Column::Status.is_in(states.iter().copied()))
        .take()
}
