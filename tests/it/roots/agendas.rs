//! What a meeting consists of, and where it is.

use super::Row;
use serde_json::json;
use verbund_domain::access::Action::*;

pub const MUTATIONS: &[Row] = &[
    (
        "createSession",
        &[AgendaUpdate],
        |house, _| json!({ "meeting": house.meeting, "title": "Thementisch", "kind": "THEME_TABLE" }),
    ),
    (
        "updateSession",
        &[AgendaUpdate],
        |house, _| json!({ "id": house.session, "expectedRevision": 1, "room": "Saal 2" }),
    ),
    (
        "deleteSession",
        &[AgendaUpdate],
        |house, _| json!({ "id": house.session }),
    ),
    (
        "reorderSessions",
        &[AgendaUpdate],
        |house, _| json!({ "meeting": house.meeting, "sessions": [house.session] }),
    ),
    (
        "createSessionRole",
        &[AgendaUpdate],
        |house, _| json!({ "of": house.session, "function": "MODERATOR" }),
    ),
    (
        "updateSessionRole",
        &[AgendaUpdate],
        |house, _| json!({ "id": house.role, "expectedRevision": 1, "confirmed": true }),
    ),
    (
        "deleteSessionRole",
        &[SessionRoleDelete],
        |house, _| json!({ "id": house.role }),
    ),
    (
        "createSessionResult",
        &[AgendaUpdate],
        |house, _| json!({ "session": house.session, "kind": "IDEA", "text": "Gemeinsame Kurse" }),
    ),
    (
        "updateSessionResult",
        &[AgendaUpdate],
        |house, _| json!({ "id": house.result, "expectedRevision": 1, "kind": "FINDING" }),
    ),
    (
        "deleteSessionResult",
        &[AgendaUpdate],
        |house, _| json!({ "id": house.result }),
    ),
    (
        "supportSessionResult",
        &[SessionResultSupport],
        |house, _| json!({ "result": house.result, "municipality": house.id }),
    ),
    (
        "withdrawSessionResultSupport",
        &[SessionResultSupportWithdraw],
        |house, _| json!({ "result": house.result, "municipality": house.id }),
    ),
    (
        "createMeetingSeries",
        &[MeetingSeriesCreate],
        |house, _| json!({ "organizer": house.id, "title": "Integrationskonferenz" }),
    ),
    (
        "updateMeetingSeries",
        &[MeetingSeriesUpdate, MeetingSeriesCreate],
        |house, _| json!({ "id": house.series, "expectedRevision": 1, "cadence": "jedes Jahr" }),
    ),
    (
        "createPlace",
        &[PlaceCreate],
        |house, _| json!({ "steward": house.id, "name": "Stadthalle" }),
    ),
    (
        "updatePlace",
        &[PlaceUpdate, VisibilityWiden],
        |house, _| json!({ "id": house.place, "expectedRevision": 1, "street": "Am Markt 1" }),
    ),
    ("attachDocument", &[DocumentAttach], |house, _| {
        let url = "https://www.hagen.example/faltblatt.pdf";
        json!({ "owner": house.project, "municipality": house.id, "url": url, "kind": "FLYER", "title": "Faltblatt" })
    }),
    (
        "updateDocument",
        &[DocumentUpdate, VisibilityWiden],
        |house, _| json!({ "id": house.document, "expectedRevision": 1, "rights": "CC BY 4.0" }),
    ),
    (
        "detachDocument",
        &[DocumentUpdate],
        |house, _| json!({ "id": house.document }),
    ),
    (
        "enterAttendance",
        &[AttendanceEnter],
        |house, _| json!({ "meeting": house.held, "municipality": house.id, "heads": { "value": 18 } }),
    ),
    (
        "updateAttendance",
        &[AttendanceUpdate, VisibilityWiden],
        |house, _| json!({ "id": house.attendance, "expectedRevision": 1, "visibility": "PUBLIC" }),
    ),
];
