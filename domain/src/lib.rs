//! Verbund's domain: what can be read, by whom, and what can be done. The only crate that reaches the database.

#[macro_use]
mod payload;

pub mod access;
pub mod account;
mod agenda;
mod attendance;
mod change_proposal;
pub mod clock;
mod contact_point;
pub mod db;
pub mod demo;
mod document;
pub mod error;
mod meeting;
mod meeting_series;
mod municipal_user;
mod municipality;
mod network;
pub mod official_list;
mod organization;
mod party;
mod patch;
mod person;
mod place;
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

pub use agenda::{
    CreateSessionInput, CreateSessionResultInput, CreateSessionRoleInput, DeleteSessionInput, DeleteSessionResultInput,
    DeleteSessionRoleInput, MeetingSession, ReorderSessionsInput, SessionPayload, SessionResult, SessionResultPayload,
    SessionResultSupportInput, SessionRole, SessionRolePayload, SessionSpeaker, UpdateSessionInput,
    UpdateSessionResultInput, UpdateSessionRoleInput,
};
pub use attendance::{AttendanceLine, AttendancePayload, EnterAttendanceInput, UpdateAttendanceInput};
pub use change_proposal::{
    ChangeProposal, ChangeProposalPayload, DecideChangeProposalInput, Given, ProposeChangeInput, ProposedChange,
    ProposedUpdate, RejectChangeProposalInput, WithdrawChangeProposalInput,
};
pub use contact_point::{
    ChannelType, ContactChannel, ContactChannelInput, ContactPoint, ContactPointPayload, CreateContactPointInput,
    UpdateContactPointInput, VerifyContactPointInput, WithdrawContactPointInput,
};
pub use document::{AttachDocumentInput, DetachDocumentInput, Document, DocumentPayload, UpdateDocumentInput};
pub use meeting::{
    AnswerMeetingOrganizerInput, CancelMeetingInput, CreateMeetingInput, DeleteMeetingDraftInput,
    DeleteMeetingDraftPayload, InviteMeetingOrganizerInput, MarkMeetingHeldInput, Meeting, MeetingOrganizer,
    MeetingPayload, MoveMeetingOnlineInput, OrganizerPayload, PostponeMeetingInput, PublishMeetingInput,
    RegistrationNotice, RegistrationNoticeInput, RescheduleMeetingInput, UpdateMeetingInput,
    WithdrawOrganizerInvitationInput, mark_elapsed_meetings,
};
pub use meeting_series::{
    CreateMeetingSeriesInput, MeetingSeries, MeetingSeriesPayload, StandingAgendaItem, UpdateMeetingSeriesInput,
};
pub use municipal_user::{
    AppointFirstAdministratorInput, CreateUserInput, DeactivateUserInput, GrantRoleInput, MunicipalUser,
    RenewSetUpInput, RevokeRoleInput, RoleGrant, SetGrantEndInput, UserInvitationPayload, UserPayload,
};
pub use municipality::{
    CreateMunicipalityInput, Municipality, MunicipalityPayload, UpdateMunicipalityInput, UpdateMunicipalityKeysInput,
};
pub use network::{
    AnswerMembershipInput, ApplyForMembershipInput, DecideMembershipInput, InviteMemberInput, LeaveNetworkInput,
    MeetingKindCount, MembershipPayload, MunicipalityCount, Network, NetworkMembership, NetworkPayload,
    NetworkStatistics, TopicCount, UpdateNetworkInput, expire_invitations,
};
pub use organization::{
    ActivateOrganizationInput, AlternateNameInput, CreateOrganizationInput, CreateOrganizationPayload,
    DirectoryConsent, DissolveOrganizationInput, MergeOrganizationsInput, Organization, OrganizationPayload,
    RecordDirectoryConsentInput, ReviveOrganizationInput, SetOrganizationDormantInput, UpdateOrganizationInput,
    WithdrawDirectoryConsentInput,
};
pub use party::{ChangeSubject, ContactOwner, DocumentOwner, Party, SearchResult};
pub use person::{CreatePersonInput, Person, PersonPayload, UpdatePersonInput};
pub use place::{CreatePlaceInput, Place, PlacePayload, UpdatePlaceInput};
pub use position::{CreatePositionInput, EndPositionInput, Position, PositionPayload, UpdatePositionInput};
pub use project::{
    AnswerProjectParticipationInput, ArchiveProjectInput, CancelProjectInput, CompleteProjectInput, CreateProjectInput,
    EndProjectParticipationInput, HandOverProjectLeadInput, HoldProjectInput, InviteProjectParticipantInput,
    ParticipationPayload, PlanProjectInput, Project, ProjectParticipation, ProjectPayload, ReopenProjectInput,
    StartProjectInput, UpdateProjectInput, WithdrawProjectInvitationInput,
};
pub use source_reference::SourceReference;
pub use topic::{CreateTopicInput, Topic, TopicPayload, UpdateTopicInput};
