//! The database of an archive that lost its own, made again of the files of captures.
//!
//! What stands in the files is where each capture lies and what was forgotten, with the reason. What a person decided,
//! and which articles stay one story of one name though a capture of it was forgotten, stood in the database alone.

use crate::{
    archive::Archive,
    error::{ArchiveError, OnFile, Result},
    rows::Batch,
    store::{self, Sqlite, Store},
    tombstone::Tombstone,
    warc::{Files, Standing},
};
use parallax_model::CaptureId;
use std::{
    collections::{BTreeMap, btree_map::Entry},
    fs,
    path::{Path, PathBuf},
};

/// Where the database is made, until it is whole.
fn part(folder: &Path) -> PathBuf {
    folder.join("archive.part")
}

impl Archive {
    /// As [`open`](Self::open), for who reads all captures anew: where the database is lost, it is made again first.
    ///
    /// What was read in the captures is to be [forgotten](Self::forget_readings) and read.
    pub fn open_anew(folder: &Path, made_by: &str) -> Result<Self> {
        if !store::path(folder).exists() {
            take_stock(folder)?;
        }
        Self::open(folder, made_by)
    }
}

/// Writes down what stands in the files: whole, or not at all.
fn take_stock(folder: &Path) -> Result<()> {
    let files = Files::new(folder, "");
    if !files.path(1).exists() {
        return Err(ArchiveError::Missing(folder.to_owned()));
    }
    let part = part(folder);
    if part.exists() {
        fs::remove_dir_all(&part).on_file("remove", &part)?;
    }
    fs::create_dir_all(&part).on_file("make", &part)?;
    {
        let mut made = Sqlite::open(&part)?;
        let (held, stones) = standing(&files)?;
        made.keep(&held)?;
        made.intend(&stones, &[])?;
        made.remove(&stones)?;
        made.sweep()?;
    }
    let whole = store::path(folder);
    fs::rename(store::path(&part), &whole).on_file("make", &whole)?;
    fs::remove_dir_all(&part).on_file("remove", &part)
}

/// The captures of the files in their order, and what is left of those that were forgotten.
fn standing(files: &Files) -> Result<(Batch, Vec<Tombstone>)> {
    let mut held = Batch::default();
    let mut numbers: BTreeMap<CaptureId, u64> = BTreeMap::new();
    let mut stones = Vec::new();
    let mut number = 0;
    files.each(|standing| match standing {
        Standing::Capture(found) => {
            // Twice after a crash between the files and the database.
            if let Entry::Vacant(free) = numbers.entry(found.capture.id()) {
                number += 1;
                free.insert(number);
                held.places.push(found.place(number));
            }
        }
        Standing::Tombstone(mut stone) => {
            number += 1;
            stone.place.number = number;
            stones.push(stone);
        }
    })?;
    for stone in &mut stones {
        stone.again = numbers.get(&stone.place.id).copied();
    }
    Ok((held, stones))
}
