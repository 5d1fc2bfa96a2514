//! What the operator sets: flag before environment, environment before file, file before default.
//!
//! Everything comes from one table, [`SETTINGS`]: loading, the flags, `check-config`, the documentation, and the warning
//! about a variable that nobody reads.

mod load;
mod parse;
mod table;

pub use load::{Loaded, Problems, load};
pub use table::{SETTINGS, Setting, markdown};

use crate::http::{Limits, Network};
use std::net::SocketAddr;
use std::path::PathBuf;

/// The configuration, complete and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// `sqlite://FILE` or `postgres://…`.
    pub database_url: String,
    pub listen: SocketAddr,
    /// `None`: no metrics.
    pub metrics_listen: Option<SocketAddr>,
    /// Without a slash at its end. The issuer of tokens; the audience is it + `/graphql`.
    pub public_url: String,
    /// Whether browsers get GraphiQL at `/graphql`.
    pub graphiql: bool,
    pub key_file: PathBuf,
    /// Origins whose pages may call the API from a browser.
    pub cors_origins: Vec<String>,
    /// Proxies whose word about the client's address is believed.
    pub trusted_proxies: Vec<Network>,
    /// A filter of tracing-subscriber.
    pub log: String,
    pub log_format: LogFormat,
    pub limits: Limits,
}

/// How a line of the log looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}
