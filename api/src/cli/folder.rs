//! The folder of a demonstration: a temporary one goes away with the program, a kept one stays.

use super::Failure;
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

pub(super) struct Folder {
    path: PathBuf,
    temporary: bool,
}

impl Folder {
    /// A new folder that is removed when this value is dropped; only its owner can look into it.
    pub fn temporary() -> Result<Self, Failure> {
        let path = std::env::temp_dir().join(format!("verbund-demo-{}", Uuid::new_v4().simple()));
        make(&path)?;
        Ok(Folder { path, temporary: true })
    }

    /// The folder of that name, made if absent. Its passwords would be lost, so that a former demonstration in it is
    /// left alone.
    pub fn kept(path: PathBuf) -> Result<Self, Failure> {
        if !path.is_dir() {
            make(&path)?;
        }
        let folder = Folder { path, temporary: false };
        if folder.database().exists() {
            return Err(Failure::Failed(format!(
                "{} is there already",
                folder.database().display()
            )));
        }
        Ok(folder)
    }

    pub fn database(&self) -> PathBuf {
        self.path.join("verbund.db")
    }

    pub fn key(&self) -> PathBuf {
        self.path.join("verbund-key.pem")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.temporary {
            return;
        }
        if let Err(error) = fs::remove_dir_all(&self.path) {
            tracing::warn!(folder = %self.path.display(), %error, "a temporary folder stays");
        }
    }
}

fn make(path: &Path) -> Result<(), Failure> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .map_err(|error| Failure::Failed(format!("{}: {error}", path.display())))
}
