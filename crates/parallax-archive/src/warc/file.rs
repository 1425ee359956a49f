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
    io::{BufReader, ErrorKind, Read as _, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// A file that has grown beyond is closed and another begun.
const FULL: u64 = 1 << 30;

/// Bytes of a file that are read at once, unless one record is longer.
const AT_ONCE: usize = 1 << 20;

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

/// Where in the files to read on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whence {
    pub(crate) file: u32,
    pub(crate) start: u64,
}

impl Whence {
    /// Behind the capture at `last`; without one, where the first stands.
    pub(crate) fn behind(last: Option<&Place>) -> Self {
        last.map_or(Self { file: 1, start: 0 }, |last| Self {
            file: last.file,
            start: last.start + last.length,
        })
    }
}

/// How much of a file was read.
struct Read {
    /// Where the last whole record ends that was handed on.
    until: u64,
    /// Whether no whole record follows.
    to_the_end: bool,
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

    /// The captures that stand from a place on, until they have `enough` bytes; and the place to go on from, none once
    /// all have been read: then what a crash left half written is cut off, and the newest file is open for appending.
    pub(crate) fn take_up(
        &mut self,
        from: Whence,
        enough: usize,
    ) -> Result<(Vec<Found>, Option<Whence>)> {
        let (mut found, mut size) = (Vec::new(), 0);
        let Whence { mut file, mut start } = from;
        while self.path(file).exists() {
            let read = self.each_record(file, start, |start, member| {
                // What is no record of ours is kept and passed over.
                if let Ok(Some(capture)) = record::capture(member) {
                    size += capture.payload().len();
                    let (length, member) = (offset(member.len()), Digest::of(member));
                    found.push(Found { capture, file, start, length, member });
                }
                size < enough
            })?;
            if !read.to_the_end {
                return Ok((found, Some(Whence { file, start: read.until })));
            }
            let path = self.path(file);
            let opened = File::options().append(true).open(&path).on_file("open", &path)?;
            opened.set_len(read.until).on_file("cut", &path)?;
            self.open = Some((file, opened, read.until));
            (file, start) = (file + 1, 0);
        }
        Ok((found, None))
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
                true
            })?;
            file += 1;
        }
        Ok(())
    }

    /// Hands on the whole records of a file from byte `start` on, each with its first byte, while `take` wants more.
    ///
    /// No more of the file is held than [`AT_ONCE`], or twice its longest record.
    fn each_record(
        &self,
        file: u32,
        start: u64,
        mut take: impl FnMut(u64, &[u8]) -> bool,
    ) -> Result<Read> {
        let path = self.path(file);
        let mut opened = File::open(&path).on_file("open", &path)?;
        opened.seek(SeekFrom::Start(start)).on_file("read", &path)?;
        let (mut until, mut held) = (start, Vec::new());
        loop {
            let more = offset(AT_ONCE.max(held.len()));
            let read = (&mut opened).take(more).read_to_end(&mut held).on_file("read", &path)?;
            let mut at = 0;
            let cut_short = loop {
                match member(&held[at..]) {
                    Member::Whole(length) => {
                        let goes_on = take(until + offset(at), &held[at..at + length]);
                        at += length;
                        if !goes_on {
                            return Ok(Read { until: until + offset(at), to_the_end: false });
                        }
                    }
                    Member::CutShort => break true,
                    Member::Torn => break false,
                }
            };
            held.drain(..at);
            until += offset(at);
            if read == 0 || !cut_short {
                return Ok(Read { until, to_the_end: true });
            }
        }
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

/// What some bytes begin with.
enum Member {
    /// A gzip member of this length.
    Whole(usize),
    /// A member that goes on behind the bytes, or nothing.
    CutShort,
    /// Something else.
    Torn,
}

fn member(bytes: &[u8]) -> Member {
    if bytes.is_empty() {
        return Member::CutShort;
    }
    let mut member = GzDecoder::new(BufReader::with_capacity(1 << 16, Counting { bytes, read: 0 }));
    match std::io::copy(&mut member, &mut std::io::sink()) {
        Ok(_) => {
            let reader = member.into_inner();
            Member::Whole(reader.get_ref().read - reader.buffer().len())
        }
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Member::CutShort,
        Err(_) => Member::Torn,
    }
}

struct Counting<'a> {
    bytes: &'a [u8],
    read: usize,
}

impl std::io::Read for Counting<'_> {
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
    use super::{AT_ONCE, Files, Recorded, Whence};
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
        let (found, next) = again.take_up(Whence::behind(Some(&put[0].place(1))), 100).unwrap();
        assert!(found.len() == 1 && next.is_none());
        assert_eq!(found[0].capture, capture("two"));
        assert_eq!(fs::read(&path).unwrap(), whole);
        assert_eq!(again.read(&put[1].place(2)).unwrap(), capture("two"));
    }

    /// Letters that do not become shorter when they are packed.
    fn noise(bytes: usize, seed: u64) -> String {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from(32 + u8::try_from(state >> 57).expect("seven bits") % 95)
        };
        (0..bytes).map(|_| next()).collect()
    }

    #[test]
    fn records_longer_than_what_is_read_at_once_are_read_and_others_after_them() {
        let home = tempfile::tempdir().unwrap();
        let mut files = Files::new(home.path(), "test");
        files.create().unwrap();
        let texts = [noise(AT_ONCE * 2, 1), "short".to_owned(), noise(AT_ONCE, 2)];
        let all = texts.iter().map(|text| recorded(text)).collect();
        files.append(all, Timestamp::UNIX_EPOCH).unwrap();
        let (found, next) = files.take_up(Whence::behind(None), usize::MAX).unwrap();
        let found: Vec<_> = found.into_iter().map(|found| found.capture).collect();
        assert_eq!(found, texts.each_ref().map(|text| capture(text)));
        assert!(next.is_none());
    }

    #[test]
    fn what_is_much_is_taken_up_in_parts() {
        let home = tempfile::tempdir().unwrap();
        let mut files = Files::new(home.path(), "test");
        files.create().unwrap();
        let texts = ["one", "three", "five", "seven"];
        let all = texts.iter().map(|text| recorded(text)).collect();
        files.append(all, Timestamp::UNIX_EPOCH).unwrap();
        let (mut from, mut found) = (Some(Whence::behind(None)), Vec::new());
        while let Some(at) = from {
            let (some, next) = files.take_up(at, 6).unwrap();
            assert!(some.len() <= 2);
            found.extend(some.into_iter().map(|found| found.capture));
            from = next;
        }
        assert_eq!(found, texts.map(capture));
    }
}
