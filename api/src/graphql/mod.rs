//! The schema: the register's planned roots, a few ordinary ones, and the mutations.

mod agendas;
mod directory;
mod houses;
mod meetings;
mod networks;
mod permission;
mod projects;
mod proposals;
mod root;
mod statistics;
mod users;
mod viewer;

use crate::auth::{PasswordMutation, SignInMutation};
use async_graphql::{EmptySubscription, MergedObject, SDLExportOptions, Schema};
use permission::Permitted;
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

pub type Api = Schema<Root<Query>, Root<Permitted<Mutation>>, EmptySubscription>;

/// Builds the schema. No extension is registered: one would double the cost of execution.
pub fn build() -> Api {
    register::declare();
    let mutation = Root(Permitted(Mutation::default()));
    Schema::build(Root(Query::default()), mutation, EmptySubscription)
        .disable_suggestions()
        .finish()
}

/// The schema as text, as it is published.
pub fn sdl(api: &Api) -> String {
    api.sdl_with_options(SDLExportOptions::new().include_specified_by())
}
