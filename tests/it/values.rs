//! What can be written into a field, and what becomes of it.

mod contact;
mod date;
mod key;
mod language;
mod name;
mod search;
mod similar;

use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema, to_value};
use serde_json::{Value, json};
use verbund_domain::error::UserErrorCode;
use verbund_domain::values::{
    Ags, ApproximateCount, ApproximateCountInput, Edtf, FederalState, LocalizedText, PartialDate, PhoneNumber, TextRule,
};
use verbund_entity::CountQualifier::{About, AtLeast, Exact, LessThan, MoreThan};

struct Query;

#[Object]
impl Query {
    async fn date(&self, edtf: Edtf) -> PartialDate {
        edtf.into_date()
    }
    async fn count(&self, count: ApproximateCountInput) -> async_graphql::Result<ApproximateCount> {
        Ok(count.count()?)
    }
    async fn phone(&self, number: PhoneNumber) -> PhoneNumber {
        number
    }
    async fn state(&self, ags: Ags) -> Option<FederalState> {
        ags.state()
    }
    async fn text(&self, text: LocalizedText) -> LocalizedText {
        text
    }
}

async fn answer(query: &str) -> async_graphql::Response {
    Schema::build(Query, EmptyMutation, EmptySubscription)
        .finish()
        .execute(query)
        .await
}

async fn data(query: &str) -> Value {
    let response = answer(query).await;
    assert!(response.errors.is_empty(), "{:?}", response.errors);
    response.data.into_json().unwrap()
}

#[tokio::test]
async fn a_value_stored_as_json_is_what_the_api_shows() {
    for edtf in ["2023", "2023-04", "2023-24~", "2023-04-17"] {
        let shown = data(&format!(
            "{{ date(edtf: \"{edtf}\") {{ edtf earliest latest precision }} }}"
        ))
        .await;
        let stored = to_value(PartialDate::parse(edtf).unwrap())
            .unwrap()
            .into_json()
            .unwrap();
        assert_eq!(shown["date"], stored);
    }
    for (name, qualifier) in [
        ("EXACT", Exact),
        ("ABOUT", About),
        ("MORE_THAN", MoreThan),
        ("LESS_THAN", LessThan),
        ("AT_LEAST", AtLeast),
    ] {
        let shown = data(&format!(
            "{{ count(count: {{value: 100, qualifier: {name}}}) {{ value qualifier }} }}"
        ))
        .await;
        let stored = to_value(ApproximateCount::new(100, qualifier).unwrap())
            .unwrap()
            .into_json()
            .unwrap();
        assert_eq!(shown["count"], stored);
        assert_eq!(stored, json!({"value": 100, "qualifier": name}));
    }
    let shown = data(r#"{ text(text: {language: "DE-at", text: "Jänner"}) { language text } }"#).await;
    let stored: LocalizedText = serde_json::from_value(shown["text"].clone()).unwrap();
    assert_eq!(to_value(&stored).unwrap().into_json().unwrap(), shown["text"]);
    assert_eq!(shown["text"]["language"], "de-AT");
}

#[tokio::test]
async fn a_telephone_number_is_shown_in_one_form_and_a_state_by_its_english_name() {
    let shown = data(r#"{ phone(number: "0 30 / 231 25-0 75") state(ags: "05914000") }"#).await;
    assert_eq!(
        shown,
        json!({"phone": "+493023125075", "state": "NORTH_RHINE_WESTPHALIA"})
    );
}

#[tokio::test]
async fn a_wrong_value_is_named_with_an_example() {
    let response = answer("{ date(edtf: \"2023-13\") { edtf } }").await;
    let message = &response.errors[0].message;
    assert!(
        message.contains(r#"Invalid Edtf "2023-13": expected e.g. "2023", "2023-04" or "2023-21"."#),
        "{message}"
    );
    let response = answer("{ date(edtf: 2023) { edtf } }").await;
    assert!(
        response.errors[0].message.contains("Invalid Edtf \"2023\""),
        "{}",
        response.errors[0].message
    );
}

#[test]
fn a_wrong_value_is_shown_back_cut_at_80_characters() {
    let message = Ags::parse(&"ü".repeat(81)).unwrap_err().to_string();
    assert!(message.contains(&format!("\"{}…\"", "ü".repeat(80))), "{message}");
    let message = Ags::parse(&"ü".repeat(80)).unwrap_err().to_string();
    assert!(message.contains(&format!("\"{}\"", "ü".repeat(80))), "{message}");
}

#[test]
fn a_sum_is_as_exact_as_its_weakest_part() {
    for (parts, value, qualifier) in [
        (vec![(18, Exact), (22, Exact)], 40, Exact),
        (vec![(18, Exact), (100, MoreThan)], 118, MoreThan),
        (vec![(80, About), (100, MoreThan)], 180, About),
        (vec![(80, AtLeast), (100, MoreThan)], 180, AtLeast),
        (vec![(80, LessThan), (10, Exact)], 90, LessThan),
        (vec![(80, LessThan), (10, MoreThan)], 90, About),
        (vec![(80, LessThan), (10, AtLeast), (1, Exact)], 91, About),
        (vec![(i32::MAX, Exact), (1, Exact)], i32::MAX, Exact),
    ] {
        let counts: Vec<_> = parts
            .iter()
            .map(|(value, qualifier)| ApproximateCount::new(*value, *qualifier).unwrap())
            .collect();
        let sum = ApproximateCount::new(value, qualifier).ok();
        assert_eq!(ApproximateCount::sum(counts.iter().copied()), sum, "{parts:?}");
        assert_eq!(
            ApproximateCount::sum(counts.iter().rev().copied()),
            sum,
            "the other way round: {parts:?}"
        );
    }
    assert_eq!(ApproximateCount::sum([]), None);
}

#[test]
fn nobody_counts_below_zero() {
    assert!(ApproximateCount::new(-1, Exact).is_err());
    assert!(ApproximateCount::new(0, Exact).is_ok());
}

#[test]
fn a_text_says_what_is_wrong_with_it() {
    let rule = TextRule::line(5);
    assert_eq!(rule.check("  Straß "), Ok("Straß".to_owned()));
    assert_eq!(
        rule.check("u\u{308}u\u{308}u\u{308}u\u{308}u\u{308}"),
        Ok("üüüüü".to_owned()),
        "counted as it is read"
    );
    assert_eq!(rule.check(" \u{a0} "), Err(UserErrorCode::Required));
    assert_eq!(rule.check("Straße"), Err(UserErrorCode::TooLong));
    for wrong in ["a\nb", "a\tb", "a\0b", "a\u{7f}b", "a\u{202e}b", "a\u{2028}b"] {
        assert_eq!(rule.check(wrong), Err(UserErrorCode::Invalid), "{wrong:?}");
    }
    let lines = TextRule::lines(5);
    assert_eq!(lines.check("a\r\nb\tc"), Ok("a\nb\tc".to_owned()));
    assert_eq!(lines.check("a\0b"), Err(UserErrorCode::Invalid));
    assert_eq!(rule.check_optional(None), Ok(None));
    assert_eq!(rule.check_optional(Some("  ")), Ok(None));
    assert_eq!(rule.check_optional(Some(" a ")), Ok(Some("a".to_owned())));
    assert_eq!(rule.check_optional(Some("aaaaaa")), Err(UserErrorCode::TooLong));
}
