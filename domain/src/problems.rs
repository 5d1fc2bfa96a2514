//! What is wrong with an input, gathered so that a client learns of everything at once.

use crate::error::{Error, UserError, UserErrorCode};
use crate::values::{Edtf, TextRule};
use crate::viewer::Language;
use chrono::NaiveDate;
use sea_orm::{ActiveEnum, SqlErr};

/// The longest idempotency key, in characters.
const LONGEST_KEY: usize = 64;

/// A message in the languages that are offered.
#[derive(Clone, Debug)]
pub struct Message {
    pub german: String,
    pub english: String,
}

impl Message {
    pub fn new(german: impl Into<String>, english: impl Into<String>) -> Self {
        Message {
            german: german.into(),
            english: english.into(),
        }
    }
}

/// Collects user errors; paths are given below `input`, as in `channels.0.value`.
pub struct Problems {
    language: Language,
    /// Where the paths that are given begin, below `input`.
    below: String,
    found: Vec<UserError>,
}

impl Problems {
    pub fn new(language: Language) -> Self {
        Problems {
            language,
            below: String::new(),
            found: Vec::new(),
        }
    }

    /// The same for a part of the input: paths begin there.
    pub(crate) fn below(mut self, part: &str) -> Self {
        part.clone_into(&mut self.below);
        self
    }

    /// Takes over what was found in a part.
    pub(crate) fn absorb(&mut self, part: Problems) {
        self.found.extend(part.found);
    }

    pub fn add(&mut self, code: UserErrorCode, path: &str, message: Message) {
        let message = match self.language {
            Language::German => message.german,
            Language::English => message.english,
        };
        let below = self
            .below
            .split('.')
            .chain(path.split('.'))
            .filter(|step| !step.is_empty())
            .map(str::to_owned);
        let path = std::iter::once("input".to_owned()).chain(below).collect();
        self.found.push(UserError { code, message, path });
    }

    pub fn required(&mut self, path: &str, german: &str, english: &str) {
        self.add(UserErrorCode::Required, path, Message::new(german, english));
    }

    pub fn invalid(&mut self, path: &str, german: &str, english: &str) {
        self.add(UserErrorCode::Invalid, path, Message::new(german, english));
    }

    pub fn state(&mut self, path: &str, german: &str, english: &str) {
        self.add(UserErrorCode::State, path, Message::new(german, english));
    }

    /// An object that the input names is unknown, or not visible.
    pub fn not_found(&mut self, path: &str) {
        self.add(
            UserErrorCode::NotFound,
            path,
            Message::new("Nicht gefunden.", "Not found."),
        );
    }

    pub fn duplicate(&mut self, path: &str, german: &str, english: &str) {
        self.add(UserErrorCode::Duplicate, path, Message::new(german, english));
    }

    /// Null was given where a value has to stay.
    pub fn cannot_clear(&mut self, path: &str) {
        self.required(
            path,
            "Dieser Wert kann nicht gelöscht werden.",
            "This value cannot be cleared.",
        );
    }

    /// The record's state does not allow it.
    pub(crate) fn wrong_state<S: ActiveEnum<Value = String>>(&mut self, path: &str, present: &S, allowed: &[S]) {
        let present = present.to_value();
        let allowed: Vec<String> = allowed.iter().map(ActiveEnum::to_value).collect();
        let allowed = allowed.join(", ");
        let message = Message::new(
            format!("Das geht nur im Stand {allowed}; der Stand ist {present}."),
            format!("This needs the state {allowed}; the state is {present}."),
        );
        self.add(UserErrorCode::State, path, message);
    }

    /// The text as it is stored; empty if something is wrong with it.
    pub fn text(&mut self, path: &str, given: &str, rule: TextRule) -> String {
        rule.check(given).unwrap_or_else(|code| {
            self.about_text(path, code, rule);
            String::new()
        })
    }

    /// The same for a text that may be missing; blank is missing.
    pub fn optional_text(&mut self, path: &str, given: Option<&str>, rule: TextRule) -> Option<String> {
        rule.check_optional(given).unwrap_or_else(|code| {
            self.about_text(path, code, rule);
            None
        })
    }

    fn about_text(&mut self, path: &str, code: UserErrorCode, rule: TextRule) {
        let message = match code {
            UserErrorCode::Required => Message::new("Dieser Text fehlt.", "This text is missing."),
            UserErrorCode::TooLong => Message::new(
                format!("Höchstens {} Zeichen.", rule.max),
                format!("At most {} characters.", rule.max),
            ),
            _ => Message::new(
                "Der Text enthält Zeichen, die hier nicht stehen können.",
                "The text has characters that cannot stand here.",
            ),
        };
        self.add(code, path, message);
    }

    /// Refuses an end that lies before the beginning, whatever the dates leave open.
    pub fn span(&mut self, path: &str, from: Option<&Edtf>, until: Option<&Edtf>) {
        if let (Some(from), Some(until)) = (from, until)
            && until.date().latest < from.date().earliest
        {
            self.invalid(
                path,
                "Das Ende liegt vor dem Beginn.",
                "The end lies before the beginning.",
            );
        }
    }

    /// The same for days.
    pub fn days(&mut self, path: &str, from: Option<NaiveDate>, until: Option<NaiveDate>) {
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            self.invalid(
                path,
                "Das Ende liegt vor dem Beginn.",
                "The end lies before the beginning.",
            );
        }
    }

    /// Refuses an idempotency key that is empty, too long, or no text.
    pub fn key(&mut self, key: Option<&str>) {
        let fits = |key: &str| (1..=LONGEST_KEY).contains(&key.chars().count()) && !key.contains(char::is_control);
        if !key.is_none_or(fits) {
            self.invalid(
                "idempotencyKey",
                "Der Schlüssel hat 1 bis 64 Zeichen, keine Steuerzeichen.",
                "The key has 1 to 64 characters, no control characters.",
            );
        }
    }

    /// Refuses a change to a record that is not as the client saw it. True if it is.
    pub fn revision(&mut self, expected: i32, present: i32) -> bool {
        self.revision_at("expectedRevision", expected, present)
    }

    /// The same where an input names more than one record.
    pub fn revision_at(&mut self, path: &str, expected: i32, present: i32) -> bool {
        if expected != present {
            let message = Message::new(
                format!("Inzwischen geändert: erwartet war Fassung {expected}, vorhanden ist Fassung {present}."),
                format!("Changed meanwhile: expected revision {expected}, present is revision {present}."),
            );
            self.add(UserErrorCode::Conflict, path, message);
        }
        expected == present
    }

    /// The key was used before, for another input.
    pub fn other_input(&mut self) {
        let message = Message::new(
            "Dieser Schlüssel wurde schon für eine andere Eingabe verwendet.",
            "This key was used before, for another input.",
        );
        self.add(UserErrorCode::Conflict, "idempotencyKey", message);
    }

    /// As [`Problems::revision`], where the client may leave it to the record's state.
    pub fn revision_if_given(&mut self, expected: Option<i32>, present: i32) -> bool {
        expected.is_none_or(|expected| self.revision(expected, present))
    }

    pub fn none(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether one of them is a conflict: then the payload shows the record as it is.
    pub fn conflict(&self) -> bool {
        self.found.iter().any(|error| error.code == UserErrorCode::Conflict)
    }

    pub fn into_errors(self) -> Vec<UserError> {
        self.found
    }
}

/// Whether the database refused a second of what may be there once.
pub(crate) fn is_duplicate(error: &Error) -> bool {
    matches!(error, Error::Database(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))))
}
