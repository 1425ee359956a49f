//! The files that captures are appended to.

use super::record::{self, Recorded};
use crate::{
    error::{ArchiveError, OnFile, Result},
    place::Place,
    tombstone::Tombstone,
};
use flate2::bufread::GzDecoder;
use jiff::Timestamp;
use parallax_model::{Capture, Digest};
use std::{
    fs::{self, File},
    io::{BufReader, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// A file that has grown beyond is closed and another begun.
const FULL: u64 = 1 << 30;

/// Where captures are kept.
#[derive(Debug)]
pub(crate) struct Files {
    folder: PathBuf,
    software: String,
    /// The file that is appended to, and its length.
    open: Option<(u32, File, u64)>,
}

/// A capture that stands in a file.
pub(crate) struct Found {
    pub(crate) capture: Capture,
    pub(crate) file: u32,
    pub(crate) start: u64,
    pub(crate) length: u64,
    pub(crate) member: Digest,
}

/// What stands in a file.
pub(crate) enum Standing {
    Capture(Found),
    /// What is left of a capture; its number is to be told.
    Tombstone(Tombstone),
}

impl Found {
    pub(crate) fn place(&self, number: u64) -> Place {
        Place {
            number,
            id: self.capture.id(),
            payload: self.capture.sha256(),
            file: self.file,
            start: self.start,
            length: self.length,
            member: self.member,
        }
    }
}

impl Files {
    /// The files of the archive in `folder`, not opened yet.
    pub(crate) fn new(folder: &Path, software: &str) -> Self {
        Self { folder: folder.join("captures"), software: software.to_owned(), open: None }
    }

    /// Makes the folder they stand in.
    pub(crate) fn create(&self) -> Result<()> {
        fs::create_dir_all(&self.folder).on_file("make", &self.folder)
    }

    /// The path of one of them.
    pub(crate) fn path(&self, file: u32) -> PathBuf {
        self.folder.join(format!("{file:05}.warc.gz"))
    }

    /// Opens the newest for appending, once what stands after byte `known` of file `file`
    /// (0: no file) has been read: gives the captures found there and cuts off what a
    /// crash left half written.
    pub(crate) fn take_up(&mut self, file: u32, known: u64) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        let (mut file, mut known) = if file == 0 { (1, 0) } else { (file, known) };
        while self.path(file).exists() {
            let length = self.whole_records(file, known, &mut found)?;
            let path = self.path(file);
            let opened = File::options().append(true).open(&path).on_file("open", &path)?;
            opened.set_len(length).on_file("cut", &path)?;
            self.open = Some((file, opened, length));
            (file, known) = (file + 1, 0);
        }
        Ok(found)
    }

    /// Hands on what stands in all files, in order; what a crash left half written is passed over.
    pub(crate) fn each(&self, mut take: impl FnMut(Standing)) -> Result<()> {
        let mut file = 1;
        while self.path(file).exists() {
            self.each_record(file, 0, |start, member| {
                let digest = Digest::of(member);
                let length = offset(member.len());
                if let Ok(Some(capture)) = record::capture(member) {
                    take(Standing::Capture(Found { capture, file, start, length, member: digest }));
                } else if let Some(stone) = record::stone(member) {
                    let place = Place { file, start, length, member: digest, ..stone.place };
                    take(Standing::Tombstone(Tombstone { place, ..stone }));
                }
            })?;
            file += 1;
        }
        Ok(())
    }

    /// The captures in the whole records of a file from byte `start` on; gives where they end.
    fn whole_records(&self, file: u32, start: u64, found: &mut Vec<Found>) -> Result<u64> {
        self.each_record(file, start, |start, member| {
            // What is no record of ours is kept and passed over.
            if let Ok(Some(capture)) = record::capture(member) {
                let (length, member) = (offset(member.len()), Digest::of(member));
                found.push(Found { capture, file, start, length, member });
            }
        })
    }

    /// Hands on the whole records of a file from byte `start` on, each with its first byte; gives where they end.
    fn each_record(&self, file: u32, start: u64, mut take: impl FnMut(u64, &[u8])) -> Result<u64> {
        let path = self.path(file);
        let mut opened = File::open(&path).on_file("open", &path)?;
        let mut rest = Vec::new();
        opened.seek(SeekFrom::Start(start)).on_file("read", &path)?;
        opened.read_to_end(&mut rest).on_file("read", &path)?;
        let mut at = 0;
        while let Some(length) = member_length(&rest[at..]) {
            take(start + offset(at), &rest[at..at + length]);
            at += length;
        }
        Ok(start + offset(at))
    }

    /// Appends captures, in order; they are on the disk when this returns.
    pub(crate) fn append(&mut self, captures: Vec<Recorded>, now: Timestamp) -> Result<Vec<Found>> {
        let mut placed = Vec::with_capacity(captures.len());
        let mut bytes = Vec::new();
        for Recorded { capture, member, digest } in captures {
            if self.open.as_ref().is_none_or(|(_, _, length)| *length >= FULL) {
                self.write(&mut bytes)?;
                self.begin(now)?;
            }
            let Some((file, _, length)) = &mut self.open else { continue };
            let (start, size) = (*length, offset(member.len()));
            *length += size;
            placed.push(Found { capture, file: *file, start, length: size, member: digest });
            bytes.extend(member);
        }
        self.write(&mut bytes)?;
        Ok(placed)
    }

    /// Begins the next file.
    fn begin(&mut self, now: Timestamp) -> Result<()> {
        let file = self.open.as_ref().map_or(1, |(file, _, _)| file + 1);
        let path = self.path(file);
        let mut opened =
            File::options().append(true).create_new(true).open(&path).on_file("make", &path)?;
        let opening = record::opening(file, &self.software, now);
        opened.write_all(&opening).on_file("write to", &path)?;
        File::open(&self.folder)
            .and_then(|folder| folder.sync_all())
            .on_file("write to", &self.folder)?;
        self.open = Some((file, opened, offset(opening.len())));
        Ok(())
    }

    fn write(&mut self, bytes: &mut Vec<u8>) -> Result<()> {
        let Some((number, file, _)) = &mut self.open else { return Ok(()) };
        if bytes.is_empty() {
            return Ok(());
        }
        let path = self.folder.join(format!("{number:05}.warc.gz"));
        let written = file.write_all(bytes).and_then(|()| file.sync_data());
        bytes.clear();
        written.on_file("write to", path)
    }

    /// Reads the capture at `place`, and checks that it is the one that was put there.
    pub(crate) fn read(&self, place: &Place) -> Result<Capture> {
        match record::capture(&self.member(place)?) {
            Ok(Some(capture)) if capture.id() == place.id && capture.sha256() == place.payload => {
                Ok(capture)
            }
            Ok(_) => Err(self.damaged(place, "another record stands there".to_owned())),
            Err(how) => Err(self.damaged(place, how)),
        }
    }

    /// Reads the record at `place` as it is stored, and checks its bytes.
    pub(crate) fn member(&self, place: &Place) -> Result<Vec<u8>> {
        let path = self.path(place.file);
        let mut file = File::open(&path).on_file("open", &path)?;
        let mut member = vec![0; usize::try_from(place.length).unwrap_or_default()];
        file.seek(SeekFrom::Start(place.start))
            .and_then(|_| file.read_exact(&mut member))
            .on_file("read", &path)?;
        if Digest::of(&member) != place.member {
            let how = "its bytes are not those that were put there".to_owned();
            return Err(self.damaged(place, how));
        }
        Ok(member)
    }

    /// The record that is to stand where a capture is forgotten.
    pub(crate) fn tombstone(&self, of: &Tombstone) -> Result<Vec<u8>> {
        let length = usize::try_from(of.place.length).unwrap_or_default();
        let short = || self.damaged(&of.place, "it is too short to be a capture".to_owned());
        record::tombstone(of, length).ok_or_else(short)
    }

    /// Writes `member` over the record at `place`; it is on the disk when this returns.
    pub(crate) fn write_over(&self, place: &Place, member: &[u8]) -> Result<()> {
        let path = self.path(place.file);
        let mut file = File::options().write(true).open(&path).on_file("open", &path)?;
        let end = file.metadata().on_file("open", &path)?.len();
        if end < place.start.saturating_add(place.length) {
            return Err(self.damaged(place, "the file ends before it".to_owned()));
        }
        file.seek(SeekFrom::Start(place.start))
            .and_then(|_| file.write_all(member))
            .and_then(|()| file.sync_all())
            .on_file("write to", &path)
    }

    fn damaged(&self, place: &Place, how: String) -> ArchiveError {
        let file = self.path(place.file);
        let what = format!("capture {} (byte {} of {})", place.id, place.start, file.display());
        ArchiveError::Damaged { what, how }
    }
}

/// How long the gzip member at the start of `bytes` is, if it is whole.
fn member_length(bytes: &[u8]) -> Option<usize> {
    if bytes.is_empty() {
        return None;
    }
    let mut member = GzDecoder::new(BufReader::with_capacity(1 << 16, Counting { bytes, read: 0 }));
    std::io::copy(&mut member, &mut std::io::sink()).ok()?;
    let reader = member.into_inner();
    Some(reader.get_ref().read - reader.buffer().len())
}

struct Counting<'a> {
    bytes: &'a [u8],
    read: usize,
}

impl Read for Counting<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.bytes.read(into)?;
        self.read += count;
        Ok(count)
    }
}

fn offset(length: usize) -> u64 {
    u64::try_from(length).expect("a length fits in 64 bits")
}

#[cfg(test)]
mod tests {
    use super::{Files, Recorded};
    use jiff::Timestamp;
    use parallax_model::{Capture, CaptureParts, MediaType};
    use std::fs;

    fn recorded(text: &str) -> Recorded {
        Recorded::new(capture(text), Timestamp::UNIX_EPOCH)
    }

    fn capture(text: &str) -> Capture {
        Capture::new(CaptureParts {
            path: "-".to_owned(),
            record: None,
            url: None,
            media_type: MediaType::Text,
            charset: None,
            captured_at: None,
            stored: 0..1,
            payload: text.as_bytes().to_vec(),
        })
    }

    #[test]
    fn what_a_crash_left_is_taken_up_or_cut_off() {
        let home = tempfile::tempdir().unwrap();
        let mut files = Files::new(home.path(), "test");
        files.create().unwrap();
        let put =
            files.append(vec![recorded("one"), recorded("two")], Timestamp::UNIX_EPOCH).unwrap();
        let path = files.path(1);
        let whole = fs::read(&path).unwrap();
        fs::write(&path, [&whole[..], &whole[..20]].concat()).unwrap();
        let mut again = Files::new(home.path(), "test");
        let known = put[0].start + put[0].length;
        let found = again.take_up(1, known).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].capture, capture("two"));
        assert_eq!(fs::read(&path).unwrap(), whole);
        assert_eq!(again.read(&put[1].place(2)).unwrap(), capture("two"));
    }
}
