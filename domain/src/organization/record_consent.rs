//! Consent is recorded and withdrawn by the house that keeps the association's record; withdrawn, it takes the record
//! out of the public at once.

use super::update::OrganizationPayload;
use super::{DirectoryConsent, Organization, directory, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::{LocalDate, TextRule, local_day};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::directory_consent;

/// An association's consent to stand in the public directory (Einwilligung erfassen).
#[derive(InputObject)]
pub struct RecordDirectoryConsentInput {
    /// Which association (Organisation).
    pub organization: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
    /// The day it was given, not in the future (erteilt am).
    pub given_on: LocalDate,
    /// How one knows, such as a letter and where it is kept; at most 1,000 characters (Nachweis).
    pub evidence: String,
}

/// A consent that holds no more (Einwilligung widerrufen).
#[derive(InputObject)]
pub struct WithdrawDirectoryConsentInput {
    /// Which association (Organisation).
    pub organization: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
    /// The day it was withdrawn, neither in the future nor before it was given; absent: today (widerrufen am).
    pub withdrawn_on: Option<LocalDate>,
}

impl Session {
    /// Records that an association agrees to stand in the public directory.
    pub async fn record_directory_consent(
        &self,
        input: RecordDirectoryConsentInput,
    ) -> Result<OrganizationPayload, Error> {
        let action = Action::DirectoryConsentRecord;
        let (mut tx, row) = self.edit::<Organization>(action, &input.organization).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(OrganizationPayload::refused_at(id, problems));
        }
        if !states::CONSENT.contains(&row.status) {
            problems.wrong_state("organization", &row.status, states::CONSENT);
        } else if !directory::needs_consent(row.kind) {
            problems.state(
                "organization",
                "Diese Organisation braucht keine Einwilligung.",
                "This organisation needs no consent.",
            );
        } else if directory::consent_of(&tx, id).await?.is_some() {
            problems.duplicate(
                "organization",
                "Die Einwilligung ist schon erfasst.",
                "Its consent has been recorded already.",
            );
        }
        let evidence = problems.text("evidence", &input.evidence, TextRule::REASON);
        if input.given_on.0 > local_day(tx.now()) {
            problems.invalid("givenOn", "Dieser Tag kommt erst.", "This day is yet to come.");
        }
        if !problems.none() {
            return Ok(OrganizationPayload::refused(problems));
        }
        tx.insert::<DirectoryConsent, _>(directory_consent::ActiveModel {
            organization_id: Set(id),
            given_on: Set(input.given_on.0),
            evidence: Set(evidence),
            withdrawn_on: Set(None),
            ..Default::default()
        })
        .await?;
        tx.finish().await?;
        Ok(OrganizationPayload::done(id))
    }

    /// Records that it agrees no more.
    pub async fn withdraw_directory_consent(
        &self,
        input: WithdrawDirectoryConsentInput,
    ) -> Result<OrganizationPayload, Error> {
        let action = Action::DirectoryConsentWithdraw;
        let (mut tx, row) = self.edit::<Organization>(action, &input.organization).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(OrganizationPayload::refused_at(id, problems));
        }
        let Some(consent) = directory::consent_of(&tx, id).await? else {
            problems.state(
                "organization",
                "Es ist keine Einwilligung erfasst, die gilt.",
                "No consent is recorded that holds.",
            );
            return Ok(OrganizationPayload::refused(problems));
        };
        let today = local_day(tx.now());
        let day = input.withdrawn_on.map_or(today, |day| day.0);
        problems.days("withdrawnOn", Some(consent.given_on), Some(day));
        if day > today {
            problems.invalid("withdrawnOn", "Dieser Tag kommt erst.", "This day is yet to come.");
        }
        if !problems.none() {
            return Ok(OrganizationPayload::refused(problems));
        }
        let mut consent = consent.into_active_model();
        consent.withdrawn_on = Set(Some(day));
        tx.update::<DirectoryConsent, _>(consent, &[]).await?;
        let mut changed = row.into_active_model();
        directory::leave(&mut changed);
        tx.update::<Organization, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(OrganizationPayload::done(id))
    }
}
