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
        AgendaUpdate => editor(Organizers).or_coordinator(),
        MeetingReschedule => editor(Host).or_coordinator(),
        MeetingPublish => editor(Host).or_coordinator(),
        // Whoever announced a meeting must be able to call it off, whatever became of its membership.
        MeetingCancel => editor(Host).or_coordinator().while_suspended(),
        OrganizerInvite => editor(Host).or_coordinator(),
        OrganizerConfirm => editor(Party).or_coordinator(),
        OrganizerDecline => editor(Party).or_coordinator().while_suspended(),

        PlaceCreate => editor(Steward),
        PlaceUpdate => editor(Steward).while_suspended(),
        DocumentAttach => editor(Steward),
        DocumentUpdate => editor(Steward).while_suspended(),
        // Each city speaks of its own delegation.
        AttendanceEnter => editor(Party),
        AttendanceUpdate => editor(Party).while_suspended(),
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
