//! Projects, and who takes part in them.

use super::{LEVELS, OF_HAGEN, SHARED, table};
use crate::worlds::making::{Making, Party};
use verbund_entity::Visibility::Network;
use verbund_entity::project_participation::ParticipationStatus;

#[actix_web::test]
async fn a_project_is_seen_at_its_level_and_its_parts_with_it() {
    let table = table(async |m: &mut Making| {
        for (name, level) in LEVELS {
            let project = format!("projekt-{name}");
            m.project(&project, "hagen", level).await;
            for (city, status) in [
                ("herne", ParticipationStatus::Confirmed),
                ("bochum", ParticipationStatus::Invited),
                ("witten", ParticipationStatus::Declined),
            ] {
                m.partner(&format!("{city} in {project}"), &project, Party::City(city), status)
                    .await;
            }
        }
        for (project, status) in [
            ("weit", ParticipationStatus::Confirmed),
            ("gefragt", ParticipationStatus::Invited),
        ] {
            m.project(project, "hagen", Network).await;
            m.partner(&format!("minden in {project}"), project, Party::City("minden"), status)
                .await;
        }
    })
    .await;
    for ((name, _), viewers) in LEVELS.into_iter().zip(SHARED) {
        let project = format!("projekt-{name}");
        let ways = [
            "{projects(first: 50){nodes{id}}}".to_owned(),
            format!("{{projects(search: {project:?}){{nodes{{id}}}}}}"),
            format!("{{project(slug: {project:?}){{id}}}}"),
            "{municipality(slug: \"herne\"){projects(first: 50){nodes{id}}}}".to_owned(),
        ];
        table.seen_by("Project", &project, &ways, viewers).await;
        let source = format!("{{project(slug: {project:?}){{sources{{id}}}}}}");
        table
            .seen_by("SourceReference", &format!("quelle {project}"), &[source], viewers)
            .await;
        let parts = [format!(
            "{{project(slug: {project:?}){{participations(first: 50){{nodes{{id}}}}}}}}"
        )];
        table
            .seen_by("ProjectParticipation", &format!("lead of {project}"), &parts, viewers)
            .await;
        table
            .seen_by("ProjectParticipation", &format!("herne in {project}"), &parts, viewers)
            .await;
        // An invitation: those who take part, and the invited. A refusal likewise.
        let among = |also: &'static str| -> Vec<&str> {
            let inside = ["reader of hagen", "editor of hagen", "hagen", "herne", also];
            viewers.iter().copied().filter(|who| inside.contains(who)).collect()
        };
        let invitation = format!("bochum in {project}");
        table
            .seen_by("ProjectParticipation", &invitation, &parts, &among("bochum"))
            .await;
        table
            .seen_by(
                "SourceReference",
                &format!("quelle {invitation}"),
                &[],
                &among("bochum"),
            )
            .await;
        table
            .seen_by(
                "ProjectParticipation",
                &format!("witten in {project}"),
                &parts,
                &among("witten"),
            )
            .await;
    }
    // Whoever shares a network with any confirmed participant; an invitation opens nothing to the invited's network.
    let weser = [OF_HAGEN[1], &["werra", "coordinator of weser"]].concat();
    let list = ["{projects(first: 50){nodes{id}}}".to_owned()];
    table.seen_by("Project", "weit", &list, &weser).await;
    table.seen_by("Project", "gefragt", &list, OF_HAGEN[1]).await;
}
