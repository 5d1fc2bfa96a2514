//! The projects, as a table: invented, of the kind that the sources tell of.

use verbund_entity::Visibility;
use verbund_entity::project_participation::ParticipationRole as Role;

/// What an invited party answers; an organisation answers through the city that keeps its record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Open,
    Yes,
    No,
    /// Took part and left.
    Left,
}

pub(super) struct Guest {
    pub party: &'static str,
    /// The city that answers.
    pub by: &'static str,
    pub role: Role,
    pub contribution: Option<&'static str>,
    pub answer: Answer,
}

/// A city that answers for itself.
const fn city(party: &'static str, contribution: Option<&'static str>, answer: Answer) -> Guest {
    Guest {
        party,
        by: party,
        role: Role::Partner,
        contribution,
        answer,
    }
}

pub(super) struct Row {
    pub slug: &'static str,
    pub lead: &'static str,
    pub title: &'static str,
    pub english: &'static str,
    pub summary: &'static str,
    pub visibility: Visibility,
    pub starts_on: Option<&'static str>,
    pub topics: &'static [&'static str],
    pub guests: &'static [Guest],
    pub started: bool,
    /// When it ended, and what came of it.
    pub completed: Option<(&'static str, &'static str)>,
}

pub(super) const PROJECTS: &[Row] = &[
    Row {
        slug: "fachkraefte-aus-der-nachbarschaft",
        lead: "hagen",
        title: "Fachkräfte aus der Nachbarschaft",
        english: "Skilled workers from next door",
        summary: "Migrantenorganisationen und Betriebe mehrerer Städte lernen einander kennen; wer Arbeit sucht, kommt \
                  über Menschen, denen er vertraut, ins Gespräch.",
        visibility: Visibility::Network,
        starts_on: Some("2025-21"),
        topics: &["fachkraeftegewinnung", "migrantenselbstorganisationen"],
        guests: &[
            city("herne", Some("Räume und Einladungen"), Answer::Yes),
            city("bochum", Some("Kontakte zu Betrieben"), Answer::Yes),
            city("essen", None, Answer::Open),
            city("duisburg", None, Answer::No),
            Guest {
                role: Role::Associated,
                by: "hagen",
                ..city("acadi", Some("Erfahrung mit der Anwerbung im Ausland"), Answer::Yes)
            },
        ],
        started: true,
        completed: None,
    },
    Row {
        slug: "leitfaden-ansprache",
        lead: "hagen",
        title: "Leitfaden: Migrantenorganisationen gut ansprechen",
        english: "Guide: how to approach migrant organisations",
        summary: "Was auf Augenhöhe heißt, wann man einlädt und wen: gesammelt aus allen Städten, für alle Ämter.",
        visibility: Visibility::Network,
        starts_on: None,
        topics: &["migrantenselbstorganisationen"],
        guests: &[city("herne", None, Answer::Open), city("bochum", None, Answer::Open)],
        started: false,
        completed: None,
    },
    Row {
        slug: "eltern-begleiten-die-berufswahl",
        lead: "muelheim",
        title: "Eltern begleiten die Berufswahl",
        english: "Parents accompany the choice of a profession",
        summary: "Elternabende in mehreren Sprachen, gemeinsam vorbereitet, in jeder Stadt an zwei Schulen.",
        visibility: Visibility::Public,
        starts_on: Some("2026-02"),
        topics: &["elternarbeit", "berufseinstieg"],
        guests: &[
            city("oberhausen", Some("Übersetzungen"), Answer::Yes),
            city("duisburg", Some("Zwei Schulen"), Answer::Yes),
            city("gelsenkirchen", None, Answer::Left),
        ],
        started: true,
        completed: None,
    },
    Row {
        slug: "sprachkurse-am-arbeitsplatz",
        lead: "dortmund",
        title: "Sprachkurse am Arbeitsplatz",
        english: "Language courses at work",
        summary: "Eine Vorlage für Betriebe, die während der Arbeitszeit unterrichten lassen.",
        visibility: Visibility::Municipality,
        starts_on: None,
        topics: &["spracherwerb", "arbeitsmarktintegration"],
        guests: &[city("gelsenkirchen", None, Answer::Yes)],
        started: false,
        completed: None,
    },
    Row {
        slug: "abschluesse-schneller-anerkennen",
        lead: "minden-luebbecke",
        title: "Abschlüsse schneller anerkennen",
        english: "Faster recognition of qualifications",
        summary: "Wer einen Abschluss mitbringt, findet an einer Stelle heraus, wer ihn anerkennt und wie lange das dauert.",
        visibility: Visibility::Network,
        starts_on: Some("2026"),
        topics: &["anerkennung"],
        guests: &[
            city("werra-meissner", Some("Lotsinnen und Lotsen"), Answer::Yes),
            city("eschwege", None, Answer::Open),
        ],
        started: true,
        completed: None,
    },
    Row {
        slug: "willkommensmappe",
        lead: "bochum",
        title: "Willkommensmappe in acht Sprachen",
        english: "Welcome folder in eight languages",
        summary: "Was man in den ersten Wochen in einer Stadt wissen muss, einmal geschrieben und in jeder Stadt ergänzt.",
        visibility: Visibility::Public,
        starts_on: Some("2024"),
        topics: &["teilhabe"],
        guests: &[
            city("herne", Some("Übersetzungen"), Answer::Yes),
            city("essen", Some("Gestaltung"), Answer::Yes),
        ],
        started: true,
        completed: Some((
            "2025-06",
            "Die Mappe liegt in drei Städten in den Bürgerbüros aus; wer sie übernehmen will, bekommt die Vorlage.",
        )),
    },
];
