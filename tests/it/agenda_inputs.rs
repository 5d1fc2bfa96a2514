//! Inputs for agendas, places, documents and attendance, with nothing in them but what is needed.

use async_graphql::{ID, MaybeUndefined};
use uuid::Uuid;
use verbund_domain::values::{ApproximateCountInput, Url};
use verbund_domain::{
    AttachDocumentInput, CreatePlaceInput, CreateSessionInput, CreateSessionResultInput, CreateSessionRoleInput,
    EnterAttendanceInput, SessionResultSupportInput, UpdateAttendanceInput, UpdateDocumentInput, UpdatePlaceInput,
    UpdateSessionInput, UpdateSessionResultInput, UpdateSessionRoleInput,
};
use verbund_entity::document::DocumentKind;
use verbund_entity::session::SessionKind;
use verbund_entity::session_result::ResultKind;
use verbund_entity::session_role::SessionFunction;
use verbund_entity::{CountQualifier, Visibility};

pub fn new_session(meeting: &str) -> CreateSessionInput {
    CreateSessionInput {
        meeting: ID::from(meeting),
        parent: None,
        number: None,
        title: "Thementisch".into(),
        abstract_text: None,
        title_translations: Vec::new(),
        abstract_translations: Vec::new(),
        kind: SessionKind::ThemeTable,
        phase: None,
        track: None,
        starts_at: None,
        ends_at: None,
        room: None,
        capacity: None,
        selectable: false,
        is_public: None,
        idempotency_key: None,
    }
}

pub fn unchanged_session(id: &str) -> UpdateSessionInput {
    UpdateSessionInput {
        id: ID::from(id),
        expected_revision: 1,
        parent: MaybeUndefined::Undefined,
        number: MaybeUndefined::Undefined,
        title: MaybeUndefined::Undefined,
        abstract_text: MaybeUndefined::Undefined,
        title_translations: MaybeUndefined::Undefined,
        abstract_translations: MaybeUndefined::Undefined,
        kind: MaybeUndefined::Undefined,
        phase: MaybeUndefined::Undefined,
        track: MaybeUndefined::Undefined,
        starts_at: MaybeUndefined::Undefined,
        ends_at: MaybeUndefined::Undefined,
        room: MaybeUndefined::Undefined,
        capacity: MaybeUndefined::Undefined,
        selectable: MaybeUndefined::Undefined,
        is_public: MaybeUndefined::Undefined,
    }
}

pub fn new_role(of: &str) -> CreateSessionRoleInput {
    CreateSessionRoleInput {
        of: ID::from(of),
        function: SessionFunction::Moderator,
        person: None,
        position_at_the_time: None,
        speaker_visibility: None,
        on_behalf_of: None,
        affiliation_text: None,
        confirmed: false,
        idempotency_key: None,
    }
}

pub fn unchanged_role(id: &str) -> UpdateSessionRoleInput {
    UpdateSessionRoleInput {
        id: ID::from(id),
        expected_revision: 1,
        function: MaybeUndefined::Undefined,
        position: MaybeUndefined::Undefined,
        person: MaybeUndefined::Undefined,
        position_at_the_time: MaybeUndefined::Undefined,
        speaker_visibility: MaybeUndefined::Undefined,
        on_behalf_of: MaybeUndefined::Undefined,
        affiliation_text: MaybeUndefined::Undefined,
        confirmed: MaybeUndefined::Undefined,
    }
}

pub fn new_result(session: &str) -> CreateSessionResultInput {
    CreateSessionResultInput {
        session: ID::from(session),
        kind: ResultKind::Idea,
        text: "Gemeinsame Kurse".into(),
        idempotency_key: None,
    }
}

pub fn unchanged_result(id: &str) -> UpdateSessionResultInput {
    UpdateSessionResultInput {
        id: ID::from(id),
        expected_revision: 1,
        kind: MaybeUndefined::Undefined,
        text: MaybeUndefined::Undefined,
        position: MaybeUndefined::Undefined,
    }
}

pub fn support_of(result: &str, municipality: &str) -> SessionResultSupportInput {
    SessionResultSupportInput {
        result: ID::from(result),
        municipality: ID::from(municipality),
        expected_revision: None,
    }
}

pub fn new_place(steward: &str) -> CreatePlaceInput {
    CreatePlaceInput {
        steward: ID::from(steward),
        name: "Stadthalle".into(),
        street: None,
        postal_code: None,
        locality: None,
        parent: None,
        accessibility: None,
        website: None,
        visibility: Visibility::Public,
        idempotency_key: None,
    }
}

/// But for a word on accessibility, so that there is something to write.
pub fn unchanged_place(id: &str) -> UpdatePlaceInput {
    UpdatePlaceInput {
        id: ID::from(id),
        expected_revision: 1,
        name: MaybeUndefined::Undefined,
        street: MaybeUndefined::Undefined,
        postal_code: MaybeUndefined::Undefined,
        locality: MaybeUndefined::Undefined,
        parent: MaybeUndefined::Undefined,
        accessibility: MaybeUndefined::Value("Rampe am Hof".into()),
        website: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
    }
}

pub fn new_document(owner: &str, municipality: &str) -> AttachDocumentInput {
    let url = format!("https://www.stadt.example/{}", Uuid::new_v4().simple());
    AttachDocumentInput {
        owner: ID::from(owner),
        municipality: ID::from(municipality),
        url: Url::parse(&url).expect("an address"),
        kind: DocumentKind::Flyer,
        title: "Faltblatt".into(),
        rights: None,
        alternative_text: None,
        language: None,
        visibility: Visibility::Network,
        idempotency_key: None,
    }
}

/// But for its rights, so that there is something to write.
pub fn unchanged_document(id: &str) -> UpdateDocumentInput {
    UpdateDocumentInput {
        id: ID::from(id),
        expected_revision: 1,
        url: MaybeUndefined::Undefined,
        kind: MaybeUndefined::Undefined,
        title: MaybeUndefined::Undefined,
        rights: MaybeUndefined::Value("CC BY 4.0".into()),
        alternative_text: MaybeUndefined::Undefined,
        language: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
    }
}

pub fn exactly(value: i32) -> ApproximateCountInput {
    ApproximateCountInput {
        value,
        qualifier: CountQualifier::Exact,
    }
}

pub fn new_attendance(meeting: &str, municipality: &str) -> EnterAttendanceInput {
    EnterAttendanceInput {
        meeting: ID::from(meeting),
        municipality: ID::from(municipality),
        heads: exactly(18),
        represented: None,
        organizations: Vec::new(),
        visibility: Visibility::Network,
        idempotency_key: None,
    }
}

/// But for the number, so that there is something to write.
pub fn unchanged_attendance(id: &str) -> UpdateAttendanceInput {
    UpdateAttendanceInput {
        id: ID::from(id),
        expected_revision: 1,
        heads: MaybeUndefined::Value(exactly(17)),
        represented: MaybeUndefined::Undefined,
        organizations: MaybeUndefined::Undefined,
        visibility: MaybeUndefined::Undefined,
    }
}
