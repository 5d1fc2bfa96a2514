//! The meetings, as tables: those that were, and those that are to come.

pub(super) mod agendas;
mod coming;
mod held;
pub(super) mod series;

use verbund_entity::meeting::{AttendanceMode, MeetingKind as Kind, TargetGroup};
use verbund_entity::meeting_organizer::OrganizerRole as Role;
use verbund_entity::organization::OrganizationKind;
use verbund_entity::{CountQualifier, Visibility};

/// When a meeting is; times in RFC 3339.
pub(super) enum When {
    /// No date has been found yet.
    Open,
    /// It was, nobody knows when.
    Unknown,
    /// It was, and so much is known.
    Around(&'static str),
    /// From, until, doors.
    Was(&'static str, &'static str, Option<&'static str>),
    Will(&'static str, &'static str),
}

pub(super) struct Row {
    pub slug: &'static str,
    /// A city, or a network.
    pub host: &'static str,
    /// The city that houses a network's meeting, and has agreed to.
    pub hosting: Option<&'static str>,
    pub title: &'static str,
    pub english: Option<&'static str>,
    pub alternate: &'static [&'static str],
    /// `None`: nobody counts.
    pub edition: Option<i32>,
    pub series: Option<&'static str>,
    pub theme: Option<&'static str>,
    pub motto: Option<&'static str>,
    pub summary: Option<&'static str>,
    pub kind: Kind,
    pub audience: &'static [TargetGroup],
    pub invited: &'static [OrganizationKind],
    pub when: When,
    pub mode: AttendanceMode,
    pub venue: Option<&'static str>,
    pub place: Option<&'static str>,
    /// Where one wrote to register, and the last day.
    pub notice: Option<(&'static str, &'static str)>,
    pub locality: Option<&'static str>,
    pub visibility: Visibility,
    pub attendance: Option<(i32, CountQualifier)>,
    pub notes: Option<&'static str>,
    pub topics: &'static [&'static str],
    pub projects: &'static [&'static str],
    /// Who is invited, who confirms for them, and what they do. `None`: not answered yet.
    pub organizers: &'static [(&'static str, Option<&'static str>, Role)],
    pub published: bool,
    pub cancelled: Option<&'static str>,
    pub postponed: Option<&'static str>,
    /// Announced for a place, then moved to the net.
    pub moved_online: bool,
}

impl Row {
    /// What is told of it. Nothing says that a meeting to come is invented if this does not.
    pub fn told(&self) -> Option<String> {
        let invented = match self.when {
            When::Open => "Das Treffen ist für die Vorführung erfunden.",
            When::Will(..) => "Der Termin ist für die Vorführung erfunden.",
            When::Unknown | When::Around(_) | When::Was(..) => return self.summary.map(str::to_owned),
        };
        let sentences: Vec<&str> = self.summary.into_iter().chain([invented]).collect();
        Some(sentences.join(" "))
    }
}

/// A public meeting of which nothing more is known.
const fn row(slug: &'static str, host: &'static str, title: &'static str, kind: Kind, when: When) -> Row {
    Row {
        slug,
        host,
        hosting: None,
        title,
        english: None,
        alternate: &[],
        edition: None,
        series: None,
        theme: None,
        motto: None,
        summary: None,
        kind,
        audience: &[],
        invited: &[],
        when,
        mode: AttendanceMode::InPerson,
        venue: None,
        place: None,
        notice: None,
        locality: None,
        visibility: Visibility::Public,
        attendance: None,
        notes: None,
        topics: &[],
        projects: &[],
        organizers: &[],
        published: true,
        cancelled: None,
        postponed: None,
        moved_online: false,
    }
}

const NETWORK: &str = "integration-interkommunal";

/// Confirmed by the city of Hagen, for two of its units.
const UNITS_OF_HAGEN: &[(&str, Option<&str>, Role)] = &[
    ("ki-hagen", Some("hagen"), Role::CoOrganizer),
    ("presse-hagen", Some("hagen"), Role::CoOrganizer),
];

/// The same for its integration centre alone.
const CENTRE_OF_HAGEN: &[(&str, Option<&str>, Role)] = &[("ki-hagen", Some("hagen"), Role::CoOrganizer)];

/// All of them.
pub(super) fn meetings() -> impl Iterator<Item = &'static Row> {
    held::MEETINGS.iter().chain(coming::MEETINGS)
}
