//! What must never happen, in sentences written by hand. They do not look at the permission table, so that a wrong
//! row of it cannot make them agree.

use crate::attempt::{Outcome, attempt};
use crate::small_world::{Who, World};
use verbund_domain::access::{Action, Of, Policy, Rule};
use verbund_entity::Role::{Admin, Auditor, Editor, Operator, Viewer};

type Sentence = (&'static str, Who, Action, &'static str);

const VIEWER_OF_HAGEN: Who = Who::In(Viewer, "hagen");
const EDITOR_OF_HAGEN: Who = Who::In(Editor, "hagen");
const ADMIN_OF_HAGEN: Who = Who::In(Admin, "hagen");
const EDITOR_OF_HERNE: Who = Who::In(Editor, "herne");
const ADMIN_OF_HERNE: Who = Who::In(Admin, "herne");
const ADMIN_OF_BOCHUM: Who = Who::In(Admin, "bochum");
const EDITOR_OF_ESSEN: Who = Who::In(Editor, "essen");
const ADMIN_OF_ESSEN: Who = Who::In(Admin, "essen");
const ADMIN_OF_MINDEN: Who = Who::In(Admin, "minden");
const RUHR: Who = Who::Coordinator("ruhr");
const WESER: Who = Who::Coordinator("weser");

/// One line each, so that the list can be read as one.
///
/// Essen's membership in `ruhr` is suspended. Herne works with Hagen on Hagen's project and meeting; Bochum invites
/// Hagen, Hagen invites Herne, Herne invites Bochum and Essen.
#[rustfmt::skip]
const NEVER: &[Sentence] = &[
    ("nobody changes a city's profile without signing in", Who::Anonymous, Action::MunicipalityUpdate, "hagen"),
    ("nobody enters a contact without signing in", Who::Anonymous, Action::ContactPointCreate, "hagen"),
    ("nobody starts a project without signing in", Who::Anonymous, Action::ProjectStart, "hagen"),
    ("nobody cancels a meeting without signing in", Who::Anonymous, Action::MeetingCancel, "hagen"),
    ("who only reads cannot change the own city's profile", VIEWER_OF_HAGEN, Action::MunicipalityUpdate, "hagen"),
    ("who only reads cannot enter a contact", VIEWER_OF_HAGEN, Action::ContactPointCreate, "hagen"),
    ("who only reads cannot change a contact", VIEWER_OF_HAGEN, Action::ContactPointUpdate, "hagen"),
    ("who only reads cannot withdraw a contact", VIEWER_OF_HAGEN, Action::ContactPointWithdraw, "hagen"),
    ("who only reads cannot publish a mailbox", VIEWER_OF_HAGEN, Action::ContactPointPublishFunctional, "hagen"),
    ("who only reads cannot say that a contact is right", VIEWER_OF_HAGEN, Action::ContactPointVerify, "hagen"),
    ("who only reads cannot enter a person", VIEWER_OF_HAGEN, Action::PersonCreate, "hagen"),
    ("who only reads cannot change a person's record", VIEWER_OF_HAGEN, Action::PersonUpdate, "hagen"),
    ("who only reads cannot enter a position", VIEWER_OF_HAGEN, Action::PositionCreate, "hagen"),
    ("who only reads cannot change a position", VIEWER_OF_HAGEN, Action::PositionUpdate, "hagen"),
    ("who only reads cannot end a position", VIEWER_OF_HAGEN, Action::PositionEnd, "hagen"),
    ("who only reads cannot enter an organisation", VIEWER_OF_HAGEN, Action::OrganizationCreate, "hagen"),
    ("who only reads cannot change an organisation", VIEWER_OF_HAGEN, Action::OrganizationUpdate, "hagen"),
    ("who only reads cannot say that a founding is done", VIEWER_OF_HAGEN, Action::OrganizationActivate, "hagen"),
    ("who only reads cannot put an organisation to rest", VIEWER_OF_HAGEN, Action::OrganizationRest, "hagen"),
    ("who only reads cannot revive an organisation", VIEWER_OF_HAGEN, Action::OrganizationRevive, "hagen"),
    ("who only reads cannot dissolve an organisation", VIEWER_OF_HAGEN, Action::OrganizationDissolve, "hagen"),
    ("who only reads cannot record a consent", VIEWER_OF_HAGEN, Action::DirectoryConsentRecord, "hagen"),
    ("who only reads cannot withdraw a consent", VIEWER_OF_HAGEN, Action::DirectoryConsentWithdraw, "hagen"),
    ("an editor cannot make a person public", EDITOR_OF_HAGEN, Action::PersonPublish, "hagen"),
    ("an editor cannot make just any position public", EDITOR_OF_HAGEN, Action::PositionPublish, "hagen"),
    ("an editor of Hagen cannot enter a person for Herne", EDITOR_OF_HAGEN, Action::PersonCreate, "herne"),
    ("an editor of Hagen cannot change Herne's people", EDITOR_OF_HAGEN, Action::PersonUpdate, "herne"),
    ("an admin of Hagen cannot give Herne's people a position", ADMIN_OF_HAGEN, Action::PositionCreate, "herne"),
    ("an admin of Hagen cannot end Herne's position", ADMIN_OF_HAGEN, Action::PositionEnd, "herne"),
    ("an admin of Hagen cannot publish Herne's position", ADMIN_OF_HAGEN, Action::PositionPublish, "herne"),
    ("an editor of Hagen cannot enter an organisation for Herne", EDITOR_OF_HAGEN, Action::OrganizationCreate, "herne"),
    ("an editor of Herne cannot change Hagen's organisation", EDITOR_OF_HERNE, Action::OrganizationUpdate, "hagen"),
    ("an admin of Herne cannot dissolve Hagen's organisation", ADMIN_OF_HERNE, Action::OrganizationDissolve, "hagen"),
    ("an admin of Herne cannot agree for Hagen's association", ADMIN_OF_HERNE, Action::DirectoryConsentRecord, "hagen"),
    ("an admin of Herne cannot withdraw its consent", ADMIN_OF_HERNE, Action::DirectoryConsentWithdraw, "hagen"),
    ("an admin of Herne cannot vouch for Hagen's contact", ADMIN_OF_HERNE, Action::ContactPointVerify, "hagen"),
    ("a coordinator cannot enter a member's person", RUHR, Action::PersonCreate, "hagen"),
    ("a coordinator cannot end a member's position", RUHR, Action::PositionEnd, "hagen"),
    ("a coordinator cannot change a member's organisation", RUHR, Action::OrganizationUpdate, "hagen"),
    ("a coordinator cannot record a consent for a member", RUHR, Action::DirectoryConsentRecord, "hagen"),
    ("a suspended city cannot enter people", EDITOR_OF_ESSEN, Action::PersonCreate, "essen"),
    ("a suspended city cannot make a person public", ADMIN_OF_ESSEN, Action::PersonPublish, "essen"),
    ("a suspended city cannot enter positions", EDITOR_OF_ESSEN, Action::PositionCreate, "essen"),
    ("a suspended city cannot make a position public", ADMIN_OF_ESSEN, Action::PositionPublish, "essen"),
    ("a suspended city cannot enter organisations", EDITOR_OF_ESSEN, Action::OrganizationCreate, "essen"),
    ("a suspended city cannot record a consent", EDITOR_OF_ESSEN, Action::DirectoryConsentRecord, "essen"),
    ("an operator cannot change a person's record", Who::Installation(Operator), Action::PersonUpdate, "hagen"),
    ("an auditor cannot withdraw a consent", Who::Installation(Auditor), Action::DirectoryConsentWithdraw, "hagen"),
    ("who only reads cannot found a project", VIEWER_OF_HAGEN, Action::ProjectCreate, "hagen"),
    ("who only reads cannot change a project", VIEWER_OF_HAGEN, Action::ProjectUpdate, "hagen"),
    ("who only reads cannot start a project", VIEWER_OF_HAGEN, Action::ProjectStart, "hagen"),
    ("who only reads cannot invite to a project", VIEWER_OF_HAGEN, Action::ParticipationInvite, "hagen"),
    ("who only reads cannot sign for the own city", VIEWER_OF_HAGEN, Action::ParticipationConfirm, "hagen"),
    ("who only reads cannot decline for the own city", VIEWER_OF_HAGEN, Action::ParticipationDecline, "hagen"),
    ("who only reads cannot prepare a meeting", VIEWER_OF_HAGEN, Action::MeetingCreate, "hagen"),
    ("who only reads cannot change a meeting", VIEWER_OF_HAGEN, Action::MeetingUpdate, "hagen"),
    ("who only reads cannot move a meeting", VIEWER_OF_HAGEN, Action::MeetingReschedule, "hagen"),
    ("who only reads cannot publish a meeting", VIEWER_OF_HAGEN, Action::MeetingPublish, "hagen"),
    ("who only reads cannot cancel a meeting", VIEWER_OF_HAGEN, Action::MeetingCancel, "hagen"),
    ("who only reads cannot invite organisers", VIEWER_OF_HAGEN, Action::OrganizerInvite, "hagen"),
    ("who only reads cannot agree to organise", VIEWER_OF_HAGEN, Action::OrganizerConfirm, "hagen"),
    ("who only reads cannot decline to organise", VIEWER_OF_HAGEN, Action::OrganizerDecline, "hagen"),
    ("who only reads cannot plan a project", VIEWER_OF_HAGEN, Action::ProjectPlan, "hagen"),
    ("who only reads cannot interrupt a project", VIEWER_OF_HAGEN, Action::ProjectHold, "hagen"),
    ("who only reads cannot complete a project", VIEWER_OF_HAGEN, Action::ProjectComplete, "hagen"),
    ("who only reads cannot give a project up", VIEWER_OF_HAGEN, Action::ProjectCancel, "hagen"),
    ("who only reads cannot postpone a meeting", VIEWER_OF_HAGEN, Action::MeetingPostpone, "hagen"),
    ("who only reads cannot move a meeting online", VIEWER_OF_HAGEN, Action::MeetingMoveOnline, "hagen"),
    ("who only reads cannot say that a meeting was held", VIEWER_OF_HAGEN, Action::MeetingMarkHeld, "hagen"),
    ("who only reads cannot delete a draft", VIEWER_OF_HAGEN, Action::MeetingDelete, "hagen"),
    ("an editor cannot archive a project", EDITOR_OF_HAGEN, Action::ProjectArchive, "hagen"),
    ("an editor cannot reopen a project", EDITOR_OF_HAGEN, Action::ProjectReopen, "hagen"),
    ("an editor cannot end the part of another", EDITOR_OF_HAGEN, Action::ParticipationEnd, "hagen"),
    ("an editor cannot hand over the lead", EDITOR_OF_HAGEN, Action::LeadHandOver, "hagen"),
    ("a partner cannot plan the lead's project", ADMIN_OF_HERNE, Action::ProjectPlan, "hagen"),
    ("a partner cannot interrupt the lead's project", ADMIN_OF_HERNE, Action::ProjectHold, "hagen"),
    ("a partner cannot complete the lead's project", ADMIN_OF_HERNE, Action::ProjectComplete, "hagen"),
    ("a partner cannot give the lead's project up", ADMIN_OF_HERNE, Action::ProjectCancel, "hagen"),
    ("a partner cannot archive the lead's project", ADMIN_OF_HERNE, Action::ProjectArchive, "hagen"),
    ("a partner cannot reopen the lead's project", ADMIN_OF_HERNE, Action::ProjectReopen, "hagen"),
    ("a partner cannot have its part ended by the lead's word", ADMIN_OF_HERNE, Action::ParticipationEnd, "hagen"),
    ("a partner cannot hand over the lead", ADMIN_OF_HERNE, Action::LeadHandOver, "hagen"),
    ("a co-organiser cannot postpone the host's meeting", ADMIN_OF_HERNE, Action::MeetingPostpone, "hagen"),
    ("a co-organiser cannot move the host's meeting online", ADMIN_OF_HERNE, Action::MeetingMoveOnline, "hagen"),
    ("a co-organiser cannot say that the host's was held", ADMIN_OF_HERNE, Action::MeetingMarkHeld, "hagen"),
    ("a co-organiser cannot delete the host's draft", ADMIN_OF_HERNE, Action::MeetingDelete, "hagen"),
    ("a coordinator cannot give a member's project up", RUHR, Action::ProjectCancel, "hagen"),
    ("a coordinator cannot postpone a member's meeting", RUHR, Action::MeetingPostpone, "hagen"),
    ("a coordinator cannot delete a member's draft", RUHR, Action::MeetingDelete, "hagen"),
    ("a coordinator cannot postpone another network's meeting", WESER, Action::MeetingPostpone, "ruhr"),
    ("a suspended city cannot plan its project", EDITOR_OF_ESSEN, Action::ProjectPlan, "essen"),
    ("a suspended city cannot interrupt its project", EDITOR_OF_ESSEN, Action::ProjectHold, "essen"),
    ("a suspended city cannot complete its project", EDITOR_OF_ESSEN, Action::ProjectComplete, "essen"),
    ("a suspended city cannot give its project up", EDITOR_OF_ESSEN, Action::ProjectCancel, "essen"),
    ("a suspended city cannot archive its project", ADMIN_OF_ESSEN, Action::ProjectArchive, "essen"),
    ("a suspended city cannot reopen its project", ADMIN_OF_ESSEN, Action::ProjectReopen, "essen"),
    ("a suspended city cannot end the part of another", ADMIN_OF_ESSEN, Action::ParticipationEnd, "essen"),
    ("a suspended city cannot hand over the lead", ADMIN_OF_ESSEN, Action::LeadHandOver, "essen"),
    ("a suspended city cannot postpone its meeting", EDITOR_OF_ESSEN, Action::MeetingPostpone, "essen"),
    ("a suspended city cannot move its meeting online", EDITOR_OF_ESSEN, Action::MeetingMoveOnline, "essen"),
    ("a suspended city cannot say that its meeting was held", EDITOR_OF_ESSEN, Action::MeetingMarkHeld, "essen"),
    ("an operator cannot complete a project", Who::Installation(Operator), Action::ProjectComplete, "hagen"),
    ("an editor cannot make a contact public", EDITOR_OF_HAGEN, Action::ContactPointPublish, "hagen"),
    ("an editor cannot change a contact that is public", EDITOR_OF_HAGEN, Action::ContactPointCorrect, "hagen"),
    ("an editor cannot make a project public", EDITOR_OF_HAGEN, Action::ProjectPublish, "hagen"),
    ("an editor cannot take over a lead", EDITOR_OF_HAGEN, Action::LeadAccept, "hagen"),
    ("an editor cannot decline a lead", EDITOR_OF_HAGEN, Action::LeadDecline, "hagen"),
    ("an editor cannot offer a lead", EDITOR_OF_HAGEN, Action::LeadOffer, "hagen"),
    ("an editor cannot leave a project", EDITOR_OF_HAGEN, Action::ParticipationWithdraw, "hagen"),
    ("an editor of Hagen cannot change Herne's profile", EDITOR_OF_HAGEN, Action::MunicipalityUpdate, "herne"),
    ("an admin of Hagen cannot change Herne's profile", ADMIN_OF_HAGEN, Action::MunicipalityUpdate, "herne"),
    ("an editor of Hagen cannot enter a contact for Herne", EDITOR_OF_HAGEN, Action::ContactPointCreate, "herne"),
    ("an editor of Hagen cannot change Herne's contact", EDITOR_OF_HAGEN, Action::ContactPointUpdate, "herne"),
    ("an admin of Hagen cannot withdraw Herne's contact", ADMIN_OF_HAGEN, Action::ContactPointWithdraw, "herne"),
    ("an admin of Hagen cannot publish Herne's contact", ADMIN_OF_HAGEN, Action::ContactPointPublish, "herne"),
    ("an editor of Herne cannot found a project for Hagen", EDITOR_OF_HERNE, Action::ProjectCreate, "hagen"),
    ("a partner cannot change the lead's project", EDITOR_OF_HERNE, Action::ProjectUpdate, "hagen"),
    ("a partner cannot publish the lead's project", ADMIN_OF_HERNE, Action::ProjectPublish, "hagen"),
    ("a partner cannot start the lead's project", ADMIN_OF_HERNE, Action::ProjectStart, "hagen"),
    ("a partner cannot invite to the lead's project", EDITOR_OF_HERNE, Action::ParticipationInvite, "hagen"),
    ("an editor of Herne cannot confirm for Bochum", EDITOR_OF_HERNE, Action::ParticipationConfirm, "bochum"),
    ("who invites cannot confirm for the invited", ADMIN_OF_BOCHUM, Action::ParticipationConfirm, "hagen"),
    ("who invites cannot decline for the invited", ADMIN_OF_BOCHUM, Action::ParticipationDecline, "hagen"),
    ("the former lead cannot accept the lead for another", ADMIN_OF_BOCHUM, Action::LeadAccept, "hagen"),
    ("who invites cannot decline the lead for the invited", ADMIN_OF_BOCHUM, Action::LeadDecline, "hagen"),
    ("who takes no part cannot offer a lead", ADMIN_OF_HERNE, Action::LeadOffer, "hagen"),
    ("the lead cannot leave for a partner", ADMIN_OF_BOCHUM, Action::ParticipationWithdraw, "hagen"),
    ("an editor of Herne cannot prepare Hagen's meeting", EDITOR_OF_HERNE, Action::MeetingCreate, "hagen"),
    ("a co-organiser cannot publish the host's meeting", ADMIN_OF_HERNE, Action::MeetingPublish, "hagen"),
    ("a co-organiser cannot cancel the host's meeting", ADMIN_OF_HERNE, Action::MeetingCancel, "hagen"),
    ("a co-organiser cannot move the host's meeting", ADMIN_OF_HERNE, Action::MeetingReschedule, "hagen"),
    ("a co-organiser cannot invite to the host's meeting", ADMIN_OF_HERNE, Action::OrganizerInvite, "hagen"),
    ("who does not organise cannot change a meeting", ADMIN_OF_BOCHUM, Action::MeetingUpdate, "hagen"),
    ("the host cannot agree for a co-organiser", ADMIN_OF_BOCHUM, Action::OrganizerConfirm, "hagen"),
    ("the host cannot decline for a co-organiser", ADMIN_OF_BOCHUM, Action::OrganizerDecline, "hagen"),
    ("the host cannot agree for a network", ADMIN_OF_HERNE, Action::OrganizerConfirm, "ruhr"),
    ("a member cannot prepare its network's meeting", ADMIN_OF_HAGEN, Action::MeetingCreate, "ruhr"),
    ("a co-organiser cannot publish its network's meeting", ADMIN_OF_HAGEN, Action::MeetingPublish, "ruhr"),
    ("a coordinator cannot change a member's profile", RUHR, Action::MunicipalityUpdate, "hagen"),
    ("a coordinator cannot enter a member's contact", RUHR, Action::ContactPointCreate, "hagen"),
    ("a coordinator cannot change a member's project", RUHR, Action::ProjectUpdate, "hagen"),
    ("a coordinator cannot confirm for a member", RUHR, Action::ParticipationConfirm, "hagen"),
    ("a coordinator cannot withdraw a member", RUHR, Action::ParticipationWithdraw, "hagen"),
    ("a coordinator cannot publish a member's meeting", RUHR, Action::MeetingPublish, "hagen"),
    ("a coordinator cannot cancel a member's meeting", RUHR, Action::MeetingCancel, "hagen"),
    ("a coordinator cannot agree for another network", WESER, Action::OrganizerConfirm, "ruhr"),
    ("a coordinator cannot cancel another network's meeting", WESER, Action::MeetingCancel, "ruhr"),
    ("a suspended city cannot enter contacts", EDITOR_OF_ESSEN, Action::ContactPointCreate, "essen"),
    ("a suspended city cannot publish a contact", ADMIN_OF_ESSEN, Action::ContactPointPublish, "essen"),
    ("a suspended city cannot publish a mailbox", EDITOR_OF_ESSEN, Action::ContactPointPublishFunctional, "essen"),
    ("a suspended city cannot found a project", EDITOR_OF_ESSEN, Action::ProjectCreate, "essen"),
    ("a suspended city cannot change its project", EDITOR_OF_ESSEN, Action::ProjectUpdate, "essen"),
    ("a suspended city cannot publish its project", ADMIN_OF_ESSEN, Action::ProjectPublish, "essen"),
    ("a suspended city cannot start its project", EDITOR_OF_ESSEN, Action::ProjectStart, "essen"),
    ("a suspended city cannot invite to its project", EDITOR_OF_ESSEN, Action::ParticipationInvite, "essen"),
    ("a suspended city cannot offer its lead", ADMIN_OF_ESSEN, Action::LeadOffer, "essen"),
    ("a suspended city cannot join a project", EDITOR_OF_ESSEN, Action::ParticipationConfirm, "essen"),
    ("a suspended city cannot take over a lead", ADMIN_OF_ESSEN, Action::LeadAccept, "essen"),
    ("a suspended city cannot prepare a meeting", EDITOR_OF_ESSEN, Action::MeetingCreate, "essen"),
    ("a suspended city cannot change its meeting", EDITOR_OF_ESSEN, Action::MeetingUpdate, "essen"),
    ("a suspended city cannot move its meeting", EDITOR_OF_ESSEN, Action::MeetingReschedule, "essen"),
    ("a suspended city cannot publish its meeting", EDITOR_OF_ESSEN, Action::MeetingPublish, "essen"),
    ("a suspended city cannot invite organisers", EDITOR_OF_ESSEN, Action::OrganizerInvite, "essen"),
    ("a suspended city cannot agree to organise", EDITOR_OF_ESSEN, Action::OrganizerConfirm, "essen"),
    ("nobody changes an agenda without signing in", Who::Anonymous, Action::AgendaUpdate, "hagen"),
    ("who only reads cannot change an agenda", VIEWER_OF_HAGEN, Action::AgendaUpdate, "hagen"),
    ("who does not organise cannot change the agenda", ADMIN_OF_BOCHUM, Action::AgendaUpdate, "hagen"),
    ("a coordinator cannot change a member's agenda", RUHR, Action::AgendaUpdate, "hagen"),
    ("a coordinator cannot change another network's agenda", WESER, Action::AgendaUpdate, "ruhr"),
    ("a suspended city cannot change its agenda", EDITOR_OF_ESSEN, Action::AgendaUpdate, "essen"),
    ("an operator cannot change an agenda", Who::Installation(Operator), Action::AgendaUpdate, "hagen"),
    ("who only reads cannot enter a place", VIEWER_OF_HAGEN, Action::PlaceCreate, "hagen"),
    ("an editor of Hagen cannot enter a place for Herne", EDITOR_OF_HAGEN, Action::PlaceCreate, "herne"),
    ("a suspended city cannot enter a place", EDITOR_OF_ESSEN, Action::PlaceCreate, "essen"),
    ("who only reads cannot change a place", VIEWER_OF_HAGEN, Action::PlaceUpdate, "hagen"),
    ("an admin of Hagen cannot change Herne's place", ADMIN_OF_HAGEN, Action::PlaceUpdate, "herne"),
    ("who only reads cannot attach a document", VIEWER_OF_HAGEN, Action::DocumentAttach, "hagen"),
    ("a partner cannot attach a document in the lead's name", ADMIN_OF_HERNE, Action::DocumentAttach, "hagen"),
    ("a suspended city cannot attach a document", EDITOR_OF_ESSEN, Action::DocumentAttach, "essen"),
    ("who only reads cannot change a document", VIEWER_OF_HAGEN, Action::DocumentUpdate, "hagen"),
    ("a partner cannot change the lead's document", ADMIN_OF_HERNE, Action::DocumentUpdate, "hagen"),
    ("who only reads cannot enter who came", VIEWER_OF_HAGEN, Action::AttendanceEnter, "hagen"),
    ("a co-organiser cannot enter who came from the host", ADMIN_OF_HERNE, Action::AttendanceEnter, "hagen"),
    ("a coordinator cannot enter who came from a member", RUHR, Action::AttendanceEnter, "hagen"),
    ("a suspended city cannot enter who came", EDITOR_OF_ESSEN, Action::AttendanceEnter, "essen"),
    ("who only reads cannot change who came", VIEWER_OF_HAGEN, Action::AttendanceUpdate, "hagen"),
    ("a co-organiser cannot change who came from the host", ADMIN_OF_HERNE, Action::AttendanceUpdate, "hagen"),
    ("an operator cannot change a city's profile", Who::Installation(Operator), Action::MunicipalityUpdate, "hagen"),
    ("an operator cannot change a contact", Who::Installation(Operator), Action::ContactPointCorrect, "hagen"),
    ("an operator cannot withdraw a contact", Who::Installation(Operator), Action::ContactPointWithdraw, "hagen"),
    ("an operator cannot publish a meeting", Who::Installation(Operator), Action::MeetingPublish, "hagen"),
    ("an auditor cannot change a city's profile", Who::Installation(Auditor), Action::MunicipalityUpdate, "hagen"),
    ("nobody changes a network without signing in", Who::Anonymous, Action::NetworkUpdate, "ruhr"),
    ("nobody leaves a network without signing in", Who::Anonymous, Action::MembershipLeave, "hagen"),
    ("a member cannot change what its network says of itself", ADMIN_OF_HAGEN, Action::NetworkUpdate, "ruhr"),
    ("a coordinator cannot change another network", WESER, Action::NetworkUpdate, "ruhr"),
    ("an editor cannot apply for the own city", EDITOR_OF_HAGEN, Action::MembershipApply, "hagen"),
    ("an admin of Hagen cannot apply for Herne", ADMIN_OF_HAGEN, Action::MembershipApply, "herne"),
    ("a coordinator cannot apply for a city", RUHR, Action::MembershipApply, "hagen"),
    ("a member cannot invite to its network", ADMIN_OF_HAGEN, Action::MembershipInvite, "ruhr"),
    ("a coordinator cannot invite to another network", WESER, Action::MembershipInvite, "ruhr"),
    ("who applies cannot grant it to itself", ADMIN_OF_MINDEN, Action::MembershipAdmit, "ruhr"),
    ("who applies cannot refuse for the network", ADMIN_OF_MINDEN, Action::MembershipReject, "ruhr"),
    ("a member cannot grant an application", ADMIN_OF_HAGEN, Action::MembershipAdmit, "ruhr"),
    ("a coordinator cannot grant another network's application", WESER, Action::MembershipAdmit, "ruhr"),
    ("a coordinator cannot refuse another network's application", WESER, Action::MembershipReject, "ruhr"),
    ("an editor cannot accept an invitation to join", EDITOR_OF_HAGEN, Action::MembershipAccept, "hagen"),
    ("an editor cannot decline an invitation to join", EDITOR_OF_HAGEN, Action::MembershipDecline, "hagen"),
    ("the network that invites cannot accept for the city", WESER, Action::MembershipAccept, "hagen"),
    ("the network that invites cannot decline for the city", WESER, Action::MembershipDecline, "hagen"),
    ("an admin of Hagen cannot accept for Herne", ADMIN_OF_HAGEN, Action::MembershipAccept, "herne"),
    ("a member cannot let another one's membership rest", ADMIN_OF_HAGEN, Action::MembershipSuspend, "ruhr"),
    ("a member cannot let its own membership rest", ADMIN_OF_BOCHUM, Action::MembershipSuspend, "ruhr"),
    ("a coordinator cannot suspend another network's member", WESER, Action::MembershipSuspend, "ruhr"),
    ("a suspended city cannot resume by itself", ADMIN_OF_ESSEN, Action::MembershipResume, "ruhr"),
    ("a coordinator cannot resume in another network", WESER, Action::MembershipResume, "ruhr"),
    ("an editor cannot leave a network", EDITOR_OF_HAGEN, Action::MembershipLeave, "hagen"),
    ("an admin of Herne cannot leave for Hagen", ADMIN_OF_HERNE, Action::MembershipLeave, "hagen"),
    ("a coordinator cannot leave for a member", RUHR, Action::MembershipLeave, "hagen"),
    ("a member cannot end another one's membership", ADMIN_OF_HAGEN, Action::MembershipTerminate, "ruhr"),
    ("a member does not end its own for the network", ADMIN_OF_BOCHUM, Action::MembershipTerminate, "ruhr"),
    ("a coordinator cannot end another network's membership", WESER, Action::MembershipTerminate, "ruhr"),
    ("an admin of a city cannot enter a topic", ADMIN_OF_HAGEN, Action::TopicCreate, "ruhr"),
    ("a coordinator cannot enter a topic for another network", WESER, Action::TopicCreate, "ruhr"),
    ("an admin of a city cannot change a topic", ADMIN_OF_HAGEN, Action::TopicUpdate, "ruhr"),
    ("an admin of a city cannot enter a municipality", ADMIN_OF_HAGEN, Action::MunicipalityCreate, "ruhr"),
    ("an admin cannot change the own city's keys", ADMIN_OF_HAGEN, Action::MunicipalityUpdateKeys, "hagen"),
    ("a coordinator cannot change keys in another network", WESER, Action::MunicipalityUpdateKeys, "hagen"),
    ("an operator cannot change a network", Who::Installation(Operator), Action::NetworkUpdate, "ruhr"),
    ("an operator cannot end a membership", Who::Installation(Operator), Action::MembershipTerminate, "ruhr"),
    ("an operator cannot change a city's keys", Who::Installation(Operator), Action::MunicipalityUpdateKeys, "hagen"),
    ("an auditor cannot start a project", Who::Installation(Auditor), Action::ProjectStart, "hagen"),
    ("nobody invites somebody to a city without signing in", Who::Anonymous, Action::UserCreate, "hagen"),
    ("nobody gives a role without signing in", Who::Anonymous, Action::RoleGrant, "hagen"),
    ("who only reads cannot invite somebody", VIEWER_OF_HAGEN, Action::UserCreate, "hagen"),
    ("who only reads cannot give a role", VIEWER_OF_HAGEN, Action::RoleGrant, "hagen"),
    ("an editor cannot invite somebody", EDITOR_OF_HAGEN, Action::UserCreate, "hagen"),
    ("an editor cannot give a role", EDITOR_OF_HAGEN, Action::RoleGrant, "hagen"),
    ("an editor cannot take a role away", EDITOR_OF_HAGEN, Action::RoleRevoke, "hagen"),
    ("an editor cannot end somebody's work", EDITOR_OF_HAGEN, Action::UserDeactivate, "hagen"),
    ("an admin of Hagen cannot invite somebody for Herne", ADMIN_OF_HAGEN, Action::UserCreate, "herne"),
    ("an admin of Hagen cannot give roles of Herne", ADMIN_OF_HAGEN, Action::RoleGrant, "herne"),
    ("an admin of Hagen cannot take roles of Herne away", ADMIN_OF_HAGEN, Action::RoleRevoke, "herne"),
    ("an admin of Hagen cannot end somebody's work for Herne", ADMIN_OF_HAGEN, Action::UserDeactivate, "herne"),
    ("a coordinator cannot invite somebody to a member", RUHR, Action::UserCreate, "hagen"),
    ("a coordinator cannot give a role in a member", RUHR, Action::RoleGrant, "hagen"),
    ("a coordinator cannot take a role of a member away", RUHR, Action::RoleRevoke, "hagen"),
    ("a coordinator cannot end somebody's work for a member", RUHR, Action::UserDeactivate, "hagen"),
    ("a coordinator cannot appoint a second administrator", RUHR, Action::FirstAdministratorAppoint, "hagen"),
    ("a coordinator cannot appoint in another network", WESER, Action::FirstAdministratorAppoint, "ruhr"),
    ("a coordinator cannot appoint in a suspended member", RUHR, Action::FirstAdministratorAppoint, "essen"),
    ("a city cannot appoint an administrator of another", ADMIN_OF_HAGEN, Action::FirstAdministratorAppoint, "ruhr"),
    ("nobody of a city appoints its first administrator", VIEWER_OF_HAGEN, Action::FirstAdministratorAppoint, "hagen"),
    ("a suspended city cannot invite somebody", ADMIN_OF_ESSEN, Action::UserCreate, "essen"),
    ("a suspended city cannot give a role", ADMIN_OF_ESSEN, Action::RoleGrant, "essen"),
    ("an operator cannot invite somebody to a city", Who::Installation(Operator), Action::UserCreate, "hagen"),
    ("an operator cannot give a role in a city", Who::Installation(Operator), Action::RoleGrant, "hagen"),
    ("an operator cannot appoint a city's administrator", Who::Installation(Operator), Action::FirstAdministratorAppoint, "ruhr"),
    ("an auditor cannot take a role away", Who::Installation(Auditor), Action::RoleRevoke, "hagen"),
    ("an auditor cannot end somebody's work", Who::Installation(Auditor), Action::UserDeactivate, "hagen"),
];

/// The first sentence that does not hold under this table.
async fn broken(policy: Policy) -> Option<&'static str> {
    let world = World::new().await;
    for (sentence, who, action, house) in NEVER {
        if attempt(&world, &world.session(*who, policy), *action, house).await == Outcome::Done {
            return Some(sentence);
        }
    }
    None
}

#[tokio::test]
async fn what_must_never_happen_is_refused_and_leaves_no_trace() {
    assert!(NEVER.len() >= 40, "{} sentences", NEVER.len());
    let world = World::new().await;
    let before = world.db.dump().await;
    for (sentence, who, action, house) in NEVER {
        let outcome = attempt(&world, &world.session(*who, Policy::standard()), *action, house).await;
        assert_eq!(outcome, Outcome::Denied, "{sentence}");
    }
    assert!(before == world.db.dump().await, "a refused write left something behind");
}

/// Writes that ask for a second right which is as strict, or whose record is seen by administrators only: one wrong row
/// alone opens nothing.
const TWICE_LOCKED_BY_ROLE: [Action; 4] = [
    Action::ContactPointPublishFunctional,
    Action::UserDeactivate,
    Action::RoleGrant,
    Action::RoleRevoke,
];
const TWICE_LOCKED_WHILE_SUSPENDED: [Action; 2] = [Action::ProjectPublish, Action::LeadAccept];

#[tokio::test]
async fn a_role_set_too_low_in_any_row_is_caught_by_the_list() {
    for action in Action::all() {
        let rule = Policy::standard().rule(action);
        let lower = match rule.municipal {
            Some(Admin) => Some(Editor),
            _ => Some(Viewer),
        };
        let broken = broken(Policy::with(
            action,
            Rule {
                municipal: lower,
                ..rule
            },
        ))
        .await;
        // What is a network's alone names no city: whatever role in one the row asks for, nobody has it.
        let opens = !TWICE_LOCKED_BY_ROLE.contains(&action) && rule.municipal.is_some();
        assert_eq!(broken.is_some(), opens, "{action:?} for {lower:?}: {broken:?}");
    }
}

#[tokio::test]
async fn a_row_that_stays_open_to_suspended_members_is_caught_by_the_list() {
    for action in Action::all() {
        let rule = Policy::standard().rule(action);
        if !rule.while_suspended && rule.municipal.is_some() {
            let broken = broken(Policy::with(
                action,
                Rule {
                    while_suspended: true,
                    ..rule
                },
            ))
            .await;
            let opens = !TWICE_LOCKED_WHILE_SUSPENDED.contains(&action);
            assert_eq!(broken.is_some(), opens, "{action:?} while suspended: {broken:?}");
        }
    }
}

#[tokio::test]
async fn a_row_that_asks_the_wrong_party_is_caught_by_the_list() {
    let wrong = [
        (Action::ParticipationConfirm, Of::Lead),
        (Action::ParticipationDecline, Of::Lead),
        (Action::ParticipationWithdraw, Of::Lead),
        (Action::ParticipationEnd, Of::Party),
        (Action::LeadHandOver, Of::Participants),
        (Action::ProjectHold, Of::Participants),
        (Action::MeetingPostpone, Of::Organizers),
        (Action::MeetingMoveOnline, Of::Organizers),
        (Action::MeetingMarkHeld, Of::Organizers),
        (Action::MeetingDelete, Of::Organizers),
        (Action::MeetingPublish, Of::Organizers),
        (Action::MeetingReschedule, Of::Organizers),
        (Action::MeetingCancel, Of::Organizers),
        (Action::OrganizerInvite, Of::Organizers),
        (Action::OrganizerConfirm, Of::Host),
        (Action::OrganizerDecline, Of::Host),
    ];
    for (action, of) in wrong {
        let planted = Policy::with(
            action,
            Rule {
                of,
                ..Policy::standard().rule(action)
            },
        );
        assert!(
            broken(planted).await.is_some(),
            "nobody noticed that {action:?} asks {of:?}"
        );
    }
}

#[tokio::test]
async fn a_row_that_lets_one_side_of_a_membership_answer_for_the_other_is_caught_by_the_list() {
    let of_the_city = Rule {
        municipal: Some(Admin),
        coordinator: false,
        while_suspended: true,
        of: Of::Party,
    };
    let of_the_network = Rule {
        municipal: None,
        coordinator: true,
        while_suspended: false,
        of: Of::Network,
    };
    for (action, wrong) in [
        (Action::MembershipAdmit, of_the_city),
        (Action::MembershipReject, of_the_city),
        (Action::MembershipSuspend, of_the_city),
        (Action::MembershipResume, of_the_city),
        (Action::MembershipTerminate, of_the_city),
        (Action::MunicipalityUpdateKeys, of_the_city),
        (Action::MembershipAccept, of_the_network),
        (Action::MembershipDecline, of_the_network),
        (Action::MembershipLeave, of_the_network),
    ] {
        let broken = broken(Policy::with(action, wrong)).await;
        assert!(broken.is_some(), "nobody noticed that {action:?} asks {:?}", wrong.of);
    }
}
