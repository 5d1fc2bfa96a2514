//! Meeting series, and inputs for them with nothing in them but what is needed.

use crate::small_world::House;
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::{CreateMeetingSeriesInput, UpdateMeetingSeriesInput};
use verbund_entity::Visibility;

pub(super) async fn try_it(session: &Session, action: Action, house: &House) -> Result<Vec<UserError>, Error> {
    Ok(match action {
        Action::MeetingSeriesCreate => session.create_meeting_series(new_series(&house.id)).await?.user_errors,
        Action::MeetingSeriesUpdate => {
            let input = UpdateMeetingSeriesInput {
                cadence: MaybeUndefined::Value("jedes Jahr".into()),
                ..unchanged_series(&house.series)
            };
            session.update_meeting_series(input).await?.user_errors
        }
        other => panic!("{other:?} is tried elsewhere"),
    })
}

pub fn new_series(organizer: &str) -> CreateMeetingSeriesInput {
    CreateMeetingSeriesInput {
        organizer: ID::from(organizer),
        title: "Integrationskonferenz".into(),
        title_translations: Vec::new(),
        title_pattern: None,
        summary: None,
        cadence: None,
        started_in: None,
        ended_in: None,
        standing_agenda: Vec::new(),
        visibility: Visibility::Network,
        topics: Vec::new(),
        idempotency_key: None,
        slug: None,
    }
}

pub fn unchanged_series(id: &str) -> UpdateMeetingSeriesInput {
    UpdateMeetingSeriesInput {
        id: ID::from(id),
        expected_revision: 1,
        title: MaybeUndefined::Undefined,
        title_translations: MaybeUndefined::Undefined,
        title_pattern: MaybeUndefined::Undefined,
        summary: MaybeUndefined::Undefined,
        cadence: MaybeUndefined::Undefined,
        started_in: MaybeUndefined::Undefined,
        ended_in: MaybeUndefined::Undefined,
        standing_agenda: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
        topics: MaybeUndefined::Undefined,
    }
}
