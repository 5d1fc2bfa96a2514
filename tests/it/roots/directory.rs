//! Mutations of the directory: people, positions, organisations.

use super::Row;
use serde_json::json;
use verbund_domain::access::Action;

pub(super) const MUTATIONS: &[Row] = {
    use Action::*;
    &[
        (
            "verifyContactPoint",
            &[ContactPointVerify],
            |house, _| json!({ "id": house.contact }),
        ),
        (
            "createPerson",
            &[PersonCreate, PersonPublish],
            |house, _| json!({ "steward": house.id, "givenName": "Robin", "familyName": "Muster" }),
        ),
        (
            "updatePerson",
            &[PersonUpdate, PersonPublish, VisibilityWiden],
            |house, _| json!({ "id": house.person, "expectedRevision": 1, "honorificPrefix": "Dr." }),
        ),
        (
            "createPosition",
            &[PositionCreate, PositionPublish],
            |house, _| json!({ "person": house.person, "holder": house.id, "title": "Beratung", "function": "ADVISER" }),
        ),
        (
            "updatePosition",
            &[PositionUpdate, PositionPublish, VisibilityWiden],
            |house, _| json!({ "id": house.position, "expectedRevision": 1, "title": "Koordination" }),
        ),
        (
            "endPosition",
            &[PositionEnd],
            |house, _| json!({ "id": house.position, "validUntil": "2026" }),
        ),
        (
            "createOrganization",
            &[OrganizationCreate],
            |house, _| json!({ "steward": house.id, "name": "Nähkreis", "kind": "ASSOCIATION" }),
        ),
        (
            "updateOrganization",
            &[OrganizationUpdate, VisibilityWiden],
            |house, _| json!({ "id": house.organization, "expectedRevision": 1, "shortName": "C" }),
        ),
        (
            "activateOrganization",
            &[OrganizationActivate],
            |house, _| json!({ "id": house.founding, "validFrom": "2026-10" }),
        ),
        (
            "setOrganizationDormant",
            &[OrganizationRest],
            |house, _| json!({ "id": house.organization }),
        ),
        (
            "reviveOrganization",
            &[OrganizationRevive],
            |house, _| json!({ "id": house.dormant }),
        ),
        (
            "dissolveOrganization",
            &[OrganizationDissolve],
            |house, _| json!({ "id": house.organization, "validUntil": "2026" }),
        ),
        ("mergeOrganizations", &[OrganizationMerge], |house, _| {
            json!({ "keep": house.organization, "expectedRevision": 1, "replaced": house.dormant,
                "expectedReplacedRevision": 1 })
        }),
        (
            "recordDirectoryConsent",
            &[DirectoryConsentRecord],
            |house, _| json!({ "organization": house.organization, "givenOn": "2026-01-02", "evidence": "Ein Brief" }),
        ),
        (
            "withdrawDirectoryConsent",
            &[DirectoryConsentWithdraw],
            |house, _| json!({ "organization": house.consenting }),
        ),
    ]
};
