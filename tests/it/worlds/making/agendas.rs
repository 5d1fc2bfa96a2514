//! Places, agendas, documents, and who came.

use super::{Making, Party};
use crate::worlds::world::public_id;
use sea_orm::ActiveValue::Set;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::document::DocumentKind;
use verbund_entity::session::SessionKind;
use verbund_entity::session_role::SessionFunction;
use verbund_entity::{
    CountQualifier, Visibility, attendance_line, attendance_line_organization, document, place, session, session_role,
    session_speaker,
};

impl Making {
    pub async fn place(&mut self, label: &str, city: &str, level: Visibility) {
        self.rows.push(("Place", label.to_owned()));
        let name = self.value(label, "name", label);
        let parent = Some(self.value(label, "parent", "")).filter(|parent| !parent.is_empty());
        let key = record!(self, place, label, {
            name_key: order_key(&name), search_text: search_text(&[&name]), street: Some(format!("{name} 1")),
            name: name, parent_id: parent.map(|parent| self.key(&parent)), locality_id: Some(self.key(city)),
            visibility: self.choice(label, "visibility", level), steward_id: self.key(city),
        });
        self.made("Place", label, key);
    }

    /// A session of a meeting, in the agenda itself or in another session.
    pub async fn session(&mut self, label: &str, meeting: &str, parent: Option<&str>, is_public: bool) {
        self.rows.push(("Session", label.to_owned()));
        if !self.exists(label) {
            return;
        }
        let title = self.value(label, "title", label);
        let parent = parent.map(|parent| self.key(parent));
        let meeting = self.key(meeting);
        let key = record!(self, session, label, {
            meeting_id: meeting, top_id: parent.is_none().then_some(meeting), parent_id: parent,
            position: self.value(label, "position", "3").parse().expect("a number"),
            abstract_text: Some(title.clone()), room: Some(format!("Raum {title}")), title: title,
            kind: self.choice(label, "kind", SessionKind::Lecture), phase: Some(1), selectable: false,
            is_public: is_public,
        });
        self.made("Session", label, key);
    }

    /// A role in a session, or in all of a meeting.
    pub async fn role(&mut self, label: &str, meeting: &str, session: Option<&str>, organization: Option<&str>) {
        self.rows.push(("SessionRole", label.to_owned()));
        let meeting = self.key(meeting);
        let session = session.map(|session| self.key(session));
        let organization = organization.map(|it| self.value(label, "organization", it));
        let key = record!(self, session_role, label, {
            meeting_id: meeting, whole_id: session.is_none().then_some(meeting), session_id: session,
            function: self.choice(label, "function", SessionFunction::Speaker), position: 1,
            organization_id: organization.map(|it| self.key(&it)),
            affiliation_text: Some(self.value(label, "affiliation", "Stadt")), confirmed: true,
        });
        self.made("SessionRole", label, key);
    }

    /// The person that has a role.
    pub async fn speaker(&mut self, label: &str, role: &str, meeting: &str, person: &str, level: Visibility) {
        self.rows.push(("SessionSpeaker", label.to_owned()));
        if !self.exists(label) {
            return;
        }
        let person = self.value(label, "person", person);
        let key = record!(self, session_speaker, label, {
            role_id: self.key(role), meeting_id: self.key(meeting), person_id: self.key(&person),
            visibility: self.choice(label, "visibility", level),
        });
        self.made("SessionSpeaker", label, key);
    }

    pub async fn document(&mut self, label: &str, owner: Party, city: &str, level: Visibility) {
        self.rows.push(("Document", label.to_owned()));
        let title = self.value(label, "title", label);
        let owned = |by: Option<&'static str>| by.map(|label| self.key(label));
        let key = record!(self, document, label, {
            meeting_id: owned(if let Party::Meeting(it) = owner { Some(it) } else { None }),
            session_id: owned(if let Party::Session(it) = owner { Some(it) } else { None }),
            project_id: owned(if let Party::Project(it) = owner { Some(it) } else { None }),
            steward_id: self.key(city), url: format!("https://www.stadt.example/{}", public_id(&title)),
            kind: self.choice(label, "kind", DocumentKind::Flyer), title_key: order_key(&title), title: title,
            visibility: self.choice(label, "visibility", level),
        });
        self.made("Document", label, key);
    }

    pub async fn attendance(&mut self, label: &str, meeting: &str, city: &str, level: Visibility) {
        self.rows.push(("AttendanceLine", label.to_owned()));
        if !self.exists(label) {
            return;
        }
        let key = record!(self, attendance_line, label, {
            meeting_id: self.key(meeting), municipality_id: self.key(city),
            heads: self.value(label, "heads", "7").parse().expect("a number"), heads_qualifier: CountQualifier::Exact,
            visibility: self.choice(label, "visibility", level),
        });
        let organization = self.key(&self.value(label, "organization", "kulturverein"));
        self.add(attendance_line_organization::ActiveModel {
            attendance_line_id: Set(key),
            organization_id: Set(organization),
        })
        .await;
        self.made("AttendanceLine", label, key);
    }
}
