//! Meeting series, and what came of sessions.

use super::Making;
use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, EntityTrait};
use serde_json::json;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::session_result::ResultKind;
use verbund_entity::{
    Visibility, meeting_series, meeting_series_topic, session, session_result, session_result_supporter,
    source_reference,
};

impl Making {
    pub(super) async fn series(&mut self, cities: &[i64], networks: &[i64], topics: &[i64]) -> Vec<i64> {
        let mut keys = Vec::new();
        for number in 0..5_usize {
            let title = ["Fachtage", "Übergänge", "Fachtage", "Netzwerk \"Süd\"", "Ämterrunde"][number];
            let key = record!(
                self,
                meeting_series {
                    slug: self.slug(&format!("reihe-{number}")),
                    title: title.into(),
                    title_key: order_key(title),
                    title_translations: json!([{ "language": "en", "text": format!("Series {number}") }]),
                    title_pattern: (number % 2 == 0).then(|| "{n}. Fachtag".to_owned()),
                    summary: (number == 1).then(|| "Zwei\nZeilen".to_owned()),
                    cadence: (number % 2 == 1).then(|| "jährlich im Sommer".to_owned()),
                    started_in: (number != 3).then(|| "2016".to_owned()),
                    ended_in: (number == 4).then(|| "2020-06".to_owned()),
                    standing_agenda: match number % 2 {
                        0 => json!([]),
                        _ => json!([
                            { "title": "Termine", "kind": "EXCHANGE", "minutes": 20, "abstract": "Was \"ansteht\"" },
                            { "title": "Ende", "kind": "BREAK", "minutes": null, "abstract": null },
                        ]),
                    },
                    visibility: Visibility::Public,
                    municipality_id: (number < 3).then(|| cities[number]),
                    network_id: (number >= 3).then(|| networks[number % 2]),
                    search_text: search_text(&[title]),
                }
            );
            keys.push(key);
            source!(self, meeting_series_id: key);
            for topic in topics.iter().skip(number).take(2) {
                join!(
                    self,
                    meeting_series_topic {
                        meeting_series_id: key,
                        topic_id: *topic
                    }
                );
            }
        }
        keys
    }

    pub(super) async fn results(&mut self, cities: &[i64], sessions: &[i64]) {
        for (number, of) in sessions.iter().enumerate().step_by(2) {
            let row = session::Entity::find_by_id(*of).one(&self.connection).await;
            let meeting = row.expect("an answer").expect("the session").meeting_id;
            for place in 0..3_usize {
                let key = record!(
                    self,
                    session_result {
                        meeting_id: meeting,
                        session_id: *of,
                        kind: [ResultKind::Idea, ResultKind::Finding, ResultKind::Question][place],
                        text: format!("Ergebnis „{number}“\n{place}"),
                        // Two stand at the same place.
                        position: 1 + place as i32 / 2,
                    }
                );
                source!(self, session_result_id: key);
                for city in cities.iter().skip(place).take(number % 3) {
                    join!(
                        self,
                        session_result_supporter {
                            session_result_id: key,
                            municipality_id: *city
                        }
                    );
                }
            }
        }
    }
}
