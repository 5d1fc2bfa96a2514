//! What a network says of itself is kept by its coordinators.

use super::Network;
use crate::access::Action;
use crate::error::Error;
use crate::patch::{store, store_text, store_value};
use crate::problems::Problems;
use crate::session::Session;
use crate::values::fold::{order_key, search_text};
use crate::values::{Edtf, LanguageTag, TextRule, TimeZone, Url};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::{ActiveEnum, IntoActiveModel};
use verbund_entity::network::NetworkPurpose;

/// What to change of a network (Netzwerk ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateNetworkInput {
    /// The network to change (Netzwerk).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// As the network writes itself, at most 300 characters; never null (Name).
    pub name: MaybeUndefined<String>,
    /// What it is for, at most 20,000 characters (Beschreibung).
    pub description: MaybeUndefined<String>,
    /// All purposes that it shall have, each once (Zwecke).
    pub purposes: MaybeUndefined<Vec<NetworkPurpose>>,
    /// When it was founded, as exactly as is known (Gründung).
    pub founded_on: MaybeUndefined<Edtf>,
    /// Its page on the web (Webseite).
    pub website: MaybeUndefined<Url>,
    /// The language that texts are in unless they say otherwise; never null (Sprache).
    pub default_language: MaybeUndefined<LanguageTag>,
    /// Where its days begin and end; never null (Zeitzone).
    pub time_zone: MaybeUndefined<TimeZone>,
}

payload! {
    /// The network after the change (Netzwerk).
    NetworkPayload { network: Network }
}

impl Session {
    /// Changes what a network says of itself.
    pub async fn update_network(&self, input: UpdateNetworkInput) -> Result<NetworkPayload, Error> {
        let (mut tx, row) = self.edit::<Network>(Action::NetworkUpdate, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(NetworkPayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        match input.name {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => problems.cannot_clear("name"),
            MaybeUndefined::Value(name) => {
                let name = problems.text("name", &name, TextRule::TITLE);
                changed.name_key.set_if_not_equals(order_key(&name));
                changed.name.set_if_not_equals(name);
            }
        }
        store_text(
            &mut problems,
            "description",
            &mut changed.description,
            input.description,
            TextRule::DESCRIPTION,
        );
        match &input.purposes {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => changed.purposes.set_if_not_equals(serde_json::json!([])),
            MaybeUndefined::Value(given) => {
                let given = purposes(&mut problems, given);
                changed.purposes.set_if_not_equals(given);
            }
        }
        store(&mut changed.founded_on, input.founded_on, |date| {
            date.as_str().to_owned()
        });
        store(&mut changed.website, input.website, |url| url.as_str().to_owned());
        store_value(
            &mut problems,
            "defaultLanguage",
            &mut changed.default_language,
            input.default_language,
            |tag| tag.as_str().to_owned(),
        );
        store_value(
            &mut problems,
            "timeZone",
            &mut changed.time_zone,
            input.time_zone,
            |zone| zone.as_str().to_owned(),
        );
        if !problems.none() {
            return Ok(NetworkPayload::refused(problems));
        }
        let mut texts = vec![changed.name.as_ref().as_str()];
        texts.extend(changed.description.as_ref().as_deref());
        let text = search_text(&texts);
        changed.search_text.set_if_not_equals(text);
        tx.update::<Network, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(NetworkPayload::done(id))
    }
}

fn purposes(problems: &mut Problems, given: &[NetworkPurpose]) -> serde_json::Value {
    for (index, purpose) in given.iter().enumerate() {
        if given.iter().take(index).any(|before| before == purpose) {
            problems.duplicate(
                &format!("purposes.{index}"),
                "Dieser Zweck steht schon da.",
                "This purpose is there already.",
            );
        }
    }
    given.iter().map(ActiveEnum::to_value).collect()
}
