//! The server: one listener, cut-offs for the slow, and an orderly end.

use super::{Application, Http};
use actix_web::{App, HttpResponse, HttpServer, dev, web};
use std::{
    io,
    net::{SocketAddr, TcpListener},
    sync::Arc,
    time::Duration,
};
use tokio::signal::unix::{SignalKind, signal};

const HEADERS_TIME: Duration = Duration::from_secs(5);
const KEEP_ALIVE: Duration = Duration::from_secs(75);
const STOP_SECONDS: u64 = 5;

/// A server that listens. It works while `end` is awaited.
pub struct Running {
    /// Where it listens, with the port that the system gave for port 0.
    pub address: SocketAddr,
    server: dev::Server,
    metrics: Option<dev::Server>,
}

impl Running {
    /// Asks the server to stop, from anywhere.
    pub fn handle(&self) -> dev::ServerHandle {
        self.server.handle()
    }

    /// Runs until SIGTERM, SIGINT or the handle ends it; requests under way have five seconds.
    pub async fn end(self) -> io::Result<()> {
        let Some(metrics) = self.metrics else {
            return self.server.await;
        };
        let handle = metrics.handle();
        let main = async {
            let ended = self.server.await;
            handle.stop(false).await;
            ended
        };
        let (ended, metrics) = tokio::join!(main, metrics);
        ended.and(metrics)
    }

    /// Beside it, a server of its own that ends with it.
    pub fn and(self, metrics: dev::Server) -> Self {
        Running {
            metrics: Some(metrics),
            ..self
        }
    }
}

/// Starts to answer on a port that was taken before.
pub fn serve<A: Application>(http: &Arc<Http<A>>, listener: TcpListener) -> io::Result<Running> {
    let address = listener.local_addr()?;
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let http = http.clone();
    let server = HttpServer::new(move || App::new().configure(http.routes()))
        .client_request_timeout(HEADERS_TIME)
        .keep_alive(KEEP_ALIVE)
        .shutdown_timeout(STOP_SECONDS)
        .shutdown_signal(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        })
        .listen(listener)?
        .run();
    Ok(Running {
        address,
        server,
        metrics: None,
    })
}

/// A server for `/metrics` alone: what it tells is for those who run the register, not for those who use it.
pub fn serve_metrics<A: Application>(http: &Arc<Http<A>>, listener: TcpListener) -> io::Result<dev::Server> {
    let http = web::Data::from(http.clone());
    let server = HttpServer::new(move || {
        App::new()
            .app_data(http.clone())
            .route("/metrics", web::get().to(metrics::<A>))
    });
    Ok(server
        .workers(1)
        .client_request_timeout(HEADERS_TIME)
        .disable_signals()
        .shutdown_timeout(1)
        .listen(listener)?
        .run())
}

async fn metrics<A: Application>(http: web::Data<Http<A>>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4; charset=utf-8")
        .insert_header(("Cache-Control", "no-store"))
        .body(http.metrics.text(&http.application.pools()))
}
