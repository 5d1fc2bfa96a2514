//! What the read engine costs, beside a handler written by hand: CPU per request of server and database, in one run.
//!
//! Both answer the same document over HTTP with the same bytes from the same PostgreSQL. The engine runs as the whole
//! server with all its rules; the other handler has flat SQL, one statement for each relation, the same rules of
//! visibility written out, and no GraphQL at all. Read the ratios: absolute times are the machine's.

mod bare;
mod client;
mod cpu;
mod world;

use client::Client;
use cpu::Cpu;
use serde_json::json;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

/// Rounds and requests in each of them, alternating between the two.
const ROUNDS: usize = 9;
const REQUESTS: usize = 100;

/// 20 meetings with their host and its contacts, organisers with their parties, projects with their participations.
pub const DOCUMENT: &str = "query($after: DateTime!) { meetings(first: 20, filter: {startsAt: {gte: $after}}) { nodes { \
    id title startsAt kind status \
    host { id name contacts(first: 5) { nodes { id purpose visibility channels { type value display } } } } \
    organizers(first: 5) { nodes { id role status party { ... on Municipality { id name } } } } \
    projects(first: 5) { nodes { id title status participations(first: 5) { nodes { id role status party { ... on Municipality { id name } } } } } } \
    } } }";

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[actix_web::main]
async fn main() -> Result<(), Failure> {
    let mut args = std::env::args().skip(1);
    if args.next().as_deref() == Some("bare") {
        let (url, port) = (args.next().ok_or("url")?, args.next().ok_or("port")?);
        return bare::serve(&url, port.parse()?).await;
    }
    let admin =
        std::env::var("VERBUND_TEST_PG").map_err(|_| "VERBUND_TEST_PG names a PostgreSQL; ./dev bench starts one")?;
    let url = world::create(&admin).await?;
    let (engine_port, bare_port) = (free_port()?, free_port()?);
    let engine = Server::start(
        Command::new(std::env::var("VERBUND_BIN")?)
            .args(["serve", "--listen", &format!("127.0.0.1:{engine_port}")])
            .env("VERBUND_DATABASE_URL", &url)
            .env(
                "VERBUND_KEY_FILE",
                std::env::temp_dir().join(format!("verbund-bench-{}.pem", std::process::id())),
            )
            .env("VERBUND_LOG", "error"),
    )?;
    let bare = Server::start(Command::new(std::env::current_exe()?).args(["bare", &url, &bare_port.to_string()]))?;
    let mut ask_engine = Client::connect(engine_port)?;
    let mut ask_bare = Client::connect(bare_port)?;
    let body = |i: usize| json!({"query": DOCUMENT, "variables": {"after": world::start(i)}}).to_string();

    let (one, other) = (ask_engine.post("/graphql", &body(0))?, ask_bare.post("/", &body(0))?);
    if one != other {
        std::fs::write(std::env::temp_dir().join("verbund-bench-engine.json"), &one)?;
        std::fs::write(std::env::temp_dir().join("verbund-bench-bare.json"), &other)?;
        return Err(format!("the two do not answer alike: {} and {} bytes", one.len(), other.len()).into());
    }
    println!(
        "{} objects, {} bytes; {ROUNDS} rounds of {REQUESTS} requests each",
        count(&one),
        one.len()
    );
    let mut ratios = Vec::new();
    let (mut engines, mut bares) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let mut measured = Vec::new();
        for (server, client, path) in [(&engine, &mut ask_engine, "/graphql"), (&bare, &mut ask_bare, "/")] {
            let before = Cpu::of(server.0.id(), &url)?;
            for i in 0..REQUESTS {
                client.post(path, &body(round * REQUESTS + i))?;
            }
            measured.push((Cpu::of(server.0.id(), &url)? - before).per(REQUESTS));
        }
        if round > 0 {
            ratios.push(measured[0].total() / measured[1].total()); // the first round warms up
            engines.push(measured[0]);
            bares.push(measured[1]);
        }
    }
    println!("engine  {}", cpu::median(&engines));
    println!("by hand {}", cpu::median(&bares));
    ratios.sort_by(f64::total_cmp);
    println!(
        "ratio   {:.2} (median of {ROUNDS}; {:.2} to {:.2})",
        ratios[ROUNDS / 2],
        ratios[0],
        ratios[ROUNDS - 1]
    );
    Ok(())
}

fn count(text: &str) -> usize {
    text.matches("\"id\":").count()
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A server of this run, ended with it.
struct Server(Child);

impl Server {
    fn start(command: &mut Command) -> std::io::Result<Server> {
        Ok(Server(command.stdout(Stdio::null()).spawn()?))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
