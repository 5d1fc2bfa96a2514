//! A contact is entered by the municipality that answers for it.

use super::given::{ContactChannelInput, channels, same_address};
use super::owner::Owner;
use super::publish::Shown;
use super::{ContactChannel, ContactPoint};
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session, Tx};
use crate::values::{LocalDate, TextRule, fold};
use crate::{Municipality, Topic};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::contact_point::{ActiveModel, Column, PublicationBasis};
use verbund_entity::{Visibility, contact_point_topic};

/// A contact to be entered (neuer Kontakt).
#[derive(InputObject)]
pub struct CreateContactPointInput {
    /// What it belongs to: a municipality, a position, an organisation, a meeting or a project.
    pub owner: ID,
    /// The municipality that keeps it. Needed only for what several municipalities share.
    pub municipality: Option<ID>,
    /// What to turn to it for; absent for the general contact. At most 120 characters.
    pub purpose: Option<String>,
    /// Whom it is for (Zielgruppe); absent for everybody. At most 120 characters.
    pub audience: Option<String>,
    /// Ways to reach it, at least one, at most 20 (Kontaktwege).
    pub channels: Vec<ContactChannelInput>,
    /// It belongs to a function and not to a person (Funktionspostfach).
    #[graphql(default)]
    pub functional: bool,
    /// Who sees it (Sichtbarkeit). Making it public asks for a right of its own; a functional mailbox, for another.
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// Why it may be public; needed for what is (Rechtsgrundlage).
    pub publication_basis: Option<PublicationBasis>,
    /// The first day that it holds (gültig ab).
    pub valid_from: Option<LocalDate>,
    /// The last day that it holds (gültig bis).
    pub valid_until: Option<LocalDate>,
    /// What it answers for, at most 50 topics (Themen).
    #[graphql(default)]
    pub topics: Vec<ID>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The contact after the change (Kontakt).
    ContactPointPayload { contact_point: ContactPoint }
}

impl Session {
    /// Enters a contact.
    pub async fn create_contact_point(&self, input: CreateContactPointInput) -> Result<ContactPointPayload, Error> {
        let (owner, stewards) = self.contact_owner(&input.owner).await?;
        let owners = match &input.municipality {
            Some(id) => {
                let named = self.find::<Municipality>(id).await?.id;
                if stewards.contains(&named) {
                    Owners::municipality(named)
                } else {
                    Owners::default()
                }
            }
            None => Owners {
                municipalities: stewards,
                networks: Vec::new(),
            },
        };
        let mut tx = self.create(Action::ContactPointCreate, &owners).await?;
        let steward = tx.acting_municipality()?;
        owner.still_kept_by(steward, &tx).await?;
        let owners = Owners::municipality(steward);
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let channels = channels(&mut problems, &input.channels);
        let shown = Shown {
            visibility: input.visibility,
            basis: input.publication_basis,
            functional: input.functional,
            personal: matches!(owner, Owner::Position(_)),
            channels: &channels,
        };
        if input.visibility == Visibility::Public {
            shown.may_be_published(&tx, &owners)?;
        }
        shown.check(&mut problems);
        let purpose = problems.optional_text("purpose", input.purpose.as_deref(), TextRule::LABEL);
        let audience = problems.optional_text("audience", input.audience.as_deref(), TextRule::LABEL);
        let (from, until) = (input.valid_from.map(|day| day.0), input.valid_until.map(|day| day.0));
        problems.days("validUntil", from, until);
        let topics = tx.linked::<Topic>(&input.topics, "topics", &mut problems).await?;
        if !problems.none() {
            return Ok(ContactPointPayload::refused(problems));
        }
        let first = match tx
            .once("createContactPoint", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(ContactPointPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(ContactPointPayload::refused(problems));
            }
        };
        // One at a time in a municipality: two requests with one address would not see each other's.
        tx.lock::<Municipality>(steward).await?;
        refuse_known_addresses(&tx, owner.condition(), None, &channels, &mut problems).await?;
        if !problems.none() {
            return Ok(ContactPointPayload::refused(problems));
        }
        let public = input.visibility == Visibility::Public;
        let row = ActiveModel {
            steward_id: Set(steward),
            search_text: Set(search_text([&purpose, &audience], &channels)),
            purpose: Set(purpose),
            audience: Set(audience),
            channels: Set(stored(&channels)?),
            functional: Set(input.functional),
            visibility: Set(input.visibility),
            publication_basis: Set(input.publication_basis),
            published_at: Set(public.then(|| tx.now())),
            valid_from: Set(from),
            valid_until: Set(until),
            withdrawn_at: Set(None),
            verified_at: Set(None),
            ..owner.columns()
        };
        let row = tx.insert::<ContactPoint, _>(row).await?;
        let (near, far) = (
            contact_point_topic::Column::ContactPointId,
            contact_point_topic::Column::TopicId,
        );
        tx.relink::<Topic, contact_point_topic::Entity>(near, row.id, far, &topics)
            .await?;
        tx.remember(first, row.id).await?;
        tx.finish().await?;
        Ok(ContactPointPayload::done(row.id))
    }
}

impl Owner {
    pub(super) fn condition(self) -> Condition {
        Condition::all().add(match self {
            Owner::Municipality(id) => Column::MunicipalityId.eq(id),
            Owner::Position(id) => Column::PositionId.eq(id),
            Owner::Organization(id) => Column::OrganizationId.eq(id),
            Owner::Meeting(id) => Column::MeetingId.eq(id),
            Owner::Project(id) => Column::ProjectId.eq(id),
        })
    }

    fn columns(self) -> ActiveModel {
        let mut row = ActiveModel {
            position_id: Set(None),
            organization_id: Set(None),
            municipality_id: Set(None),
            meeting_id: Set(None),
            project_id: Set(None),
            ..Default::default()
        };
        match self {
            Owner::Municipality(id) => row.municipality_id = Set(Some(id)),
            Owner::Position(id) => row.position_id = Set(Some(id)),
            Owner::Organization(id) => row.organization_id = Set(Some(id)),
            Owner::Meeting(id) => row.meeting_id = Set(Some(id)),
            Owner::Project(id) => row.project_id = Set(Some(id)),
        }
        row
    }
}

/// Refuses a mail address that another contact of the same owner has. Only contacts that the viewer sees count: the
/// refusal must not tell of others.
pub(super) async fn refuse_known_addresses(
    tx: &Tx,
    of_owner: Condition,
    except: Option<i64>,
    channels: &[ContactChannel],
    problems: &mut Problems,
) -> Result<(), Error> {
    let others = tx
        .seen::<ContactPoint>(of_owner.add(Column::WithdrawnAt.is_null()))
        .await?;
    let known: Vec<ContactChannel> = others
        .iter()
        .filter(|other| Some(other.id) != except)
        .flat_map(|other| read(&other.channels))
        .collect();
    for (index, channel) in channels.iter().enumerate() {
        if known.iter().any(|other| same_address(other, channel)) {
            problems.duplicate(
                &format!("channels.{index}.value"),
                "Diese Adresse gehört schon zu einem Kontakt.",
                "This address belongs to a contact already.",
            );
        }
    }
    Ok(())
}

/// Channels as they are stored.
pub(super) fn stored(channels: &[ContactChannel]) -> Result<serde_json::Value, Error> {
    serde_json::to_value(channels).map_err(|error| Error::Internal(error.to_string()))
}

/// Stored channels.
pub(super) fn read(stored: &serde_json::Value) -> Vec<ContactChannel> {
    serde_json::from_value(stored.clone()).unwrap_or_default()
}

/// What a contact is found by: what it is for and whom, and its ways.
pub(super) fn search_text(about: [&Option<String>; 2], channels: &[ContactChannel]) -> String {
    let mut texts: Vec<&str> = about.into_iter().filter_map(|text| text.as_deref()).collect();
    texts.extend(channels.iter().map(|channel| channel.display.as_str()));
    fold::search_text(&texts)
}
