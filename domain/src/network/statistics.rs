//! A network in numbers, for dashboards: the same statements whatever there is to count.

use super::Network;
use crate::error::Error;
use crate::read::{Reader, Ref};
use crate::values::{ApproximateCount, LocalDate, Slug};
use crate::{Meeting, Municipality, NetworkMembership, Project, Topic};
use async_graphql::{InputType, SimpleObject, Value};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use sea_orm::sea_query::{ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting::{self, MeetingKind, MeetingStatus, Publication};
use verbund_entity::meeting_organizer::{self, OrganizerStatus};
use verbund_entity::network_membership::{self, MembershipStatus};
use verbund_entity::project::{self, ProjectStatus};
use verbund_entity::project_participation::{self, ParticipationStatus};
use verbund_entity::{CountQualifier, network, project_topic};

/// A network in numbers (Statistik). Counted is what the viewer may see.
#[derive(SimpleObject)]
pub struct NetworkStatistics {
    /// The network counted (Netzwerk).
    pub network: Option<Ref<Network>>,
    /// Active members at present (aktive Mitglieder).
    pub members: i32,
    /// Published meetings of the period, not cancelled, that the network or an active member organises (Veranstaltungen).
    pub meetings: i32,
    /// The same by kind, without those of which there is none (nach Art).
    pub meetings_by_kind: Vec<MeetingKindCount>,
    /// The same by the municipality that hosts them (nach Gastgeberin).
    pub meetings_by_host: Vec<MunicipalityCount>,
    /// Such meetings of which nobody knows when they were, in whatever period (ohne Datum).
    pub meetings_without_date: i32,
    /// How many people came to those that were held, as exact as the least exact number; null if none is known
    /// (Teilnehmende).
    pub attendance: Option<ApproximateCount>,
    /// Of how many that were held nobody knows how many came (ohne Angabe).
    pub meetings_without_attendance: i32,
    /// Projects that are running at present and in which an active member takes part (laufende Projekte).
    pub active_projects: i32,
    /// The same by topic; a project may have several (nach Thema).
    pub active_projects_by_topic: Vec<TopicCount>,
}

/// How many meetings there are of a kind (Anzahl nach Art).
#[derive(SimpleObject)]
pub struct MeetingKindCount {
    /// The kind (Art).
    pub kind: MeetingKind,
    /// How many (Anzahl).
    pub count: i32,
}

/// How many there are of a municipality (Anzahl nach Kommune).
#[derive(SimpleObject)]
pub struct MunicipalityCount {
    /// The municipality (Kommune); null for those without one.
    pub municipality: Option<Ref<Municipality>>,
    /// How many (Anzahl).
    pub count: i32,
}

/// How many there are about a topic (Anzahl nach Thema).
#[derive(SimpleObject)]
pub struct TopicCount {
    /// The topic (Thema).
    pub topic: Option<Ref<Topic>>,
    /// How many (Anzahl).
    pub count: i32,
}

impl Reader {
    /// A network from one day to another, both included, in German time; none if there is no such network.
    pub async fn network_statistics(
        &self,
        slug: &Slug,
        (from, until): (LocalDate, LocalDate),
    ) -> Result<Option<NetworkStatistics>, Error> {
        let Value::String(slug) = slug.to_value() else {
            return Ok(None);
        };
        let named = Condition::all().add(network::Column::Slug.eq(slug));
        let found = self.tally::<Network, i64>(named, network::Column::Id, None).await?;
        let Some(id) = found.first().and_then(|network| network.key) else {
            return Ok(None);
        };
        let belonging = Condition::all().add(network_membership::Column::NetworkId.eq(id));
        let active = belonging.add(network_membership::Column::Status.eq(MembershipStatus::Active));
        let members = self
            .tally::<NetworkMembership, i64>(active, network_membership::Column::NetworkId, None)
            .await?;
        let (begins, ends) = period(from, until)?;
        let organized = organized(id);
        let undated = organized
            .clone()
            .add(meeting::Column::StartsAt.is_null())
            .add(meeting::Column::HeldOn.is_null());
        let undated = self
            .tally::<Meeting, MeetingKind>(undated, meeting::Column::Kind, None)
            .await?;
        let meetings = organized.add(
            meeting::Column::SortAt
                .gte(begins)
                .and(meeting::Column::SortAt.lt(ends)),
        );
        let held = meetings
            .clone()
            .add(meeting::Column::Status.is_in([MeetingStatus::Held, MeetingStatus::Closed]));
        let kinds = self
            .tally::<Meeting, MeetingKind>(meetings.clone(), meeting::Column::Kind, None)
            .await?;
        let hosts = self
            .tally::<Meeting, i64>(meetings, meeting::Column::HostId, None)
            .await?;
        let came = self
            .tally::<Meeting, CountQualifier>(
                held,
                meeting::Column::AttendanceQualifier,
                Some(meeting::Column::Attendance),
            )
            .await?;
        let projects = projects(id);
        let running = self
            .tally::<Project, ProjectStatus>(projects.clone(), project::Column::Status, None)
            .await?;
        let near = (project_topic::Column::ProjectId, project_topic::Column::TopicId);
        let topics = self
            .tally_through::<Project, project_topic::Entity>(projects, near)
            .await?;

        let known = came.iter().filter_map(|part| Some((part.key?, part.sum?)));
        let counts = known.map(|(qualifier, sum)| ApproximateCount {
            value: int(sum),
            qualifier,
        });
        let host = Ref::all(hosts.iter().filter_map(|host| host.key).collect());
        let topic = Ref::all(topics.iter().filter_map(|topic| topic.key).collect());
        Ok(Some(NetworkStatistics {
            network: Some(Ref::new(id)),
            members: int(members.iter().map(|part| part.count).sum()),
            meetings: int(kinds.iter().map(|kind| kind.count).sum()),
            meetings_without_date: int(undated.iter().map(|kind| kind.count).sum()),
            attendance: ApproximateCount::sum(counts),
            meetings_without_attendance: int(came
                .iter()
                .filter(|part| part.key.is_none())
                .map(|part| part.count)
                .sum()),
            meetings_by_kind: kinds
                .iter()
                .filter_map(|part| {
                    Some(MeetingKindCount {
                        kind: part.key?,
                        count: int(part.count),
                    })
                })
                .collect(),
            meetings_by_host: by(hosts.iter().map(|host| (host.key.is_some(), host.count)), host)
                .map(|(municipality, count)| MunicipalityCount { municipality, count })
                .collect(),
            active_projects: int(running.iter().map(|part| part.count).sum()),
            active_projects_by_topic: by(topics.iter().map(|topic| (topic.key.is_some(), topic.count)), topic)
                .map(|(topic, count)| TopicCount { topic, count })
                .collect(),
        }))
    }
}

/// Counts with the records that they are of, where there is one.
fn by<T>(
    counts: impl Iterator<Item = (bool, i64)>,
    records: Vec<Ref<T>>,
) -> impl Iterator<Item = (Option<Ref<T>>, i32)> {
    let mut records = records.into_iter();
    counts.map(move |(some, count)| (some.then(|| records.next()).flatten(), int(count)))
}

fn int(count: i64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// When the first day begins, and when the last one has ended.
fn period(from: LocalDate, until: LocalDate) -> Result<(DateTime<Utc>, DateTime<Utc>), Error> {
    let begins = |day: NaiveDate| {
        let midnight = Berlin.from_local_datetime(&day.and_time(NaiveTime::MIN));
        midnight.earliest().map(|time| time.to_utc())
    };
    let ends = until.0.checked_add_days(Days::new(1)).and_then(begins);
    match (begins(from.0), ends) {
        (Some(begins), Some(ends)) if begins < ends => Ok((begins, ends)),
        _ => Err(Error::BadRequest("the period ends before it begins")),
    }
}

/// The published meetings that a network or its active members organise.
fn organized(network: i64) -> Condition {
    let organizing = Condition::any()
        .add(meeting_organizer::Column::NetworkId.eq(network))
        .add(meeting_organizer::Column::MunicipalityId.in_subquery(members(network)));
    let organized = Query::select()
        .column(meeting_organizer::Column::MeetingId)
        .from(meeting_organizer::Entity)
        .and_where(meeting_organizer::Column::Status.eq(OrganizerStatus::Confirmed))
        .cond_where(organizing)
        .take();
    Condition::all()
        .add(meeting::Column::Publication.ne(Publication::Draft))
        .add(meeting::Column::Status.ne(MeetingStatus::Cancelled))
        .add(meeting::Column::Id.in_subquery(organized))
}

/// The running projects that a network's active members take part in.
fn projects(network: i64) -> Condition {
    let carried = Query::select()
        .column(project_participation::Column::ProjectId)
        .from(project_participation::Entity)
        .and_where(project_participation::Column::Status.eq(ParticipationStatus::Confirmed))
        .and_where(project_participation::Column::MunicipalityId.in_subquery(members(network)))
        .take();
    Condition::all()
        .add(project::Column::Status.eq(ProjectStatus::Active))
        .add(project::Column::Id.in_subquery(carried))
}

fn members(network: i64) -> SelectStatement {
    Query::select()
        .column(network_membership::Column::MunicipalityId)
        .from(network_membership::Entity)
        .and_where(network_membership::Column::NetworkId.eq(network))
        .and_where(network_membership::Column::Status.eq(MembershipStatus::Active))
        .take()
}
