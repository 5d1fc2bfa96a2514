//! Mutations of accounts and roles: one line each, as in `mutation.rs`.

use super::permission::{operator, permission};
use async_graphql::{Context, Object, Result};
use verbund_domain::access::Action;
use verbund_domain::account::{AccountPayload, LockAccountInput, OfficeInput, UnlockAccountInput};
use verbund_domain::session::Session;
use verbund_domain::{
    AppointFirstAdministratorInput, CreateUserInput, DeactivateUserInput, GrantRoleInput, RenewSetUpInput,
    RevokeRoleInput, SetGrantEndInput, UserInvitationPayload, UserPayload,
};

#[derive(Default)]
pub struct UserMutation;

#[Object]
impl UserMutation {
    /// Invites somebody to work for a municipality (Benutzerkonto anlegen): answers with a secret to hand over. Whether
    /// there is an account of this address already is told to nobody.
    #[graphql(directive = permission::apply(vec![Action::UserCreate]))]
    async fn create_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, for which municipality, and as what.")] input: CreateUserInput,
    ) -> Result<Option<UserInvitationPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_user(input).await?))
    }

    /// Replaces the secret of an invitation that was not taken up (neuer Einrichtungsschlüssel).
    #[graphql(directive = permission::apply(vec![Action::UserCreate]))]
    async fn renew_set_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] input: RenewSetUpInput,
    ) -> Result<Option<UserInvitationPayload>> {
        Ok(Some(ctx.data::<Session>()?.renew_set_up(input).await?))
    }

    /// Appoints the first administrator of a member that has none (erste Administration einsetzen).
    #[graphql(directive = permission::apply(vec![Action::FirstAdministratorAppoint]))]
    async fn appoint_first_administrator(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and for which municipality.")] input: AppointFirstAdministratorInput,
    ) -> Result<Option<UserInvitationPayload>> {
        Ok(Some(ctx.data::<Session>()?.appoint_first_administrator(input).await?))
    }

    /// Gives a role for good, until a day, or in somebody's place (Berechtigung erteilen, Vertretung). Nobody gives a
    /// role to themselves.
    #[graphql(directive = permission::apply(vec![Action::RoleGrant]))]
    async fn grant_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role, for whom and how long.")] input: GrantRoleInput,
    ) -> Result<Option<UserPayload>> {
        Ok(Some(ctx.data::<Session>()?.grant_role(input).await?))
    }

    /// Sets the last day of a role (Ende einer Berechtigung). Nobody does it to themselves.
    #[graphql(directive = permission::apply(vec![Action::RoleGrant]))]
    async fn set_grant_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role, and its last day.")] input: SetGrantEndInput,
    ) -> Result<Option<UserPayload>> {
        Ok(Some(ctx.data::<Session>()?.set_grant_end(input).await?))
    }

    /// Takes a role away, at once (Berechtigung entziehen). Nobody does it to themselves, and an active member keeps
    /// its last administrator.
    #[graphql(directive = permission::apply(vec![Action::RoleRevoke]))]
    async fn revoke_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role.")] input: RevokeRoleInput,
    ) -> Result<Option<UserPayload>> {
        Ok(Some(ctx.data::<Session>()?.revoke_role(input).await?))
    }

    /// Ends somebody's work for a municipality, with all roles in it and none elsewhere (Zugang beenden). Nobody does
    /// it to themselves, and an active member keeps its last administrator.
    #[graphql(directive = permission::apply(vec![Action::UserDeactivate]))]
    async fn deactivate_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] input: DeactivateUserInput,
    ) -> Result<Option<UserPayload>> {
        Ok(Some(ctx.data::<Session>()?.deactivate_user(input).await?))
    }

    /// Locks an account everywhere, at once (Konto sperren). Nobody locks themselves.
    #[graphql(directive = operator::apply())]
    async fn lock_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] input: LockAccountInput,
    ) -> Result<Option<AccountPayload>> {
        Ok(Some(ctx.data::<Session>()?.lock_account(input).await?))
    }

    /// Unlocks an account (Konto entsperren): it has its roles and its password again, and none of its old tokens.
    #[graphql(directive = operator::apply())]
    async fn unlock_account(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] input: UnlockAccountInput,
    ) -> Result<Option<AccountPayload>> {
        Ok(Some(ctx.data::<Session>()?.unlock_account(input).await?))
    }

    /// Makes somebody COORDINATOR of a network or AUDITOR (Amt geben). Nobody does it to themselves.
    #[graphql(directive = operator::apply())]
    async fn grant_office(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role, and for whom.")] input: OfficeInput,
    ) -> Result<Option<AccountPayload>> {
        Ok(Some(ctx.data::<Session>()?.grant_office(input).await?))
    }

    /// Takes the role of a COORDINATOR or AUDITOR away (Amt nehmen). Nobody does it to themselves.
    #[graphql(directive = operator::apply())]
    async fn revoke_office(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role, and from whom.")] input: OfficeInput,
    ) -> Result<Option<AccountPayload>> {
        Ok(Some(ctx.data::<Session>()?.revoke_office(input).await?))
    }
}
