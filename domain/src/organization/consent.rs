//! An association's word that it may stand in the public directory. A row of its own: what proves it is nobody's
//! business but of the house that keeps it.

use super::Organization;
use crate::access::Of;
use crate::read::{Fields, Object, Scope, Visible};
use crate::session::{Owned, Owner};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::directory_consent::{self, Column};
use verbund_entity::organization;

pub struct DirectoryConsent;

impl Object for DirectoryConsent {
    type Entity = directory_consent::Entity;
    const NAME: &'static str = "DirectoryConsent";
    const DOC: &'static str =
        "An association's word that it may stand in the public directory (Einwilligung ins Verzeichnis).";

    /// In the house that keeps the organisation, by whoever sees the organisation there.
    fn visible(scope: &Scope) -> Visible {
        let kept = Query::select()
            .column(organization::Column::Id)
            .from(organization::Entity)
            .and_where(scope.any(organization::Column::StewardId, &scope.viewer.own))
            .take();
        let kept = Condition::all().add(Column::OrganizationId.in_subquery(kept));
        Visible::with::<Organization>(Column::OrganizationId).only(kept)
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Organization>("organization", Column::OrganizationId, "Whose word it is.");
        f.column(Column::GivenOn, "The day it was given (erteilt am).");
        f.column(Column::Evidence, "How one knows that it was given (Nachweis).");
        f.column(
            Column::WithdrawnOn,
            "The day it was withdrawn; null while it holds (widerrufen am).",
        );
    }
}

impl Owned for DirectoryConsent {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        let link = (organization::Column::Id, Column::OrganizationId);
        vec![Owner::municipality_behind(
            organization::Column::StewardId,
            link,
            Condition::all(),
        )]
    }
}
