//! How one registers for a meeting outside of the register, and until when.

use crate::error::UserErrorCode;
use crate::problems::{Message, Problems};
use crate::read::Cells;
use crate::values::{DateTime, EmailAddress, LocalDate, Malformed, TimeZone, Url};
use async_graphql::{InputObject, Name, ScalarType, SimpleObject, Value};
use chrono::{NaiveTime, TimeZone as _, Utc};
use verbund_entity::meeting::{ActiveModel, Column, NoticeChannel};

/// How one registers for a meeting outside of this register, and until when (Hinweis zur Anmeldung).
#[derive(SimpleObject)]
pub struct RegistrationNotice {
    /// Where one registers (Anmeldeweg).
    pub channel: NoticeChannel,
    /// The page or the mail address; null where nobody has to register (Adresse).
    pub address: Option<String>,
    /// The last moment; null if there is no deadline (Anmeldeschluss).
    pub closes_at: Option<DateTime>,
}

/// How one registers for a meeting, and until when (Hinweis zur Anmeldung).
#[derive(InputObject, Clone)]
pub struct RegistrationNoticeInput {
    /// Where one registers (Anmeldeweg).
    pub channel: NoticeChannel,
    /// A web address for EXTERNAL_URL, a mail address for EXTERNAL_EMAIL, else absent (Adresse).
    pub address: Option<String>,
    /// The last day: until its end where the meeting is (Anmeldeschluss).
    pub closes_on: Option<LocalDate>,
    /// The last moment, instead of `closesOn` (Anmeldeschluss mit Uhrzeit).
    pub closes_at: Option<DateTime>,
}

/// The columns it is kept in.
pub(super) const COLUMNS: [Column; 3] = [
    Column::RegistrationChannel,
    Column::RegistrationAddress,
    Column::RegistrationClosesAt,
];

/// As clients read it.
pub(super) fn shown(row: &Cells) -> Value {
    let Some(channel) = row.text(0) else {
        return Value::Null;
    };
    let fields = [
        ("channel", channel.into()),
        ("address", row.text(1).map_or(Value::Null, Value::from)),
        (
            "closesAt",
            row.time(2).map_or(Value::Null, |time| DateTime(time).to_value()),
        ),
    ];
    Value::Object(
        fields
            .map(|(name, value)| (Name::new(name), value))
            .into_iter()
            .collect(),
    )
}

/// A notice as it is kept.
#[derive(Default)]
pub(super) struct Notice {
    channel: Option<NoticeChannel>,
    address: Option<String>,
    closes_at: Option<chrono::DateTime<Utc>>,
}

impl Notice {
    /// What is given, for a meeting whose days are those of this zone.
    pub fn read(given: Option<&RegistrationNoticeInput>, zone: TimeZone, problems: &mut Problems) -> Notice {
        let Some(given) = given else {
            return Notice::default();
        };
        if given.closes_on.is_some() && given.closes_at.is_some() {
            problems.invalid(
                "registrationNotice.closesAt",
                "closesOn oder closesAt, nicht beides.",
                "Either closesOn or closesAt, not both.",
            );
        }
        let last_day = given.closes_on.and_then(|day| end_of(day, zone));
        Notice {
            channel: Some(given.channel),
            address: address(given, problems),
            closes_at: given.closes_at.map(|time| time.0).or(last_day),
        }
    }

    /// Puts it into the meeting's row.
    pub fn store(self, row: &mut ActiveModel) {
        row.registration_channel.set_if_not_equals(self.channel);
        row.registration_address.set_if_not_equals(self.address);
        row.registration_closes_at.set_if_not_equals(self.closes_at);
    }
}

/// Nobody registers for what has begun.
pub(super) fn check_deadline(
    closes_at: Option<chrono::DateTime<Utc>>,
    starts_at: Option<chrono::DateTime<Utc>>,
    problems: &mut Problems,
) {
    if closes_at.zip(starts_at).is_some_and(|(closes, starts)| closes > starts) {
        problems.invalid(
            "registrationNotice.closesAt",
            "Der Anmeldeschluss liegt nach dem Beginn.",
            "Registration closes after the start.",
        );
    }
}

/// The last second of a day in a zone.
fn end_of(day: LocalDate, zone: TimeZone) -> Option<chrono::DateTime<Utc>> {
    let last = NaiveTime::from_hms_opt(23, 59, 59)?;
    let local = zone.tz().from_local_datetime(&day.0.and_time(last));
    local.latest().map(|time| time.with_timezone(&Utc))
}

fn address(given: &RegistrationNoticeInput, problems: &mut Problems) -> Option<String> {
    const PATH: &str = "registrationNotice.address";
    let text = given.address.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let read = match (given.channel, text) {
        (NoticeChannel::NotNeeded, None) => return None,
        (NoticeChannel::NotNeeded, Some(_)) => {
            problems.invalid(
                PATH,
                "Wer sich nicht anmelden muss, braucht keine Adresse.",
                "Where nobody has to register there is no address.",
            );
            return None;
        }
        (_, None) => {
            problems.required(PATH, "Die Adresse fehlt.", "The address is missing.");
            return None;
        }
        (NoticeChannel::ExternalUrl, Some(text)) => Url::parse(text).map(|url| url.as_str().to_owned()),
        (NoticeChannel::ExternalEmail, Some(text)) => EmailAddress::parse(text).map(|mail| mail.as_str().to_owned()),
    };
    read.map_err(|malformed: Malformed| {
        let message = Message::new(malformed.german(), malformed.to_string());
        problems.add(UserErrorCode::Invalid, PATH, message);
    })
    .ok()
}
