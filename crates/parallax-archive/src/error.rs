//! What can go wrong with a folder that holds an archive.

use std::{io, path::PathBuf};
use thiserror::Error;

/// Why the archive cannot do what it was asked.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// There is none.
    #[error("there is no archive in {0}; `parallax init` makes one")]
    Missing(PathBuf),
    /// There is one already.
    #[error("there is an archive in {0} already")]
    Exists(PathBuf),
    /// Another process writes.
    #[error("another process is writing to {0}; reading goes on meanwhile")]
    Busy(PathBuf),
    /// Captures were forgotten while they were copied.
    #[error("captures were forgotten while {0} was made; remove it and begin again")]
    Forgetting(PathBuf),
    /// A newer program made it.
    #[error("{path} was made by a newer version (format {found}, this one knows {known})")]
    Newer {
        /// The archive.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The newest format that this program knows.
        known: u32,
    },
    /// What was read is of another version of the program.
    #[error("what {path} holds was read by {by}; `parallax rebuild` reads it anew")]
    Stale {
        /// The archive.
        path: PathBuf,
        /// The version that read it.
        by: String,
    },
    /// A file refused.
    #[error("cannot {doing} {path}")]
    File {
        /// What was being done.
        doing: &'static str,
        /// To which file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The database refused.
    #[error("the database (archive.sqlite) cannot {doing}")]
    Database {
        /// What was being done.
        doing: &'static str,
        /// Why not.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// What was to be kept did not come.
    #[error("what was to be kept did not come")]
    Stopped,
    /// Something kept is not what was put there.
    #[error("{what} is damaged: {how}")]
    Damaged {
        /// Which thing.
        what: String,
        /// What is wrong with it.
        how: String,
    },
}

impl ArchiveError {
    /// It, with what it came of.
    pub(crate) fn with_cause(&self) -> String {
        match std::error::Error::source(self) {
            Some(cause) => format!("{self}: {cause}"),
            None => self.to_string(),
        }
    }
}

/// The result of what an archive does.
pub(crate) type Result<T, E = ArchiveError> = std::result::Result<T, E>;

/// Says of a failure of a file what was being done to which.
pub(crate) trait OnFile<T> {
    fn on_file(self, doing: &'static str, path: impl Into<PathBuf>) -> Result<T>;
}

impl<T> OnFile<T> for io::Result<T> {
    fn on_file(self, doing: &'static str, path: impl Into<PathBuf>) -> Result<T> {
        self.map_err(|source| ArchiveError::File { doing, path: path.into(), source })
    }
}

/// Says of a failure of the database what was being done.
pub(crate) trait InDatabase<T> {
    fn in_database(self, doing: &'static str) -> Result<T>;
}

impl<T> InDatabase<T> for rusqlite::Result<T> {
    fn in_database(self, doing: &'static str) -> Result<T> {
        self.map_err(|source| ArchiveError::Database { doing, source: source.into() })
    }
}
