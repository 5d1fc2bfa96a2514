//! Which media type is spoken, and which one is asked for.

use super::refusal::Refusal;
use actix_web::http::{StatusCode, header::HeaderMap};

/// The media type of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status says whether the request was executed.
    #[default]
    GraphQl,
    /// `application/json`: every well-formed request is answered 200.
    Json,
}

impl Media {
    pub fn content_type(self) -> &'static str {
        match self {
            Media::GraphQl => "application/graphql-response+json; charset=utf-8",
            Media::Json => "application/json; charset=utf-8",
        }
    }

    /// What a range of an `Accept` header stands for here.
    fn of(range: &str) -> Option<Media> {
        match range {
            "*/*" | "application/*" | "application/graphql-response+json" => Some(Media::GraphQl),
            "application/json" => Some(Media::Json),
            _ => None,
        }
    }
}

/// The best of what the client accepts: by weight, then in its own order. 406 if there is nothing.
pub fn negotiate(headers: &HeaderMap) -> Result<Media, Refusal> {
    let mut best: Option<(u32, Media)> = None;
    let mut asked = false;
    for range in listed(headers, "accept") {
        asked = true;
        let mut parts = range.split(';').map(str::trim);
        let Some(media) = parts.next().and_then(|name| Media::of(&name.to_ascii_lowercase())) else {
            continue;
        };
        let (mut weight, mut readable) = (1000, true);
        for (name, value) in parts.filter_map(|p| p.split_once('=')) {
            match name.trim().to_ascii_lowercase().as_str() {
                "q" => weight = thousandths(value),
                "charset" => readable = utf_8(value),
                _ => {}
            }
        }
        if readable && weight > 0 && best.is_none_or(|(found, _)| weight > found) {
            best = Some((weight, media));
        }
    }
    match best {
        Some((_, media)) => Ok(media),
        None if !asked => Ok(Media::default()),
        None => Err(Refusal::malformed(
            StatusCode::NOT_ACCEPTABLE,
            "Accept application/graphql-response+json or application/json.",
        )),
    }
}

/// Whether a person with a browser asks, rather than a program.
pub fn wants_page(headers: &HeaderMap) -> bool {
    listed(headers, "accept").any(|range| range.split(';').next().is_some_and(|name| name.trim() == "text/html"))
}

/// Whether English is asked for before German.
pub fn wants_english(headers: &HeaderMap) -> bool {
    let weight = |language: &str| {
        listed(headers, "accept-language")
            .filter_map(|range| {
                let (tag, rest) = range.split_once(';').unwrap_or((range, "q=1"));
                let primary = tag.trim().split('-').next().unwrap_or_default();
                let weight = rest.trim().strip_prefix("q=").map_or(1000, thousandths);
                primary.eq_ignore_ascii_case(language).then_some(weight)
            })
            .max()
    };
    match (weight("en"), weight("de")) {
        (Some(english), Some(german)) => english > german,
        (Some(english), None) => english > 0,
        _ => false,
    }
}

/// Only `application/json`, and only in UTF-8: everything else can be sent by a foreign page without being asked.
pub fn check_content_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let mut given = headers.get_all("content-type").filter_map(|v| v.to_str().ok());
    let (Some(value), None) = (given.next(), given.next()) else {
        return Err(unsupported());
    };
    let mut parts = value.split(';').map(str::trim);
    if !parts
        .next()
        .is_some_and(|name| name.eq_ignore_ascii_case("application/json"))
    {
        return Err(unsupported());
    }
    for (name, value) in parts.filter_map(|p| p.split_once('=')) {
        if name.trim().eq_ignore_ascii_case("charset") && !utf_8(value) {
            return Err(unsupported());
        }
    }
    match headers.get("content-encoding") {
        Some(encoding) if encoding != "identity" => Err(unsupported()),
        _ => Ok(()),
    }
}

fn unsupported() -> Refusal {
    Refusal::malformed(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "Send Content-Type: application/json in UTF-8, not encoded.",
    )
}

fn listed<'a>(headers: &'a HeaderMap, name: &str) -> impl Iterator<Item = &'a str> {
    headers
        .get_all(name)
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(','))
        .map(str::trim)
        .filter(|v| !v.is_empty())
}

fn utf_8(value: &str) -> bool {
    let value = value.trim().trim_matches('"');
    value.eq_ignore_ascii_case("utf-8") || value.eq_ignore_ascii_case("utf8")
}

/// A weight of a header in thousandths; what is none counts as none.
fn thousandths(value: &str) -> u32 {
    value
        .trim()
        .parse::<f32>()
        .map_or(0, |q| (q.clamp(0.0, 1.0) * 1000.0) as u32)
}
