//! Every machine as a table: from each state each step. What the table allows is done and leads where it says; all else
//! is refused, and the refusal names the states that the table has. The tables are written by hand.

mod meetings;
mod organizers;
mod parts;
mod projects;

use crate::small_world::World;
use sea_orm::{ActiveEnum, ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use std::fmt::Debug;
use verbund_domain::error::{UserError, UserErrorCode};

/// A step, and from where it leads whither.
type Step<S> = (&'static str, &'static [(S, S)]);

/// Compares what came of a step with its row of the table.
fn judge<S>((step, ways): &Step<S>, from: S, errors: &[UserError], after: S)
where
    S: ActiveEnum<Value = String> + Copy + Debug + PartialEq,
{
    if let Some((_, to)) = ways.iter().find(|(state, _)| *state == from) {
        assert_eq!(errors, [], "{step} from {from:?}");
        assert_eq!(after, *to, "{step} from {from:?}");
        return;
    }
    let allowed: Vec<String> = ways.iter().map(|(state, _)| state.to_value()).collect();
    let named = format!(
        "This needs the state {}; the state is {}.",
        allowed.join(", "),
        from.to_value()
    );
    let told: Vec<(UserErrorCode, &str)> = errors.iter().map(|one| (one.code, one.message.as_str())).collect();
    assert_eq!(told, [(UserErrorCode::State, named.as_str())], "{step} from {from:?}");
    assert_eq!(after, from, "{step} from {from:?} was refused and changed something");
}

/// The database past the domain, to put records into a state.
struct Bench {
    world: World,
    connection: DatabaseConnection,
}

impl Bench {
    async fn new() -> Bench {
        let world = World::new().await;
        let mut options = ConnectOptions::new(&world.db.url);
        options.max_connections(1).sqlx_logging(false);
        let connection = Database::connect(options)
            .await
            .expect("the database of the test opens");
        Bench { world, connection }
    }

    async fn put(&self, sql: &str) {
        self.connection.execute_unprepared(sql).await.expect("a state");
    }

    /// A text of the only row that is meant.
    async fn read(&self, sql: &str) -> String {
        let statement = sea_orm::Statement::from_string(self.connection.get_database_backend(), sql);
        let row = self.connection.query_one_raw(statement).await.expect("an answer");
        row.expect("a row").try_get_by_index(0).expect("a text")
    }

    /// The state of a record.
    async fn state<S: ActiveEnum<Value = String>>(&self, table: &str, column: &str, id: &str) -> S {
        let text = self
            .read(&format!("select {column} from {table} where {}", record(id)))
            .await;
        S::try_from_value(&text).expect("a state")
    }
}

/// The row with this global id.
fn record(global: &str) -> String {
    let public_id = verbund_domain::read::id::decode(global).expect("a global id").1;
    format!("public_id = '{public_id}'")
}
