//! Accounts: who signs in, and what is left of a token's roles once the database was asked.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectOptions, Database, EntityTrait, IntoActiveModel};
use verbund_api::auth::{self, SignIn, SignInInput, SigningKey, Tokens};
use verbund_domain::account::{self, Ceiling, Cost, NewUser, Passwords, Refusal, Role, Roles};
use verbund_domain::db::Db;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::viewer::{Grant, Language, Place, Viewer};
use verbund_entity::municipality::MunicipalityKind;
use verbund_entity::network_membership::MembershipStatus;
use verbund_entity::{audit_entry, municipality, network, network_membership};
use verbund_tests::{TestClock, TestDb};

const PASSWORD: &str = "ein langes Passwort";
const ANNA: &str = "Anna@Hagen.example";
const HAGEN: &str = "05914000";
const HERNE: &str = "05916000";
const NETWORK: &str = "ruhr";

/// Hagen and Herne in a network, Bochum outside of it, and an account without roles.
struct World {
    db: Db,
    clock: TestClock,
    passwords: Passwords,
    tokens: Tokens,
    test: TestDb,
    hagen: i64,
    herne: i64,
    network: i64,
}

impl World {
    async fn new() -> World {
        let test = TestDb::new().await;
        let clock = TestClock::new();
        let rows = Database::connect(ConnectOptions::new(&test.url)).await.unwrap();
        let network = network_row("ruhr", &clock).insert(&rows).await.unwrap().id;
        let hagen = town(HAGEN, "hagen", &clock).insert(&rows).await.unwrap().id;
        let herne = town(HERNE, "herne", &clock).insert(&rows).await.unwrap().id;
        town("05911000", "bochum", &clock).insert(&rows).await.unwrap();
        for town in [hagen, herne] {
            membership(network, town, &clock).insert(&rows).await.unwrap();
        }
        rows.close().await.unwrap();
        let db = Db::connect(&test.url).await.unwrap();
        let passwords = Passwords::new(Cost::LEAST).unwrap();
        let anna = NewUser {
            email: ANNA,
            name: "Anna",
            password: PASSWORD,
        };
        account::add_user(&db, &passwords, anna, clock.now()).await.unwrap();
        let tokens = Tokens::new(
            SigningKey::generate().unwrap(),
            "https://verbund.example",
            clock.clock(),
        );
        World {
            db,
            clock,
            passwords,
            tokens,
            test,
            hagen,
            herne,
            network,
        }
    }

    async fn grant(&self, place: Place, role: Role) -> Result<(), Refusal> {
        account::grant_role(&self.db, ANNA, place, role, self.clock.now()).await
    }

    async fn revoke(&self, place: Place, role: Role) -> Result<(), Refusal> {
        account::revoke_role(&self.db, ANNA, place, role, self.clock.now()).await
    }

    async fn sign_in(&self, email: &str, password: &str) -> Option<String> {
        let account = account::sign_in(&self.db, &self.passwords, email, password)
            .await
            .unwrap()?;
        let ceiling = account::ceiling_of(&self.db, &account.public_id).await.unwrap();
        Some(
            self.tokens
                .issue(&account.public_id, "test", &ceiling, None)
                .unwrap()
                .token,
        )
    }

    /// The viewer of a request with this token.
    async fn request(&self, token: &str) -> Result<Viewer, Error> {
        auth::viewer(&self.db, &self.tokens, Some(token), Language::German).await
    }

    /// The viewer of a request with a token that lends as much as this.
    async fn lend(&self, ceiling: &Ceiling) -> Viewer {
        let anna = account::find_user(&self.db, ANNA).await.unwrap().public_id;
        let token = self.tokens.issue(&anna, "test", ceiling, None).unwrap().token;
        self.request(&token).await.unwrap()
    }

    async fn set_membership(&self, town: i64, status: MembershipStatus) {
        let rows = Database::connect(ConnectOptions::new(&self.test.url)).await.unwrap();
        let all = network_membership::Entity::find().all(&rows).await.unwrap();
        let row = all.into_iter().find(|row| row.municipality_id == town).unwrap();
        let mut row = row.into_active_model();
        row.status = Set(status);
        row.update(&rows).await.unwrap();
        rows.close().await.unwrap();
    }
}

fn in_hagen(role: Role) -> Ceiling {
    Ceiling {
        municipalities: [(HAGEN.to_owned(), role)].into(),
        ..Ceiling::default()
    }
}

fn network_row(slug: &str, clock: &TestClock) -> network::ActiveModel {
    network::ActiveModel {
        public_id: Set(slug.to_owned()),
        revision: Set(1),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        slug: Set(slug.to_owned()),
        name: Set(slug.to_owned()),
        name_key: Set(slug.to_owned()),
        purposes: Set(serde_json::json!([])),
        default_language: Set("de".to_owned()),
        time_zone: Set("Europe/Berlin".to_owned()),
        search_text: Set(String::new()),
        ..Default::default()
    }
}

fn town(ags: &str, slug: &str, clock: &TestClock) -> municipality::ActiveModel {
    municipality::ActiveModel {
        public_id: Set(slug.to_owned()),
        revision: Set(1),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        slug: Set(slug.to_owned()),
        name: Set(slug.to_owned()),
        name_key: Set(slug.to_owned()),
        official_name: Set(slug.to_owned()),
        kind: Set(MunicipalityKind::IndependentCity),
        ags: Set(Some(ags.to_owned())),
        keys_confirmed: Set(true),
        search_text: Set(String::new()),
        ..Default::default()
    }
}

fn membership(network: i64, town: i64, clock: &TestClock) -> network_membership::ActiveModel {
    network_membership::ActiveModel {
        public_id: Set(format!("{network}-{town}")),
        revision: Set(1),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        network_id: Set(network),
        municipality_id: Set(town),
        status: Set(MembershipStatus::Active),
        ..Default::default()
    }
}

#[tokio::test]
async fn the_right_password_signs_in_however_the_address_is_written() {
    let world = World::new().await;
    for email in [ANNA, "anna@hagen.example", " ANNA@HAGEN.EXAMPLE "] {
        let token = world.sign_in(email, PASSWORD).await.expect(email);
        assert!(world.request(&token).await.unwrap().user.is_some());
    }
}

#[tokio::test]
async fn wrong_passwords_unknown_addresses_and_locked_accounts_answer_alike() {
    let world = World::new().await;
    let sign_in = SignIn::new(world.db.clone(), world.passwords.clone(), world.tokens.clone());
    let answer = async |email: &str, password: &str, language| {
        let input = SignInInput {
            email: email.to_owned(),
            password: password.to_owned(),
        };
        let payload = sign_in.answer(input, None, language).await.unwrap();
        assert_eq!((payload.access_token, payload.expires_at), (None, None));
        payload.user_errors
    };
    let wrong = answer(ANNA, "ein anderes Passwort", Language::German).await;
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].code, UserErrorCode::Invalid);
    assert_eq!(wrong[0].path, ["input"]);
    assert!(wrong[0].message.contains("Passwort"));
    assert_eq!(answer("nobody@hagen.example", PASSWORD, Language::German).await, wrong);
    assert_eq!(answer("", "", Language::German).await, wrong);
    assert_eq!(answer(ANNA, &"a".repeat(100_000), Language::German).await, wrong);
    account::lock_user(&world.db, ANNA, world.clock.now()).await.unwrap();
    assert_eq!(answer(ANNA, PASSWORD, Language::German).await, wrong);
    assert!(
        answer(ANNA, PASSWORD, Language::English).await[0]
            .message
            .contains("password")
    );
}

#[tokio::test]
async fn whoever_knows_the_password_signs_in_as_often_as_need_be() {
    let world = World::new().await;
    let sign_in = SignIn::new(world.db.clone(), world.passwords.clone(), world.tokens.clone());
    let house = Some("192.0.2.1".parse().unwrap());
    for _ in 0..50 {
        assert!(sign_in.sign_in(ANNA, PASSWORD, house).await.unwrap().is_some());
    }
    for _ in 0..5 {
        assert!(sign_in.sign_in(ANNA, "a guess", house).await.unwrap().is_none());
    }
    assert!(matches!(
        sign_in.sign_in(ANNA, PASSWORD, house).await,
        Err(Error::RateLimited { .. })
    ));
    let elsewhere = Some("192.0.2.2".parse().unwrap());
    assert!(sign_in.sign_in(ANNA, PASSWORD, elsewhere).await.unwrap().is_some());
}

#[tokio::test]
async fn a_password_is_stored_as_argon2id_with_its_own_salt() {
    let passwords = Passwords::new(Cost::OWASP).unwrap();
    let (first, second) = (
        passwords.hash(PASSWORD).await.unwrap(),
        passwords.hash(PASSWORD).await.unwrap(),
    );
    assert!(first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{first}");
    assert_ne!(first, second);
    assert!(passwords.fits(Some(&first), PASSWORD).await.unwrap());
    assert!(!passwords.fits(Some(&first), "ein langes passwort").await.unwrap());
    assert!(!passwords.fits(Some("not a hash"), PASSWORD).await.unwrap());
    assert!(!passwords.fits(None, PASSWORD).await.unwrap());
}

#[tokio::test]
async fn whoever_comes_when_too_many_passwords_wait_is_told_to_come_back() {
    let passwords = Passwords::new(Cost::OWASP).unwrap();
    let tries: Vec<_> = (0..100)
        .map(|_| {
            let passwords = passwords.clone();
            tokio::spawn(async move { passwords.fits(None, PASSWORD).await })
        })
        .collect();
    let mut refused = 0;
    for attempt in tries {
        match attempt.await.unwrap() {
            Ok(fits) => assert!(!fits),
            Err(Error::RateLimited { retry_after_seconds }) => {
                assert_eq!(retry_after_seconds, 1);
                refused += 1;
            }
            Err(other) => panic!("{other}"),
        }
    }
    assert!((1..100).contains(&refused), "{refused} of 100");
}

#[tokio::test]
async fn a_request_without_a_token_is_anonymous_and_one_with_a_bad_token_is_nobody() {
    let world = World::new().await;
    let anonymous = auth::viewer(&world.db, &world.tokens, None, Language::English)
        .await
        .unwrap();
    assert_eq!(anonymous, Viewer::anonymous(world.clock.now(), Language::English));
    for token in ["", "x", "null"] {
        assert!(
            matches!(world.request(token).await, Err(Error::Unauthenticated)),
            "{token}"
        );
    }
}

#[tokio::test]
async fn an_editor_of_hagen_sees_the_network_of_hagen() {
    let world = World::new().await;
    world
        .grant(Place::Municipality(world.hagen), Role::Editor)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(
        viewer.grants,
        [Grant {
            place: Place::Municipality(world.hagen),
            role: Role::Editor
        }]
    );
    assert_eq!(viewer.own, [world.hagen]);
    assert_eq!(viewer.administered, [] as [i64; 0]);
    assert_eq!(viewer.active, [world.hagen]);
    assert_eq!(viewer.networks, [world.network]);
    assert_eq!(viewer.coordinated, [] as [i64; 0]);
    assert_eq!(viewer.peers, [world.hagen, world.herne]);
    assert_eq!(viewer.now, world.clock.now());
}

#[tokio::test]
async fn a_coordinator_sees_the_network_and_owns_no_town() {
    let world = World::new().await;
    world
        .grant(Place::Network(world.network), Role::Coordinator)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(viewer.coordinated, [world.network]);
    assert_eq!(viewer.networks, [world.network]);
    assert_eq!(viewer.peers, [world.hagen, world.herne]);
    assert_eq!((viewer.own, viewer.active), (vec![], vec![]));
}

#[tokio::test]
async fn an_operator_sees_no_network() {
    let world = World::new().await;
    world.grant(Place::Installation, Role::Operator).await.unwrap();
    world.grant(Place::Installation, Role::Auditor).await.unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    let roles: Vec<Role> = viewer.grants.iter().map(|grant| grant.role).collect();
    assert_eq!(roles, [Role::Operator, Role::Auditor]);
    assert_eq!((viewer.own, viewer.networks, viewer.peers), (vec![], vec![], vec![]));
}

#[tokio::test]
async fn a_suspended_member_keeps_its_house_and_loses_the_network_at_the_next_request() {
    let world = World::new().await;
    world
        .grant(Place::Municipality(world.hagen), Role::Admin)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    assert_eq!(world.request(&token).await.unwrap().networks, [world.network]);

    world.set_membership(world.hagen, MembershipStatus::Suspended).await;
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(
        (viewer.own, viewer.administered),
        (vec![world.hagen], vec![world.hagen])
    );
    assert_eq!((viewer.active, viewer.networks, viewer.peers), (vec![], vec![], vec![]));

    world.set_membership(world.hagen, MembershipStatus::Active).await;
    assert_eq!(world.request(&token).await.unwrap().networks, [world.network]);
    world.set_membership(world.herne, MembershipStatus::Suspended).await;
    assert_eq!(
        world.request(&token).await.unwrap().peers,
        [world.hagen],
        "the suspended one is no peer"
    );
}

#[tokio::test]
async fn the_token_is_a_ceiling_over_the_database() {
    let world = World::new().await;
    let roles = [None, Some(Role::Viewer), Some(Role::Editor), Some(Role::Admin)];
    for held in roles {
        if let Some(role) = held {
            world.grant(Place::Municipality(world.hagen), role).await.ok();
        }
        for lent in [
            Role::Viewer,
            Role::Editor,
            Role::Admin,
            Role::Coordinator,
            Role::Operator,
        ] {
            let viewer = world.lend(&in_hagen(lent)).await;
            let effective = viewer.grants.first().map(|grant| grant.role);
            let expected = held.filter(|_| lent <= Role::Admin).map(|held| held.min(lent));
            assert_eq!(effective, expected, "held {held:?}, lent {lent:?}");
        }
        assert_eq!(
            world.lend(&Ceiling::default()).await.grants,
            [],
            "held {held:?}, nothing lent"
        );
    }
}

#[tokio::test]
async fn a_token_for_one_town_opens_no_other() {
    let world = World::new().await;
    world
        .grant(Place::Municipality(world.hagen), Role::Editor)
        .await
        .unwrap();
    world
        .grant(Place::Network(world.network), Role::Coordinator)
        .await
        .unwrap();
    world.grant(Place::Installation, Role::Auditor).await.unwrap();
    let herne = Ceiling {
        municipalities: [(HERNE.to_owned(), Role::Admin)].into(),
        ..Ceiling::default()
    };
    assert_eq!(world.lend(&herne).await.grants, []);
    let elsewhere = Ceiling {
        municipalities: [(NETWORK.to_owned(), Role::Editor)].into(),
        networks: [(HAGEN.to_owned(), Role::Coordinator), (NETWORK.to_owned(), Role::Admin)].into(),
        installation: [Role::Operator].into(),
    };
    assert_eq!(world.lend(&elsewhere).await.grants, []);
}

/// So many towns in which Anna is an editor; those of the world are not among them.
async fn editor_of(world: &World, towns: usize) -> Vec<i64> {
    let rows = Database::connect(ConnectOptions::new(&world.test.url)).await.unwrap();
    let mut keys = Vec::new();
    for index in 0..towns {
        let town = town(&format!("09{index:06}"), &format!("town-{index}"), &world.clock);
        keys.push(town.insert(&rows).await.unwrap().id);
    }
    rows.close().await.unwrap();
    for key in &keys {
        world.grant(Place::Municipality(*key), Role::Editor).await.unwrap();
    }
    keys
}

#[tokio::test]
async fn whoever_has_roles_in_many_towns_signs_in_and_has_them_as_the_database_says() {
    let world = World::new().await;
    let towns = editor_of(&world, 150).await;
    world
        .grant(Place::Network(world.network), Role::Coordinator)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(viewer.own, towns);
    assert_eq!(viewer.coordinated, [world.network]);
    world.revoke(Place::Municipality(towns[0]), Role::Editor).await.unwrap();
    world.grant(Place::Municipality(towns[1]), Role::Viewer).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(viewer.own.len(), 149);
    assert!(!viewer.own.contains(&towns[0]));
    let second = viewer
        .grants
        .iter()
        .find(|grant| grant.place == Place::Municipality(towns[1]));
    assert_eq!(second.map(|grant| grant.role), Some(Role::Viewer));
    account::lock_user(&world.db, ANNA, world.clock.now()).await.unwrap();
    assert!(matches!(world.request(&token).await, Err(Error::Unauthenticated)));
}

#[tokio::test]
async fn up_to_twenty_towns_are_named_in_the_token_and_open_no_other() {
    let world = World::new().await;
    let towns = editor_of(&world, 20).await;
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let ceiling = world.tokens.verify(&token).unwrap().ceiling;
    assert!(matches!(&ceiling.municipalities, Roles::Named(named) if named.len() == 20));
    world
        .grant(Place::Municipality(world.hagen), Role::Editor)
        .await
        .unwrap();
    assert_eq!(
        world.request(&token).await.unwrap().own,
        towns,
        "more needs a new token"
    );
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    assert_eq!(
        world.tokens.verify(&token).unwrap().ceiling.municipalities,
        Roles::AsHeld
    );
    assert_eq!(world.request(&token).await.unwrap().own.len(), 21);
}

#[tokio::test]
async fn a_role_that_is_taken_away_ends_at_the_next_request() {
    let world = World::new().await;
    world
        .grant(Place::Municipality(world.hagen), Role::Editor)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    world
        .grant(Place::Municipality(world.hagen), Role::Viewer)
        .await
        .unwrap();
    assert_eq!(world.request(&token).await.unwrap().grants[0].role, Role::Viewer);
    world
        .revoke(Place::Municipality(world.hagen), Role::Viewer)
        .await
        .unwrap();
    assert_eq!(world.request(&token).await.unwrap().grants, []);
    world
        .grant(Place::Municipality(world.hagen), Role::Admin)
        .await
        .unwrap();
    assert_eq!(
        world.request(&token).await.unwrap().grants[0].role,
        Role::Editor,
        "more needs a new token"
    );
}

#[tokio::test]
async fn the_token_of_a_locked_account_is_worth_nothing() {
    let world = World::new().await;
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    account::lock_user(&world.db, ANNA, world.clock.now()).await.unwrap();
    assert!(matches!(world.request(&token).await, Err(Error::Unauthenticated)));
    assert!(world.sign_in(ANNA, PASSWORD).await.is_none());
}

#[tokio::test]
async fn a_token_of_an_account_that_is_not_there_is_worth_nothing() {
    let world = World::new().await;
    for subject in ["nobody", ANNA, "1", "%"] {
        let token = world
            .tokens
            .issue(subject, "test", &in_hagen(Role::Admin), None)
            .unwrap()
            .token;
        assert!(
            matches!(world.request(&token).await, Err(Error::Unauthenticated)),
            "{subject}"
        );
    }
}

#[tokio::test]
async fn a_token_ends_after_a_quarter_of_an_hour() {
    let world = World::new().await;
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    world.clock.turn(TimeDelta::minutes(14));
    assert!(world.request(&token).await.is_ok());
    world.clock.turn(TimeDelta::minutes(2));
    assert!(matches!(world.request(&token).await, Err(Error::Unauthenticated)));
}

#[tokio::test]
async fn an_active_member_never_loses_its_last_administrator() {
    let world = World::new().await;
    let hagen = Place::Municipality(world.hagen);
    world.grant(hagen, Role::Admin).await.unwrap();
    assert!(matches!(
        world.revoke(hagen, Role::Admin).await,
        Err(Refusal::LastAdministrator(_))
    ));
    assert!(matches!(
        world.grant(hagen, Role::Editor).await,
        Err(Refusal::LastAdministrator(_))
    ));
    let bernd = NewUser {
        email: "bernd@hagen.example",
        name: "Bernd",
        password: PASSWORD,
    };
    account::add_user(&world.db, &world.passwords, bernd, world.clock.now())
        .await
        .unwrap();
    account::grant_role(&world.db, "bernd@hagen.example", hagen, Role::Admin, world.clock.now())
        .await
        .unwrap();
    world.revoke(hagen, Role::Admin).await.unwrap();
}

#[tokio::test]
async fn what_is_not_right_about_an_account_is_refused_and_leaves_no_trace() {
    let world = World::new().await;
    let before = world.test.dump().await;
    let add = async |email: &'static str, password: &'static str| {
        let user = NewUser {
            email,
            name: "Somebody",
            password,
        };
        account::add_user(&world.db, &world.passwords, user, world.clock.now())
            .await
            .unwrap_err()
    };
    for email in [
        "",
        "anna",
        "@hagen.example",
        "anna@hagen",
        "anna@.example",
        "an na@hagen.example",
        "a@b@c.example",
    ] {
        assert!(matches!(add(email, PASSWORD).await, Refusal::Email(_)), "{email}");
    }
    assert!(matches!(
        add("new@hagen.example", "elf Zeichen").await,
        Refusal::Password(11)
    ));
    assert!(matches!(
        add("ANNA@hagen.example", PASSWORD).await,
        Refusal::Duplicate(_)
    ));
    assert!(matches!(
        world.grant(Place::Installation, Role::Admin).await,
        Err(Refusal::Place(_))
    ));
    assert!(matches!(
        world.grant(Place::Municipality(world.hagen), Role::Operator).await,
        Err(Refusal::Place(_))
    ));
    assert!(matches!(
        world.revoke(Place::Municipality(world.hagen), Role::Editor).await,
        Err(Refusal::NotHeld(_))
    ));
    let unknown = account::lock_user(&world.db, "nobody@hagen.example", world.clock.now()).await;
    assert!(matches!(unknown, Err(Refusal::UnknownUser(_))));
    assert_eq!(world.test.dump().await, before);
}

#[tokio::test]
async fn roles_hold_in_places_that_people_can_name() {
    let world = World::new().await;
    let place = async |role, municipality, network| account::place_of(&world.db, role, municipality, network).await;
    assert_eq!(
        place(Role::Editor, Some(HAGEN), None).await.unwrap(),
        Place::Municipality(world.hagen)
    );
    assert_eq!(
        place(Role::Editor, Some("hagen"), None).await.unwrap(),
        Place::Municipality(world.hagen)
    );
    assert_eq!(
        place(Role::Coordinator, None, Some(NETWORK)).await.unwrap(),
        Place::Network(world.network)
    );
    assert_eq!(place(Role::Auditor, None, None).await.unwrap(), Place::Installation);
    assert!(matches!(
        place(Role::Editor, Some("00000000"), None).await,
        Err(Refusal::UnknownMunicipality(_))
    ));
    assert!(matches!(
        place(Role::Coordinator, None, Some("none")).await,
        Err(Refusal::UnknownNetwork(_))
    ));
    assert!(matches!(place(Role::Editor, None, None).await, Err(Refusal::Place(_))));
    assert!(matches!(
        place(Role::Coordinator, Some(HAGEN), None).await,
        Err(Refusal::Place(_))
    ));
    assert!(matches!(
        place(Role::Operator, Some(HAGEN), None).await,
        Err(Refusal::Place(_))
    ));
}

#[tokio::test]
async fn every_change_of_an_account_is_in_the_audit_log_without_its_values() {
    let world = World::new().await;
    let hagen = Place::Municipality(world.hagen);
    world.grant(hagen, Role::Editor).await.unwrap();
    world.revoke(hagen, Role::Editor).await.unwrap();
    account::lock_user(&world.db, ANNA, world.clock.now()).await.unwrap();
    let rows = Database::connect(ConnectOptions::new(&world.test.url)).await.unwrap();
    let entries = audit_entry::Entity::find().all(&rows).await.unwrap();
    let actions: Vec<&str> = entries.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["USER_ADD", "USER_GRANT", "USER_REVOKE", "USER_LOCK"]);
    assert!(!format!("{entries:?}").to_lowercase().contains("anna"));
    rows.close().await.unwrap();
}

#[tokio::test]
async fn the_operator_sees_accounts_with_their_roles() {
    let world = World::new().await;
    world
        .grant(Place::Municipality(world.hagen), Role::Editor)
        .await
        .unwrap();
    world
        .grant(Place::Network(world.network), Role::Coordinator)
        .await
        .unwrap();
    world.grant(Place::Installation, Role::Auditor).await.unwrap();
    let users = account::list_users(&world.db).await.unwrap();
    let shown: Vec<_> = users[0]
        .grants
        .iter()
        .map(|grant| (grant.role.as_str(), grant.place.as_deref()))
        .collect();
    assert_eq!(users.len(), 1);
    assert_eq!((users[0].email.as_str(), users[0].status.as_str()), (ANNA, "ACTIVE"));
    assert_eq!(
        shown,
        [
            ("EDITOR", Some(HAGEN)),
            ("COORDINATOR", Some(NETWORK)),
            ("AUDITOR", None)
        ]
    );
}
