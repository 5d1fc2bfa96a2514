//! The people: all invented, in the roles that the sources tell of. No name of the sources, in no spelling.

use super::records::Records;
use crate::Person;
use crate::error::Error;
use crate::session::Recorder;
use crate::values::fold::{order_key, search_text};
use sea_orm::ActiveValue::Set;
use verbund_entity::{Visibility, person};

/// What the demonstration calls them, honorific prefix, given name, family name, who sees the record, who keeps it.
type Row = (
    &'static str,
    Option<&'static str>,
    &'static str,
    &'static str,
    Visibility,
    &'static str,
);

use Visibility::{Municipality, Network, Public};

const PEOPLE: &[Row] = &[
    ("adviser", None, "Çağla", "Işıkpınar", Network, "hagen"),
    // Who spoke, moderated and spoke for others at the conference in Herne.
    (
        "spokesperson",
        Some("Dr."),
        "Henrike",
        "Müller-Tannwald",
        Public,
        "muelheim",
    ),
    ("moderator", None, "Ruben", "Kaltenschlag", Network, "herne"),
    ("ministry-head", None, "Yasemin", "Tepeköylü", Public, "muelheim"),
    (
        "professor",
        Some("Prof. Dr."),
        "Gundolf",
        "Ehrentreich",
        Public,
        "herne",
    ),
    ("lecturer", Some("Dr."), "Maren", "Quellhorst", Public, "essen"),
    // At the forum in Minden-Lübbecke.
    (
        "district-administrator-minden",
        None,
        "Eckart",
        "Lübbelohe",
        Public,
        "minden-luebbecke",
    ),
    (
        "ministry-representative",
        None,
        "Conall",
        "Brannigsen",
        Public,
        "minden-luebbecke",
    ),
    ("researcher", None, "Nour", "Halabiyan", Public, "minden-luebbecke"),
    // At the conference in the Werra-Meißner district.
    (
        "district-administrator",
        None,
        "Annegret",
        "Sollingbrück",
        Public,
        "werra-meissner",
    ),
    ("mayor", None, "Ilka", "Ahrensdohl", Public, "eschwege"),
    ("umbrella-chair", None, "Dragana", "Petrovčić", Public, "werra-meissner"),
    ("chair", None, "Tekle", "Haileyesus", Public, "eschwege"),
    ("deputy-chair", None, "Şirin", "Akçalı", Public, "eschwege"),
    (
        "division-head",
        None,
        "Burkhard",
        "Steinmetzler",
        Public,
        "werra-meissner",
    ),
    ("democracy-one", None, "Lioba", "Findeklee", Network, "werra-meissner"),
    ("democracy-two", None, "Tomke", "Harrendorp", Network, "werra-meissner"),
    ("diversity", None, "Wiebke", "Rautenstrang", Network, "werra-meissner"),
    (
        "conference-moderator",
        None,
        "Jannes",
        "Ottoleben",
        Network,
        "werra-meissner",
    ),
    // Who told there how they came to work; that they did is nobody else's business.
    (
        "witness-one",
        None,
        "Samir",
        "Darwishani",
        Municipality,
        "werra-meissner",
    ),
    (
        "witness-two",
        None,
        "Mehret",
        "Tesfagabr",
        Municipality,
        "werra-meissner",
    ),
    // Colleagues whom no source knows.
    ("officer-herne", None, "Piotr", "Wiśniarek", Network, "herne"),
    ("officer-bochum", None, "Mareike", "Großeloh", Network, "bochum"),
    (
        "officer-minden",
        None,
        "Kerstin",
        "Oelmannsiek",
        Network,
        "minden-luebbecke",
    ),
];

pub(super) async fn record(recorder: &mut Recorder, records: &mut Records) -> Result<(), Error> {
    for (name, prefix, given, family, visibility, steward) in PEOPLE {
        let row = person::ActiveModel {
            given_name: Set((*given).to_owned()),
            family_name: Set((*family).to_owned()),
            honorific_prefix: Set(prefix.map(str::to_owned)),
            name_key: Set(order_key(&format!("{family} {given}"))),
            visibility: Set(*visibility),
            steward_id: Set(records.key(steward)?),
            search_text: Set(search_text(&[given, family])),
            ..Default::default()
        };
        records.add(name, recorder.record::<Person, _>(row).await?)?;
    }
    Ok(())
}
