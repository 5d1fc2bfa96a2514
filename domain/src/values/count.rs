//! A number that is as exact as it is: "über 100", "rund 80".

use super::Malformed;
use async_graphql::{InputObject, SimpleObject};
use sea_orm::ActiveEnum;
use serde::{Serialize, Serializer};
use verbund_entity::CountQualifier;

/// A number of people or things, and how exact it is (ungefähre Anzahl).
#[derive(SimpleObject, Serialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct ApproximateCount {
    /// Zero or more.
    pub value: i32,
    /// Whether the number is exact, near, or a bound (Genauigkeit).
    #[serde(serialize_with = "as_stored")]
    pub qualifier: CountQualifier,
}

/// A number of people or things to be entered (ungefähre Anzahl).
#[derive(InputObject, Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApproximateCountInput {
    /// Zero or more.
    pub value: i32,
    /// Whether the number is exact, near, or a bound (Genauigkeit).
    #[graphql(default_with = "CountQualifier::Exact")]
    pub qualifier: CountQualifier,
}

impl ApproximateCountInput {
    /// The count, unless it is below zero.
    pub fn count(self) -> Result<ApproximateCount, Malformed> {
        ApproximateCount::new(self.value, self.qualifier)
    }
}

impl ApproximateCount {
    pub fn new(value: i32, qualifier: CountQualifier) -> Result<Self, Malformed> {
        if value < 0 {
            return Err(Malformed::new("ApproximateCount", &value.to_string(), "0 or 100"));
        }
        Ok(ApproximateCount { value, qualifier })
    }

    /// A stored count as the API shows it.
    pub fn shown(value: i64, qualifier: &str) -> async_graphql::Value {
        let fields = [
            ("value", value.into()),
            ("qualifier", async_graphql::Value::from(qualifier)),
        ];
        async_graphql::Value::Object(
            fields
                .map(|(name, value)| (async_graphql::Name::new(name), value))
                .into_iter()
                .collect(),
        )
    }

    /// The sum, as exact as its weakest part; `None` of nothing. Stops at the greatest `Int`.
    pub fn sum(counts: impl IntoIterator<Item = ApproximateCount>) -> Option<ApproximateCount> {
        counts.into_iter().reduce(|sum, count| ApproximateCount {
            value: sum.value.saturating_add(count.value),
            qualifier: weaker(sum.qualifier, count.qualifier),
        })
    }
}

/// What still holds of a sum. "At least" says less than "more than"; a bound from below and one from above leave only "about".
fn weaker(one: CountQualifier, other: CountQualifier) -> CountQualifier {
    use CountQualifier::{About, AtLeast, Exact, LessThan, MoreThan};
    match (one, other) {
        (Exact, qualifier) | (qualifier, Exact) => qualifier,
        (LessThan, LessThan) => LessThan,
        (MoreThan, MoreThan) => MoreThan,
        (AtLeast, AtLeast | MoreThan) | (MoreThan, AtLeast) => AtLeast,
        (About, _) | (_, About) | (LessThan, _) | (_, LessThan) => About,
    }
}

fn as_stored<S: Serializer>(qualifier: &CountQualifier, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&qualifier.to_value())
}
