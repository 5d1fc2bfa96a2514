//! From bytes to a GraphQL request: in a body or in an address.

use super::{gate::Asked, limits::Limits, refusal::Refusal};
use actix_web::{http::StatusCode, web::Payload};
use async_graphql::Variables;
use futures_util::StreamExt;
use serde_json::{Map, Value};

/// Reads a body as it arrives and stops at the first byte too many, or when its time is up.
pub async fn read(payload: Payload, limits: &Limits) -> Result<Vec<u8>, Refusal> {
    match actix_web::rt::time::timeout(limits.body_time, collect(payload, limits)).await {
        Ok(bytes) => bytes,
        Err(_) => Err(
            Refusal::malformed(StatusCode::REQUEST_TIMEOUT, "The body did not arrive in time.")
                .header("Connection", "close"),
        ),
    }
}

async fn collect(mut payload: Payload, limits: &Limits) -> Result<Vec<u8>, Refusal> {
    let mut body = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| malformed("The body is incomplete."))?;
        if body.len() + chunk.len() > limits.body_bytes {
            let message = format!("The body may have {} bytes.", limits.body_bytes);
            return Err(Refusal::malformed(StatusCode::PAYLOAD_TOO_LARGE, message).header("Connection", "close"));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// A POST body.
pub fn parse(body: &[u8]) -> Result<Asked, Refusal> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => asked(members),
        Ok(Value::Array(_)) => Err(malformed("Send one request at a time: batches are not supported.")),
        Ok(_) => Err(malformed("The body is not a JSON object.")),
        Err(_) => Err(malformed("The body is not JSON.")),
    }
}

/// The query string of a GET request.
pub fn parse_query_string(text: &str, limits: &Limits) -> Result<Asked, Refusal> {
    if text.len() > limits.body_bytes {
        return Err(Refusal::malformed(StatusCode::URI_TOO_LONG, "The address is too long."));
    }
    let mut members = Map::new();
    for pair in text.split('&').filter(|p| !p.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decode(name)?, decode(value)?);
        let value = match name.as_str() {
            "query" => Value::String(value),
            "operationName" if value.is_empty() => Value::Null,
            "operationName" => Value::String(value),
            "variables" | "extensions" if value.is_empty() => Value::Null,
            "variables" | "extensions" => {
                serde_json::from_str(&value).map_err(|_| malformed(format!("`{name}` is not JSON.")))?
            }
            _ => continue,
        };
        if members.contains_key(&name) {
            return Err(malformed(format!("`{name}` is given more than once.")));
        }
        members.insert(name, value);
    }
    asked(members)
}

/// The members of a request; further ones are ignored.
fn asked(mut members: Map<String, Value>) -> Result<Asked, Refusal> {
    let query = match members.remove("query") {
        Some(Value::String(query)) if !query.is_empty() => query,
        None | Some(Value::Null) => return Err(malformed("`query` is missing.")),
        Some(_) => return Err(malformed("`query` is not a text with a document.")),
    };
    let operation_name = match members.remove("operationName") {
        None | Some(Value::Null) => None,
        Some(Value::String(name)) => Some(name).filter(|name| !name.is_empty()),
        Some(_) => return Err(malformed("`operationName` is not a text.")),
    };
    let variables = match members.remove("variables") {
        None | Some(Value::Null) => Variables::default(),
        Some(variables @ Value::Object(_)) => Variables::from_json(variables),
        Some(_) => return Err(malformed("`variables` is not an object.")),
    };
    match members.remove("extensions") {
        None | Some(Value::Null | Value::Object(_)) => Ok(Asked {
            query,
            operation_name,
            variables,
        }),
        Some(_) => Err(malformed("`extensions` is not an object.")),
    }
}

/// `application/x-www-form-urlencoded`, strictly: what is not UTF-8 afterwards is refused, not mended.
fn decode(text: &str) -> Result<String, Refusal> {
    let wrong = || malformed("The address is not encoded in UTF-8.");
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|d| char::from(d).to_digit(16));
                let (Some(high), Some(low)) = (digit(), digit()) else {
                    return Err(wrong());
                };
                (high * 16 + low) as u8
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

fn malformed(message: impl Into<String>) -> Refusal {
    Refusal::malformed(StatusCode::BAD_REQUEST, message)
}
