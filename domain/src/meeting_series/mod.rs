//! Meeting series: meetings that come again, and whose editions are counted.

mod create;
mod numbering;
mod standing_agenda;
mod update;

pub use create::{CreateMeetingSeriesInput, MeetingSeriesPayload};
pub(crate) use numbering::{Numbering, joined};
pub use standing_agenda::StandingAgendaItem;
pub use update::UpdateMeetingSeriesInput;

use crate::{
    Meeting, Municipality, Network, SourceReference, Topic,
    access::{Action, Of},
    read::{Fields, Object, Scope, Visible},
    session::{Owned, Owner, can},
    values::PartialDate,
};
use async_graphql::Value;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting_series::{self, Column};
use verbund_entity::{Visibility, meeting, meeting_series_topic, source_reference};

pub struct MeetingSeries;

impl Object for MeetingSeries {
    type Entity = meeting_series::Entity;
    const NAME: &'static str = "MeetingSeries";
    const DOC: &'static str =
        "Meetings that belong together and come again: a yearly conference, a circle that meets (Veranstaltungsreihe).";

    /// A municipality's by its level; a network's by its members, or below that by its coordinators.
    fn visible(scope: &Scope) -> Visible {
        let v = scope.viewer;
        let members = scope.some(Column::NetworkId, &v.networks);
        let rows = scope
            .level(Column::Visibility, Column::MunicipalityId)
            .add_option(members.map(|members| members.and(Column::Visibility.eq(Visibility::Network))))
            .add_option(scope.some(Column::NetworkId, &v.coordinated));
        Visible::rows(rows)
    }

    fn fields(f: &mut Fields<Self>) {
        f.column(Column::Slug, "Its name in addresses.").filter();
        f.localized(Column::Title, Column::TitleTranslations, "As it is called (Titel).");
        f.column(
            Column::TitlePattern,
            "What an edition without a title of its own is called, `{n}` being its number; null if each has its own.",
        );
        f.column(Column::Summary, "In a few sentences (Kurzbeschreibung).");
        f.column(
            Column::Cadence,
            "How often it comes, in words, such as „jährlich im Sommer“; null if unknown (Turnus).",
        );
        f.computed::<Option<PartialDate>>(
            "startedIn",
            &[Column::StartedIn],
            "Since when there is it; null if unknown (Beginn).",
            |row| PartialDate::of(row.text(0)),
        );
        f.computed::<Option<PartialDate>>(
            "endedIn",
            &[Column::EndedIn],
            "When it ended; null if it goes on (Ende).",
            |row| PartialDate::of(row.text(0)),
        );
        f.computed::<Vec<StandingAgendaItem>>(
            "standingAgenda",
            &[Column::StandingAgenda],
            "What stands on the agenda of every edition, in its order (ständige Tagesordnung).",
            |row| row.json(0).unwrap_or_else(|| Value::List(Vec::new())),
        );
        f.choice::<Visibility>(Column::Visibility, "Who sees this record.")
            .filter();
        f.one::<Municipality>(
            "municipality",
            Column::MunicipalityId,
            "The municipality whose series it is; null if it is a network's (veranstaltende Kommune).",
        )
        .filter();
        f.one::<Network>(
            "network",
            Column::NetworkId,
            "The network whose series it is; null if it is a municipality's (veranstaltendes Netzwerk).",
        )
        .filter();
        f.many::<Meeting>(
            "editions",
            meeting::Column::SeriesId,
            "The meetings of the series by their number, those that nobody counts last (Ausgaben).",
        )
        .usually("EDITION");
        f.list_through::<meeting_series_topic::Entity, Topic>(
            "topics",
            (
                meeting_series_topic::Column::MeetingSeriesId,
                meeting_series_topic::Column::TopicId,
            ),
            "What it is about.",
        );
        f.list::<SourceReference>(
            "sources",
            source_reference::Column::MeetingSeriesId,
            SourceReference::LIST,
        );
        f.filter_through::<meeting_series_topic::Entity, Topic>(
            "topic",
            (
                meeting_series_topic::Column::MeetingSeriesId,
                meeting_series_topic::Column::TopicId,
            ),
            Condition::all,
            "A topic that it is about.",
        );
        f.viewer_can(vec![can::<Self>("update", Action::MeetingSeriesUpdate)]);
        f.order("TITLE", Column::TitleKey, "By title.");
        f.search(Column::SearchText);
    }
}

impl Owned for MeetingSeries {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![
            Owner::municipality(Column::MunicipalityId),
            Owner::network(Column::NetworkId),
        ]
    }
}
