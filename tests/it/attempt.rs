//! One write of each kind, tried on what belongs to a house of the small world.

mod agendas;
mod contacts;
mod directory;
mod meetings;
mod members;
mod projects;
mod proposals;
mod series;
mod users;

pub use contacts::{new_contact, unchanged_contact};
pub use members::{new_municipality, new_topic, unchanged_keys, unchanged_network, unchanged_topic};
pub use series::{new_series, unchanged_series};
pub use users::{new_user, role_for};

use crate::agenda_inputs::new_session;
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerMeetingOrganizerInput, AnswerProjectParticipationInput, CancelMeetingInput, CreateMeetingInput,
    CreateProjectInput, DeleteSessionRoleInput, InviteMeetingOrganizerInput, InviteProjectParticipantInput,
    PublishMeetingInput, StartProjectInput, UpdateMeetingInput, UpdateMunicipalityInput, UpdateProjectInput,
};
use verbund_entity::Visibility;
use verbund_entity::meeting::{AttendanceMode, MeetingKind};
use verbund_entity::meeting_organizer::OrganizerRole;
use verbund_entity::project_participation::ParticipationRole;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The permission was there and the write was done.
    Done,
    /// The permission was there, the record's state stood against it.
    Mended,
    /// Refused: not allowed, not visible or not signed in.
    Denied,
}

/// Tries to do `action` to what belongs to `house`.
pub async fn attempt(world: &World, session: &Session, action: Action, house: &str) -> Outcome {
    match try_it(world, session, action, house).await {
        Ok(problems) if problems.is_empty() => Outcome::Done,
        Ok(_) => Outcome::Mended,
        Err(Error::Forbidden | Error::NotFound | Error::Unauthenticated) => Outcome::Denied,
        Err(error) => panic!("{action:?} on {house}: {error}"),
    }
}

async fn try_it(world: &World, session: &Session, action: Action, house: &str) -> Result<Vec<UserError>, Error> {
    let name = house;
    let house = world.house(house);
    let answer = |id: &str| AnswerProjectParticipationInput {
        id: ID::from(id),
        expected_revision: None,
    };
    let organizer = |id: &str| AnswerMeetingOrganizerInput {
        id: ID::from(id),
        expected_revision: None,
    };
    Ok(match action {
        Action::MunicipalityUpdate => {
            let input = UpdateMunicipalityInput {
                id: ID::from(&house.id),
                expected_revision: house.revision,
                website: MaybeUndefined::Undefined,
                population: MaybeUndefined::Value(123_456),
                population_as_of: MaybeUndefined::Undefined,
            };
            session.update_municipality(input).await?.user_errors
        }
        Action::ContactPointCreate
        | Action::ContactPointUpdate
        | Action::ContactPointCorrect
        | Action::ContactPointPublish
        | Action::ContactPointPublishFunctional
        | Action::ContactPointWithdraw => contacts::try_it(session, action, house).await?,
        Action::ContactPointVerify
        | Action::PersonCreate
        | Action::PersonUpdate
        | Action::PersonPublish
        | Action::PositionCreate
        | Action::PositionUpdate
        | Action::PositionEnd
        | Action::PositionPublish
        | Action::OrganizationCreate
        | Action::OrganizationUpdate
        | Action::OrganizationActivate
        | Action::OrganizationRest
        | Action::OrganizationRevive
        | Action::OrganizationDissolve
        | Action::OrganizationMerge
        | Action::DirectoryConsentRecord
        | Action::DirectoryConsentWithdraw => directory::try_it(session, action, house).await?,
        Action::ProjectCreate => session.create_project(new_project(&house.id)).await?.user_errors,
        Action::ProjectUpdate => {
            let input = UpdateProjectInput {
                summary: MaybeUndefined::Value("Gemeinsam.".into()),
                ..unchanged_project(&house.project)
            };
            session.update_project(input).await?.user_errors
        }
        Action::ProjectPublish => {
            let input = UpdateProjectInput {
                visibility: MaybeUndefined::Value(Visibility::Public),
                ..unchanged_project(&house.project)
            };
            session.update_project(input).await?.user_errors
        }
        Action::ProjectStart => {
            let input = StartProjectInput {
                id: ID::from(&house.project),
                expected_revision: None,
            };
            session.start_project(input).await?.user_errors
        }
        Action::ParticipationInvite | Action::LeadOffer => {
            let lead = action == Action::LeadOffer;
            let input = InviteProjectParticipantInput {
                project: ID::from(if lead { &house.leaderless } else { &house.project }),
                party: ID::from(&world.guest),
                role: if lead {
                    ParticipationRole::Lead
                } else {
                    ParticipationRole::Partner
                },
                contribution: None,
                idempotency_key: None,
            };
            session.invite_project_participant(input).await?.user_errors
        }
        Action::ParticipationConfirm => {
            session
                .confirm_project_participation(answer(&house.invitation))
                .await?
                .user_errors
        }
        Action::LeadAccept => {
            session
                .confirm_project_participation(answer(&house.lead_offer))
                .await?
                .user_errors
        }
        Action::LeadDecline => {
            session
                .decline_project_participation(answer(&house.lead_offer))
                .await?
                .user_errors
        }
        Action::ParticipationDecline => {
            session
                .decline_project_participation(answer(&house.invitation))
                .await?
                .user_errors
        }
        Action::ParticipationWithdraw => {
            session
                .withdraw_project_participation(answer(&house.part))
                .await?
                .user_errors
        }
        Action::ProjectPlan
        | Action::ProjectHold
        | Action::ProjectComplete
        | Action::ProjectCancel
        | Action::ProjectArchive
        | Action::ProjectReopen
        | Action::LeadHandOver
        | Action::ParticipationUninvite
        | Action::LeadOfferWithdraw
        | Action::ParticipationEnd => projects::step(world, session, action, house).await?,
        Action::MeetingSeriesCreate | Action::MeetingSeriesUpdate => series::try_it(session, action, house).await?,
        Action::MeetingReschedule
        | Action::MeetingPostpone
        | Action::MeetingMoveOnline
        | Action::MeetingMarkHeld
        | Action::OrganizerUninvite
        | Action::MeetingDelete => meetings::step(world, session, action, house).await?,
        Action::MeetingCreate => session.create_meeting(new_meeting(&house.id)).await?.user_errors,
        Action::MeetingUpdate => {
            let input = UpdateMeetingInput {
                motto: MaybeUndefined::Value(format!("Mit {name}")),
                ..unchanged_meeting(&house.meeting)
            };
            session.update_meeting(input).await?.user_errors
        }
        Action::SessionRoleDelete => {
            let input = DeleteSessionRoleInput {
                id: ID::from(&house.role),
                expected_revision: None,
            };
            session.delete_session_role(input).await?.user_errors
        }
        Action::AgendaUpdate => session.create_session(new_session(&house.meeting)).await?.user_errors,
        Action::MeetingPublish => {
            let input = PublishMeetingInput {
                id: ID::from(&house.meeting),
                expected_revision: None,
            };
            session.publish_meeting(input).await?.user_errors
        }
        Action::MeetingCancel => {
            let input = CancelMeetingInput {
                id: ID::from(&house.meeting),
                reason: "Der Saal ist nicht frei.".into(),
                expected_revision: None,
            };
            session.cancel_meeting(input).await?.user_errors
        }
        Action::OrganizerInvite => {
            let input = InviteMeetingOrganizerInput {
                meeting: ID::from(&house.meeting),
                party: ID::from(&world.guest),
                role: OrganizerRole::CoOrganizer,
                idempotency_key: None,
            };
            session.invite_meeting_organizer(input).await?.user_errors
        }
        Action::OrganizerConfirm => {
            session
                .confirm_meeting_organizer(organizer(&house.organizer))
                .await?
                .user_errors
        }
        Action::OrganizerDecline => {
            session
                .decline_meeting_organizer(organizer(&house.organizer))
                .await?
                .user_errors
        }
        Action::NetworkUpdate
        | Action::MembershipApply
        | Action::MembershipInvite
        | Action::MembershipAdmit
        | Action::MembershipAccept
        | Action::MembershipReject
        | Action::MembershipDecline
        | Action::MembershipWithdraw
        | Action::MembershipUninvite
        | Action::MembershipSuspend
        | Action::MembershipResume
        | Action::MembershipLeave
        | Action::MembershipTerminate
        | Action::TopicCreate
        | Action::TopicUpdate
        | Action::MunicipalityCreate
        | Action::MunicipalityUpdateKeys => members::try_it(world, session, action, house).await?,
        Action::SessionResultSupport
        | Action::SessionResultSupportWithdraw
        | Action::PlaceCreate
        | Action::PlaceUpdate
        | Action::DocumentAttach
        | Action::DocumentUpdate
        | Action::VisibilityWiden
        | Action::AttendanceEnter
        | Action::AttendanceUpdate => agendas::try_it(session, action, house).await?,
        Action::UserCreate
        | Action::RoleGrant
        | Action::RoleRevoke
        | Action::UserDeactivate
        | Action::FirstAdministratorAppoint => users::try_it(session, action, house).await?,
        Action::ChangePropose | Action::ChangeDecide | Action::ChangeWithdraw => {
            proposals::try_it(world, session, action, house).await?
        }
    })
}

pub use proposals::proposal;

pub use directory::{
    merge, new_organization, new_person, new_position, unchanged_organization, unchanged_person, unchanged_position,
};

pub fn new_project(lead: &str) -> CreateProjectInput {
    CreateProjectInput {
        lead: ID::from(lead),
        title: "Sprachbrücken".into(),
        title_translations: Vec::new(),
        summary_translations: Vec::new(),
        summary: None,
        visibility: Visibility::Network,
        starts_on: None,
        ends_on: None,
        topics: Vec::new(),
        idempotency_key: None,
        slug: None,
    }
}

pub fn new_meeting(host: &str) -> CreateMeetingInput {
    CreateMeetingInput {
        host: ID::from(host),
        hosting_municipality: None,
        title: Some("Fachtag".into()),
        title_translations: Vec::new(),
        summary_translations: Vec::new(),
        alternate_titles: Vec::new(),
        series: None,
        edition: MaybeUndefined::Undefined,
        audience: Vec::new(),
        invited_kinds: Vec::new(),
        theme: None,
        motto: None,
        summary: None,
        kind: MeetingKind::SpecialistConference,
        starts_at: None,
        ends_at: None,
        doors_open_at: None,
        held_on: None,
        status: None,
        time_zone: None,
        attendance_mode: AttendanceMode::InPerson,
        venue: Some("Rathaus".into()),
        place: None,
        locality: None,
        visibility: Visibility::Network,
        attendance: None,
        registration_notice: None,
        internal_notes: None,
        topics: Vec::new(),
        projects: Vec::new(),
        idempotency_key: None,
        slug: None,
    }
}

pub fn unchanged_project(id: &str) -> UpdateProjectInput {
    UpdateProjectInput {
        id: ID::from(id),
        expected_revision: 1,
        title: MaybeUndefined::Undefined,
        title_translations: MaybeUndefined::Undefined,
        summary_translations: MaybeUndefined::Undefined,
        summary: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
        starts_on: MaybeUndefined::Undefined,
        ends_on: MaybeUndefined::Undefined,
        topics: MaybeUndefined::Undefined,
    }
}

pub fn unchanged_meeting(id: &str) -> UpdateMeetingInput {
    UpdateMeetingInput {
        id: ID::from(id),
        expected_revision: 1,
        title: MaybeUndefined::Undefined,
        title_translations: MaybeUndefined::Undefined,
        summary_translations: MaybeUndefined::Undefined,
        alternate_titles: MaybeUndefined::Undefined,
        series: MaybeUndefined::Undefined,
        edition: MaybeUndefined::Undefined,
        audience: MaybeUndefined::Undefined,
        invited_kinds: MaybeUndefined::Undefined,
        theme: MaybeUndefined::Undefined,
        motto: MaybeUndefined::Undefined,
        summary: MaybeUndefined::Undefined,
        kind: MaybeUndefined::Undefined,
        starts_at: MaybeUndefined::Undefined,
        ends_at: MaybeUndefined::Undefined,
        doors_open_at: MaybeUndefined::Undefined,
        held_on: MaybeUndefined::Undefined,
        time_zone: MaybeUndefined::Undefined,
        attendance_mode: MaybeUndefined::Undefined,
        venue: MaybeUndefined::Undefined,
        place: MaybeUndefined::Undefined,
        locality: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
        attendance: MaybeUndefined::Undefined,
        registration_notice: MaybeUndefined::Undefined,
        internal_notes: MaybeUndefined::Undefined,
        topics: MaybeUndefined::Undefined,
        projects: MaybeUndefined::Undefined,
    }
}
