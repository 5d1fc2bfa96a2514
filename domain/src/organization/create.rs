//! An organisation is entered by the municipality that answers for its record.

use super::alternate_name::{AlternateNameInput, alternate_names};
use super::duplicates::{Planned, candidates};
use super::text::search_text;
use super::{Organization, directory, parent, place, states};
use crate::access::{Action, Owners};
use crate::error::{Error, UserError};
use crate::problems::Problems;
use crate::read::Ref;
use crate::session::{Once, Session, Tx};
use crate::values::fold::order_key;
use crate::values::{Edtf, TextRule, Url};
use crate::{Municipality, Topic};
use async_graphql::{ID, InputObject, SimpleObject};
use sea_orm::ActiveValue::Set;
use verbund_entity::organization::{ActiveModel, AudienceScope, LegalForm, OrganizationKind, OrganizationStatus};
use verbund_entity::{Visibility, organization_topic};

/// An organisation to be entered (neue Organisation).
#[derive(InputObject)]
pub struct CreateOrganizationInput {
    /// The municipality that keeps the record, and for which the viewer acts (zuständige Kommune).
    pub steward: ID,
    /// As it calls itself, at most 300 characters (Name).
    pub name: String,
    /// Its abbreviation, at most 120 characters (Kurzname).
    pub short_name: Option<String>,
    /// What else it is or was called, at most 20 names (weitere und frühere Namen).
    #[graphql(default)]
    pub alternate_names: Vec<AlternateNameInput>,
    /// What it is (Art).
    pub kind: OrganizationKind,
    /// Absent if unknown (Rechtsform).
    pub legal_form: Option<LegalForm>,
    /// `FOUNDING` or `ACTIVE` (Stand).
    #[graphql(default_with = "OrganizationStatus::Active")]
    pub status: OrganizationStatus,
    /// What it is a unit of: an organisation that the same municipality keeps (übergeordnete Organisation).
    pub parent: Option<ID>,
    /// The municipality that it is a unit of: the one that keeps the record. An `ADMINISTRATIVE_UNIT` needs it.
    pub municipality: Option<ID>,
    /// Where it is at home (Sitz).
    pub located_in: Option<ID>,
    /// When it began, as exactly as is known (Beginn).
    pub valid_from: Option<Edtf>,
    /// Whether volunteers do its work (ehrenamtlich).
    pub volunteer_based: Option<bool>,
    /// Whom its offer is for (Ausrichtung).
    pub audience_scope: Option<AudienceScope>,
    /// Its page on the web (Webseite).
    pub website: Option<Url>,
    /// Who sees the record. An association becomes public with its consent only, which is recorded afterwards.
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// What it works on, at most 50 topics (Themen).
    #[graphql(default)]
    pub topics: Vec<ID>,
    /// Enter it although organisations are there that may be the same; see `duplicateCandidates`.
    #[graphql(default)]
    pub confirm_not_duplicate: bool,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

/// The new organisation, or those that it may be the same as (neue Organisation).
#[derive(SimpleObject)]
pub struct CreateOrganizationPayload {
    /// The record as it is now; null if something is to be mended.
    pub organization: Option<Ref<Organization>>,
    /// Organisations that the viewer sees and that may be the same: almost the same name in the same place, or the same
    /// host on the web. Nothing was entered unless the input confirms that it is none of them (mögliche Dubletten).
    pub duplicate_candidates: Vec<Ref<Organization>>,
    /// What to mend; empty if it was done.
    pub user_errors: Vec<UserError>,
}

impl CreateOrganizationPayload {
    fn done(id: i64) -> Self {
        CreateOrganizationPayload {
            organization: Some(Ref::new(id)),
            duplicate_candidates: Vec::new(),
            user_errors: Vec::new(),
        }
    }

    fn refused(problems: Problems, candidates: Vec<i64>) -> Self {
        CreateOrganizationPayload {
            organization: None,
            duplicate_candidates: Ref::all(candidates),
            user_errors: problems.into_errors(),
        }
    }
}

impl Session {
    /// Enters an organisation.
    pub async fn create_organization(
        &self,
        input: CreateOrganizationInput,
    ) -> Result<CreateOrganizationPayload, Error> {
        let steward = self.find::<Municipality>(&input.steward).await?.id;
        let owners = Owners::municipality(steward);
        let mut tx = self.create(Action::OrganizationCreate, &owners).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        if !states::BEGIN.contains(&input.status) {
            problems.wrong_state("status", &input.status, states::BEGIN);
        }
        let row = columns(&tx, steward, &input, &mut problems).await?;
        directory::check(&tx, None, &row, &mut problems).await?;
        let topics = tx.linked::<Topic>(&input.topics, "topics", &mut problems).await?;
        if !problems.none() {
            return Ok(CreateOrganizationPayload::refused(problems, Vec::new()));
        }
        let first = match tx
            .once("createOrganization", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(CreateOrganizationPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(CreateOrganizationPayload::refused(problems, Vec::new()));
            }
        };
        if !input.confirm_not_duplicate {
            let candidates = known(&tx, steward, &row, &input).await?;
            if !candidates.is_empty() {
                problems.duplicate(
                    "confirmNotDuplicate",
                    "Vielleicht gibt es diese Organisation schon: duplicateCandidates zeigt, welche gemeint sein kann.",
                    "This organisation may be there already: duplicateCandidates shows which may be meant.",
                );
                return Ok(CreateOrganizationPayload::refused(problems, candidates));
            }
        }
        let row = tx.insert::<Organization, _>(row).await?;
        let (near, far) = (
            organization_topic::Column::OrganizationId,
            organization_topic::Column::TopicId,
        );
        tx.relink::<Topic, organization_topic::Entity>(near, row.id, far, &topics)
            .await?;
        tx.remember(first, row.id).await?;
        tx.finish().await?;
        Ok(CreateOrganizationPayload::done(row.id))
    }
}

async fn columns(
    tx: &Tx,
    steward: i64,
    input: &CreateOrganizationInput,
    problems: &mut Problems,
) -> Result<ActiveModel, Error> {
    let name = problems.text("name", &input.name, TextRule::TITLE);
    let short = problems.optional_text("shortName", input.short_name.as_deref(), TextRule::LABEL);
    let others = serde_json::json!(alternate_names(problems, &input.alternate_names));
    let municipality = match &input.municipality {
        Some(id) => place::unit_of(tx, id, steward, problems).await?,
        None => None,
    };
    let located_in = match &input.located_in {
        Some(id) => place::located_in(tx, id, problems).await?,
        None => None,
    };
    let parent = match &input.parent {
        Some(id) => parent::named(tx, id, steward, None, problems).await?,
        None => None,
    };
    let row = ActiveModel {
        name_key: Set(order_key(&name)),
        search_text: Set(search_text(&name, short.as_deref(), &others)),
        name: Set(name),
        short_name: Set(short),
        alternate_names: Set(others),
        kind: Set(input.kind),
        legal_form: Set(input.legal_form),
        status: Set(input.status),
        parent_id: Set(parent),
        municipality_id: Set(municipality),
        located_in_id: Set(located_in),
        valid_from: Set(input.valid_from.as_ref().map(|from| from.as_str().to_owned())),
        valid_until: Set(None),
        volunteer_based: Set(input.volunteer_based),
        audience_scope: Set(input.audience_scope),
        website: Set(input.website.as_ref().map(|url| url.as_str().to_owned())),
        visibility: Set(input.visibility),
        steward_id: Set(steward),
        ..Default::default()
    };
    place::check_unit(&row, problems);
    Ok(row)
}

/// Those that are there already, looked for one request at a time: two with one name would not see each other's.
async fn known(tx: &Tx, steward: i64, row: &ActiveModel, input: &CreateOrganizationInput) -> Result<Vec<i64>, Error> {
    let mut places: Vec<i64> = Vec::from_iter(*row.located_in_id.as_ref());
    places.extend(*row.municipality_id.as_ref());
    if places.is_empty() {
        places.push(steward);
    }
    places.sort_unstable();
    places.dedup();
    for place in &places {
        tx.lock::<Municipality>(*place).await?;
    }
    let planned = Planned {
        name: row.name.as_ref(),
        website: input.website.as_ref(),
        places,
    };
    candidates(tx, &planned).await
}
