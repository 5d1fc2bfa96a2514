//! An office or a task that a person holds for a time (Funktion).

use crate::Visibility;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "position")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub person_id: i64,
    pub municipality_id: Option<i64>,
    pub organization_id: Option<i64>,
    pub network_id: Option<i64>,
    pub title: String,
    pub function: PositionFunction,
    pub deputy_of_id: Option<i64>,
    pub valid_from: Option<String>,
    pub valid_until: Option<String>,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    pub visibility: Visibility,
    pub steward_id: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What kind of office or task it is (Art der Funktion).
    PositionFunction {
        /// Heads a town or a city (Oberbürgermeisterin, Bürgermeister).
        Mayor,
        /// Heads a district (Landrätin, Landrat).
        DistrictAdministrator,
        /// Heads a city's administration under the mayor (Stadtdirektorin, Stadtdirektor).
        CityDirector,
        /// Heads a unit of an administration (Leitung einer Abteilung, eines Fachbereichs).
        DepartmentHead,
        /// Speaks for the integration of immigrants (Integrationsbeauftragte).
        IntegrationOfficer,
        /// Advises (Beratung).
        Adviser,
        /// Coordinates the work of others (Koordination).
        Coordinator,
        /// Presides over a body (Vorsitz).
        Chair,
        /// Presides in the place of the chair (stellvertretender Vorsitz).
        DeputyChair,
        /// Speaks for a body (Sprecherin, Sprecher).
        Spokesperson,
        /// Acts for others in a body (Vertretung).
        Representative,
        /// Does the work of an office (Sachbearbeitung).
        Staff,
        /// None of these (sonstige).
        Other,
    }
}
