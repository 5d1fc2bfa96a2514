//! A document is corrected by the municipality that answers for it.

use super::Document;
use super::attach::{DocumentPayload, described};
use crate::access::Action;
use crate::error::Error;
use crate::patch::{store, store_text, store_value};
use crate::problems::Problems;
use crate::session::Session;
use crate::titled::change_title;
use crate::values::{LanguageTag, TextRule, Url};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;
use verbund_entity::Visibility;
use verbund_entity::document::DocumentKind;

/// What to change of a document (Dokument ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateDocumentInput {
    /// The document to change (Dokument).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// Where it is found on the web; never null (Internetadresse).
    pub url: MaybeUndefined<Url>,
    /// What it is; never null (Art).
    pub kind: MaybeUndefined<DocumentKind>,
    /// As it is called, at most 300 characters; never null (Titel).
    pub title: MaybeUndefined<String>,
    /// Who made it, whose it is and what one may do with it, at most 300 characters (Rechte, Lizenz).
    pub rights: MaybeUndefined<String>,
    /// What is to be seen or heard, at most 2,000 characters; an IMAGE keeps one (Alternativtext).
    pub alternative_text: MaybeUndefined<String>,
    /// Its language (Sprache).
    pub language: MaybeUndefined<LanguageTag>,
    /// Who sees it, never further than what it belongs to; never null (Sichtbarkeit).
    pub visibility: MaybeUndefined<Visibility>,
}

impl Session {
    /// Changes a document.
    pub async fn update_document(&self, input: UpdateDocumentInput) -> Result<DocumentPayload, Error> {
        let (mut tx, row) = self.edit::<Document>(Action::DocumentUpdate, &input.id).await?;
        let wanted = input.visibility.value().copied();
        tx.may_widen::<Document>(&row, row.visibility, wanted).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(DocumentPayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        let problem = &mut problems;
        store_value(problem, "url", &mut changed.url, input.url, |url| {
            url.as_str().to_owned()
        });
        store_value(problem, "kind", &mut changed.kind, input.kind, |kind| kind);
        store_value(
            problem,
            "visibility",
            &mut changed.visibility,
            input.visibility,
            |level| level,
        );
        change_title(problem, input.title, &mut changed.title, &mut changed.title_key);
        store_text(problem, "rights", &mut changed.rights, input.rights, TextRule::TITLE);
        let text = input.alternative_text;
        store_text(
            problem,
            "alternativeText",
            &mut changed.alternative_text,
            text,
            TextRule::SUMMARY,
        );
        store(&mut changed.language, input.language, |tag| tag.as_str().to_owned());
        described(
            *changed.kind.as_ref(),
            changed.alternative_text.as_ref().as_deref(),
            problem,
        );
        if !problems.none() {
            return Ok(DocumentPayload::refused(problems));
        }
        tx.update::<Document, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(DocumentPayload::done(id))
    }
}
