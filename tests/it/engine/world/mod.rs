//! A world in which everybody sees everything: two networks, six municipalities, and what they do together. Names have
//! umlauts and quotes, times and names are shared, so that the order of a list needs more than its column.

use crate::asking::ask;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, EntityTrait, TransactionTrait};
use verbund_api::graphql;
use verbund_domain::viewer::{Language, Viewer};
use verbund_tests::oracle::{Oracle, Rows, Schema};
use verbund_tests::{TestApp, TestClock, TestDb};

/// Tables of which only administrators of municipalities see anything.
pub const ADMINISTRATED: [&str; 2] = ["municipal_user", "role_grant"];

/// A server on the world.
pub struct World {
    pub app: TestApp,
}

impl World {
    pub async fn new() -> World {
        World::times(1).await
    }

    /// The same world so many times over, side by side.
    pub async fn times(copies: usize) -> World {
        let database = TestDb::new().await;
        let connection = open(&database.url).await;
        let mut making = Making {
            connection: connection.begin().await.expect("a transaction"),
            now: TestClock::new().now(),
            made: 0,
            copy: 0,
            places: Vec::new(),
            series: Vec::new(),
        };
        for copy in 0..copies {
            making.copy = copy;
            making.all().await;
        }
        making.connection.commit().await.expect("the world is kept");
        connection.close().await.expect("the connection closes");
        World {
            app: TestApp::on(database).await,
        }
    }

    /// How many statements a document takes.
    pub async fn statements(&self, document: &str, variables: serde_json::Value) -> u32 {
        let anonymous = Viewer::anonymous(self.app.clock.now(), Language::English);
        self.statements_of(anonymous, document, variables).await
    }

    /// How many statements a document of this viewer takes.
    pub async fn statements_of(&self, viewer: Viewer, document: &str, variables: serde_json::Value) -> u32 {
        ask(&self.app.db, viewer, document, variables).await.1
    }

    /// How many rows a table has.
    pub async fn count<E: EntityTrait>(&self) -> usize {
        let connection = self.app.rows().await;
        let rows = E::find().all(&connection).await.expect("the rows of a table").len();
        connection.close().await.expect("the connection closes");
        rows
    }

    /// What the oracle knows of it, for anybody.
    pub async fn oracle(&self) -> Oracle {
        let rows = self.all_rows().await.without(&ADMINISTRATED);
        self.oracle_of(rows)
    }

    /// The same for who administers every municipality.
    pub async fn oracle_of_administrators(&self) -> Oracle {
        self.oracle_of(self.all_rows().await)
    }

    async fn all_rows(&self) -> Rows {
        let connection = self.app.rows().await;
        let rows = Rows::load(&connection).await;
        connection.close().await.expect("the connection closes");
        rows
    }

    fn oracle_of(&self, rows: Rows) -> Oracle {
        let schema = Schema::parse(&graphql::build().sdl());
        Oracle::new(schema, rows, self.app.clock.now().date_naive())
    }
}

async fn open(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("the database opens")
}

struct Making {
    connection: DatabaseTransaction,
    now: DateTime<Utc>,
    made: u32,
    copy: usize,
    /// Where the meetings are held.
    places: Vec<i64>,
    /// What they are editions of.
    series: Vec<i64>,
}

/// Inserts a row with what every record has, and answers with its key.
macro_rules! record {
    ($world:expr, $table:ident { $($column:ident: $value:expr),* $(,)? }) => {{
        $world.made += 1;
        let made = $world.made;
        let row = $table::ActiveModel {
            public_id: Set(uuid::Uuid::from_u128(0x1000_0000 + u128::from(made)).simple().to_string()),
            revision: Set(1 + (made % 3) as i32),
            created_at: Set($world.now - TimeDelta::milliseconds(i64::from(made) * 86_399_137)),
            updated_at: Set($world.now - TimeDelta::milliseconds(i64::from(made) * 1_001)),
            $($column: Set($value),)*
            ..Default::default()
        };
        row.insert(&$world.connection).await.expect("a record of the world").id
    }};
}

/// Inserts a row of a table that only joins.
macro_rules! join {
    ($world:expr, $table:ident { $($column:ident: $value:expr),* $(,)? }) => {
        $table::ActiveModel { $($column: Set($value)),* }.insert(&$world.connection).await.expect("a join")
    };
}

/// What a source is a source of.
macro_rules! source {
    ($world:expr, $owner:ident: $key:expr) => {{
        let number = $world.made;
        record!(
            $world,
            source_reference {
                title: format!("Bericht „{number}“ \\ \"neu\"\tund\nweiter"),
                publisher: (number % 2 == 0).then(|| "Stadtarchiv Überall".to_owned()),
                published_on: [Some("2019".to_owned()), Some("2019-24".to_owned()), None][number as usize % 3].clone(),
                url: (number % 3 == 0).then(|| format!("https://archiv.example/{number}")),
                $owner: Some($key),
            }
        )
    }};
}

mod agendas;
mod houses;
mod people;
mod series;
mod users;
mod work;

impl Making {
    fn slug(&self, name: &str) -> String {
        match self.copy {
            0 => name.to_owned(),
            copy => format!("{name}-copy-{copy}"),
        }
    }

    async fn all(&mut self) {
        let topics = self.topics().await;
        let cities = self.municipalities().await;
        let networks = self.networks(&cities).await;
        self.users(&cities).await;
        let organizations = self.organizations(&cities, &topics).await;
        let positions = self.positions(&cities, &organizations, &networks, &topics).await;
        let projects = self.projects(&cities, &organizations, &topics).await;
        self.places = self.places(&cities).await;
        self.series = self.series(&cities, &networks, &topics).await;
        let meetings = self
            .meetings(&cities, &organizations, &networks, (&projects, &topics))
            .await;
        self.contacts(&cities, &organizations, &positions, (&projects, &meetings, &topics))
            .await;
        let sessions = self.agendas(&cities, (&organizations, &positions), &meetings).await;
        self.results(&cities, &sessions).await;
        self.documents(&cities, (&meetings, &sessions, &projects)).await;
        self.attendance(&cities, &organizations, &meetings).await;
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
