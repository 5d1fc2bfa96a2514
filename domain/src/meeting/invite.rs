//! The host invites others to organise with it.

use super::{Meeting, MeetingOrganizer, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::{Problems, is_duplicate};
use crate::session::{Once, Session};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting_organizer::{ActiveModel, Column, Entity, OrganizerRole, OrganizerStatus};

/// An invitation to organise a meeting (Einladung zur Mitveranstaltung).
#[derive(InputObject)]
pub struct InviteMeetingOrganizerInput {
    /// The meeting to organise (Veranstaltung).
    pub meeting: ID,
    /// A municipality, an organisation or a network.
    pub party: ID,
    /// What it shall do for the meeting; a second host cannot be invited (Rolle).
    #[graphql(default_with = "OrganizerRole::CoOrganizer")]
    pub role: OrganizerRole,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The organiser after the change (Veranstalter).
    OrganizerPayload { organizer: MeetingOrganizer }
}

impl Session {
    /// Invites a party to organise a meeting.
    pub async fn invite_meeting_organizer(
        &self,
        input: InviteMeetingOrganizerInput,
    ) -> Result<OrganizerPayload, Error> {
        let (mut tx, meeting) = self.edit::<Meeting>(Action::OrganizerInvite, &input.meeting).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let party = tx.party(&input.party).await?;
        if party.is_none() {
            problems.not_found("party");
        }
        let Some(party) = party.filter(|_| problems.none()) else {
            return Ok(OrganizerPayload::refused(problems));
        };
        let first = match tx
            .once("inviteMeetingOrganizer", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(OrganizerPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(OrganizerPayload::refused(problems));
            }
        };
        if !states::INVITE.contains(&meeting.status) {
            problems.wrong_state("meeting", &meeting.status, states::INVITE);
        }
        let organizers = tx
            .rows::<Entity>(Condition::all().add(Column::MeetingId.eq(meeting.id)))
            .await?;
        let open = |status| matches!(status, OrganizerStatus::Invited | OrganizerStatus::Confirmed);
        let there = organizers.iter().filter(|one| open(one.status)).any(|one| {
            let same = one.municipality_id == party.municipality()
                && one.organization_id == party.organization()
                && one.network_id == party.network();
            same && one.role == input.role || input.role == OrganizerRole::Host && one.role == OrganizerRole::Host
        });
        if there {
            already(&mut problems);
        }
        if !problems.none() {
            return Ok(OrganizerPayload::refused(problems));
        }
        let invited = ActiveModel {
            meeting_id: Set(meeting.id),
            municipality_id: Set(party.municipality()),
            organization_id: Set(party.organization()),
            network_id: Set(party.network()),
            role: Set(input.role),
            status: Set(OrganizerStatus::Invited),
            position: Set(organizers.iter().map(|one| one.position + 1).max().unwrap_or(0)),
            ..Default::default()
        };
        let invited = match tx.insert::<MeetingOrganizer, _>(invited).await {
            Err(error) if is_duplicate(&error) => {
                already(&mut problems);
                return Ok(OrganizerPayload::refused(problems));
            }
            inserted => inserted?,
        };
        tx.remember(first, invited.id).await?;
        tx.finish().await?;
        Ok(OrganizerPayload::done(invited.id))
    }
}

fn already(problems: &mut Problems) {
    problems.duplicate(
        "party",
        "Schon eingeladen oder beteiligt.",
        "Invited already, or organising.",
    );
}
