//! Two networks: what opens with a membership and closes with it, each at the next request and with the same token.

use crate::visibility::{Table, table};
use crate::worlds::making::Making;
use crate::worlds::world::global;
use serde_json::{Value, json};
use verbund_entity::Visibility::Network;

/// A person and a contact for each network: of Hagen in the one, of Minden in the other.
async fn two_networks() -> Table {
    table(async |m: &mut Making| {
        m.person("hagener", "hagen", Network).await;
        m.person("hernerin", "herne", Network).await;
        m.person("mindenerin", "minden", Network).await;
    })
    .await
}

/// Which of the people somebody sees, by their ids.
async fn sees(table: &Table, who: &str) -> Vec<&'static str> {
    let people = table.ask(who, "{people{nodes{id}}}").await;
    let all = ["hagener", "hernerin", "mindenerin"];
    let seen = all
        .into_iter()
        .filter(|label| people.contains(&global("Person", label)));
    seen.collect()
}

/// A mutation of somebody on a membership; answers with what became of it.
async fn does(table: &Table, who: &str, mutation: &str, input: Value) -> Value {
    let ty = match mutation {
        "acceptMembership" | "resumeMembership" => "AnswerMembershipInput",
        "suspendMembership" | "terminateMembership" => "DecideMembershipInput",
        "leaveNetwork" => "LeaveNetworkInput",
        _ => "InviteMemberInput",
    };
    let query = format!(
        "mutation($input: {ty}!) {{ {mutation}(input: $input) {{ membership {{ id status }} userErrors {{ code }} }} }}"
    );
    let reply = table.send(who, &query, json!({ "input": input })).await;
    match reply.codes().first() {
        Some(code) => json!(code),
        None => {
            assert_eq!(reply.json["data"][mutation]["userErrors"], json!([]), "{}", reply.text);
            reply.json["data"][mutation]["membership"].clone()
        }
    }
}

fn membership(city: &str) -> String {
    global("NetworkMembership", &format!("membership of {city}"))
}

#[actix_web::test]
async fn a_membership_that_rests_closes_the_network_and_one_that_goes_on_opens_it() {
    let table = two_networks().await;
    assert_eq!(sees(&table, "herne").await, ["hagener", "hernerin"]);
    assert_eq!(sees(&table, "hagen").await, ["hagener", "hernerin"]);

    let input = json!({ "id": membership("herne"), "reason": "Beschluss" });
    does(&table, "coordinator of ruhr", "suspendMembership", input).await;
    assert_eq!(sees(&table, "herne").await, ["hernerin"]);
    assert_eq!(sees(&table, "hagen").await, ["hagener"]);

    let input = json!({ "id": membership("herne") });
    does(&table, "coordinator of ruhr", "resumeMembership", input).await;
    assert_eq!(sees(&table, "herne").await, ["hagener", "hernerin"]);
    assert_eq!(sees(&table, "hagen").await, ["hagener", "hernerin"]);
}

#[actix_web::test]
async fn who_leaves_sees_and_shows_the_network_nothing_and_keeps_its_own_house() {
    let table = two_networks().await;
    let left = does(&table, "herne", "leaveNetwork", json!({ "id": membership("herne") })).await;
    assert_eq!(left["status"], "LEFT");
    assert_eq!(sees(&table, "herne").await, ["hernerin"]);
    assert_eq!(sees(&table, "hagen").await, ["hagener"]);
    assert_eq!(sees(&table, "coordinator of ruhr").await, ["hagener"]);
}

#[actix_web::test]
async fn who_joins_a_second_network_sees_both_and_joins_nobody_to_anybody() {
    let table = two_networks().await;
    let input = json!({ "network": global("Network", "weser"), "municipality": global("Municipality", "herne") });
    let invited = does(&table, "coordinator of weser", "inviteMember", input).await;
    assert_eq!(sees(&table, "herne").await, ["hagener", "hernerin"]);

    does(&table, "herne", "acceptMembership", json!({ "id": invited["id"] })).await;

    assert_eq!(sees(&table, "herne").await, ["hagener", "hernerin", "mindenerin"]);
    assert_eq!(sees(&table, "werra").await, ["hernerin", "mindenerin"]);
    assert_eq!(sees(&table, "hagen").await, ["hagener", "hernerin"]);
    assert_eq!(sees(&table, "coordinator of weser").await, ["hernerin", "mindenerin"]);
}

#[actix_web::test]
async fn a_coordinator_has_no_say_in_the_other_network() {
    let table = two_networks().await;
    for mutation in ["suspendMembership", "terminateMembership"] {
        let input = json!({ "id": membership("herne"), "reason": "Beschluss" });
        let refused = does(&table, "coordinator of weser", mutation, input).await;
        assert_eq!(refused, "FORBIDDEN", "{mutation}");
    }
    // An invitation that is not seen is answered like none.
    let input = json!({ "network": global("Network", "ruhr"), "municipality": global("Municipality", "minden") });
    let invited = does(&table, "coordinator of ruhr", "inviteMember", input).await;
    let input = json!({ "id": invited["id"] });
    let refused = does(&table, "coordinator of weser", "acceptMembership", input).await;
    assert_eq!(refused, "NOT_FOUND");
}
