//! Roles given and taken away by whoever runs the installation.

use super::audit::{By, write_down};
use super::known::{Known, known};
use super::last_administrator::is_last_administrator;
use super::place::fits;
use super::seat::{self, seat};
use super::{Refusal, Role, role_name};
use crate::db::Db;
use crate::session::new_public_id;
use crate::values::local_day;
use crate::viewer::Place;
use chrono::{DateTime, Months, NaiveDate, Utc};
use sea_orm::sea_query::{DeleteStatement, Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use verbund_entity::role_grant::{Column, Entity};

/// How long a role is held, and whether only in somebody's place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Term<'a> {
    /// The last day.
    pub until: Option<NaiveDate>,
    /// The address of somebody of the same municipality; such a role is held beside one's own.
    pub substitute_for: Option<&'a str>,
}

/// The longest time that somebody stands in for somebody else, from today.
pub(crate) fn longest_substitution(now: DateTime<Utc>) -> NaiveDate {
    let today = local_day(now);
    today.checked_add_months(Months::new(12)).unwrap_or(today)
}

/// Gives the role in that place; in a municipality it replaces the one held there.
pub async fn grant_role(db: &Db, email: &str, place: Place, role: Role, now: DateTime<Utc>) -> Result<(), Refusal> {
    grant_role_for(db, email, place, role, Term::default(), now).await
}

/// The same for a time, or in somebody's place.
pub async fn grant_role_for(
    db: &Db,
    email: &str,
    place: Place,
    role: Role,
    term: Term<'_>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    grant_role_by(db, By::CommandLine, (email, place, role), term, now).await
}

pub(crate) async fn grant_role_by(
    db: &Db,
    by: By<'_>,
    (email, place, role): (&str, Place, Role),
    term: Term<'_>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    if !fits(role, place) {
        return Err(Refusal::Place("this role does not hold in such a place"));
    }
    let transaction = db.begin_write().await?;
    let account = known(&transaction, email).await?;
    by.somebody_else(account.id)?;
    give(&transaction, &account, place, role, term, now).await?;
    write_down(&transaction, now, by, "USER_GRANT", &account.public_id, &["role"]).await?;
    transaction.commit().await?;
    Ok(())
}

pub(super) async fn give(
    transaction: &DatabaseTransaction,
    account: &Known,
    place: Place,
    role: Role,
    term: Term<'_>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let substitute = term.substitute_for.is_some();
    if (role < Role::Admin || term.until.is_some()) && !substitute {
        keep_an_administrator(transaction, account, place).await?;
    }
    let own_seat = match place {
        Place::Municipality(id) => Some(seat(transaction, account, id, now).await?),
        Place::Network(_) | Place::Installation => None,
    };
    let other_seat = stood_in_for(transaction, account, place, term, now).await?;
    let mut before = taking_away(account.id, place, role);
    before.and_where(if substitute {
        Expr::col(Column::SubstituteForId).is_not_null()
    } else {
        Expr::col(Column::SubstituteForId).is_null()
    });
    transaction.execute(&before).await?;
    let (municipality, network) = match place {
        Place::Municipality(id) => (Some(id), None),
        Place::Network(id) => (None, Some(id)),
        Place::Installation => (None, None),
    };
    let insert = Query::insert()
        .into_table(Entity)
        .columns([
            Column::PublicId,
            Column::Revision,
            Column::CreatedAt,
            Column::UpdatedAt,
            Column::UserId,
            Column::MunicipalityId,
            Column::NetworkId,
            Column::MunicipalUserId,
            Column::SubstituteForId,
            Column::Role,
            Column::ValidUntil,
        ])
        .values_panic([
            new_public_id().into(),
            1.into(),
            now.into(),
            now.into(),
            account.id.into(),
            municipality.into(),
            network.into(),
            own_seat.into(),
            other_seat.into(),
            role_name(role).into(),
            term.until.into(),
        ])
        .to_owned();
    transaction.execute(&insert).await?;
    Ok(())
}

/// Takes the role away, also where it is held in somebody's place; it ends at the user's next request.
pub async fn revoke_role(db: &Db, email: &str, place: Place, role: Role, now: DateTime<Utc>) -> Result<(), Refusal> {
    revoke_role_by(db, By::CommandLine, (email, place, role), now).await
}

pub(crate) async fn revoke_role_by(
    db: &Db,
    by: By<'_>,
    (email, place, role): (&str, Place, Role),
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let transaction = db.begin_write().await?;
    let account = known(&transaction, email).await?;
    by.somebody_else(account.id)?;
    if role == Role::Admin {
        keep_an_administrator(&transaction, &account, place).await?;
    }
    let mut statement = taking_away(account.id, place, role);
    statement.and_where(Expr::col(Column::Role).eq(role_name(role)));
    if transaction.execute(&statement).await?.rows_affected() == 0 {
        return Err(Refusal::NotHeld(email.to_owned()));
    }
    write_down(&transaction, now, by, "USER_REVOKE", &account.public_id, &["role"]).await?;
    transaction.commit().await?;
    Ok(())
}

/// Whatever the user holds there; for the installation, where several roles may be held, only the one.
fn taking_away(account: i64, place: Place, role: Role) -> DeleteStatement {
    let mut statement = Query::delete();
    statement
        .from_table(Entity)
        .and_where(Expr::col(Column::UserId).eq(account));
    match place {
        Place::Municipality(id) => statement.and_where(Expr::col(Column::MunicipalityId).eq(id)),
        Place::Network(id) => statement.and_where(Expr::col(Column::NetworkId).eq(id)),
        Place::Installation => statement.and_where(Expr::col(Column::Role).eq(role_name(role))),
    };
    statement
}

/// The place of the one who is stood in for, where the term is one that a substitute can have.
async fn stood_in_for(
    transaction: &DatabaseTransaction,
    account: &Known,
    place: Place,
    term: Term<'_>,
    now: DateTime<Utc>,
) -> Result<Option<i64>, Refusal> {
    if term.until.is_some_and(|until| until < local_day(now)) {
        return Err(Refusal::Term("the last day has passed already"));
    }
    let Some(email) = term.substitute_for else {
        return Ok(None);
    };
    let Place::Municipality(municipality) = place else {
        return Err(Refusal::Place("substitutes stand in for somebody of a municipality"));
    };
    if term.until.is_none_or(|until| until > longest_substitution(now)) {
        return Err(Refusal::Term("a substitute needs a last day, at most a year ahead"));
    }
    let other = known(transaction, email).await?;
    if other.id == account.id {
        return Err(Refusal::Term("nobody stands in for themselves"));
    }
    let other = seat::find(transaction, other.id, municipality).await?;
    let (other, _) = other.ok_or_else(|| Refusal::NotHeld(email.to_owned()))?;
    Ok(Some(other))
}

async fn keep_an_administrator(
    transaction: &DatabaseTransaction,
    account: &Known,
    place: Place,
) -> Result<(), Refusal> {
    match place {
        Place::Municipality(id) if is_last_administrator(transaction, account.id, id).await? => {
            Err(Refusal::LastAdministrator(account.email.clone()))
        }
        _ => Ok(()),
    }
}
