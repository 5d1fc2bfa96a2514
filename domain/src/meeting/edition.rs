//! Which edition of which series a meeting is.

use super::Meeting;
use crate::MeetingSeries;
use crate::access::Action;
use crate::error::Error;
use crate::meeting_series::{Numbering, joined};
use crate::patch::store;
use crate::problems::Problems;
use crate::session::{PartyKey, Row, Tx, public_id};
use crate::titled::Title;
use async_graphql::{ID, MaybeUndefined};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting::{ActiveModel, MeetingStatus};
use verbund_entity::meeting_series;

/// Where a meeting stands among the editions of a series: those that nobody counts are the last.
pub(super) fn sort(edition: Option<i32>) -> i32 {
    edition.unwrap_or(i32::MAX)
}

/// Refuses an edition that does not count from one.
pub(super) fn check(edition: Option<i32>, problems: &mut Problems) {
    if edition.is_some_and(|edition| edition < 1) {
        problems.invalid("edition", "Gezählt wird ab 1.", "Counting begins with 1.");
    }
}

/// Whose the meeting is.
fn keeper(meeting: &Row<Meeting>) -> Option<PartyKey> {
    let city = meeting.keeper_municipality_id.map(PartyKey::Municipality);
    city.or(meeting.keeper_network_id.map(PartyKey::Network))
}

/// The place of a new meeting.
pub(super) struct Edition {
    pub number: Option<i32>,
    pub series: Option<Numbering>,
}

impl Edition {
    /// In a series, the next number where none is said.
    pub async fn new(
        tx: &Tx,
        series: Option<i64>,
        given: MaybeUndefined<i32>,
        status: MeetingStatus,
        problems: &mut Problems,
    ) -> Result<Self, Error> {
        let Some(series) = series else {
            return Ok(Edition {
                number: given.take(),
                series: None,
            });
        };
        let series = Numbering::of(tx, series, None).await?;
        let number = match given {
            MaybeUndefined::Undefined => Some(series.next()),
            given => given.take(),
        };
        series.check(number, problems);
        series.goes_on(status, tx, problems);
        Ok(Edition {
            number,
            series: Some(series),
        })
    }

    /// What the series calls it.
    pub fn title(&self) -> Option<Title> {
        self.series.as_ref()?.title(self.number).map(Title::of)
    }
}

/// Moves a meeting into a series, out of it, or to another number. All of that is for the one whose meeting it is, in
/// whatever series: so nobody else learns that it is in one.
pub(super) async fn place(
    tx: &Tx,
    row: &Row<Meeting>,
    changed: &mut ActiveModel,
    (series, edition): (MaybeUndefined<ID>, MaybeUndefined<i32>),
    problems: &mut Problems,
) -> Result<(), Error> {
    store(&mut changed.edition, edition, |edition| edition);
    let named = !series.is_undefined() && !same(tx, row, &series).await?;
    if !named && !changed.edition.is_set() {
        return Ok(());
    }
    tx.require_for::<Meeting>(Action::MeetingPublish, row).await?;
    check(edition.value().copied(), problems);
    match (series, keeper(row)) {
        (MaybeUndefined::Null, _) if named => changed.series_id.set_if_not_equals(None),
        (MaybeUndefined::Value(series), Some(keeper)) if named => {
            let series = joined(tx, &series, keeper, problems).await?;
            changed.series_id.set_if_not_equals(series);
        }
        _ => {}
    }
    if let Some(series) = *changed.series_id.as_ref() {
        let numbering = Numbering::of(tx, series, Some(row.id)).await?;
        tx.require_for::<MeetingSeries>(Action::MeetingSeriesUpdate, numbering.series())
            .await?;
        if changed.series_id.is_set() {
            numbering.goes_on(row.status, tx, problems);
            if edition.is_undefined() && row.edition.is_none() {
                changed.edition.set_if_not_equals(Some(numbering.next()));
            }
        }
        numbering.check(*changed.edition.as_ref(), problems);
    }
    let sort = sort(*changed.edition.as_ref());
    changed.edition_sort.set_if_not_equals(sort);
    Ok(())
}

/// Whether the meeting is where it is told to be; nobody takes it out of a series that they do not see.
async fn same(tx: &Tx, row: &Row<Meeting>, series: &MaybeUndefined<ID>) -> Result<bool, Error> {
    let Some(present) = row.series_id else {
        return Ok(series.is_null());
    };
    let present = Condition::all().add(meeting_series::Column::Id.eq(present));
    let seen = tx.seen::<MeetingSeries>(present).await?.pop();
    Ok(match series {
        MaybeUndefined::Value(id) => seen.is_some_and(|seen| public_id::<MeetingSeries>(id) == Some(seen.public_id)),
        _ => seen.is_none(),
    })
}
