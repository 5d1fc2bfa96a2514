//! What is said of a value that cannot be read, and how a value type becomes a GraphQL scalar.

use async_graphql::{InputType, InputValueError, InputValueResult, Value};

/// So many characters of a value are shown back, as they are shown: enough to find it, too little to flood a log.
const SHOWN: usize = 80;

/// A value that is not what its type asks for. In English, with an example, because nobody knows yet who asks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Invalid {kind} \"{given}\": expected e.g. {example}.")]
pub struct Malformed {
    kind: &'static str,
    /// Escaped and cut.
    given: String,
    example: &'static str,
}

impl Malformed {
    pub(crate) fn new(kind: &'static str, given: &str, example: &'static str) -> Self {
        Malformed {
            kind,
            given: shown(given),
            example,
        }
    }
}

/// The value with escapes for what cannot be seen. Cut afterwards, and between two of them: 80 invisible characters
/// would otherwise come to 640, and no room be left for the example.
fn shown(given: &str) -> String {
    let (mut shown, mut length) = (String::new(), 0);
    for c in given.chars() {
        let escaped: String = match c {
            '\'' => c.into(),
            c => c.escape_debug().collect(),
        };
        length += escaped.chars().count();
        if length > SHOWN {
            shown.push('…');
            break;
        }
        shown.push_str(&escaped);
    }
    shown
}

impl Malformed {
    /// The same in German.
    pub fn german(&self) -> String {
        format!(
            "\"{}\" ist nicht, was {} verlangt; richtig ist z. B. {}.",
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
