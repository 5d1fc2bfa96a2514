//! An organisation's record is corrected by the municipality that keeps it. Where it stands is changed by steps of
//! their own.

use super::alternate_name::{AlternateNameInput, alternate_names};
use super::text::search_text;
use super::{Organization, directory, parent, place, states};
use crate::Topic;
use crate::access::Action;
use crate::change_proposal::{Proposable, Stand};
use crate::error::Error;
use crate::patch::{store, store_required_text, store_text, store_value};
use crate::problems::Problems;
use crate::session::{Row, Session, Tx};
use crate::values::fold::order_key;
use crate::values::{Edtf, TextRule, Url};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;
use serde_json::json;
use verbund_entity::organization::{ActiveModel, AudienceScope, Column, LegalForm, OrganizationKind};
use verbund_entity::organization_successor as successor;
use verbund_entity::{Visibility, organization_topic};

/// What to change of an organisation (Organisation ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateOrganizationInput {
    /// The organisation to change (Organisation).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// As it calls itself, at most 300 characters; never null (Name).
    pub name: MaybeUndefined<String>,
    /// Its abbreviation, at most 120 characters (Kurzname).
    pub short_name: MaybeUndefined<String>,
    /// All that it else is or was called, at most 20 names (weitere und frühere Namen).
    pub alternate_names: MaybeUndefined<Vec<AlternateNameInput>>,
    /// What it is; never null (Art).
    pub kind: MaybeUndefined<OrganizationKind>,
    /// Null if unknown (Rechtsform).
    pub legal_form: MaybeUndefined<LegalForm>,
    /// What it is a unit of: an organisation that the same municipality keeps (übergeordnete Organisation).
    pub parent: MaybeUndefined<ID>,
    /// The municipality that it is a unit of: the one that keeps the record.
    pub municipality: MaybeUndefined<ID>,
    /// Where it is at home (Sitz).
    pub located_in: MaybeUndefined<ID>,
    /// When it began, as exactly as is known (Beginn).
    pub valid_from: MaybeUndefined<Edtf>,
    /// When it ended, not before it began; only of one that is dissolved (Ende).
    pub valid_until: MaybeUndefined<Edtf>,
    /// Whether volunteers do its work (ehrenamtlich).
    pub volunteer_based: MaybeUndefined<bool>,
    /// Whom its offer is for (Ausrichtung).
    pub audience_scope: MaybeUndefined<AudienceScope>,
    /// Its page on the web (Webseite).
    pub website: MaybeUndefined<Url>,
    /// Who sees the record; never null. An association is public only while it is active and has agreed (Sichtbarkeit).
    pub visibility: MaybeUndefined<Visibility>,
    /// All organisations that carry on what it did, at most 50 (Nachfolge).
    pub successors: MaybeUndefined<Vec<ID>>,
    /// All topics that it shall work on, at most 50 (Themen).
    pub topics: MaybeUndefined<Vec<ID>>,
}

payload! {
    /// The organisation after the change (Organisation).
    OrganizationPayload { organization: Organization }
}

impl Session {
    /// Changes an organisation's record.
    pub async fn update_organization(&self, input: UpdateOrganizationInput) -> Result<OrganizationPayload, Error> {
        let (mut tx, row) = self.edit::<Organization>(Action::OrganizationUpdate, &input.id).await?;
        let wanted = input.visibility.value().copied();
        tx.may_widen::<Organization>(&row, row.visibility, wanted).await?;
        let (id, steward) = (row.id, row.steward_id);
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(OrganizationPayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        place_it(&tx, (id, steward), &mut changed, &input, &mut problems).await?;
        let after = match &input.successors {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(Vec::new()),
            MaybeUndefined::Value(ids) => Some(successors(&tx, id, ids, &mut problems).await?),
        };
        let topics = match &input.topics {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(Vec::new()),
            MaybeUndefined::Value(ids) => Some(tx.linked::<Topic>(ids, "topics", &mut problems).await?),
        };
        correct(&tx, id, &mut changed, input, &mut problems).await?;
        if !problems.none() {
            return Ok(OrganizationPayload::refused(problems));
        }
        let mut also = Vec::new();
        if let Some(after) = after {
            let (near, far) = (successor::Column::OrganizationId, successor::Column::SuccessorId);
            if tx
                .relink::<Organization, successor::Entity>(near, id, far, &after)
                .await?
            {
                also.push("successors");
            }
        }
        if let Some(topics) = topics {
            let (near, far) = (
                organization_topic::Column::OrganizationId,
                organization_topic::Column::TopicId,
            );
            if tx
                .relink::<Topic, organization_topic::Entity>(near, id, far, &topics)
                .await?
            {
                also.push("topics");
            }
        }
        tx.update::<Organization, _>(changed, &also).await?;
        tx.finish().await?;
        Ok(OrganizationPayload::done(id))
    }
}

/// Says of an organisation what is given, and looks at the record as a whole.
async fn correct(
    tx: &Tx,
    id: i64,
    row: &mut ActiveModel,
    input: UpdateOrganizationInput,
    problems: &mut Problems,
) -> Result<(), Error> {
    let status = *row.status.as_ref();
    if states::REPLACED.contains(&status) {
        problems.wrong_state("id", &status, states::KEPT);
        return Ok(());
    }
    if input.valid_until.value().is_some() && !states::ENDED.contains(&status) {
        problems.wrong_state("validUntil", &status, states::ENDED);
    }
    describe(row, input, problems);
    place::check_unit(row, problems);
    directory::check(tx, Some(id), row, problems).await
}

impl Proposable for Organization {
    type Update = UpdateOrganizationInput;
    const RIGHT: Action = Action::OrganizationUpdate;
    const FIELDS: &'static [(&'static str, Column)] = &[
        ("name", Column::Name),
        ("shortName", Column::ShortName),
        ("alternateNames", Column::AlternateNames),
        ("kind", Column::Kind),
        ("legalForm", Column::LegalForm),
        ("validFrom", Column::ValidFrom),
        ("validUntil", Column::ValidUntil),
        ("volunteerBased", Column::VolunteerBased),
        ("audienceScope", Column::AudienceScope),
        ("website", Column::Website),
    ];

    fn stands(row: &Row<Self>) -> Stand {
        Stand {
            id: row.id,
            keeper: row.steward_id,
            revision: row.revision,
        }
    }

    fn which(update: &Self::Update) -> (&ID, i32) {
        (&update.id, update.expected_revision)
    }

    async fn corrected(
        tx: &Tx,
        row: Row<Self>,
        update: Self::Update,
        problems: &mut Problems,
    ) -> Result<ActiveModel, Error> {
        let id = row.id;
        let mut changed = row.into_active_model();
        correct(tx, id, &mut changed, update, problems).await?;
        Ok(changed)
    }
}

/// Organisations that carry on what another did; never itself.
pub(super) async fn successors(tx: &Tx, id: i64, ids: &[ID], problems: &mut Problems) -> Result<Vec<i64>, Error> {
    let keys = tx.linked::<Organization>(ids, "successors", problems).await?;
    if keys.contains(&id) {
        problems.invalid(
            "successors",
            "Eine Organisation folgt nicht auf sich selbst.",
            "An organisation does not follow upon itself.",
        );
    }
    Ok(keys)
}

/// Where it belongs: what it is a unit of, and where it is at home.
async fn place_it(
    tx: &Tx,
    (id, steward): (i64, i64),
    row: &mut ActiveModel,
    input: &UpdateOrganizationInput,
    problems: &mut Problems,
) -> Result<(), Error> {
    match &input.parent {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => row.parent_id.set_if_not_equals(None),
        MaybeUndefined::Value(above) => {
            let above = parent::named(tx, above, steward, Some(id), problems).await?;
            row.parent_id.set_if_not_equals(above);
        }
    }
    match &input.municipality {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => row.municipality_id.set_if_not_equals(None),
        MaybeUndefined::Value(whole) => {
            let whole = place::unit_of(tx, whole, steward, problems).await?;
            row.municipality_id.set_if_not_equals(whole);
        }
    }
    match &input.located_in {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => row.located_in_id.set_if_not_equals(None),
        MaybeUndefined::Value(home) => {
            let home = place::located_in(tx, home, problems).await?;
            row.located_in_id.set_if_not_equals(home);
        }
    }
    Ok(())
}

/// What is said of it.
fn describe(row: &mut ActiveModel, input: UpdateOrganizationInput, problems: &mut Problems) {
    store_required_text(problems, "name", &mut row.name, input.name, TextRule::TITLE);
    let (short, label) = (&mut row.short_name, TextRule::LABEL);
    store_text(problems, "shortName", short, input.short_name, label);
    match &input.alternate_names {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => row.alternate_names.set_if_not_equals(json!([])),
        MaybeUndefined::Value(given) => {
            let names = json!(alternate_names(problems, given));
            row.alternate_names.set_if_not_equals(names);
        }
    }
    store_value(problems, "kind", &mut row.kind, input.kind, |kind| kind);
    store(&mut row.legal_form, input.legal_form, |form| form);
    store(&mut row.valid_from, input.valid_from, |date| date.as_str().to_owned());
    store(&mut row.valid_until, input.valid_until, |date| date.as_str().to_owned());
    let dates = |text: &Option<String>| text.as_deref().and_then(|text| Edtf::parse(text).ok());
    let (from, until) = (dates(row.valid_from.as_ref()), dates(row.valid_until.as_ref()));
    problems.span("validUntil", from.as_ref(), until.as_ref());
    store(&mut row.volunteer_based, input.volunteer_based, |flag| flag);
    store(&mut row.audience_scope, input.audience_scope, |scope| scope);
    store(&mut row.website, input.website, |url| url.as_str().to_owned());
    let level = &mut row.visibility;
    store_value(problems, "visibility", level, input.visibility, |level| level);
    let short = row.short_name.as_ref().as_deref();
    let text = search_text(row.name.as_ref(), short, row.alternate_names.as_ref());
    row.search_text.set_if_not_equals(text);
    row.name_key.set_if_not_equals(order_key(row.name.as_ref()));
}
