//! The permission table: one row per action. Reading it must be enough to know who may what.

use super::{Action, Of, Rule};
use verbund_entity::Role::{Admin, Editor};

/// The row of an action. No wildcard: a new action does not compile until somebody has decided.
pub(super) const fn standard(action: Action) -> Rule {
    use Action::*;
    use Of::*;
    match action {
        // The own house stays open while a membership is suspended: corrections and removals are never blocked. What is
        // corrected is shown to nobody else.
        MunicipalityUpdate => editor(Steward).while_suspended(),
        VisibilityWiden => editor(Steward),
        ContactPointCreate => editor(Steward),
        ContactPointUpdate => editor(Steward).while_suspended(),
        ContactPointCorrect => admin(Steward).while_suspended(),
        ContactPointPublish => admin(Steward),
        ContactPointPublishFunctional => editor(Steward),
        ContactPointWithdraw => editor(Steward).while_suspended(),
        ContactPointVerify => editor(Steward).while_suspended(),

        PersonCreate => editor(Steward),
        PersonUpdate => editor(Steward).while_suspended(),
        PersonPublish => admin(Steward),
        PositionCreate => editor(Steward),
        PositionUpdate => editor(Steward).while_suspended(),
        PositionEnd => editor(Steward).while_suspended(),
        PositionPublish => admin(Steward),
        OrganizationCreate => editor(Steward),
        OrganizationUpdate => editor(Steward).while_suspended(),
        OrganizationActivate => editor(Steward).while_suspended(),
        OrganizationRest => editor(Steward).while_suspended(),
        OrganizationRevive => editor(Steward).while_suspended(),
        OrganizationDissolve => editor(Steward).while_suspended(),
        // It reaches into what others share with the organisation.
        OrganizationMerge => editor(Steward),
        DirectoryConsentRecord => editor(Steward),
        // Who agrees no more must not have to wait for a membership.
        DirectoryConsentWithdraw => editor(Steward).while_suspended(),

        ProjectCreate => editor(Lead),
        ProjectUpdate => editor(Lead),
        ProjectStart => editor(Lead),
        ProjectPlan => editor(Lead),
        ProjectHold => editor(Lead),
        ProjectComplete => editor(Lead),
        ProjectCancel => editor(Lead),
        // What ends the work on a project for good, and what undoes its end.
        ProjectArchive => admin(Lead),
        ProjectReopen => admin(Lead),
        ProjectPublish => admin(Lead),
        ParticipationInvite => editor(Lead),
        // What was asked for can be taken back, as what was given can be withdrawn.
        ParticipationUninvite => editor(Lead).while_suspended(),
        LeadOfferWithdraw => admin(LeadElseParticipants).while_suspended(),
        ParticipationConfirm => editor(Party),
        // Whoever is left looks for a new lead.
        LeadOffer => admin(Participants),
        LeadHandOver => admin(Lead),
        LeadAccept => admin(Party),
        LeadDecline => admin(Party).while_suspended(),
        ParticipationDecline => editor(Party).while_suspended(),
        ParticipationWithdraw => admin(Party).while_suspended(),
        ParticipationEnd => admin(Lead),

        MeetingSeriesCreate => editor(Host).or_coordinator(),
        // Of the own house; what is taken into it has a row of its own.
        MeetingSeriesUpdate => editor(Host).or_coordinator().while_suspended(),
        MeetingCreate => editor(Host).or_coordinator(),
        MeetingUpdate => editor(Organizers).or_coordinator(),
        AgendaUpdate => editor(Organizers).or_coordinator(),
        // Who does not want to be named must not have to wait.
        SessionRoleDelete => editor(Organizers).or_coordinator().while_suspended(),
        MeetingReschedule => editor(Host).or_coordinator(),
        MeetingPostpone => editor(Host).or_coordinator(),
        MeetingMoveOnline => editor(Host).or_coordinator(),
        MeetingMarkHeld => editor(Host).or_coordinator(),
        // A draft is of the own house.
        MeetingDelete => editor(Host).or_coordinator().while_suspended(),
        MeetingPublish => editor(Host).or_coordinator(),
        // Whoever announced a meeting must be able to call it off, whatever became of its membership.
        MeetingCancel => editor(Host).or_coordinator().while_suspended(),
        OrganizerInvite => editor(Host).or_coordinator(),
        OrganizerUninvite => editor(Host).or_coordinator().while_suspended(),
        OrganizerConfirm => editor(Party).or_coordinator(),
        OrganizerDecline => editor(Party).or_coordinator().while_suspended(),

        NetworkUpdate => coordinator(Network),
        // Who is in no network, or rests in its only one, must be able to come and to go.
        MembershipApply => admin(Party).while_suspended(),
        MembershipWithdraw => admin(Party).while_suspended(),
        MembershipAccept => admin(Party).while_suspended(),
        MembershipDecline => admin(Party).while_suspended(),
        MembershipLeave => admin(Party).while_suspended(),
        MembershipInvite => coordinator(Network),
        MembershipUninvite => coordinator(Network),
        MembershipAdmit => coordinator(Network),
        MembershipReject => coordinator(Network),
        MembershipSuspend => coordinator(Network),
        MembershipResume => coordinator(Network),
        MembershipTerminate => coordinator(Network),

        TopicCreate => coordinator(Network),
        TopicUpdate => coordinator(AnyNetwork),
        MunicipalityCreate => coordinator(Network),
        MunicipalityUpdateKeys => coordinator(Network),

        PlaceCreate => editor(Steward),
        PlaceUpdate => editor(Steward).while_suspended(),
        DocumentAttach => editor(Steward),
        DocumentUpdate => editor(Steward).while_suspended(),
        // Each city speaks for itself.
        SessionResultSupport => editor(Party),
        SessionResultSupportWithdraw => editor(Party).while_suspended(),
        // Each city speaks of its own delegation.
        AttendanceEnter => editor(Party),
        AttendanceUpdate => editor(Party).while_suspended(),

        ChangePropose => editor(Party),
        // A proposal grants nothing: accepting it asks for the right to the change itself, too.
        ChangeDecide => editor(Steward).while_suspended(),
        ChangeWithdraw => editor(Party).while_suspended(),

        // Nobody does these to themselves; whoever may give roles holds the highest one.
        UserCreate => admin(Steward),
        RoleGrant => admin(Steward),
        UserDeactivate => admin(Steward).while_suspended(),
        RoleRevoke => admin(Steward).while_suspended(),
        FirstAdministratorAppoint => coordinator(MemberNetwork),
    }
}

const fn editor(of: Of) -> Rule {
    Rule {
        municipal: Some(Editor),
        coordinator: false,
        while_suspended: false,
        of,
    }
}

/// Nobody in a municipality, only the coordinator of the network.
const fn coordinator(of: Of) -> Rule {
    Rule {
        municipal: None,
        ..editor(of).or_coordinator()
    }
}

const fn admin(of: Of) -> Rule {
    Rule {
        municipal: Some(Admin),
        ..editor(of)
    }
}

impl Rule {
    /// Also the coordinator of a network that is the party itself.
    const fn or_coordinator(self) -> Self {
        Rule {
            coordinator: true,
            ..self
        }
    }

    const fn while_suspended(self) -> Self {
        Rule {
            while_suspended: true,
            ..self
        }
    }
}
