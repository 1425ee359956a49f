//! A second archive that holds the same.

use crate::{
    error::{ArchiveError, OnFile, Result},
    lock::Lock,
    notebook::Notebook,
    reader::Reader,
    store,
    warc::Files,
};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

impl Reader<'_> {
    /// Makes `target`, which must be new or empty, an archive that holds what this one holds
    /// at this moment. Others may write meanwhile.
    ///
    /// The database comes first: what it speaks of is on the disk, and no byte of a capture
    /// that was written ever changes, unless it is forgotten: then the copy is given up.
    /// What was noted beside the archive is copied too.
    pub fn back_up(&self, target: &Path) -> Result<()> {
        if store::path(target).exists() {
            return Err(ArchiveError::Exists(target.to_owned()));
        }
        fs::create_dir_all(target).on_file("make", target)?;
        let _lock = Lock::take(target)?;
        let files = Files::new(target, "");
        files.create()?;
        let part = target.join("archive.sqlite.part");
        self.view().copy(&part)?;
        let copied = Reader::of_copy(target, &part)?;
        let stones = copied.tombstones()?;
        let mut ends: BTreeMap<u32, u64> = BTreeMap::new();
        for place in
            copied.places()?.into_iter().chain(stones.iter().map(|stone| stone.place.clone()))
        {
            let end = ends.entry(place.file).or_default();
            *end = (*end).max(place.start + place.length);
        }
        drop(copied);
        let ours = Files::new(self.folder(), "");
        for (file, end) in ends {
            copy(&ours.path(file), &files.path(file), end)?;
        }
        if self.tombstones()?.len() != stones.len() {
            return Err(ArchiveError::Forgetting(target.to_owned()));
        }
        Notebook::copy(self.folder(), target)?;
        // It is an archive once this stands.
        fs::rename(&part, store::path(target)).on_file("name", store::path(target))?;
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
