//! Meetings: those of the sources, and some to come. Whoever hosts one enters it, invites, and publishes it when all
//! who organise it have agreed.

use super::acting::Cast;
use super::programme::{Row, When, meetings};
use super::records::{Records, broken, made, malformed};
use crate::error::Error;
use crate::session::{Record, Session, rows};
use crate::values::{ApproximateCountInput, DateTime, Edtf, LocalDate, Slug};
use crate::{
    AnswerMeetingOrganizerInput, CancelMeetingInput, CreateMeetingInput, InviteMeetingOrganizerInput, Meeting,
    MeetingOrganizer, MoveMeetingOnlineInput, PostponeMeetingInput, PublishMeetingInput, RegistrationNoticeInput,
};
use async_graphql::MaybeUndefined;
use chrono::Utc;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting::{MeetingStatus, NoticeChannel};
use verbund_entity::meeting_organizer::{Column, Entity};

pub(super) async fn make(cast: &Cast<'_>, records: &mut Records) -> Result<(), Error> {
    for row in meetings() {
        let host = cast.of(row.host, records)?;
        let payload = host.create_meeting(input(row, records)?).await?;
        let key = made(row.slug, payload.meeting, &payload.user_errors)?.key();
        let meeting = Record::of::<Meeting>(cast.db, key).await?;
        if let Some(city) = row.hosting {
            let part = Condition::all()
                .add(Column::MeetingId.eq(key))
                .add(Column::MunicipalityId.eq(records.key(city)?));
            for part in rows::<Entity>(cast.db.read(), part).await? {
                let organizer = Record::of::<MeetingOrganizer>(cast.db, part.id).await?;
                confirm(&cast.of(city, records)?, organizer, city).await?;
            }
        }
        for (party, by, role) in row.organizers {
            let invitation = InviteMeetingOrganizerInput {
                meeting: meeting.id.clone(),
                party: records.id(party)?,
                role: *role,
                idempotency_key: None,
            };
            let payload = host.invite_meeting_organizer(invitation).await?;
            let key = made(party, payload.organizer, &payload.user_errors)?.key();
            if let Some(by) = by {
                let organizer = Record::of::<MeetingOrganizer>(cast.db, key).await?;
                confirm(&cast.of(by, records)?, organizer, party).await?;
            }
        }
        if row.published {
            let id = meeting.id.clone();
            let payload = host
                .publish_meeting(PublishMeetingInput {
                    id,
                    expected_revision: None,
                })
                .await?;
            made(row.slug, payload.meeting, &payload.user_errors)?;
        }
        if let Some(reason) = row.cancelled {
            cancel(&host, &meeting, reason).await?;
        }
        change(&host, &meeting, row).await?;
        records.add(row.slug, meeting)?;
    }
    Ok(())
}

async fn confirm(organizer: &Session, record: Record, party: &str) -> Result<(), Error> {
    let input = AnswerMeetingOrganizerInput {
        id: record.id,
        expected_revision: None,
    };
    let payload = organizer.confirm_meeting_organizer(input).await?;
    made(party, payload.organizer, &payload.user_errors)?;
    Ok(())
}

async fn cancel(host: &Session, meeting: &Record, reason: &str) -> Result<(), Error> {
    let input = CancelMeetingInput {
        id: meeting.id.clone(),
        expected_revision: None,
        reason: reason.to_owned(),
    };
    let payload = host.cancel_meeting(input).await?;
    made(reason, payload.meeting, &payload.user_errors)?;
    Ok(())
}

/// What became of it after it had been announced.
async fn change(host: &Session, meeting: &Record, row: &Row) -> Result<(), Error> {
    let (id, expected_revision) = (&meeting.id, None);
    if let Some(reason) = row.postponed {
        let input = PostponeMeetingInput {
            id: id.clone(),
            reason: reason.to_owned(),
            expected_revision,
        };
        let payload = host.postpone_meeting(input).await?;
        made(row.slug, payload.meeting, &payload.user_errors)?;
    }
    if row.moved_online {
        let input = MoveMeetingOnlineInput {
            id: id.clone(),
            expected_revision,
        };
        let payload = host.move_meeting_online(input).await?;
        made(row.slug, payload.meeting, &payload.user_errors)?;
    }
    Ok(())
}

fn input(row: &Row, records: &Records) -> Result<CreateMeetingInput, Error> {
    let (mut starts_at, mut ends_at, mut doors_open_at, mut held_on) = (None, None, None, None);
    let status = match row.when {
        When::Open => MeetingStatus::Polling,
        When::Unknown => MeetingStatus::Held,
        When::Around(day) => {
            held_on = Some(Edtf::parse(day).map_err(malformed)?);
            MeetingStatus::Held
        }
        When::Was(start, end, doors) => {
            (starts_at, ends_at) = (Some(time(start)?), Some(time(end)?));
            doors_open_at = doors.map(time).transpose()?;
            MeetingStatus::Held
        }
        When::Will(start, end) => {
            (starts_at, ends_at) = (Some(time(start)?), Some(time(end)?));
            MeetingStatus::Scheduled
        }
    };
    Ok(CreateMeetingInput {
        host: records.id(row.host)?,
        slug: Some(Slug::parse(row.slug).map_err(malformed)?),
        hosting_municipality: records.optional_id(row.hosting)?,
        series: records.optional_id(row.series)?,
        title: Some(row.title.to_owned()),
        title_translations: match row.english {
            Some(title) => super::projects::english(title)?,
            None => Vec::new(),
        },
        alternate_titles: row.alternate.iter().map(|title| (*title).to_owned()).collect(),
        edition: row.edition.map_or(MaybeUndefined::Null, MaybeUndefined::Value),
        theme: row.theme.map(str::to_owned),
        motto: row.motto.map(str::to_owned),
        summary: row.told(),
        summary_translations: Vec::new(),
        kind: row.kind,
        audience: row.audience.to_vec(),
        invited_kinds: row.invited.to_vec(),
        starts_at,
        ends_at,
        doors_open_at,
        held_on,
        status: Some(status),
        time_zone: None,
        attendance_mode: row.mode,
        venue: row.venue.map(str::to_owned),
        place: records.optional_id(row.place)?,
        locality: records.optional_id(row.locality)?,
        visibility: row.visibility,
        attendance: row
            .attendance
            .map(|(value, qualifier)| ApproximateCountInput { value, qualifier }),
        registration_notice: row.notice.map(notice).transpose()?,
        internal_notes: row.notes.map(str::to_owned),
        topics: records.ids(row.topics)?,
        projects: records.ids(row.projects)?,
        idempotency_key: None,
    })
}

fn notice((address, last_day): (&str, &str)) -> Result<RegistrationNoticeInput, Error> {
    let last_day = last_day.parse().map_err(|_| broken(last_day))?;
    Ok(RegistrationNoticeInput {
        channel: NoticeChannel::ExternalEmail,
        address: Some(address.to_owned()),
        closes_on: Some(LocalDate(last_day)),
        closes_at: None,
    })
}

/// In RFC 3339.
fn time(text: &str) -> Result<DateTime, Error> {
    let time = chrono::DateTime::parse_from_rfc3339(text).map_err(|error| broken(&error.to_string()))?;
    Ok(DateTime(time.with_timezone(&Utc)))
}
