//! Users and their roles.

mod invited;
mod last;
mod roles;

use crate::attempt::new_user;
use crate::small_world::{Who, World};
use chrono::Days;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use verbund_domain::CreateUserInput;
use verbund_domain::values::{EmailAddress, LocalDate, local_day};
use verbund_entity::{Role, municipal_user, role_grant};

const ADMIN: Who = Who::In(Role::Admin, "hagen");

fn invitation(world: &World, city: &str, email: &str) -> CreateUserInput {
    CreateUserInput {
        email: EmailAddress::parse(email).expect("an address"),
        name: Some("Mona Beispiel".into()),
        ..new_user(&world.house(city).id)
    }
}

/// What the administrator of Hagen sees of who works there.
async fn users(world: &World) -> Value {
    let document = "{ municipality(slug: \"hagen\") { users { totalCount nodes {
        email name status revision grants { role revision validUntil substituteFor { email } } } } } }";
    world.ask(ADMIN, document, json!({})).await["municipality"]["users"].clone()
}

async fn user_of(world: &World, city: &str, email: &str) -> municipal_user::Model {
    let rows = world.rows::<municipal_user::Entity>().await.into_iter();
    let mut here = rows.filter(|user| user.municipality_id == world.house(city).key && user.email == email);
    here.next().expect("somebody who works there")
}

fn global(user: &municipal_user::Model) -> String {
    verbund_domain::read::id::encode("MunicipalUser", &user.public_id)
}

async fn grant_of(world: &World, user: &municipal_user::Model) -> String {
    let rows = world.rows::<role_grant::Entity>().await.into_iter();
    let mut held = rows.filter(|grant| grant.municipal_user_id == Some(user.id));
    verbund_domain::read::id::encode("RoleGrant", &held.next().expect("a role").public_id)
}

async fn execute(world: &World, sql: &str) {
    let connection = sea_orm::Database::connect(&world.db.url)
        .await
        .expect("the database opens");
    connection.execute_unprepared(sql).await.expect("it is done");
    connection.close().await.expect("the connection closes");
}

fn in_days(world: &World, days: u64) -> LocalDate {
    LocalDate(local_day(world.now) + Days::new(days))
}
