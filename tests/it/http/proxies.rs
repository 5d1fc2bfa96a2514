//! Where a request comes from when a proxy stands in front of the server.

use super::{query, with};
use actix_web::test::TestRequest;
use std::net::SocketAddr;
use std::sync::Arc;
use verbund_api::http::{Network, Settings};

/// The client's address as the server sees it.
async fn seen(peer: &str, trusted: &[&str], forwarded: &[&str]) -> String {
    let settings = Settings {
        trusted_proxies: trusted
            .iter()
            .map(|text| Network::parse(text).expect("a network"))
            .collect(),
        ..Settings::default()
    };
    let peer: SocketAddr = peer.parse().expect("an address");
    let mut request: TestRequest = query("{address}").peer_addr(peer);
    for value in forwarded {
        request = request.append_header(("x-forwarded-for", *value));
    }
    let answer = with(settings, Arc::default(), request).await;
    answer.json()["data"]["address"].as_str().unwrap_or_default().to_owned()
}

#[actix_web::test]
async fn behind_a_trusted_proxy_each_client_has_an_address_of_its_own() {
    let trusted = ["10.0.0.0/8", "::1", "fd00::/8"];
    for (peer, forwarded, client) in [
        ("10.1.2.3:5", &["192.0.2.1"][..], "192.0.2.1"),
        ("10.1.2.3:5", &["2001:db8::1"], "2001:db8::1"),
        ("[::1]:5", &["192.0.2.1"], "192.0.2.1"),
        ("[fd12::1]:5", &["192.0.2.1"], "192.0.2.1"),
        ("[::ffff:10.1.2.3]:5", &["192.0.2.1"], "192.0.2.1"),
        // Through two proxies, in one header and in two.
        ("10.1.2.3:5", &["192.0.2.1, 10.9.9.9"], "192.0.2.1"),
        ("10.1.2.3:5", &["192.0.2.1", "10.9.9.9"], "192.0.2.1"),
        ("10.1.2.3:5", &["192.0.2.1, ,10.9.9.9,"], "192.0.2.1"),
        // As some write it.
        ("10.1.2.3:5", &["192.0.2.1:4711"], "192.0.2.1"),
        ("10.1.2.3:5", &["[2001:db8::1]:4711"], "2001:db8::1"),
        ("10.1.2.3:5", &["[2001:db8::1]"], "2001:db8::1"),
        // From within.
        ("10.1.2.3:5", &["10.4.4.4"], "10.4.4.4"),
        ("10.1.2.3:5", &[], "10.1.2.3"),
    ] {
        assert_eq!(seen(peer, &trusted, forwarded).await, client, "{peer} {forwarded:?}");
    }
}

#[actix_web::test]
async fn nobody_can_claim_to_be_somebody_else() {
    let trusted = ["10.0.0.0/8"];
    for (peer, forwarded, client) in [
        // Not from a proxy that is trusted.
        ("192.0.2.9:5", &["192.0.2.1"][..], "192.0.2.9"),
        ("11.0.0.1:5", &["192.0.2.1"], "11.0.0.1"),
        ("[2001:db8::9]:5", &["192.0.2.1"], "2001:db8::9"),
        // What the client has sent itself stands before what the proxy adds.
        ("10.1.2.3:5", &["127.0.0.1, 192.0.2.9"], "192.0.2.9"),
        ("10.1.2.3:5", &["10.0.0.1, 192.0.2.9"], "192.0.2.9"),
        ("10.1.2.3:5", &["127.0.0.1", "192.0.2.9"], "192.0.2.9"),
        ("10.1.2.3:5", &["127.0.0.1, 192.0.2.9, 10.9.9.9"], "192.0.2.9"),
        // What cannot be read hides whoever stands before it.
        ("10.1.2.3:5", &["192.0.2.1, unknown"], "10.1.2.3"),
        ("10.1.2.3:5", &["192.0.2.1, _hidden, 10.9.9.9"], "10.9.9.9"),
    ] {
        assert_eq!(seen(peer, &trusted, forwarded).await, client, "{peer} {forwarded:?}");
    }
    let believed = seen("10.1.2.3:5", &[], &["192.0.2.1"]).await;
    assert_eq!(believed, "10.1.2.3", "nobody is trusted by default");
    let short = seen("10.1.2.3:5", &["::/8"], &["192.0.2.1"]).await;
    assert_eq!(short, "10.1.2.3", "a network of IPv6 has no IPv4 address");
}
