//! When a meeting is, and what follows from that.

use crate::problems::Problems;
use crate::values::{PartialDate, local_day};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use verbund_entity::meeting::{MeetingKind, MeetingStatus};

/// Only what spans several events lasts longer.
const LONGEST: TimeDelta = TimeDelta::days(14);

/// The times of a meeting as they will be.
pub(super) struct When {
    pub starts_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
    pub doors_open_at: Option<DateTime<Utc>>,
    pub held_on: Option<PartialDate>,
}

impl When {
    /// What stands against these times, for a meeting of this kind in this state.
    pub fn check(&self, kind: MeetingKind, status: MeetingStatus, now: DateTime<Utc>, problems: &mut Problems) {
        if self.starts_at.is_some() && self.held_on.is_some() {
            problems.invalid(
                "heldOn",
                "startsAt oder heldOn, nicht beides.",
                "Either startsAt or heldOn, not both.",
            );
        }
        if self
            .held_on
            .as_ref()
            .is_some_and(|held| held.earliest.0 > local_day(now))
        {
            problems.invalid("heldOn", "heldOn liegt in der Zukunft.", "heldOn lies in the future.");
        }
        if status == MeetingStatus::Held && self.starts_at.is_some_and(|start| start > now) {
            problems.invalid(
                "startsAt",
                "Was stattgefunden hat, begann nicht in der Zukunft.",
                "What has been held did not start in the future.",
            );
        }
        self.check_order(problems);
        if let (Some(start), Some(end)) = (self.starts_at, self.ends_at)
            && end - start > LONGEST
            && kind != MeetingKind::Umbrella
        {
            problems.invalid(
                "endsAt",
                "Länger als 14 Tage dauert nur eine Dachveranstaltung (UMBRELLA).",
                "Only an umbrella event (UMBRELLA) lasts longer than 14 days.",
            );
        }
        if status == MeetingStatus::Scheduled && self.starts_at.is_some() && self.ends_at.is_none() {
            problems.required("endsAt", "Das Ende fehlt.", "The end is missing.");
        }
    }

    fn check_order(&self, problems: &mut Problems) {
        match (self.starts_at, self.ends_at) {
            (Some(start), Some(end)) if end <= start => {
                problems.invalid(
                    "endsAt",
                    "Das Ende liegt nicht nach dem Beginn.",
                    "The end is not after the start.",
                );
            }
            (None, Some(_)) => problems.required("startsAt", "Der Beginn fehlt.", "The start is missing."),
            _ => {}
        }
        match (self.starts_at, self.doors_open_at) {
            (Some(start), Some(doors)) if doors > start => problems.invalid(
                "doorsOpenAt",
                "Der Einlass liegt nach dem Beginn.",
                "Doors open after the start.",
            ),
            (None, Some(_)) => problems.required("startsAt", "Der Beginn fehlt.", "The start is missing."),
            _ => {}
        }
    }

    /// Where a new meeting stands if nobody says otherwise.
    pub fn status(&self) -> MeetingStatus {
        match (self.starts_at, &self.held_on) {
            (Some(_), _) => MeetingStatus::Scheduled,
            (None, Some(_)) => MeetingStatus::Held,
            (None, None) => MeetingStatus::Polling,
        }
    }

    /// By what meetings are ordered; those without any time come last.
    pub fn sort_at(&self) -> DateTime<Utc> {
        let held = self
            .held_on
            .as_ref()
            .map(|held| held.earliest.0.and_time(NaiveTime::MIN).and_utc());
        self.starts_at.or(held).unwrap_or(LAST)
    }
}

/// 9999-12-31T00:00:00Z.
const LAST: DateTime<Utc> = match DateTime::from_timestamp(253_402_214_400, 0) {
    Some(last) => last,
    None => DateTime::<Utc>::MAX_UTC,
};

/// A new meeting is being found, fixed, or over; the times have to agree.
pub(super) fn check_status(status: MeetingStatus, when: &When, problems: &mut Problems) {
    let agrees = match status {
        MeetingStatus::Polling => when.starts_at.is_none() && when.held_on.is_none(),
        MeetingStatus::Scheduled => when.starts_at.is_some(),
        MeetingStatus::Held => true,
        MeetingStatus::Postponed | MeetingStatus::Cancelled | MeetingStatus::Closed => false,
    };
    if !agrees {
        problems.state(
            "status",
            "Der Stand passt nicht zu den Zeiten: POLLING ohne, SCHEDULED mit Beginn, HELD für Vergangenes.",
            "The state does not agree with the times: POLLING without, SCHEDULED with a start, HELD for the past.",
        );
    }
}
