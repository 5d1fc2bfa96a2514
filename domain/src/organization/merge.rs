//! Two records of one organisation become one. The other stays, says what took its place, and is in no list.

use super::alternate_name::joined;
use super::merged::take_over;
use super::text::search_text;
use super::update::OrganizationPayload;
use super::{Organization, directory, parent, states};
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Session, Tx};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::organization::{Model, OrganizationStatus};

/// Two records of one organisation (Organisationen zusammenführen). It cannot be undone.
#[derive(InputObject)]
pub struct MergeOrganizationsInput {
    /// The record that stays as it is, and takes over what leads to the other one.
    pub keep: ID,
    /// The revision of it that the decision is based on.
    pub expected_revision: i32,
    /// The record whose place it takes: one that the same municipality keeps. Its names are kept as other names.
    pub replaced: ID,
    /// The revision of that one that the decision is based on.
    pub expected_replaced_revision: i32,
}

impl Session {
    /// Joins two records of one organisation.
    pub async fn merge_organizations(&self, input: MergeOrganizationsInput) -> Result<OrganizationPayload, Error> {
        let (keep, replaced) = (
            self.find::<Organization>(&input.keep).await?,
            self.find::<Organization>(&input.replaced).await?,
        );
        let owners = Owners::municipality(keep.steward_id);
        let mut tx = self.create(Action::OrganizationMerge, &owners).await?;
        let (keep, replaced) = both(&tx, keep.id, replaced.id).await?;
        let id = keep.id;
        let mut problems = Problems::new(self.language());
        problems.revision(input.expected_revision, keep.revision);
        let path = "expectedReplacedRevision";
        problems.revision_at(path, input.expected_replaced_revision, replaced.revision);
        if !problems.none() {
            return Ok(OrganizationPayload::refused_at(id, problems));
        }
        check(&tx, &keep, &replaced, &mut problems).await?;
        let names = joined(&mut problems, &keep, &replaced);
        if !problems.none() {
            return Ok(OrganizationPayload::refused(problems));
        }
        let also = take_over(&mut tx, replaced.id, id).await?;
        let mut gone = replaced.into_active_model();
        gone.status = Set(OrganizationStatus::Replaced);
        gone.replaced_by_id = Set(Some(id));
        gone.parent_id.set_if_not_equals(None);
        tx.update::<Organization, _>(gone, &[]).await?;
        let text = search_text(&keep.name, keep.short_name.as_deref(), &names);
        let mut kept = keep.into_active_model();
        kept.search_text.set_if_not_equals(text);
        kept.alternate_names.set_if_not_equals(names);
        tx.update::<Organization, _>(kept, also).await?;
        tx.finish().await?;
        Ok(OrganizationPayload::done(id))
    }
}

/// Both records, locked the older one first: two requests that join them the other way round wait for one another.
async fn both(tx: &Tx, keep: i64, replaced: i64) -> Result<(Model, Model), Error> {
    if keep <= replaced {
        let keep = tx.lock_out::<Organization>(keep).await?;
        return Ok((keep, tx.lock_out::<Organization>(replaced).await?));
    }
    let replaced = tx.lock_out::<Organization>(replaced).await?;
    Ok((tx.lock_out::<Organization>(keep).await?, replaced))
}

async fn check(tx: &Tx, keep: &Model, replaced: &Model, problems: &mut Problems) -> Result<(), Error> {
    for (path, row) in [("keep", keep), ("replaced", replaced)] {
        if !states::KEPT.contains(&row.status) {
            problems.wrong_state(path, &row.status, states::KEPT);
        }
    }
    if keep.id == replaced.id {
        problems.invalid("replaced", "Das ist derselbe Datensatz.", "This is the same record.");
    } else if keep.steward_id != replaced.steward_id {
        problems.invalid(
            "replaced",
            "Diesen Datensatz führt eine andere Kommune; schlagen Sie ihr eine Änderung vor.",
            "Another municipality keeps this record; propose a change to it.",
        );
    } else {
        parent::check_joined(tx, keep, replaced, problems).await?;
    }
    if directory::needs_consent(keep.kind) != directory::needs_consent(replaced.kind) {
        problems.invalid(
            "replaced",
            "Eine ist ein Verein, die andere nicht; berichtigen Sie zuvor die Art.",
            "One is an association and the other is not; correct their kind before.",
        );
    }
    Ok(())
}
