//! The command line. Standard output carries results only; the log and every complaint go to standard error.

mod backup;
mod check_config;
mod database;
mod demo;
mod demo_logins;
mod expire;
mod failure;
mod folder;
mod migrate;
mod output;
mod reference;
mod schema;
mod seed;
mod serve;
mod stop;
mod token;
mod user;

pub use failure::Failure;

use crate::config::{self, Config, Loaded, Problems, SETTINGS};
use crate::telemetry;
use clap::{Arg, ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

/// Contacts, projects and meetings of networks of cities.
#[derive(Parser)]
#[command(name = "verbund", version)]
struct Cli {
    /// A TOML file with settings
    #[arg(long, value_name = "FILE", global = true, help_heading = "Settings")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show a network of Ruhr cities, with invented persons, on a database that goes away
    Demo(demo::Demo),
    /// Run the server
    Serve,
    /// Bring the database's structure up to date
    Migrate(migrate::Migrate),
    /// Fill an empty database
    Seed(seed::Seed),
    /// Print the GraphQL schema
    Schema,
    /// Keep accounts and their roles
    #[command(subcommand)]
    User(user::User),
    /// Print an access token of an account
    Token(token::Token),
    /// Take over official keys and names
    #[command(subcommand)]
    Reference(reference::Reference),
    /// Copy a SQLite database while it is in use
    Backup(backup::Backup),
    /// Mark invitations that nobody has answered in time; a server does so every hour
    Expire,
    /// Say what is wrong with the configuration
    CheckConfig,
}

/// Runs the program: 0 done, 1 failed, 2 wrong usage or configuration.
pub fn main() -> ExitCode {
    let matches = match command().try_get_matches() {
        Ok(matches) => matches,
        Err(usage) => {
            let shown = usage.print();
            return if shown.is_ok() && usage.exit_code() == 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(2)
            };
        }
    };
    match run(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let cli = Cli::from_arg_matches(matches).map_err(|usage| Failure::Usage(usage.to_string()))?;
    let loaded = load(&cli, matches);
    if matches!(cli.command, Command::CheckConfig) {
        return check_config::run(loaded);
    }
    let Loaded { config, warnings } = loaded.map_err(|problems| Failure::Usage(problems.to_string()))?;
    telemetry::start(&config);
    for warning in warnings {
        tracing::warn!("{warning}");
    }
    if matches!(cli.command, Command::Schema) {
        return schema::run();
    }
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::failed)?;
    runtime.block_on(perform(cli.command, config))
}

async fn perform(command: Command, config: Config) -> Result<(), Failure> {
    match command {
        Command::Demo(demo) => demo::run(demo, config).await,
        Command::Serve => serve::run(config).await,
        Command::Migrate(migrate) => migrate::run(migrate, &config).await,
        Command::Seed(seed) => seed::run(seed, &config).await,
        Command::User(user) => user::run(user, &config).await,
        Command::Token(token) => token::run(token, &config).await,
        Command::Reference(reference) => reference::run(reference, &config).await,
        Command::Backup(backup) => backup::run(backup, &config).await,
        Command::Expire => expire::run(&config).await,
        Command::Schema | Command::CheckConfig => Ok(()),
    }
}

fn load(cli: &Cli, matches: &ArgMatches) -> Result<Loaded, Problems> {
    let mut flags = BTreeMap::new();
    for setting in SETTINGS {
        if let Some(value) = matches.get_one::<String>(setting.name) {
            flags.insert(setting.name, value.clone());
        }
    }
    config::load(&flags, cli.config.as_deref(), std::env::vars_os())
}

/// The commands, with a flag for every setting.
fn command() -> clap::Command {
    let flags = SETTINGS.iter().map(|setting| {
        Arg::new(setting.name)
            .long(setting.flag())
            .value_name("VALUE")
            .help(format!("{} [default: {}]", setting.about, setting.default))
            .global(true)
            .help_heading("Settings")
            .hide_short_help(true)
    });
    Cli::command().args(flags)
}
