//! Web addresses: always https, never with a password in them.

use ::url::{Host, Url as Address};

/// Longer ones are refused by programs in use.
const LENGTH: usize = 2048;

/// A web address that starts with `https://`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(String);

impl Url {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn read_text(text: &str) -> Option<Self> {
        if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return None;
        }
        let www = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
        let mut address = match www {
            true => Address::parse(&format!("https://{text}")),
            false => Address::parse(text),
        }
        .ok()?;
        if address.scheme() == "http" {
            address.set_scheme("https").ok()?;
        }
        let named = matches!(address.host(), Some(Host::Domain(name)) if name.trim_end_matches('.').contains('.'));
        let open = address.username().is_empty() && address.password().is_none();
        let fits = address.as_str().len() <= LENGTH;
        (address.scheme() == "https" && named && open && fits).then(|| Url(address.into()))
    }
}

text_scalar! {
    /// A web address (Internetadresse) of at most 2048 characters. `http://` becomes `https://`, `www.…` is completed.
    Url at "https://url.spec.whatwg.org/", like "\"https://www.stadt.example/integration\""
}
