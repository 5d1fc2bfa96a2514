//! An agenda, a place, a document, and meetings that were.

use super::{House, Making, fresh, global};
use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use verbund_domain::read::id::decode;
use verbund_entity::document::DocumentKind;
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, Publication};
use verbund_entity::meeting_organizer::{OrganizerRole, OrganizerStatus};
use verbund_entity::session::SessionKind;
use verbund_entity::session_result::ResultKind;
use verbund_entity::session_role::SessionFunction;
use verbund_entity::{
    CountQualifier, Visibility, attendance_line, document, meeting, meeting_organizer, place, project, session,
    session_result, session_role,
};

/// The columns that every record has.
macro_rules! record {
    ($making:ident, $table:ident { $($column:ident: $value:expr),* $(,)? }) => {
        $making.add($table::ActiveModel {
            public_id: Set(fresh()),
            revision: Set(1),
            created_at: Set($making.now),
            updated_at: Set($making.now),
            $($column: Set($value),)*
            ..Default::default()
        }).await
    };
}

impl Making {
    /// What a city has of each, for its draft and its project.
    pub(super) async fn agenda(&self, city: i64, meeting: &str, project: &str) -> House {
        let key = |id: &str| decode(id).expect("a global id").1;
        let meeting = meeting::Entity::find()
            .filter(meeting::Column::PublicId.eq(key(meeting)))
            .one(&self.connection)
            .await
            .expect("an answer")
            .expect("the draft");
        let project = project::Entity::find()
            .filter(project::Column::PublicId.eq(key(project)))
            .one(&self.connection)
            .await
            .expect("an answer")
            .expect("the project");
        let session = record!(
            self,
            session {
                meeting_id: meeting.id,
                top_id: Some(meeting.id),
                position: 1,
                title: "Begrüßung".into(),
                kind: SessionKind::Welcome,
                selectable: false,
                is_public: true,
            }
        );
        let role = record!(
            self,
            session_role {
                meeting_id: meeting.id,
                session_id: Some(session.id),
                function: SessionFunction::Welcome,
                position: 1,
                confirmed: false,
            }
        );
        let place = record!(
            self,
            place {
                name: "Rathaus".into(),
                name_key: "rathaus".into(),
                visibility: Visibility::Public,
                steward_id: city,
                search_text: String::new(),
            }
        );
        let document = record!(
            self,
            document {
                project_id: Some(project.id),
                steward_id: city,
                url: "https://www.stadt.example/plan.pdf".into(),
                kind: DocumentKind::Report,
                title: "Plan".into(),
                title_key: "plan".into(),
                visibility: Visibility::Network,
            }
        );
        let (then, held) = self.held(city).await;
        let plenary = record!(
            self,
            session {
                meeting_id: then,
                top_id: Some(then),
                position: 1,
                title: "Plenum".into(),
                kind: SessionKind::ResultsPlenary,
                selectable: false,
                is_public: true,
            }
        );
        let result = record!(
            self,
            session_result {
                meeting_id: then,
                session_id: plenary.id,
                kind: ResultKind::Idea,
                text: "Gemeinsame Kurse".into(),
                position: 1,
            }
        );
        let (before, _) = self.held(city).await;
        let attendance = record!(
            self,
            attendance_line {
                meeting_id: before,
                municipality_id: city,
                heads: 12,
                heads_qualifier: CountQualifier::About,
                visibility: Visibility::Network,
            }
        );
        House {
            session: global("Session", &session.public_id),
            role: global("SessionRole", &role.public_id),
            place: global("Place", &place.public_id),
            document: global("Document", &document.public_id),
            held,
            result: global("SessionResult", &result.public_id),
            attendance: global("AttendanceLine", &attendance.public_id),
            ..House::default()
        }
    }

    /// A public meeting of the city that has taken place.
    async fn held(&self, city: i64) -> (i64, String) {
        let starts_at = self.now - TimeDelta::days(30);
        let row = record!(
            self,
            meeting {
                slug: fresh(),
                title: "Rückblick".into(),
                title_key: "ruckblick".into(),
                title_translations: json!([]),
                alternate_titles: json!([]),
                audience: json!([]),
                invited_kinds: json!([]),
                kind: MeetingKind::Forum,
                status: MeetingStatus::Held,
                publication: Publication::Published,
                visibility: Visibility::Public,
                starts_at: Some(starts_at),
                ends_at: Some(starts_at + TimeDelta::hours(2)),
                edition_sort: i32::MAX,
                sort_at: starts_at,
                time_zone: "Europe/Berlin".into(),
                attendance_mode: AttendanceMode::InPerson,
                host_id: Some(city),
                keeper_municipality_id: Some(city),
                ical_uid: fresh(),
                ical_sequence: 0,
                search_text: String::new(),
            }
        );
        record!(
            self,
            meeting_organizer {
                meeting_id: row.id,
                municipality_id: Some(city),
                role: OrganizerRole::Host,
                status: OrganizerStatus::Confirmed,
                position: 0,
            }
        );
        (row.id, global("Meeting", &row.public_id))
    }
}
