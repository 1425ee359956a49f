//! From files to an archive.

use super::{Entry, FILES, ZipError, end, is_name};
use std::io::{self, Write};

/// Writes an archive file by file; names come in the order of their bytes.
#[derive(Debug)]
pub struct Writer<W> {
    to: W,
    written: u64,
    entries: Vec<Entry>,
}

impl<W: Write> Writer<W> {
    /// Begins an archive.
    pub fn new(to: W) -> Self {
        Self { to, written: 0, entries: Vec::new() }
    }

    /// Adds a file.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let wrong = |what| ZipError::Entry { name: name.to_owned(), what };
        if !is_name(name) {
            return Err(refused(wrong("a file cannot be called so")));
        }
        if self.entries.last().is_some_and(|last| *last.name >= *name) {
            return Err(refused(wrong("files come in the order of their names, each once")));
        }
        if self.entries.len() >= FILES {
            return Err(refused(ZipError::TooMany(FILES + 1)));
        }
        let number = |length: u64| u32::try_from(length).map_err(|_| refused(ZipError::TooLong));
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let entry = Entry {
            name: name.to_owned(),
            crc: crc32fast::hash(bytes),
            length: number(length)?,
            start: number(self.written)?,
        };
        let local = entry.local();
        self.to.write_all(&local)?;
        self.to.write_all(bytes)?;
        self.written += length + u64::try_from(local.len()).unwrap_or_default();
        self.entries.push(entry);
        Ok(())
    }

    /// Writes the directory and gives back what was written to.
    pub fn finish(mut self) -> io::Result<W> {
        let directory: Vec<u8> = self.entries.iter().flat_map(Entry::central).collect();
        let files = u16::try_from(self.entries.len());
        let (start, length) = (u32::try_from(self.written), u32::try_from(directory.len()));
        let (Ok(files), Ok(start), Ok(length)) = (files, start, length) else {
            return Err(refused(ZipError::TooLong));
        };
        self.to.write_all(&directory)?;
        self.to.write_all(&end(files, start, length))?;
        Ok(self.to)
    }
}

/// An archive of `files`, each with its name, in the order of their names.
pub fn write<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, ZipError> {
    let mut writer = Writer::new(Vec::new());
    let wrong = |error: io::Error| {
        let inner = error.into_inner().and_then(|inner| inner.downcast::<ZipError>().ok());
        inner.map_or(ZipError::TooLong, |inner| *inner)
    };
    for (name, bytes) in files {
        writer.file(name, bytes).map_err(wrong)?;
    }
    writer.finish().map_err(wrong)
}

fn refused(error: ZipError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, error)
}
