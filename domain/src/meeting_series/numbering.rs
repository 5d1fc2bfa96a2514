//! The numbers of editions: each is given once, by whoever holds the series.

use super::{MeetingSeries, standing_agenda};
use crate::Meeting;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{PartyKey, Row, Tx};
use crate::values::{PartialDate, TextRule, local_day};
use async_graphql::ID;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting::{self, MeetingStatus};

/// What the number of an edition stands for in a pattern.
const NUMBER: &str = "{n}";

/// A pattern; with a number of ten digits it is still a title.
pub(super) const PATTERN: TextRule = TextRule::line(290);

/// Refuses a pattern that does not say where the number stands.
pub(super) fn check_pattern(pattern: Option<&str>, problems: &mut Problems) {
    if pattern.is_some_and(|pattern| pattern.matches(NUMBER).count() != 1) {
        problems.invalid(
            "titlePattern",
            "Das Muster enthält genau einmal {n}, wo die Nummer steht.",
            "The pattern has {n} exactly once, where the number stands.",
        );
    }
}

/// The series that a meeting of this keeper shall belong to: whoever puts it there holds the series too, and an edition
/// is held by whoever holds the series. So nobody who organises a meeting learns of a series from what it refuses.
pub(crate) async fn joined(tx: &Tx, id: &ID, keeper: PartyKey, problems: &mut Problems) -> Result<Option<i64>, Error> {
    let Some(series) = tx.expected::<MeetingSeries>(id, "series", problems).await? else {
        return Ok(None);
    };
    tx.require_for::<MeetingSeries>(Action::MeetingSeriesUpdate, &series)
        .await?;
    if (series.municipality_id, series.network_id) != (keeper.municipality(), keeper.network()) {
        problems.invalid(
            "series",
            "Eine Ausgabe gehört derselben Kommune oder demselben Netzwerk wie ihre Reihe.",
            "An edition belongs to the same municipality or network as its series.",
        );
    }
    Ok(Some(series.id))
}

/// A series under its lock, so that no two meetings get the same number, and the numbers that are taken.
pub(crate) struct Numbering {
    series: Row<MeetingSeries>,
    taken: Vec<i32>,
}

impl Numbering {
    /// The numbers of all other meetings than this one.
    pub async fn of(tx: &Tx, series: i64, but: Option<i64>) -> Result<Self, Error> {
        let series = tx.lock::<MeetingSeries>(series).await?;
        let editions = Condition::all()
            .add(meeting::Column::SeriesId.eq(series.id))
            .add_option(but.map(|id| meeting::Column::Id.ne(id)));
        let editions = tx.rows::<meeting::Entity>(editions).await?;
        let taken = editions.iter().filter_map(|meeting| meeting.edition).collect();
        Ok(Numbering { series, taken })
    }

    pub fn series(&self) -> &Row<MeetingSeries> {
        &self.series
    }

    /// The number behind the highest.
    pub fn next(&self) -> i32 {
        self.taken.iter().max().map_or(1, |last| last.saturating_add(1))
    }

    /// What stands against this number.
    pub fn check(&self, edition: Option<i32>, problems: &mut Problems) {
        if edition.is_some_and(|edition| self.taken.contains(&edition)) {
            problems.duplicate(
                "edition",
                "Diese Nummer hat schon eine andere Ausgabe der Reihe.",
                "Another edition of the series has this number.",
            );
        }
    }

    /// Refuses an edition to come of a series that has ended; what was is still put down.
    pub fn goes_on(&self, status: MeetingStatus, tx: &Tx, problems: &mut Problems) {
        let ended = self.series.ended_in.as_deref();
        let ended = ended.and_then(|date| PartialDate::parse(date).ok());
        if status != MeetingStatus::Held && ended.is_some_and(|date| date.latest.0 < local_day(tx.now())) {
            problems.state(
                "series",
                "Die Reihe ist beendet; nur Vergangenes wird noch eingetragen.",
                "The series has ended; only what was is still entered.",
            );
        }
    }

    /// What an edition is called that has no title of its own.
    pub fn title(&self, edition: Option<i32>) -> Option<String> {
        let pattern = self.series.title_pattern.as_deref()?;
        Some(pattern.replace(NUMBER, &edition?.to_string()))
    }

    /// Gives a meeting to come the standing agenda; what was on that of a meeting of the past is not known from it.
    pub async fn furnish(&self, tx: &mut Tx, meeting: &Row<Meeting>) -> Result<(), Error> {
        if meeting.status == MeetingStatus::Held {
            return Ok(());
        }
        standing_agenda::adopt(tx, &self.series, meeting).await
    }
}
