//! How to reach whom, as a table: numbers from the ranges that are kept for fiction, addresses that end in `.example`.

use crate::ChannelType::{self, Email, Mobile, Phone};
use verbund_entity::Visibility;
use verbund_entity::contact_point::PublicationBasis as Basis;

pub(super) struct Row {
    pub name: &'static str,
    /// What it belongs to.
    pub owner: &'static str,
    /// The city that keeps it.
    pub city: &'static str,
    pub purpose: Option<&'static str>,
    pub audience: Option<&'static str>,
    pub channels: &'static [(ChannelType, &'static str)],
    pub functional: bool,
    pub visibility: Visibility,
    pub basis: Option<Basis>,
    /// The last day that it holds.
    pub until: Option<&'static str>,
    pub topics: &'static [&'static str],
}

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

pub(super) const CONTACTS: &[Row] = &[
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
            &[(Email, "anmeldung@werra-meissner.example")],
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
