//! What a contact has to meet to be public.

use super::{ChannelType, ContactChannel};
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Tx;
use verbund_entity::Visibility;
use verbund_entity::contact_point::PublicationBasis;

/// A contact as it will be.
pub(super) struct Shown<'a> {
    pub visibility: Visibility,
    pub basis: Option<PublicationBasis>,
    pub functional: bool,
    /// Whether it belongs to an office, and thereby to a person.
    pub personal: bool,
    pub channels: &'a [ContactChannel],
}

impl Shown<'_> {
    /// What stands against it.
    pub fn check(&self, problems: &mut Problems) {
        if self.visibility != Visibility::Public {
            return;
        }
        if self.basis.is_none() {
            problems.required(
                "publicationBasis",
                "Öffentlich braucht eine Rechtsgrundlage.",
                "What is public needs a publication basis.",
            );
        }
        if (self.basis == Some(PublicationBasis::FunctionalAddress)) && !self.functional {
            problems.invalid(
                "publicationBasis",
                "FUNCTIONAL_ADDRESS gilt nur für Funktionspostfächer (functional: true).",
                "FUNCTIONAL_ADDRESS is for functional mailboxes only (functional: true).",
            );
        }
        for (index, channel) in self.channels.iter().enumerate() {
            if channel.r#type == ChannelType::Mobile {
                problems.invalid(
                    &format!("channels.{index}.type"),
                    "Eine Mobilnummer wird nicht veröffentlicht.",
                    "A mobile number is not made public.",
                );
            }
        }
    }

    /// Whether it belongs to a function and to no person: such a contact editors may publish.
    pub fn of_a_function(&self) -> bool {
        self.functional && !self.personal && self.basis == Some(PublicationBasis::FunctionalAddress)
    }

    /// Asks for the right to make it public.
    pub fn may_be_published(&self, tx: &Tx, owners: &Owners) -> Result<(), Error> {
        let action = if self.of_a_function() {
            Action::ContactPointPublishFunctional
        } else {
            Action::ContactPointPublish
        };
        tx.require(action, owners)
    }
}
