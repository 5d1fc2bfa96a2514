//! The file of the signing key.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use verbund_api::auth::{KeyError, SigningKey};

/// A folder that is removed with this value.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let path = std::env::temp_dir().join(format!("verbund-keys-{}", uuid::Uuid::new_v4().simple()));
        fs::create_dir(&path).unwrap();
        Folder(path)
    }

    fn key(&self) -> PathBuf {
        self.0.join("key.pem")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

#[test]
fn an_absent_key_is_made_for_its_owner_only_and_read_again_later() {
    let folder = Folder::new();
    let made = SigningKey::open(&folder.key()).unwrap();
    assert_eq!(fs::metadata(folder.key()).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(SigningKey::open(&folder.key()).unwrap().id(), made.id());
    assert_eq!(
        fs::read_dir(&folder.0).unwrap().count(),
        1,
        "nothing else is left behind"
    );
}

#[test]
fn processes_that_start_at_once_agree_on_one_key() {
    let folder = Folder::new();
    let ids: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| SigningKey::open(&folder.key())))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap().unwrap().id().to_owned())
            .collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[test]
fn a_key_that_others_can_read_is_refused() {
    let folder = Folder::new();
    SigningKey::open(&folder.key()).unwrap();
    fs::set_permissions(folder.key(), fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(SigningKey::open(&folder.key()), Err(KeyError::Open(_))));
}

#[test]
fn a_file_without_a_key_is_named_and_left_alone() {
    let folder = Folder::new();
    fs::write(folder.key(), "no key").unwrap();
    fs::set_permissions(folder.key(), fs::Permissions::from_mode(0o600)).unwrap();
    let error = SigningKey::open(&folder.key()).err().unwrap().to_string();
    assert!(error.contains("key.pem"), "{error}");
    assert_eq!(fs::read_to_string(folder.key()).unwrap(), "no key");
}

/// The example of RFC 8037, appendices A.1 to A.3: its key, and the thumbprint that follows from it.
#[test]
fn the_key_id_is_the_thumbprint_of_rfc_7638() {
    let seed = [
        0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44, 0x49,
        0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
    ];
    let mut pkcs8 = vec![0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    pkcs8.extend(seed);
    let key = SigningKey::from_pkcs8(&pkcs8).unwrap();
    assert_eq!(key.id(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assert!(key.jwks().contains("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
    assert!(!key.jwks().contains("\"d\""));
}
