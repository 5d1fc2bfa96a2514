//! `verbund serve`

use super::{Failure, database, expire};
use crate::auth::{SigningKey, Tokens};
use crate::config::Config;
use crate::server::{self, Server};
use verbund_domain::account::{Cost, Passwords};
use verbund_domain::clock::Clock;

pub(super) async fn run(config: Config) -> Result<(), Failure> {
    let listener = server::listen(config.listen).map_err(Failure::Failed)?;
    let db = database::open(&config).await?;
    let key = SigningKey::open(&config.key_file).map_err(Failure::failed)?;
    let tokens = Tokens::new(key, &config.public_url, Clock::system());
    let passwords = Passwords::new(Cost::OWASP)?;
    let demo = verbund_domain::demo::is_one(&db).await?;
    let server = Server {
        db: db.clone(),
        tokens,
        passwords,
        config: &config,
        demo,
    };
    let running = server.start(listener).map_err(Failure::Failed)?;
    tracing::info!(address = %running.address, url = %config.public_url, "serving");
    let expiring = tokio::spawn(expire::hourly(db.clone()));
    running.end().await.map_err(Failure::failed)?;
    expiring.abort();
    Ok(db.close().await?)
}
