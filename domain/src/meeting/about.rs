//! What a meeting is about: topics, and projects that some of its organisers take part in.

use super::Meeting;
use super::organized::organizing_municipalities;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Row, Tx};
use crate::{Project, Topic};
use async_graphql::ID;
use sea_orm::{ColumnTrait, Condition};
use std::collections::HashSet;
use verbund_entity::network_membership::{self, MembershipStatus};
use verbund_entity::project_participation::{self, ParticipationStatus};
use verbund_entity::{meeting_project, meeting_topic};

/// Whose projects a meeting may be said to be about: a record appears in a project's list of meetings, and nobody puts
/// it there who has no part in the project. A network speaks for its members.
pub(super) struct Organizing {
    municipalities: HashSet<i64>,
    /// What the meeting is about already.
    linked: HashSet<i64>,
}

impl Organizing {
    /// A new meeting of a municipality or of a network.
    pub async fn new(tx: &Tx, municipality: Option<i64>, network: Option<i64>) -> Result<Self, Error> {
        let mut municipalities: HashSet<i64> = municipality.into_iter().collect();
        if let Some(network) = network {
            let active = Condition::all()
                .add(network_membership::Column::NetworkId.eq(network))
                .add(network_membership::Column::Status.eq(MembershipStatus::Active));
            let members = tx.rows::<network_membership::Entity>(active).await?;
            municipalities.extend(members.iter().map(|member| member.municipality_id));
        }
        Ok(Organizing {
            municipalities,
            linked: HashSet::new(),
        })
    }

    /// A meeting as it stands.
    pub async fn of(tx: &Tx, meeting: &Row<Meeting>) -> Result<Self, Error> {
        let mut organizing = Organizing::new(tx, meeting.keeper_municipality_id, meeting.keeper_network_id).await?;
        let confirmed = organizing_municipalities(meeting, tx.connection()).await?;
        organizing.municipalities.extend(confirmed);
        let linked = Condition::all().add(meeting_project::Column::MeetingId.eq(meeting.id));
        let linked = tx.rows::<meeting_project::Entity>(linked).await?;
        organizing.linked.extend(linked.iter().map(|link| link.project_id));
        Ok(organizing)
    }

    /// The keys of the projects that are named.
    pub async fn projects(&self, tx: &Tx, ids: &[ID], problems: &mut Problems) -> Result<Vec<i64>, Error> {
        let keys = tx.linked::<Project>(ids, "projects", problems).await?;
        let parts = Condition::all()
            .add(project_participation::Column::ProjectId.is_in(keys.iter().copied()))
            .add(project_participation::Column::Status.eq(ParticipationStatus::Confirmed));
        let parts = tx.rows::<project_participation::Entity>(parts).await?;
        let theirs: HashSet<i64> = parts
            .iter()
            .filter(|part| {
                part.municipality_id
                    .is_some_and(|city| self.municipalities.contains(&city))
            })
            .map(|part| part.project_id)
            .collect();
        if keys
            .iter()
            .any(|key| !theirs.contains(key) && !self.linked.contains(key))
        {
            problems.invalid(
                "projects",
                "An einem dieser Projekte ist niemand beteiligt, der die Veranstaltung ausrichtet.",
                "Nobody who organises the meeting takes part in one of these projects.",
            );
        }
        Ok(keys)
    }
}

/// Links a meeting with topics and projects, where they are given; answers which fields that changed.
pub(super) async fn link(
    tx: &Tx,
    meeting: i64,
    topics: Option<Vec<i64>>,
    projects: Option<Vec<i64>>,
) -> Result<Vec<&'static str>, Error> {
    let mut changed = Vec::new();
    if let Some(topics) = topics {
        let (near, far) = (meeting_topic::Column::MeetingId, meeting_topic::Column::TopicId);
        if tx
            .relink::<Topic, meeting_topic::Entity>(near, meeting, far, &topics)
            .await?
        {
            changed.push("topics");
        }
    }
    if let Some(projects) = projects {
        let (near, far) = (meeting_project::Column::MeetingId, meeting_project::Column::ProjectId);
        if tx
            .relink::<Project, meeting_project::Entity>(near, meeting, far, &projects)
            .await?
        {
            changed.push("projects");
        }
    }
    Ok(changed)
}
