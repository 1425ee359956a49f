//! Whether an index is what was written: its files carry checks of their own, but for the list of them.

use super::{Index, IndexError};
use parallax_model::{ArticleId, Digest, StoryId};
use std::{collections::BTreeMap, fs, io, path::Path};
use tantivy::{
    TantivyDocument,
    schema::{Field, Value},
};

/// The list of the files of an index, and what it was when it was written.
const LIST: &str = "meta.json";
const SEAL: &str = "meta.sha256";

/// Writes down what the list of files is now.
pub(super) fn seal(folder: &Path) -> io::Result<()> {
    let seal = Digest::of(&fs::read(folder.join(LIST))?).to_string();
    let part = folder.join("meta.sha256.part");
    fs::write(&part, seal)?;
    fs::rename(part, folder.join(SEAL))
}

/// Whether the list of files is the one that was written.
pub(super) fn is_sealed(folder: &Path) -> bool {
    let seal = fs::read_to_string(folder.join(SEAL));
    let list = fs::read(folder.join(LIST));
    matches!((seal, list), (Ok(seal), Ok(list)) if seal == Digest::of(&list).to_string())
}

impl Index {
    /// The files that are not what was written, by name.
    pub fn damages(&self) -> Result<Vec<String>, IndexError> {
        let damaged = self.held.validate_checksum()?.into_iter();
        let mut names: Vec<String> = damaged.map(|path| path.display().to_string()).collect();
        if !is_sealed(&self.folder) {
            names.push(LIST.to_owned());
        }
        names.sort();
        Ok(names)
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
                if let (Some(article), Some(story)) =
                    (id(self.schema.article), id(self.schema.story))
                {
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
