//! Where a request comes from: the address of the connection, or what a proxy that is trusted says of it.

use actix_web::http::header::HeaderMap;
use std::net::{IpAddr, SocketAddr};

/// An address, or all that begin like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    /// IPv4 as IPv6 writes it, so that both are compared in one way.
    bits: u128,
    /// Bits that count.
    prefix: u32,
}

impl Network {
    /// `10.0.0.0/8`, `::1`. All addresses there are would be no network: everybody could claim to be anybody.
    pub fn parse(text: &str) -> Option<Network> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let (longest, before) = if address.is_ipv4() { (32, 96) } else { (128, 0) };
        let prefix = match prefix {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok()?,
            Some(_) => return None,
            None => longest,
        };
        (1..=longest).contains(&prefix).then_some(Network {
            bits: bits(address),
            prefix: prefix + before,
        })
    }

    pub fn contains(&self, address: IpAddr) -> bool {
        // A short IPv6 prefix such as ::/8 does not mean the IPv4 addresses that are written below it.
        let same_kind = self.prefix >= 96 || !address.to_canonical().is_ipv4();
        same_kind && (self.bits ^ bits(address)) >> (128 - self.prefix) == 0
    }
}

fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().to_bits(),
        IpAddr::V6(address) => address.to_bits(),
    }
}

/// The address of the client. A header counts only if it comes from a trusted proxy, and of its entries the last that
/// no trusted proxy stands at: those before it could be written by anybody.
pub fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut client = peer;
    let values: Vec<_> = headers.get_all("x-forwarded-for").collect();
    let mut entries = values
        .iter()
        .rev()
        .flat_map(|value| value.as_bytes().rsplit(|byte| *byte == b','))
        .map(<[u8]>::trim_ascii)
        .filter(|entry| !entry.is_empty());
    while is_trusted(client) {
        match entries.next().map(entry) {
            Some(Some(address)) => client = address,
            // What cannot be read may hide anybody: the proxy that says so is all that is known.
            Some(None) | None => break,
        }
    }
    client
}

/// An address, which some proxies write with a port.
fn entry(bytes: &[u8]) -> Option<IpAddr> {
    let text = str::from_utf8(bytes).ok()?;
    let address = text.parse().ok();
    address
        .or_else(|| text.parse().ok().map(|with_port: SocketAddr| with_port.ip()))
        .or_else(|| text.strip_prefix('[')?.strip_suffix(']')?.parse().ok())
}
