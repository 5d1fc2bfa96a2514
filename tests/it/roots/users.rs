//! Who works for a city.

use super::Row;
use serde_json::json;
use verbund_domain::access::Action::*;

pub const MUTATIONS: &[Row] = &[
    (
        "createUser",
        &[UserCreate],
        |house, _| json!({ "municipality": house.id, "email": "mona@hagen.example", "role": "EDITOR" }),
    ),
    ("renewSetUp", &[UserCreate], |house, _| json!({ "id": house.invited })),
    (
        "grantRole",
        &[RoleGrant],
        |house, _| json!({ "user": house.user, "role": "ADMIN" }),
    ),
    (
        "setGrantEnd",
        &[RoleGrant],
        |house, _| json!({ "grant": house.grant, "expectedRevision": 1, "validUntil": "2027-01-31" }),
    ),
    ("revokeRole", &[RoleRevoke], |house, _| json!({ "grant": house.grant })),
    (
        "deactivateUser",
        &[UserDeactivate],
        |house, _| json!({ "id": house.user }),
    ),
];
