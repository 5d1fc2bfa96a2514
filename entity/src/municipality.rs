//! A city, a district or a town; a member of a network or not (Kommune).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "municipality")]
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
    pub official_name: String,
    pub kind: MunicipalityKind,
    pub ags: Option<String>,
    pub district_key: Option<String>,
    pub ars: Option<String>,
    pub keys_confirmed: bool,
    pub parent_id: Option<i64>,
    pub population: Option<i32>,
    pub population_as_of: Option<Date>,
    pub website: Option<String>,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What a municipality is in administrative law (Art der Kommune).
    MunicipalityKind {
        /// A city that belongs to no district (kreisfreie Stadt).
        IndependentCity,
        /// Several towns under one administration of their own (Kreis, Landkreis).
        District,
        /// A town that belongs to a district (kreisangehörige Stadt).
        DistrictTown,
        /// A municipality of a district without the title of a town (Gemeinde).
        Municipality,
        /// A large city and its neighbours in place of a district (Städteregion).
        CityRegion,
        /// Municipalities with a common administration (Gemeindeverband).
        MunicipalAssociation,
        /// A city that is a federal state itself (Stadtstaat).
        CityState,
    }
}
