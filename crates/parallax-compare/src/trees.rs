//! How the words of a sentence hang together, where somebody can read it.

use crate::scene::Scene;

/// A word of a sentence and what it depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hung {
    /// First byte in the sentence.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Its class, as Universal Dependencies name it: `NOUN`.
    pub class: &'static str,
    /// How it depends on its head, as Universal Dependencies name it: `nsubj:pass`.
    pub relation: &'static str,
    /// The word it depends on, by place in the sentence; the root has none.
    pub head: Option<usize>,
}

/// Reads a sentence in English: its words in order, their heads a tree.
pub type TreeReader = fn(&str) -> Vec<Hung>;

/// Longer sentences are lists or furniture, and are not read.
const MOST_BYTES: usize = 1200;

/// The words of a line of `scene` as they hang together; none where it cannot be read.
///
/// Read when first asked for: trees cost more than all the rest.
pub(crate) fn tree<'a>(scene: &'a Scene<'_>, line: usize) -> &'a [Hung] {
    let own = &scene.lines[line];
    own.tree.get_or_init(|| {
        let text = scene.text(line);
        let read = scene.meanings.reader.filter(|_| {
            let english = scene.account(line).language.primary() == "en";
            english && !own.tokens.is_empty() && text.len() <= MOST_BYTES
        });
        read.map_or_else(Vec::new, |read| read(text))
    })
}
