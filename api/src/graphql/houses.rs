//! Mutations of a city's own house: its profile, its contacts. One line each.

use super::permission::permission;
use async_graphql::{Context, Object, Result};
use verbund_domain::access::Action;
use verbund_domain::session::Session;
use verbund_domain::{
    ContactPointPayload, CreateContactPointInput, MunicipalityPayload, UpdateContactPointInput,
    UpdateMunicipalityInput, WithdrawContactPointInput,
};

#[derive(Default)]
pub struct HousesMutation;

#[Object]
impl HousesMutation {
    /// Keeps a municipality's profile (Profil der Kommune).
    #[graphql(directive = permission::apply(vec![Action::MunicipalityUpdate]))]
    async fn update_municipality(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which municipality, and what to change.")] input: UpdateMunicipalityInput,
    ) -> Result<Option<MunicipalityPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_municipality(input).await?))
    }

    /// Enters a contact (Kontakt anlegen).
    #[graphql(directive = permission::apply(vec![Action::ContactPointCreate, Action::ContactPointPublish, Action::ContactPointPublishFunctional]))]
    async fn create_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The contact, what it belongs to and who sees it.")] input: CreateContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_contact_point(input).await?))
    }

    /// Changes a contact (Kontakt ändern).
    #[graphql(directive = permission::apply(vec![Action::ContactPointUpdate, Action::ContactPointCorrect, Action::ContactPointPublish, Action::ContactPointPublishFunctional, Action::VisibilityWiden]))]
    async fn update_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which contact, and what to change.")] input: UpdateContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_contact_point(input).await?))
    }

    /// Withdraws a contact at once (Kontakt zurückziehen).
    #[graphql(directive = permission::apply(vec![Action::ContactPointWithdraw]))]
    async fn withdraw_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which contact.")] input: WithdrawContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_contact_point(input).await?))
    }
}
