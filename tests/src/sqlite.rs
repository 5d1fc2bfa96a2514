//! A file in a folder of its own.

use std::{fs, path::PathBuf};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// A temporary folder for one database file, removed with what SQLite lays beside it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Folder {
        let path = std::env::temp_dir().join(format!("verbund-test-{}", Uuid::new_v4().simple()));
        fs::create_dir(&path).expect("a temporary folder");
        Folder(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("test.db")
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite://{}", self.file().display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A test that left a connection open still writes here; the folder is temporary in any case.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A copy of the migrated file, which is kept in memory so that nothing of it is left when the process ends.
pub(crate) async fn migrated() -> Folder {
    static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let template = TEMPLATE
        .get_or_init(|| async {
            let folder = Folder::new();
            verbund_migration::up(&folder.url())
                .await
                .expect("the template is migrated");
            fs::read(folder.file()).expect("the template is read")
        })
        .await;
    let folder = Folder::new();
    fs::write(folder.file(), template).expect("the template is copied");
    folder
}
