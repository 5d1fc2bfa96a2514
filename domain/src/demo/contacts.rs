//! How to reach whom: numbers from the ranges that are kept for fiction, addresses that end in `.example`.

use super::acting::Cast;
use super::records::{Records, broken, made};
use crate::error::Error;
use crate::session::Record;
use crate::values::LocalDate;
use crate::{ChannelType, ContactChannelInput, ContactPoint, CreateContactPointInput};
use chrono::NaiveDate;
use verbund_entity::Visibility;
use verbund_entity::contact_point::PublicationBasis as Basis;

struct Row {
    name: &'static str,
    /// What it belongs to.
    owner: &'static str,
    /// The city that keeps it.
    city: &'static str,
    purpose: Option<&'static str>,
    audience: Option<&'static str>,
    channels: &'static [(ChannelType, &'static str)],
    functional: bool,
    visibility: Visibility,
    basis: Option<Basis>,
    /// The last day that it holds.
    until: Option<&'static str>,
    topics: &'static [&'static str],
}

use ChannelType::{Email, Mobile, Phone};

/// The mailbox that answers for everything that nobody else answers for.
const fn general(name: &'static str, city: &'static str, channels: &'static [(ChannelType, &'static str)]) -> Row {
    Row {
        name,
        owner: city,
        city,
        purpose: None,
        audience: None,
        channels,
        functional: true,
        visibility: Visibility::Public,
        basis: Some(Basis::FunctionalAddress),
        until: None,
        topics: &[],
    }
}

/// Known to some only.
const fn inside(
    name: &'static str,
    owner: &'static str,
    city: &'static str,
    purpose: &'static str,
    visibility: Visibility,
    channels: &'static [(ChannelType, &'static str)],
) -> Row {
    Row {
        owner,
        purpose: Some(purpose),
        functional: false,
        visibility,
        basis: None,
        ..general(name, city, channels)
    }
}

const CONTACTS: &[Row] = &[
    Row {
        audience: Some("Wer in Hagen einen Verein gründet oder in einem mitarbeiten will"),
        visibility: Visibility::Public,
        basis: Some(Basis::OfficeDuty),
        topics: &["migrantenselbstorganisationen"],
        ..inside(
            "adviser-public",
            "adviser-now",
            "hagen",
            "Beratung und Neugründung von Migrantenselbstorganisationen",
            Visibility::Public,
            &[(Phone, "030 23125-075"), (Email, "mso@hagen.example")],
        )
    },
    Row {
        topics: &["suedosteuropazuwanderung"],
        ..inside(
            "adviser-network",
            "adviser-now",
            "hagen",
            "Für Kolleginnen und Kollegen im Netzwerk",
            Visibility::Network,
            &[(Mobile, "040 66969 075")],
        )
    },
    Row {
        purpose: Some("Alles rund um Integration"),
        owner: "ki-hagen",
        topics: &["integration"],
        ..general(
            "ki-public",
            "hagen",
            &[(Email, "ki@hagen.example"), (Phone, "030 23125-070")],
        )
    },
    inside(
        "hagen-inside",
        "hagen",
        "hagen",
        "Vertretung an Feiertagen",
        Visibility::Municipality,
        &[(Phone, "069 90009 114")],
    ),
    Row {
        audience: Some("Eltern mit Einwanderungsgeschichte"),
        topics: &["elternarbeit"],
        ..inside(
            "herne-parents",
            "officer-herne-office",
            "herne",
            "Elternarbeit",
            Visibility::Network,
            &[(Phone, "069 90009 316"), (Email, "elternarbeit@herne.example")],
        )
    },
    inside(
        "herne-inside",
        "herne",
        "herne",
        "Hausinterne Abstimmung",
        Visibility::Municipality,
        &[(Email, "intern@herne.example")],
    ),
    inside(
        "bochum-office",
        "officer-bochum-office",
        "bochum",
        "Arbeitsmarkt",
        Visibility::Network,
        &[(Phone, "0221 4710 211"), (Email, "arbeitsmarkt@bochum.example")],
    ),
    Row {
        owner: "fachtag-berufseinstieg",
        purpose: Some("Fragen zum Fachtag"),
        ..general(
            "fachtag-contact",
            "hagen",
            &[(Phone, "030 23125-075"), (Email, "fachtag@hagen.example")],
        )
    },
    Row {
        owner: "eltern-begleiten-die-berufswahl",
        purpose: Some("Mitmachen"),
        topics: &["elternarbeit"],
        ..general("eltern-contact", "muelheim", &[(Email, "eltern@muelheim.example")])
    },
    Row {
        owner: "integrationskonferenz-2023",
        purpose: Some("Anmeldung zur Integrationskonferenz"),
        audience: Some("Geflüchtete, Zugewanderte und alle, die sich für sie einsetzen"),
        until: Some("2023-10-31"),
        ..general(
            "registration-contact",
            "werra-meissner",
            &[(Email, "vielfaltszentrum@werra-meissner.example")],
        )
    },
    inside(
        "minden-recognition",
        "officer-minden-office",
        "minden-luebbecke",
        "Anerkennung von Abschlüssen",
        Visibility::Network,
        &[
            (Phone, "089 99998 770"),
            (Email, "anerkennung@minden-luebbecke.example"),
        ],
    ),
    general(
        "bochum-general",
        "bochum",
        &[(Email, "integration@bochum.example"), (Phone, "0221 4710 200")],
    ),
    general(
        "bottrop-general",
        "bottrop",
        &[(Email, "integration@bottrop.example"), (Phone, "0221 4710 220")],
    ),
    general(
        "dortmund-general",
        "dortmund",
        &[(Email, "integration@dortmund.example"), (Phone, "0221 4710 230")],
    ),
    general(
        "duisburg-general",
        "duisburg",
        &[(Email, "integration@duisburg.example"), (Phone, "0221 4710 240")],
    ),
    general(
        "essen-general",
        "essen",
        &[(Email, "integration@essen.example"), (Phone, "069 90009 250")],
    ),
    general(
        "gelsenkirchen-general",
        "gelsenkirchen",
        &[(Email, "integration@gelsenkirchen.example"), (Phone, "069 90009 260")],
    ),
    general(
        "hagen-general",
        "hagen",
        &[(Email, "integration@hagen.example"), (Phone, "030 23125-200")],
    ),
    general(
        "herne-general",
        "herne",
        &[(Email, "integration@herne.example"), (Phone, "069 90009 300")],
    ),
    general(
        "muelheim-general",
        "muelheim",
        &[(Email, "integration@muelheim.example"), (Phone, "040 66969 280")],
    ),
    general(
        "oberhausen-general",
        "oberhausen",
        &[(Email, "integration@oberhausen.example"), (Phone, "040 66969 290")],
    ),
    general(
        "minden-general",
        "minden-luebbecke",
        &[
            (Email, "integration@minden-luebbecke.example"),
            (Phone, "089 99998 700"),
        ],
    ),
    general(
        "werra-general",
        "werra-meissner",
        &[(Email, "integration@werra-meissner.example"), (Phone, "089 99998 600")],
    ),
];

pub(super) async fn make(cast: &Cast<'_>, records: &mut Records) -> Result<(), Error> {
    for row in CONTACTS {
        let channel = |(r#type, value): &(ChannelType, &str)| ContactChannelInput {
            r#type: *r#type,
            value: (*value).to_owned(),
            display: None,
        };
        let input = CreateContactPointInput {
            owner: records.id(row.owner)?,
            municipality: None,
            purpose: row.purpose.map(str::to_owned),
            audience: row.audience.map(str::to_owned),
            channels: row.channels.iter().map(channel).collect(),
            functional: row.functional,
            visibility: row.visibility,
            publication_basis: row.basis,
            valid_from: None,
            valid_until: row.until.map(day).transpose()?,
            topics: records.ids(row.topics)?,
            idempotency_key: None,
        };
        let payload = cast.of(row.city, records)?.create_contact_point(input).await?;
        let key = made(row.name, payload.contact_point, &payload.user_errors)?.key();
        records.add(row.name, Record::of::<ContactPoint>(cast.db, key).await?)?;
    }
    Ok(())
}

fn day(text: &str) -> Result<LocalDate, Error> {
    let day: NaiveDate = text.parse().map_err(|_| broken(&format!("{text} is no day")))?;
    Ok(LocalDate(day))
}
