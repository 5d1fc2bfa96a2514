//! Organisations: associations, authorities, institutions and the units of administrations.

mod activate;
mod alternate_name;
mod consent;
mod create;
mod directory;
mod dissolve;
mod duplicates;
mod merge;
mod merged;
mod parent;
mod place;
mod record_consent;
mod rest;
mod states;
mod text;
mod update;

pub use activate::ActivateOrganizationInput;
pub use alternate_name::{AlternateName, AlternateNameInput};
pub use consent::DirectoryConsent;
pub use create::{CreateOrganizationInput, CreateOrganizationPayload};
pub use dissolve::DissolveOrganizationInput;
pub use merge::MergeOrganizationsInput;
pub use record_consent::{RecordDirectoryConsentInput, WithdrawDirectoryConsentInput};
pub use rest::{ReviveOrganizationInput, SetOrganizationDormantInput};
pub use update::{OrganizationPayload, UpdateOrganizationInput};

use crate::{
    ContactPoint, Municipality, Position, SourceReference, Topic,
    access::{Action, Of},
    read::{Fields, Object, Scope, Visible},
    session::{Owned, Owner, can},
    values::PartialDate,
};
use async_graphql::Value;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::organization::{self, AudienceScope, Column, LegalForm, OrganizationKind, OrganizationStatus};
use verbund_entity::{
    Visibility, contact_point, directory_consent, organization_successor, organization_topic, position,
    source_reference,
};

pub struct Organization;

impl Object for Organization {
    type Entity = organization::Entity;
    const NAME: &'static str = "Organization";
    const DOC: &'static str =
        "An association, an authority, an institution, a unit of an administration (Organisation).";

    fn visible(scope: &Scope) -> Visible {
        let level = || scope.level(Column::Visibility, Column::StewardId);
        let kept = Query::select()
            .column(Column::Id)
            .from(organization::Entity)
            .cond_where(level())
            .take();
        let stands = Column::ReplacedById.is_null();
        let replaced = Column::ReplacedById.in_subquery(kept);
        // A record that was replaced is seen with the one that took its place, by those who have its id.
        Visible::rows(level())
            .only(Condition::any().add(stands.clone()).add(replaced))
            .listed(Condition::all().add(stands))
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::Name, "As it calls itself (Name).");
        f.column(Column::ShortName, "Its abbreviation; null if it has none (Kurzname).");
        f.computed::<Vec<AlternateName>>(
            "alternateNames",
            &[Column::AlternateNames],
            "What else it is or was called (weitere und frühere Namen).",
            |row| row.json(0).unwrap_or_else(|| Value::List(Vec::new())),
        );
        f.choice::<OrganizationKind>(Column::Kind, "What it is.").filter();
        f.choice::<LegalForm>(Column::LegalForm, "Null if unknown.");
        f.choice::<OrganizationStatus>(Column::Status, "Where it stands.")
            .filter();
        f.one::<Organization>("parent", Column::ParentId, "What it is a unit of.")
            .filter();
        f.one::<Municipality>(
            "municipality",
            Column::MunicipalityId,
            "The municipality that it is a unit of.",
        )
        .filter();
        f.one::<Municipality>("locatedIn", Column::LocatedInId, "Where it is at home.")
            .filter();
        f.computed::<Option<PartialDate>>("validFrom", &[Column::ValidFrom], "When it began.", |row| {
            PartialDate::of(row.text(0))
        });
        f.computed::<Option<PartialDate>>("validUntil", &[Column::ValidUntil], "When it ended.", |row| {
            PartialDate::of(row.text(0))
        });
        f.column(Column::VolunteerBased, "Whether volunteers do its work (ehrenamtlich).");
        f.choice::<AudienceScope>(
            Column::AudienceScope,
            "Whom its offer is for; null if unknown. It says nothing of its members (Ausrichtung).",
        );
        f.column(Column::Website, "Its page on the web; null if unknown (Webseite).");
        f.choice::<Visibility>(Column::Visibility, "Who sees this record.")
            .filter();
        f.one::<Municipality>("steward", Column::StewardId, "The municipality that keeps this record.")
            .filter();
        f.one::<Organization>(
            "replacedBy",
            Column::ReplacedById,
            "The record of the same organisation that has taken the place of this one; null while this one counts. A \
             record that was replaced is in no list (ersetzt durch).",
        );
        f.list_through::<organization_successor::Entity, Organization>(
            "successors",
            (
                organization_successor::Column::OrganizationId,
                organization_successor::Column::SuccessorId,
            ),
            "Organisations that carry on what it did (Nachfolge).",
        );
        f.many::<Organization>("units", Column::ParentId, "Its units.");
        f.many::<Position>(
            "positions",
            position::Column::OrganizationId,
            "Offices that people hold in it.",
        );
        f.many::<ContactPoint>("contacts", contact_point::Column::OrganizationId, "How to reach it.");
        f.list_through::<organization_topic::Entity, Topic>(
            "topics",
            (
                organization_topic::Column::OrganizationId,
                organization_topic::Column::TopicId,
            ),
            "What it works on.",
        );
        f.list::<SourceReference>(
            "sources",
            source_reference::Column::OrganizationId,
            SourceReference::LIST,
        );
        f.filter_through::<organization_topic::Entity, Topic>(
            "topic",
            (
                organization_topic::Column::OrganizationId,
                organization_topic::Column::TopicId,
            ),
            Condition::all,
            "A topic that it works on.",
        );
        f.many::<DirectoryConsent>(
            "directoryConsents",
            directory_consent::Column::OrganizationId,
            "Its word that it may stand in the public directory, present and past; for its own house.",
        );
        f.viewer_can(vec![
            can::<Self>("update", Action::OrganizationUpdate).when(in_state(states::KEPT)),
            can::<Self>("merge", Action::OrganizationMerge).when(in_state(states::KEPT)),
            can::<Self>("activate", Action::OrganizationActivate).when(in_state(states::ACTIVATE)),
            can::<Self>("setDormant", Action::OrganizationRest).when(in_state(states::REST)),
            can::<Self>("revive", Action::OrganizationRevive).when(in_state(states::REVIVE)),
            can::<Self>("dissolve", Action::OrganizationDissolve).when(in_state(states::DISSOLVE)),
            can::<Self>("recordDirectoryConsent", Action::DirectoryConsentRecord)
                .when(directory::without_consent().add(in_state(states::CONSENT))),
            can::<Self>("withdrawDirectoryConsent", Action::DirectoryConsentWithdraw).when(directory::with_consent()),
        ]);
        f.order("NAME", Column::NameKey, "By name.");
        f.search(Column::SearchText);
    }
}

impl Owned for Organization {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![Owner::municipality(Column::StewardId)]
    }
}

/// The organisation stands at one of these.
fn in_state(states: &'static [OrganizationStatus]) -> Condition {
    Condition::all().add(Column::Status.is_in(states.iter().copied()))
}

/// The organisation's record is kept by an own municipality, which answers for it.
pub(crate) fn kept_organization(scope: &Scope, key: impl ColumnTrait) -> Option<Expr> {
    let kept = Query::select()
        .column(Column::Id)
        .from(organization::Entity)
        .and_where(scope.some(Column::StewardId, &scope.viewer.own)?)
        .take();
    Some(key.in_subquery(kept))
}
