//! Meeting series, and what came of sessions.

use super::{Making, Party};
use crate::worlds::world::public_id;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::session_result::ResultKind;
use verbund_entity::{Visibility, meeting_series, meeting_series_topic, session_result, session_result_supporter};

impl Making {
    pub async fn series(&mut self, label: &str, organizer: Party, level: Visibility) {
        self.rows.push(("MeetingSeries", label.to_owned()));
        let title = self.value(label, "title", label);
        let item = self.value(label, "item", "Termine");
        let (city, _, network) = self.parties(label, organizer);
        let key = record!(self, meeting_series, label, {
            slug: label.replace(' ', "-"), title_key: order_key(&title), title_translations: json!([]),
            title_pattern: Some(self.value(label, "pattern", "{n}. Treffen")), search_text: search_text(&[&title]),
            summary: Some(title.clone()), title: title, cadence: Some(self.value(label, "cadence", "jährlich")),
            started_in: Some(self.value(label, "started", "2020")),
            standing_agenda: json!([{ "title": item, "kind": "EXCHANGE", "minutes": 30, "abstract": null }]),
            visibility: level, municipality_id: city, network_id: network,
        });
        let topic = self.key(&self.value(label, "topic", "kultur"));
        self.add(meeting_series_topic::ActiveModel {
            meeting_series_id: Set(key),
            topic_id: Set(topic),
        })
        .await;
        self.made("MeetingSeries", label, key);
    }

    /// A result of a session, with one municipality that stands by it.
    pub async fn result(&mut self, label: &str, meeting: &str, session: &str) {
        self.rows.push(("SessionResult", label.to_owned()));
        if !self.exists(label) {
            return;
        }
        let key = record!(self, session_result, label, {
            meeting_id: self.key(meeting), session_id: self.key(session),
            kind: self.choice(label, "kind", ResultKind::Idea), text: self.value(label, "text", label), position: 1,
        });
        let supporter = self.key(&self.value(label, "supporter", "bochum"));
        self.add(session_result_supporter::ActiveModel {
            session_result_id: Set(key),
            municipality_id: Set(supporter),
        })
        .await;
        self.made("SessionResult", label, key);
    }
}
