//! A suspended member: its network is closed to it, its own house is not.

use super::table;
use crate::worlds::making::Making;
use crate::worlds::world::global;
use sea_orm::{ActiveValue::Set, EntityTrait};
use verbund_entity::Visibility::Network;
use verbund_entity::network_membership::{self, MembershipStatus};

#[actix_web::test]
async fn a_suspended_member_loses_the_network_at_its_next_request_and_keeps_its_own_house() {
    let table = table(async |m: &mut Making| {
        m.person("kollege", "hagen", Network).await;
        m.person("eigene", "herne", Network).await;
    })
    .await;
    let sees = async |label: &str| {
        let (id, people) = (global("Person", label), table.ask("herne", "{people{nodes{id}}}").await);
        people.contains(&id)
    };
    assert!(sees("kollege").await && sees("eigene").await);

    let rows = table.app.rows().await;
    let herne = crate::worlds::world::public_id("membership of herne");
    let all = network_membership::Entity::find()
        .all(&rows)
        .await
        .expect("the memberships");
    let membership = all
        .into_iter()
        .find(|one| one.public_id == herne)
        .expect("the membership of Herne");
    let suspended = network_membership::ActiveModel {
        id: Set(membership.id),
        status: Set(MembershipStatus::Suspended),
        ..Default::default()
    };
    network_membership::Entity::update(suspended)
        .exec(&rows)
        .await
        .expect("it is suspended");
    rows.close().await.expect("the connection closes");

    assert!(!sees("kollege").await && sees("eigene").await);
}
