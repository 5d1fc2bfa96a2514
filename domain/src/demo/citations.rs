//! What was published, and what it names. Nothing invented stands here.

/// Something published: its title, in our words where it is no record of a library; publisher, date as far as known, and
/// where it is kept.
pub(super) type Text = (&'static str, &'static str, Option<&'static str>, Option<&'static str>);

pub(super) const DEMONSTRATION: Text = ("Demonstration", "Verbund", None, None);

const FACHTAG: Text = (
    "Pressemitteilung zum Fachtag der Städtekooperation in Herne",
    "Stadt Hagen",
    Some("2025-01-30"),
    None,
);
const ORGANISATIONS: Text = (
    "Bericht über die Migrantenselbstorganisationen in Hagen",
    "Stadt Hagen",
    Some("2024-01-09"),
    None,
);
const LIBRARY: Text = (
    "Fachkonferenz zur Arbeitsmarktintegration von Flüchtlingen – Beispiele aus Städten",
    "Städtetag Nordrhein-Westfalen",
    None,
    Some("Eildienst. Städtetag Nordrhein-Westfalen, Nr. 2, S. 3-4; ZLB: Kws 860 ZB 6748"),
);
const FORUM: Text = (
    "Bericht über das erste Integrationsforum",
    "Kreis Minden-Lübbecke",
    None,
    None,
);
const CONFERENCE: Text = (
    "Ankündigung der Integrationskonferenz 2023",
    "Werra-Meißner-Kreis",
    None,
    None,
);

/// Which table a name is of.
#[derive(Clone, Copy)]
pub(super) enum Of {
    Network,
    /// The memberships in the network of this name.
    Memberships,
    Municipality,
    Organization,
    Meeting,
    Series,
}

/// What a text names.
pub(super) const QUOTED: &[(Text, Of, &[&str])] = &[
    (FACHTAG, Of::Network, &["integration-interkommunal"]),
    (FACHTAG, Of::Memberships, &["integration-interkommunal"]),
    (
        FACHTAG,
        Of::Municipality,
        &[
            "bochum",
            "bottrop",
            "dortmund",
            "duisburg",
            "essen",
            "gelsenkirchen",
            "hagen",
            "herne",
            "muelheim",
            "oberhausen",
        ],
    ),
    (
        FACHTAG,
        Of::Organization,
        &["ki-hagen", "acadi", "kolping", "duisburg-essen", "mkjfgfi"],
    ),
    (FACHTAG, Of::Meeting, &["fachtag-berufseinstieg"]),
    (ORGANISATIONS, Of::Municipality, &["hagen"]),
    (
        ORGANISATIONS,
        Of::Organization,
        &["ki-hagen", "presse-hagen", "stadttheater-hagen", "bezirksregierung"],
    ),
    (ORGANISATIONS, Of::Meeting, &["mso-netzwerktreffen-2016"]),
    (ORGANISATIONS, Of::Series, &["mso-netzwerktreffen", "vielfalt-tut-gut"]),
    (
        LIBRARY,
        Of::Organization,
        &[
            "staedtetag",
            "mweimh",
            "mais",
            "haus-der-integration",
            "jobcenter-wuppertal",
            "arbeitsagentur-wuppertal",
            "rege",
        ],
    ),
    (
        LIBRARY,
        Of::Municipality,
        &["wuppertal", "duesseldorf", "bielefeld", "koeln"],
    ),
    (LIBRARY, Of::Meeting, &["fachkonferenz-2017"]),
    (
        FORUM,
        Of::Organization,
        &[
            "mkjfgfi",
            "dezim",
            "ki-wuppertal",
            "haus-der-integration",
            "jobcenter-wuppertal",
            "auslaenderbehoerde-wuppertal",
        ],
    ),
    (FORUM, Of::Municipality, &["minden-luebbecke", "wuppertal"]),
    (FORUM, Of::Meeting, &["integrationsforum-minden-luebbecke"]),
    (FORUM, Of::Series, &["forum-integration"]),
    (
        CONFERENCE,
        Of::Organization,
        &[
            "agah",
            "ak-auslaenderbeiraete",
            "auslaenderbeirat",
            "demokratie-leben",
            "fachbereich-6",
            "partnerschaft",
            "vielfaltszentrum",
        ],
    ),
    (CONFERENCE, Of::Series, &["integrationskonferenz"]),
    (CONFERENCE, Of::Municipality, &["werra-meissner", "eschwege"]),
    (
        CONFERENCE,
        Of::Meeting,
        &["integrationskonferenz-2022", "integrationskonferenz-2023"],
    ),
];
