//! Archives of one form: ZIP, every file stored as it is, in one order, at one time.
//!
//! Any program opens them; this one reads no other form. So there is nothing to expand, no
//! name that leads out of a folder, none that stands twice and no length but the real one:
//! what deviates is refused, and the message names the file and the deviation.
//!
//! ```
//! use parallax_export::zip;
//!
//! let files = [("a.txt", b"one".as_slice()), ("b.txt", b"two")];
//! let bytes = zip::write(files).unwrap();
//! assert_eq!(zip::read(&bytes).unwrap()["b.txt"], b"two");
//! assert!(zip::read(&bytes[1..]).is_err());
//! ```

mod read;
mod write;

pub use read::read;
pub use write::{Writer, write};

use thiserror::Error;

/// The most files that an archive of this form holds.
const FILES: usize = 10_000;

/// Why some bytes are no archive of this form, or some files cannot be made one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ZipError {
    /// It does not end as an archive does.
    #[error("it is no zip file, or is cut short")]
    NoEnd,
    /// The end of the archive says what is not so.
    #[error("its directory is not where its end says, or something else stands in the file")]
    Directory,
    /// There are too many files.
    #[error("it holds {0} files, more than are ever put into one")]
    TooMany(usize),
    /// A file is not in the form.
    #[error("{name}: {what}")]
    Entry {
        /// The file, as far as its name can be read.
        name: String,
        /// What is wrong with it.
        what: &'static str,
    },
    /// All together is too long.
    #[error("it would be longer than 4 GB")]
    TooLong,
}

/// The fixed part of what stands before each file.
const LOCAL: usize = 30;
/// The fixed part of an entry of the directory.
const CENTRAL: usize = 46;
/// The end of the archive.
const END: usize = 22;

/// Version of the format that is needed, flags (names are UTF-8), method (stored), time and day (1980-01-01).
const NEEDED: u16 = 20;
const FLAGS: u16 = 1 << 11;
const STORED: u16 = 0;
const TIME: u16 = 0;
const DAY: u16 = 0x21;

/// Whether a file may be called so: small letters, digits, and `-`, `.`, `/` between them.
fn is_name(name: &str) -> bool {
    let part = |part: &str| {
        part.starts_with(|letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit())
            && !part.ends_with('.')
            && part.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.'
            })
    };
    name.len() <= 200 && name.split('/').all(part)
}

/// What the directory says of a file, and what stands before it says too.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    name: String,
    crc: u32,
    length: u32,
    start: u32,
}

impl Entry {
    /// What both places say of it.
    fn common(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for number in [NEEDED, FLAGS, STORED, TIME, DAY] {
            bytes.extend(number.to_le_bytes());
        }
        for number in [self.crc, self.length, self.length] {
            bytes.extend(number.to_le_bytes());
        }
        let name = u16::try_from(self.name.len()).unwrap_or(u16::MAX);
        bytes.extend(name.to_le_bytes());
        bytes.extend([0, 0]);
        bytes
    }

    /// What stands before the file.
    fn local(&self) -> Vec<u8> {
        [b"PK\x03\x04".as_slice(), &self.common(), self.name.as_bytes()].concat()
    }

    /// What stands in the directory.
    fn central(&self) -> Vec<u8> {
        let made_by = NEEDED.to_le_bytes();
        let rest = [[0; 10].as_slice(), &self.start.to_le_bytes()].concat();
        [b"PK\x01\x02".as_slice(), &made_by, &self.common(), &rest, self.name.as_bytes()].concat()
    }
}

/// The end of an archive.
fn end(files: u16, start: u32, length: u32) -> Vec<u8> {
    let mut bytes = b"PK\x05\x06\0\0\0\0".to_vec();
    bytes.extend([files.to_le_bytes(), files.to_le_bytes()].concat());
    bytes.extend([length.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

#[cfg(test)]
mod tests {
    use super::{ZipError, is_name, read, write};
    use proptest::prelude::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        for name in ["a", "a.txt", "captures/00001.warc.gz", "a-b/c.d"] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "", "/a", "a/", "a//b", "..", "../a", "a/../b", ".a", "a\\b", "A", "a b", "c:", "a.",
            "é",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }

    fn archive() -> Vec<u8> {
        write([("a.txt", b"one".as_slice()), ("b.txt", b"two two"), ("c/d.txt", b"")]).unwrap()
    }

    #[test]
    fn names_that_stand_twice_or_out_of_order_are_not_written() {
        let twice = write([("a.txt", b"one".as_slice()), ("a.txt", b"two")]);
        assert!(matches!(twice, Err(ZipError::Entry { .. })));
        assert!(write([("../a", b"".as_slice())]).is_err());
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let whole = archive();
        for at in 0..whole.len() {
            for by in [1, 0x20, 0x80] {
                let mut changed = whole.clone();
                changed[at] ^= by;
                assert!(read(&changed).is_err(), "byte {at}");
            }
        }
        for length in 0..whole.len() {
            assert!(read(&whole[..length]).is_err());
        }
        assert!(read(&[&*whole, b"x"].concat()).is_err());
        assert!(read(&[b"x", &*whole].concat()).is_err());
    }

    #[test]
    fn what_is_wrong_with_which_file_is_said() {
        let mut changed = archive();
        let at = changed.windows(3).position(|three| three == b"two").unwrap();
        changed[at] = b'T';
        assert_eq!(
            read(&changed).unwrap_err().to_string(),
            "b.txt: its bytes are not those that were put there"
        );
    }

    proptest! {
        #[test]
        fn what_was_put_in_comes_out(files: std::collections::BTreeMap<u16, Vec<u8>>) {
            let named: Vec<(String, Vec<u8>)> =
                files.into_iter().map(|(name, bytes)| (format!("{name:05}"), bytes)).collect();
            let bytes = write(named.iter().map(|(name, bytes)| (&**name, &**bytes))).unwrap();
            let read = read(&bytes).unwrap();
            prop_assert_eq!(read.len(), named.len());
            for (name, bytes) in &named {
                prop_assert_eq!(read[&**name], &**bytes);
            }
        }

        #[test]
        fn anything_is_refused_without_a_panic(bytes: Vec<u8>, at: prop::sample::Index) {
            let _ = read(&bytes);
            let mut grafted = archive();
            let from = at.index(grafted.len());
            for (place, byte) in grafted.iter_mut().skip(from).zip(&bytes) {
                *place = *byte;
            }
            if let Ok(files) = read(&grafted) {
                prop_assert_eq!(write(files.into_iter()).unwrap(), grafted);
            }
        }
    }
}
