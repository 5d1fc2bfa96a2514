//! The public directory: associations stand in it while they are active and agree to it.

use super::states;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Tx;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::Visibility;
use verbund_entity::directory_consent::{self, Column, Model};
use verbund_entity::organization::{self, ActiveModel, OrganizationKind};

/// Those whom people form by themselves: that somebody belongs to one can tell of where they come from or what they
/// believe. Authorities and enterprises are in the public anyway.
const ASSOCIATIONS: [OrganizationKind; 3] = [
    OrganizationKind::MigrantOrganization,
    OrganizationKind::Association,
    OrganizationKind::ReligiousCommunity,
];

/// Organisations whose consent holds.
pub(super) fn with_consent() -> Condition {
    let consenting = Query::select()
        .column(Column::OrganizationId)
        .from(directory_consent::Entity)
        .and_where(Column::WithdrawnOn.is_null())
        .take();
    Condition::all().add(organization::Column::Id.in_subquery(consenting))
}

/// Associations that do not stand by a consent.
pub(super) fn without_consent() -> Condition {
    Condition::all()
        .add(organization::Column::Kind.is_in(ASSOCIATIONS))
        .add(with_consent().not())
}

/// Whether it is one that needs consent.
pub(super) fn needs_consent(kind: OrganizationKind) -> bool {
    ASSOCIATIONS.contains(&kind)
}

/// The consent that holds. The organisation has to be locked: consents come and go under its lock.
pub(super) async fn consent_of(tx: &Tx, organization: i64) -> Result<Option<Model>, Error> {
    let holding = Condition::all()
        .add(Column::OrganizationId.eq(organization))
        .add(Column::WithdrawnOn.is_null());
    Ok(tx.rows::<directory_consent::Entity>(holding).await?.pop())
}

/// Refuses an association in public that is not active or has not agreed. `id` is missing for a new one, which nobody
/// can have asked yet.
pub(super) async fn check(tx: &Tx, id: Option<i64>, row: &ActiveModel, problems: &mut Problems) -> Result<(), Error> {
    if *row.visibility.as_ref() != Visibility::Public || !needs_consent(*row.kind.as_ref()) {
        return Ok(());
    }
    if !states::LISTED.contains(row.status.as_ref()) {
        problems.wrong_state("visibility", row.status.as_ref(), states::LISTED);
    }
    let agreed = match id {
        Some(id) => consent_of(tx, id).await?.is_some(),
        None => false,
    };
    if !agreed {
        problems.state(
            "visibility",
            "Öffentlich steht ein Verein nur mit seiner Einwilligung; sie ist nicht erfasst.",
            "An association is public with its consent only; none is recorded.",
        );
    }
    Ok(())
}

/// Takes an association out of the public directory; those who work together still see it.
pub(super) fn leave(row: &mut ActiveModel) {
    if needs_consent(*row.kind.as_ref()) && *row.visibility.as_ref() == Visibility::Public {
        row.visibility.set_if_not_equals(Visibility::Network);
    }
}
