//! Where facts were taken from.

use crate::{
    AttendanceLine, ContactPoint, Document, Meeting, MeetingOrganizer, MeetingSeries, MeetingSession, Municipality,
    Network, NetworkMembership, Organization, Person, Place, Position, Project, ProjectParticipation, SessionResult,
    SessionRole, SessionSpeaker, Topic,
    read::{Fields, Object, Scope, Visible},
    values::PartialDate,
};
use verbund_entity::source_reference::{self, Column};

pub struct SourceReference;

impl SourceReference {
    /// What is said of `sources` on every object.
    pub(crate) const LIST: &'static str = "Where this was taken from (Quellen).";
}

impl Object for SourceReference {
    type Entity = source_reference::Entity;
    const NAME: &'static str = "SourceReference";
    const DOC: &'static str = "Where a fact was taken from (Quelle).";

    /// With the record that it is a source of.
    fn visible(_: &Scope) -> Visible {
        Visible::with::<Network>(Column::NetworkId)
            .or_with::<Municipality>(Column::MunicipalityId)
            .or_with::<NetworkMembership>(Column::MembershipId)
            .or_with::<Organization>(Column::OrganizationId)
            .or_with::<Person>(Column::PersonId)
            .or_with::<Position>(Column::PositionId)
            .or_with::<Topic>(Column::TopicId)
            .or_with::<ContactPoint>(Column::ContactPointId)
            .or_with::<Project>(Column::ProjectId)
            .or_with::<ProjectParticipation>(Column::ParticipationId)
            .or_with::<Meeting>(Column::MeetingId)
            .or_with::<MeetingOrganizer>(Column::OrganizerId)
            .or_with::<MeetingSession>(Column::SessionId)
            .or_with::<SessionRole>(Column::SessionRoleId)
            .or_with::<SessionSpeaker>(Column::SessionSpeakerId)
            .or_with::<Place>(Column::PlaceId)
            .or_with::<Document>(Column::DocumentId)
            .or_with::<AttendanceLine>(Column::AttendanceLineId)
            .or_with::<MeetingSeries>(Column::MeetingSeriesId)
            .or_with::<SessionResult>(Column::SessionResultId)
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::Title, "What the source is called (Titel).");
        f.column(Column::Publisher, "Who published it (Herausgeber).");
        f.computed::<Option<PartialDate>>(
            "publishedOn",
            &[Column::PublishedOn],
            "When it was published; not the day of what it tells of.",
            |row| PartialDate::of(row.text(0)),
        );
        f.column(Column::Url, "Where it is found on the web (Internetadresse).");
        f.column(Column::Holding, "The library's shelf mark (Standort).");
    }
}
