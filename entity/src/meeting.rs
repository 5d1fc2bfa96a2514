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
    /// Texts.
    pub alternate_titles: Json,
    pub series_id: Option<i64>,
    pub edition: Option<i32>,
    /// The edition, or the greatest number where there is none.
    pub edition_sort: i32,
    pub theme: Option<String>,
    pub motto: Option<String>,
    pub summary: Option<String>,
    pub summary_translations: Json,
    pub kind: MeetingKind,
    pub status: MeetingStatus,
    pub status_reason: Option<String>,
    pub publication: Publication,
    pub visibility: Visibility,
    /// Of `TargetGroup`.
    pub audience: Json,
    /// Of `OrganizationKind`.
    pub invited_kinds: Json,
    pub starts_at: Option<DateTimeUtc>,
    pub ends_at: Option<DateTimeUtc>,
    pub doors_open_at: Option<DateTimeUtc>,
    pub held_on: Option<String>,
    pub sort_at: DateTimeUtc,
    pub time_zone: String,
    pub attendance_mode: AttendanceMode,
    pub venue: Option<String>,
    pub place_id: Option<i64>,
    pub locality_id: Option<i64>,
    pub host_id: Option<i64>,
    pub keeper_municipality_id: Option<i64>,
    pub keeper_network_id: Option<i64>,
    pub ical_uid: String,
    pub ical_sequence: i32,
    pub previous_start: Option<DateTimeUtc>,
    pub attendance: Option<i32>,
    pub attendance_qualifier: Option<CountQualifier>,
    pub internal_notes: Option<String>,
    pub registration_channel: Option<NoticeChannel>,
    pub registration_address: Option<String>,
    pub registration_closes_at: Option<DateTimeUtc>,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What kind of meeting it is (Art der Veranstaltung).
    MeetingKind {
        /// Specialists talk about a subject (Fachtag, Fachkonferenz).
        SpecialistConference,
        /// Those meet who work in the same field (Netzwerktreffen).
        NetworkMeeting,
        /// Those who lead a network meet (Sitzung der Lenkungsgruppe).
        SteeringMeeting,
        /// A working group meets (Sitzung eines Arbeitskreises).
        WorkingGroupMeeting,
        /// Those who come work on something together (Workshop).
        Workshop,
        /// Those who come learn something (Schulung).
        Training,
        /// Those who come are told of something (Informationsveranstaltung).
        InformationEvent,
        /// A conference with the public (Forum, Konferenz).
        Forum,
        /// People celebrate (Fest, Festival).
        Festival,
        /// People walk from place to place (Spaziergang, Rundgang).
        GuidedWalk,
        /// People look at an institution (Besichtigung).
        SiteVisit,
        /// Spans several events and days; only this may last more than 14 (Dachveranstaltung).
        Umbrella,
        /// None of these (sonstige).
        Other,
    }
}

text_enum! {
    /// Where a meeting stands (Stand der Veranstaltung).
    MeetingStatus {
        /// The date is being found (Terminabstimmung).
        Polling,
        /// The date is fixed (terminiert).
        Scheduled,
        /// Another date is to be found (verschoben); the start that was announced still stands in it.
        Postponed,
        /// It does not take place (abgesagt).
        Cancelled,
        /// It has taken place (hat stattgefunden).
        Held,
        /// Its minutes are approved (abgeschlossen).
        Closed,
    }
}

text_enum! {
    /// Whether a record is out in the open (Veröffentlichungsstand).
    Publication {
        /// Seen by the organisers and the invited only (Entwurf).
        Draft,
        /// Seen by whom its visibility says (veröffentlicht).
        Published,
        /// Seen like a published one, and kept for the record (archiviert).
        Archived,
    }
}

text_enum! {
    /// How people take part (Teilnahmeform).
    AttendanceMode {
        /// People come to a place (vor Ort).
        InPerson,
        /// People meet over the net (online).
        Online,
        /// Some come, some are connected (vor Ort und online).
        Hybrid,
    }
}

text_enum! {
    /// Whom a meeting is for (Zielgruppe).
    TargetGroup {
        /// People who have fled (Geflüchtete).
        Refugees,
        /// People who have immigrated, or whose parents have (Menschen mit Einwanderungsgeschichte).
        Migrants,
        /// People who have just come (Neuzugewanderte).
        Newcomers,
        /// Mothers and fathers (Eltern).
        Parents,
        /// Children and adults together (Familien).
        Families,
        /// Students of universities (Studierende).
        Students,
        /// Those who teach and bring up children (pädagogische Fachkräfte).
        Educators,
        /// Associations of immigrants (Migrantenselbstorganisationen).
        MigrantOrganizations,
        /// Those who help without pay (Ehrenamtliche, Engagierte).
        Volunteers,
        /// Employers and their staff (Betriebe, Unternehmen).
        Companies,
        /// Hospitals and homes for those in need of care (Krankenhäuser, Pflegeeinrichtungen).
        HealthAndCare,
        /// Cities and authorities (Verwaltungen, Behörden).
        Administration,
        /// Everybody who takes an interest (alle Interessierten).
        GeneralPublic,
    }
}

text_enum! {
    /// How one registers for a meeting outside of the register (Anmeldeweg).
    NoticeChannel {
        /// On a page of the web (Anmeldung im Netz).
        ExternalUrl,
        /// By writing to a mail address (Anmeldung per E-Mail).
        ExternalEmail,
        /// Nobody has to register (ohne Anmeldung).
        NotNeeded,
    }
}
