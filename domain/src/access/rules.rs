//! The permission table: one row per action. Reading it must be enough to know who may what.

use super::{Action, Of, Rule};
use verbund_entity::Role::{Admin, Editor};

/// The row of an action. No wildcard: a new action does not compile until somebody has decided.
pub(super) const fn standard(action: Action) -> Rule {
    use Action::*;
    use Of::*;
    match action {
        // The own house stays open while a membership is suspended: corrections and removals are never blocked.
        MunicipalityUpdate => editor(Steward).while_suspended(),
        ContactPointCreate => editor(Steward),
        ContactPointUpdate => editor(Steward).while_suspended(),
        ContactPointCorrect => admin(Steward).while_suspended(),
        ContactPointPublish => admin(Steward),
        ContactPointPublishFunctional => editor(Steward),
        ContactPointWithdraw => editor(Steward).while_suspended(),

        ProjectCreate => editor(Lead),
        ProjectUpdate => editor(Lead),
        ProjectStart => editor(Lead),
        ProjectPublish => admin(Lead),
        ParticipationInvite => editor(Lead),
        ParticipationConfirm => editor(Party),
        // Whoever is left looks for a new lead.
        LeadOffer => admin(Participants),
        LeadAccept => admin(Party),
        LeadDecline => admin(Party).while_suspended(),
        ParticipationDecline => editor(Party).while_suspended(),
        ParticipationWithdraw => admin(Party).while_suspended(),

        MeetingCreate => editor(Host).or_coordinator(),
        MeetingUpdate => editor(Organizers).or_coordinator(),
        MeetingReschedule => editor(Host).or_coordinator(),
        MeetingPublish => editor(Host).or_coordinator(),
        // Whoever announced a meeting must be able to call it off, whatever became of its membership.
        MeetingCancel => editor(Host).or_coordinator().while_suspended(),
        OrganizerInvite => editor(Host).or_coordinator(),
        OrganizerConfirm => editor(Party).or_coordinator(),
        OrganizerDecline => editor(Party).or_coordinator().while_suspended(),

        // Nobody does these to themselves; whoever may give roles holds the highest one.
        UserCreate => admin(Steward),
        RoleGrant => admin(Steward),
        UserDeactivate => admin(Steward).while_suspended(),
        RoleRevoke => admin(Steward).while_suspended(),
        FirstAdministratorAppoint => coordinator(Network),
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

const fn admin(of: Of) -> Rule {
    Rule {
        municipal: Some(Admin),
        ..editor(of)
    }
}

/// Nobody of the municipality itself.
const fn coordinator(of: Of) -> Rule {
    Rule {
        municipal: None,
        coordinator: true,
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
