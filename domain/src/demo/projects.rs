//! Projects: each city founds, invites and answers for itself.

use super::acting::Cast;
use super::portfolio::{Answer, Guest, PROJECTS, Row};
use super::records::{Records, made, malformed};
use crate::error::Error;
use crate::session::Record;
use crate::values::{Edtf, LanguageTag, LocalizedText, Slug};
use crate::{
    AnswerProjectParticipationInput, CompleteProjectInput, CreateProjectInput, InviteProjectParticipantInput, Project,
    ProjectParticipation, StartProjectInput,
};

pub(super) async fn make(cast: &Cast<'_>, records: &mut Records) -> Result<(), Error> {
    for row in PROJECTS {
        let lead = cast.of(row.lead, records)?;
        let input = CreateProjectInput {
            lead: records.id(row.lead)?,
            title: row.title.to_owned(),
            title_translations: english(row.english)?,
            summary: Some(row.summary.to_owned()),
            summary_translations: Vec::new(),
            slug: Some(Slug::parse(row.slug).map_err(malformed)?),
            visibility: row.visibility,
            starts_on: row.starts_on.map(Edtf::parse).transpose().map_err(malformed)?,
            ends_on: None,
            topics: records.ids(row.topics)?,
            idempotency_key: None,
        };
        let payload = lead.create_project(input).await?;
        let key = made(row.slug, payload.project, &payload.user_errors)?.key();
        let project = Record::of::<Project>(cast.db, key).await?;
        for guest in row.guests {
            invite(cast, records, row, &project, guest).await?;
        }
        if row.started {
            let input = StartProjectInput {
                id: project.id.clone(),
                expected_revision: None,
            };
            let payload = lead.start_project(input).await?;
            made(row.slug, payload.project, &payload.user_errors)?;
        }
        if let Some((ends_on, closing)) = row.completed {
            let input = CompleteProjectInput {
                id: project.id.clone(),
                closing_summary: closing.to_owned(),
                ends_on: Some(Edtf::parse(ends_on).map_err(malformed)?),
                expected_revision: None,
            };
            let payload = lead.complete_project(input).await?;
            made(row.slug, payload.project, &payload.user_errors)?;
        }
        records.add(row.slug, project)?;
    }
    Ok(())
}

async fn invite(cast: &Cast<'_>, records: &Records, row: &Row, project: &Record, guest: &Guest) -> Result<(), Error> {
    let input = InviteProjectParticipantInput {
        project: project.id.clone(),
        party: records.id(guest.party)?,
        role: guest.role,
        contribution: guest.contribution.map(str::to_owned),
        idempotency_key: None,
    };
    let payload = cast.of(row.lead, records)?.invite_project_participant(input).await?;
    let key = made(guest.party, payload.participation, &payload.user_errors)?.key();
    let part = Record::of::<ProjectParticipation>(cast.db, key).await?;
    let answer = || AnswerProjectParticipationInput {
        id: part.id.clone(),
        expected_revision: None,
    };
    let guest_city = cast.of(guest.by, records)?;
    if matches!(guest.answer, Answer::Yes | Answer::Left) {
        let payload = guest_city.confirm_project_participation(answer()).await?;
        made(guest.party, payload.participation, &payload.user_errors)?;
    }
    if guest.answer == Answer::No {
        let payload = guest_city.decline_project_participation(answer()).await?;
        made(guest.party, payload.participation, &payload.user_errors)?;
    }
    if guest.answer == Answer::Left {
        let payload = guest_city.withdraw_project_participation(answer()).await?;
        made(guest.party, payload.participation, &payload.user_errors)?;
    }
    Ok(())
}

/// An English title.
pub(super) fn english(text: &str) -> Result<Vec<LocalizedText>, Error> {
    Ok(vec![LocalizedText {
        language: LanguageTag::parse("en").map_err(malformed)?,
        text: text.to_owned(),
    }])
}
