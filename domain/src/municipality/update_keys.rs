//! Keys and official names come from a register of the state, and are corrected by who coordinates the network.

use super::create::found_by;
use super::keys::{Keys, taken};
use super::{Municipality, MunicipalityPayload};
use crate::access::Action;
use crate::error::Error;
use crate::patch::store_value;
use crate::problems::{Problems, is_duplicate};
use crate::session::Session;
use crate::values::fold::order_key;
use crate::values::{Ags, Ars, DistrictKey, TextRule};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::{ActiveValue, IntoActiveModel};
use verbund_entity::municipality::MunicipalityKind;

/// What to correct of a municipality (Schlüssel und Namen). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateMunicipalityKeysInput {
    /// The municipality to correct (Kommune).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// What it is in administrative law; never null (Art).
    pub kind: MaybeUndefined<MunicipalityKind>,
    /// As in everyday use, at most 200 characters; never null (Name).
    pub name: MaybeUndefined<String>,
    /// As in the official list, at most 200 characters; never null (amtlicher Name).
    pub official_name: MaybeUndefined<String>,
    /// Needed for a city, a town or a municipality; a district has none (Amtlicher Gemeindeschlüssel).
    pub ags: MaybeUndefined<Ags>,
    /// Needed for a district (Kreisschlüssel).
    pub district_key: MaybeUndefined<DistrictKey>,
    /// Of the same municipality (Regionalschlüssel).
    pub ars: MaybeUndefined<Ars>,
}

impl Session {
    /// Corrects the keys and names of a municipality.
    pub async fn update_municipality_keys(
        &self,
        input: UpdateMunicipalityKeysInput,
    ) -> Result<MunicipalityPayload, Error> {
        let (mut tx, row) = self
            .edit::<Municipality>(Action::MunicipalityUpdateKeys, &input.id)
            .await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(MunicipalityPayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        store_value(&mut problems, "kind", &mut changed.kind, input.kind, |kind| kind);
        store_name(&mut problems, "name", &mut changed.name, input.name);
        store_name(
            &mut problems,
            "officialName",
            &mut changed.official_name,
            input.official_name,
        );
        let keys = Keys {
            kind: *changed.kind.as_ref(),
            ags: given(input.ags, &changed.ags, Ags::parse),
            district_key: given(input.district_key, &changed.district_key, DistrictKey::parse),
            ars: given(input.ars, &changed.ars, Ars::parse),
        };
        keys.check(&mut problems);
        keys.refuse_taken(&tx, Some(id), &mut problems).await?;
        if !problems.none() {
            return Ok(MunicipalityPayload::refused(problems));
        }
        changed.parent_id.set_if_not_equals(keys.parent(&tx).await?);
        changed.keys_confirmed.set_if_not_equals(keys.confirmed());
        changed
            .ags
            .set_if_not_equals(keys.ags.map(|key| key.as_str().to_owned()));
        changed
            .district_key
            .set_if_not_equals(keys.district_key.map(|key| key.as_str().to_owned()));
        changed
            .ars
            .set_if_not_equals(keys.ars.map(|key| key.as_str().to_owned()));
        let (name_key, text) = (
            order_key(changed.name.as_ref()),
            found_by(changed.name.as_ref(), changed.official_name.as_ref()),
        );
        changed.name_key.set_if_not_equals(name_key);
        changed.search_text.set_if_not_equals(text);
        match tx.update::<Municipality, _>(changed, &[]).await {
            Err(error) if is_duplicate(&error) => {
                taken(&mut problems, "ags");
                return Ok(MunicipalityPayload::refused(problems));
            }
            updated => updated?,
        }
        tx.finish().await?;
        Ok(MunicipalityPayload::done(id))
    }
}

fn store_name(problems: &mut Problems, path: &str, field: &mut ActiveValue<String>, given: MaybeUndefined<String>) {
    match given {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => problems.cannot_clear(path),
        MaybeUndefined::Value(name) => field.set_if_not_equals(problems.text(path, &name, TextRule::NAME)),
    }
}

/// The key that is given, or else the one that is stored.
fn given<K, E>(
    given: MaybeUndefined<K>,
    stored: &ActiveValue<Option<String>>,
    read: impl Fn(&str) -> Result<K, E>,
) -> Option<K> {
    match given {
        MaybeUndefined::Undefined => stored.as_ref().as_deref().and_then(|text| read(text).ok()),
        MaybeUndefined::Null => None,
        MaybeUndefined::Value(key) => Some(key),
    }
}
