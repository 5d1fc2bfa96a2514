//! Who works for the cities: invited and not there yet, one for two cities, one who stands in for another.

use super::acting::Cast;
use super::records::{Records, made, malformed};
use crate::error::Error;
use crate::session::Record;
use crate::values::{EmailAddress, LocalDate, local_day};
use crate::{CreateUserInput, GrantRoleInput, MunicipalUser};
use chrono::Days;
use verbund_entity::Role;

/// City, address, name and role.
const INVITED: [(&str, &str, &str, Role); 4] = [
    ("hagen", "fachbereich@hagen.example", "Ulrike Sommerfeld", Role::Admin),
    ("hagen", "empfang@hagen.example", "Jonas Wittkamp", Role::Viewer),
    ("hagen", "springer@ruhr.example", "Derya Kalender", Role::Editor),
    ("herne", "springer@ruhr.example", "Derya Kalender", Role::Viewer),
];

/// How long the editor of Hagen stands in for its administrator, in days.
const SUBSTITUTION: u64 = 90;

pub(super) async fn make(cast: &Cast<'_>, records: &Records) -> Result<(), Error> {
    let mut users = Vec::new();
    for (city, email, name, role) in INVITED {
        let input = CreateUserInput {
            municipality: records.id(city)?,
            email: EmailAddress::parse(email).map_err(malformed)?,
            name: Some(name.to_owned()),
            role,
            idempotency_key: None,
        };
        let payload = cast.of(city, records)?.create_user(input).await?;
        let key = made(email, payload.user, &payload.user_errors)?.key();
        users.push(Record::of::<MunicipalUser>(cast.db, key).await?.id);
    }
    let [administrator, _, editor, _] = users.as_slice() else {
        return Ok(());
    };
    let hagen = cast.of("hagen", records)?;
    let input = GrantRoleInput {
        user: editor.clone(),
        role: Role::Admin,
        valid_until: local_day(hagen.viewer().now)
            .checked_add_days(Days::new(SUBSTITUTION))
            .map(LocalDate),
        substitute_for: Some(administrator.clone()),
        expected_revision: None,
    };
    let payload = hagen.grant_role(input).await?;
    made("a substitution", payload.user, &payload.user_errors)?;
    Ok(())
}
