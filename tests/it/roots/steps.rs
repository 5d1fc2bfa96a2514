//! Steps from one state to the next.

use super::Row;
use serde_json::json;
use verbund_domain::access::Action::*;

pub const MUTATIONS: &[Row] = &[
    ("planProject", &[ProjectPlan], |house, _| json!({ "id": house.project })),
    (
        "holdProject",
        &[ProjectHold],
        |house, _| json!({ "id": house.running, "reason": "Die Stelle ist nicht besetzt." }),
    ),
    (
        "completeProject",
        &[ProjectComplete],
        |house, _| json!({ "id": house.running, "closingSummary": "Zwölf Vereine machen mit." }),
    ),
    (
        "cancelProject",
        &[ProjectCancel],
        |house, _| json!({ "id": house.running, "reason": "Das Geld reicht nicht." }),
    ),
    (
        "archiveProject",
        &[ProjectArchive],
        |house, _| json!({ "id": house.completed }),
    ),
    (
        "reopenProject",
        &[ProjectReopen],
        |house, _| json!({ "id": house.completed }),
    ),
    (
        "handOverProjectLead",
        &[LeadHandOver],
        |house, guest| json!({ "project": house.running, "municipality": guest }),
    ),
    (
        "endProjectParticipation",
        &[ParticipationEnd],
        |house, _| json!({ "id": house.partner_part, "reason": "Keine Zeit mehr." }),
    ),
    (
        "withdrawProjectInvitation",
        &[ParticipationUninvite, LeadOfferWithdraw],
        |house, _| json!({ "id": house.asked_partner }),
    ),
    (
        "withdrawOrganizerInvitation",
        &[OrganizerUninvite],
        |house, _| json!({ "id": house.asked_organizer }),
    ),
    (
        "rescheduleMeeting",
        &[MeetingReschedule],
        |house, _| json!({ "id": house.meeting, "startsAt": "2027-02-01T09:00:00Z", "endsAt": "2027-02-01T12:00:00Z" }),
    ),
    (
        "postponeMeeting",
        &[MeetingPostpone],
        |house, _| json!({ "id": house.meeting, "reason": "Der Saal ist nicht frei." }),
    ),
    (
        "moveMeetingOnline",
        &[MeetingMoveOnline],
        |house, _| json!({ "id": house.meeting }),
    ),
    (
        "markMeetingHeld",
        &[MeetingMarkHeld],
        |house, _| json!({ "id": house.over }),
    ),
    (
        "deleteMeetingDraft",
        &[MeetingDelete],
        |house, _| json!({ "id": house.draft }),
    ),
];
