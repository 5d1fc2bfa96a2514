//! Projects: what several municipalities do together.

mod answer;
mod archive;
mod cancel;
mod carried;
mod change;
mod complete;
mod create;
mod departed;
mod end_part;
mod hand_over;
mod hold;
mod invite;
mod participation;
mod plan;
mod reopen;
mod rest;
mod start;
mod states;
mod uninvite;

pub use answer::AnswerProjectParticipationInput;
pub use archive::ArchiveProjectInput;
pub use cancel::CancelProjectInput;
pub(crate) use carried::carrying_municipalities;
pub use change::UpdateProjectInput;
pub use complete::CompleteProjectInput;
pub use create::{CreateProjectInput, ProjectPayload};
pub(crate) use departed::end_parts;
pub use end_part::EndProjectParticipationInput;
pub use hand_over::HandOverProjectLeadInput;
pub use hold::HoldProjectInput;
pub use invite::{InviteProjectParticipantInput, ParticipationPayload};
pub use participation::ProjectParticipation;
pub use plan::PlanProjectInput;
pub use reopen::ReopenProjectInput;
pub use start::StartProjectInput;
pub use uninvite::WithdrawProjectInvitationInput;

use crate::{
    ContactPoint, Document, Meeting, Municipality, SourceReference, Topic,
    access::Action,
    municipality::taking_part,
    read::{Fields, Object, Scope, Visible},
    session::can,
    values::PartialDate,
};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::project::{self, Column, ProjectStatus};
use verbund_entity::project_participation::{self as participation_row, ParticipationStatus};
use verbund_entity::{Visibility, contact_point, document, meeting_project, project_topic, source_reference};

pub struct Project;

impl Object for Project {
    type Entity = project::Entity;
    const NAME: &'static str = "Project";
    const DOC: &'static str = "What several municipalities do together (Projekt).";

    /// A shared record: its owners are the confirmed participants. Whoever is invited sees what it is invited to; what is
    /// PRIVATE, by its administrators.
    fn visible(scope: &Scope) -> Visible {
        let v = scope.viewer;
        let level = Column::Visibility;
        let invited = [ParticipationStatus::Confirmed, ParticipationStatus::Invited];
        let rows = Condition::any()
            .add(level.eq(Visibility::Public))
            .add_option(
                with_part(scope, &v.peers, &[ParticipationStatus::Confirmed])
                    .map(|part| part.and(level.eq(Visibility::Network))),
            )
            .add_option(with_part(scope, &v.own, &invited).map(|part| part.and(level.ne(Visibility::Private))))
            .add_option(with_part(scope, &v.administered, &invited));
        Visible::rows(rows)
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::Slug, "Its name in addresses.").filter();
        f.localized(Column::Title, Column::TitleTranslations, "As it is called (Titel).");
        f.localized(Column::Summary, Column::SummaryTranslations, "In a few sentences.");
        f.choice::<ProjectStatus>(Column::Status, "Where it stands.").filter();
        f.column(Column::StatusReason, "Why it rests or was cancelled.");
        f.column(
            Column::ClosingSummary,
            "What came of it, as was said when it was completed (Abschlussbericht).",
        );
        f.choice::<Visibility>(Column::Visibility, "Who sees this record.")
            .filter();
        f.computed::<Option<PartialDate>>(
            "startsOn",
            &[Column::StartsOn],
            "When it begins; null if not yet known (Beginn).",
            |row| PartialDate::of(row.text(0)),
        );
        f.computed::<Option<PartialDate>>(
            "endsOn",
            &[Column::EndsOn],
            "When it ends; null if not yet known (Ende).",
            |row| PartialDate::of(row.text(0)),
        );
        f.one::<Municipality>(
            "lead",
            Column::LeadId,
            "Who leads it (Federführung); null after the lead has left.",
        )
        .filter();
        f.many::<ProjectParticipation>(
            "participations",
            participation_row::Column::ProjectId,
            "Who takes part; invitations are seen by those who take part and by the invited.",
        );
        f.through::<meeting_project::Entity, Meeting>(
            "meetings",
            (meeting_project::Column::ProjectId, meeting_project::Column::MeetingId),
            Condition::all,
            "Meetings about it.",
        );
        f.many::<ContactPoint>("contacts", contact_point::Column::ProjectId, "Whom to turn to.");
        f.list_through::<project_topic::Entity, Topic>(
            "topics",
            (project_topic::Column::ProjectId, project_topic::Column::TopicId),
            "What it is about.",
        );
        f.many::<Document>(
            "documents",
            document::Column::ProjectId,
            "What is to be read, seen or heard of it (Dokumente).",
        );
        f.list::<SourceReference>("sources", source_reference::Column::ProjectId, SourceReference::LIST);
        f.filter_through::<participation_row::Entity, Municipality>(
            "municipality",
            (
                participation_row::Column::ProjectId,
                participation_row::Column::MunicipalityId,
            ),
            taking_part,
            "A municipality that takes part, by its own word.",
        );
        f.filter_through::<project_topic::Entity, Topic>(
            "topic",
            (project_topic::Column::ProjectId, project_topic::Column::TopicId),
            Condition::all,
            "A topic that it is about.",
        );
        f.viewer_can(vec![
            can::<Self>("update", Action::ProjectUpdate).when(in_state(states::UPDATE)),
            can::<Self>("publish", Action::ProjectUpdate)
                .also::<Self>(Action::ProjectPublish)
                .when(in_state(states::UPDATE).add(Column::Visibility.ne(Visibility::Public))),
            can::<Self>("start", Action::ProjectStart).when(in_state(states::START)),
            can::<Self>("plan", Action::ProjectPlan).when(in_state(states::PLAN)),
            can::<Self>("hold", Action::ProjectHold).when(in_state(states::HOLD)),
            can::<Self>("complete", Action::ProjectComplete).when(in_state(states::COMPLETE)),
            can::<Self>("cancel", Action::ProjectCancel).when(in_state(states::CANCEL)),
            can::<Self>("archive", Action::ProjectArchive).when(in_state(states::ARCHIVE)),
            can::<Self>("reopen", Action::ProjectReopen).when(in_state(states::REOPEN)),
            can::<Self>("invite", Action::ParticipationInvite).when(in_state(states::INVITE)),
            can::<Self>("handOverLead", Action::LeadHandOver).when(in_state(states::INVITE)),
            can::<Self>("offerLead", Action::LeadOffer).when(in_state(states::INVITE).add(Column::LeadId.is_null())),
        ]);
        f.order("TITLE", Column::TitleKey, "By title.");
        f.search(Column::SearchText);
    }
}

/// The project stands at one of these.
fn in_state(states: &'static [ProjectStatus]) -> Condition {
    Condition::all().add(Column::Status.is_in(states.iter().copied()))
}

/// The project has a part of one of these municipalities, in one of these states.
fn with_part(scope: &Scope, municipalities: &[i64], states: &[ParticipationStatus]) -> Option<Expr> {
    let theirs = scope.some(participation_row::Column::MunicipalityId, municipalities)?;
    let projects = Query::select()
        .column(participation_row::Column::ProjectId)
        .from(participation_row::Entity)
        .and_where(theirs)
        .and_where(participation_row::Column::Status.is_in(states.iter().copied()))
        .take();
    Some(Column::Id.in_subquery(projects))
}
