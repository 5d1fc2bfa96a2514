//! Languages and time zones.

use serde_json::json;
use verbund_domain::values::localized::pick;
use verbund_domain::values::{LanguageTag, TimeZone};

#[test]
fn a_text_is_shown_in_the_language_wanted_or_its_nearest() {
    let translations = json!([
        {"language": "en-GB", "text": "Conference"},
        {"language": "de-AT", "text": "Tagung"},
        {"language": "tr", "text": "Konferans"},
        {"language": "fr", "text": ""},
    ]);
    for (wanted, text) in [
        (None, "Fachtag"),
        (Some("de"), "Fachtag"),
        (Some("de-AT"), "Tagung"),
        (Some("de-CH"), "Fachtag"),
        (Some("TR"), "Konferans"),
        (Some("tr-CY"), "Konferans"),
        (Some("en"), "Conference"),
        (Some("en-US"), "Conference"),
        (Some("fr"), "Fachtag"),
        (Some("ar"), "Fachtag"),
        (Some(""), "Fachtag"),
    ] {
        assert_eq!(pick("de", "Fachtag", &translations, wanted), text, "{wanted:?}");
    }
    for nothing in [json!(null), json!({}), json!([]), json!(["tr", {"language": 1}])] {
        assert_eq!(pick("de", "Fachtag", &nothing, Some("tr")), "Fachtag");
    }
}

#[test]
fn a_language_is_written_in_one_way() {
    for (given, tag, primary) in [
        ("de", "de", "de"),
        ("DE-at", "de-AT", "de"),
        ("ZH-hant-tw", "zh-Hant-TW", "zh"),
        ("es-419", "es-419", "es"),
        ("kmr", "kmr", "kmr"),
    ] {
        let language = LanguageTag::parse(given).unwrap();
        assert_eq!((language.as_str(), language.primary()), (tag, primary));
    }
    for wrong in [
        "",
        "d",
        "deutsch",
        "de_DE",
        "de-",
        "de-x-leicht",
        "de-DE-1996",
        "de-AT-Latn",
        "ä1",
    ] {
        assert!(LanguageTag::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_time_zone_has_the_name_that_calendars_know() {
    assert_eq!(TimeZone::parse("Europe/Berlin").unwrap(), TimeZone::GERMANY);
    assert_eq!(TimeZone::GERMANY.as_str(), "Europe/Berlin");
    for wrong in ["", "MESZ", "Europe/Hagen", "+01:00"] {
        assert!(TimeZone::parse(wrong).is_err(), "{wrong}");
    }
}
