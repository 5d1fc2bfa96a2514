//! An association, an authority, an institution, a unit of an administration (Organisation).

use crate::Visibility;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub name: String,
    pub name_key: String,
    pub short_name: Option<String>,
    pub kind: OrganizationKind,
    pub legal_form: Option<LegalForm>,
    pub status: OrganizationStatus,
    pub parent_id: Option<i64>,
    pub municipality_id: Option<i64>,
    pub located_in_id: Option<i64>,
    pub valid_from: Option<String>,
    pub valid_until: Option<String>,
    pub volunteer_based: Option<bool>,
    pub website: Option<String>,
    pub visibility: Visibility,
    pub steward_id: i64,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What an organisation is (Art der Organisation).
    OrganizationKind {
        /// Amt, Fachbereich, Kommunales Integrationszentrum.
        AdministrativeUnit,
        /// Migrantenselbstorganisation.
        MigrantOrganization,
        /// Verein.
        Association,
        /// Religionsgemeinschaft.
        ReligiousCommunity,
        /// Ministerium.
        Ministry,
        /// Bezirksregierung.
        RegionalGovernment,
        /// Kommunaler Spitzenverband.
        MunicipalAssociation,
        /// Hochschule.
        University,
        /// Forschungsinstitut.
        ResearchInstitute,
        /// Jobcenter.
        Jobcenter,
        /// Agentur für Arbeit.
        EmploymentAgency,
        /// Ausländerbeirat.
        ImmigrantCouncil,
        /// Dachverband.
        UmbrellaOrganization,
        /// Industrie- und Handelskammer.
        ChamberOfCommerce,
        /// Handwerkskammer.
        ChamberOfCrafts,
        /// Wirtschaftsförderung.
        EconomicDevelopment,
        /// Kommunales Unternehmen.
        MunicipalCompany,
        /// Wohlfahrtsverband.
        WelfareAssociation,
        /// Partnerschaft für Demokratie und Ähnliches.
        CivicProgramme,
        /// Gemeinsame Einrichtung.
        JointFacility,
        /// Sonstige.
        Other,
    }
}

text_enum! {
    /// In which legal form an organisation exists (Rechtsform).
    LegalForm {
        /// Eingetragener Verein.
        RegisteredAssociation,
        /// Gesellschaft mit beschränkter Haftung.
        LimitedCompany,
        /// Körperschaft des öffentlichen Rechts.
        PublicCorporation,
        /// Anstalt des öffentlichen Rechts.
        PublicInstitution,
        /// Stiftung.
        Foundation,
        /// Ohne eigene Rechtsform.
        Unincorporated,
    }
}

text_enum! {
    /// Where an organisation stands (Stand der Organisation).
    OrganizationStatus {
        /// In Gründung.
        Founding,
        /// Aktiv.
        Active,
        /// Ruhend.
        Dormant,
        /// Aufgelöst.
        Dissolved,
    }
}
