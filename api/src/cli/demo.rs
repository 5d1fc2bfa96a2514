//! `verbund demo`: the whole thing on a database that goes away, for this machine only.

use super::demo_logins::{self, Login};
use super::folder::Folder;
use super::{Failure, output, stop};
use crate::auth::{SigningKey, Tokens};
use crate::config::Config;
use crate::server::{self, Server};
use clap::Args;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::pin::pin;
use verbund_domain::account::{Cost, Passwords};
use verbund_domain::clock::Clock;
use verbund_domain::db::Db;

#[derive(Args)]
pub(super) struct Demo {
    /// Keep the database and the key in this folder
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
}

/// A first query, answered by what the sources say.
const QUERY: &str =
    r#"{ municipality(ags: "05914000") { name memberships { nodes { memberSince { edtf precision } } } } }"#;

pub(super) async fn run(demo: Demo, config: Config) -> Result<(), Failure> {
    if !config.listen.ip().is_loopback() {
        return Err(Failure::Usage(format!(
            "{} is not a loopback address; demo runs on this machine only",
            config.listen
        )));
    }
    let listener = server::listen(config.listen).map_err(Failure::Failed)?;
    let folder = demo.keep.map_or_else(Folder::temporary, Folder::kept)?;
    let mut stop = pin!(stop::asked()?);
    let prepared = tokio::select! {
        prepared = prepare(&folder, config, &listener) => prepared?,
        () = &mut stop => return Ok(()),
    };
    show(prepared, listener, stop).await
}

/// A demonstration that can begin.
struct Prepared {
    config: Config,
    db: Db,
    tokens: Tokens,
    passwords: Passwords,
    logins: Vec<Login>,
}

/// Structure, data, accounts and keys, all new.
async fn prepare(folder: &Folder, config: Config, listener: &TcpListener) -> Result<Prepared, Failure> {
    let address = listener.local_addr().map_err(Failure::failed)?;
    let config = Config {
        database_url: format!("sqlite://{}", folder.database().display()),
        listen: address,
        metrics_listen: None,
        public_url: format!("http://{address}"),
        key_file: folder.key(),
        ..config
    };
    verbund_migration::up(&config.database_url)
        .await
        .map_err(Failure::failed)?;
    let db = Db::connect(&config.database_url).await?;
    let clock = Clock::system();
    verbund_domain::demo::seed(&db, &clock).await?;
    let passwords = Passwords::new(Cost::OWASP)?;
    let logins = demo_logins::make(&db, &passwords, clock.now()).await?;
    let key = SigningKey::open(&config.key_file).map_err(Failure::failed)?;
    let tokens = Tokens::new(key, &config.public_url, clock);
    Ok(Prepared {
        config,
        db,
        tokens,
        passwords,
        logins,
    })
}

/// Serves, and tells how to look once the server answers.
async fn show(demo: Prepared, listener: TcpListener, stop: impl Future<Output = ()>) -> Result<(), Failure> {
    let Prepared {
        config,
        db,
        tokens,
        passwords,
        logins,
    } = demo;
    let server = Server {
        db: db.clone(),
        tokens,
        passwords,
        config: &config,
        demo: true,
    };
    let running = server.start(listener).map_err(Failure::Failed)?;
    let (address, handle) = (running.address, running.handle());
    let told = async {
        let told = match server::ready(address).await {
            Ok(()) => output::print(&block(address, &logins)),
            Err(silence) => Err(Failure::Failed(silence)),
        };
        if told.is_err() {
            handle.stop(false).await;
        }
        told
    };
    // The server listens for the same wish; one that came before it began to listen is passed on.
    let ended = async {
        let mut end = pin!(running.end());
        tokio::select! {
            ended = &mut end => ended,
            () = stop => {
                // The server stops only while it is awaited.
                let ((), ended) = tokio::join!(handle.stop(true), end);
                ended
            }
        }
    };
    let (ended, told) = tokio::join!(ended, told);
    ended.map_err(Failure::failed)?;
    db.close().await?;
    told
}

fn block(address: SocketAddr, logins: &[Login]) -> String {
    let logins: String = logins.iter().map(Login::line).collect();
    format!(
        "url\thttp://{address}/\ngraphql\thttp://{address}/graphql\n{logins}query\t{QUERY}\n\
         notice\tPersonen und Kontaktdaten sind erfunden.\nready\n"
    )
}
