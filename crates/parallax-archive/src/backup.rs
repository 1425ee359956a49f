//! A second archive that holds the same.

use crate::{
    database,
    error::{ArchiveError, InDatabase, OnFile, Result},
    lock::Lock,
    reader::Reader,
    warc::Files,
};
use rusqlite::{Connection, backup::Backup};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read},
    path::Path,
    time::Duration,
};

/// Pages of the database that are copied at once, and how long a writer is let in between.
const PAGES: i32 = 4096;
const PAUSE: Duration = Duration::from_millis(5);

impl Reader<'_> {
    /// Makes `target`, which must be new or empty, an archive that holds what this one holds
    /// at this moment. Others may write meanwhile.
    ///
    /// The database comes first: what it speaks of is on the disk, and no byte of a capture
    /// that was written ever changes.
    pub fn back_up(&self, target: &Path) -> Result<()> {
        const DOING: &str = "be copied";
        if database::path(target).exists() {
            return Err(ArchiveError::Exists(target.to_owned()));
        }
        fs::create_dir_all(target).on_file("make", target)?;
        let _lock = Lock::take(target)?;
        let files = Files::new(target, "");
        files.create()?;
        let part = target.join("archive.sqlite.part");
        {
            let mut copy = Connection::open(&part).in_database(DOING)?;
            let backup = Backup::new(self.database(), &mut copy).in_database(DOING)?;
            backup.run_to_completion(PAGES, PAUSE, None).in_database(DOING)?;
        }
        let copied = Reader::of_copy(target, &part)?;
        let mut ends: BTreeMap<u32, u64> = BTreeMap::new();
        for place in copied.places()? {
            let end = ends.entry(place.file).or_default();
            *end = (*end).max(place.start + place.length);
        }
        drop(copied);
        let ours = Files::new(self.folder(), "");
        for (file, end) in ends {
            copy(&ours.path(file), &files.path(file), end)?;
        }
        // It is an archive once this stands.
        fs::rename(&part, database::path(target)).on_file("name", database::path(target))?;
        File::open(target).and_then(|folder| folder.sync_all()).on_file("write to", target)
    }
}

/// Copies the first `length` bytes of a file, onto the disk.
fn copy(from: &Path, to: &Path, length: u64) -> Result<()> {
    let source = File::open(from).on_file("open", from)?;
    let mut target = File::create(to).on_file("make", to)?;
    let copied = io::copy(&mut source.take(length), &mut target).on_file("write to", to)?;
    if copied < length {
        return Err(ArchiveError::Damaged {
            what: from.display().to_string(),
            how: format!("it ends after {copied} of {length} bytes"),
        });
    }
    target.sync_all().on_file("write to", to)
}
