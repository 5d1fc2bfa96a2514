//! Writes about who works for a city.

use crate::small_world::House;
use async_graphql::ID;
use uuid::Uuid;
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::values::EmailAddress;
use verbund_domain::{
    AppointFirstAdministratorInput, CreateUserInput, DeactivateUserInput, GrantRoleInput, RevokeRoleInput,
};
use verbund_entity::Role;

pub(super) async fn try_it(session: &Session, action: Action, house: &House) -> Result<Vec<UserError>, Error> {
    Ok(match action {
        Action::UserCreate => session.create_user(new_user(&house.id)).await?.user_errors,
        Action::UserDeactivate => {
            let input = DeactivateUserInput {
                id: ID::from(&house.invited),
                expected_revision: None,
            };
            session.deactivate_user(input).await?.user_errors
        }
        Action::RoleGrant => {
            session
                .grant_role(role_for(&house.user, Role::Viewer))
                .await?
                .user_errors
        }
        Action::RoleRevoke => {
            let input = RevokeRoleInput {
                grant: ID::from(&house.grant),
                expected_revision: None,
            };
            session.revoke_role(input).await?.user_errors
        }
        Action::FirstAdministratorAppoint => {
            let CreateUserInput { email, .. } = new_user(&house.id);
            let input = AppointFirstAdministratorInput {
                municipality: ID::from(&house.to_administer),
                email,
                name: None,
                idempotency_key: None,
            };
            session.appoint_first_administrator(input).await?.user_errors
        }
        other => panic!("{other:?} is about nobody who works for a city"),
    })
}

pub fn new_user(municipality: &str) -> CreateUserInput {
    CreateUserInput {
        municipality: ID::from(municipality),
        email: EmailAddress::parse(&format!("{}@stadt.example", Uuid::new_v4().simple())).expect("an address"),
        name: None,
        role: Role::Editor,
        idempotency_key: None,
    }
}

pub fn role_for(user: &str, role: Role) -> GrantRoleInput {
    GrantRoleInput {
        user: ID::from(user),
        role,
        valid_until: None,
        substitute_for: None,
        expected_revision: None,
    }
}
