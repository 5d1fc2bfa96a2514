//! A contact is corrected by the municipality that answers for it.

use super::ContactPoint;
use super::create::{ContactPointPayload, read, refuse_known_addresses, search_text, stored};
use super::given::{ContactChannelInput, channels};
use super::owner::Owner;
use super::publish::Shown;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::patch::{store, store_text, store_value};
use crate::problems::Problems;
use crate::session::{Row, Session};
use crate::values::{LocalDate, TextRule};
use crate::{Municipality, Topic};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::contact_point::PublicationBasis;
use verbund_entity::{Visibility, contact_point_topic};

/// What to change of a contact (Kontakt ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateContactPointInput {
    /// The contact to change (Kontakt).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// What to turn to it for, at most 120 characters (Anliegen).
    pub purpose: MaybeUndefined<String>,
    /// Whom it is for, at most 120 characters (Zielgruppe).
    pub audience: MaybeUndefined<String>,
    /// All ways that it shall have, at least one, at most 20 (Kontaktwege).
    pub channels: MaybeUndefined<Vec<ContactChannelInput>>,
    /// Whether it belongs to a function and not to a person; never null (Funktionspostfach).
    pub functional: MaybeUndefined<bool>,
    /// Who sees it; never null (Sichtbarkeit). Making it public asks for a right of its own; a functional mailbox, for another.
    pub visibility: MaybeUndefined<Visibility>,
    /// Why it may be public; needed for what is (Rechtsgrundlage).
    pub publication_basis: MaybeUndefined<PublicationBasis>,
    /// The first day that it holds (gültig ab).
    pub valid_from: MaybeUndefined<LocalDate>,
    /// The last day that it holds (gültig bis).
    pub valid_until: MaybeUndefined<LocalDate>,
    /// All topics that it shall answer for, at most 50 (Themen).
    pub topics: MaybeUndefined<Vec<ID>>,
}

impl Session {
    /// Changes a contact.
    pub async fn update_contact_point(&self, input: UpdateContactPointInput) -> Result<ContactPointPayload, Error> {
        let (mut tx, row) = self.edit::<ContactPoint>(Action::ContactPointUpdate, &input.id).await?;
        let wanted = input.visibility.value().copied();
        tx.may_widen::<ContactPoint>(&row, row.visibility, wanted).await?;
        let (id, owners, owner) = (row.id, Owners::municipality(row.steward_id), owner_of(&row)?);
        let mut problems = Problems::new(self.language());
        let before = read(&row.channels);
        let ways = match &input.channels {
            MaybeUndefined::Undefined => before.clone(),
            MaybeUndefined::Null => channels(&mut problems, &[]),
            MaybeUndefined::Value(given) => channels(&mut problems, given),
        };
        let personal = matches!(owner, Owner::Position(_));
        let was = Shown {
            visibility: row.visibility,
            basis: row.publication_basis,
            functional: row.functional,
            personal,
            channels: &before,
        };
        let (published_at, withdrawn) = (row.published_at, row.withdrawn_at.is_some());
        let (present, steward) = (row.revision, row.steward_id);
        let mut changed = row.into_active_model();
        store_text(
            &mut problems,
            "purpose",
            &mut changed.purpose,
            input.purpose,
            TextRule::LABEL,
        );
        store_text(
            &mut problems,
            "audience",
            &mut changed.audience,
            input.audience,
            TextRule::LABEL,
        );
        store_value(
            &mut problems,
            "functional",
            &mut changed.functional,
            input.functional,
            |flag| flag,
        );
        store_value(
            &mut problems,
            "visibility",
            &mut changed.visibility,
            input.visibility,
            |level| level,
        );
        store(&mut changed.publication_basis, input.publication_basis, |basis| basis);
        store(&mut changed.valid_from, input.valid_from, |day| day.0);
        store(&mut changed.valid_until, input.valid_until, |day| day.0);
        let shown = Shown {
            visibility: *changed.visibility.as_ref(),
            basis: *changed.publication_basis.as_ref(),
            functional: *changed.functional.as_ref(),
            personal,
            channels: &ways,
        };
        if shown.visibility == Visibility::Public {
            if was.visibility != Visibility::Public {
                shown.may_be_published(&tx, &owners)?;
            } else if !(was.of_a_function() && shown.of_a_function()) {
                tx.require(Action::ContactPointCorrect, &owners)?;
            }
        }
        if present != input.expected_revision {
            let mut conflict = Problems::new(self.language());
            conflict.revision(input.expected_revision, present);
            return Ok(ContactPointPayload::refused_at(id, conflict));
        }
        if withdrawn {
            problems.state(
                "id",
                "Der Kontakt ist zurückgezogen.",
                "The contact has been withdrawn.",
            );
        }
        shown.check(&mut problems);
        problems.days(
            "validUntil",
            *changed.valid_from.as_ref(),
            *changed.valid_until.as_ref(),
        );
        let topics = match input.topics {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(Vec::new()),
            MaybeUndefined::Value(ids) => Some(tx.linked::<Topic>(&ids, "topics", &mut problems).await?),
        };
        if ways != before {
            tx.lock::<Municipality>(steward).await?;
            refuse_known_addresses(&tx, owner.condition(), Some(id), &ways, &mut problems).await?;
            changed.channels = Set(stored(&ways)?);
            // What was looked at were other ways.
            changed.verified_at.set_if_not_equals(None);
        }
        if !problems.none() {
            return Ok(ContactPointPayload::refused(problems));
        }
        changed.published_at.set_if_not_equals(match shown.visibility {
            Visibility::Public => published_at.or_else(|| Some(tx.now())),
            _ => None,
        });
        let text = search_text([changed.purpose.as_ref(), changed.audience.as_ref()], &ways);
        changed.search_text.set_if_not_equals(text);
        let mut also = Vec::new();
        if let Some(topics) = topics {
            let (near, far) = (
                contact_point_topic::Column::ContactPointId,
                contact_point_topic::Column::TopicId,
            );
            if tx
                .relink::<Topic, contact_point_topic::Entity>(near, id, far, &topics)
                .await?
            {
                also.push("topics");
            }
        }
        tx.update::<ContactPoint, _>(changed, &also).await?;
        tx.finish().await?;
        Ok(ContactPointPayload::done(id))
    }
}

fn owner_of(row: &Row<ContactPoint>) -> Result<Owner, Error> {
    row.municipality_id
        .map(Owner::Municipality)
        .or(row.position_id.map(Owner::Position))
        .or(row.organization_id.map(Owner::Organization))
        .or(row.meeting_id.map(Owner::Meeting))
        .or(row.project_id.map(Owner::Project))
        .ok_or_else(|| Error::Internal(format!("contact point {} has no owner", row.id)))
}
