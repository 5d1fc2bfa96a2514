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
    /// Names with the time in which they hold.
    pub alternate_names: Json,
    pub kind: OrganizationKind,
    pub legal_form: Option<LegalForm>,
    pub status: OrganizationStatus,
    pub parent_id: Option<i64>,
    pub municipality_id: Option<i64>,
    pub located_in_id: Option<i64>,
    pub valid_from: Option<String>,
    pub valid_until: Option<String>,
    pub volunteer_based: Option<bool>,
    pub audience_scope: Option<AudienceScope>,
    pub website: Option<String>,
    pub visibility: Visibility,
    pub steward_id: i64,
    /// The record of the same organisation that has taken its place.
    pub replaced_by_id: Option<i64>,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What an organisation is (Art der Organisation).
    OrganizationKind {
        /// A part of a municipality's administration (Amt, Fachbereich, Kommunales Integrationszentrum).
        AdministrativeUnit,
        /// An association of immigrants (Migrantenselbstorganisation).
        MigrantOrganization,
        /// Any other association (Verein).
        Association,
        /// A parish, a mosque, a congregation (Religionsgemeinschaft).
        ReligiousCommunity,
        /// A ministry of a state or of the federation (Ministerium).
        Ministry,
        /// A regional authority of a state (Bezirksregierung).
        RegionalGovernment,
        /// An association of municipalities that speaks for them (kommunaler Spitzenverband).
        MunicipalAssociation,
        /// A university of any kind (Hochschule).
        University,
        /// An institute that does research (Forschungsinstitut).
        ResearchInstitute,
        /// A jobcentre for those who live on basic security (Jobcenter).
        Jobcenter,
        /// An office of the Federal Employment Agency (Agentur für Arbeit).
        EmploymentAgency,
        /// The authority for residence permits (Ausländerbehörde).
        ImmigrationOffice,
        /// An elected council of immigrants (Ausländerbeirat, Integrationsrat).
        ImmigrantCouncil,
        /// An organisation of organisations (Dachverband).
        UmbrellaOrganization,
        /// A chamber of industry and commerce (Industrie- und Handelskammer).
        ChamberCommerce,
        /// A chamber of skilled crafts (Handwerkskammer).
        ChamberCrafts,
        /// An association of employers or of an industry (Arbeitgeberverband, Wirtschaftsverband).
        EmployersAssociation,
        /// Helps a place to get and to keep businesses (Wirtschaftsförderung).
        EconomicDevelopment,
        /// A company that a municipality owns (kommunales Unternehmen).
        MunicipalCompany,
        /// Any other company (Betrieb, Unternehmen).
        Company,
        /// An association of free welfare work (Wohlfahrtsverband).
        WelfareAssociation,
        /// A hospital, a home or a service for those in need of care (Krankenhaus, Pflegeeinrichtung).
        HospitalCare,
        /// A school or another place of learning (Schule, Bildungsträger).
        Education,
        /// A programme for democracy and diversity (Partnerschaft für Demokratie und Ähnliches).
        CivicProgramme,
        /// A house that several run together (gemeinsame Einrichtung).
        JointFacility,
        /// None of these (sonstige).
        Other,
    }
}

text_enum! {
    /// In which legal form an organisation exists (Rechtsform).
    LegalForm {
        /// In the register of associations (eingetragener Verein).
        RegisteredAssociation,
        /// A company with limited liability (Gesellschaft mit beschränkter Haftung).
        LimitedCompany,
        /// A corporation under public law (Körperschaft des öffentlichen Rechts).
        PublicCorporation,
        /// An institution under public law (Anstalt des öffentlichen Rechts).
        PublicInstitution,
        /// A foundation (Stiftung).
        Foundation,
        /// None of its own (ohne eigene Rechtsform).
        Unincorporated,
    }
}

text_enum! {
    /// Where an organisation stands (Stand der Organisation).
    OrganizationStatus {
        /// It is being founded (in Gründung).
        Founding,
        /// It does its work (aktiv).
        Active,
        /// It rests (ruhend).
        Dormant,
        /// It is no more (aufgelöst).
        Dissolved,
        /// Another record of the same organisation has taken its place (zusammengeführt).
        Replaced,
    }
}

text_enum! {
    /// Whom an organisation's offer is for; it says nothing of the members (Ausrichtung des Angebots).
    AudienceScope {
        /// People of a certain faith (bestimmte Glaubensgruppe).
        SpecificFaith,
        /// People with a certain interest (bestimmte Interessengruppe).
        SpecificInterest,
        /// Everybody, wherever they come from (offen für alle).
        OpenToAll,
    }
}
