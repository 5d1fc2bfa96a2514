//! The core of a project is kept by the municipality that leads it.

use super::complete::check_end;
use super::create::ProjectPayload;
use super::{Project, states};
use crate::Topic;
use crate::access::Action;
use crate::error::Error;
use crate::patch::{store, store_list, store_text, store_value};
use crate::problems::Problems;
use crate::session::Session;
use crate::titled::{change_title, summaries, translated_texts, translations};
use crate::values::fold;
use crate::values::{Edtf, LocalizedText, TextRule};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;
use serde_json::Value;
use verbund_entity::project::ProjectStatus;
use verbund_entity::{Visibility, project_topic};

/// What to change of a project (Projekt ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateProjectInput {
    /// The project to change (Projekt).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// As it is called, at most 300 characters; never null (Titel).
    pub title: MaybeUndefined<String>,
    /// All translations that the title shall have, each language once; at most 20.
    pub title_translations: MaybeUndefined<Vec<LocalizedText>>,
    /// What it is about, at most 2,000 characters (Kurzbeschreibung).
    pub summary: MaybeUndefined<String>,
    /// All translations that the summary shall have, each language once; at most 20.
    pub summary_translations: MaybeUndefined<Vec<LocalizedText>>,
    /// Who sees it; making it public, or ending that, asks for a right of its own (Sichtbarkeit).
    pub visibility: MaybeUndefined<Visibility>,
    /// When it begins, as exactly as is known (Beginn).
    pub starts_on: MaybeUndefined<Edtf>,
    /// When it ends, not before the beginning (Ende).
    pub ends_on: MaybeUndefined<Edtf>,
    /// All topics that it shall have, at most 50 (Themen).
    pub topics: MaybeUndefined<Vec<ID>>,
}

impl Session {
    /// Changes the core of a project.
    pub async fn update_project(&self, input: UpdateProjectInput) -> Result<ProjectPayload, Error> {
        let (mut tx, row) = self.edit::<Project>(Action::ProjectUpdate, &input.id).await?;
        let id = row.id;
        let wanted = input.visibility.value().copied().unwrap_or(row.visibility);
        if wanted != row.visibility && [wanted, row.visibility].contains(&Visibility::Public) {
            tx.require_for::<Project>(Action::ProjectPublish, &row).await?;
        }
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(ProjectPayload::refused_at(id, problems));
        }
        if !states::UPDATE.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::UPDATE);
        }
        let mut changed = row.into_active_model();
        change_title(&mut problems, input.title, &mut changed.title, &mut changed.title_key);
        store_list(&mut changed.title_translations, &input.title_translations, |given| {
            translations(&mut problems, given)
        });
        store_text(
            &mut problems,
            "summary",
            &mut changed.summary,
            input.summary,
            TextRule::SUMMARY,
        );
        store_list(
            &mut changed.summary_translations,
            &input.summary_translations,
            |given| summaries(&mut problems, given),
        );
        store_value(
            &mut problems,
            "visibility",
            &mut changed.visibility,
            input.visibility,
            |level| level,
        );
        store(&mut changed.starts_on, input.starts_on, |date| date.as_str().to_owned());
        store(&mut changed.ends_on, input.ends_on, |date| date.as_str().to_owned());
        let dates = |text: &Option<String>| text.as_deref().and_then(|text| Edtf::parse(text).ok());
        let (from, until) = (dates(changed.starts_on.as_ref()), dates(changed.ends_on.as_ref()));
        problems.span("endsOn", from.as_ref(), until.as_ref());
        if *changed.status.as_ref() == ProjectStatus::Completed && changed.ends_on.is_set() {
            check_end(until.as_ref(), tx.now(), &mut problems);
        }
        let topics = match input.topics {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(Vec::new()),
            MaybeUndefined::Value(ids) => Some(tx.linked::<Topic>(&ids, "topics", &mut problems).await?),
        };
        if !problems.none() {
            return Ok(ProjectPayload::refused(problems));
        }
        let text = search_text(
            changed.title.as_ref(),
            changed.summary.as_ref().as_deref(),
            [
                changed.title_translations.as_ref(),
                changed.summary_translations.as_ref(),
            ],
        );
        changed.search_text.set_if_not_equals(text);
        let mut also = Vec::new();
        if let Some(topics) = topics {
            let (near, far) = (project_topic::Column::ProjectId, project_topic::Column::TopicId);
            if tx
                .relink::<Topic, project_topic::Entity>(near, id, far, &topics)
                .await?
            {
                also.push("topics");
            }
        }
        tx.update::<Project, _>(changed, &also).await?;
        tx.finish().await?;
        Ok(ProjectPayload::done(id))
    }
}

/// What a project is found by.
pub(super) fn search_text(title: &str, summary: Option<&str>, translations: [&Value; 2]) -> String {
    let mut texts = vec![title];
    texts.extend(summary);
    texts.extend(translations.into_iter().flat_map(translated_texts));
    fold::search_text(&texts)
}
