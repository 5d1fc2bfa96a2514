//! The ways of a contact point.

use async_graphql::{Enum, SimpleObject};
use serde::{Deserialize, Serialize};

/// A way to reach somebody (Kanal).
#[derive(Enum, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ChannelType {
    /// A mail address (E-Mail).
    Email,
    /// A telephone number (Telefon).
    Phone,
    /// A mobile number; never public (Mobiltelefon).
    Mobile,
    /// A fax number (Fax).
    Fax,
    /// A postal address in lines (Postanschrift).
    Post,
    /// A form on the web to write through (Kontaktformular).
    WebForm,
    /// A page on the web (Webseite).
    Website,
}

/// One way to reach somebody (Kontaktweg).
#[derive(SimpleObject, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct ContactChannel {
    /// What kind of way it is (Art).
    pub r#type: ChannelType,
    /// In the form that machines use: a number in E.164, an address as it is mailed to.
    pub value: String,
    /// As people write it.
    pub display: String,
}
