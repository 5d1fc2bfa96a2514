//! Somebody who works for a municipality, as it knows them (Benutzerkonto einer Kommune). Of what the account is
//! elsewhere, nothing stands here.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "municipal_user")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub user_id: i64,
    pub municipality_id: i64,
    pub email: String,
    pub name: String,
    pub name_key: String,
    pub status: AccessStatus,
    pub set_up_hash: Option<String>,
    pub set_up_until: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// Whether somebody can work for a municipality (Stand des Zugangs).
    AccessStatus {
        /// Has not used the link to set the account up; until then the roles give nothing (eingeladen).
        Invited,
        /// Can use the roles held (aktiv).
        Active,
        /// The account was locked by those who run the installation (gesperrt).
        Locked,
        /// Works for the municipality no more (beendet).
        Deactivated,
    }
}
