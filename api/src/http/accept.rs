//! Which media type is spoken, and which one is asked for.

use super::refusal::Refusal;
use actix_web::http::{StatusCode, header::HeaderMap};
use std::cmp::Reverse;
use verbund_domain::viewer::Language;

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
    /// What we like best comes first.
    const ALL: [Media; 2] = [Media::GraphQl, Media::Json];

    pub fn content_type(self) -> &'static str {
        match self {
            Media::GraphQl => "application/graphql-response+json; charset=utf-8",
            Media::Json => "application/json; charset=utf-8",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Media::GraphQl => "application/graphql-response+json",
            Media::Json => "application/json",
        }
    }

    fn named(name: &str) -> Option<Media> {
        Media::ALL.into_iter().find(|media| media.name() == name)
    }
}

/// A range of an `Accept` header that stands for something we have.
struct Range {
    /// What it names; nothing if it has a star.
    name: Option<Media>,
    /// From `*/*` to a type with its parameter: the most specific of those that fit a type decides about it.
    precision: u8,
    weight: u32,
}

impl Range {
    fn read(text: &str) -> Option<Range> {
        let mut parts = text.split(';').map(str::trim);
        let name = parts.next()?.to_ascii_lowercase();
        let (name, mut precision) = match name.as_str() {
            "*/*" => (None, 0),
            "application/*" => (None, 1),
            name => (Some(Media::named(name)?), 2),
        };
        let mut weight = 1000;
        for (parameter, value) in parts.filter_map(|part| part.split_once('=')) {
            match parameter.trim().to_ascii_lowercase().as_str() {
                "q" => weight = thousandths(value),
                "charset" if utf_8(value) => precision = 3,
                "charset" => return None,
                _ => {}
            }
        }
        Some(Range {
            name,
            precision,
            weight,
        })
    }
}

/// The best of what the client accepts (RFC 9110, 12.5.1): by weight; among equals a type that is named before one that
/// a star stands for, and those that are named in the client's order. 406 if there is nothing.
pub fn negotiate(headers: &HeaderMap) -> Result<Media, Refusal> {
    let given: Vec<_> = listed(headers, "accept").collect();
    if given.is_empty() {
        return Ok(Media::default());
    }
    let ranges: Vec<_> = given.into_iter().filter_map(Range::read).collect();
    let accepted = Media::ALL.into_iter().filter_map(|media| {
        let fits = |range: &Range| range.name.is_none_or(|name| name == media);
        let fitting = ranges.iter().enumerate().filter(|(_, range)| fits(range));
        // The first of several that are equally specific.
        let (place, range) = fitting.min_by_key(|(_, range)| Reverse(range.precision))?;
        let order = (Reverse(range.weight), range.name.is_none(), place);
        (range.weight > 0).then_some((order, media))
    });
    accepted
        .min_by_key(|(order, _)| *order)
        .map(|(_, media)| media)
        .ok_or_else(|| {
            Refusal::malformed(
                StatusCode::NOT_ACCEPTABLE,
                "Accept application/graphql-response+json or application/json.",
            )
        })
}

/// Whether a person with a browser asks, rather than a program.
pub fn wants_page(headers: &HeaderMap) -> bool {
    listed(headers, "accept").any(|range| {
        range
            .split(';')
            .next()
            .is_some_and(|name| name.trim().eq_ignore_ascii_case("text/html"))
    })
}

/// English if it is asked for before German.
pub fn language(headers: &HeaderMap) -> Language {
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
    match (weight("en").unwrap_or(0), weight("de").unwrap_or(0)) {
        (english, german) if english > german => Language::English,
        _ => Language::German,
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
