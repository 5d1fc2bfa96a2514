//! A municipality says of itself that it stands by a result, and nobody for it.

use super::SessionResult;
use super::result_create::SessionResultPayload;
use crate::Municipality;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Session, Tx};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::session_result;
use verbund_entity::session_result_supporter::{ActiveModel, Column, Entity};

/// Who stands by which result, or does so no more (Unterstützung eines Ergebnisses).
#[derive(InputObject)]
pub struct SessionResultSupportInput {
    /// The result as it is worded (Ergebnis).
    pub result: ID,
    /// The municipality that the viewer acts for (Kommune).
    pub municipality: ID,
    /// The revision of the wording that is meant; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Stands by a result; once is enough.
    pub async fn support_session_result(
        &self,
        input: SessionResultSupportInput,
    ) -> Result<SessionResultPayload, Error> {
        self.stand_by(input, Action::SessionResultSupport, true).await
    }

    /// Stands by a result no more.
    pub async fn withdraw_session_result_support(
        &self,
        input: SessionResultSupportInput,
    ) -> Result<SessionResultPayload, Error> {
        self.stand_by(input, Action::SessionResultSupportWithdraw, false).await
    }

    async fn stand_by(
        &self,
        input: SessionResultSupportInput,
        action: Action,
        stands: bool,
    ) -> Result<SessionResultPayload, Error> {
        let result = self.find::<SessionResult>(&input.result).await?.id;
        let city = self.find::<Municipality>(&input.municipality).await?.id;
        let mut tx = self.create(action, &Owners::municipality(city)).await?;
        // It may have gone or been hidden before it was locked.
        let key = Condition::all().add(session_result::Column::Id.eq(result));
        tx.lock_all::<SessionResult>(key).await?;
        let row = tx.named::<SessionResult>(&input.result).await?;
        let row = row.ok_or(Error::NotFound)?;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(SessionResultPayload::refused_at(result, problems));
        }
        let own = || {
            Condition::all()
                .add(Column::SessionResultId.eq(result))
                .add(Column::MunicipalityId.eq(city))
        };
        if tx.rows::<Entity>(own()).await?.is_empty() == stands {
            let link = ActiveModel {
                session_result_id: Set(result),
                municipality_id: Set(city),
            };
            tx.replace_links(own(), if stands { vec![link] } else { Vec::new() })
                .await?;
            tx.update::<SessionResult, _>(row.into_active_model(), &["supportedBy"])
                .await?;
            tx.finish().await?;
        }
        Ok(SessionResultPayload::done(result))
    }
}

/// Nobody stands by what is worded anew; answers whether somebody did.
pub(super) async fn clear(tx: &Tx, result: i64) -> Result<bool, Error> {
    let all = || Condition::all().add(Column::SessionResultId.eq(result));
    let anybody = !tx.rows::<Entity>(all()).await?.is_empty();
    tx.replace_links::<ActiveModel>(all(), Vec::new()).await?;
    Ok(anybody)
}
