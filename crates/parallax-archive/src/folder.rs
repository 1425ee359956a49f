//! The folder of an archive, looked at without opening it.

use crate::{
    error::{ArchiveError, OnFile, Result},
    lock::Lock,
    store,
};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

/// A folder that may hold an archive.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// That at `path`.
    pub fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Whether it holds an archive.
    pub fn is_archive(&self) -> bool {
        store::path(&self.0).exists()
    }

    /// Which format its database has, and the newest that this program knows.
    pub fn format(&self) -> Result<(usize, usize)> {
        store::format(&self.0)
    }

    /// Whether another process writes to it now.
    pub fn is_busy(&self) -> Result<bool> {
        match Lock::take(&self.0) {
            Ok(_) => Ok(false),
            Err(ArchiveError::Busy(_)) => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Tries whether files can be made in it, and in its folder of captures.
    pub fn try_writing(&self) -> Result<()> {
        for folder in [self.0.clone(), self.0.join("captures")] {
            let trial = folder.join(".trial");
            File::create(&trial).on_file("make", &trial)?;
            fs::remove_file(&trial).on_file("remove", &trial)?;
        }
        Ok(())
    }

    /// How long a file of captures is, from 1; none where there is none.
    pub fn length_of(&self, file: u32) -> Option<u64> {
        let path = self.0.join("captures").join(format!("{file:05}.warc.gz"));
        fs::metadata(path).ok().map(|file| file.len())
    }

    /// How much stands in the log of the database and not in the database itself.
    pub fn log(&self) -> u64 {
        fs::metadata(self.0.join("archive.sqlite-wal")).map_or(0, |file| file.len())
    }

    /// Files that something that was cut off left behind; nobody reads them.
    pub fn leftovers(&self) -> Vec<PathBuf> {
        let names = ["archive.sqlite.part", ".trial", "captures/.trial", "index/written.part"];
        names.iter().map(|name| self.0.join(name)).filter(|path| path.exists()).collect()
    }
}
