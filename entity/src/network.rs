//! A cooperation of municipalities (Städtekooperation).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "network")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub slug: String,
    pub name: String,
    pub name_key: String,
    pub description: Option<String>,
    /// Of `NetworkPurpose`.
    pub purposes: Json,
    pub founded_on: Option<String>,
    pub website: Option<String>,
    pub default_language: String,
    pub time_zone: String,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What a network is there for (Zweck).
    NetworkPurpose {
        /// Finds new solutions together (gemeinsame Lösungen).
        JointSolutions,
        /// Learns from one another (Erfahrungsaustausch).
        ExperienceExchange,
        /// Puts together what each has (Bündelung von Ressourcen).
        ResourcePooling,
        /// Speaks for its members (Interessenvertretung).
        Advocacy,
    }
}
