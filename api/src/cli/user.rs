//! `verbund user add|invite|list|grant|revoke|lock|unlock|password`

use super::{Failure, database, output};
use crate::config::Config;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::io::{self, IsTerminal, Read};
use verbund_domain::account::{self, Cost, ListedUser, NewUser, Passwords, Role, Term};
use verbund_domain::clock::Clock;

#[derive(Subcommand)]
pub(super) enum User {
    /// Make an account with a first role; the password is read from standard input
    Add {
        /// How the person is called; the address if not said
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        held: Held,
    },
    /// Invite somebody to work for a municipality and print the secret that sets the account up; done again, a new one
    Invite {
        /// How the person is called; the address if not said
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        held: Held,
    },
    /// List the accounts: address, name, status and a role on each line, separated by tabs
    List,
    /// Give a role; in a municipality it replaces the one held there
    Grant {
        #[command(flatten)]
        held: Held,
        /// The last day that the role gives anything, e.g. 2026-12-31; for good if not said
        #[arg(long, value_name = "DAY")]
        until: Option<NaiveDate>,
        /// Address of somebody of the same municipality who is stood in for, a year at most; held beside one's own role
        #[arg(long, value_name = "EMAIL", requires = "until")]
        substitute_for: Option<String>,
    },
    /// Take a role away
    Revoke(Held),
    /// Lock an account, at once
    Lock {
        #[arg(long)]
        email: String,
    },
    /// Unlock an account, with the password that it had
    Unlock {
        #[arg(long)]
        email: String,
    },
    /// Give an account the password that is read from standard input; whoever is signed in with it is signed out
    Password {
        #[arg(long)]
        email: String,
    },
}

/// A role of somebody somewhere.
#[derive(Args)]
pub(super) struct Held {
    #[arg(long)]
    email: String,
    /// VIEWER, EDITOR or ADMIN in a municipality, COORDINATOR in a network, OPERATOR or AUDITOR
    #[arg(long, value_parser = role)]
    role: Role,
    /// AGS, district key or slug of the municipality
    #[arg(long, value_name = "KEY", conflicts_with = "network")]
    municipality: Option<String>,
    /// Slug of the network
    #[arg(long, value_name = "SLUG")]
    network: Option<String>,
}

pub(super) async fn run(user: User, config: &Config) -> Result<(), Failure> {
    let db = database::open(config).await?;
    let now = Clock::system().now();
    let place = async |held: &Held| {
        account::place_of(&db, held.role, held.municipality.as_deref(), held.network.as_deref()).await
    };
    match user {
        User::Add { name, held } => {
            let place = place(&held).await?;
            let password = password()?;
            let name = name.unwrap_or_else(|| held.email.clone());
            let new = NewUser {
                email: &held.email,
                name: &name,
                password: &password,
            };
            account::add_user(&db, &Passwords::new(Cost::OWASP)?, new, now).await?;
            account::grant_role(&db, &held.email, place, held.role, now).await?;
        }
        User::List => output::print(&account::list_users(&db).await?.iter().map(lines).collect::<String>())?,
        User::Invite { name, held } => {
            let place = place(&held).await?;
            let name = name.unwrap_or_else(|| held.email.clone());
            let whom = (held.email.as_str(), name.as_str());
            let secret = account::invite_user(&db, whom, place, held.role, now).await?;
            output::print(&format!("{secret}\n"))?;
        }
        User::Grant {
            held,
            until,
            substitute_for,
        } => {
            let place = place(&held).await?;
            let term = Term {
                until,
                substitute_for: substitute_for.as_deref(),
            };
            account::grant_role_for(&db, &held.email, place, held.role, term, now).await?;
        }
        User::Revoke(held) => {
            let place = place(&held).await?;
            account::revoke_role(&db, &held.email, place, held.role, now).await?;
        }
        User::Lock { email } => account::lock_user(&db, &email, now).await?,
        User::Unlock { email } => account::unlock_user(&db, &email, now).await?,
        User::Password { email } => {
            let password = password()?;
            let passwords = Passwords::new(Cost::OWASP)?;
            account::reset_password(&db, &passwords, (&email, &password), now).await?;
        }
    }
    Ok(())
}

/// One line for each role, and one for an account without any.
fn lines(user: &ListedUser) -> String {
    let account = format!("{}\t{}\t{}", user.email, user.name, user.status);
    if user.grants.is_empty() {
        return format!("{account}\t-\t-\n");
    }
    user.grants
        .iter()
        .map(|grant| format!("{account}\t{}\t{}\n", grant.role, grant.place.as_deref().unwrap_or("-")))
        .collect()
}

/// The first line of standard input: an argument would be seen by everybody on the machine.
fn password() -> Result<String, Failure> {
    if io::stdin().is_terminal() {
        super::failure::warn(&["Password, then Enter (it is shown):".to_owned()]);
        let mut line = String::new();
        io::stdin().read_line(&mut line).map_err(Failure::failed)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let mut text = String::new();
    io::stdin()
        .take(4096)
        .read_to_string(&mut text)
        .map_err(Failure::failed)?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn role(name: &str) -> Result<Role, String> {
    account::role_named(name).ok_or_else(|| "one of VIEWER, EDITOR, ADMIN, COORDINATOR, OPERATOR, AUDITOR".to_owned())
}
