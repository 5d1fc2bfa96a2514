//! A project begins as an idea of one municipality, which leads it.

use super::change::search_text;
use super::{Project, ProjectParticipation};
use crate::Municipality;
use crate::Topic;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session};
use crate::titled::{Title, new_address, summaries, translations};
use crate::values::{Edtf, LocalizedText, Slug, TextRule};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{self, ParticipationRole, ParticipationStatus};
use verbund_entity::{Visibility, project, project_topic};

/// A project to be founded (neues Projekt). It begins as an idea.
#[derive(InputObject)]
pub struct CreateProjectInput {
    /// The municipality that leads it, and for which the viewer acts (Federführung).
    pub lead: ID,
    /// As it is called, at most 300 characters (Titel).
    pub title: String,
    /// The title in other languages, each once; at most 20.
    #[graphql(default)]
    pub title_translations: Vec<LocalizedText>,
    /// What it is about, at most 2,000 characters (Kurzbeschreibung).
    pub summary: Option<String>,
    /// The same in other languages, each once; at most 20.
    #[graphql(default)]
    pub summary_translations: Vec<LocalizedText>,
    /// Who sees it; making it public asks for a right of its own (Sichtbarkeit).
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// When it begins, as exactly as is known (Beginn).
    pub starts_on: Option<Edtf>,
    /// When it ends, not before the beginning (Ende).
    pub ends_on: Option<Edtf>,
    /// What it is about, at most 50 topics (Themen).
    #[graphql(default)]
    pub topics: Vec<ID>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
    /// The address of a record that is known by it; not offered to clients.
    #[graphql(skip)]
    pub slug: Option<Slug>,
}

payload! {
    /// The project after the change (Projekt).
    ProjectPayload { project: Project }
}

impl Session {
    /// Founds a project.
    pub async fn create_project(&self, input: CreateProjectInput) -> Result<ProjectPayload, Error> {
        let lead = self.find::<Municipality>(&input.lead).await?.id;
        let owners = Owners::municipality(lead);
        let mut tx = self.create(Action::ProjectCreate, &owners).await?;
        if input.visibility == Visibility::Public {
            tx.require(Action::ProjectPublish, &owners)?;
        }
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let title = Title::read(&mut problems, &input.title);
        let title_translations = translations(&mut problems, &input.title_translations);
        let summary = problems.optional_text("summary", input.summary.as_deref(), TextRule::SUMMARY);
        let summary_translations = summaries(&mut problems, &input.summary_translations);
        problems.span("endsOn", input.starts_on.as_ref(), input.ends_on.as_ref());
        let topics = tx.linked::<Topic>(&input.topics, "topics", &mut problems).await?;
        if !problems.none() {
            return Ok(ProjectPayload::refused(problems));
        }
        let first = match tx
            .once("createProject", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(ProjectPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(ProjectPayload::refused(problems));
            }
        };
        let (public_id, slug) = new_address(&title.text, input.slug.as_ref());
        let project = tx
            .insert::<Project, _>(project::ActiveModel {
                public_id: Set(public_id),
                slug: Set(slug),
                search_text: Set(search_text(
                    &title.text,
                    summary.as_deref(),
                    [&title_translations, &summary_translations],
                )),
                title: Set(title.text),
                title_key: Set(title.key),
                title_translations: Set(title_translations),
                summary: Set(summary),
                summary_translations: Set(summary_translations),
                status: Set(ProjectStatus::Idea),
                status_reason: Set(None),
                closing_summary: Set(None),
                visibility: Set(input.visibility),
                lead_id: Set(Some(lead)),
                starts_on: Set(input.starts_on.map(|date| date.as_str().to_owned())),
                ends_on: Set(input.ends_on.map(|date| date.as_str().to_owned())),
                ..Default::default()
            })
            .await?;
        tx.insert::<ProjectParticipation, _>(project_participation::ActiveModel {
            project_id: Set(project.id),
            municipality_id: Set(Some(lead)),
            organization_id: Set(None),
            role: Set(ParticipationRole::Lead),
            status: Set(ParticipationStatus::Confirmed),
            contribution: Set(None),
            ..Default::default()
        })
        .await?;
        tx.relink::<Topic, project_topic::Entity>(
            project_topic::Column::ProjectId,
            project.id,
            project_topic::Column::TopicId,
            &topics,
        )
        .await?;
        tx.remember(first, project.id).await?;
        tx.finish().await?;
        Ok(ProjectPayload::done(project.id))
    }
}
