//! Mutations of the directory: people, their positions, organisations. One line each.

use super::permission::permission;
use async_graphql::{Context, Object, Result};
use verbund_domain::access::Action;
use verbund_domain::session::Session;
use verbund_domain::{
    ActivateOrganizationInput, ContactPointPayload, CreateOrganizationInput, CreateOrganizationPayload,
    CreatePersonInput, CreatePositionInput, DissolveOrganizationInput, EndPositionInput, MergeOrganizationsInput,
    OrganizationPayload, PersonPayload, PositionPayload, RecordDirectoryConsentInput, ReviveOrganizationInput,
    SetOrganizationDormantInput, UpdateOrganizationInput, UpdatePersonInput, UpdatePositionInput,
    VerifyContactPointInput, WithdrawDirectoryConsentInput,
};

#[derive(Default)]
pub struct DirectoryMutation;

#[Object]
impl DirectoryMutation {
    /// Says that a contact is right as it stands (Kontakt bestätigen).
    #[graphql(directive = permission::apply(vec![Action::ContactPointVerify]))]
    async fn verify_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which contact.")] input: VerifyContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.verify_contact_point(input).await?))
    }

    /// Enters a person (Person anlegen).
    #[graphql(directive = permission::apply(vec![Action::PersonCreate, Action::PersonPublish]))]
    async fn create_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person, and who keeps the record.")] input: CreatePersonInput,
    ) -> Result<Option<PersonPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_person(input).await?))
    }

    /// Changes a person's record (Person ändern).
    #[graphql(directive = permission::apply(vec![Action::PersonUpdate, Action::PersonPublish, Action::VisibilityWiden]))]
    async fn update_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which person, and what to change.")] input: UpdatePersonInput,
    ) -> Result<Option<PersonPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_person(input).await?))
    }

    /// Enters a position (Funktion anlegen).
    #[graphql(directive = permission::apply(vec![Action::PositionCreate, Action::PositionPublish]))]
    async fn create_position(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The position, who holds it and where.")] input: CreatePositionInput,
    ) -> Result<Option<PositionPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_position(input).await?))
    }

    /// Changes a position (Funktion ändern).
    #[graphql(directive = permission::apply(vec![Action::PositionUpdate, Action::PositionPublish, Action::VisibilityWiden]))]
    async fn update_position(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which position, and what to change.")] input: UpdatePositionInput,
    ) -> Result<Option<PositionPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_position(input).await?))
    }

    /// Ends a position and its contacts (Funktion beenden).
    #[graphql(directive = permission::apply(vec![Action::PositionEnd]))]
    async fn end_position(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which position, and when it ends.")] input: EndPositionInput,
    ) -> Result<Option<PositionPayload>> {
        Ok(Some(ctx.data::<Session>()?.end_position(input).await?))
    }

    /// Enters an organisation (Organisation anlegen), unless it seems to be there already.
    #[graphql(directive = permission::apply(vec![Action::OrganizationCreate]))]
    async fn create_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation, and who keeps the record.")] input: CreateOrganizationInput,
    ) -> Result<Option<CreateOrganizationPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_organization(input).await?))
    }

    /// Changes an organisation's record (Organisation ändern).
    #[graphql(directive = permission::apply(vec![Action::OrganizationUpdate, Action::VisibilityWiden]))]
    async fn update_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation, and what to change.")] input: UpdateOrganizationInput,
    ) -> Result<Option<OrganizationPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_organization(input).await?))
    }

    /// Says that an organisation has been founded (Gründung abschließen).
    #[graphql(directive = permission::apply(vec![Action::OrganizationActivate]))]
    async fn activate_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation, and since when it exists.")] input: ActivateOrganizationInput,
    ) -> Result<Option<OrganizationPayload>> {
        Ok(Some(ctx.data::<Session>()?.activate_organization(input).await?))
    }

    /// Says that an organisation rests (ruhend stellen); an association leaves the public directory.
    #[graphql(directive = permission::apply(vec![Action::OrganizationRest]))]
    async fn set_organization_dormant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation.")] input: SetOrganizationDormantInput,
    ) -> Result<Option<OrganizationPayload>> {
        Ok(Some(ctx.data::<Session>()?.set_organization_dormant(input).await?))
    }

    /// Says that an organisation is at work again (wiederbeleben).
    #[graphql(directive = permission::apply(vec![Action::OrganizationRevive]))]
    async fn revive_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation.")] input: ReviveOrganizationInput,
    ) -> Result<Option<OrganizationPayload>> {
        Ok(Some(ctx.data::<Session>()?.revive_organization(input).await?))
    }

    /// Says that an organisation is no more (auflösen); an association leaves the public directory.
    #[graphql(directive = permission::apply(vec![Action::OrganizationDissolve]))]
    async fn dissolve_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which organisation, when it ended and who follows.")] input: DissolveOrganizationInput,
    ) -> Result<Option<OrganizationPayload>> {
        Ok(Some(ctx.data::<Session>()?.dissolve_organization(input).await?))
    }

    /// Joins two records of one organisation (zusammenführen): what led to the replaced one leads to the kept one, the
    /// replaced one stays and says so.
    #[graphql(directive = permission::apply(vec![Action::OrganizationMerge]))]
    async fn merge_organizations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which record stays, and which one it replaces.")] input: MergeOrganizationsInput,
    ) -> Result<Option<OrganizationPayload>> {
        Ok(Some(ctx.data::<Session>()?.merge_organizations(input).await?))
    }

    /// Records that an association agrees to stand in the public directory (Einwilligung erfassen).
    #[graphql(directive = permission::apply(vec![Action::DirectoryConsentRecord]))]
    async fn record_directory_consent(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which association, and what shows its consent.")] input: RecordDirectoryConsentInput,
    ) -> Result<Option<OrganizationPayload>> {
        Ok(Some(ctx.data::<Session>()?.record_directory_consent(input).await?))
    }

    /// Records that it agrees no more (Einwilligung widerrufen): it leaves the public directory at once.
    #[graphql(directive = permission::apply(vec![Action::DirectoryConsentWithdraw]))]
    async fn withdraw_directory_consent(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which association.")] input: WithdrawDirectoryConsentInput,
    ) -> Result<Option<OrganizationPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_directory_consent(input).await?))
    }
}
