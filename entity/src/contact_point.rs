//! How to reach whom for what (Kontakt).

use crate::Visibility;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_point")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub position_id: Option<i64>,
    pub organization_id: Option<i64>,
    pub municipality_id: Option<i64>,
    pub meeting_id: Option<i64>,
    pub project_id: Option<i64>,
    pub steward_id: i64,
    pub purpose: Option<String>,
    pub audience: Option<String>,
    pub channels: Json,
    pub functional: bool,
    pub visibility: Visibility,
    pub publication_basis: Option<PublicationBasis>,
    pub published_at: Option<DateTimeUtc>,
    pub valid_from: Option<Date>,
    pub valid_until: Option<Date>,
    pub withdrawn_at: Option<DateTimeUtc>,
    /// When somebody of its own house last said that it is right.
    pub verified_at: Option<DateTimeUtc>,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// Why a contact may be public (Rechtsgrundlage der Veröffentlichung).
    PublicationBasis {
        /// The office is one that the public turns to (Dienstaufgabe).
        OfficeDuty,
        /// Whoever it leads to has agreed (Einwilligung).
        Consent,
        /// The address belongs to a function and not to a person (Funktionsadresse).
        FunctionalAddress,
    }
}

text_enum! {
    /// Whether somebody has looked lately if a contact is right (Pflegestand).
    ContactVerification {
        /// Nobody has said so since its ways were entered (ungeprüft).
        Unverified,
        /// Somebody has within the last 180 days (geprüft).
        Verified,
        /// The last time was longer ago (veraltet).
        Stale,
    }
}
