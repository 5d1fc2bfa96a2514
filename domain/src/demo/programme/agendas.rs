//! What was on the agenda of which meeting, and who did what: people invented, roles as the sources have them. Where a
//! source does not tell what a table was called, it has a number.

use super::NETWORK;
use verbund_entity::Visibility::{self, Municipality, Network, Public};
use verbund_entity::session::SessionKind as Kind;
use verbund_entity::session_result::ResultKind as Result;
use verbund_entity::session_role::SessionFunction as Function;

pub(in crate::demo) struct Agenda {
    pub meeting: &'static str,
    pub host: &'static str,
    pub roles: &'static [Role],
    pub parts: &'static [Part],
}

pub(in crate::demo) struct Part {
    pub number: Option<&'static str>,
    pub title: &'static str,
    pub about: Option<&'static str>,
    pub kind: Kind,
    pub phase: Option<i32>,
    pub track: Option<&'static str>,
    pub selectable: bool,
    pub results: &'static [(Result, &'static str)],
    pub roles: &'static [Role],
    pub parts: &'static [Part],
}

pub(in crate::demo) struct Role {
    pub function: Function,
    pub person: Option<&'static str>,
    pub visibility: Option<Visibility>,
    pub party: Option<&'static str>,
    pub affiliation: Option<&'static str>,
}

const fn part(title: &'static str, kind: Kind) -> Part {
    Part {
        number: None,
        title,
        about: None,
        kind,
        phase: None,
        track: None,
        selectable: false,
        results: &[],
        roles: &[],
        parts: &[],
    }
}

/// One that those who come choose.
const fn choice(number: &'static str, title: &'static str, kind: Kind) -> Part {
    Part {
        number: Some(number),
        selectable: true,
        ..part(title, kind)
    }
}

/// A working group in one of two rounds.
const fn group(phase: i32, number: &'static str, track: &'static str) -> Part {
    Part {
        phase: Some(phase),
        track: Some(track),
        ..choice(number, track, Kind::WorkingGroupSlot)
    }
}

const fn round(title: &'static str, phase: i32, parts: &'static [Part]) -> Part {
    Part {
        phase: Some(phase),
        parts,
        ..part(title, Kind::Phase)
    }
}

const fn role(function: Function, person: &'static str, visibility: Visibility) -> Role {
    Role {
        function,
        person: Some(person),
        visibility: Some(visibility),
        party: None,
        affiliation: None,
    }
}

const fn speaker(person: &'static str, party: &'static str, affiliation: &'static str) -> Role {
    Role {
        party: Some(party),
        affiliation: Some(affiliation),
        ..role(Function::Speaker, person, Public)
    }
}

pub(in crate::demo) const AGENDAS: &[Agenda] = &[
    Agenda {
        meeting: "fachtag-berufseinstieg",
        host: NETWORK,
        roles: &[role(Function::Moderator, "moderator", Network)],
        parts: &[
            Part {
                roles: &[speaker("ministry-head", "mkjfgfi", "Leitung der Abteilung Integration")],
                ..part("Arbeitsmarktintegration als Schwerpunkt", Kind::Input)
            },
            Part {
                roles: &[speaker("professor", "kolping", "Professur")],
                ..part("Erster wissenschaftlicher Vortrag", Kind::Lecture)
            },
            Part {
                roles: &[speaker("lecturer", "duisburg-essen", "Forschung und Lehre")],
                ..part("Zweiter wissenschaftlicher Vortrag", Kind::Lecture)
            },
            choice("1", "Eltern und die Berufswahl ihrer Kinder", Kind::ThemeTable),
            Part {
                roles: &[Role {
                    party: Some("hagen"),
                    affiliation: Some("Kommunales Integrationszentrum Hagen"),
                    ..role(Function::Facilitator, "adviser", Network)
                }],
                ..choice("2", "Migrantenorganisationen ansprechen und gewinnen", Kind::ThemeTable)
            },
            choice("3", "Dritter Thementisch", Kind::ThemeTable),
            choice("4", "Vierter Thementisch", Kind::ThemeTable),
            part("Ergebnisse der Thementische", Kind::ResultsPlenary),
        ],
    },
    Agenda {
        meeting: "integrationsforum-minden-luebbecke",
        host: "minden-luebbecke",
        roles: &[],
        parts: &[
            Part {
                roles: &[Role {
                    party: Some("minden-luebbecke"),
                    affiliation: Some("Landrat"),
                    ..role(Function::Welcome, "district-administrator-minden", Public)
                }],
                ..part("Eröffnung", Kind::Welcome)
            },
            Part {
                roles: &[Role {
                    party: Some("mkjfgfi"),
                    ..role(Function::Welcome, "ministry-representative", Public)
                }],
                ..part("Grußwort des Ministeriums", Kind::WelcomeAddress)
            },
            Part {
                about: Some("Was Behörden zum Gelingen beitragen, und wie viele nach einigen Jahren Arbeit haben."),
                roles: &[speaker("researcher", "dezim", "Forschung")],
                ..part("Was Institutionen bewirken", Kind::Lecture)
            },
            Part {
                about: Some("Wie in Wuppertal mehrere Stellen unter einem Dach arbeiten."),
                roles: &[Role {
                    function: Function::Speaker,
                    person: None,
                    visibility: None,
                    party: Some("ki-wuppertal"),
                    affiliation: None,
                }],
                ..choice("1", "Das Wuppertaler Modell", Kind::Workshop)
            },
            Part {
                results: &[
                    (Result::Idea, "Berufsabschlüsse auf kurzem Weg anerkennen"),
                    (
                        Result::Idea,
                        "Betriebe mit einem Plan für das Deutschlernen unterstützen",
                    ),
                    (Result::Idea, "Dort lernen, wo man arbeitet"),
                    (Result::Idea, "Lotsen, die Betriebe durch die Behörden führen"),
                ],
                ..choice("2", "Zukunftswerkstatt: Integration im Kreis", Kind::Workshop)
            },
            Part {
                results: &[
                    (
                        Result::Finding,
                        "Die App erreicht viele, in mehr Sprachen als anderswo.",
                    ),
                    (
                        Result::Finding,
                        "Zu Recht und Asyl wird mehr gefragt, als sie bisher beantwortet.",
                    ),
                ],
                ..choice("3", "Die Integreat-App im Kreis", Kind::Workshop)
            },
        ],
    },
    Agenda {
        meeting: "integrationskonferenz-2023",
        host: "werra-meissner",
        roles: &[
            Role {
                party: Some("werra-meissner"),
                affiliation: Some("Landrätin"),
                ..role(Function::Patron, "district-administrator", Public)
            },
            role(Function::Moderator, "conference-moderator", Network),
        ],
        parts: &[
            Part {
                roles: &[
                    Role {
                        party: Some("werra-meissner"),
                        affiliation: Some("Landrätin"),
                        ..role(Function::Welcome, "district-administrator", Public)
                    },
                    Role {
                        party: Some("eschwege"),
                        affiliation: Some("Bürgermeisterin"),
                        ..role(Function::Welcome, "mayor", Public)
                    },
                ],
                ..part("Grußworte", Kind::WelcomeAddress)
            },
            Part {
                roles: &[speaker("umbrella-chair", "agah", "Vorsitz")],
                ..part("Impuls", Kind::Input)
            },
            round(
                "Erste Runde der Arbeitsgruppen",
                1,
                &[
                    group(1, "1a", "Erstes Themengebiet"),
                    group(1, "1b", "Zweites Themengebiet"),
                    group(1, "1c", "Drittes Themengebiet"),
                ],
            ),
            Part {
                about: Some("Wer geflüchtet ist und hier Arbeit gefunden hat, erzählt, was schwer war und was half."),
                roles: &[
                    role(Function::Testimony, "witness-one", Municipality),
                    role(Function::Testimony, "witness-two", Municipality),
                ],
                ..part("Angekommen im Beruf", Kind::Testimony)
            },
            round(
                "Zweite Runde der Arbeitsgruppen",
                2,
                &[
                    group(2, "2a", "Erstes Themengebiet"),
                    group(2, "2b", "Zweites Themengebiet"),
                    group(2, "2c", "Drittes Themengebiet"),
                ],
            ),
        ],
    },
];
