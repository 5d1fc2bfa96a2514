//! What holds of all sessions of a meeting together.

use super::MeetingSession;
use crate::error::{Error, UserErrorCode};
use crate::problems::{Message, Problems};
use crate::session::{Row, Tx};
use crate::values::fold::order_key;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::session::{Column, Entity};

/// The most levels of an agenda.
const LEVELS: usize = 3;

/// The most sessions of a meeting.
const SESSIONS: usize = 300;

/// The sessions of a meeting as they stand under its lock.
pub(super) struct Tree(Vec<Row<MeetingSession>>);

/// A session as it will be.
pub(super) struct Planned<'a> {
    /// None for one that is not there yet.
    pub id: Option<i64>,
    pub parent: Option<i64>,
    pub starts_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
    pub room: Option<&'a str>,
    pub is_public: bool,
}

impl Tree {
    pub async fn of(tx: &Tx, meeting: i64) -> Result<Self, Error> {
        let rows = tx.rows::<Entity>(Condition::all().add(Column::MeetingId.eq(meeting)));
        Ok(Tree(rows.await?))
    }

    /// The key of the session with this public id.
    pub fn key_of(&self, public_id: &str) -> Option<i64> {
        self.0.iter().find(|row| row.public_id == public_id).map(|row| row.id)
    }

    /// Those that stand in this one; without one, in the agenda itself.
    pub fn parts(&self, of: Option<i64>) -> impl Iterator<Item = &Row<MeetingSession>> {
        self.0.iter().filter(move |row| row.parent_id == of)
    }

    /// Whether what stands in this one may be public.
    pub fn is_public(&self, id: Option<i64>) -> bool {
        self.line(id).iter().all(|row| row.is_public)
    }

    /// The place behind all others.
    pub fn last_place(&self, of: Option<i64>) -> i32 {
        self.parts(of).map(|row| row.position + 1).max().unwrap_or(1)
    }

    /// All that stand in this one, at any depth.
    pub fn below(&self, id: i64) -> Vec<&Row<MeetingSession>> {
        let mut below: Vec<&Row<MeetingSession>> = self.parts(Some(id)).collect();
        let mut at = 0;
        while let Some(row) = below.get(at) {
            let parts: Vec<_> = self.parts(Some(row.id)).collect();
            below.extend(parts);
            at += 1;
        }
        below
    }

    /// This one and those that it stands in, the nearest first.
    fn line(&self, id: Option<i64>) -> Vec<&Row<MeetingSession>> {
        let mut line: Vec<&Row<MeetingSession>> = Vec::new();
        let mut next = id;
        while let Some(row) = next.and_then(|id| self.0.iter().find(|row| row.id == id)) {
            line.push(row);
            next = row.parent_id;
        }
        line
    }

    /// How many levels stand below this one.
    fn height(&self, id: i64) -> usize {
        self.parts(Some(id))
            .map(|row| 1 + self.height(row.id))
            .max()
            .unwrap_or(0)
    }

    pub fn has_room(&self, problems: &mut Problems) {
        if self.0.len() >= SESSIONS {
            let message = Message::new("Höchstens 300 Punkte.", "At most 300 sessions.");
            problems.add(UserErrorCode::Quota, "meeting", message);
        }
    }

    /// What stands against a session as it will be.
    pub fn check(&self, planned: &Planned<'_>, problems: &mut Problems) {
        let line = self.line(planned.parent);
        let circle = planned.id.is_some_and(|id| line.iter().any(|row| row.id == id));
        let levels = line.len() + 1 + planned.id.map_or(0, |id| self.height(id));
        if circle {
            problems.invalid(
                "parent",
                "Ein Punkt steht nicht in sich selbst.",
                "A session does not stand in itself.",
            );
            return;
        }
        if levels > LEVELS {
            problems.invalid(
                "parent",
                "Eine Tagesordnung hat höchstens drei Ebenen.",
                "An agenda has at most three levels.",
            );
        }
        if planned.is_public && line.iter().any(|row| !row.is_public) {
            problems.invalid(
                "isPublic",
                "Der übergeordnete Punkt ist nicht öffentlich.",
                "The session that it stands in is not public.",
            );
        }
        if order(planned, problems) {
            within(planned, &line, problems);
            self.around(planned, problems);
            self.alone_in_its_room(planned, &line, problems);
        }
    }

    /// What stands in it has to fit into its time.
    fn around(&self, planned: &Planned<'_>, problems: &mut Problems) {
        let below = planned.id.map(|id| self.below(id)).unwrap_or_default();
        let early = below
            .iter()
            .any(|row| row.starts_at.zip(planned.starts_at).is_some_and(|(row, own)| row < own));
        let late = below.iter().any(|row| {
            let last = row.ends_at.or(row.starts_at);
            last.zip(planned.ends_at).is_some_and(|(row, own)| row > own)
        });
        if early {
            problems.invalid(
                "startsAt",
                "Ein Punkt darunter beginnt früher.",
                "A session in it begins earlier.",
            );
        }
        if late {
            problems.invalid(
                "endsAt",
                "Ein Punkt darunter endet später.",
                "A session in it ends later.",
            );
        }
    }

    /// Nothing else is in the same room at the same time, but for what it stands in and what stands in it.
    fn alone_in_its_room(&self, planned: &Planned<'_>, line: &[&Row<MeetingSession>], problems: &mut Problems) {
        let (Some(room), Some(start), Some(end)) = (planned.room, planned.starts_at, planned.ends_at) else {
            return;
        };
        let room = order_key(room);
        let below = planned.id.map(|id| self.below(id)).unwrap_or_default();
        let related = |id: i64| Some(id) == planned.id || line.iter().chain(&below).any(|row| row.id == id);
        let taken = self.0.iter().filter(|row| !related(row.id)).any(|row| {
            row.room.as_deref().is_some_and(|other| order_key(other) == room)
                && row
                    .starts_at
                    .zip(row.ends_at)
                    .is_some_and(|(from, until)| from < end && start < until)
        });
        if taken {
            problems.invalid(
                "room",
                "Der Raum ist zu dieser Zeit schon belegt.",
                "The room is taken at that time.",
            );
        }
    }
}

/// Whether its times agree with each other.
fn order(planned: &Planned<'_>, problems: &mut Problems) -> bool {
    match (planned.starts_at, planned.ends_at) {
        (None, Some(_)) => problems.required("startsAt", "Der Beginn fehlt.", "The start is missing."),
        (Some(start), Some(end)) if end <= start => problems.invalid(
            "endsAt",
            "Das Ende liegt nicht nach dem Beginn.",
            "The end is not after the start.",
        ),
        _ => return true,
    }
    false
}

/// It has to fit into the time of what it stands in.
fn within(planned: &Planned<'_>, line: &[&Row<MeetingSession>], problems: &mut Problems) {
    for row in line {
        let (from, until) = (row.starts_at, row.ends_at);
        let early = planned.starts_at.zip(from).is_some_and(|(start, from)| start < from);
        let starts_late = planned
            .starts_at
            .zip(until)
            .is_some_and(|(start, until)| start >= until);
        let late = planned.ends_at.zip(until).is_some_and(|(end, until)| end > until);
        if early || starts_late {
            problems.invalid(
                "startsAt",
                "Der Beginn liegt außerhalb des übergeordneten Punktes.",
                "The start lies outside of the session that it stands in.",
            );
        }
        if late {
            problems.invalid(
                "endsAt",
                "Das Ende liegt außerhalb des übergeordneten Punktes.",
                "The end lies outside of the session that it stands in.",
            );
        }
        if early || starts_late || late {
            return;
        }
    }
}
