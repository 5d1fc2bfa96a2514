//! Who may write what: one table, one question, no database.

mod rules;
mod shown;

pub use shown::{PermissionRule, rules};

use crate::viewer::{Place, Viewer};
use rules::standard;
use verbund_entity::Role;

/// What somebody does to a record. A write cannot begin without naming one.
#[derive(async_graphql::Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[graphql(name = "PermissionAction")]
pub enum Action {
    /// Change a municipality's profile (Profil der Kommune ändern).
    MunicipalityUpdate,
    /// Enter a contact (Kontakt anlegen); making it public asks for more.
    ContactPointCreate,
    /// Change a contact (Kontakt ändern).
    ContactPointUpdate,
    /// Correct a contact that is public and stays so (veröffentlichten Kontakt berichtigen).
    ContactPointCorrect,
    /// Make a contact public (Kontakt veröffentlichen).
    ContactPointPublish,
    /// Make a functional mailbox public (Funktionspostfach veröffentlichen).
    ContactPointPublishFunctional,
    /// Withdraw a contact (Kontakt zurückziehen).
    ContactPointWithdraw,
    /// Found a project (Projekt anlegen).
    ProjectCreate,
    /// Change a project's core (Projekt ändern).
    ProjectUpdate,
    /// Start a project (Projekt starten).
    ProjectStart,
    /// Make a project public (Projekt veröffentlichen).
    ProjectPublish,
    /// Invite a party to a project (zum Projekt einladen).
    ParticipationInvite,
    /// Take part in a project as a partner (Beteiligung bestätigen).
    ParticipationConfirm,
    /// Invite a municipality to lead a project (Federführung anbieten).
    LeadOffer,
    /// Take over a project's lead (Federführung annehmen).
    LeadAccept,
    /// Decline a project's lead (Federführung ablehnen).
    LeadDecline,
    /// Decline an invitation to a project (Beteiligung ablehnen).
    ParticipationDecline,
    /// Leave a project (Beteiligung zurückziehen).
    ParticipationWithdraw,
    /// Prepare a meeting (Veranstaltung anlegen).
    MeetingCreate,
    /// Change a meeting's content (Veranstaltung ändern).
    MeetingUpdate,
    /// Move a meeting to another time (Veranstaltung verlegen).
    MeetingReschedule,
    /// Publish a meeting (Veranstaltung veröffentlichen).
    MeetingPublish,
    /// Call a meeting off (Veranstaltung absagen).
    MeetingCancel,
    /// Invite a party to organise a meeting (zur Mitveranstaltung einladen).
    OrganizerInvite,
    /// Agree to organise a meeting (Mitveranstaltung bestätigen).
    OrganizerConfirm,
    /// Decline to organise a meeting (Mitveranstaltung ablehnen).
    OrganizerDecline,
    /// Invite somebody to work for a municipality (Benutzerkonto anlegen).
    UserCreate,
    /// End somebody's work for a municipality (Zugang beenden).
    UserDeactivate,
    /// Give somebody else a role in a municipality, up to one's own (Berechtigung erteilen).
    RoleGrant,
    /// Take a role from somebody else (Berechtigung entziehen).
    RoleRevoke,
    /// Appoint the first administrator of a member that has none (erste Administration einsetzen).
    FirstAdministratorAppoint,
}

impl Action {
    /// Every action, in the order of the table.
    pub fn all() -> impl Iterator<Item = Action> {
        <Action as async_graphql::resolver_utils::EnumType>::items()
            .iter()
            .map(|item| item.value)
    }

    /// Its name in the API and in the audit log, e.g. `PROJECT_START`.
    pub fn name(self) -> &'static str {
        <Action as async_graphql::resolver_utils::EnumType>::items()
            .iter()
            .find(|item| item.value == self)
            .map_or("", |item| item.name)
    }
}

/// Whose rights count for an action (wessen Rechte zählen).
#[derive(async_graphql::Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[graphql(name = "PermissionOf")]
pub enum Of {
    /// The municipality that answers for the record (zuständige Kommune).
    Steward,
    /// The municipality that leads the project (Federführung).
    Lead,
    /// Any municipality that takes part in the project (beteiligte Kommunen).
    Participants,
    /// The party that is asked, and nobody for it (die eingeladene Seite selbst).
    Party,
    /// The party whose meeting it is (Gastgeberin).
    Host,
    /// Any confirmed host or co-organiser (Veranstalterinnen).
    Organizers,
    /// A network that the municipality is an active member of (Netzwerk der Kommune).
    Network,
}

/// One row of the permission table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The least role in the municipality, of `Viewer`, `Editor` and `Admin`; `None`: no municipal role suffices.
    pub municipal: Option<Role>,
    /// Whether a network's coordinator may, where the network itself is the party.
    pub coordinator: bool,
    /// Whether it stays possible while the municipality is not an active member of any network.
    pub while_suspended: bool,
    pub of: Of,
}

/// The permission table as it is asked; tests put a wrong row into it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Policy {
    #[cfg(feature = "planted")]
    planted: Option<(Action, Rule)>,
}

impl Policy {
    /// The table as it stands.
    pub const fn standard() -> Self {
        Policy {
            #[cfg(feature = "planted")]
            planted: None,
        }
    }

    /// The table with one row replaced.
    #[cfg(feature = "planted")]
    pub const fn with(action: Action, rule: Rule) -> Self {
        Policy {
            planted: Some((action, rule)),
        }
    }

    pub fn rule(&self, action: Action) -> Rule {
        #[cfg(feature = "planted")]
        if let Some((planted, rule)) = self.planted
            && planted == action
        {
            return rule;
        }
        standard(action)
    }
}

/// The parties whose rights count for a record; those of any one suffice. Internal ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owners {
    pub municipalities: Vec<i64>,
    /// Only networks that are the party themselves, never those that a municipality belongs to.
    pub networks: Vec<i64>,
}

impl Owners {
    pub fn municipality(id: i64) -> Self {
        Owners {
            municipalities: vec![id],
            networks: Vec::new(),
        }
    }

    pub fn network(id: i64) -> Self {
        Owners {
            municipalities: Vec::new(),
            networks: vec![id],
        }
    }
}

/// Whether the viewer may do it to a record of these owners.
pub fn permits(policy: &Policy, viewer: &Viewer, action: Action, owners: &Owners) -> bool {
    acting_for(policy, viewer, action, owners).is_some()
}

/// The owner for whom the viewer may do it; the first if there are several.
pub fn acting_for(policy: &Policy, viewer: &Viewer, action: Action, owners: &Owners) -> Option<Place> {
    let open = open_to(policy, viewer, action);
    let first = |keys: &[i64], open: &[i64]| keys.iter().copied().find(|id| open.contains(id));
    first(&owners.municipalities, &open.municipalities)
        .map(Place::Municipality)
        .or_else(|| first(&owners.networks, &open.networks).map(Place::Network))
}

/// All owners for whom the viewer may do it.
pub fn open_to(policy: &Policy, viewer: &Viewer, action: Action) -> Owners {
    let rule = policy.rule(action);
    let mut open = Owners::default();
    for grant in &viewer.grants {
        match grant.place {
            Place::Municipality(id) => {
                let high_enough = rule.municipal.is_some_and(|least| {
                    rank(grant.role)
                        .zip(rank(least))
                        .is_some_and(|(held, least)| held >= least)
                });
                if high_enough && (rule.while_suspended || viewer.active.contains(&id)) {
                    open.municipalities.push(id);
                }
            }
            Place::Network(id) if rule.coordinator && grant.role == Role::Coordinator => open.networks.push(id),
            // Running or auditing the installation is no right to its content.
            Place::Network(_) | Place::Installation => {}
        }
    }
    open
}

/// The order of municipal roles; other roles have none.
fn rank(role: Role) -> Option<u8> {
    match role {
        Role::Viewer => Some(1),
        Role::Editor => Some(2),
        Role::Admin => Some(3),
        Role::Coordinator | Role::Operator | Role::Auditor => None,
    }
}

#[cfg(test)]
mod tests;
