//! Each step of a project, and of the parts in it.

use crate::small_world::{House, World};
use async_graphql::ID;
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::{
    ArchiveProjectInput, CancelProjectInput, CompleteProjectInput, EndProjectParticipationInput,
    HandOverProjectLeadInput, HoldProjectInput, PlanProjectInput, ReopenProjectInput, WithdrawProjectInvitationInput,
};

pub async fn step(world: &World, session: &Session, action: Action, house: &House) -> Result<Vec<UserError>, Error> {
    let reason = || "Die Stelle ist nicht besetzt.".to_owned();
    let expected_revision = None;
    Ok(match action {
        Action::ProjectPlan => {
            let id = ID::from(&house.project);
            session
                .plan_project(PlanProjectInput { id, expected_revision })
                .await?
                .user_errors
        }
        Action::ProjectHold => {
            let input = HoldProjectInput {
                id: ID::from(&house.running),
                reason: reason(),
                expected_revision,
            };
            session.hold_project(input).await?.user_errors
        }
        Action::ProjectComplete => {
            let input = CompleteProjectInput {
                id: ID::from(&house.running),
                closing_summary: "Zwölf Vereine machen mit.".into(),
                ends_on: None,
                expected_revision,
            };
            session.complete_project(input).await?.user_errors
        }
        Action::ProjectCancel => {
            let input = CancelProjectInput {
                id: ID::from(&house.running),
                reason: reason(),
                expected_revision,
            };
            session.cancel_project(input).await?.user_errors
        }
        Action::ProjectArchive => {
            let id = ID::from(&house.completed);
            session
                .archive_project(ArchiveProjectInput { id, expected_revision })
                .await?
                .user_errors
        }
        Action::ProjectReopen => {
            let id = ID::from(&house.completed);
            session
                .reopen_project(ReopenProjectInput { id, expected_revision })
                .await?
                .user_errors
        }
        Action::LeadHandOver => {
            let input = HandOverProjectLeadInput {
                project: ID::from(&house.running),
                municipality: ID::from(&world.guest),
                idempotency_key: None,
            };
            session.hand_over_project_lead(input).await?.user_errors
        }
        Action::ParticipationEnd => {
            let input = EndProjectParticipationInput {
                id: ID::from(&house.partner_part),
                reason: reason(),
                expected_revision,
            };
            session.end_project_participation(input).await?.user_errors
        }
        Action::ParticipationUninvite | Action::LeadOfferWithdraw => {
            let leads = action == Action::LeadOfferWithdraw;
            let id = ID::from(if leads { &house.asked_lead } else { &house.asked_partner });
            session
                .withdraw_project_invitation(WithdrawProjectInvitationInput { id, expected_revision })
                .await?
                .user_errors
        }
        action => panic!("{action:?} is no step of a project"),
    })
}
