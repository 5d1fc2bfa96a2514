//! How one record leads to others. Most relations follow from their names; the table has those that do not.

use super::schema::{Field, Schema, snake};

/// Where a relation leads.
pub enum Relation {
    /// By a key of this row.
    One { to: String, key: String },
    /// By the one key of this row that is not null: a type and a column each.
    OneOf(Vec<(String, String)>),
    /// By keys of other rows.
    Many { to: String, by: By },
    /// Municipality.contactFor.
    ContactFor,
}

pub enum By {
    /// The other row's key.
    Key(String),
    /// A row between: its table, the keys of this row and of the other one, and the state in which it counts.
    Join {
        table: &'static str,
        near: String,
        far: String,
        status: Option<&'static str>,
    },
}

/// Relations by a key that is not called after what it leads to: type, field, column.
const KEYS: &[(&str, &str, &str)] = &[
    ("ContactPoint", "municipality", "steward_id"),
    ("Municipality", "contacts", "steward_id"),
    ("Municipality", "organizations", "located_in_id"),
    ("Topic", "narrower", "broader_id"),
    ("Organization", "units", "parent_id"),
    ("Position", "deputies", "deputy_of_id"),
    ("SessionSpeaker", "positionAtTheTime", "position_id"),
    ("NetworkMembership", "sources", "membership_id"),
    ("ProjectParticipation", "sources", "participation_id"),
    ("MeetingOrganizer", "sources", "organizer_id"),
    ("Meeting", "sessions", "top_id"),
    ("Meeting", "roles", "whole_id"),
    ("Session", "children", "parent_id"),
    ("SessionRole", "speakers", "role_id"),
    ("MeetingSeries", "editions", "series_id"),
    ("Place", "parts", "parent_id"),
    ("Document", "municipality", "steward_id"),
    ("RoleGrant", "user", "municipal_user_id"),
];

/// Relations through a table: type, field, table, key of the other record, state.
const JOINS: &[(&str, &str, &str, &str, Option<&str>)] = &[
    (
        "Municipality",
        "projects",
        "project_participation",
        "project_id",
        Some("CONFIRMED"),
    ),
    (
        "Municipality",
        "meetings",
        "meeting_organizer",
        "meeting_id",
        Some("CONFIRMED"),
    ),
    ("Meeting", "projects", "meeting_project", "project_id", None),
    ("Meeting", "topics", "meeting_topic", "topic_id", None),
    (
        "AttendanceLine",
        "organizations",
        "attendance_line_organization",
        "organization_id",
        None,
    ),
    ("MeetingSeries", "topics", "meeting_series_topic", "topic_id", None),
    (
        "SessionResult",
        "supportedBy",
        "session_result_supporter",
        "municipality_id",
        None,
    ),
    ("Project", "meetings", "meeting_project", "meeting_id", None),
    ("Project", "topics", "project_topic", "topic_id", None),
    ("Position", "responsibilities", "position_topic", "topic_id", None),
    ("ContactPoint", "topics", "contact_point_topic", "topic_id", None),
    ("Organization", "topics", "organization_topic", "topic_id", None),
    (
        "Organization",
        "successors",
        "organization_successor",
        "successor_id",
        None,
    ),
];

/// Where a field of a record leads; nothing if it is a value.
pub fn relation(schema: &Schema, ty: &str, field: &Field) -> Option<Relation> {
    if field.name == "contactFor" {
        return Some(Relation::ContactFor);
    }
    let to = field.of.strip_suffix("Connection").unwrap_or(&field.of).to_owned();
    if schema.is_abstract(&to) {
        let members = schema
            .possible(&to)
            .iter()
            .map(|member| (member.clone(), format!("{}_id", snake(member))));
        return Some(Relation::OneOf(members.collect()));
    }
    if schema.implements(&to).is_empty() {
        return None;
    }
    let join = JOINS.iter().find(|(of, name, ..)| (*of, *name) == (ty, &*field.name));
    if let Some((_, _, table, far, status)) = join {
        let (near, far, status) = (format!("{}_id", snake(ty)), (*far).to_owned(), *status);
        return Some(Relation::Many {
            to,
            by: By::Join {
                table,
                near,
                far,
                status,
            },
        });
    }
    let many = field.list || field.of != to;
    let known = KEYS.iter().find(|(of, name, _)| (*of, *name) == (ty, &*field.name));
    let named_after = snake(if many { ty } else { &field.name });
    let key = known.map_or_else(|| format!("{named_after}_id"), |(.., key)| (*key).to_owned());
    Some(if many {
        Relation::Many { to, by: By::Key(key) }
    } else {
        Relation::One { to, key }
    })
}
