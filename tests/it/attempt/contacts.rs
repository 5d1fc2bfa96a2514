//! Contacts.

use crate::small_world::House;
use async_graphql::{ID, MaybeUndefined};
use uuid::Uuid;
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::{
    ChannelType, ContactChannelInput, CreateContactPointInput, UpdateContactPointInput, WithdrawContactPointInput,
};
use verbund_entity::Visibility;
use verbund_entity::contact_point::PublicationBasis;

pub(super) async fn try_it(session: &Session, action: Action, house: &House) -> Result<Vec<UserError>, Error> {
    Ok(match action {
        Action::ContactPointCreate => session.create_contact_point(new_contact(&house.id)).await?.user_errors,
        Action::ContactPointUpdate => {
            let input = UpdateContactPointInput {
                purpose: MaybeUndefined::Value("Sprachkurse".into()),
                ..unchanged_contact(&house.contact)
            };
            session.update_contact_point(input).await?.user_errors
        }
        Action::ContactPointCorrect => {
            let input = UpdateContactPointInput {
                purpose: MaybeUndefined::Value("Sprachkurse".into()),
                ..unchanged_contact(&house.public_contact)
            };
            session.update_contact_point(input).await?.user_errors
        }
        Action::ContactPointPublish => {
            let input = UpdateContactPointInput {
                visibility: MaybeUndefined::Value(Visibility::Public),
                publication_basis: MaybeUndefined::Value(PublicationBasis::OfficeDuty),
                ..unchanged_contact(&house.contact)
            };
            session.update_contact_point(input).await?.user_errors
        }
        Action::ContactPointPublishFunctional => {
            let input = UpdateContactPointInput {
                visibility: MaybeUndefined::Value(Visibility::Public),
                publication_basis: MaybeUndefined::Value(PublicationBasis::FunctionalAddress),
                ..unchanged_contact(&house.mailbox)
            };
            session.update_contact_point(input).await?.user_errors
        }
        Action::ContactPointWithdraw => {
            let input = WithdrawContactPointInput {
                id: ID::from(&house.contact),
                expected_revision: None,
            };
            session.withdraw_contact_point(input).await?.user_errors
        }
        other => panic!("{other:?} is tried elsewhere"),
    })
}

pub fn new_contact(owner: &str) -> CreateContactPointInput {
    let channel = ContactChannelInput {
        r#type: ChannelType::Email,
        value: format!("{}@stadt.example", Uuid::new_v4().simple()),
        display: None,
    };
    CreateContactPointInput {
        owner: ID::from(owner),
        municipality: None,
        purpose: None,
        audience: None,
        channels: vec![channel],
        functional: false,
        visibility: Visibility::Network,
        publication_basis: None,
        valid_from: None,
        valid_until: None,
        topics: Vec::new(),
        idempotency_key: None,
    }
}

pub fn unchanged_contact(id: &str) -> UpdateContactPointInput {
    UpdateContactPointInput {
        id: ID::from(id),
        expected_revision: 1,
        purpose: MaybeUndefined::Undefined,
        audience: MaybeUndefined::Undefined,
        channels: MaybeUndefined::Undefined,
        functional: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
        publication_basis: MaybeUndefined::Undefined,
        valid_from: MaybeUndefined::Undefined,
        valid_until: MaybeUndefined::Undefined,
        topics: MaybeUndefined::Undefined,
    }
}
