use super::{only, told};
use crate::attempt::{new_contact, unchanged_contact};
use crate::small_world::{Who, World};
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::access::Policy;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::{
    ChannelType, ContactChannelInput, CreateContactPointInput, UpdateContactPointInput, WithdrawContactPointInput,
};
use verbund_entity::contact_point::PublicationBasis;
use verbund_entity::{Role, Visibility, contact_point};

fn channel(r#type: ChannelType, value: &str) -> ContactChannelInput {
    ContactChannelInput {
        r#type,
        value: value.into(),
        display: None,
    }
}

fn contact(owner: &str, channels: Vec<ContactChannelInput>) -> CreateContactPointInput {
    CreateContactPointInput {
        channels,
        ..new_contact(owner)
    }
}

async fn create(world: &World, input: CreateContactPointInput) -> Vec<(UserErrorCode, String)> {
    told(
        &world
            .admin("hagen")
            .create_contact_point(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

#[tokio::test]
async fn a_contact_is_stored_as_machines_read_it_and_shown_as_it_was_typed() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let ways = vec![
        channel(ChannelType::Phone, "030/23125-075"),
        channel(ChannelType::Email, "Integration@Stadt.example"),
        channel(ChannelType::Website, "www.stadt.example/integration"),
    ];

    assert_eq!(create(&world, contact(&hagen, ways)).await, []);

    let rows = world.rows::<contact_point::Entity>().await;
    assert_eq!(
        rows.last().expect("the contact").channels,
        serde_json::json!([
            { "type": "PHONE", "value": "+493023125075", "display": "030/23125-075" },
            { "type": "EMAIL", "value": "Integration@Stadt.example", "display": "Integration@Stadt.example" },
            {
                "type": "WEBSITE",
                "value": "https://www.stadt.example/integration",
                "display": "https://www.stadt.example/integration",
            },
        ])
    );
}

#[tokio::test]
async fn a_contact_needs_a_way_and_each_way_has_to_be_right() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();

    assert_eq!(
        create(&world, contact(&hagen, vec![])).await,
        only(UserErrorCode::Required, "input.channels")
    );
    let wrong = vec![
        channel(ChannelType::Email, "stadt.example"),
        channel(ChannelType::Phone, "siebzehn"),
    ];
    assert_eq!(
        create(&world, contact(&hagen, wrong)).await,
        [
            (UserErrorCode::Invalid, "input.channels.0.value".to_owned()),
            (UserErrorCode::Invalid, "input.channels.1.value".to_owned()),
        ]
    );
}

#[tokio::test]
async fn a_mobile_number_is_never_made_public_and_publishing_needs_a_basis() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let mobile = || vec![channel(ChannelType::Mobile, "0151 23456789")];
    let public = |basis| CreateContactPointInput {
        visibility: Visibility::Public,
        publication_basis: basis,
        ..contact(&hagen, mobile())
    };

    assert_eq!(
        create(&world, public(Some(PublicationBasis::Consent))).await,
        only(UserErrorCode::Invalid, "input.channels.0.type")
    );
    assert_eq!(
        create(&world, public(None)).await,
        [
            (UserErrorCode::Required, "input.publicationBasis".to_owned()),
            (UserErrorCode::Invalid, "input.channels.0.type".to_owned()),
        ]
    );
    assert_eq!(create(&world, contact(&hagen, mobile())).await, []);

    let rows = world.rows::<contact_point::Entity>().await;
    let kept = rows.last().expect("the contact");
    let publish = UpdateContactPointInput {
        visibility: MaybeUndefined::Value(Visibility::Public),
        publication_basis: MaybeUndefined::Value(PublicationBasis::Consent),
        ..unchanged_contact(&verbund_domain::read::id::encode("ContactPoint", &kept.public_id))
    };
    let answer = world
        .admin("hagen")
        .update_contact_point(publish)
        .await
        .expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::Invalid, "input.channels.0.type")
    );
}

#[tokio::test]
async fn two_spellings_of_one_mail_address_are_one_contact() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let with = |address: &str| contact(&hagen, vec![channel(ChannelType::Email, address)]);

    assert_eq!(create(&world, with("ki@hagen.example")).await, []);
    assert_eq!(
        create(&world, with("KI@Hagen.Example")).await,
        only(UserErrorCode::Duplicate, "input.channels.0.value")
    );
}

#[tokio::test]
async fn an_editor_publishes_a_functional_mailbox_but_not_by_calling_a_person_one() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let editor = world.session(Who::In(Role::Editor, "hagen"), Policy::standard());
    let public = |functional, basis| CreateContactPointInput {
        functional,
        visibility: Visibility::Public,
        publication_basis: Some(basis),
        ..new_contact(&hagen)
    };

    let mailbox = editor
        .create_contact_point(public(true, PublicationBasis::FunctionalAddress))
        .await;
    assert_eq!(told(&mailbox.expect("an answer").user_errors), []);
    let duty = editor
        .create_contact_point(public(true, PublicationBasis::OfficeDuty))
        .await;
    assert!(matches!(duty, Err(Error::Forbidden)));
    let person = editor
        .create_contact_point(public(false, PublicationBasis::FunctionalAddress))
        .await;
    assert!(matches!(person, Err(Error::Forbidden)));
}

#[tokio::test]
async fn a_withdrawn_contact_is_gone_for_others_and_cannot_be_changed() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let withdraw = || WithdrawContactPointInput {
        id: ID::from(&hagen.contact),
        expected_revision: None,
    };
    let session = world.admin("hagen");

    session.withdraw_contact_point(withdraw()).await.expect("an answer");
    let once = world.db.dump().await;
    let again = session.withdraw_contact_point(withdraw()).await.expect("an answer");
    assert_eq!(told(&again.user_errors), []);
    assert!(once == world.db.dump().await, "withdrawn twice");

    let change = UpdateContactPointInput {
        expected_revision: 2,
        purpose: MaybeUndefined::Value("Sprachkurse".into()),
        ..unchanged_contact(&hagen.contact)
    };
    let late = session.update_contact_point(change).await.expect("an answer");
    assert_eq!(told(&late.user_errors), only(UserErrorCode::State, "input.id"));
    let other = world.admin("herne").withdraw_contact_point(withdraw()).await;
    assert!(
        matches!(other, Err(Error::NotFound)),
        "what another city has withdrawn is not found"
    );
}

#[tokio::test]
async fn an_editor_neither_rewrites_a_published_contact_of_a_person_nor_turns_a_mailbox_into_one() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let editor = world.session(Who::In(Role::Editor, "hagen"), Policy::standard());
    // Public as an office's, though somebody has called it functional.
    let input = CreateContactPointInput {
        functional: true,
        visibility: Visibility::Public,
        publication_basis: Some(PublicationBasis::OfficeDuty),
        ..new_contact(&hagen.id)
    };
    assert_eq!(create(&world, input).await, []);
    let rows = world.rows::<contact_point::Entity>().await;
    let office = rows.iter().max_by_key(|row| row.id).expect("the contact");
    let office = verbund_domain::read::id::encode("ContactPoint", &office.public_id);
    let rewritten = UpdateContactPointInput {
        purpose: MaybeUndefined::Value("Anderes".into()),
        ..unchanged_contact(&office)
    };
    let answer = editor.update_contact_point(rewritten).await;
    assert!(matches!(answer, Err(Error::Forbidden)));

    // A mailbox that an editor may publish stays one.
    let published = UpdateContactPointInput {
        visibility: MaybeUndefined::Value(Visibility::Public),
        publication_basis: MaybeUndefined::Value(PublicationBasis::FunctionalAddress),
        ..unchanged_contact(&hagen.mailbox)
    };
    let answer = editor.update_contact_point(published).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let other_basis = UpdateContactPointInput {
        expected_revision: 2,
        publication_basis: MaybeUndefined::Value(PublicationBasis::Consent),
        ..unchanged_contact(&hagen.mailbox)
    };
    let answer = editor.update_contact_point(other_basis).await;
    assert!(matches!(answer, Err(Error::Forbidden)));
}

#[tokio::test]
async fn a_city_withdraws_its_contact_of_a_project_that_it_has_left() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let input = CreateContactPointInput {
        municipality: Some(ID::from(&hagen.id)),
        visibility: Visibility::Municipality,
        ..new_contact(&hagen.project)
    };
    assert_eq!(create(&world, input).await, []);
    let rows = world.rows::<contact_point::Entity>().await;
    let contact = rows.iter().max_by_key(|row| row.id).expect("the contact");
    let contact = verbund_domain::read::id::encode("ContactPoint", &contact.public_id);
    let connection = sea_orm::Database::connect(&world.db.url)
        .await
        .expect("the database opens");
    let left = "update project_participation set status = 'WITHDRAWN' where municipality_id =
        (select id from municipality where slug = 'hagen')";
    let hidden = "update project set visibility = 'MUNICIPALITY', lead_id = null";
    for statement in [left, hidden] {
        sea_orm::ConnectionTrait::execute_unprepared(&connection, statement)
            .await
            .expect("Hagen has left");
    }
    connection.close().await.expect("the connection closes");

    let input = WithdrawContactPointInput {
        id: ID::from(&contact),
        expected_revision: None,
    };
    let answer = world
        .admin("hagen")
        .withdraw_contact_point(input)
        .await
        .expect("an answer");

    assert_eq!(told(&answer.user_errors), []);
}
