//! The agendas of meetings that were, and what came of them, as far as the sources tell of them; no source says what was when.

use super::acting::Cast;
use super::programme::agendas::{AGENDAS, Part, Role};
use super::records::{Records, made};
use crate::error::Error;
use crate::session::{Record, Session};
use crate::{CreateSessionInput, CreateSessionResultInput, CreateSessionRoleInput, MeetingSession};
use async_graphql::ID;

pub(super) async fn make(cast: &Cast<'_>, records: &Records) -> Result<(), Error> {
    for agenda in AGENDAS {
        let host = cast.of(agenda.host, records)?;
        let meeting = records.id(agenda.meeting)?;
        take_part(&host, &meeting, agenda.roles, records).await?;
        for part in agenda.parts {
            let top = enter(cast, &host, part, (&meeting, None), records).await?;
            for below in part.parts {
                enter(cast, &host, below, (&meeting, Some(&top)), records).await?;
            }
        }
    }
    Ok(())
}

/// One session and the roles in it; answers with its id.
async fn enter(
    cast: &Cast<'_>,
    host: &Session,
    part: &Part,
    (meeting, parent): (&ID, Option<&ID>),
    records: &Records,
) -> Result<ID, Error> {
    let input = CreateSessionInput {
        meeting: meeting.clone(),
        parent: parent.cloned(),
        number: part.number.map(str::to_owned),
        title: part.title.to_owned(),
        abstract_text: part.about.map(str::to_owned),
        title_translations: Vec::new(),
        abstract_translations: Vec::new(),
        kind: part.kind,
        phase: part.phase,
        track: part.track.map(str::to_owned),
        starts_at: None,
        ends_at: None,
        room: None,
        capacity: None,
        selectable: part.selectable,
        is_public: None,
        idempotency_key: None,
    };
    let payload = host.create_session(input).await?;
    let key = made(part.title, payload.session, &payload.user_errors)?.key();
    let id = Record::of::<MeetingSession>(cast.db, key).await?.id;
    take_part(host, &id, part.roles, records).await?;
    for (kind, text) in part.results {
        let input = CreateSessionResultInput {
            session: id.clone(),
            kind: *kind,
            text: (*text).to_owned(),
            idempotency_key: None,
        };
        let payload = host.create_session_result(input).await?;
        made(text, payload.session_result, &payload.user_errors)?;
    }
    Ok(id)
}

async fn take_part(host: &Session, of: &ID, roles: &[Role], records: &Records) -> Result<(), Error> {
    for role in roles {
        let input = CreateSessionRoleInput {
            of: of.clone(),
            function: role.function,
            person: records.optional_id(role.person)?,
            position_at_the_time: None,
            speaker_visibility: role.visibility,
            on_behalf_of: records.optional_id(role.party)?,
            affiliation_text: role.affiliation.map(str::to_owned),
            confirmed: true,
            idempotency_key: None,
        };
        let payload = host.create_session_role(input).await?;
        made("a role", payload.session_role, &payload.user_errors)?;
    }
    Ok(())
}
