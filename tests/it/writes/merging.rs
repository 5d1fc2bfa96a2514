//! Two records of one organisation become one.

use super::{only, told};
use crate::attempt::{merge, unchanged_organization};
use crate::small_world::{Who, World};
use async_graphql::MaybeUndefined;
use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use serde_json::{Value, json};
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::{MergeOrganizationsInput, UpdateOrganizationInput};
use verbund_entity::{Role, organization};
use verbund_tests::{Backend, backend, query};

const EDITOR: Who = Who::In(Role::Editor, "hagen");

async fn key(world: &World, id: &str) -> i64 {
    let (_, public_id) = verbund_domain::read::id::decode(id).expect("a global id");
    let rows = world.rows::<organization::Entity>().await;
    rows.iter()
        .find(|row| row.public_id == public_id)
        .expect("the organisation")
        .id
}

/// Puts something into the database as other requests would have.
async fn put(world: &World, statements: &[String]) {
    let mut options = ConnectOptions::new(&world.db.url);
    options.max_connections(1).sqlx_logging(false);
    let connection = Database::connect(options)
        .await
        .expect("the database of the test opens");
    for sql in statements {
        connection
            .execute_unprepared(sql)
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
    connection.close().await.expect("the connection closes");
}

fn which(id: &str) -> String {
    let (_, public_id) = verbund_domain::read::id::decode(id).expect("a global id");
    format!("public_id = '{public_id}'")
}

async fn join(world: &World, input: MergeOrganizationsInput) -> Vec<(UserErrorCode, String)> {
    let answer = world.admin("hagen").merge_organizations(input).await;
    told(&answer.expect("an answer").user_errors)
}

/// Tables and columns that lead to organisations.
async fn keys_to_organizations(world: &World) -> Vec<(String, String)> {
    let keys = match backend() {
        Backend::Sqlite => {
            r#"select t.name || '.' || k."from" as text from sqlite_master t, pragma_foreign_key_list(t.name) k
               where t.type = 'table' and k."table" = 'organization'"#
        }
        Backend::Postgresql => {
            "select k.conrelid::regclass || '.' || c.attname as text
             from pg_constraint k join pg_attribute c on c.attrelid = k.conrelid and c.attnum = k.conkey[1]
             where k.contype = 'f' and k.confrelid = 'organization'::regclass"
        }
    };
    let split = |key: &String| {
        key.split_once('.')
            .map(|(table, column)| (table.to_owned(), column.to_owned()))
    };
    query(&world.db.url, keys).await.iter().filter_map(split).collect()
}

/// How many rows lead to an organisation, for each way there is.
async fn leading_to(world: &World, organization: i64) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (table, column) in keys_to_organizations(world).await {
        let sql = format!("select cast(count(*) as text) as text from {table} where {column} = {organization}");
        let count = query(&world.db.url, &sql).await.concat();
        found.push((format!("{table}.{column}"), count));
    }
    found
}

/// Something of every kind that leads to an organisation: what its house has, led there.
async fn lead_everything_to(world: &World, organization: i64) {
    let house = world.house("hagen").clone();
    let (founding, consenting) = (key(world, &house.founding).await, key(world, &house.consenting).await);
    let to = format!("organization_id = {organization}, municipality_id = null");
    let line = format!(
        "select id, {organization} from attendance_line where {}",
        which(&house.attendance)
    );
    put(world, &[
        format!("update directory_consent set organization_id = {organization} where organization_id = {consenting}"),
        format!("update \"position\" set {to} where {}", which(&house.position)),
        format!("update contact_point set {to} where {}", which(&house.contact)),
        format!("update project_participation set {to} where {}", which(&house.partner_part)),
        format!("update meeting_organizer set {to} where {}", which(&house.organizer)),
        format!("update session_role set {to} where {}", which(&house.role)),
        format!("update organization set parent_id = {organization} where id = {founding}"),
        format!("update change_proposal set {to} where {}", which(&house.proposal)),
        format!("update organization set status = 'REPLACED', replaced_by_id = {organization} where id = {consenting}"),
        format!("insert into attendance_line_organization (attendance_line_id, organization_id) {line}"),
        format!("insert into organization_successor (organization_id, successor_id) values ({organization}, {founding})"),
        format!("insert into organization_successor (organization_id, successor_id) values ({founding}, {organization})"),
        format!("insert into organization_topic (organization_id, topic_id) select {organization}, min(id) from topic"),
        format!(
            "insert into source_reference (public_id, revision, created_at, updated_at, title, organization_id)
             select 'of-the-organisation', 1, created_at, updated_at, 'Heft 2', id from organization where id = {organization}"
        ),
    ])
    .await;
}

#[tokio::test]
async fn whatever_led_to_the_replaced_record_leads_to_the_one_that_was_kept() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let (keep, replaced) = (
        key(&world, &house.organization).await,
        key(&world, &house.dormant).await,
    );
    lead_everything_to(&world, replaced).await;
    let before = leading_to(&world, replaced).await;
    let missing: Vec<_> = before.iter().filter(|(_, count)| count == "0").collect();
    assert!(missing.is_empty(), "the test leads nothing there by {missing:?}");
    assert!(before.len() > 10, "{before:?}");

    assert_eq!(join(&world, merge(&house.organization, &house.dormant)).await, []);

    let left = leading_to(&world, replaced).await;
    assert!(left.iter().all(|(_, count)| count == "0"), "{left:?}");
    let kept = leading_to(&world, keep).await;
    assert!(kept.iter().all(|(_, count)| count != "0"), "{kept:?}");
}

#[tokio::test]
async fn what_led_to_both_records_leads_to_the_kept_one_once() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let (keep, replaced) = (
        key(&world, &house.organization).await,
        key(&world, &house.dormant).await,
    );
    lead_everything_to(&world, replaced).await;
    let part = which(&house.partner_part);
    let columns = "revision, created_at, updated_at, project_id, role";
    let meeting = "revision, created_at, updated_at, meeting_id, role, position";
    put(&world, &[
        format!("insert into project_participation (public_id, {columns}, status, organization_id)
                 select 'invited', {columns}, 'INVITED', {keep} from project_participation where {part}"),
        format!("insert into meeting_organizer (public_id, {meeting}, status, organization_id)
                 select 'confirmed', {meeting}, 'CONFIRMED', {keep} from meeting_organizer where {}",
                which(&house.organizer)),
        format!("insert into attendance_line_organization (attendance_line_id, organization_id)
                 select attendance_line_id, {keep} from attendance_line_organization where organization_id = {replaced}"),
        format!("insert into organization_topic (organization_id, topic_id)
                 select {keep}, topic_id from organization_topic where organization_id = {replaced}"),
        format!("insert into organization_successor (organization_id, successor_id) values ({replaced}, {keep})"),
        format!("insert into directory_consent (public_id, revision, created_at, updated_at, organization_id, given_on, evidence)
                 select 'own', 1, created_at, updated_at, {keep}, given_on, 'Noch ein Brief' from directory_consent
                 where organization_id = {replaced}"),
    ])
    .await;

    assert_eq!(join(&world, merge(&house.organization, &house.dormant)).await, []);

    for (table, which) in [
        ("project_participation", "status = 'CONFIRMED'"),
        ("meeting_organizer", "status = 'CONFIRMED'"),
        ("attendance_line_organization", "1 = 1"),
        ("organization_topic", "1 = 1"),
        (
            "directory_consent",
            "evidence = 'Noch ein Brief' and withdrawn_on is null",
        ),
    ] {
        let all = format!("select cast(count(*) as text) as text from {table} where organization_id = {keep}");
        assert_eq!(query(&world.db.url, &all).await, ["1"], "{table}");
        assert_eq!(
            query(&world.db.url, &format!("{all} and {which}")).await,
            ["1"],
            "{table}"
        );
    }
    let itself = "select 'itself' as text from organization_successor where organization_id = successor_id";
    assert_eq!(query(&world.db.url, itself).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_old_id_still_answers_and_says_what_took_its_place_but_no_list_shows_it() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let lists = "{ organizations { totalCount nodes { name } } search(text: \"theaterkreis\") { totalCount }
        municipality(slug: \"hagen\") { organizations { nodes { name } } }
        found: organizations(search: \"theaterkreis\") { nodes { name alternateNames { name } } } }";
    let rename = UpdateOrganizationInput {
        name: MaybeUndefined::Value("Theaterkreis".into()),
        ..unchanged_organization(&house.dormant)
    };
    let renamed = world
        .admin("hagen")
        .update_organization(rename)
        .await
        .expect("an answer");
    assert_eq!(told(&renamed.user_errors), []);
    let before = world.ask(EDITOR, lists, json!({})).await;
    let mut input = merge(&house.organization, &house.dormant);
    input.expected_replaced_revision = 2;
    assert_eq!(join(&world, input).await, []);

    let after = world.ask(EDITOR, lists, json!({})).await;
    let count = |answer: &Value| answer["organizations"]["totalCount"].as_i64();
    assert_eq!(count(&after), count(&before).map(|count| count - 1));
    for list in [
        &after["organizations"]["nodes"],
        &after["municipality"]["organizations"]["nodes"],
    ] {
        let names: Vec<_> = list
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| &one["name"])
            .collect();
        assert!(
            !names.contains(&&json!("Theaterkreis")) && names.contains(&&json!("Chor")),
            "{names:?}"
        );
    }
    let found = json!([{ "name": "Chor", "alternateNames": [{ "name": "Theaterkreis" }] }]);
    assert_eq!(after["found"]["nodes"], found);
    assert_eq!(after["search"]["totalCount"], json!(1));

    let node = "query($id: ID!) { node(id: $id) { ... on Organization { name status replacedBy { id name }
        viewerCan { update merge dissolve revive } } } }";
    let old = world.ask(EDITOR, node, json!({ "id": house.dormant })).await;
    let can = json!({ "update": false, "merge": false, "dissolve": false, "revive": false });
    let wanted = json!({ "name": "Theaterkreis", "status": "REPLACED", "viewerCan": can,
        "replacedBy": { "id": house.organization, "name": "Chor" } });
    assert_eq!(old["node"], wanted);
    let nobody = world.ask(Who::Anonymous, node, json!({ "id": house.dormant })).await;
    assert_eq!(nobody["node"], json!(null));
}

#[tokio::test]
async fn a_replaced_record_cannot_be_changed_or_joined_again_and_takes_nothing_new() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    assert_eq!(join(&world, merge(&house.organization, &house.dormant)).await, []);
    let replaced = |keep: &str, replaced: &str| MergeOrganizationsInput {
        expected_replaced_revision: 2,
        ..merge(keep, replaced)
    };
    let kept = only(UserErrorCode::State, "input.replaced");
    assert_eq!(join(&world, replaced(&house.founding, &house.dormant)).await, kept);

    let update = UpdateOrganizationInput {
        expected_revision: 2,
        ..unchanged_organization(&house.dormant)
    };
    let answer = world
        .admin("hagen")
        .update_organization(update)
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), only(UserErrorCode::State, "input.id"));

    let below = UpdateOrganizationInput {
        parent: MaybeUndefined::Value(house.dormant.as_str().into()),
        ..unchanged_organization(&house.founding)
    };
    let answer = world
        .admin("hagen")
        .update_organization(below)
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), only(UserErrorCode::NotFound, "input.parent"));
    let contact = crate::attempt::new_contact(&house.dormant);
    let answer = world.admin("hagen").create_contact_point(contact).await;
    assert!(matches!(answer, Err(Error::NotFound)));
}

#[tokio::test]
async fn of_records_joined_one_after_the_other_each_leads_to_the_last() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    assert_eq!(join(&world, merge(&house.founding, &house.dormant)).await, []);
    let second = MergeOrganizationsInput {
        expected_replaced_revision: 2,
        ..merge(&house.organization, &house.founding)
    };
    assert_eq!(join(&world, second).await, []);

    let node = "query($id: ID!) { node(id: $id) { ... on Organization { replacedBy { id } } } }";
    for old in [&house.dormant, &house.founding] {
        let answer = world.ask(EDITOR, node, json!({ "id": old })).await;
        assert_eq!(answer["node"]["replacedBy"]["id"], json!(house.organization));
    }
}

#[tokio::test]
async fn records_of_two_cities_a_hidden_one_and_a_unit_of_the_other_are_not_joined() {
    let world = World::new().await;
    let (hagen, herne) = (world.house("hagen").clone(), world.house("herne").clone());
    let other = only(UserErrorCode::Invalid, "input.replaced");
    assert_eq!(
        join(&world, merge(&hagen.organization, &herne.organization)).await,
        other
    );
    assert_eq!(
        join(&world, merge(&hagen.organization, &hagen.organization)).await,
        other
    );
    let session = world.admin("hagen");
    let theirs = session.merge_organizations(merge(&herne.organization, &hagen.organization));
    assert!(matches!(theirs.await, Err(Error::Forbidden)));

    let hide = format!(
        "update organization set visibility = 'MUNICIPALITY' where {}",
        which(&herne.dormant)
    );
    let keep = key(&world, &hagen.organization).await;
    let below = format!(
        "update organization set parent_id = {keep} where {}",
        which(&hagen.founding)
    );
    put(&world, &[hide, below]).await;
    let hidden = session.merge_organizations(merge(&hagen.organization, &herne.dormant));
    assert!(matches!(hidden.await, Err(Error::NotFound)));
    assert_eq!(join(&world, merge(&hagen.organization, &hagen.founding)).await, other);
    assert_eq!(join(&world, merge(&hagen.founding, &hagen.organization)).await, other);
}

#[tokio::test]
async fn two_records_that_are_joined_both_ways_at_once_become_one() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let (one, other) = (world.admin("hagen"), world.admin("hagen"));

    let both = tokio::join!(
        one.merge_organizations(merge(&house.organization, &house.dormant)),
        other.merge_organizations(merge(&house.dormant, &house.organization)),
    );

    let refused = [both.0, both.1].map(|answer| told(&answer.expect("an answer").user_errors));
    let done = refused.iter().filter(|errors| errors.is_empty()).count();
    assert_eq!(done, 1, "{refused:?}");
    let rows = world.rows::<organization::Entity>().await;
    assert_eq!(rows.iter().filter(|row| row.replaced_by_id.is_some()).count(), 1);
}
