//! The series that the sources tell of, and what always stands on their agendas.

use verbund_entity::session::SessionKind as Kind;

pub(in crate::demo) struct Series {
    pub slug: &'static str,
    /// The city whose series it is.
    pub organizer: &'static str,
    pub title: &'static str,
    pub english: Option<&'static str>,
    pub pattern: Option<&'static str>,
    pub summary: &'static str,
    pub cadence: Option<&'static str>,
    pub started_in: Option<&'static str>,
    /// Title and kind of each item.
    pub agenda: &'static [(&'static str, Kind)],
    pub topics: &'static [&'static str],
}

pub(in crate::demo) const SERIES: &[Series] = &[
    Series {
        slug: "mso-netzwerktreffen",
        organizer: "hagen",
        title: "Netzwerktreffen der Hagener Migrantenselbstorganisationen",
        english: Some("Network meetings of the migrant organisations in Hagen"),
        pattern: None,
        summary: "Die Stadt lädt Vereine ein: ein Haus ansehen, dann voneinander hören.",
        cadence: Some("regelmäßig"),
        started_in: Some("2016"),
        agenda: &[
            ("Termine, die bevorstehen", Kind::Exchange),
            ("Was alle wissen sollten", Kind::Exchange),
            ("Gemeinsame Anliegen", Kind::Exchange),
        ],
        topics: &["migrantenselbstorganisationen", "teilhabe"],
    },
    Series {
        slug: "vielfalt-tut-gut",
        organizer: "hagen",
        title: "Festival „Vielfalt tut gut“",
        english: Some("Festival “Diversity does us good”"),
        pattern: None,
        summary: "Kultur und ein Programm für Familien unter freiem Himmel.",
        cadence: Some("jährlich im Sommer"),
        started_in: None,
        agenda: &[],
        topics: &["teilhabe"],
    },
    Series {
        slug: "forum-integration",
        organizer: "minden-luebbecke",
        title: "Forum Integration",
        english: Some("Forum on integration"),
        pattern: Some("{n}. Integrationsforum im Kreis Minden-Lübbecke"),
        summary: "Wissenschaft, Praxis und Verwaltung im Kreis an einem Ort.",
        cadence: None,
        started_in: None,
        agenda: &[],
        topics: &["integration"],
    },
    Series {
        slug: "integrationskonferenz",
        organizer: "werra-meissner",
        title: "Integrationskonferenz im Werra-Meißner-Kreis",
        english: Some("Conference on integration in the Werra-Meißner district"),
        pattern: Some("{n}. Integrationskonferenz"),
        summary: "Wer mit Integration zu tun hat, kommt zusammen, jedes Mal zu einem anderen Thema.",
        cadence: None,
        started_in: Some("2022"),
        agenda: &[],
        topics: &["integration"],
    },
];
