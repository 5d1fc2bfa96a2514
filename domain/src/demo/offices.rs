//! The offices and tasks of the people, as a table.

use verbund_entity::Visibility;
use verbund_entity::position::PositionFunction as Function;

/// Where an office is held.
#[derive(Clone, Copy)]
pub(super) enum At {
    City(&'static str),
    Organization(&'static str),
    Network(&'static str),
}

pub(super) struct Row {
    pub name: &'static str,
    pub person: &'static str,
    pub at: At,
    pub title: &'static str,
    pub function: Function,
    pub deputy_of: Option<&'static str>,
    pub from: Option<&'static str>,
    pub until: Option<&'static str>,
    pub visibility: Visibility,
    pub steward: &'static str,
    pub topics: &'static [&'static str],
}

/// An office of which nothing more is known, for those who work together.
const fn inside(
    name: &'static str,
    person: &'static str,
    at: At,
    title: &'static str,
    function: Function,
    steward: &'static str,
) -> Row {
    Row {
        name,
        person,
        at,
        title,
        function,
        deputy_of: None,
        from: None,
        until: None,
        visibility: Visibility::Network,
        steward,
        topics: &[],
    }
}

/// The same of somebody who speaks in public.
const fn public(
    name: &'static str,
    person: &'static str,
    at: At,
    title: &'static str,
    function: Function,
    steward: &'static str,
) -> Row {
    Row {
        visibility: Visibility::Public,
        ..inside(name, person, at, title, function, steward)
    }
}

pub(super) const POSITIONS: &[Row] = &[
    Row {
        until: Some("2023-03"),
        topics: &["migrantenselbstorganisationen"],
        ..inside(
            "adviser-before",
            "adviser",
            At::Organization("bezirksregierung"),
            "Beratung von Migrantenselbstorganisationen",
            Function::Adviser,
            "hagen",
        )
    },
    Row {
        from: Some("2023-04"),
        topics: &["migrantenselbstorganisationen", "suedosteuropazuwanderung"],
        ..inside(
            "adviser-now",
            "adviser",
            At::Organization("ki-hagen"),
            "Beratung von Migrantenselbstorganisationen",
            Function::Adviser,
            "hagen",
        )
    },
    public(
        "spokesperson-office",
        "spokesperson",
        At::Network("integration-interkommunal"),
        "Sprecherin der Städtekooperation",
        Function::Spokesperson,
        "muelheim",
    ),
    public(
        "city-director",
        "spokesperson",
        At::City("muelheim"),
        "Stadtdirektorin",
        Function::CityDirector,
        "muelheim",
    ),
    Row {
        topics: &["integration"],
        ..public(
            "ministry-head-office",
            "ministry-head",
            At::Organization("mkjfgfi"),
            "Leitung der Abteilung Integration",
            Function::DepartmentHead,
            "muelheim",
        )
    },
    public(
        "professor-office",
        "professor",
        At::Organization("kolping"),
        "Professur",
        Function::Other,
        "herne",
    ),
    public(
        "lecturer-office",
        "lecturer",
        At::Organization("duisburg-essen"),
        "Forschung und Lehre",
        Function::Other,
        "essen",
    ),
    public(
        "district-administrator-minden-office",
        "district-administrator-minden",
        At::City("minden-luebbecke"),
        "Landrat",
        Function::DistrictAdministrator,
        "minden-luebbecke",
    ),
    public(
        "ministry-representative-office",
        "ministry-representative",
        At::Organization("mkjfgfi"),
        "Vertretung des Ministeriums",
        Function::Representative,
        "minden-luebbecke",
    ),
    public(
        "researcher-office",
        "researcher",
        At::Organization("dezim"),
        "Forschung",
        Function::Other,
        "minden-luebbecke",
    ),
    public(
        "district-administrator-office",
        "district-administrator",
        At::City("werra-meissner"),
        "Landrätin",
        Function::DistrictAdministrator,
        "werra-meissner",
    ),
    public(
        "mayor-office",
        "mayor",
        At::City("eschwege"),
        "Bürgermeisterin",
        Function::Mayor,
        "eschwege",
    ),
    public(
        "umbrella-chair-office",
        "umbrella-chair",
        At::Organization("agah"),
        "Vorsitzende",
        Function::Chair,
        "werra-meissner",
    ),
    Row {
        topics: &["teilhabe"],
        ..public(
            "chair-office",
            "chair",
            At::Organization("auslaenderbeirat"),
            "Erster Vorsitzender",
            Function::Chair,
            "eschwege",
        )
    },
    Row {
        deputy_of: Some("chair-office"),
        ..public(
            "deputy-chair-office",
            "deputy-chair",
            At::Organization("auslaenderbeirat"),
            "Stellvertretende Vorsitzende",
            Function::DeputyChair,
            "eschwege",
        )
    },
    public(
        "first-councillor-office",
        "division-head",
        At::City("werra-meissner"),
        "Erster Kreisbeigeordneter",
        Function::Other,
        "werra-meissner",
    ),
    Row {
        topics: &["integration"],
        ..public(
            "division-head-office",
            "division-head",
            At::Organization("fachbereich-6"),
            "Leitung des Fachbereichs",
            Function::DepartmentHead,
            "werra-meissner",
        )
    },
    inside(
        "democracy-one-office",
        "democracy-one",
        At::Organization("partnerschaft"),
        "Vertretung der Partnerschaft",
        Function::Representative,
        "werra-meissner",
    ),
    inside(
        "democracy-two-office",
        "democracy-two",
        At::Organization("partnerschaft"),
        "Vertretung der Partnerschaft",
        Function::Representative,
        "werra-meissner",
    ),
    Row {
        topics: &["integration"],
        ..inside(
            "diversity-office",
            "diversity",
            At::Organization("vielfaltszentrum"),
            "Koordination",
            Function::Coordinator,
            "werra-meissner",
        )
    },
    Row {
        topics: &["berufseinstieg", "elternarbeit"],
        ..inside(
            "officer-herne-office",
            "officer-herne",
            At::City("herne"),
            "Koordination Integration",
            Function::Coordinator,
            "herne",
        )
    },
    Row {
        topics: &["arbeitsmarktintegration"],
        ..inside(
            "officer-bochum-office",
            "officer-bochum",
            At::City("bochum"),
            "Integrationsbeauftragte",
            Function::IntegrationOfficer,
            "bochum",
        )
    },
    Row {
        topics: &["anerkennung", "spracherwerb"],
        ..inside(
            "officer-minden-office",
            "officer-minden",
            At::City("minden-luebbecke"),
            "Leitung Integration",
            Function::DepartmentHead,
            "minden-luebbecke",
        )
    },
];
