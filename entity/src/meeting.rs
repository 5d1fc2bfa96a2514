//! A conference, a workshop, a meeting of the network (Veranstaltung, Sitzung).

use crate::{CountQualifier, Visibility};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub slug: String,
    pub title: String,
    pub title_key: String,
    pub title_translations: Json,
    pub theme: Option<String>,
    pub motto: Option<String>,
    pub summary: Option<String>,
    pub kind: MeetingKind,
    pub status: MeetingStatus,
    pub status_reason: Option<String>,
    pub publication: Publication,
    pub visibility: Visibility,
    pub starts_at: Option<DateTimeUtc>,
    pub ends_at: Option<DateTimeUtc>,
    pub doors_open_at: Option<DateTimeUtc>,
    pub held_on: Option<String>,
    pub sort_at: DateTimeUtc,
    pub time_zone: String,
    pub attendance_mode: AttendanceMode,
    pub venue: Option<String>,
    pub locality_id: Option<i64>,
    pub host_id: Option<i64>,
    pub keeper_municipality_id: Option<i64>,
    pub keeper_network_id: Option<i64>,
    pub attendance: Option<i32>,
    pub attendance_qualifier: Option<CountQualifier>,
    pub internal_notes: Option<String>,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What kind of meeting it is (Art der Veranstaltung).
    MeetingKind {
        /// Fachtag, Fachkonferenz.
        SpecialistConference,
        /// Netzwerktreffen.
        NetworkMeeting,
        /// Sitzung der Lenkungsgruppe.
        SteeringMeeting,
        /// Sitzung eines Arbeitskreises.
        WorkingGroupMeeting,
        /// Workshop.
        Workshop,
        /// Schulung.
        Training,
        /// Informationsveranstaltung.
        InformationEvent,
        /// Forum, Konferenz mit der Öffentlichkeit.
        Forum,
        /// Fest, Festival.
        Festival,
        /// Spaziergang, Rundgang.
        GuidedWalk,
        /// Besichtigung.
        SiteVisit,
        /// Dachveranstaltung über mehrere Tage.
        Umbrella,
        /// Sonstige.
        Other,
    }
}

text_enum! {
    /// Where a meeting stands (Stand der Veranstaltung).
    MeetingStatus {
        /// The date is being found (Terminabstimmung).
        Polling,
        /// Terminiert.
        Scheduled,
        /// Verschoben, neuer Termin offen.
        Postponed,
        /// Abgesagt.
        Cancelled,
        /// Hat stattgefunden.
        Held,
        /// Minutes are approved (abgeschlossen).
        Closed,
    }
}

text_enum! {
    /// Whether a record is out in the open (Veröffentlichungsstand).
    Publication {
        /// Seen by the organisers only (Entwurf).
        Draft,
        /// Seen by whom its visibility says (veröffentlicht).
        Published,
        /// Archiviert.
        Archived,
    }
}

text_enum! {
    /// How people take part (Teilnahmeform).
    AttendanceMode {
        /// Vor Ort.
        InPerson,
        /// Online.
        Online,
        /// Vor Ort und online.
        Hybrid,
    }
}
