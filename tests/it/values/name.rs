//! Names: in addresses, and in order.

use verbund_domain::values::Slug;
use verbund_domain::values::fold::order_key;
use verbund_domain::values::slug::slug;

#[test]
fn a_name_becomes_a_readable_address() {
    for (name, address) in [
        ("Mülheim an der Ruhr", "muelheim-an-der-ruhr"),
        ("Integration.Interkommunal", "integration-interkommunal"),
        ("  Straße  & Weg – 2. Fachtag!", "strasse-weg-2-fachtag"),
        ("Aslı Çağ", "asli-cag"),
        ("ÄÖÜ ẞ", "aeoeue-ss"),
        ("u\u{308}ber", "ueber"),
        ("***", ""),
    ] {
        assert_eq!(slug(name), address);
        assert_eq!(Slug::of(name).is_some(), !address.is_empty());
    }
    assert_eq!(
        slug(&"wort ".repeat(40)),
        vec!["wort"; 16].join("-"),
        "cut between words"
    );
    assert_eq!(slug(&"w".repeat(100)), "w".repeat(80));
}

#[test]
fn a_taken_address_gets_a_number_and_stays_an_address() {
    assert_eq!(Slug::parse("fachtag").unwrap().numbered(2).as_str(), "fachtag-2");
    for length in 60..=80 {
        for number in [2, 10, u32::MAX] {
            let numbered = Slug::of(&"ab-".repeat(length / 3 + 1)).unwrap().numbered(number);
            assert!(Slug::parse(numbered.as_str()).is_ok(), "{}", numbered.as_str());
        }
    }
    for wrong in ["", "-", "a--b", "-a", "a-", "A", "ü", "a b", "a_b", "a/b"] {
        assert!(Slug::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn names_are_ordered_as_in_a_german_dictionary() {
    let sorted = [
        "Aachen",
        "Ägäis",
        "Aßlar",
        "Asslar-Süd",
        "Bad Hersfeld",
        "Baden-Baden",
        "Badenweiler",
        "Bochum",
        "Çelik",
        "Essen",
        "Köln",
        "Kolnhausen",
        "Muldenstein",
        "Mülheim an der Ruhr",
        "Mülheimer",
        "Müller",
        "Mullerhof",
        "Özil",
        "Şahin",
        "Ulm",
    ];
    let mut names = sorted.to_vec();
    names.reverse();
    names.sort_by_key(|name| order_key(name));
    assert_eq!(names, sorted);
    assert_eq!(order_key("STRASSE"), order_key("Straße"));
    assert_eq!(order_key("Müller"), order_key("Mu\u{308}ller"));
    assert_eq!(order_key("  „Café“ "), "cafe");
}
