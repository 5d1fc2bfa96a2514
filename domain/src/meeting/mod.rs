//! Meetings: what a network comes together for.

mod about;
mod answer;
mod calendar;
mod cancel;
mod change;
mod create;
mod delete_draft;
mod departed;
mod edition;
mod elapsed;
mod invite;
mod lists;
mod mark_held;
mod move_online;
mod notice;
mod organized;
mod organizer;
mod postpone;
mod publish;
mod reschedule;
mod states;
mod uninvite;
mod when;

pub use answer::AnswerMeetingOrganizerInput;
pub use cancel::CancelMeetingInput;
pub use change::UpdateMeetingInput;
pub use create::{CreateMeetingInput, MeetingPayload};
pub use delete_draft::{DeleteMeetingDraftInput, DeleteMeetingDraftPayload};
pub(crate) use departed::decline_invitations;
pub use elapsed::mark_elapsed_meetings;
pub use invite::{InviteMeetingOrganizerInput, OrganizerPayload};
pub use mark_held::MarkMeetingHeldInput;
use move_online::AT_A_PLACE;
pub use move_online::MoveMeetingOnlineInput;
pub use notice::{RegistrationNotice, RegistrationNoticeInput};
pub(crate) use organized::{hosting, organizers_behind, organizing_municipalities};
pub use organizer::MeetingOrganizer;
pub use postpone::PostponeMeetingInput;
pub use publish::PublishMeetingInput;
pub use reschedule::RescheduleMeetingInput;
pub use uninvite::WithdrawOrganizerInvitationInput;

use crate::{
    AttendanceLine, ContactPoint, Document, MeetingSeries, MeetingSession, Municipality, Network, Place, Project,
    SessionResult, SessionRole, SourceReference, Topic,
    access::Action,
    municipality::organizing,
    read::{Cells, Fields, Object, Scope, Visible},
    session::can,
    values::{ApproximateCount, PartialDate},
};
use async_graphql::Value;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting::{self, AttendanceMode, Column, MeetingKind, MeetingStatus, Publication, TargetGroup};
use verbund_entity::meeting_organizer::{self as organizer_row, OrganizerStatus};
use verbund_entity::organization::OrganizationKind;
use verbund_entity::{
    Visibility, attendance_line, contact_point, document, meeting_project, meeting_topic, session, session_result,
    session_role, source_reference,
};

pub struct Meeting;

impl Object for Meeting {
    type Entity = meeting::Entity;
    const NAME: &'static str = "Meeting";
    const DOC: &'static str = "A conference, a workshop, a meeting of the network (Veranstaltung, Sitzung).";

    /// A shared record: its owners are the confirmed organisers. A draft is seen by them and by the invited; one that is
    /// PRIVATE, by their administrators.
    fn visible(scope: &Scope) -> Visible {
        let v = scope.viewer;
        let level = Column::Visibility;
        let network = || level.eq(Visibility::Network);
        let published = Condition::any()
            .add(level.eq(Visibility::Public))
            .add_option(
                organized_by(scope, organizer_row::Column::MunicipalityId, &v.peers, false).map(|o| o.and(network())),
            )
            .add_option(
                organized_by(scope, organizer_row::Column::NetworkId, &v.networks, false).map(|o| o.and(network())),
            )
            .add_option(
                scope
                    .some(Column::KeeperNetworkId, &v.networks)
                    .map(|keeper| keeper.and(network())),
            );
        let rows = Condition::any()
            .add(
                Condition::all()
                    .add(Column::Publication.ne(Publication::Draft))
                    .add(published),
            )
            .add_option(
                organized_by(scope, organizer_row::Column::MunicipalityId, &v.own, true)
                    .map(|organizer| organizer.and(level.ne(Visibility::Private))),
            )
            .add_option(
                scope
                    .some(Column::KeeperMunicipalityId, &v.own)
                    .map(|keeper| keeper.and(level.ne(Visibility::Private))),
            )
            .add_option(scope.some(Column::KeeperMunicipalityId, &v.administered))
            .add_option(scope.some(Column::KeeperNetworkId, &v.coordinated))
            .add_option(organized_by(
                scope,
                organizer_row::Column::MunicipalityId,
                &v.administered,
                true,
            ))
            .add_option(organized_by(
                scope,
                organizer_row::Column::NetworkId,
                &v.coordinated,
                true,
            ));
        Visible::rows(rows)
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::Slug, "Its name in addresses.").filter();
        f.localized(Column::Title, Column::TitleTranslations, "As announced.");
        f.computed::<Vec<String>>(
            "alternateTitles",
            &[Column::AlternateTitles],
            "What else it is called, in no other language.",
            listed,
        );
        f.one::<MeetingSeries>(
            "series",
            Column::SeriesId,
            "The series that it is an edition of; null if there is none, or not visible (Veranstaltungsreihe).",
        )
        .filter();
        f.column(
            Column::Edition,
            "Which one of its kind it is, counted from 1 (die wievielte); null if nobody counts.",
        );
        f.column(Column::Theme, "What it is about, where that is not its title.");
        f.column(Column::Motto, "Words that it stands under.");
        f.localized(Column::Summary, Column::SummaryTranslations, "In a few sentences.");
        f.choice::<MeetingKind>(Column::Kind, "What kind of meeting it is.")
            .filter();
        f.choice::<MeetingStatus>(Column::Status, "Where it stands.").filter();
        f.column(Column::StatusReason, "Why it was cancelled or postponed.");
        f.choice::<Publication>(Column::Publication, "Whether it is out in the open.")
            .filter();
        f.choice::<Visibility>(Column::Visibility, "Who sees this record once it is published.")
            .filter();
        f.computed::<Vec<TargetGroup>>("audience", &[Column::Audience], "Whom it is for (Zielgruppen).", listed);
        f.computed::<Vec<OrganizationKind>>(
            "invitedKinds",
            &[Column::InvitedKinds],
            "Kinds of organisations that it invites (eingeladene Stellen).",
            listed,
        );
        f.column(
            Column::StartsAt,
            "When it begins, or was to begin if it is POSTPONED; null if unknown or not yet fixed (Beginn).",
        )
        .filter();
        f.column(Column::EndsAt, "When it ends; null if unknown or not yet fixed (Ende).")
            .filter();
        f.column(Column::DoorsOpenAt, "When people may come (Einlass).");
        f.computed::<Option<PartialDate>>(
            "heldOn",
            &[Column::HeldOn],
            "Instead of a start, where only that much is known.",
            |row| PartialDate::of(row.text(0)),
        );
        f.column(
            Column::PreviousStart,
            "When it was to begin, if it was moved after it had been published (früherer Beginn).",
        );
        f.column(Column::TimeZone, "Where its days begin and end (IANA).");
        f.choice::<AttendanceMode>(Column::AttendanceMode, "How people take part.")
            .filter();
        f.column(Column::Venue, "The place as people call it; null if unknown.");
        f.one::<Place>(
            "place",
            Column::PlaceId,
            "The place with its address, where it is in the register; null if not visible (Veranstaltungsort).",
        )
        .filter();
        f.one::<Municipality>("locality", Column::LocalityId, "The municipality that it is held in.")
            .filter();
        f.one::<Municipality>(
            "host",
            Column::HostId,
            "The municipality that hosts it; null where somebody else does.",
        )
        .filter();
        f.column(
            Column::IcalUid,
            "What calendars know it by, the same for all its life (Kalenderkennung, RFC 5545).",
        );
        f.column(
            Column::IcalSequence,
            "How often its time, place or status has changed since it was published (RFC 5545).",
        );
        let attendance = [Column::Attendance, Column::AttendanceQualifier];
        f.computed::<Option<ApproximateCount>>("attendance", &attendance, "How many came.", |row| {
            match (row.int(0), row.text(1)) {
                (Some(value), Some(qualifier)) => ApproximateCount::shown(value, qualifier),
                _ => Value::Null,
            }
        });
        f.computed::<Option<RegistrationNotice>>(
            "registrationNotice",
            &notice::COLUMNS,
            "How one registers for it elsewhere, and until when; null if that is not known (Anmeldung).",
            notice::shown,
        );
        f.opened(
            Column::InternalNotes,
            noted,
            "For those who organise it; null for everybody else.",
        );
        f.many::<MeetingOrganizer>(
            "organizers",
            organizer_row::Column::MeetingId,
            "Who organises it; invitations are seen by the organisers and the invited.",
        );
        f.many::<MeetingSession>(
            "sessions",
            session::Column::TopId,
            "Its agenda: what stands in no other session (Tagesordnung).",
        );
        f.many::<SessionRole>(
            "roles",
            session_role::Column::WholeId,
            "Who does what in all of it, such as moderating or lending the name (Mitwirkende).",
        );
        f.many::<SessionResult>(
            "results",
            session_result::Column::MeetingId,
            "What came of it, as far as its sessions are seen (Ergebnisse).",
        );
        f.through::<meeting_project::Entity, Project>(
            "projects",
            (meeting_project::Column::MeetingId, meeting_project::Column::ProjectId),
            Condition::all,
            "Projects that it is about.",
        );
        f.many::<ContactPoint>("contacts", contact_point::Column::MeetingId, "Whom to ask about it.");
        f.list_through::<meeting_topic::Entity, Topic>(
            "topics",
            (meeting_topic::Column::MeetingId, meeting_topic::Column::TopicId),
            "What it is about.",
        );
        f.many::<Document>(
            "documents",
            document::Column::MeetingId,
            "What is to be read, seen or heard of it (Dokumente).",
        );
        f.many::<AttendanceLine>(
            "attendanceLines",
            attendance_line::Column::MeetingId,
            "Who came, city by city, each by its own word (Teilnahme der Kommunen).",
        );
        f.list::<SourceReference>("sources", source_reference::Column::MeetingId, SourceReference::LIST);
        f.filter_through::<organizer_row::Entity, Municipality>(
            "municipality",
            (organizer_row::Column::MeetingId, organizer_row::Column::MunicipalityId),
            organizing,
            "A municipality that has confirmed to organise it.",
        );
        f.filter_through::<organizer_row::Entity, Network>(
            "network",
            (organizer_row::Column::MeetingId, organizer_row::Column::NetworkId),
            organizing,
            "A network that has confirmed to organise it.",
        );
        f.filter_through::<meeting_topic::Entity, Topic>(
            "topic",
            (meeting_topic::Column::MeetingId, meeting_topic::Column::TopicId),
            Condition::all,
            "A topic that it is about.",
        );
        f.filter_through::<meeting_project::Entity, Project>(
            "project",
            (meeting_project::Column::MeetingId, meeting_project::Column::ProjectId),
            Condition::all,
            "A project that it is about.",
        );
        let draft = || Condition::all().add(Column::Publication.eq(Publication::Draft));
        let at_a_place = Column::AttendanceMode.is_in(AT_A_PLACE.iter().copied());
        f.viewer_can(vec![
            can::<Self>("update", Action::MeetingUpdate).when(in_state(states::UPDATE)),
            can::<Self>("updateAgenda", Action::AgendaUpdate).when(in_state(states::UPDATE)),
            can::<Self>("reschedule", Action::MeetingReschedule).when(in_state(states::RESCHEDULE)),
            can::<Self>("postpone", Action::MeetingPostpone).when(in_state(states::POSTPONE)),
            can::<Self>("moveOnline", Action::MeetingMoveOnline).when(in_state(states::MOVE_ONLINE).add(at_a_place)),
            can::<Self>("markHeld", Action::MeetingMarkHeld)
                .when(in_state(states::MARK_HELD))
                .at_present(|scope| Condition::all().add(Column::EndsAt.lte(scope.viewer.now))),
            can::<Self>("publish", Action::MeetingPublish).when(draft()),
            can::<Self>("cancel", Action::MeetingCancel).when(in_state(states::CANCEL)),
            can::<Self>("deleteDraft", Action::MeetingDelete).when(draft()),
            can::<Self>("invite", Action::OrganizerInvite).when(in_state(states::INVITE)),
        ]);
        f.order(
            "STARTS_AT",
            Column::SortAt,
            "By start, or the first day it can have been; unknown ones last.",
        );
        f.order("TITLE", Column::TitleKey, "By title.");
        f.order(
            "EDITION",
            Column::EditionSort,
            "By number; those that nobody counts last.",
        );
        f.search(Column::SearchText);
    }
}

/// A list that stands in the row.
fn listed(row: &Cells) -> Value {
    row.json(0).unwrap_or_else(|| Value::List(Vec::new()))
}

/// Notes are read by the confirmed organisers.
fn noted(scope: &Scope) -> Condition {
    let v = scope.viewer;
    Condition::any()
        .add(scope.any(Column::KeeperMunicipalityId, &v.own))
        .add_option(scope.some(Column::KeeperNetworkId, &v.coordinated))
        .add_option(organized_by(
            scope,
            organizer_row::Column::MunicipalityId,
            &v.own,
            false,
        ))
        .add_option(organized_by(
            scope,
            organizer_row::Column::NetworkId,
            &v.coordinated,
            false,
        ))
}

/// The houses that have confirmed to organise the meeting that `key` names, in whatever role.
pub(crate) fn organizing_houses(scope: &Scope, key: impl ColumnTrait) -> Expr {
    let meetings = Query::select()
        .column(Column::Id)
        .from(meeting::Entity)
        .cond_where(noted(scope))
        .take();
    key.in_subquery(meetings)
}

/// One of these organises the meeting, or is at least invited to.
fn organized_by(scope: &Scope, party: organizer_row::Column, keys: &[i64], invited: bool) -> Option<Expr> {
    let mut states = vec![OrganizerStatus::Confirmed];
    states.extend(invited.then_some(OrganizerStatus::Invited));
    let meetings = Query::select()
        .column(organizer_row::Column::MeetingId)
        .from(organizer_row::Entity)
        .and_where(scope.some(party, keys)?)
        .and_where(organizer_row::Column::Status.is_in(states))
        .take();
    Some(Column::Id.in_subquery(meetings))
}

/// The meeting stands at one of these.
fn in_state(states: &'static [MeetingStatus]) -> Condition {
    Condition::all().add(Column::Status.is_in(states.iter().copied()))
}
