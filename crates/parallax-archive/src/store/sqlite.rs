//! The database as `SQLite`, one file in the folder of the archive.

mod checking;
mod forgetting;
mod read;
mod schema;
mod seal;
mod write;

pub(crate) use schema::{format, path};

use crate::error::{InDatabase, Result};
use rusqlite::Connection;
use std::path::Path;

/// A database of `SQLite`.
#[derive(Debug)]
pub(crate) struct Sqlite {
    database: Connection,
}

impl Sqlite {
    /// Opens that of the archive in `folder` for writing; makes it where there is none, and
    /// brings its schema up to date.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        Ok(Self { database: schema::open(folder)? })
    }

    /// Opens that of the archive in `folder` for reading.
    pub(crate) fn open_to_read(folder: &Path) -> Result<Self> {
        Ok(Self { database: schema::open_to_read(folder)? })
    }

    /// Opens a copy.
    pub(crate) fn open_copy(file: &Path) -> Result<Self> {
        Ok(Self { database: Connection::open(file).in_database("be opened")? })
    }
}
