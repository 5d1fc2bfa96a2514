//! A meeting goes out into the open when all who host and co-organise it have confirmed.

use super::Meeting;
use super::create::MeetingPayload;
use crate::access::Action;
use crate::agenda::freeze_affiliations;
use crate::error::{Error, UserErrorCode};
use crate::problems::{Message, Problems};
use crate::session::{Row, Session, Tx};
use crate::{Municipality, Network, Organization};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::meeting::{AttendanceMode, MeetingStatus, Publication};
use verbund_entity::meeting_organizer::{Column, Entity, Model, OrganizerRole, OrganizerStatus};
use verbund_entity::{municipality, network, organization};

/// The meeting to publish (Veranstaltung veröffentlichen).
#[derive(InputObject)]
pub struct PublishMeetingInput {
    /// A draft with a date and, unless it is online or over, a place (Entwurf).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Publishes a draft.
    pub async fn publish_meeting(&self, input: PublishMeetingInput) -> Result<MeetingPayload, Error> {
        let (mut tx, row) = self.edit::<Meeting>(Action::MeetingPublish, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(MeetingPayload::refused_at(id, problems));
        }
        if row.publication != Publication::Draft {
            problems.wrong_state("id", &row.publication, &[Publication::Draft]);
        } else {
            check_times(&row, &mut problems);
            let place = row.venue.is_some() || row.place_id.is_some() || row.locality_id.is_some();
            check_place(row.attendance_mode, row.status, place, &mut problems);
            check_organizers(&tx, id, &mut problems).await?;
        }
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        freeze_affiliations(&mut tx, id).await?;
        let mut changed = row.into_active_model();
        changed.publication = Set(Publication::Published);
        tx.update::<Meeting, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(id))
    }
}

fn check_times(row: &Row<Meeting>, problems: &mut Problems) {
    if row.status == MeetingStatus::Cancelled {
        problems.state(
            "id",
            "Die Veranstaltung ist abgesagt.",
            "The meeting has been cancelled.",
        );
    }
    let dated = row.starts_at.is_some() || row.held_on.is_some() || row.status == MeetingStatus::Held;
    if !dated {
        problems.state("startsAt", "Es fehlt ein Termin.", "A date is missing.");
    }
}

/// Where people come to has a place. Of what was held long ago it may be unknown.
pub(super) fn check_place(mode: AttendanceMode, status: MeetingStatus, place: bool, problems: &mut Problems) {
    if mode != AttendanceMode::Online && status != MeetingStatus::Held && !place {
        problems.required(
            "venue",
            "Es fehlt der Ort: venue, place oder locality.",
            "The place is missing: venue, place or locality.",
        );
    }
}

/// Whoever hosts or co-organises and has not confirmed stands against it, by name where the viewer may know it.
async fn check_organizers(tx: &Tx, meeting: i64, problems: &mut Problems) -> Result<(), Error> {
    let organizing = Condition::all()
        .add(Column::MeetingId.eq(meeting))
        .add(Column::Role.is_in([OrganizerRole::Host, OrganizerRole::CoOrganizer]))
        .add(Column::Status.is_in([OrganizerStatus::Invited, OrganizerStatus::Confirmed]));
    let organizers = tx.rows::<Entity>(organizing).await?;
    let confirmed = |one: &&Model| one.status == OrganizerStatus::Confirmed;
    if !organizers
        .iter()
        .filter(confirmed)
        .any(|one| one.role == OrganizerRole::Host)
    {
        problems.state(
            "id",
            "Es fehlt eine bestätigte Gastgeberin.",
            "A confirmed host is missing.",
        );
    }
    let mut missing = Vec::new();
    let mut unnamed = 0;
    for organizer in organizers.iter().filter(|one| one.status != OrganizerStatus::Confirmed) {
        match name(tx, organizer).await? {
            Some(name) => missing.push(name),
            None => unnamed += 1,
        }
    }
    if missing.is_empty() && unnamed == 0 {
        return Ok(());
    }
    let (mut german, mut english) = (missing.join(", "), missing.join(", "));
    if unnamed > 0 {
        let (before, after) = if missing.is_empty() {
            ("", "")
        } else {
            (" und ", " and ")
        };
        german.push_str(&format!("{before}{unnamed} weitere"));
        english.push_str(&format!("{after}{unnamed} more"));
    }
    let message = Message::new(
        format!("Noch nicht bestätigt: {german}."),
        format!("Not confirmed yet: {english}."),
    );
    problems.add(UserErrorCode::State, "id", message);
    Ok(())
}

/// The party's name, if the viewer may see it.
async fn name(tx: &Tx, organizer: &Model) -> Result<Option<String>, Error> {
    if let Some(id) = organizer.municipality_id {
        let rows = tx
            .seen::<Municipality>(Condition::all().add(municipality::Column::Id.eq(id)))
            .await?;
        return Ok(rows.into_iter().next().map(|row| row.name));
    }
    if let Some(id) = organizer.organization_id {
        let rows = tx
            .seen::<Organization>(Condition::all().add(organization::Column::Id.eq(id)))
            .await?;
        return Ok(rows.into_iter().next().map(|row| row.name));
    }
    let Some(id) = organizer.network_id else {
        return Ok(None);
    };
    let rows = tx
        .seen::<Network>(Condition::all().add(network::Column::Id.eq(id)))
        .await?;
    Ok(rows.into_iter().next().map(|row| row.name))
}
