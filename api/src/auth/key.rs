//! The key that signs access tokens: Ed25519, in a file that only its owner can read.

use super::pem;
use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{DecodingKey, EncodingKey};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A key pair, and what others need to verify with it.
#[derive(Clone)]
pub struct SigningKey {
    pub(super) signs: EncodingKey,
    pub(super) verifies: DecodingKey,
    id: String,
    public: String,
    secret: Vec<u8>,
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("{}: {error}", .path.display())]
    File { path: PathBuf, error: std::io::Error },
    #[error("{}: no Ed25519 key in PKCS#8 PEM", .0.display())]
    NoKey(PathBuf),
    #[error("{}: others can read this key; chmod 600 it", .0.display())]
    Open(PathBuf),
    #[error("no key could be made")]
    NotMade,
}

impl SigningKey {
    /// The key in the file; a new one is made and kept there if there is no such file. When several processes start
    /// at once, one of them makes it and the others read that one.
    pub fn open(path: &Path) -> Result<Self, KeyError> {
        loop {
            match fs::read_to_string(path) {
                Ok(text) => {
                    refuse_if_open(path)?;
                    return pem::read(&text)
                        .and_then(|pkcs8| Self::from_pkcs8(&pkcs8))
                        .ok_or_else(|| KeyError::NoKey(path.into()));
                }
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => {
                    return Err(KeyError::File {
                        path: path.into(),
                        error,
                    });
                }
            }
            let pkcs8 = new_pkcs8()?;
            match keep(path, &pem::write(&pkcs8)) {
                Ok(()) => tracing::info!(file = %path.display(), "made a signing key"),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => {
                    return Err(KeyError::File {
                        path: path.into(),
                        error,
                    });
                }
            }
        }
    }

    /// A key that lives as long as the process.
    pub fn generate() -> Result<Self, KeyError> {
        Self::from_pkcs8(&new_pkcs8()?).ok_or(KeyError::NotMade)
    }

    /// An Ed25519 key in PKCS#8; `None` for any other.
    pub fn from_pkcs8(pkcs8: &[u8]) -> Option<Self> {
        let pair = Ed25519KeyPair::from_pkcs8(pkcs8).ok()?;
        let public = URL_SAFE_NO_PAD.encode(pair.public_key().as_ref());
        // RFC 7638: the required members in alphabetical order, without white space.
        let thumbprint = digest(
            &SHA256,
            format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{public}"}}"#).as_bytes(),
        );
        Some(SigningKey {
            signs: EncodingKey::from_ed_der(pkcs8),
            verifies: DecodingKey::from_ed_der(pair.public_key().as_ref()),
            id: URL_SAFE_NO_PAD.encode(thumbprint.as_ref()),
            public,
            secret: pkcs8.to_vec(),
        })
    }

    /// The `kid`: the key's thumbprint (RFC 7638), so that equal keys have equal ids everywhere.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The private half, from which other keys of the installation are derived.
    pub fn secret(&self) -> &[u8] {
        &self.secret
    }

    /// The public half as a JSON Web Key Set, for `/.well-known/jwks.json`.
    pub fn jwks(&self) -> String {
        format!(
            r#"{{"keys":[{{"kty":"OKP","crv":"Ed25519","use":"sig","alg":"EdDSA","kid":"{}","x":"{}"}}]}}"#,
            self.id, self.public
        )
    }
}

/// Version 1 of PKCS#8, the form that `openssl genpkey -algorithm ed25519` writes and reads.
fn new_pkcs8() -> Result<Vec<u8>, KeyError> {
    let document = Ed25519KeyPair::generate_pkcs8v1(&SystemRandom::new()).map_err(|_| KeyError::NotMade)?;
    Ok(document.as_ref().to_vec())
}

/// Writes a file beside it and gives it the name only when it is whole, and only if the name is still free.
fn keep(path: &Path, text: &str) -> std::io::Result<()> {
    let unfinished = path.with_extension(Uuid::new_v4().simple().to_string());
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&unfinished).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let kept = written.and_then(|()| fs::hard_link(&unfinished, path));
    let removed = fs::remove_file(&unfinished);
    kept.and(removed)
}

#[cfg(unix)]
fn refuse_if_open(path: &Path) -> Result<(), KeyError> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path)
        .map_err(|error| KeyError::File {
            path: path.into(),
            error,
        })?
        .permissions()
        .mode();
    if mode & 0o077 == 0 {
        Ok(())
    } else {
        Err(KeyError::Open(path.into()))
    }
}

#[cfg(not(unix))]
fn refuse_if_open(_: &Path) -> Result<(), KeyError> {
    Ok(())
}
