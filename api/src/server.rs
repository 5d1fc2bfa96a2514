//! One running server: what it is made of, and the moment from which it answers.

use crate::app::App;
use crate::auth::Tokens;
use crate::config::Config;
use crate::http::{self, Http, Running, Settings};
use actix_web::dev::Server as Metrics;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;
use verbund_domain::account::Passwords;
use verbund_domain::db::Db;
use verbund_domain::read::PageSizes;

/// How often, and with which pause, a new server is asked whether it is ready.
const READY_TRIES: u32 = 200;
const READY_PAUSE: Duration = Duration::from_millis(50);

/// Everything a server is made of.
pub struct Server<'a> {
    pub db: Db,
    pub tokens: Tokens,
    pub passwords: Passwords,
    pub config: &'a Config,
    /// The data is invented, and every page says so.
    pub demo: bool,
}

impl Server<'_> {
    /// Begins to answer; ends when the process is asked to stop.
    pub fn start(self, listener: TcpListener) -> Result<Running, String> {
        let settings = Settings {
            limits: self.config.limits.clone(),
            cors_origins: self.config.cors_origins.clone(),
            trusted_proxies: self.config.trusted_proxies.clone(),
            demo: self.demo,
            graphiql: self.config.graphiql,
        };
        let pages = PageSizes {
            usual: self.config.limits.page_default,
            most: self.config.limits.page_max,
        };
        let app = App::new(self.db, self.tokens, self.passwords).with_pages(pages);
        let http = Http::new(Arc::new(app), settings).map_err(|error| error.to_string())?;
        let running = http::serve(&http, listener).map_err(|error| error.to_string())?;
        let metrics = self.config.metrics_listen.and_then(|address| metrics(&http, address));
        Ok(match metrics {
            Some(metrics) => running.and(metrics),
            None => running,
        })
    }
}

/// The metrics, or a word about why there are none: without them the register is still of use.
fn metrics(http: &Arc<Http<App>>, address: SocketAddr) -> Option<Metrics> {
    let started = TcpListener::bind(address).and_then(|listener| {
        let address = listener.local_addr()?;
        http::serve_metrics(http, listener).map(|server| (address, server))
    });
    match started {
        Ok((address, server)) => {
            tracing::info!(at = %address, "metrics");
            Some(server)
        }
        Err(error) => {
            tracing::warn!(at = %address, %error, "no metrics; VERBUND_METRICS_LISTEN names another address, or none");
            None
        }
    }
}

/// Takes the port. The error tells what to do when another program has it.
pub fn listen(address: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(address).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!("{address} is in use; --listen 127.0.0.1:0 takes a free port"),
        _ => format!("{address}: {error}"),
    })
}

/// Waits until the server says that it is ready.
pub async fn ready(address: SocketAddr) -> Result<(), String> {
    for _ in 0..READY_TRIES {
        let asked = tokio::task::spawn_blocking(move || is_ready(address)).await;
        if matches!(asked, Ok(Ok(true))) {
            return Ok(());
        }
        tokio::time::sleep(READY_PAUSE).await;
    }
    Err(format!("http://{address}/readyz does not answer"))
}

fn is_ready(address: SocketAddr) -> io::Result<bool> {
    let mut connection = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    connection.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(
        connection,
        "GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = [0; 12];
    connection.read_exact(&mut answer)?;
    Ok(&answer[9..] == b"200")
}
