//! What one request may ask for. Most of it can be configured (`config/table.rs`); none is off by default.

use std::time::Duration;

/// The limits of the request gate, in the order in which they are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a request body, counted while it arrives.
    pub body_bytes: usize,
    /// How long a body may take to arrive.
    pub body_time: Duration,
    /// Lexical tokens of a document, counted before it is parsed.
    pub tokens: usize,
    /// Brackets open at once in a document, counted before it is parsed.
    pub nesting: usize,
    /// Directives in the whole document, wherever they stand.
    pub directives: usize,
    /// Selected fields after every fragment is expanded; `__typename` counts like any other.
    pub fields: u64,
    /// Fields from the root to a leaf.
    pub depth: u64,
    /// Aliases after every fragment is expanded.
    pub aliases: u64,
    /// Different response keys at the root of a query.
    pub root_fields: usize,
    /// Different response keys at the root of a mutation.
    pub mutation_root_fields: usize,
    /// Attempts to sign in within one document.
    pub sign_ins: usize,
    /// Bytes of the values of arguments where they are used, fragments expanded and variables put in.
    pub value_bytes: u64,
    /// Objects that the document can ask for: each list multiplied by its page size.
    pub cost: u64,
    /// The size of a page that does not say its own.
    pub page_default: u64,
    /// The largest page; also what a page of unknown size counts.
    pub page_max: u64,
    /// What a list that has no pages counts.
    pub plain_list: u64,
    /// The allowance of `__schema` and `__type`: expanded fields below them.
    pub introspection_fields: u64,
    /// The allowance of `__schema` and `__type`: fields from the root to a leaf.
    pub introspection_depth: u64,
    /// The allowance of `__schema` and `__type`: lists of a type's parts (`fields`, `interfaces`, `possibleTypes`,
    /// `inputFields`) within one another. A circle needs more than the usual tools do.
    pub introspection_lists: u64,
    /// The allowance of `__schema` and `__type`: about what the answer comes to.
    pub introspection_parts: u64,
    /// How long a query may take, from the opening of its session.
    pub query_time: Duration,
    /// How long the answer to a mutation is waited for; the mutation itself runs to its end.
    pub mutation_time: Duration,
    /// How long the database may take to say that it is there.
    pub ready_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            body_bytes: 128 * 1024,
            body_time: Duration::from_secs(10),
            tokens: 4_000,
            nesting: 50,
            directives: 50,
            fields: 5_000,
            depth: 12,
            aliases: 30,
            root_fields: 15,
            mutation_root_fields: 5,
            sign_ins: 1,
            value_bytes: 1024 * 1024,
            cost: 10_000,
            page_default: 20,
            page_max: 100,
            plain_list: 10,
            introspection_fields: 600,
            introspection_depth: 24,
            introspection_lists: 1,
            introspection_parts: 2_000_000,
            query_time: Duration::from_secs(10),
            mutation_time: Duration::from_secs(15),
            ready_time: Duration::from_secs(2),
        }
    }
}
