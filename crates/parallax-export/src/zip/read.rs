//! From an archive to files.
//!
//! The directory is read for names and lengths; then everything that it implies must stand
//! in the file byte for byte, from its first byte to its last.

use super::{CENTRAL, END, Entry, FILES, LOCAL, ZipError, end, is_name};
use std::collections::BTreeMap;

/// The files in an archive, by name; refused where it is not of this form.
pub fn read(bytes: &[u8]) -> Result<BTreeMap<&str, &[u8]>, ZipError> {
    let directory_end = bytes.len().checked_sub(END).ok_or(ZipError::NoEnd)?;
    let tail = bytes.get(directory_end..).ok_or(ZipError::NoEnd)?;
    if !tail.starts_with(b"PK\x05\x06") {
        return Err(ZipError::NoEnd);
    }
    let (files, length, start) = (short(tail, 10), long(tail, 12), long(tail, 16));
    if tail != end(files, start, length) {
        return Err(ZipError::Directory);
    }
    if usize::from(files) > FILES {
        return Err(ZipError::TooMany(usize::from(files)));
    }
    let directory_start = index(start);
    if directory_start.checked_add(index(length)) != Some(directory_end) {
        return Err(ZipError::Directory);
    }
    let mut found = BTreeMap::new();
    let (mut at, mut next) = (directory_start, 0);
    let mut before = "";
    for _ in 0..files {
        let (name, entry) = entry(bytes.get(at..directory_end).unwrap_or_default())?;
        if name <= before {
            return Err(wrong(name, "it stands twice in the archive, or out of order"));
        }
        let file = file(bytes.get(..directory_start).unwrap_or_default(), next, name, &entry)?;
        at += CENTRAL + name.len();
        next += LOCAL + name.len() + file.len();
        before = name;
        found.insert(name, file);
    }
    if at != directory_end || next != directory_start {
        return Err(ZipError::Directory);
    }
    Ok(found)
}

/// The entry at the start of what is left of the directory, which must be of the form.
fn entry(rest: &[u8]) -> Result<(&str, Entry), ZipError> {
    let length = usize::from(short(rest, 28));
    let name = rest.get(CENTRAL..CENTRAL + length).ok_or(ZipError::Directory)?;
    let Ok(name) = std::str::from_utf8(name) else {
        return Err(wrong(&String::from_utf8_lossy(name), "a file cannot be called so"));
    };
    if !is_name(name) {
        return Err(wrong(name, "a file cannot be called so"));
    }
    let told = Entry {
        name: name.to_owned(),
        crc: long(rest, 16),
        length: long(rest, 24),
        start: long(rest, 42),
    };
    if rest.get(..CENTRAL + length) != Some(&*told.central()) {
        return Err(wrong(
            name,
            "its entry is not as we write it: compressed, dated, or with more to it",
        ));
    }
    Ok((name, told))
}

/// The file that `entry` speaks of, which must stand at byte `at` of `bytes`.
fn file<'a>(bytes: &'a [u8], at: usize, name: &str, entry: &Entry) -> Result<&'a [u8], ZipError> {
    if index(entry.start) != at {
        return Err(wrong(name, "it does not stand right after the file before it"));
    }
    let local = entry.local();
    let start = at + local.len();
    if bytes.get(at..start) != Some(&*local) {
        return Err(wrong(name, "what stands before it is not what the directory says"));
    }
    let end = start.checked_add(index(entry.length));
    let file = end.and_then(|end| bytes.get(start..end));
    let file = file.ok_or_else(|| wrong(name, "it is shorter than the directory says"))?;
    if crc32fast::hash(file) != entry.crc {
        return Err(wrong(name, "its bytes are not those that were put there"));
    }
    Ok(file)
}

fn wrong(name: &str, what: &'static str) -> ZipError {
    ZipError::Entry { name: name.escape_debug().take(100).collect(), what }
}

/// The two bytes at `at`; nothing where there are none.
fn short(bytes: &[u8], at: usize) -> u16 {
    let two = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>());
    two.map_or(0, |two| u16::from_le_bytes(*two))
}

/// The four bytes at `at`; nothing where there are none.
fn long(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>());
    four.map_or(0, |four| u32::from_le_bytes(*four))
}

fn index(offset: u32) -> usize {
    usize::try_from(offset).expect("usize has at least 32 bits")
}
