//! The learned weights as they are shipped.

use super::{
    form::Form,
    names::{Relation, Tag},
    parser,
    table::{Narrow, Wide},
    tagger,
    tagger::{Entry, Lexicon},
};
use std::sync::LazyLock;

/// The weights and where they come from, told in the first lines.
const WEIGHTS: &[u8] = include_bytes!("../../data/syntax/english.bin");

/// Everything learned of English.
pub(crate) struct Model {
    lexicon: Lexicon,
    tags: Wide,
    moves: Narrow,
    relations: Wide,
}

pub(crate) static ENGLISH: LazyLock<Model> = LazyLock::new(|| Model::read(WEIGHTS));

impl Model {
    /// Reads what [`write`] wrote; what is missing weighs nothing.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut rest = bytes;
        while let Some(end) =
            rest.iter().position(|&byte| byte == b'\n').filter(|_| rest.starts_with(b"#"))
        {
            rest = &rest[end + 1..];
        }
        let mut part = |length: usize| {
            let (part, after) = rest.split_at(length.min(rest.len()));
            rest = after;
            part
        };
        let mut long_part = |unit: usize| {
            let count = part(4).try_into().map_or(0, u32::from_le_bytes) as usize;
            part(count.saturating_mul(unit))
        };
        let entries: Vec<Entry> = long_part(6).chunks_exact(6).filter_map(entry).collect();
        let tags = Wide::new(long_part(1), long_part(1));
        let moves = Narrow::new(long_part(1));
        let relations = Wide::new(long_part(1), long_part(1));
        Self { lexicon: Lexicon::new(&entries), tags, moves, relations }
    }

    pub(crate) fn tag(&self, forms: &[Form]) -> Vec<Tag> {
        tagger::tag(forms, &self.lexicon, &self.tags)
    }

    pub(crate) fn parse(&self, forms: &[Form], tags: &[Tag]) -> Vec<(Option<usize>, Relation)> {
        parser::parse(forms, tags, &self.moves, &self.relations)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let (hash, rest) = bytes.split_first_chunk::<4>()?;
    let [tag, alone] = rest else { return None };
    Some((u32::from_le_bytes(*hash), *tag, *alone != 0))
}

/// A model as it is shipped: `heading`, then each part with its length before it.
pub(crate) fn write(heading: &str, entries: &[Entry], tables: &[Vec<u8>]) -> Vec<u8> {
    let length = |count: usize| u32::try_from(count).unwrap_or(0).to_le_bytes();
    let mut bytes: Vec<u8> = heading.as_bytes().to_vec();
    bytes.extend(length(entries.len()));
    for (hash, tag, alone) in entries {
        bytes.extend(hash.to_le_bytes());
        bytes.extend([*tag, u8::from(*alone)]);
    }
    for table in tables {
        bytes.extend(length(table.len()));
        bytes.extend(table);
    }
    bytes
}
