use verbund_domain::values::similar::similarity;

#[test]
fn case_diacritics_and_punctuation_make_no_difference() {
    assert_eq!(similarity("Nähwerkstatt Süd e. V.", "NAHWERKSTATT SUD e.V"), 1.0);
    assert_eq!(similarity("Chor", "CHÖR!"), 1.0);
    assert!(similarity("Frauencafé", "frauen-cafe") >= 0.85);
}

#[test]
fn a_slip_of_the_pen_is_alike_and_another_word_is_not() {
    assert!(similarity("Treffpunkt Altenhagen", "Trefpunkt Altenhagen") >= 0.85);
    assert!(similarity("Treffpunkt Altenhagen", "Treffpunkt Vorhalle") < 0.85);
}

#[test]
fn it_is_the_same_from_both_sides_and_nothing_is_like_nothing() {
    let (one, other) = ("Sängerbund", "Männerchor");
    assert_eq!(similarity(one, other), similarity(other, one));
    assert_eq!(similarity("", ""), 0.0);
    assert_eq!(similarity("…", "!"), 0.0);
}
