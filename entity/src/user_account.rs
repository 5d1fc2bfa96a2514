//! Somebody who can sign in (Benutzerkonto).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "user_account")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub email: String,
    pub email_key: String,
    pub name: String,
    pub status: UserStatus,
    pub password_hash: String,
    /// Tokens of another generation are refused.
    pub token_generation: i32,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// Whether an account can be used (Stand des Kontos).
    UserStatus {
        /// Has no password yet (eingeladen).
        Invited,
        /// Can sign in (aktiv).
        Active,
        /// Cannot sign in (gesperrt).
        Locked,
    }
}
