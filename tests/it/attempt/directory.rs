//! Writes of the directory: people, positions, organisations.

use crate::small_world::House;
use async_graphql::{ID, MaybeUndefined};
use chrono::NaiveDate;
use uuid::Uuid;
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::values::LocalDate;
use verbund_domain::{
    ActivateOrganizationInput, CreateOrganizationInput, CreatePersonInput, CreatePositionInput,
    DissolveOrganizationInput, EndPositionInput, MergeOrganizationsInput, RecordDirectoryConsentInput,
    ReviveOrganizationInput, SetOrganizationDormantInput, UpdateOrganizationInput, UpdatePersonInput,
    UpdatePositionInput, VerifyContactPointInput, WithdrawDirectoryConsentInput,
};
use verbund_entity::Visibility;
use verbund_entity::organization::{OrganizationKind, OrganizationStatus};
use verbund_entity::position::PositionFunction;

pub(super) async fn try_it(session: &Session, action: Action, house: &House) -> Result<Vec<UserError>, Error> {
    let (organization, expected_revision) = (ID::from(&house.organization), None);
    Ok(match action {
        Action::ContactPointVerify => {
            let id = ID::from(&house.contact);
            let input = VerifyContactPointInput { id, expected_revision };
            session.verify_contact_point(input).await?.user_errors
        }
        Action::PersonCreate => session.create_person(new_person(&house.id)).await?.user_errors,
        Action::PersonUpdate => {
            let input = UpdatePersonInput {
                honorific_prefix: MaybeUndefined::Value("Dr.".into()),
                ..unchanged_person(&house.person)
            };
            session.update_person(input).await?.user_errors
        }
        Action::PersonPublish => {
            let input = UpdatePersonInput {
                visibility: MaybeUndefined::Value(Visibility::Public),
                ..unchanged_person(&house.person)
            };
            session.update_person(input).await?.user_errors
        }
        Action::PositionCreate => {
            let input = new_position(&house.person, &house.id);
            session.create_position(input).await?.user_errors
        }
        Action::PositionUpdate => {
            let input = UpdatePositionInput {
                title: MaybeUndefined::Value("Koordination".into()),
                ..unchanged_position(&house.position)
            };
            session.update_position(input).await?.user_errors
        }
        Action::PositionPublish => {
            let input = UpdatePositionInput {
                visibility: MaybeUndefined::Value(Visibility::Public),
                ..unchanged_position(&house.position)
            };
            session.update_position(input).await?.user_errors
        }
        Action::PositionEnd => {
            let input = EndPositionInput {
                id: ID::from(&house.position),
                expected_revision,
                valid_until: None,
            };
            session.end_position(input).await?.user_errors
        }
        Action::OrganizationCreate => {
            let input = new_organization(&house.id);
            session.create_organization(input).await?.user_errors
        }
        Action::OrganizationUpdate => {
            let input = UpdateOrganizationInput {
                volunteer_based: MaybeUndefined::Value(true),
                ..unchanged_organization(&house.organization)
            };
            session.update_organization(input).await?.user_errors
        }
        Action::OrganizationActivate => {
            let input = ActivateOrganizationInput {
                id: ID::from(&house.founding),
                expected_revision,
                valid_from: None,
            };
            session.activate_organization(input).await?.user_errors
        }
        Action::OrganizationRest => {
            let id = organization;
            let input = SetOrganizationDormantInput { id, expected_revision };
            session.set_organization_dormant(input).await?.user_errors
        }
        Action::OrganizationRevive => {
            let id = ID::from(&house.dormant);
            let input = ReviveOrganizationInput { id, expected_revision };
            session.revive_organization(input).await?.user_errors
        }
        Action::OrganizationMerge => {
            let input = merge(&house.organization, &house.dormant);
            session.merge_organizations(input).await?.user_errors
        }
        Action::OrganizationDissolve => {
            let input = DissolveOrganizationInput {
                id: organization,
                expected_revision,
                valid_until: None,
                successors: None,
            };
            session.dissolve_organization(input).await?.user_errors
        }
        Action::DirectoryConsentRecord => {
            let input = RecordDirectoryConsentInput {
                organization,
                expected_revision,
                given_on: LocalDate(NaiveDate::from_ymd_opt(2026, 1, 2).expect("a day")),
                evidence: "Ein Brief".into(),
            };
            session.record_directory_consent(input).await?.user_errors
        }
        Action::DirectoryConsentWithdraw => {
            let input = WithdrawDirectoryConsentInput {
                organization: ID::from(&house.consenting),
                expected_revision,
                withdrawn_on: None,
            };
            session.withdraw_directory_consent(input).await?.user_errors
        }
        other => panic!("{other:?} is tried elsewhere"),
    })
}

pub fn new_person(steward: &str) -> CreatePersonInput {
    CreatePersonInput {
        steward: ID::from(steward),
        given_name: "Robin".into(),
        family_name: "Muster".into(),
        honorific_prefix: None,
        visibility: Visibility::Network,
        idempotency_key: None,
    }
}

pub fn new_position(person: &str, holder: &str) -> CreatePositionInput {
    CreatePositionInput {
        person: ID::from(person),
        holder: ID::from(holder),
        title: "Beratung".into(),
        function: PositionFunction::Adviser,
        deputy_of: None,
        valid_from: None,
        valid_until: None,
        visibility: Visibility::Network,
        responsibilities: Vec::new(),
        idempotency_key: None,
    }
}

/// An association of a name that no other has.
pub fn new_organization(steward: &str) -> CreateOrganizationInput {
    CreateOrganizationInput {
        steward: ID::from(steward),
        name: Uuid::new_v4().to_string(),
        short_name: None,
        alternate_names: Vec::new(),
        kind: OrganizationKind::Association,
        legal_form: None,
        status: OrganizationStatus::Active,
        parent: None,
        municipality: None,
        located_in: None,
        valid_from: None,
        volunteer_based: None,
        audience_scope: None,
        website: None,
        visibility: Visibility::Network,
        topics: Vec::new(),
        confirm_not_duplicate: false,
        idempotency_key: None,
    }
}

/// The second record is replaced by the first, both as they were made.
pub fn merge(keep: &str, replaced: &str) -> MergeOrganizationsInput {
    MergeOrganizationsInput {
        keep: ID::from(keep),
        expected_revision: 1,
        replaced: ID::from(replaced),
        expected_replaced_revision: 1,
    }
}

pub fn unchanged_person(id: &str) -> UpdatePersonInput {
    UpdatePersonInput {
        id: ID::from(id),
        expected_revision: 1,
        given_name: MaybeUndefined::Undefined,
        family_name: MaybeUndefined::Undefined,
        honorific_prefix: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
    }
}

pub fn unchanged_position(id: &str) -> UpdatePositionInput {
    UpdatePositionInput {
        id: ID::from(id),
        expected_revision: 1,
        title: MaybeUndefined::Undefined,
        function: MaybeUndefined::Undefined,
        deputy_of: MaybeUndefined::Undefined,
        valid_from: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
        responsibilities: MaybeUndefined::Undefined,
    }
}

pub fn unchanged_organization(id: &str) -> UpdateOrganizationInput {
    UpdateOrganizationInput {
        id: ID::from(id),
        expected_revision: 1,
        name: MaybeUndefined::Undefined,
        short_name: MaybeUndefined::Undefined,
        alternate_names: MaybeUndefined::Undefined,
        kind: MaybeUndefined::Undefined,
        legal_form: MaybeUndefined::Undefined,
        parent: MaybeUndefined::Undefined,
        municipality: MaybeUndefined::Undefined,
        located_in: MaybeUndefined::Undefined,
        valid_from: MaybeUndefined::Undefined,
        valid_until: MaybeUndefined::Undefined,
        volunteer_based: MaybeUndefined::Undefined,
        audience_scope: MaybeUndefined::Undefined,
        website: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
        successors: MaybeUndefined::Undefined,
        topics: MaybeUndefined::Undefined,
    }
}
