//! The data of the measurement: 300 municipalities, 6,000 contacts, 3,000 projects with five parts each and 5,000
//! meetings with four organisers and five projects each, all visible to everybody but every tenth contact.

use crate::Failure;
use sea_orm::{ConnectionTrait, Database};

const ROWS: &str = "
insert into municipality (public_id, revision, created_at, updated_at, slug, name, name_key, official_name, kind, keys_confirmed, search_text)
  select gen_random_uuid()::text, 1, '2026-01-01', '2026-01-01', 'm' || i, 'Musterstadt ' || i, 'musterstadt ' || i, 'Stadt ' || i, 'INDEPENDENT_CITY', true, '' from generate_series(1, 300) i;
insert into contact_point (public_id, revision, created_at, updated_at, municipality_id, steward_id, purpose, channels, functional, visibility, publication_basis, search_text)
  select gen_random_uuid()::text, 1, '2026-01-01', '2026-01-01', 1 + i % 300, 1 + i % 300, 'Beratung Nummer ' || i,
    ('[{\"type\":\"PHONE\",\"value\":\"+493023125' || lpad((i % 1000)::text, 3, '0') || '\",\"display\":\"030 23125-' || lpad((i % 1000)::text, 3, '0') || '\"},{\"type\":\"EMAIL\",\"value\":\"stelle' || i || '@stadt.example\",\"display\":\"stelle' || i || '@stadt.example\"}]')::json,
    true, case when i % 10 = 0 then 'NETWORK' else 'PUBLIC' end, 'FUNCTIONAL_ADDRESS', '' from generate_series(1, 6000) i;
insert into project (public_id, revision, created_at, updated_at, slug, title, title_key, title_translations, status, visibility, lead_id, search_text)
  select gen_random_uuid()::text, 1, '2026-01-01', '2026-01-01', 'p' || i, 'Gemeinsames Projekt ' || i, 'p' || i, '[]', 'ACTIVE', 'PUBLIC', 1 + i % 300, '' from generate_series(1, 3000) i;
insert into project_participation (public_id, revision, created_at, updated_at, project_id, municipality_id, role, status)
  select gen_random_uuid()::text, 1, '2026-01-01', '2026-01-01', p, 1 + (p + k * 7) % 300, case when k = 0 then 'LEAD' else 'PARTNER' end, 'CONFIRMED' from generate_series(1, 3000) p, generate_series(0, 4) k;
insert into meeting (public_id, revision, created_at, updated_at, slug, title, title_key, title_translations, alternate_titles, audience, invited_kinds, kind, status, publication, visibility, starts_at, sort_at, time_zone, attendance_mode, host_id, keeper_municipality_id, ical_uid, ical_sequence, search_text)
  select gen_random_uuid()::text, 1, '2026-01-01', '2026-01-01', 'v' || i, 'Fachtag Nummer ' || i, 'v' || i, '[]', '[]', '[]', '[]', 'SPECIALIST_CONFERENCE', 'SCHEDULED', 'PUBLISHED', 'PUBLIC',
    timestamptz '2027-01-01 09:00Z' + i * interval '1 hour', timestamptz '2027-01-01 09:00Z' + i * interval '1 hour', 'Europe/Berlin', 'IN_PERSON', 1 + i % 300, 1 + i % 300, 'v' || i, 0, '' from generate_series(1, 5000) i;
insert into meeting_organizer (public_id, revision, created_at, updated_at, meeting_id, municipality_id, role, status, position)
  select gen_random_uuid()::text, 1, '2026-01-01', '2026-01-01', m, 1 + (m + k * 11) % 300, case when k = 0 then 'HOST' else 'CO_ORGANIZER' end, 'CONFIRMED', k from generate_series(1, 5000) m, generate_series(0, 3) k;
insert into meeting_project (meeting_id, project_id) select m, 1 + (m * 5 + k) % 3000 from generate_series(1, 5000) m, generate_series(0, 4) k;
analyze;
";

/// Makes a database of its own on the server of this address, and fills it.
pub async fn create(admin: &str) -> Result<String, Failure> {
    let name = format!("verbund_bench_{}", std::process::id());
    let connection = Database::connect(admin).await?;
    connection
        .execute_unprepared(&format!("create database {name}"))
        .await?;
    connection.close().await?;
    let url = match admin.rsplit_once('/') {
        Some((server, _)) => format!("{server}/{name}"),
        None => return Err("VERBUND_TEST_PG names a database".into()),
    };
    verbund_migration::up(&url).await?;
    let connection = Database::connect(&url).await?;
    connection.execute_unprepared(ROWS).await?;
    connection.close().await?;
    Ok(url)
}

/// From when on a request asks: another page each time.
pub fn start(i: usize) -> String {
    let hours = (i * 37) % 4900;
    let day = chrono::NaiveDate::from_ymd_opt(2027, 1, 1).unwrap_or_default() + chrono::Days::new((hours / 24) as u64);
    format!("{day}T{:02}:30:00Z", hours % 24)
}
