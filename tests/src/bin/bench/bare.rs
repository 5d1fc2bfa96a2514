//! The handler written by hand: what the same answer costs at least.

use crate::Failure;
use actix_web::{App, HttpResponse, HttpServer, web};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::postgres::{PgPool, PgPoolOptions, PgRow};
use sqlx::{Row, types::Json};
use std::collections::HashMap;
use std::ops::Range;
use verbund_domain::read::{write_key as key, write_string as string};

pub async fn serve(url: &str, port: u16) -> Result<(), Failure> {
    let pool = PgPoolOptions::new().max_connections(8).connect(url).await?;
    let pool = web::Data::new(pool);
    HttpServer::new(move || App::new().app_data(pool.clone()).route("/", web::post().to(answer)))
        .bind(("127.0.0.1", port))?
        .run()
        .await?;
    Ok(())
}

#[derive(serde::Deserialize)]
struct Body {
    variables: Variables,
}
#[derive(serde::Deserialize)]
struct Variables {
    after: DateTime<Utc>,
}

#[derive(serde::Deserialize)]
struct Channel {
    r#type: String,
    value: String,
    display: String,
}

async fn answer(pool: web::Data<PgPool>, body: web::Bytes) -> Result<HttpResponse, actix_web::Error> {
    let body: Body = serde_json::from_slice(&body).map_err(actix_web::error::ErrorBadRequest)?;
    let text = read(&pool, body.variables.after)
        .await
        .map_err(actix_web::error::ErrorInternalServerError)?;
    Ok(HttpResponse::Ok()
        .content_type("application/graphql-response+json")
        .body(text))
}

const MEETINGS: &str = "select id, public_id, title, starts_at, kind, status, host_id from meeting \
    where publication <> 'DRAFT' and visibility = 'PUBLIC' and starts_at >= $1 order by sort_at, id limit 20";
const MUNICIPALITIES: &str = "select id, public_id, name from municipality where id = any($1)";
const CONTACTS: &str = "select x.*, p.p from unnest($1::bigint[]) as p(p) join lateral (select id, public_id, purpose, \
    visibility, channels from contact_point where visibility = 'PUBLIC' and withdrawn_at is null \
    and (valid_from is null or valid_from <= current_date) and (valid_until is null or valid_until >= current_date) \
    and (meeting_id is null or meeting_id in (select id from meeting where publication <> 'DRAFT' and visibility = 'PUBLIC')) \
    and (project_id is null or project_id in (select id from project where visibility = 'PUBLIC')) \
    and (position_id is null or position_id in (select id from position where (starts_on is null or starts_on <= current_date) \
    and (ends_on is null or ends_on >= current_date))) \
    and steward_id = p.p order by id limit 5) x on true order by p.p, x.id";
const ORGANIZERS: &str = "select x.*, p.p from unnest($1::bigint[]) as p(p) join lateral (select id, public_id, role, status, \
    municipality_id, organization_id, network_id, position from meeting_organizer where status in ('CONFIRMED', 'WITHDRAWN') \
    and meeting_id = p.p order by position, id limit 5) x on true order by p.p, x.position, x.id";
const PROJECTS: &str = "select x.*, p.p from unnest($1::bigint[]) as p(p) join lateral (select project.id, public_id, title, \
    status, title_key from project join meeting_project on project_id = project.id where visibility = 'PUBLIC' \
    and meeting_project.meeting_id = p.p order by title_key, project.id limit 5) x on true order by p.p, x.title_key, x.id";
const PARTICIPATIONS: &str = "select x.*, p.p from unnest($1::bigint[]) as p(p) join lateral (select id, public_id, role, \
    status, municipality_id, organization_id from project_participation where status in ('CONFIRMED', 'WITHDRAWN', 'ENDED') \
    and project_id = p.p order by id limit 5) x on true order by p.p, x.id";

/// Rows of one statement, and where each parent's lie.
struct Rows {
    rows: Vec<PgRow>,
    of: HashMap<i64, Range<usize>>,
}

impl Rows {
    async fn read(pool: &PgPool, sql: &'static str, keys: Vec<i64>, parent: &str) -> Result<Rows, sqlx::Error> {
        Ok(Rows::new(sqlx::query(sql).bind(keys).fetch_all(pool).await?, parent))
    }

    fn new(rows: Vec<PgRow>, parent: &str) -> Rows {
        let mut of: HashMap<i64, Range<usize>> = HashMap::new();
        for (i, row) in rows.iter().enumerate() {
            of.entry(row.get(parent))
                .and_modify(|range| range.end = i + 1)
                .or_insert(i..i + 1);
        }
        Rows { rows, of }
    }

    fn keys(&self, column: &str) -> Vec<i64> {
        let mut keys: Vec<i64> = self.rows.iter().filter_map(|row| row.get(column)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn of(&self, parent: i64) -> &[PgRow] {
        let range = self.of.get(&parent).cloned().unwrap_or(0..0);
        &self.rows[range]
    }
}

async fn read(pool: &PgPool, after: DateTime<Utc>) -> Result<Vec<u8>, sqlx::Error> {
    let meetings = Rows::new(sqlx::query(MEETINGS).bind(after).fetch_all(pool).await?, "id");
    let hosts = Rows::read(pool, MUNICIPALITIES, meetings.keys("host_id"), "id").await?;
    let contacts = Rows::read(pool, CONTACTS, hosts.keys("id"), "p").await?;
    let organizers = Rows::read(pool, ORGANIZERS, meetings.keys("id"), "p").await?;
    let organizing = Rows::read(pool, MUNICIPALITIES, organizers.keys("municipality_id"), "id").await?;
    let projects = Rows::read(pool, PROJECTS, meetings.keys("id"), "p").await?;
    let parts = Rows::read(pool, PARTICIPATIONS, projects.keys("id"), "p").await?;
    let taking_part = Rows::read(pool, MUNICIPALITIES, parts.keys("municipality_id"), "id").await?;

    let mut out = Vec::with_capacity(200_000);
    out.extend_from_slice(br#"{"data":{"meetings":{"nodes":["#);
    list(&meetings.rows, &mut out, |meeting, out| {
        id("Meeting", meeting, out);
        text(meeting, "title", "title", out);
        let starts_at: DateTime<Utc> = meeting.get("starts_at");
        field("startsAt", out);
        string(&starts_at.to_rfc3339_opts(SecondsFormat::Millis, true), out);
        text(meeting, "kind", "kind", out);
        text(meeting, "status", "status", out);
        field("host", out);
        let host = &hosts.of(meeting.get("host_id"))[0];
        out.push(b'{');
        id("Municipality", host, out);
        text(host, "name", "name", out);
        out.extend_from_slice(br#","contacts":{"nodes":["#);
        list(contacts.of(host.get("id")), out, |contact, out| {
            id("ContactPoint", contact, out);
            text(contact, "purpose", "purpose", out);
            text(contact, "visibility", "visibility", out);
            field("channels", out);
            let channels: Json<Vec<Channel>> = contact.get("channels");
            out.push(b'[');
            for (i, channel) in channels.iter().enumerate() {
                out.extend_from_slice(if i > 0 { b",{" } else { b"{" });
                key("type", out);
                string(&channel.r#type, out);
                field("value", out);
                string(&channel.value, out);
                field("display", out);
                string(&channel.display, out);
                out.push(b'}');
            }
            out.extend_from_slice(b"]}");
        });
        out.extend_from_slice(br#"]}},"organizers":{"nodes":["#);
        list(organizers.of(meeting.get("id")), out, |organizer, out| {
            party("MeetingOrganizer", organizer, &organizing, out)
        });
        out.extend_from_slice(br#"]},"projects":{"nodes":["#);
        list(projects.of(meeting.get("id")), out, |project, out| {
            id("Project", project, out);
            text(project, "title", "title", out);
            text(project, "status", "status", out);
            out.extend_from_slice(br#","participations":{"nodes":["#);
            list(parts.of(project.get("id")), out, |part, out| {
                party("ProjectParticipation", part, &taking_part, out)
            });
            out.extend_from_slice(b"]}}");
        });
        out.extend_from_slice(b"]}}");
    });
    out.extend_from_slice(b"]}}}");
    Ok(out)
}

fn list(rows: &[PgRow], out: &mut Vec<u8>, mut each: impl FnMut(&PgRow, &mut Vec<u8>)) {
    for (i, row) in rows.iter().enumerate() {
        out.extend_from_slice(if i > 0 { b",{" } else { b"{" });
        each(row, out);
    }
}

fn party(ty: &str, row: &PgRow, parties: &Rows, out: &mut Vec<u8>) {
    id(ty, row, out);
    text(row, "role", "role", out);
    text(row, "status", "status", out);
    field("party", out);
    match row
        .get::<Option<i64>, _>("municipality_id")
        .and_then(|key| parties.of(key).first())
    {
        Some(party) => {
            out.push(b'{');
            id("Municipality", party, out);
            text(party, "name", "name", out);
            out.push(b'}');
        }
        None => out.extend_from_slice(b"null"),
    }
    out.push(b'}');
}

fn field(name: &str, out: &mut Vec<u8>) {
    out.push(b',');
    key(name, out);
}

fn text(row: &PgRow, column: &str, name: &str, out: &mut Vec<u8>) {
    field(name, out);
    match row.get::<Option<&str>, _>(column) {
        Some(value) => string(value, out),
        None => out.extend_from_slice(b"null"),
    }
}

fn id(ty: &str, row: &PgRow, out: &mut Vec<u8>) {
    key("id", out);
    string(
        &URL_SAFE_NO_PAD.encode(format!("{ty}:{}", row.get::<&str, _>("public_id"))),
        out,
    );
}
