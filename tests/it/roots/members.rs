//! The mutations about networks and who belongs to them.

use super::Row;
use serde_json::json;
use verbund_domain::access::Action;

pub(super) const MUTATIONS: &[Row] = {
    use Action::*;
    &[
        (
            "updateNetwork",
            &[NetworkUpdate],
            |house, _| json!({ "id": house.id, "expectedRevision": 1, "description": "Gemeinsam." }),
        ),
        (
            "applyForMembership",
            &[MembershipApply],
            |house, _| json!({ "municipality": house.id, "network": house.elsewhere, "note": "Gern." }),
        ),
        (
            "inviteMember",
            &[MembershipInvite],
            |house, guest| json!({ "network": house.id, "municipality": guest }),
        ),
        (
            "acceptMembership",
            &[MembershipAdmit, MembershipAccept],
            |house, _| json!({ "id": house.invitation_to_join }),
        ),
        (
            "rejectMembership",
            &[MembershipReject],
            |house, _| json!({ "id": house.application, "reason": "Zu fern." }),
        ),
        (
            "declineMembership",
            &[MembershipDecline],
            |house, _| json!({ "id": house.invitation_to_join }),
        ),
        (
            "withdrawApplication",
            &[MembershipWithdraw],
            |house, _| json!({ "id": house.applied }),
        ),
        (
            "withdrawMemberInvitation",
            &[MembershipUninvite],
            |house, _| json!({ "id": house.asked_member }),
        ),
        (
            "suspendMembership",
            &[MembershipSuspend],
            |house, _| json!({ "id": house.membership, "reason": "Beschluss" }),
        ),
        (
            "resumeMembership",
            &[MembershipResume],
            |house, _| json!({ "id": house.resting }),
        ),
        (
            "leaveNetwork",
            &[MembershipLeave],
            |house, _| json!({ "id": house.membership }),
        ),
        (
            "terminateMembership",
            &[MembershipTerminate],
            |house, _| json!({ "id": house.membership, "reason": "Beschluss" }),
        ),
        (
            "createTopic",
            &[TopicCreate],
            |house, _| json!({ "network": house.id, "name": "Wohnen" }),
        ),
        (
            "updateTopic",
            &[TopicUpdate],
            |house, _| json!({ "id": house.topic, "expectedRevision": 1, "name": "Sprachen" }),
        ),
        (
            "createMunicipality",
            &[MunicipalityCreate],
            |house, _| json!({ "network": house.id, "kind": "DISTRICT_TOWN", "name": "Paderborn", "ags": "05774032" }),
        ),
        (
            "updateMunicipalityKeys",
            &[MunicipalityUpdateKeys],
            |house, _| json!({ "id": house.member, "expectedRevision": 1, "kind": "MUNICIPAL_ASSOCIATION" }),
        ),
    ]
};
