//! Projects: invented, of the kind that the sources tell of. Each city founds, invites and answers for itself.

use super::acting::Cast;
use super::records::{Records, made, malformed};
use crate::error::Error;
use crate::session::Record;
use crate::values::{Edtf, LanguageTag, LocalizedText, Slug};
use crate::{
    AnswerProjectParticipationInput, CreateProjectInput, InviteProjectParticipantInput, Project, ProjectParticipation,
    StartProjectInput,
};
use verbund_entity::Visibility;
use verbund_entity::project_participation::ParticipationRole as Role;

/// What an invited party answers; an organisation answers through the city that keeps its record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Open,
    Yes,
    No,
    /// Took part and left.
    Left,
}

struct Guest {
    party: &'static str,
    /// The city that answers.
    by: &'static str,
    role: Role,
    contribution: Option<&'static str>,
    answer: Answer,
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

struct Row {
    slug: &'static str,
    lead: &'static str,
    title: &'static str,
    english: &'static str,
    summary: &'static str,
    visibility: Visibility,
    starts_on: Option<&'static str>,
    topics: &'static [&'static str],
    guests: &'static [Guest],
    started: bool,
}

const PROJECTS: &[Row] = &[
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
    },
];

pub(super) async fn make(cast: &Cast<'_>, records: &mut Records) -> Result<(), Error> {
    for row in PROJECTS {
        let lead = cast.of(row.lead, records)?;
        let input = CreateProjectInput {
            lead: records.id(row.lead)?,
            title: row.title.to_owned(),
            title_translations: english(row.english)?,
            summary: Some(row.summary.to_owned()),
            slug: Some(Slug::parse(row.slug).map_err(malformed)?),
            visibility: row.visibility,
            starts_on: row.starts_on.map(Edtf::parse).transpose().map_err(malformed)?,
            ends_on: None,
            topics: records.ids(row.topics)?,
            idempotency_key: None,
        };
        let payload = lead.create_project(input).await?;
        let key = made(row.slug, payload.project, &payload.user_errors)?.key();
        let project = Record::of::<Project>(cast.db, key).await?;
        for guest in row.guests {
            invite(cast, records, row, &project, guest).await?;
        }
        if row.started {
            let input = StartProjectInput {
                id: project.id.clone(),
                expected_revision: None,
            };
            let payload = lead.start_project(input).await?;
            made(row.slug, payload.project, &payload.user_errors)?;
        }
        records.add(row.slug, project)?;
    }
    Ok(())
}

async fn invite(cast: &Cast<'_>, records: &Records, row: &Row, project: &Record, guest: &Guest) -> Result<(), Error> {
    let input = InviteProjectParticipantInput {
        project: project.id.clone(),
        party: records.id(guest.party)?,
        role: guest.role,
        contribution: guest.contribution.map(str::to_owned),
        idempotency_key: None,
    };
    let payload = cast.of(row.lead, records)?.invite_project_participant(input).await?;
    let key = made(guest.party, payload.participation, &payload.user_errors)?.key();
    let part = Record::of::<ProjectParticipation>(cast.db, key).await?;
    let answer = || AnswerProjectParticipationInput {
        id: part.id.clone(),
        expected_revision: None,
    };
    let guest_city = cast.of(guest.by, records)?;
    if matches!(guest.answer, Answer::Yes | Answer::Left) {
        let payload = guest_city.confirm_project_participation(answer()).await?;
        made(guest.party, payload.participation, &payload.user_errors)?;
    }
    if guest.answer == Answer::No {
        let payload = guest_city.decline_project_participation(answer()).await?;
        made(guest.party, payload.participation, &payload.user_errors)?;
    }
    if guest.answer == Answer::Left {
        let payload = guest_city.withdraw_project_participation(answer()).await?;
        made(guest.party, payload.participation, &payload.user_errors)?;
    }
    Ok(())
}

/// An English title.
pub(super) fn english(text: &str) -> Result<Vec<LocalizedText>, Error> {
    Ok(vec![LocalizedText {
        language: LanguageTag::parse("en").map_err(malformed)?,
        text: text.to_owned(),
    }])
}
