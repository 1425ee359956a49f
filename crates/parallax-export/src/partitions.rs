//! Tables as Parquet files, in folders by day: `claims/day=2027-03-12/part-00000.parquet`.
//!
//! Rows of no day stand under `day=__HIVE_DEFAULT_PARTITION__`, which readers take for none.

use crate::sheet::Sheet;
use jiff::civil::Date;
use parallax_model::Edition;
use parallax_publish::tables::TABLES;
use parquet::errors::ParquetError;
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Bytes of cells that are held before they are written.
const HELD: usize = 64 << 20;

/// Where rows of no day stand.
const NO_DAY: &str = "__HIVE_DEFAULT_PARTITION__";

/// Why tables could not be written.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A file refused.
    #[error("cannot write {path}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The format refused.
    #[error("cannot write {path} as Parquet")]
    Parquet {
        /// Which file.
        path: PathBuf,
        /// Why not.
        source: ParquetError,
    },
}

/// Writes the rows of editions to a folder, a folder a table and in it one a day.
///
/// The same editions in the same order give the same bytes.
#[derive(Debug)]
pub struct Partitions {
    folder: PathBuf,
    made_by: String,
    /// By table and day, what is not written yet.
    held: BTreeMap<(usize, Option<Date>), Sheet>,
    bytes: usize,
    /// How many files there are of each.
    parts: BTreeMap<(usize, Option<Date>), usize>,
    rows: usize,
}

impl Partitions {
    /// Writes to `folder`, which is there and empty; the files say that `made_by` made them.
    pub fn new(folder: &Path, made_by: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            made_by: made_by.to_owned(),
            held: BTreeMap::new(),
            bytes: 0,
            parts: BTreeMap::new(),
            rows: 0,
        }
    }

    /// Takes in every row of an edition.
    pub fn take(&mut self, edition: &Edition) -> Result<(), ExportError> {
        for (at, table) in TABLES.iter().enumerate() {
            let (held, bytes, rows) = (&mut self.held, &mut self.bytes, &mut self.rows);
            table.rows(edition, |day, cells| {
                let sheet = held.entry((at, day)).or_insert_with(|| Sheet::new(table));
                *bytes += sheet.put(cells);
                *rows += 1;
            });
        }
        if self.bytes > HELD { self.write() } else { Ok(()) }
    }

    /// Writes what is held; gives how many rows there were in all.
    pub fn finish(mut self) -> Result<usize, ExportError> {
        self.write()?;
        Ok(self.rows)
    }

    fn write(&mut self) -> Result<(), ExportError> {
        for ((table, day), sheet) in std::mem::take(&mut self.held) {
            let part = self.parts.entry((table, day)).or_default();
            let name = TABLES.get(table).map_or("", |table| table.name);
            let day = day.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string());
            let folder = self.folder.join(name).join(format!("day={day}"));
            let path = folder.join(format!("part-{part:05}.parquet"));
            *part += 1;
            let refused = |source| ExportError::File { path: path.clone(), source };
            fs::create_dir_all(&folder).map_err(refused)?;
            let file = File::options().write(true).create_new(true).open(&path).map_err(refused)?;
            let broken = |source| ExportError::Parquet { path: path.clone(), source };
            let file = sheet.write(file, &self.made_by).map_err(broken)?;
            file.sync_all().map_err(refused)?;
        }
        self.bytes = 0;
        Ok(())
    }
}
