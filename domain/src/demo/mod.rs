//! The demonstration: the network, cities, institutions and past meetings that press releases, announcements and a library
//! record tell of, in our own words. Invented are all people and ways to reach them, all projects, all meetings to come,
//! the second network, and an association in founding; no publication is cited for any of these.
//!
//! Whatever a request can make is made as a request makes it, in the name of the city whose it is: permissions, rules
//! and the audit log included. The rest goes through the recording door.

mod acting;
mod agendas;
mod attached;
mod citations;
mod consents;
mod contacts;
mod directory;
mod history;
mod institutions;
mod joining;
mod meetings;
mod municipalities;
mod networks;
mod offices;
mod organizations;
mod people;
mod places;
mod portfolio;
mod positions;
mod programme;
mod projects;
mod proposals;
mod records;
mod series;
mod sources;
mod topics;
mod users;

use crate::account;
use crate::clock::Clock;
use crate::db::Db;
use crate::error::Error;
use crate::session::Recorder;
use acting::Cast;
use records::Records;
use verbund_entity::{municipality, network, topic, user_account};

/// The account that all of this is written by; it is locked, nobody can sign in with it.
const AUTHOR: (&str, &str) = ("demonstration@verbund.example", "Demonstration");

/// Fills an empty database. Refused where there is anything already.
pub async fn seed(db: &Db, clock: &Clock) -> Result<(), Error> {
    let now = clock.now();
    let mut records = Records::default();
    let mut recorder = Recorder::begin(db, None, now).await?;
    refuse_unless_empty(&recorder).await?;
    let author = recorder.author(AUTHOR.0, AUTHOR.1).await?;
    municipalities::record(&mut recorder, &mut records).await?;
    networks::record(&mut recorder, &mut records).await?;
    topics::record(&mut recorder, &mut records).await?;
    organizations::record(&mut recorder, &mut records).await?;
    people::record(&mut recorder, &mut records).await?;
    positions::record(&mut recorder, &mut records).await?;
    history::record(&mut recorder, &mut records).await?;
    recorder.finish().await?;

    let cast = Cast::new(db, author, now);
    projects::make(&cast, &mut records).await?;
    places::make(&cast, &mut records).await?;
    series::make(&cast, &mut records).await?;
    meetings::make(&cast, &mut records).await?;
    agendas::make(&cast, &records).await?;
    attached::make(&cast, &records).await?;
    contacts::make(&cast, &mut records).await?;
    joining::make(&cast, &records).await?;
    consents::make(&cast, &records).await?;
    proposals::make(&cast, &records).await?;
    users::make(&cast, &records).await?;

    let mut recorder = Recorder::begin(db, Some(author), now).await?;
    sources::record(&mut recorder, &records, now).await?;
    recorder.finish().await
}

/// Whether the database holds the demonstration.
pub async fn is_one(db: &Db) -> Result<bool, Error> {
    account::has_account(db, AUTHOR.0).await
}

async fn refuse_unless_empty(recorder: &Recorder) -> Result<(), Error> {
    let empty = recorder.all::<network::Entity>().await?.is_empty()
        && recorder.all::<municipality::Entity>().await?.is_empty()
        && recorder.all::<topic::Entity>().await?.is_empty()
        && recorder.all::<user_account::Entity>().await?.is_empty();
    if empty {
        Ok(())
    } else {
        Err(Error::Internal(
            "the database is not empty; the demonstration goes into an empty one only".into(),
        ))
    }
}
