//! Who may write what: one table, one question, no database.

mod declared;
mod requirement;
mod rules;
mod shown;

pub use declared::Declared;
pub use requirement::requirement;
pub use shown::{PermissionRule, rules};

use crate::viewer::{Place, Viewer};
use rules::standard;
use verbund_entity::Role;

/// What somebody does to a record (Handlung). A write cannot begin without naming one.
#[derive(async_graphql::Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[graphql(name = "PermissionAction")]
pub enum Action {
    /// Change a municipality's profile (Profil der Kommune ändern).
    MunicipalityUpdate,
    /// Show a record to its network or to everybody who does not see it yet (Sichtbarkeit erweitern); asked for beside the
    /// right to change it.
    VisibilityWiden,
    /// Enter a contact (Kontakt anlegen).
    ContactPointCreate,
    /// Change a contact (Kontakt ändern).
    ContactPointUpdate,
    /// Correct a contact that is public and stays so (veröffentlichten Kontakt berichtigen).
    ContactPointCorrect,
    /// Make a contact public (Kontakt veröffentlichen).
    ContactPointPublish,
    /// Make a functional mailbox of no person public, as a `FUNCTIONAL_ADDRESS` (Funktionspostfach veröffentlichen).
    ContactPointPublishFunctional,
    /// Withdraw a contact (Kontakt zurückziehen).
    ContactPointWithdraw,
    /// Say that a contact is right as it stands (Kontakt bestätigen).
    ContactPointVerify,
    /// Enter a person (Person anlegen).
    PersonCreate,
    /// Change a person's record (Person ändern).
    PersonUpdate,
    /// Make a person's record public (Person veröffentlichen).
    PersonPublish,
    /// Enter a position (Funktion anlegen).
    PositionCreate,
    /// Change a position (Funktion ändern).
    PositionUpdate,
    /// End a position (Funktion beenden).
    PositionEnd,
    /// Make a position public that is no elected or leading office (Funktion veröffentlichen).
    PositionPublish,
    /// Enter an organisation (Organisation anlegen).
    OrganizationCreate,
    /// Change an organisation's record (Organisation ändern).
    OrganizationUpdate,
    /// Say that an organisation has been founded (Gründung abschließen).
    OrganizationActivate,
    /// Say that an organisation rests (Organisation ruhend stellen).
    OrganizationRest,
    /// Say that an organisation is at work again (Organisation wiederbeleben).
    OrganizationRevive,
    /// Say that an organisation is no more (Organisation auflösen).
    OrganizationDissolve,
    /// Join two records of one organisation (Organisationen zusammenführen).
    OrganizationMerge,
    /// Record that an association agrees to be in the public directory (Einwilligung ins Verzeichnis).
    DirectoryConsentRecord,
    /// Record that it agrees no more (Widerruf der Einwilligung).
    DirectoryConsentWithdraw,
    /// Found a project (Projekt anlegen).
    ProjectCreate,
    /// Change a project's core (Projekt ändern).
    ProjectUpdate,
    /// Start a project (Projekt starten).
    ProjectStart,
    /// Decide that a project shall be carried out (Projekt planen).
    ProjectPlan,
    /// Interrupt a project (Projekt ruhen lassen).
    ProjectHold,
    /// Complete a project (Projekt abschließen).
    ProjectComplete,
    /// Give a project up (Projekt abbrechen).
    ProjectCancel,
    /// Put a project away (Projekt archivieren).
    ProjectArchive,
    /// Go on with a completed project (Projekt wiederaufnehmen).
    ProjectReopen,
    /// Make a project public, or end that (Projekt veröffentlichen).
    ProjectPublish,
    /// Invite a party to a project (zum Projekt einladen).
    ParticipationInvite,
    /// Take part in a project as a partner (Beteiligung bestätigen).
    ParticipationConfirm,
    /// Invite a municipality to lead a project (Federführung anbieten).
    LeadOffer,
    /// Offer the lead of a project that one leads (Federführung übergeben).
    LeadHandOver,
    /// Take over a project's lead (Federführung annehmen).
    LeadAccept,
    /// Decline a project's lead (Federführung ablehnen).
    LeadDecline,
    /// Decline an invitation to a project (Beteiligung ablehnen).
    ParticipationDecline,
    /// Take an invitation to a project back (Einladung zum Projekt zurücknehmen).
    ParticipationUninvite,
    /// Take the offer of a project's lead back (angebotene Federführung zurücknehmen).
    LeadOfferWithdraw,
    /// Leave a project (Beteiligung zurückziehen).
    ParticipationWithdraw,
    /// End the part of another in a project (Beteiligung beenden).
    ParticipationEnd,
    /// Enter a meeting series (Veranstaltungsreihe anlegen).
    MeetingSeriesCreate,
    /// Change a meeting series, or take a meeting into it (Veranstaltungsreihe ändern).
    MeetingSeriesUpdate,
    /// Prepare a meeting (Veranstaltung anlegen).
    MeetingCreate,
    /// Change a meeting's content (Veranstaltung ändern).
    MeetingUpdate,
    /// Keep a meeting's agenda: its sessions, who does what in it, and what came of it (Tagesordnung pflegen).
    AgendaUpdate,
    /// Stand by a result of a meeting for the own municipality (Ergebnis unterstützen).
    SessionResultSupport,
    /// Stand by a result no more (Unterstützung zurückziehen).
    SessionResultSupportWithdraw,
    /// Take somebody off a meeting's agenda (Mitwirkung streichen).
    SessionRoleDelete,
    /// Move a meeting to another time (Veranstaltung verlegen).
    MeetingReschedule,
    /// Put a meeting off until another date is found (Veranstaltung verschieben).
    MeetingPostpone,
    /// Move a meeting to the net, or back to a place (Veranstaltung ins Netz verlegen).
    MeetingMoveOnline,
    /// Note that a meeting has taken place (Veranstaltung als durchgeführt vermerken).
    MeetingMarkHeld,
    /// Delete a meeting that was never published (Entwurf löschen).
    MeetingDelete,
    /// Publish a meeting, or change who sees it (Veranstaltung veröffentlichen).
    MeetingPublish,
    /// Call a meeting off (Veranstaltung absagen).
    MeetingCancel,
    /// Invite a party to organise a meeting (zur Mitveranstaltung einladen).
    OrganizerInvite,
    /// Take an invitation to organise a meeting back (Einladung zur Mitveranstaltung zurücknehmen).
    OrganizerUninvite,
    /// Agree to organise a meeting (Mitveranstaltung bestätigen).
    OrganizerConfirm,
    /// Decline to organise a meeting (Mitveranstaltung ablehnen).
    OrganizerDecline,
    /// Change what a network says of itself (Netzwerk ändern).
    NetworkUpdate,
    /// Ask to join a network (Mitgliedschaft beantragen).
    MembershipApply,
    /// Invite a municipality to join a network (Mitglied einladen).
    MembershipInvite,
    /// Take an application back (Antrag zurücknehmen).
    MembershipWithdraw,
    /// Take an invitation to join a network back (Einladung zurücknehmen).
    MembershipUninvite,
    /// Grant an application (Antrag annehmen).
    MembershipAdmit,
    /// Accept an invitation to join (Einladung annehmen).
    MembershipAccept,
    /// Refuse an application (Antrag ablehnen).
    MembershipReject,
    /// Decline an invitation to join (Einladung ausschlagen).
    MembershipDecline,
    /// Let a membership rest (Mitgliedschaft ruhen lassen).
    MembershipSuspend,
    /// Let a membership that rests go on (Mitgliedschaft wieder aufnehmen).
    MembershipResume,
    /// Leave a network (austreten).
    MembershipLeave,
    /// End a membership for the network (Mitgliedschaft beenden).
    MembershipTerminate,
    /// Enter a topic (Thema anlegen).
    TopicCreate,
    /// Change a topic (Thema ändern).
    TopicUpdate,
    /// Enter a municipality as a candidate (Kommune anlegen).
    MunicipalityCreate,
    /// Correct a municipality's keys and names (Schlüssel und amtlichen Namen ändern).
    MunicipalityUpdateKeys,
    /// Enter a place (Ort anlegen).
    PlaceCreate,
    /// Change a place (Ort ändern).
    PlaceUpdate,
    /// Attach a document to a meeting, a session or a project (Dokument anfügen).
    DocumentAttach,
    /// Change a document or take it away (Dokument ändern oder entfernen).
    DocumentUpdate,
    /// Enter who came from the own municipality (eigene Teilnahme eintragen).
    AttendanceEnter,
    /// Correct who came from the own municipality (eigene Teilnahme ändern).
    AttendanceUpdate,
    /// Propose to change what another municipality keeps (Änderung vorschlagen).
    ChangePropose,
    /// Accept or refuse a proposed change (über einen Änderungsvorschlag entscheiden).
    ChangeDecide,
    /// Take a proposed change back (Änderungsvorschlag zurückziehen).
    ChangeWithdraw,
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
    /// The municipality that leads the project; where none does, any that takes part (Federführung, sonst beteiligte
    /// Kommunen).
    LeadElseParticipants,
    /// The party that speaks for itself, an organisation through the municipality that keeps it (die betroffene Seite selbst).
    Party,
    /// The party whose meeting or series it is (Gastgeberin).
    Host,
    /// Any confirmed host or co-organiser (Veranstalterinnen).
    Organizers,
    /// The network that the record is about, or any one where a municipality belongs to none (Netzwerk).
    Network,
    /// Any network there is, for what all of them share (irgendein Netzwerk).
    AnyNetwork,
    /// A network that the municipality is an active member of (Netzwerk, dem die Kommune angehört).
    MemberNetwork,
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
    /// Only networks that are the party themselves, or what the rule asks of is a network's; never otherwise those that a
    /// municipality belongs to.
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
