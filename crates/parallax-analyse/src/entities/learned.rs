//! Names that a learned model sees in a sentence.
//!
//! The model knows what the rules make of each word and how it is written;
//! its weights say how far to trust which sign. Made by `xtask learn-names`.

mod alone;
mod facts;
mod features;
mod letters;
mod merge;

use super::{
    candidates::{Candidate, candidates},
    tokens::Tokens,
    usage::Usage,
};
use parallax_language::sequence::{Model, Observed};
use parallax_model::EntityKind;
use std::{ops::Range, sync::LazyLock};

/// A name as the model sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Learned {
    /// First word.
    pub(crate) from: usize,
    /// One past the last.
    pub(crate) to: usize,
    /// What sort of thing it is.
    pub(crate) kind: EntityKind,
}

/// What the labels of a model mean: label 0 is no name, then come two for each sort: the first
/// word of a name, and one that goes on.
pub(crate) const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Other];

/// A model and how far to trust it.
pub(crate) struct Trained {
    /// Tells it from the others.
    number: u32,
    model: Model,
    /// Whether a name goes as far as the model says even where the rules see several.
    leads: bool,
    /// Its vote for the sort of a name it sees.
    seen: u32,
    /// Its vote against a name that only the rules see being a person, body or place.
    unseen: u32,
}

/// The rules for English were written on news, the model learned from all sorts of texts: it settles
/// what the rules only guess. Chosen on both halves of the UNER development part and the stories.
static ENGLISH: LazyLock<Option<Trained>> = LazyLock::new(|| {
    let model = Model::read(include_bytes!("../../data/entities/names-en.bin"))?;
    Some(Trained { number: 0, model, leads: false, seen: 4, unseen: 3 })
});

/// There are few rules for Kazakh: the model decides. Chosen on both halves of the `KazNERD`
/// development part.
static KAZAKH: LazyLock<Option<Trained>> = LazyLock::new(|| {
    let model = Model::read(include_bytes!("../../data/entities/names-kk.bin"))?;
    Some(Trained { number: 1, model, leads: true, seen: 30, unseen: 12 })
});

/// There are no rules for Chinese but the lists the model sees: it decides.
static CHINESE: LazyLock<Option<Trained>> = LazyLock::new(|| {
    let model = Model::read(include_bytes!("../../data/entities/names-zh.bin"))?;
    Some(Trained { number: 2, model, leads: true, seen: 30, unseen: 12 })
});

/// The model for a language.
fn trained(language: &str) -> Option<&'static Trained> {
    match language {
        "kk" | "kk-Cyrl" => KAZAKH.as_ref(),
        _ if is_chinese(language) => CHINESE.as_ref(),
        _ if language.split('-').next() == Some("en") => ENGLISH.as_ref(),
        _ => None,
    }
}

/// Gives every sentence of an article, as the range of its words and their features.
pub(crate) fn observe(tokens: &Tokens<'_>, each: impl FnMut(Range<usize>, &Observed)) {
    if is_chinese(tokens.language) {
        letters::observe(tokens, each);
        return;
    }
    let usage = Usage::of(tokens);
    features::observe(tokens, &usage, &candidates(tokens, &usage), each);
}

fn is_chinese(language: &str) -> bool {
    matches!(language.split('-').next(), Some("zh" | "yue"))
}

/// The candidates of an article, with the word of the model on them where its language has one.
pub(crate) fn with_learned(tokens: &Tokens<'_>) -> Vec<Candidate> {
    let usage = Usage::of(tokens);
    let candidates = candidates(tokens, &usage);
    let Some(trained) = trained(tokens.language) else { return candidates };
    let mut found = Vec::new();
    if is_chinese(tokens.language) {
        letters::observe(tokens, |words, observed| {
            found.extend(read(words, &trained.model.labelled(observed)));
        });
        found = letters::parted(tokens, &found);
    } else {
        features::label(tokens, &usage, &candidates, trained, |words, labels| {
            found.extend(read(words, labels));
        });
    }
    merge::merged(tokens, &usage, candidates, &found, trained)
}

/// The names that a row of labels marks.
fn read(words: Range<usize>, labels: &[u8]) -> Vec<Learned> {
    let mut found: Vec<Learned> = Vec::new();
    let mut open = None;
    for (at, label) in words.zip(labels) {
        let kind = label.checked_sub(1).and_then(|label| KINDS.get(usize::from(label / 2)));
        let begins = label % 2 == 1;
        match (kind, found.last_mut()) {
            (None, _) => {}
            (Some(kind), Some(last)) if !begins && open == Some(*kind) => {
                last.to = at + 1;
            }
            (Some(kind), _) => found.push(Learned { from: at, to: at + 1, kind: *kind }),
        }
        open = kind.copied();
    }
    found
}
