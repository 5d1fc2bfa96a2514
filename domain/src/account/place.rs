//! Where a role holds, by the names that people type.

use super::{Refusal, Role};
use crate::db::Db;
use crate::viewer::Place;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Cond, Expr, ExprTrait, Query};
use verbund_entity::{municipality, network};

/// The place for a role: a municipality by AGS, district key or slug, a network by slug, the installation otherwise.
pub async fn place_of(
    db: &Db,
    role: Role,
    municipality: Option<&str>,
    network: Option<&str>,
) -> Result<Place, Refusal> {
    match (role, municipality, network) {
        (Role::Viewer | Role::Editor | Role::Admin, Some(key), None) => municipality_of(db, key).await,
        (Role::Viewer | Role::Editor | Role::Admin, ..) => Err(Refusal::Place(
            "VIEWER, EDITOR and ADMIN hold in a municipality: --municipality KEY",
        )),
        (Role::Coordinator, None, Some(slug)) => network_of(db, slug).await,
        (Role::Coordinator, ..) => Err(Refusal::Place("COORDINATOR holds in a network: --network SLUG")),
        (Role::Operator | Role::Auditor, None, None) => Ok(Place::Installation),
        (Role::Operator | Role::Auditor, ..) => Err(Refusal::Place(
            "OPERATOR and AUDITOR hold for the installation: without --municipality and --network",
        )),
    }
}

/// Whether the role can hold in such a place.
pub(super) fn fits(role: Role, place: Place) -> bool {
    matches!(
        (role, place),
        (Role::Viewer | Role::Editor | Role::Admin, Place::Municipality(_))
            | (Role::Coordinator, Place::Network(_))
            | (Role::Operator | Role::Auditor, Place::Installation)
    )
}

async fn municipality_of(db: &Db, key: &str) -> Result<Place, Refusal> {
    use municipality::{Column, Entity};
    let statement = Query::select()
        .column(Column::Id)
        .from(Entity)
        .cond_where(
            Cond::any()
                .add(Expr::col(Column::Ags).eq(key))
                .add(Expr::col(Column::DistrictKey).eq(key))
                .add(Expr::col(Column::Slug).eq(key)),
        )
        .to_owned();
    let row = db.read().query_one(&statement).await?;
    let row = row.ok_or_else(|| Refusal::UnknownMunicipality(key.to_owned()))?;
    Ok(Place::Municipality(row.try_get("", "id")?))
}

async fn network_of(db: &Db, slug: &str) -> Result<Place, Refusal> {
    use network::{Column, Entity};
    let statement = Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Expr::col(Column::Slug).eq(slug))
        .to_owned();
    let row = db.read().query_one(&statement).await?;
    let row = row.ok_or_else(|| Refusal::UnknownNetwork(slug.to_owned()))?;
    Ok(Place::Network(row.try_get("", "id")?))
}
