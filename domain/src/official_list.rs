//! Taking over the official list of municipalities: it confirms keys, and gives official names.

use crate::db::Db;
use crate::error::Error;
use crate::session::Official;
use crate::values::gv100ad::{Listed, Malformed, read};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use verbund_entity::municipality;

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Municipalities whose keys the list has.
    pub confirmed: usize,
    /// Those of them of which something is different now.
    pub changed: usize,
    /// Key and name of those that the list does not have. They stay as they are: somebody has to look.
    pub missing: Vec<(String, String)>,
}

/// Why nothing was taken over.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    File(#[from] Malformed),
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Takes over a file in the format GV100AD: all of it or nothing.
pub async fn load(db: &Db, file: &[u8], now: DateTime<Utc>) -> Result<Taken, Refusal> {
    let listed: HashMap<String, Listed> = read(file)?.into_iter().map(|one| (one.key.clone(), one)).collect();
    let (mut official, rows) = Official::begin(db, now).await?;
    let mut taken = Taken::default();
    for row in rows {
        let Some(key) = row.ags.clone().or_else(|| row.district_key.clone()) else {
            continue;
        };
        let Some(one) = listed.get(&key) else {
            taken.missing.push((key, row.name));
            continue;
        };
        taken.confirmed += 1;
        let after = municipality::Model {
            keys_confirmed: true,
            official_name: one.official_name.clone(),
            ars: Some(one.ars.as_str().to_owned()),
            // A city's own word about its inhabitants stands.
            population: row.population.or(one.population),
            population_as_of: match row.population {
                Some(_) => row.population_as_of,
                None => one.population.map(|_| one.as_of),
            },
            ..row.clone()
        };
        if official.change(row, after).await? {
            taken.changed += 1;
        }
    }
    official.finish().await?;
    Ok(taken)
}
