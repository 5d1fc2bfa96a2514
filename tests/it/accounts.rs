//! Accounts: who signs in, and what is left of a token's roles once the database was asked.

mod ceiling;
mod ended;
mod operator;
mod passwords;
mod viewer;

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectOptions, Database, EntityTrait, IntoActiveModel};
use verbund_api::auth::{self, SigningKey, Tokens};
use verbund_domain::account::{self, Ceiling, Cost, NewUser, Passwords, Refusal, Role};
use verbund_domain::db::Db;
use verbund_domain::error::Error;
use verbund_domain::viewer::{Language, Place, Viewer};
use verbund_entity::municipality::MunicipalityKind;
use verbund_entity::network_membership::MembershipStatus;
use verbund_entity::{municipality, network, network_membership};
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
        let ceiling = account::ceiling_of(&self.db, &account.public_id, self.clock.now())
            .await
            .unwrap();
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
