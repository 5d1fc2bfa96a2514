//! Meetings become held when their end has passed, without anybody saying so.

use super::locks::public_id;
use crate::small_world::World;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use serde_json::json;
use verbund_domain::db::Db;
use verbund_domain::mark_elapsed_meetings;
use verbund_entity::meeting::MeetingStatus::{Cancelled, Held, Polling, Postponed, Scheduled};
use verbund_entity::{audit_entry, meeting, outbox_event};

struct Table {
    world: World,
    db: Db,
    meeting: String,
}

impl Table {
    /// Hagen's meeting that was over three days ago, published.
    async fn new() -> Table {
        let world = World::new().await;
        let db = Db::connect(&world.db.url).await.expect("the database opens");
        let meeting = world.house("hagen").over.clone();
        let table = Table { world, db, meeting };
        table.set("publication = 'PUBLISHED'").await;
        table
    }

    async fn set(&self, what: &str) {
        let mut options = ConnectOptions::new(&self.world.db.url);
        options.max_connections(1).sqlx_logging(false);
        let connection = Database::connect(options).await.expect("the database opens");
        let sql = format!(
            "update meeting set {what} where public_id = '{}'",
            public_id(&self.meeting)
        );
        connection.execute_unprepared(&sql).await.expect("it is so");
        connection.close().await.expect("the connection closes");
    }

    async fn row(&self) -> meeting::Model {
        let wanted = public_id(&self.meeting);
        let mut rows = self.world.rows::<meeting::Entity>().await;
        rows.retain(|row| row.public_id == wanted);
        rows.pop().expect("the meeting")
    }

    /// How many meetings another round finds.
    async fn round(&self, now: DateTime<Utc>) -> usize {
        mark_elapsed_meetings(&self.db, now).await.expect("a number")
    }
}

#[tokio::test]
async fn a_meeting_is_held_at_the_moment_of_its_end_and_not_before() {
    let table = Table::new().await;
    let end = table.row().await.ends_at.expect("an end");

    assert_eq!(table.round(end - TimeDelta::milliseconds(1)).await, 0);
    assert_eq!(table.row().await.status, Scheduled);
    assert_eq!(table.round(end).await, 1);

    let row = table.row().await;
    assert_eq!((row.status, row.revision, row.updated_at), (Held, 2, end));
    assert_eq!(row.ical_sequence, 1, "calendars elsewhere are told");
    assert_eq!(table.round(end + TimeDelta::days(1)).await, 0);
}

#[tokio::test]
async fn two_servers_at_once_mark_it_once_and_it_is_written_down_as_done_by_nobody() {
    let table = Table::new().await;
    let now = table.world.now;

    let both = tokio::join!(table.round(now), table.round(now));

    assert_eq!(both.0 + both.1, 1);
    assert_eq!(table.row().await.revision, 2);
    let entries = table.world.rows::<audit_entry::Entity>().await;
    let told: Vec<_> = entries
        .iter()
        .map(|entry| (entry.user_id, entry.action.as_str(), entry.changed_fields.clone()))
        .collect();
    assert_eq!(told, [(None, "MEETING_ELAPSE", json!(["status"]))]);
    let events = table.world.rows::<outbox_event::Entity>().await;
    assert_eq!(events.len(), 1);
}

#[tokio::test]
async fn what_has_no_end_or_no_date_or_was_announced_to_nobody_stays_as_it_is() {
    let table = Table::new().await;
    for (what, status) in [
        ("publication = 'DRAFT'", Scheduled),
        ("publication = 'PUBLISHED', status = 'POSTPONED'", Postponed),
        ("status = 'CANCELLED'", Cancelled),
        ("status = 'POLLING'", Polling),
        (
            "status = 'SCHEDULED', starts_at = null, ends_at = null, held_on = '2017'",
            Scheduled,
        ),
        ("status = 'HELD'", Held),
    ] {
        table.set(what).await;
        assert_eq!(table.round(table.world.now).await, 0, "{what}");
        let row = table.row().await;
        assert_eq!((row.status, row.revision), (status, 1), "{what}");
    }
}

/// An end stands as a moment, whatever zone the meeting is in.
#[tokio::test]
async fn a_meeting_that_ends_at_midnight_in_its_zone_is_held_at_that_midnight() {
    let table = Table::new().await;
    // 23:00 UTC is midnight in Berlin in November.
    table
        .set("starts_at = '2026-11-02T19:00:00+00:00', ends_at = '2026-11-02T23:00:00+00:00', time_zone = 'Europe/Berlin'")
        .await;
    let midnight: DateTime<Utc> = "2026-11-02T23:00:00Z".parse().expect("a time");

    assert_eq!(table.round(midnight - TimeDelta::minutes(1)).await, 0);
    assert_eq!(table.round(midnight).await, 1);
}
