//! The tables as sea-orm sees them: one module a table, and the enums of their columns. No rule stands here.
//!
//! A text column with a length is an enum (`text_enum!`), a text column without one is free text; the read engine
//! tells them apart by that.

#[macro_use]
mod text_enum;
mod values;

pub mod attendance_line;
pub mod attendance_line_organization;
pub mod audit_entry;
pub mod change_proposal;
pub mod contact_point;
pub mod contact_point_topic;
pub mod directory_consent;
pub mod document;
pub mod idempotency_record;
pub mod meeting;
pub mod meeting_organizer;
pub mod meeting_project;
pub mod meeting_series;
pub mod meeting_series_topic;
pub mod meeting_topic;
pub mod municipal_user;
pub mod municipality;
pub mod network;
pub mod network_membership;
pub mod organization;
pub mod organization_successor;
pub mod organization_topic;
pub mod outbox_event;
pub mod person;
pub mod place;
pub mod position;
pub mod position_topic;
pub mod project;
pub mod project_participation;
pub mod project_topic;
pub mod role_grant;
pub mod session;
pub mod session_result;
pub mod session_result_supporter;
pub mod session_role;
pub mod session_speaker;
pub mod source_reference;
pub mod topic;
pub mod topic_ancestry;
pub mod user_account;

pub use values::{CountQualifier, Role, Visibility};
