//! The time zone of a meeting.

use chrono_tz::Tz;

/// A time zone by its IANA name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeZone(Tz);

impl TimeZone {
    /// Where nothing else is said.
    pub const GERMANY: TimeZone = TimeZone(Tz::Europe__Berlin);

    pub fn as_str(&self) -> &'static str {
        self.0.name()
    }

    pub fn tz(self) -> Tz {
        self.0
    }

    fn read_text(text: &str) -> Option<Self> {
        text.parse().ok().map(TimeZone)
    }
}

text_scalar! {
    /// The IANA name of a time zone (Zeitzone).
    TimeZone at "https://www.iana.org/time-zones", like "\"Europe/Berlin\""
}
