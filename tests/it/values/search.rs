//! What is found by which words.

use verbund_domain::values::fold::{search_text, search_words};

/// As the database asks: each word, with a blank before it, somewhere in the text.
fn finds(query: &str, text: &[&str]) -> bool {
    let text = search_text(text);
    let words = search_words(query);
    !words.is_empty() && words.iter().all(|word| text.contains(&format!(" {word}")))
}

#[test]
fn a_name_is_found_however_its_letters_are_typed() {
    for (query, text) in [
        ("Mueller", "Müller"),
        ("Müller", "Mueller"),
        ("müller", "MÜLLER"),
        ("Muller", "Müller"),
        ("Mu\u{308}ller", "Müller"),
        ("Müller", "Mu\u{308}ller"),
        ("Muelheim", "Mülheim an der Ruhr"),
        ("mül ruh", "Mülheim an der Ruhr"),
        ("Ruhr Mülheim", "Mülheim an der Ruhr"),
        ("Strasse", "Straße"),
        ("straße", "STRASSE"),
        ("Celik", "Çelik"),
        ("asli", "Aslı"),
        ("ASLI", "Aslı"),
        ("Şahin", "Sahin"),
        ("sahin", "Şahin"),
        ("Istanbul", "İstanbul"),
        ("Ozturk", "Öztürk"),
        ("Oeztuerk", "Öztürk"),
        ("Duisburg Essen", "Universität Duisburg-Essen"),
        ("Duisburg-Essen", "Universität Duisburg Essen"),
        ("stadt-x.example", "vielfalt@stadt-x.example"),
        ("Akteur", "Akteur*innen"),
        ("Akteur*innen", "Akteur:innen"),
        ("Sprecher", "Sprecher_in der Städte"),
        ("Rat", "Bürger*innenrat"),
        ("0591", "05914000"),
        ("Fach", "Der „Fachtag“"),
    ] {
        assert!(
            finds(query, &[text]),
            "{query:?} in {text:?}: {:?} in {:?}",
            search_words(query),
            search_text(&[text])
        );
    }
}

#[test]
fn a_word_is_found_from_its_beginning_only_and_all_words_must_be_there() {
    for (query, text) in [
        ("heim", "Mülheim"),
        ("Mülheim Essen", "Mülheim an der Ruhr"),
        ("innen", "Akteur*innen und Sprecher:in"),
        ("", "Mülheim"),
        ("%", "Mülheim"),
        ("_", "Mülheim"),
        ("* \\ ' \"", "Mülheim"),
    ] {
        assert!(!finds(query, &[text]), "{query:?} in {text:?}");
    }
    assert!(
        finds("innenstadt", &["Ort:Innenstadt"]),
        "a colon is no gender mark before a capital"
    );
    assert!(finds("info", &["Info:international"]) && finds("international", &["Info:international"]));
}

#[test]
fn the_search_text_holds_each_spelling_of_each_word_once() {
    assert_eq!(
        search_text(&["Mülheim an der Ruhr", "an der Mülheim"]),
        " muelheim mulheim an der ruhr"
    );
    assert_eq!(search_text(&[]), "");
    assert_eq!(search_text(&["–", "Straße"]), " strasse");
}

#[test]
fn a_query_needs_no_escaping_and_stays_small() {
    assert_eq!(
        search_words("50% _a\\b' or 1=1 Müller müller"),
        ["50", "a", "b", "or", "1", "mueller"]
    );
    assert_eq!(search_words("a b c d e f g h i j").len(), 8);
    assert_eq!(search_words(&"ü".repeat(100)), [["ue"; 20].concat()]);
    for character in (0..0x3000).filter_map(char::from_u32) {
        for word in search_words(&format!("{character}x{character}")) {
            assert!(
                word.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()),
                "{character:?} {word:?}"
            );
        }
    }
}
