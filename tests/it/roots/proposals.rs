//! What one city proposes to another.

use super::Row;
use serde_json::json;
use verbund_domain::access::Action::*;

pub const MUTATIONS: &[Row] = &[
    ("proposeChange", &[ChangePropose], |house, guest| {
        json!({ "proposedBy": house.id, "reason": "Amtsblatt", "change": { "municipality":
            { "id": guest, "expectedRevision": 1, "website": "https://www.stadt.example/" } } })
    }),
    (
        "acceptChangeProposal",
        &[
            ChangeDecide,
            MunicipalityUpdate,
            OrganizationUpdate,
            PersonUpdate,
            PositionUpdate,
            PositionPublish,
        ],
        |house, _| json!({ "id": house.proposal }),
    ),
    (
        "rejectChangeProposal",
        &[ChangeDecide],
        |house, _| json!({ "id": house.proposal, "note": "Nein" }),
    ),
    (
        "withdrawChangeProposal",
        &[ChangeWithdraw],
        |house, _| json!({ "id": house.made }),
    ),
];
