//! The program as the operator meets it: what it prints where, and with which status it ends.

mod accounts;
mod demo;
mod operating;
mod serving;
mod usage;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// An empty folder in which the program runs with an empty environment; removed with this value.
struct Place(PathBuf);

impl Place {
    fn new() -> Place {
        let path = std::env::temp_dir().join(format!("verbund-commands-{}", uuid::Uuid::new_v4().simple()));
        fs::create_dir(&path).expect("a folder");
        Place(path)
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbund"));
        command
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .env_clear()
            .env("TMPDIR", &self.0);
        command
    }

    fn run(&self, arguments: &str) -> Output {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &str, input: &str) -> Output {
        let mut command = self.command(arguments);
        let pipes = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = pipes.spawn().expect("verbund starts");
        let mut stdin = child.stdin.take().expect("its input");
        // Most commands end without reading it.
        drop(stdin.write_all(input.as_bytes()));
        drop(stdin);
        child.wait_with_output().expect("verbund ends")
    }

    /// A migrated database with one account for the installation.
    fn with_an_operator() -> Place {
        let place = Place::new();
        assert_eq!(place.run("migrate").status.code(), Some(0));
        let added = place.run_with(
            "user add --email ops@verbund.example --role OPERATOR",
            "ein langes Passwort\n",
        );
        assert_eq!(added.status.code(), Some(0), "{added:?}");
        place
    }

    fn files(&self) -> usize {
        fs::read_dir(&self.0).expect("the folder").count()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the folder goes away");
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// One request and its whole answer.
fn ask(host: &str, what: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(host).expect("the server");
    write!(
        stream,
        "{what} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n{body}"
    )
    .expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers");
    answer
}

/// A running demonstration; killed with this value if it still runs.
struct Demo {
    child: Option<Child>,
    lines: Vec<Vec<String>>,
}

impl Demo {
    fn start(place: &Place, arguments: &str) -> Demo {
        let mut command = place.command(&format!("demo --listen 127.0.0.1:0 {arguments}"));
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("verbund starts");
        let mut lines = Vec::new();
        for line in BufReader::new(child.stdout.take().expect("its output")).lines() {
            let line: Vec<String> = line.expect("UTF-8").split('\t').map(str::to_owned).collect();
            let last = line == ["ready"];
            lines.push(line);
            if last {
                break;
            }
        }
        Demo {
            child: Some(child),
            lines,
        }
    }

    /// What stands behind the first line with this name.
    fn line(&self, name: &str) -> &[String] {
        self.lines
            .iter()
            .find(|line| line[0] == name)
            .map(|line| &line[1..])
            .expect(name)
    }

    fn post(&self, document: &str) -> String {
        self.post_with(document, "")
    }

    /// With further header lines, each ended.
    fn post_with(&self, document: &str, headers: &str) -> String {
        let body = serde_json::json!({ "query": document }).to_string();
        let length = format!("Content-Type: application/json\r\nContent-Length: {}\r\n", body.len());
        ask(self.host(), "POST /graphql", &format!("{headers}{length}"), &body)
    }

    fn host(&self) -> &str {
        self.line("url")[0].trim_start_matches("http://").trim_end_matches('/')
    }

    /// With what status it ends, within ten seconds of the signal.
    fn stop(mut self, signal: &str) -> Option<i32> {
        stop(self.child.take().expect("a demonstration that runs"), signal)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            drop(child.kill());
            drop(child.wait());
        }
    }
}

fn stop(mut child: Child, signal: &str) -> Option<i32> {
    let id = child.id().to_string();
    let send = |signal| Command::new("kill").args(["-s", signal, &id]).status().expect("kill");
    send(signal);
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || tell.send(child.wait()));
    match told.recv_timeout(Duration::from_secs(10)) {
        Ok(ended) => ended.expect("verbund ends").code(),
        Err(_) => {
            send("KILL");
            panic!("it runs on after SIG{signal}");
        }
    }
}
