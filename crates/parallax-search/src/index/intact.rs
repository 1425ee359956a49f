//! Whether an index is what was written: a list of its files with the digest of each.

use super::{Index, IndexError};
use parallax_model::{ArticleId, Digest, StoryId};
use std::{collections::BTreeMap, fs, io, path::Path};
use tantivy::{
    TantivyDocument,
    schema::{Field, Value},
};

/// Where the digests of the other files stand.
const LIST: &str = "written.sha256";
const PART: &str = "written.part";

/// A file that stands there while the index is written.
const WRITING: &str = "writing";

/// The file that says which segments there are and what they were made of.
const META: &str = "meta.json";

/// Files by name, each with its length and digest.
type Written = BTreeMap<String, (u64, Digest)>;

/// Writes down that what the files of the index in `folder` are is going to change.
pub(super) fn unseal(folder: &Path) -> io::Result<()> {
    fs::write(folder.join(WRITING), "")
}

/// Writes down what the files of the index in `folder` are now.
pub(super) fn seal(folder: &Path) -> io::Result<()> {
    // What a segment is written to is never changed: its digest is known already.
    let known = written(folder).unwrap_or_default();
    let mut now = Written::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let length = entry.metadata()?.len();
        if [LIST, PART, WRITING].contains(&name.as_str()) || name.starts_with('.') {
            continue;
        }
        let known = known.get(&name).filter(|known| known.0 == length && name != META);
        let digest = match known {
            Some((_, digest)) => *digest,
            None => Digest::of(&fs::read(entry.path())?),
        };
        now.insert(name, (length, digest));
    }
    let mut lines = String::new();
    for (name, (length, digest)) in &now {
        lines.extend([&digest.to_string(), " ", &length.to_string(), " ", name, "\n"]);
    }
    let whole = Digest::of(lines.as_bytes());
    fs::write(folder.join(PART), format!("{lines}{whole}\n"))?;
    fs::rename(folder.join(PART), folder.join(LIST))?;
    match fs::remove_file(folder.join(WRITING)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// What was written down, if it is whole.
fn written(folder: &Path) -> Option<Written> {
    let words = fs::read_to_string(folder.join(LIST)).ok()?;
    let (lines, digest) = words.strip_suffix('\n')?.rsplit_once('\n')?;
    if Digest::of(format!("{lines}\n").as_bytes()).to_string() != digest {
        return None;
    }
    let file = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let (digest, length, name) = (parts.next()?, parts.next()?, parts.next()?);
        Some((name.to_owned(), (length.parse().ok()?, from_hex(digest)?)))
    };
    lines.lines().map(file).collect()
}

fn from_hex(digits: &str) -> Option<Digest> {
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(Digest::from(bytes))
}

/// Whether the list of segments is the one that was written, and no file is missing or cut
/// short: what can be told without reading it all.
pub(super) fn is_sealed(folder: &Path) -> bool {
    let Some(written) = written(folder) else { return false };
    let whole = |(name, (length, _)): (&String, &(u64, Digest))| {
        fs::metadata(folder.join(name)).is_ok_and(|file| file.len() == *length)
    };
    let meta = fs::read(folder.join(META)).map(|meta| Digest::of(&meta)).ok();
    written.iter().all(whole) && written.get(META).map(|(_, digest)| *digest) == meta
}

impl Index {
    /// The files of the index in `folder` that are not what was written, by name.
    ///
    /// One that is being written, or whose writer was killed, is made again where it is not
    /// [whole](Self::open): then only what stands there and has changed is told.
    pub fn damages(folder: &Path) -> Vec<String> {
        let is_written = folder.join(WRITING).exists();
        let Some(written) = written(folder) else {
            return if is_written { Vec::new() } else { vec![LIST.to_owned()] };
        };
        let whole = |(name, (_, digest)): &(&String, &(u64, Digest))| {
            let bytes = fs::read(folder.join(name));
            let is_gone =
                bytes.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
            is_written && (is_gone || *name == META)
                || bytes.is_ok_and(|bytes| Digest::of(&bytes) == *digest)
        };
        written.iter().filter(|file| !whole(file)).map(|(name, _)| name.clone()).collect()
    }

    /// The story that each article is found under.
    pub fn holds(&self) -> Result<BTreeMap<ArticleId, StoryId>, IndexError> {
        let searcher = self.reader.searcher();
        let mut held = BTreeMap::new();
        for segment in searcher.segment_readers() {
            let store = segment.get_store_reader(1).map_err(IndexError::Folder)?;
            for at in segment.doc_ids_alive() {
                let document: TantivyDocument = store.get(at)?;
                let id = |field| id_in(&document, field);
                let names = (id(self.schema.article), id(self.schema.story));
                if let (Some(article), Some(story)) = names {
                    held.insert(article.into(), story.into());
                }
            }
        }
        Ok(held)
    }
}

/// The id in a field of a document.
pub(super) fn id_in(document: &TantivyDocument, field: Field) -> Option<Digest> {
    let value = document.get_first(field)?;
    <[u8; 32]>::try_from(value.as_bytes()?).ok().map(Digest::from)
}

#[cfg(test)]
mod tests {
    use super::{LIST, is_sealed, seal, unseal};
    use crate::Index;
    use std::fs;

    #[test]
    fn a_changed_byte_of_any_file_is_named() {
        let home = tempfile::tempdir().unwrap();
        let index = Index::open(home.path()).unwrap();
        index.update().unwrap().finish("now").unwrap();
        fs::write(home.path().join("segment"), "some words").unwrap();
        seal(home.path()).unwrap();
        assert!(is_sealed(home.path()));
        assert_eq!(Index::damages(home.path()), [""; 0]);
        for name in [LIST, "meta.json", "segment"] {
            let path = home.path().join(name);
            let whole = fs::read(&path).unwrap();
            for at in (0..whole.len()).step_by(7) {
                let mut changed = whole.clone();
                changed[at] ^= 4;
                fs::write(&path, &changed).unwrap();
                assert_eq!(Index::damages(home.path()), [name], "byte {at}");
            }
            fs::write(&path, &whole[1..]).unwrap();
            assert!(!is_sealed(home.path()));
            fs::write(&path, &whole).unwrap();
        }
    }

    #[test]
    fn an_index_whose_writer_was_killed_is_not_damaged_but_made_again() {
        let home = tempfile::tempdir().unwrap();
        unseal(home.path()).unwrap();
        assert_eq!(Index::damages(home.path()), [""; 0]);
        assert!(!is_sealed(home.path()));
        let index = Index::open(home.path()).unwrap();
        index.update().unwrap().finish("now").unwrap();
        assert!(is_sealed(home.path()) && !home.path().join("writing").exists());
        fs::write(home.path().join("segment"), "some words").unwrap();
        seal(home.path()).unwrap();
        unseal(home.path()).unwrap();
        fs::write(home.path().join("meta.json"), "{}").unwrap();
        assert_eq!(Index::damages(home.path()), [""; 0]);
        assert!(!is_sealed(home.path()));
        fs::write(home.path().join("segment"), "other words").unwrap();
        assert_eq!(Index::damages(home.path()), ["segment"]);
    }
}
