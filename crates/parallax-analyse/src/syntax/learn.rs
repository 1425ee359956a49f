//! How the weights are learned: averaged perceptrons over the same features that are read at run time.
//!
//! Nothing here runs when articles are read. The order of sentences is
//! shuffled by a fixed generator, so that the same treebanks give the same
//! weights.

mod averaged;
mod oracle;
mod order;
mod press;
mod relations;
mod shipped;
mod tags;

use super::{
    form::{Form, Reader},
    model,
    names::{Relation, Tag},
};
use averaged::Averaged;

/// A sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// The words as written.
    pub words: Vec<String>,
    /// Their tags.
    pub tags: Vec<Tag>,
    /// Their heads; the root has none.
    pub heads: Vec<Option<usize>>,
    /// How they depend on their heads.
    pub relations: Vec<Relation>,
}

impl Example {
    fn forms(&self) -> Vec<Form> {
        let mut reader = Reader::default();
        self.words.iter().map(|word| reader.read(word)).collect()
    }
}

/// Places for features of each shipped table, as a power of two: larger ones
/// hold more and are slower. Chosen on the development parts.
const TAG_BITS: u32 = 15;
const MOVE_BITS: u32 = 19;
const RELATION_BITS: u32 = 15;

/// In how many parts the treebank is cut to tag each by what the others teach.
const FOLDS: usize = 5;

/// Learns from the examples and gives the weights as they are shipped, after `heading`.
///
/// The parser learns on tags as the tagger gives them to sentences it has not
/// seen.
pub fn learn(examples: &[Example], heading: &str) -> Vec<u8> {
    let examples = &[examples, &press::made_over(examples)].concat();
    let forms: Vec<Vec<Form>> = examples.iter().map(Example::forms).collect();
    let all: Vec<usize> = (0..examples.len()).collect();
    let mut given: Vec<Vec<Tag>> = vec![Vec::new(); examples.len()];
    for fold in 0..FOLDS {
        let (held, rest): (Vec<_>, Vec<_>) =
            all.iter().partition(|&&at| at * FOLDS / examples.len().max(1) == fold);
        let (entries, table) = tags::learn(examples, &forms, &rest);
        let lexicon = super::tagger::Lexicon::new(&entries);
        let table = tags::shipped(&table);
        for at in held {
            given[at] = super::tagger::tag(&forms[at], &lexicon, &table);
        }
    }
    let (entries, table) = tags::learn(examples, &forms, &all);
    let (moves, names) = relations::learn(examples, &forms, &given);
    let [tag_heads, tag_gains] = shipped::wide(&table, TAG_BITS);
    let [name_heads, name_gains] = shipped::wide(&names, RELATION_BITS);
    let moves = shipped::narrow(&moves, MOVE_BITS);
    model::write(heading, &entries, &[tag_heads, tag_gains, moves, name_heads, name_gains])
}
