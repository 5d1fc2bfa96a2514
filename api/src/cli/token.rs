//! `verbund token`

use super::{Failure, database, output};
use crate::auth::{SigningKey, Tokens};
use crate::config::Config;
use chrono::Duration;
use clap::Args;
use verbund_domain::account;
use verbund_domain::clock::Clock;

#[derive(Args)]
pub(super) struct Token {
    #[arg(long)]
    email: String,
    /// How long the token lives, e.g. 90s, 10m or 1h; an hour at most
    #[arg(long, default_value = "15m", value_parser = lifetime)]
    ttl: Duration,
}

pub(super) async fn run(token: Token, config: &Config) -> Result<(), Failure> {
    let db = database::open(config).await?;
    let key = SigningKey::open(&config.key_file).map_err(Failure::failed)?;
    let tokens = Tokens::new(key, &config.public_url, Clock::system());
    let account = account::find_user(&db, &token.email).await?;
    let ceiling = account::ceiling_of(&db, &account.public_id, tokens.now()).await?;
    let issued = tokens.issue(&account.public_id, "verbund-cli", &ceiling, Some(token.ttl))?;
    output::print(&format!("{}\n", issued.token))
}

fn lifetime(text: &str) -> Result<Duration, String> {
    let wrong = || "a whole number with s, m or h, from 1s to 1h".to_owned();
    let unit = text.chars().last().ok_or_else(wrong)?;
    let number: u16 = text
        .strip_suffix(unit)
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(wrong)?;
    let lifetime = match unit {
        's' => Duration::seconds(number.into()),
        'm' => Duration::minutes(number.into()),
        'h' => Duration::hours(number.into()),
        _ => return Err(wrong()),
    };
    if lifetime < Duration::seconds(1) || lifetime > Tokens::LONGEST_LIFETIME {
        Err(wrong())
    } else {
        Ok(lifetime)
    }
}
