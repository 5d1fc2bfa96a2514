//! A municipality is entered by a coordinator, as a candidate: it belongs to nobody until it joins.

use super::keys::{Keys, taken};
use super::{Municipality, MunicipalityPayload};
use crate::Network;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::{Problems, is_duplicate};
use crate::session::{Once, Session, Tx};
use crate::values::fold::{order_key, search_text};
use crate::values::{Ags, Ars, DistrictKey, Slug, TextRule, Url};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::municipality::{ActiveModel, Column, Entity, MunicipalityKind};

/// A municipality to be entered (neue Kommune).
#[derive(InputObject)]
pub struct CreateMunicipalityInput {
    /// The network for which the viewer acts; the municipality does not join it by that (Netzwerk).
    pub network: ID,
    /// What it is in administrative law (Art).
    pub kind: MunicipalityKind,
    /// As in everyday use, at most 200 characters (Name).
    pub name: String,
    /// As in the official list, at most 200 characters; absent: the name (amtlicher Name).
    pub official_name: Option<String>,
    /// Needed for a city, a town or a municipality; a district has none (Amtlicher Gemeindeschlüssel).
    pub ags: Option<Ags>,
    /// Needed for a district (Kreisschlüssel).
    pub district_key: Option<DistrictKey>,
    /// Of the same municipality (Regionalschlüssel).
    pub ars: Option<Ars>,
    /// Official site on the web (Internetauftritt).
    pub website: Option<Url>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

impl Session {
    /// Enters a municipality.
    pub async fn create_municipality(&self, input: CreateMunicipalityInput) -> Result<MunicipalityPayload, Error> {
        let network = self.find::<Network>(&input.network).await?.id;
        let mut tx = self
            .create(Action::MunicipalityCreate, &Owners::network(network))
            .await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let name = problems.text("name", &input.name, TextRule::NAME);
        let official = problems.optional_text("officialName", input.official_name.as_deref(), TextRule::NAME);
        let official = official.unwrap_or_else(|| name.clone());
        let keys = Keys {
            kind: input.kind,
            ags: input.ags.clone(),
            district_key: input.district_key.clone(),
            ars: input.ars.clone(),
        };
        keys.check(&mut problems);
        if !problems.none() {
            return Ok(MunicipalityPayload::refused(problems));
        }
        let first = match tx
            .once("createMunicipality", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(MunicipalityPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(MunicipalityPayload::refused(problems));
            }
        };
        keys.refuse_taken(&tx, None, &mut problems).await?;
        let slug = free_slug(&tx, &name, &mut problems).await?;
        if !problems.none() {
            return Ok(MunicipalityPayload::refused(problems));
        }
        let row = ActiveModel {
            slug: Set(slug),
            name_key: Set(order_key(&name)),
            search_text: Set(found_by(&name, &official)),
            name: Set(name),
            official_name: Set(official),
            kind: Set(keys.kind),
            keys_confirmed: Set(keys.confirmed()),
            parent_id: Set(keys.parent(&tx).await?),
            ags: Set(keys.ags.map(|key| key.as_str().to_owned())),
            district_key: Set(keys.district_key.map(|key| key.as_str().to_owned())),
            ars: Set(keys.ars.map(|key| key.as_str().to_owned())),
            population: Set(None),
            population_as_of: Set(None),
            website: Set(input.website.map(|url| url.as_str().to_owned())),
            ..Default::default()
        };
        let made = match tx.insert::<Municipality, _>(row).await {
            Err(error) if is_duplicate(&error) => {
                taken(&mut problems, "ags");
                return Ok(MunicipalityPayload::refused(problems));
            }
            inserted => inserted?,
        };
        tx.remember(first, made.id).await?;
        tx.finish().await?;
        Ok(MunicipalityPayload::done(made.id))
    }
}

/// What a municipality is found by.
pub(super) fn found_by(name: &str, official: &str) -> String {
    search_text(&[name, official])
}

/// The name as an address, numbered where another municipality has it: everybody sees all of them anyway.
async fn free_slug(tx: &Tx, name: &str, problems: &mut Problems) -> Result<String, Error> {
    let Some(plain) = Slug::of(name) else {
        problems.invalid(
            "name",
            "Der Name braucht Buchstaben oder Ziffern.",
            "The name needs letters or digits.",
        );
        return Ok(String::new());
    };
    let mut slug = plain.clone();
    for number in 2.. {
        let same = Condition::all().add(Column::Slug.eq(slug.as_str()));
        if tx.rows::<Entity>(same).await?.is_empty() {
            break;
        }
        slug = plain.numbered(number);
    }
    Ok(slug.as_str().to_owned())
}
