//! The schema: the register's planned roots, a few ordinary ones, and the mutations.

mod agendas;
mod directory;
mod houses;
mod meetings;
mod networks;
mod projects;
mod proposals;
mod root;
mod statistics;
mod users;
mod viewer;

use crate::auth::{PasswordMutation, SignInMutation};
use async_graphql::{EmptySubscription, MergedObject, Schema};
pub use root::Ran;
use root::Root;
use verbund_domain::read::Planned;
use verbund_domain::register::{self, Register};

/// All queries.
#[derive(MergedObject, Default)]
pub struct Query(Planned<Register>, viewer::ViewerQuery, statistics::StatisticsQuery);

/// All mutations.
#[derive(MergedObject, Default)]
pub struct Mutation(
    SignInMutation,
    houses::HousesMutation,
    projects::ProjectsMutation,
    meetings::MeetingsMutation,
    agendas::AgendasMutation,
    networks::NetworksMutation,
    directory::DirectoryMutation,
    proposals::ProposalsMutation,
    users::UserMutation,
    PasswordMutation,
);

pub type Api = Schema<Root<Query>, Root<Mutation>, EmptySubscription>;

/// Builds the schema. No extension is registered: one would double the cost of execution.
pub fn build() -> Api {
    register::declare();
    Schema::build(Root(Query::default()), Root(Mutation::default()), EmptySubscription)
        .disable_suggestions()
        .finish()
}
