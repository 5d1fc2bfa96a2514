//! A meeting begins as a draft of whoever hosts it.

use super::about::{Organizing, link};
use super::edition::{self, Edition};
use super::lists::{alternate_titles, each_once, texts};
use super::notice::{Notice, RegistrationNoticeInput, check_deadline};
use super::when::{When, check_status};
use super::{Meeting, MeetingOrganizer};
use crate::access::Action;
use crate::error::Error;
use crate::meeting_series::joined;
use crate::problems::Problems;
use crate::session::{Once, Session, Tx, new_public_id};
use crate::titled::{Title, new_address, summaries, translated_texts, translations};
use crate::values::{ApproximateCountInput, DateTime, Edtf, LocalizedText, Slug, TextRule, TimeZone, fold};
use crate::{Municipality, Place, Topic};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::ActiveValue::Set;
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, Publication, TargetGroup};
use verbund_entity::meeting_organizer::{self, OrganizerRole, OrganizerStatus};
use verbund_entity::organization::OrganizationKind;
use verbund_entity::{Visibility, meeting};

/// A meeting to be prepared (neue Veranstaltung). It begins as a draft.
#[derive(InputObject)]
pub struct CreateMeetingInput {
    /// Whose meeting it is, and for whom the viewer acts: a municipality, or a network for its coordinator.
    pub host: ID,
    /// The municipality that shall house a network's meeting: it is invited to co-organise, and houses it once it has
    /// confirmed. A municipality that hosts houses its own.
    pub hosting_municipality: Option<ID>,
    /// The series that it is an edition of, of the same host; it takes the series' standing agenda over if it is not past
    /// (Veranstaltungsreihe).
    pub series: Option<ID>,
    /// As announced, at most 300 characters (Titel). Absent: as its series calls an edition of its number.
    pub title: Option<String>,
    /// The title in other languages, each once; at most 20.
    #[graphql(default)]
    pub title_translations: Vec<LocalizedText>,
    /// What else it is called, at most 10 titles of at most 300 characters (weitere Titel).
    #[graphql(default)]
    pub alternate_titles: Vec<String>,
    /// Which one of its kind it is, counted from 1 (die wievielte). In a series absent is the next number, null: nobody
    /// counts.
    pub edition: MaybeUndefined<i32>,
    /// What it is about, where that is not its title; at most 300 characters (Thema).
    pub theme: Option<String>,
    /// Words that it stands under, at most 300 characters (Motto).
    pub motto: Option<String>,
    /// In a few sentences, at most 2,000 characters (Kurzbeschreibung).
    pub summary: Option<String>,
    /// The same in other languages, each once; at most 20.
    #[graphql(default)]
    pub summary_translations: Vec<LocalizedText>,
    /// What kind of meeting it is (Art).
    #[graphql(default_with = "MeetingKind::NetworkMeeting")]
    pub kind: MeetingKind,
    /// Whom it is for (Zielgruppen).
    #[graphql(default)]
    pub audience: Vec<TargetGroup>,
    /// Kinds of organisations that it invites (eingeladene Stellen).
    #[graphql(default)]
    pub invited_kinds: Vec<OrganizationKind>,
    /// When it begins, with `endsAt`, instead of `heldOn` (Beginn).
    pub starts_at: Option<DateTime>,
    /// When it ends, after the start (Ende).
    pub ends_at: Option<DateTime>,
    /// When people may come, not after the start (Einlass).
    pub doors_open_at: Option<DateTime>,
    /// Instead of a start, for a meeting of the past of which no more is known.
    pub held_on: Option<Edtf>,
    /// Absent: what follows from the times. HELD for a meeting of the past of which no time is known.
    pub status: Option<MeetingStatus>,
    /// Where its days begin and end; absent: Germany's (Zeitzone).
    pub time_zone: Option<TimeZone>,
    /// How people take part (Teilnahmeform).
    #[graphql(default_with = "AttendanceMode::InPerson")]
    pub attendance_mode: AttendanceMode,
    /// The place as people call it, at most 200 characters (Ort).
    pub venue: Option<String>,
    /// The place, where it is in the register (Veranstaltungsort).
    pub place: Option<ID>,
    /// The municipality that it is held in.
    pub locality: Option<ID>,
    /// Who sees it once it is published.
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// How many came, for a meeting of the past.
    pub attendance: Option<ApproximateCountInput>,
    /// How one registers for it elsewhere, and until when (Anmeldung).
    pub registration_notice: Option<RegistrationNoticeInput>,
    /// For those who organise it, at most 20,000 characters (interne Notizen).
    pub internal_notes: Option<String>,
    /// What it is about, at most 50 topics (Themen).
    #[graphql(default)]
    pub topics: Vec<ID>,
    /// Projects that it is about, at most 50. Some organiser takes part in each; a network speaks for its members.
    #[graphql(default)]
    pub projects: Vec<ID>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
    /// The address of a record that is known by it; not offered to clients.
    #[graphql(skip)]
    pub slug: Option<Slug>,
}

payload! {
    /// The meeting after the change (Veranstaltung).
    MeetingPayload { meeting: Meeting }
}

impl Session {
    /// Prepares a meeting.
    pub async fn create_meeting(&self, input: CreateMeetingInput) -> Result<MeetingPayload, Error> {
        let host = self.find_host(&input.host).await?;
        let mut tx = self.create(Action::MeetingCreate, &host.owners()).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let title = input.title.as_deref().map(|title| Title::read(&mut problems, title));
        if title.is_none() && input.series.is_none() {
            untitled(&mut problems);
        }
        let series = match &input.series {
            Some(id) => joined(&tx, id, host, &mut problems).await?,
            None => None,
        };
        let mut row = meeting::ActiveModel {
            title_translations: Set(translations(&mut problems, &input.title_translations)),
            alternate_titles: Set(alternate_titles(&mut problems, &input.alternate_titles)),
            audience: Set(each_once(&input.audience)),
            invited_kinds: Set(each_once(&input.invited_kinds)),
            theme: Set(problems.optional_text("theme", input.theme.as_deref(), TextRule::TITLE)),
            motto: Set(problems.optional_text("motto", input.motto.as_deref(), TextRule::TITLE)),
            summary: Set(problems.optional_text("summary", input.summary.as_deref(), TextRule::SUMMARY)),
            summary_translations: Set(summaries(&mut problems, &input.summary_translations)),
            venue: Set(problems.optional_text("venue", input.venue.as_deref(), TextRule::NAME)),
            internal_notes: Set(problems.optional_text(
                "internalNotes",
                input.internal_notes.as_deref(),
                TextRule::DESCRIPTION,
            )),
            ..Default::default()
        };
        edition::check(input.edition.value().copied(), &mut problems);
        let when = When {
            starts_at: input.starts_at.map(|time| time.0),
            ends_at: input.ends_at.map(|time| time.0),
            doors_open_at: input.doors_open_at.map(|time| time.0),
            held_on: input.held_on.as_ref().map(|date| date.date().clone()),
        };
        let status = input.status.unwrap_or(when.status());
        check_status(status, &when, &mut problems);
        when.check(input.kind, status, tx.now(), &mut problems);
        if input.attendance.is_some_and(|count| count.value < 0) {
            problems.invalid(
                "attendance.value",
                "Eine Anzahl ist nicht negativ.",
                "A count is not negative.",
            );
        }
        let zone = input.time_zone.unwrap_or(TimeZone::GERMANY);
        Notice::read(input.registration_notice.as_ref(), zone, &mut problems).store(&mut row);
        check_deadline(
            row.registration_closes_at.clone().take().flatten(),
            when.starts_at,
            &mut problems,
        );
        let place = match &input.place {
            Some(id) => tx
                .expected::<Place>(id, "place", &mut problems)
                .await?
                .map(|row| row.id),
            None => None,
        };
        let locality = named(&tx, input.locality.as_ref(), "locality", &mut problems).await?;
        let hosting = named(
            &tx,
            input.hosting_municipality.as_ref(),
            "hostingMunicipality",
            &mut problems,
        )
        .await?;
        if hosting.is_some() && host.municipality().is_some_and(|host| Some(host) != hosting) {
            problems.invalid(
                "hostingMunicipality",
                "Wer gastgebend ist, richtet selbst aus.",
                "A municipality that hosts houses its own meeting.",
            );
        }
        let topics = tx.linked::<Topic>(&input.topics, "topics", &mut problems).await?;
        let organizing = Organizing::new(&tx, host.municipality(), host.network()).await?;
        let projects = organizing.projects(&tx, &input.projects, &mut problems).await?;
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let first = match tx
            .once("createMeeting", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(MeetingPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(MeetingPayload::refused(problems));
            }
        };
        let edition = Edition::new(&tx, series, input.edition, status, &mut problems).await?;
        let Some(title) = title.or_else(|| edition.title()) else {
            untitled(&mut problems);
            return Ok(MeetingPayload::refused(problems));
        };
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let (public_id, slug) = new_address(&title.text, input.slug.as_ref());
        row.public_id = Set(public_id);
        row.slug = Set(slug);
        row.title = Set(title.text);
        row.title_key = Set(title.key);
        row.series_id = Set(series);
        row.edition = Set(edition.number);
        row.edition_sort = Set(edition::sort(edition.number));
        row.kind = Set(input.kind);
        row.status = Set(status);
        row.status_reason = Set(None);
        row.publication = Set(Publication::Draft);
        row.visibility = Set(input.visibility);
        row.sort_at = Set(when.sort_at());
        row.starts_at = Set(when.starts_at);
        row.ends_at = Set(when.ends_at);
        row.doors_open_at = Set(when.doors_open_at);
        row.held_on = Set(when.held_on.map(|date| date.edtf));
        row.time_zone = Set(zone.as_str().to_owned());
        row.attendance_mode = Set(input.attendance_mode);
        row.place_id = Set(place);
        row.locality_id = Set(locality);
        row.host_id = Set(host.municipality().or(hosting));
        row.keeper_municipality_id = Set(host.municipality());
        row.keeper_network_id = Set(host.network());
        row.ical_uid = Set(new_public_id());
        row.ical_sequence = Set(0);
        row.previous_start = Set(None);
        row.attendance = Set(input.attendance.map(|count| count.value));
        row.attendance_qualifier = Set(input.attendance.map(|count| count.qualifier));
        row.search_text = Set(search_text(&row));
        let meeting = tx.insert::<Meeting, _>(row).await?;
        let keeper = meeting_organizer::ActiveModel {
            meeting_id: Set(meeting.id),
            municipality_id: Set(host.municipality()),
            organization_id: Set(None),
            network_id: Set(host.network()),
            role: Set(OrganizerRole::Host),
            status: Set(OrganizerStatus::Confirmed),
            position: Set(0),
            ..Default::default()
        };
        let houses = hosting.filter(|_| host.network().is_some());
        let housing = houses.map(|municipality| meeting_organizer::ActiveModel {
            municipality_id: Set(Some(municipality)),
            network_id: Set(None),
            role: Set(OrganizerRole::CoOrganizer),
            status: Set(OrganizerStatus::Invited),
            position: Set(1),
            ..keeper.clone()
        });
        for organizer in std::iter::once(keeper).chain(housing) {
            tx.insert::<MeetingOrganizer, _>(organizer).await?;
        }
        link(&tx, meeting.id, Some(topics), Some(projects)).await?;
        if let Some(series) = &edition.series {
            series.furnish(&mut tx, &meeting).await?;
        }
        tx.remember(first, meeting.id).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(meeting.id))
    }
}

/// Only a series has titles of its own for its editions.
fn untitled(problems: &mut Problems) {
    problems.required("title", "Der Titel fehlt.", "The title is missing.");
}

/// The key of a municipality that an input may name.
pub(super) async fn named(tx: &Tx, id: Option<&ID>, path: &str, problems: &mut Problems) -> Result<Option<i64>, Error> {
    match id {
        Some(id) => Ok(tx.expected::<Municipality>(id, path, problems).await?.map(|row| row.id)),
        None => Ok(None),
    }
}

/// What a meeting is found by.
pub(super) fn search_text(row: &meeting::ActiveModel) -> String {
    let mut all = vec![row.title.as_ref().as_str()];
    all.extend(translated_texts(row.title_translations.as_ref()));
    all.extend(translated_texts(row.summary_translations.as_ref()));
    all.extend(texts(row.alternate_titles.as_ref()));
    let optional = [&row.theme, &row.motto, &row.summary, &row.venue];
    all.extend(optional.into_iter().filter_map(|text| text.as_ref().as_deref()));
    fold::search_text(&all)
}
