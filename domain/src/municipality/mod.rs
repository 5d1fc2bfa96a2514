//! Municipalities: the cities, districts and towns that everything belongs to.

mod contact_for;
mod create;
mod keys;
mod owned;
mod update;
mod update_keys;
pub use create::CreateMunicipalityInput;
pub use update::{MunicipalityPayload, UpdateMunicipalityInput};
pub use update_keys::UpdateMunicipalityKeysInput;

use crate::{
    ChangeProposal, ContactPoint, Meeting, MeetingOrganizer, MeetingSeries, MunicipalUser, NetworkMembership,
    Organization, Position, Project, ProjectParticipation, SourceReference,
    access::Action,
    account::administered,
    read::{Fields, Object, Scope, Visible},
    session::can,
    values::{FederalState, federal_state::federal_state},
};
use async_graphql::{ID, InputType, Value};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting_organizer::{self, OrganizerStatus};
use verbund_entity::municipality::{self, Column, MunicipalityKind};
use verbund_entity::network_membership::{self, MembershipStatus};
use verbund_entity::project_participation::{self, ParticipationStatus};
use verbund_entity::{
    change_proposal, contact_point, meeting_series, municipal_user, organization, position, source_reference,
};

pub struct Municipality;

impl Object for Municipality {
    type Entity = municipality::Entity;
    const NAME: &'static str = "Municipality";
    const DOC: &'static str = "A city, a district or a town, member of a network or not (Kommune).";

    fn visible(_: &Scope) -> Visible {
        Visible::everybody()
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::Slug, "Its name in addresses.").filter();
        f.column(Column::Name, "As in everyday use.");
        f.column(Column::OfficialName, "As in the official list (amtlicher Name).");
        f.choice::<MunicipalityKind>(Column::Kind, "What it is in administrative law.")
            .filter();
        f.column(
            Column::Ags,
            "Official key of 8 digits (Amtlicher Gemeindeschlüssel); a district has none.",
        )
        .filter();
        f.column(Column::DistrictKey, "Key of 5 digits of a district (Kreisschlüssel).")
            .filter();
        f.column(
            Column::Ars,
            "Regional key of 12 digits (Regionalschlüssel); it may change.",
        );
        f.column(Column::KeysConfirmed, "Whether the keys stand in the reference list.");
        f.computed::<Option<FederalState>>(
            "state",
            &[Column::Ags, Column::DistrictKey],
            "The federal state that it lies in, after its key (Bundesland).",
            |row| {
                let state = row.text(0).or(row.text(1)).and_then(federal_state);
                state.map_or(Value::Null, |state| InputType::to_value(&state))
            },
        );
        f.one::<Municipality>("parent", Column::ParentId, "The district that a town belongs to.")
            .filter();
        f.column(Column::Population, "Inhabitants (Einwohnerzahl); null if unknown.");
        f.column(Column::PopulationAsOf, "The day of that number (Stand).");
        f.column(Column::Website, "Its site on the web (Internetauftritt).");
        f.many::<NetworkMembership>(
            "memberships",
            network_membership::Column::MunicipalityId,
            "Networks it is or was in; see `status`.",
        );
        f.many::<ContactPoint>(
            "contacts",
            contact_point::Column::StewardId,
            "How to reach whom for what.",
        );
        f.best::<ContactPoint, ID>(
            ("contactFor", "topic", "The topic in question (Thema)."),
            contact_point::Column::StewardId,
            contact_for::rank,
            "Who is in charge of a topic: the contact for it, else for a broader topic, else the general one.",
        );
        f.many::<Organization>(
            "organizations",
            organization::Column::LocatedInId,
            "Organisations that are at home here.",
        );
        f.many::<Position>(
            "positions",
            position::Column::MunicipalityId,
            "Offices that people hold in it.",
        );
        f.through::<project_participation::Entity, Project>(
            "projects",
            (
                project_participation::Column::MunicipalityId,
                project_participation::Column::ProjectId,
            ),
            taking_part,
            "Projects it takes part in.",
        );
        f.through::<meeting_organizer::Entity, Meeting>(
            "meetings",
            (
                meeting_organizer::Column::MunicipalityId,
                meeting_organizer::Column::MeetingId,
            ),
            organizing,
            "Meetings it organises.",
        );
        f.many::<MeetingSeries>(
            "meetingSeries",
            meeting_series::Column::MunicipalityId,
            "Meeting series that are its own (Veranstaltungsreihen).",
        );
        f.many::<ProjectParticipation>(
            "participations",
            project_participation::Column::MunicipalityId,
            "Its parts in projects, and the invitations that wait for its answer (Beteiligungen, Einladungen).",
        );
        f.many::<MeetingOrganizer>(
            "organizing",
            meeting_organizer::Column::MunicipalityId,
            "What it organises meetings as, and the invitations that wait for its answer (Mitveranstaltungen, Einladungen).",
        );
        f.many::<MunicipalUser>(
            "users",
            municipal_user::Column::MunicipalityId,
            "Who works for it (Benutzerkonten); its administrators see them, nobody else.",
        );
        f.many::<ChangeProposal>(
            "receivedChangeProposals",
            change_proposal::Column::KeeperId,
            "What others propose to change of the records that it keeps; for its own house (eingegangene Vorschläge).",
        );
        f.many::<ChangeProposal>(
            "madeChangeProposals",
            change_proposal::Column::ProposedById,
            "What it proposes to change of the records of others; for its own house (eigene Vorschläge).",
        );
        f.list::<SourceReference>(
            "sources",
            source_reference::Column::MunicipalityId,
            SourceReference::LIST,
        );
        f.filter_through::<network_membership::Entity, crate::Network>(
            "network",
            (
                network_membership::Column::MunicipalityId,
                network_membership::Column::NetworkId,
            ),
            || Condition::all().add(network_membership::Column::Status.eq(MembershipStatus::Active)),
            "A network that it is an active member of.",
        );
        f.viewer_can(vec![
            can::<Self>("update", Action::MunicipalityUpdate),
            can::<Self>("createContactPoint", Action::ContactPointCreate),
            can::<Self>("createPerson", Action::PersonCreate),
            can::<Self>("createOrganization", Action::OrganizationCreate),
            can::<Self>("createProject", Action::ProjectCreate),
            can::<Self>("createMeeting", Action::MeetingCreate),
            can::<Self>("createMeetingSeries", Action::MeetingSeriesCreate),
            can::<Self>("applyForMembership", Action::MembershipApply),
            can::<Self>("updateKeys", Action::MunicipalityUpdateKeys),
            can::<Self>("createPlace", Action::PlaceCreate),
            can::<Self>("attachDocument", Action::DocumentAttach),
            can::<Self>("enterAttendance", Action::AttendanceEnter),
            can::<Self>("proposeChange", Action::ChangePropose),
            can::<Self>("supportSessionResult", Action::SessionResultSupport),
            can::<Self>("withdrawSessionResultSupport", Action::SessionResultSupportWithdraw),
            can::<Self>("createUser", Action::UserCreate),
            can::<Self>("appointFirstAdministrator", Action::FirstAdministratorAppoint)
                .when(Condition::all().add(Column::Id.not_in_subquery(administered()))),
        ]);
        f.order("NAME", Column::NameKey, "By name.");
        f.search(Column::SearchText);
    }
}

/// Participations that hold.
pub(crate) fn taking_part() -> Condition {
    Condition::all().add(project_participation::Column::Status.eq(ParticipationStatus::Confirmed))
}

/// Organisers that have confirmed.
pub(crate) fn organizing() -> Condition {
    Condition::all().add(meeting_organizer::Column::Status.eq(OrganizerStatus::Confirmed))
}
