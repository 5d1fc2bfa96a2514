//! The official keys of municipalities and districts.

use verbund_domain::values::reference::{confirmed, entries, look_up};
use verbund_domain::values::{Ags, Ars, DistrictKey, FederalState};
use verbund_entity::municipality::MunicipalityKind;

#[test]
fn the_keys_of_the_cities_are_confirmed_by_the_bundled_list() {
    use MunicipalityKind::{CityState, District, DistrictTown, IndependentCity};
    for (key, name, kind) in [
        ("05914000", "Hagen", IndependentCity),
        ("05911000", "Bochum", IndependentCity),
        ("05512000", "Bottrop", IndependentCity),
        ("05913000", "Dortmund", IndependentCity),
        ("05112000", "Duisburg", IndependentCity),
        ("05113000", "Essen", IndependentCity),
        ("05513000", "Gelsenkirchen", IndependentCity),
        ("05117000", "Mülheim an der Ruhr", IndependentCity),
        ("05119000", "Oberhausen", IndependentCity),
        ("05916000", "Herne", IndependentCity),
        ("05124000", "Wuppertal", IndependentCity),
        ("05711000", "Bielefeld", IndependentCity),
        ("05111000", "Düsseldorf", IndependentCity),
        ("05315000", "Köln", IndependentCity),
        ("05774032", "Paderborn", DistrictTown),
        ("06636003", "Eschwege", DistrictTown),
        ("05770", "Kreis Minden-Lübbecke", District),
        ("06636", "Werra-Meißner-Kreis", District),
        ("05334", "Städteregion Aachen", MunicipalityKind::CityRegion),
        ("02000000", "Hamburg", CityState),
    ] {
        let entry = look_up(key).unwrap_or_else(|| panic!("{key} {name}"));
        assert_eq!((entry.name, entry.kind), (name, kind), "{key}");
    }
    assert_eq!(look_up("05914").map(|entry| entry.name), Some("Hagen"));
}

#[test]
fn every_key_of_the_bundled_list_obeys_the_rules_and_lies_in_its_district() {
    assert!(entries().len() > 11_000);
    for pair in entries().windows(2) {
        assert!(pair[0].key < pair[1].key, "{} before {}", pair[0].key, pair[1].key);
    }
    for entry in entries() {
        assert!(confirmed(entry.key));
        match entry.kind {
            MunicipalityKind::District | MunicipalityKind::CityRegion => {
                assert!(!DistrictKey::parse(entry.key).unwrap().is_independent_city());
                assert!(
                    Ags::parse(&format!("{}000", entry.key)).is_err(),
                    "{} padded",
                    entry.key
                );
            }
            kind => {
                let ags = Ags::parse(entry.key).unwrap();
                let city = matches!(kind, MunicipalityKind::IndependentCity | MunicipalityKind::CityState);
                assert_eq!(ags.is_independent_city(), city, "{}", entry.key);
                assert!(confirmed(ags.district()) && ags.state().is_some());
            }
        }
    }
}

#[test]
fn a_key_that_cannot_be_is_refused() {
    for key in [
        "",
        "5914000",
        "059140000",
        "0591400a",
        "00914000",
        "17914000",
        "05770000",
        "05774000",
        "05970000",
        "05000000",
        "05100000",
        "05914001",
        "０5914000",
    ] {
        assert!(Ags::parse(key).is_err(), "{key}");
    }
    for key in ["", "5770", "05770000", "05000", "05500", "17001"] {
        assert!(DistrictKey::parse(key).is_err(), "{key}");
    }
    for key in ["", "05914000", "170000000000", "05914000000x", "050000000000"] {
        assert!(Ars::parse(key).is_err(), "{key}");
    }
}

#[test]
fn a_key_that_is_not_in_the_list_is_accepted_but_unconfirmed() {
    for key in ["05774999", "03159016"] {
        assert!(Ags::parse(key).is_ok() && !confirmed(key), "{key}");
    }
    assert!(DistrictKey::parse("03159").is_ok() && !confirmed("03159"));
}

#[test]
fn a_regional_key_agrees_with_the_other_keys_of_the_same_place() {
    let ars = |key| Ars::parse(key).unwrap();
    let (eschwege, hagen) = (Ags::parse("06636003").unwrap(), Ags::parse("05914000").unwrap());
    let (district, other) = (
        DistrictKey::parse("06636").unwrap(),
        DistrictKey::parse("05770").unwrap(),
    );
    assert_eq!(ars("066360003003").ags(), "06636003");
    assert!(ars("066360003003").agrees(Some(&eschwege), None));
    assert!(ars("066360003003").agrees(Some(&eschwege), Some(&district)));
    assert!(ars("066360000000").agrees(None, Some(&district)));
    assert!(
        !ars("066360003003").agrees(None, Some(&district)),
        "a town's, not the district's"
    );
    assert!(!ars("066360003003").agrees(Some(&hagen), None));
    assert!(!ars("066360003003").agrees(Some(&eschwege), Some(&other)));
}

#[test]
fn a_key_begins_with_its_state() {
    let state = |key| Ags::parse(key).unwrap().state();
    assert_eq!(state("05914000"), Some(FederalState::NorthRhineWestphalia));
    assert_eq!(state("06636003"), Some(FederalState::Hesse));
    assert_eq!(FederalState::ALL.len(), 16);
    for (number, state) in (1..).zip(FederalState::ALL) {
        assert_eq!(state.number(), format!("{number:02}"));
    }
}
