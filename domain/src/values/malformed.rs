//! What is said of a value that cannot be read, and how a value type becomes a GraphQL scalar.

use async_graphql::{InputType, InputValueError, InputValueResult, Value};

/// So much of a value is shown back: enough to find it, too little to flood a log.
const SHOWN: usize = 80;

/// A value that is not what its type asks for. In English, with an example, because nobody knows yet who asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Invalid {kind} {given:?}: expected e.g. {example}.")]
pub struct Malformed {
    kind: &'static str,
    given: String,
    example: &'static str,
}

impl Malformed {
    pub(crate) fn new(kind: &'static str, given: &str, example: &'static str) -> Self {
        let mut shown: String = given.chars().take(SHOWN).collect();
        if shown.len() < given.len() {
            shown.push('…');
        }
        Malformed {
            kind,
            given: shown,
            example,
        }
    }
}

impl Malformed {
    /// The same in German.
    pub fn german(&self) -> String {
        format!(
            "{:?} ist nicht, was {} verlangt; richtig ist z. B. {}.",
            self.given, self.kind, self.example
        )
    }
}

/// A value that is written as text.
pub(crate) trait Written: Sized {
    const KIND: &'static str;
    const EXAMPLE: &'static str;

    /// Reads the text, `None` if it is not such a value.
    fn read(text: &str) -> Option<Self>;

    fn parse_text(text: &str) -> Result<Self, Malformed> {
        Self::read(text).ok_or_else(|| Malformed::new(Self::KIND, text, Self::EXAMPLE))
    }
}

pub(crate) fn parse_value<T: Written + InputType>(value: Value) -> InputValueResult<T> {
    match value {
        Value::String(text) => T::parse_text(&text).map_err(InputValueError::custom),
        other => Err(InputValueError::custom(Malformed::new(
            T::KIND,
            &other.to_string(),
            T::EXAMPLE,
        ))),
    }
}

/// Makes a type that is `Written` a scalar, shown as its `as_str()`.
macro_rules! text_scalar {
    ($(#[$about:meta])* $name:ident $(at $url:tt)?, like $example:tt) => {
        impl $name {
            /// Reads the value from text.
            pub fn parse(text: &str) -> Result<Self, $crate::values::Malformed> {
                <Self as $crate::values::malformed::Written>::parse_text(text)
            }
        }

        impl $crate::values::malformed::Written for $name {
            const KIND: &'static str = stringify!($name);
            const EXAMPLE: &'static str = $example;

            fn read(text: &str) -> Option<Self> {
                Self::read_text(text.trim())
            }
        }

        $(#[$about])*
        #[async_graphql::Scalar($(specified_by_url = $url)?)]
        impl async_graphql::ScalarType for $name {
            fn parse(value: async_graphql::Value) -> async_graphql::InputValueResult<Self> {
                $crate::values::malformed::parse_value(value)
            }

            fn to_value(&self) -> async_graphql::Value {
                async_graphql::Value::String(self.as_str().to_owned())
            }
        }
    };
}
