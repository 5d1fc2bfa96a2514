//! A role is given for good, until a day, or in somebody's place.

use super::create::municipal;
use super::{MunicipalUser, RoleGrant, UserPayload, keep_an_administrator, not_oneself, states};
use crate::Municipality;
use crate::access::Action;
use crate::account::longest_substitution;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Row, Session, Tx};
use crate::values::{LocalDate, local_day};
use async_graphql::{ID, InputObject};
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::Role;
use verbund_entity::role_grant::{ActiveModel, Column, Entity};

/// A role for somebody (Berechtigung erteilen).
#[derive(InputObject)]
pub struct GrantRoleInput {
    /// Who gets it (Benutzerkonto).
    pub user: ID,
    /// `VIEWER`, `EDITOR` or `ADMIN`; it replaces the one held (Rolle).
    pub role: Role,
    /// The last day that it gives anything; for good if left out (gültig bis).
    pub valid_until: Option<LocalDate>,
    /// Somebody of the same municipality who holds such a role for good. The role is then held beside one's own, at most
    /// a year (Vertretung für).
    pub substitute_for: Option<ID>,
    /// The user's revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Gives a role.
    pub async fn grant_role(&self, input: GrantRoleInput) -> Result<UserPayload, Error> {
        let (mut tx, user) = self.edit::<MunicipalUser>(Action::RoleGrant, &input.user).await?;
        not_oneself(&tx, &user)?;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, user.revision) {
            return Ok(UserPayload::refused_at(user.id, problems));
        }
        if !states::GRANT.contains(&user.status) {
            problems.wrong_state("user", &user.status, states::GRANT);
            return Ok(UserPayload::refused(problems));
        }
        municipal(&mut problems, input.role);
        let until = input.valid_until.map(|day| day.0);
        not_over(&tx, until, &mut problems);
        // Everything below looks at roles of this municipality.
        tx.lock::<Municipality>(user.municipality_id).await?;
        let other = stood_in_for(&tx, &user, &input, &mut problems).await?;
        if other.is_none() && (input.role < Role::Admin || until.is_some()) {
            keep_an_administrator(&tx, &user, "role", &mut problems).await?;
        }
        if !problems.none() {
            return Ok(UserPayload::refused(problems));
        }
        give(&mut tx, &user, (input.role, until, other)).await?;
        let id = user.id;
        tx.update::<MunicipalUser, _>(user.into_active_model(), &["grants"])
            .await?;
        tx.finish().await?;
        Ok(UserPayload::done(id))
    }
}

pub(super) fn not_over(tx: &Tx, until: Option<NaiveDate>, problems: &mut Problems) {
    if until.is_some_and(|until| until < local_day(tx.now())) {
        problems.invalid(
            "validUntil",
            "Dieser Tag ist schon vorbei; mit revokeRole endet die Berechtigung sofort.",
            "This day has passed already; revokeRole ends a role at once.",
        );
    }
}

/// The end that a substitute's role must have.
pub(super) fn ends_within_a_year(tx: &Tx, until: Option<NaiveDate>, problems: &mut Problems) {
    match until {
        None => problems.required(
            "validUntil",
            "Eine Vertretung braucht ein Ende.",
            "Standing in for somebody needs an end.",
        ),
        Some(until) if until > longest_substitution(tx.now()) => problems.invalid(
            "validUntil",
            "Eine Vertretung dauert höchstens ein Jahr.",
            "Standing in for somebody takes a year at most.",
        ),
        Some(_) => {}
    }
}

/// Whom the role stands in for, with what is wrong about that.
async fn stood_in_for(
    tx: &Tx,
    user: &Row<MunicipalUser>,
    input: &GrantRoleInput,
    problems: &mut Problems,
) -> Result<Option<i64>, Error> {
    let Some(id) = &input.substitute_for else {
        return Ok(None);
    };
    ends_within_a_year(tx, input.valid_until.map(|day| day.0), problems);
    let seen = tx.named::<MunicipalUser>(id).await?;
    let Some(other) = seen.filter(|other| other.municipality_id == user.municipality_id) else {
        problems.not_found("substituteFor");
        return Ok(None);
    };
    let held = Condition::all()
        .add(Column::MunicipalUserId.eq(other.id))
        .add(Column::SubstituteForId.is_null());
    let held = tx.rows::<Entity>(held).await?.pop().map(|grant| grant.role);
    if other.id == user.id || held.is_none_or(|held| held < input.role) {
        problems.invalid(
            "substituteFor",
            "Vertreten wird jemand anders, der diese Rolle selbst hat.",
            "Somebody else is stood in for, who holds this role as their own.",
        );
    }
    Ok(Some(other.id))
}

/// One role of one's own, and one in somebody's place: each replaces the one before.
async fn give(
    tx: &mut Tx,
    user: &Row<MunicipalUser>,
    (role, until, other): (Role, Option<NaiveDate>, Option<i64>),
) -> Result<(), Error> {
    let same_kind = if other.is_some() {
        Column::SubstituteForId.is_not_null()
    } else {
        Column::SubstituteForId.is_null()
    };
    let held = Condition::all().add(Column::MunicipalUserId.eq(user.id)).add(same_kind);
    if let Some(held) = tx.rows::<Entity>(held).await?.pop() {
        let mut changed = held.into_active_model();
        changed.role.set_if_not_equals(role);
        changed.valid_until.set_if_not_equals(until);
        changed.substitute_for_id.set_if_not_equals(other);
        return tx.update::<RoleGrant, _>(changed, &[]).await;
    }
    let row = ActiveModel {
        user_id: Set(user.user_id),
        municipality_id: Set(Some(user.municipality_id)),
        network_id: Set(None),
        municipal_user_id: Set(Some(user.id)),
        substitute_for_id: Set(other),
        role: Set(role),
        valid_until: Set(until),
        ..Default::default()
    };
    tx.insert::<RoleGrant, _>(row).await?;
    Ok(())
}
