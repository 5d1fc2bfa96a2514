//! Verbund's outside: HTTP, GraphQL, tokens, configuration and the command line.

pub mod app;
pub mod auth;
pub mod cli;
pub mod config;
pub mod graphql;
pub mod http;
pub mod server;
pub mod telemetry;
