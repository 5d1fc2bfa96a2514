//! Writes about networks: what they say of themselves, who belongs to them, and what they enter for all.

use crate::small_world::{House, World};
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerMembershipInput, ApplyForMembershipInput, CreateMunicipalityInput, CreateTopicInput, DecideMembershipInput,
    InviteMemberInput, LeaveNetworkInput, UpdateMunicipalityKeysInput, UpdateNetworkInput, UpdateTopicInput,
};
use verbund_entity::municipality::MunicipalityKind;

pub(super) async fn try_it(
    world: &World,
    session: &Session,
    action: Action,
    house: &House,
) -> Result<Vec<UserError>, Error> {
    let answer = |id: &str| AnswerMembershipInput {
        id: ID::from(id),
        expected_revision: None,
    };
    let decide = |id: &str| DecideMembershipInput {
        id: ID::from(id),
        reason: "Beschluss".into(),
        expected_revision: None,
    };
    Ok(match action {
        Action::NetworkUpdate => {
            let input = UpdateNetworkInput {
                description: MaybeUndefined::Value("Gemeinsam.".into()),
                ..unchanged_network(&house.id)
            };
            session.update_network(input).await?.user_errors
        }
        Action::MembershipApply => {
            let input = ApplyForMembershipInput {
                municipality: ID::from(&house.id),
                network: ID::from(&world.house("elbe").id),
                note: None,
                idempotency_key: None,
            };
            session.apply_for_membership(input).await?.user_errors
        }
        Action::MembershipInvite => {
            let input = InviteMemberInput {
                network: ID::from(&house.id),
                municipality: ID::from(&world.guest),
                idempotency_key: None,
            };
            session.invite_member(input).await?.user_errors
        }
        Action::MembershipAdmit => session.accept_membership(answer(&house.application)).await?.user_errors,
        Action::MembershipAccept => {
            session
                .accept_membership(answer(&house.invitation_to_join))
                .await?
                .user_errors
        }
        Action::MembershipReject => session.reject_membership(decide(&house.application)).await?.user_errors,
        Action::MembershipDecline => {
            session
                .decline_membership(answer(&house.invitation_to_join))
                .await?
                .user_errors
        }
        Action::MembershipWithdraw => session.withdraw_application(answer(&house.applied)).await?.user_errors,
        Action::MembershipUninvite => {
            session
                .withdraw_member_invitation(answer(&house.asked_member))
                .await?
                .user_errors
        }
        Action::MembershipSuspend => session.suspend_membership(decide(&house.membership)).await?.user_errors,
        Action::MembershipResume => session.resume_membership(answer(&house.resting)).await?.user_errors,
        Action::MembershipLeave => {
            let input = LeaveNetworkInput {
                id: ID::from(&house.membership),
                reason: None,
                expected_revision: None,
            };
            session.leave_network(input).await?.user_errors
        }
        Action::MembershipTerminate => {
            session
                .terminate_membership(decide(&house.membership))
                .await?
                .user_errors
        }
        Action::TopicCreate => session.create_topic(new_topic(&house.id, "Wohnen")).await?.user_errors,
        Action::TopicUpdate => {
            let input = UpdateTopicInput {
                name: MaybeUndefined::Value("Sprachen".into()),
                ..unchanged_topic(&house.topic)
            };
            session.update_topic(input).await?.user_errors
        }
        Action::MunicipalityCreate => {
            session
                .create_municipality(new_municipality(&house.id))
                .await?
                .user_errors
        }
        Action::MunicipalityUpdateKeys => {
            let input = UpdateMunicipalityKeysInput {
                kind: MaybeUndefined::Value(MunicipalityKind::MunicipalAssociation),
                ..unchanged_keys(&house.id)
            };
            session.update_municipality_keys(input).await?.user_errors
        }
        other => panic!("{other:?} is no matter of networks"),
    })
}

pub fn unchanged_network(id: &str) -> UpdateNetworkInput {
    UpdateNetworkInput {
        id: ID::from(id),
        expected_revision: 1,
        name: MaybeUndefined::Undefined,
        description: MaybeUndefined::Undefined,
        purposes: MaybeUndefined::Undefined,
        founded_on: MaybeUndefined::Undefined,
        website: MaybeUndefined::Undefined,
        default_language: MaybeUndefined::Undefined,
        time_zone: MaybeUndefined::Undefined,
    }
}

pub fn new_topic(network: &str, name: &str) -> CreateTopicInput {
    CreateTopicInput {
        network: ID::from(network),
        name: name.into(),
        name_translations: Vec::new(),
        broader: None,
        idempotency_key: None,
    }
}

pub fn unchanged_topic(id: &str) -> UpdateTopicInput {
    UpdateTopicInput {
        id: ID::from(id),
        expected_revision: 1,
        name: MaybeUndefined::Undefined,
        name_translations: MaybeUndefined::Undefined,
        broader: MaybeUndefined::Undefined,
    }
}

/// An association, which has no keys.
pub fn new_municipality(network: &str) -> CreateMunicipalityInput {
    CreateMunicipalityInput {
        network: ID::from(network),
        kind: MunicipalityKind::MunicipalAssociation,
        name: "Verbandsgemeinde".into(),
        official_name: None,
        ags: None,
        district_key: None,
        ars: None,
        website: None,
        idempotency_key: None,
    }
}

pub fn unchanged_keys(id: &str) -> UpdateMunicipalityKeysInput {
    UpdateMunicipalityKeysInput {
        id: ID::from(id),
        expected_revision: 1,
        kind: MaybeUndefined::Undefined,
        name: MaybeUndefined::Undefined,
        official_name: MaybeUndefined::Undefined,
        ags: MaybeUndefined::Undefined,
        district_key: MaybeUndefined::Undefined,
        ars: MaybeUndefined::Undefined,
    }
}
