//! Who came from where as far as a source tells it, and a document of an invented project.

use super::acting::Cast;
use super::records::{Records, made, malformed};
use crate::error::Error;
use crate::values::{ApproximateCountInput, LanguageTag, Url};
use crate::{AttachDocumentInput, EnterAttendanceInput};
use verbund_entity::document::DocumentKind;
use verbund_entity::{CountQualifier, Visibility};

pub(super) async fn make(cast: &Cast<'_>, records: &Records) -> Result<(), Error> {
    let hagen = cast.of("hagen", records)?;
    let exactly = |value| ApproximateCountInput {
        value,
        qualifier: CountQualifier::Exact,
    };
    let came = EnterAttendanceInput {
        meeting: records.id("fachtag-berufseinstieg")?,
        municipality: records.id("hagen")?,
        heads: exactly(18),
        represented: Some(exactly(8)),
        organizations: Vec::new(),
        visibility: Visibility::Public,
        idempotency_key: None,
    };
    let payload = hagen.enter_attendance(came).await?;
    made("Hagen's delegation", payload.attendance_line, &payload.user_errors)?;
    let guide = AttachDocumentInput {
        owner: records.id("leitfaden-ansprache")?,
        municipality: records.id("hagen")?,
        url: Url::parse("https://www.hagen.example/leitfaden-ansprache.pdf").map_err(malformed)?,
        kind: DocumentKind::Guide,
        title: "Leitfaden zur Ansprache, Entwurf".to_owned(),
        rights: Some("Für die Vorführung erfunden; CC BY 4.0".to_owned()),
        alternative_text: None,
        language: Some(LanguageTag::parse("de").map_err(malformed)?),
        visibility: Visibility::Network,
        idempotency_key: None,
    };
    let payload = hagen.attach_document(guide).await?;
    made("the guide", payload.document, &payload.user_errors)?;
    Ok(())
}
