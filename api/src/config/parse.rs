//! Written values of settings. An error says what would be right; whoever reports it names the setting.

use super::LogFormat;
use crate::http::Network;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;
use tracing_subscriber::EnvFilter;

/// The value is not repeated in the error: it may hold a password.
pub(super) fn database(text: &str) -> Result<String, String> {
    let file = text
        .strip_prefix("sqlite://")
        .is_some_and(|file| !file.is_empty() && !file.starts_with(":memory:"));
    let server = ["postgres://", "postgresql://"]
        .iter()
        .any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
    if file || server {
        Ok(text.to_owned())
    } else {
        Err("must be sqlite://FILE or postgres://…".into())
    }
}

pub(super) fn address(text: &str) -> Result<SocketAddr, String> {
    if let Some(port) = text
        .strip_prefix("localhost:")
        .and_then(|port| port.parse::<u16>().ok())
    {
        return Ok((Ipv4Addr::LOCALHOST, port).into());
    }
    text.parse()
        .map_err(|_| format!("{} is not an address with a port, e.g. 127.0.0.1:8080", shown(text)))
}

pub(super) fn url(text: &str) -> Result<String, String> {
    let trimmed = text.trim_end_matches('/');
    if is_origin(
        trimmed
            .split_inclusive('/')
            .take(3)
            .collect::<String>()
            .trim_end_matches('/'),
    ) && !trimmed.contains(['?', '#'])
    {
        return Ok(trimmed.to_owned());
    }
    Err(format!(
        "{} is not an address like https://verbund.example",
        shown(text)
    ))
}

pub(super) fn origins(text: &str) -> Result<Vec<String>, String> {
    let mut origins = Vec::new();
    for origin in text.split(',').map(str::trim).filter(|origin| !origin.is_empty()) {
        if !is_origin(origin) {
            return Err(format!(
                "{} is not an origin like https://www.hagen.example",
                shown(origin)
            ));
        }
        origins.push(origin.to_ascii_lowercase());
    }
    Ok(origins)
}

pub(super) fn networks(text: &str) -> Result<Vec<Network>, String> {
    text.split(',')
        .map(str::trim)
        .filter(|network| !network.is_empty())
        .map(|network| {
            Network::parse(network)
                .ok_or_else(|| format!("{} is not an address or a network like 10.0.0.0/8", shown(network)))
        })
        .collect()
}

pub(super) fn path(text: &str) -> Result<PathBuf, String> {
    if text.is_empty() {
        Err("must name a file".into())
    } else {
        Ok(text.into())
    }
}

pub(super) fn filter(text: &str) -> Result<String, String> {
    match EnvFilter::builder().parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err(format!(
            "{} is not a filter like info or info,verbund_api=debug",
            shown(text)
        )),
    }
}

pub(super) fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err(format!("{} is neither text nor json", shown(text))),
    }
}

pub(super) fn switch(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err(format!("{} is neither on nor off", shown(text))),
    }
}

/// Zero would refuse every request, and does not mean "no limit".
pub(super) fn number(text: &str) -> Result<u64, String> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("{} is not a whole number above 0", shown(text))),
    }
}

pub(super) fn size(text: &str) -> Result<usize, String> {
    number(text)?
        .try_into()
        .map_err(|_| format!("{} is too large", shown(text)))
}

/// More are never read, whatever is set.
pub(super) fn page(text: &str) -> Result<u64, String> {
    match number(text)? {
        number @ 1..=100 => Ok(number),
        _ => Err(format!("{} is more than 100", shown(text))),
    }
}

pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    match number(text)? {
        seconds @ 1..=3600 => Ok(Duration::from_secs(seconds)),
        _ => Err(format!("{} is more than 3600, which is an hour", shown(text))),
    }
}

/// Scheme, host and perhaps a port; nothing after them.
fn is_origin(text: &str) -> bool {
    let Some(host) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    let port_fits = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => !name.is_empty() && port.parse::<u16>().is_ok(),
        _ => true,
    };
    !host.is_empty() && host.chars().all(allowed) && port_fits
}

fn shown(text: &str) -> String {
    format!("{:?}", text.chars().take(80).collect::<String>())
}
