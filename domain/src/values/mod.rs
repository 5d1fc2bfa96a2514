//! The values that records are made of: how they are written, checked, compared and found. Pure: no database, no clock.

#[macro_use]
mod malformed;

pub mod count;
pub mod date_time;
pub mod federal_state;
pub mod fold;
pub mod gv100ad;
pub mod localized;
pub mod mail;
pub mod municipal_key;
pub mod partial_date;
pub mod phone;
pub mod reference;
pub mod similar;
pub mod slug;
pub mod text;
pub mod time_zone;
pub mod url;

pub use self::count::{ApproximateCount, ApproximateCountInput};
pub use self::date_time::{DateTime, LocalDate, local_day};
pub use self::federal_state::FederalState;
pub use self::localized::{LanguageTag, LocalizedText};
pub use self::mail::EmailAddress;
pub use self::malformed::Malformed;
pub use self::municipal_key::{Ags, Ars, DistrictKey};
pub use self::partial_date::{DatePrecision, Edtf, PartialDate};
pub use self::phone::PhoneNumber;
pub use self::slug::Slug;
pub use self::text::TextRule;
pub use self::time_zone::TimeZone;
pub use self::url::Url;
