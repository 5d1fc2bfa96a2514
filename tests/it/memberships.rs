//! Who belongs to a network: how it begins, rests and ends, and what it opens and closes.

mod isolation;
mod joining;
mod leaving;
mod machine;
mod register;

use crate::small_world::{Who, World};
use async_graphql::ID;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, EntityTrait};
use verbund_domain::access::Policy;
use verbund_domain::session::Session;
use verbund_domain::{AnswerMembershipInput, DecideMembershipInput, LeaveNetworkInput};
use verbund_entity::network_membership::{ActiveModel, Entity, MembershipStatus, Model};

impl World {
    pub(crate) fn coordinator(&self, network: &'static str) -> Session {
        self.session(Who::Coordinator(network), Policy::standard())
    }

    /// The database's rows, for what a test arranges.
    async fn past_the_domain(&self) -> DatabaseConnection {
        let mut options = ConnectOptions::new(&self.db.url);
        options.max_connections(1).sqlx_logging(false);
        Database::connect(options).await.expect("the database opens")
    }

    async fn memberships(&self) -> Vec<Model> {
        self.rows::<Entity>().await
    }

    /// A membership by its global id.
    async fn membership(&self, id: &str) -> Model {
        let wanted = public_id(id);
        let mut rows = self.memberships().await;
        rows.retain(|row| row.public_id == wanted);
        rows.pop().expect("the membership")
    }

    /// Puts a membership into a state, whatever it was in.
    async fn put(&self, id: i64, status: MembershipStatus) {
        let connection = self.past_the_domain().await;
        let row = ActiveModel {
            id: Unchanged(id),
            status: Set(status),
            ..Default::default()
        };
        Entity::update(row).exec(&connection).await.expect("it is so");
        connection.close().await.expect("the connection closes");
    }
}

fn public_id(global: &str) -> String {
    verbund_domain::read::id::decode(global).expect("a global id").1
}

fn global(row: &Model) -> String {
    verbund_domain::read::id::encode("NetworkMembership", &row.public_id)
}

fn answer(id: &str) -> AnswerMembershipInput {
    AnswerMembershipInput {
        id: ID::from(id),
        expected_revision: None,
    }
}

fn decide(id: &str) -> DecideMembershipInput {
    DecideMembershipInput {
        id: ID::from(id),
        reason: "Beschluss des Netzwerks".into(),
        expected_revision: None,
    }
}

fn leave(id: &str) -> LeaveNetworkInput {
    LeaveNetworkInput {
        id: ID::from(id),
        reason: None,
        expected_revision: None,
    }
}
