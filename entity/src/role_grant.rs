//! A role that a user holds in a municipality, in a network, or for the installation (Berechtigung).

use crate::Role;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "role_grant")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub user_id: i64,
    pub municipality_id: Option<i64>,
    pub network_id: Option<i64>,
    /// Where the role holds in a municipality: who that is there.
    pub municipal_user_id: Option<i64>,
    /// Whom it stands in for; a role of one's own has none.
    pub substitute_for_id: Option<i64>,
    pub role: Role,
    /// The last day it gives anything.
    pub valid_until: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
