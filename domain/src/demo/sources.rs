//! Where facts were taken from. Everything is also marked as a demonstration.

use super::citations::{DEMONSTRATION, Of, QUOTED, Text};
use super::records::Records;
use crate::error::Error;
use crate::session::{Recorder, new_public_id};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use verbund_entity::source_reference::ActiveModel as Row;
use verbund_entity::{
    attendance_line, contact_point, document, meeting, meeting_organizer, meeting_series, municipality, network,
    network_membership, organization, person, place, position, project, project_participation, session, session_result,
    session_role, session_speaker, topic,
};

pub(super) async fn record(recorder: &mut Recorder, records: &Records, now: DateTime<Utc>) -> Result<(), Error> {
    let mut rows = Vec::new();
    let memberships = recorder.all::<network_membership::Entity>().await?;
    for (text, of, names) in QUOTED {
        for name in *names {
            let key = records.key(name)?;
            let row = source(*text, now);
            match of {
                Of::Network => rows.push(Row {
                    network_id: Set(Some(key)),
                    ..row
                }),
                Of::Memberships => {
                    let members = memberships.iter().filter(|one| one.network_id == key);
                    rows.extend(members.map(|one| Row {
                        membership_id: Set(Some(one.id)),
                        ..source(*text, now)
                    }));
                }
                Of::Municipality => rows.push(Row {
                    municipality_id: Set(Some(key)),
                    ..row
                }),
                Of::Organization => rows.push(Row {
                    organization_id: Set(Some(key)),
                    ..row
                }),
                Of::Series => rows.push(Row {
                    meeting_series_id: Set(Some(key)),
                    ..row
                }),
                Of::Meeting => rows.push(Row {
                    meeting_id: Set(Some(key)),
                    ..row
                }),
            }
        }
    }
    macro_rules! demonstrate {
        ($($table:ident by $column:ident),+ $(,)?) => {$(
            for record in recorder.all::<$table::Entity>().await? {
                rows.push(Row { $column: Set(Some(record.id)), ..source(DEMONSTRATION, now) });
            }
        )+};
    }
    demonstrate! {
        network by network_id,
        municipality by municipality_id,
        network_membership by membership_id,
        organization by organization_id,
        person by person_id,
        position by position_id,
        topic by topic_id,
        contact_point by contact_point_id,
        project by project_id,
        project_participation by participation_id,
        meeting by meeting_id,
        meeting_organizer by organizer_id,
        session by session_id,
        session_role by session_role_id,
        session_speaker by session_speaker_id,
        place by place_id,
        document by document_id,
        attendance_line by attendance_line_id,
        meeting_series by meeting_series_id,
        session_result by session_result_id,
    }
    recorder.add(rows).await
}

fn source((title, publisher, published_on, holding): Text, now: DateTime<Utc>) -> Row {
    Row {
        public_id: Set(new_public_id()),
        revision: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        title: Set(title.to_owned()),
        publisher: Set(Some(publisher.to_owned())),
        published_on: Set(published_on.map(str::to_owned)),
        url: Set(None),
        holding: Set(holding.map(str::to_owned)),
        network_id: Set(None),
        municipality_id: Set(None),
        membership_id: Set(None),
        organization_id: Set(None),
        person_id: Set(None),
        position_id: Set(None),
        topic_id: Set(None),
        contact_point_id: Set(None),
        project_id: Set(None),
        participation_id: Set(None),
        meeting_id: Set(None),
        organizer_id: Set(None),
        session_id: Set(None),
        session_role_id: Set(None),
        session_speaker_id: Set(None),
        place_id: Set(None),
        document_id: Set(None),
        attendance_line_id: Set(None),
        meeting_series_id: Set(None),
        session_result_id: Set(None),
        ..Default::default()
    }
}
