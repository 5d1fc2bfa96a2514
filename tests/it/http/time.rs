//! What takes too long is given up, but never a change that has begun.

use super::{PATIENCE, Slow, Small, query, with};
use actix_web::http::StatusCode;
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, atomic::Ordering::SeqCst},
    time::Duration,
};
use tokio::time::timeout;
use verbund_api::http::{Http, Limits, Settings, serve};

#[actix_web::test]
async fn a_mutation_runs_to_its_end_although_nobody_waits_any_more() {
    let slow = Arc::new(Slow::default());
    let limits = Limits {
        mutation_time: Duration::from_millis(1),
        ..Limits::default()
    };
    let answer = with(
        Settings {
            limits,
            ..Settings::default()
        },
        slow.clone(),
        query("mutation{write}"),
    )
    .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE")
    );
    assert_eq!(answer.header("retry-after"), "5");
    assert!(
        answer.json()["errors"][0]["message"]
            .as_str()
            .unwrap()
            .contains("idempotencyKey")
    );
    slow.go.notify_one();
    slow.gone.notified().await;
    assert_eq!(slow.done.load(SeqCst), 1);
}

#[actix_web::test]
async fn a_query_that_takes_too_long_is_given_up() {
    let limits = Limits {
        query_time: Duration::from_millis(1),
        ..Limits::default()
    };
    let answer = with(
        Settings {
            limits,
            ..Settings::default()
        },
        Arc::default(),
        query("{never}"),
    )
    .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE")
    );
}

#[actix_web::test]
async fn a_session_that_does_not_open_in_time_is_given_up_and_nothing_is_done() {
    let limits = Limits {
        query_time: Duration::from_millis(1),
        mutation_time: Duration::from_millis(1),
        ..Limits::default()
    };
    let settings = Settings {
        limits,
        ..Settings::default()
    };
    let slow = Arc::new(Slow::default());
    slow.go.notify_one();
    for document in ["{hello}", "mutation{write}"] {
        let request = query(document).insert_header(("authorization", "Bearer slow"));
        let answer = timeout(PATIENCE, with(settings.clone(), slow.clone(), request))
            .await
            .expect("an answer");
        assert_eq!(
            (answer.status, answer.code().as_str(), answer.header("retry-after")),
            (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE", "5"),
            "{document}"
        );
    }
    assert_eq!(slow.done.load(SeqCst), 0);
}

#[actix_web::test]
async fn a_body_that_stalls_is_cut_and_the_server_stops_when_asked() {
    let limits = Limits {
        body_time: Duration::from_millis(1),
        ..Limits::default()
    };
    let small = Arc::new(Small::new(Arc::default()));
    let http = Http::new(
        small,
        Settings {
            limits,
            ..Settings::default()
        },
    )
    .unwrap();
    let running = serve(&http, TcpListener::bind(("127.0.0.1", 0)).unwrap()).unwrap();
    let (address, handle) = (running.address, running.handle());
    assert_ne!(address.port(), 0);
    let client = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        let head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{";
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap(); // to the end: the connection is closed
        answer
    });
    let asked = async {
        let answer = client.await.unwrap();
        handle.stop(true).await;
        answer
    };
    let (ended, answer) = tokio::join!(running.end(), asked);
    ended.unwrap();
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("BAD_REQUEST"));
}
