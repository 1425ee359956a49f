//! One writer at a time.

use crate::error::{ArchiveError, OnFile, Result};
use std::{
    fs::{File, TryLockError},
    path::Path,
};

/// Held while a process writes; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub(crate) struct Lock {
    _held: File,
}

impl Lock {
    /// Takes the lock of the archive in `folder`, or says that it is taken.
    pub(crate) fn take(folder: &Path) -> Result<Self> {
        let path = folder.join("writer.lock");
        let opened = File::options().create(true).truncate(false).write(true).open(&path);
        let file = opened.on_file("open", &path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _held: file }),
            Err(TryLockError::WouldBlock) => Err(ArchiveError::Busy(folder.to_owned())),
            Err(TryLockError::Error(error)) => Err(error).on_file("lock", path),
        }
    }
}
