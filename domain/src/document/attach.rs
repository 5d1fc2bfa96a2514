//! A document is attached by a municipality that carries what it belongs to.

use super::Document;
use crate::Municipality;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session};
use crate::titled::Title;
use crate::values::{LanguageTag, TextRule, Url};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use verbund_entity::Visibility;
use verbund_entity::document::{ActiveModel, DocumentKind};

/// A document to be attached (neues Dokument).
#[derive(InputObject)]
pub struct AttachDocumentInput {
    /// What it belongs to: a meeting, a session or a project.
    pub owner: ID,
    /// The municipality that answers for it: one that organises the meeting, or takes part in the project.
    pub municipality: ID,
    /// Where it is found on the web (Internetadresse).
    pub url: Url,
    /// What it is (Art).
    pub kind: DocumentKind,
    /// As it is called, at most 300 characters (Titel).
    pub title: String,
    /// Who made it, whose it is and what one may do with it, at most 300 characters (Rechte, Lizenz).
    pub rights: Option<String>,
    /// What is to be seen or heard, at most 2,000 characters; needed for an IMAGE (Alternativtext).
    pub alternative_text: Option<String>,
    /// Its language (Sprache).
    pub language: Option<LanguageTag>,
    /// Who sees it, never further than what it belongs to (Sichtbarkeit).
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The document after the change (Dokument).
    DocumentPayload { document: Document }
}

impl Session {
    /// Attaches a document.
    pub async fn attach_document(&self, input: AttachDocumentInput) -> Result<DocumentPayload, Error> {
        let owner = self.document_owner(&input.owner).await?;
        let steward = self.find::<Municipality>(&input.municipality).await?.id;
        let mut tx = self
            .create(Action::DocumentAttach, &Owners::municipality(steward))
            .await?;
        owner.carried_by(steward, &tx).await?;
        owner.still_there(&input.owner, &tx).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let title = Title::read(&mut problems, &input.title);
        let rights = problems.optional_text("rights", input.rights.as_deref(), TextRule::TITLE);
        let text = input.alternative_text.as_deref();
        let alternative = problems.optional_text("alternativeText", text, TextRule::SUMMARY);
        described(input.kind, alternative.as_deref(), &mut problems);
        if !problems.none() {
            return Ok(DocumentPayload::refused(problems));
        }
        let first = match tx
            .once("attachDocument", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(DocumentPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(DocumentPayload::refused(problems));
            }
        };
        let row = ActiveModel {
            steward_id: Set(steward),
            url: Set(input.url.as_str().to_owned()),
            kind: Set(input.kind),
            title: Set(title.text),
            title_key: Set(title.key),
            rights: Set(rights),
            alternative_text: Set(alternative),
            language: Set(input.language.as_ref().map(|tag| tag.as_str().to_owned())),
            visibility: Set(input.visibility),
            ..owner.columns()
        };
        let document = tx.insert::<Document, _>(row).await?;
        tx.remember(first, document.id).await?;
        tx.finish().await?;
        Ok(DocumentPayload::done(document.id))
    }
}

/// A picture says nothing to who cannot see it.
pub(super) fn described(kind: DocumentKind, alternative: Option<&str>, problems: &mut Problems) {
    if kind == DocumentKind::Image && alternative.is_none() {
        problems.required(
            "alternativeText",
            "Ein Bild braucht einen Alternativtext.",
            "A picture needs an alternative text.",
        );
    }
}
