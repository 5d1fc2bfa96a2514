//! Verbund's domain: what can be read, by whom, and what can be done. The only crate that reaches the database.

#[macro_use]
mod payload;

pub mod access;
pub mod account;
pub mod clock;
mod contact_point;
pub mod db;
pub mod demo;
pub mod error;
mod meeting;
mod municipal_user;
mod municipality;
mod network;
mod organization;
mod party;
mod patch;
mod person;
mod position;
pub mod problems;
mod project;
pub mod read;
pub mod register;
pub mod session;
mod source_reference;
mod titled;
mod topic;
pub mod values;
pub mod viewer;

pub use contact_point::{
    ChannelType, ContactChannel, ContactChannelInput, ContactPoint, ContactPointPayload, CreateContactPointInput,
    UpdateContactPointInput, WithdrawContactPointInput,
};
pub use meeting::{
    AnswerMeetingOrganizerInput, CancelMeetingInput, CreateMeetingInput, InviteMeetingOrganizerInput, Meeting,
    MeetingOrganizer, MeetingPayload, OrganizerPayload, PublishMeetingInput, UpdateMeetingInput,
};
pub use municipal_user::{
    AppointFirstAdministratorInput, CreateUserInput, DeactivateUserInput, GrantRoleInput, MunicipalUser,
    RenewSetUpInput, RevokeRoleInput, RoleGrant, SetGrantEndInput, UserInvitationPayload, UserPayload,
};
pub use municipality::{Municipality, MunicipalityPayload, UpdateMunicipalityInput};
pub use network::{Network, NetworkMembership};
pub use organization::Organization;
pub use party::{ContactOwner, Party, SearchResult};
pub use person::Person;
pub use position::Position;
pub use project::{
    AnswerProjectParticipationInput, CreateProjectInput, InviteProjectParticipantInput, ParticipationPayload, Project,
    ProjectParticipation, ProjectPayload, StartProjectInput, UpdateProjectInput,
};
pub use source_reference::SourceReference;
pub use topic::Topic;
