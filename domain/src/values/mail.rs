//! Mail addresses: kept as given, compared without regard to case.

use ::url::Host;

/// A mail address, with at most 254 characters (RFC 5321).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress {
    given: String,
    key: String,
}

impl EmailAddress {
    /// As given, without blanks around.
    pub fn as_str(&self) -> &str {
        &self.given
    }

    /// What two spellings of one address have in common: lower case, and the domain as the name service knows it.
    pub fn key(&self) -> &str {
        &self.key
    }

    fn read_text(text: &str) -> Option<Self> {
        let (local, domain) = text.rsplit_once('@')?;
        let Host::Domain(host) = Host::parse(domain).ok()? else {
            return None;
        };
        let fits = local.len() <= 64 && text.len() <= 254 && local_is_plain(local) && domain_is_plain(domain);
        let key = format!("{}@{}", local.to_ascii_lowercase(), host.to_lowercase());
        (fits && host.contains('.')).then(|| EmailAddress {
            given: text.to_owned(),
            key,
        })
    }
}

/// RFC 5322's dot-atom; quoted names are legal and nobody's.
fn local_is_plain(local: &str) -> bool {
    let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(c);
    local.split('.').all(|part| !part.is_empty() && part.chars().all(atom))
}

fn domain_is_plain(domain: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c == '-' || c.is_alphanumeric())
    };
    domain.split('.').all(label)
}

text_scalar! {
    /// A mail address (E-Mail-Adresse), kept as given; upper and lower case are the same.
    EmailAddress at "https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1", like "\"integration@stadt.example\""
}
