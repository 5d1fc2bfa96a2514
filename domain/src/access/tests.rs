use super::*;
use crate::viewer::Grant;
use crate::viewer::Language;
use chrono::DateTime;

const HAGEN: i64 = 1;
const HERNE: i64 = 2;
const RUHR: i64 = 10;

fn somebody(place: Place, role: Role, active: &[i64]) -> Viewer {
    Viewer {
        grants: vec![Grant { place, role }],
        active: active.to_vec(),
        ..Viewer::anonymous(DateTime::UNIX_EPOCH, Language::German)
    }
}

fn may(viewer: &Viewer, action: Action, owners: &Owners) -> bool {
    permits(&Policy::standard(), viewer, action, owners)
}

#[test]
fn a_role_counts_in_its_own_city_only() {
    let editor = somebody(Place::Municipality(HAGEN), Role::Editor, &[HAGEN, HERNE]);
    assert!(may(&editor, Action::ProjectCreate, &Owners::municipality(HAGEN)));
    assert!(!may(&editor, Action::ProjectCreate, &Owners::municipality(HERNE)));
}

#[test]
fn a_municipality_and_a_network_with_the_same_number_are_not_confused() {
    let editor = somebody(Place::Municipality(RUHR), Role::Editor, &[RUHR]);
    let coordinator = somebody(Place::Network(RUHR), Role::Coordinator, &[]);
    assert!(!may(&editor, Action::MeetingCreate, &Owners::network(RUHR)));
    assert!(!may(&coordinator, Action::MeetingCreate, &Owners::municipality(RUHR)));
    assert!(may(&coordinator, Action::MeetingCreate, &Owners::network(RUHR)));
}

#[test]
fn a_suspended_city_corrects_and_removes_but_does_not_publish() {
    let admin = somebody(Place::Municipality(HAGEN), Role::Admin, &[]);
    let hagen = Owners::municipality(HAGEN);
    assert!(may(&admin, Action::ContactPointUpdate, &hagen));
    assert!(may(&admin, Action::ParticipationWithdraw, &hagen));
    assert!(!may(&admin, Action::ContactPointPublish, &hagen));
    assert!(!may(&admin, Action::ParticipationConfirm, &hagen));
}

#[test]
fn nobody_without_a_role_of_an_owner_may_do_anything() {
    let here = [Owners::municipality(HAGEN), Owners::network(RUHR), Owners::default()];
    let strangers = [
        Viewer::anonymous(DateTime::UNIX_EPOCH, Language::German),
        somebody(Place::Installation, Role::Operator, &[HAGEN]),
        somebody(Place::Installation, Role::Auditor, &[HAGEN]),
        somebody(Place::Municipality(HAGEN), Role::Viewer, &[HAGEN]),
        somebody(Place::Municipality(HAGEN), Role::Operator, &[HAGEN]),
        somebody(Place::Municipality(HAGEN), Role::Coordinator, &[HAGEN]),
    ];
    for action in Action::all() {
        for viewer in &strangers {
            assert!(
                here.iter().all(|owners| !may(viewer, action, owners)),
                "{action:?} {viewer:?}"
            );
        }
    }
}

#[test]
fn every_action_has_a_name_of_its_own() {
    let mut names: Vec<_> = Action::all().map(Action::name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), rules(&Policy::standard()).len());
    assert!(names.contains(&"PROJECT_START"));
}
