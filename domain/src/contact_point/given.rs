//! The ways of a contact point as a client gives them.

use super::{ChannelType, ContactChannel};
use crate::error::UserErrorCode;
use crate::problems::{Message, Problems};
use crate::values::{EmailAddress, Malformed, PhoneNumber, TextRule, Url};
use async_graphql::InputObject;

/// The most ways of one contact point.
const MOST: usize = 20;

/// One way to reach somebody (Kontaktweg).
#[derive(InputObject, Clone)]
pub struct ContactChannelInput {
    /// What kind of way it is, and thereby how `value` is read (Art).
    pub r#type: ChannelType,
    /// A mail address, a telephone number as it is typed, a web address, or a postal address in lines
    /// of at most 500 characters altogether.
    pub value: String,
    /// As people shall read it, at most 120 characters; absent: as it is given.
    pub display: Option<String>,
}

/// The ways as they are stored: at least one, each well formed, no mail address twice.
pub(super) fn channels(problems: &mut Problems, given: &[ContactChannelInput]) -> Vec<ContactChannel> {
    if given.is_empty() {
        problems.required(
            "channels",
            "Mindestens ein Kontaktweg fehlt.",
            "At least one channel is missing.",
        );
    }
    if given.len() > MOST {
        let message = Message::new("Höchstens 20 Kontaktwege.", "At most 20 channels.");
        problems.add(UserErrorCode::TooLong, "channels", message);
        return Vec::new();
    }
    let mut channels: Vec<ContactChannel> = Vec::with_capacity(given.len());
    for (index, given) in given.iter().enumerate() {
        let path = format!("channels.{index}");
        let Some(channel) = channel(problems, &path, given) else {
            continue;
        };
        if channels.iter().any(|other| same_address(other, &channel)) {
            problems.duplicate(
                &format!("{path}.value"),
                "Diese Adresse steht schon da.",
                "This address is there already.",
            );
        }
        channels.push(channel);
    }
    channels
}

/// Whether both are the same mail address, however it is spelt.
pub(super) fn same_address(one: &ContactChannel, other: &ContactChannel) -> bool {
    let key = |channel: &ContactChannel| {
        let address = (channel.r#type == ChannelType::Email).then(|| EmailAddress::parse(&channel.value).ok())??;
        Some(address.key().to_owned())
    };
    key(one).is_some_and(|address| key(other) == Some(address))
}

fn channel(problems: &mut Problems, path: &str, given: &ContactChannelInput) -> Option<ContactChannel> {
    let typed = problems.optional_text(&format!("{path}.display"), given.display.as_deref(), TextRule::LABEL);
    let path = format!("{path}.value");
    let (value, display) = match given.r#type {
        ChannelType::Email => {
            let address = well_formed(problems, &path, EmailAddress::parse(&given.value))?;
            (address.as_str().to_owned(), address.as_str().to_owned())
        }
        ChannelType::Phone | ChannelType::Mobile | ChannelType::Fax => {
            let number = well_formed(problems, &path, PhoneNumber::parse(&given.value))?;
            (number.as_str().to_owned(), number.display().to_owned())
        }
        ChannelType::WebForm | ChannelType::Website => {
            let url = well_formed(problems, &path, Url::parse(&given.value))?;
            (url.as_str().to_owned(), url.as_str().to_owned())
        }
        ChannelType::Post => {
            let lines = problems.text(&path, &given.value, TextRule::lines(500));
            (lines.clone(), lines)
        }
    };
    Some(ContactChannel {
        r#type: given.r#type,
        value,
        display: typed.unwrap_or(display),
    })
}

fn well_formed<V>(problems: &mut Problems, path: &str, read: Result<V, Malformed>) -> Option<V> {
    read.map_err(|malformed| {
        let message = Message::new(malformed.german(), malformed.to_string());
        problems.add(UserErrorCode::Invalid, path, message);
    })
    .ok()
}
