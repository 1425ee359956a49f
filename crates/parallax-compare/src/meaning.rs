//! What sentences mean, as the sentence encoder tells it.

use crate::{
    scene::{Account, Scene},
    trees::TreeReader,
};
use parallax_encoder::{Embedding, Measured};
use parallax_model::{Annotations, Article};
use std::collections::{BTreeMap, BTreeSet};

/// Sentences of one article whose meaning is asked for; an encoder takes a millisecond or more for each.
pub(crate) const MOST_SENTENCES: usize = 80;
/// Lines of a story up to which every pair is looked at; in a larger one only pairs that share words.
///
/// Chosen for speed: the pairs of so many lines take some hundredths of a second.
pub(crate) const MOST_LINES: usize = 800;
/// Words that say something below which a line is no sentence: a label, a list item.
const LEAST_WORDS: usize = 3;

/// What is known of sentences besides their words: what those of some articles mean, by the index of the
/// article, and how their words hang together.
#[derive(Debug, Default)]
pub struct Meanings {
    embeddings: BTreeMap<usize, Vec<Embedding>>,
    /// Articles whose sentences mean no more than their words add up to.
    by_words: BTreeSet<usize>,
    pub(crate) reader: Option<TreeReader>,
}

impl Meanings {
    /// What is given for each article, one embedding a sentence; later sentences may be left out.
    pub fn new(by_article: impl IntoIterator<Item = (usize, Vec<Embedding>)>) -> Self {
        let embeddings = by_article.into_iter().collect();
        Self { embeddings, by_words: BTreeSet::new(), reader: None }
    }

    /// The same, where what is given for the articles `by_words` is only what their words add up to: that tells
    /// sentences of two languages from each other, and not those of one.
    #[must_use]
    pub fn knowing_words_of(self, by_words: impl IntoIterator<Item = usize>) -> Self {
        Self { by_words: by_words.into_iter().collect(), ..self }
    }

    /// The same, with a reader of trees: then values are compared by what they are said of.
    #[must_use]
    pub fn with_trees(self, reader: TreeReader) -> Self {
        Self { reader: Some(reader), ..self }
    }

    pub(crate) fn of(&self, article: usize, sentence: usize) -> Option<&Embedding> {
        self.embeddings.get(&article)?.get(sentence)
    }
}

/// The sentences of an article whose meaning is asked for, in their order.
pub fn asked<'a>(article: &'a Article, notes: &Annotations) -> Vec<&'a str> {
    let sentences = notes.sentences.iter().take(MOST_SENTENCES);
    sentences.map(|span| article.words(*span)).collect()
}

/// How near two lines are in meaning, in thousandths; `None` where it is not known of both.
pub(crate) fn nearness(scene: &Scene<'_>, a: usize, b: usize) -> Option<i16> {
    are_beside(scene, a, b).then(|| Some(meant(scene, a)?.cosine(meant(scene, b)?)))?
}

/// Whether what two lines mean can be held against each other: not where it is the sum of words of one language.
pub(crate) fn are_beside(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let by_words = |line: usize| scene.meanings.by_words.contains(&scene.account(line).index);
    let language = |line: usize| scene.account(line).language.primary();
    !by_words(a) || !by_words(b) || language(a) != language(b)
}

/// What a line means, if that is known.
pub(crate) fn meant<'a>(scene: &'a Scene<'_>, line: usize) -> Option<&'a Embedding> {
    let account = scene.account(line);
    let telling = scene.lines[line].tokens.iter().filter(|token| token.weight > 0);
    if telling.take(LEAST_WORDS).count() < LEAST_WORDS {
        return None;
    }
    scene.meanings.of(account.index, line - account.lines.start)
}

/// Whether what some line of an account means is known.
pub(crate) fn is_known(scene: &Scene<'_>, account: &Account<'_>) -> bool {
    account.lines.clone().any(|line| meant(scene, line).is_some())
}

/// Whether so many lines are known by meaning that pairs of them are not looked for.
pub(crate) fn are_many(scene: &Scene<'_>) -> bool {
    let lines = 0..scene.lines.len();
    lines.filter(|&line| meant(scene, line).is_some()).nth(MOST_LINES).is_some()
}

/// Pairs of the `lines` that are of different accounts and nearer in meaning than `least`, in thousandths, in
/// whatever languages.
pub(crate) fn pairs_nearer(
    scene: &Scene<'_>,
    lines: impl Iterator<Item = usize>,
    least: i16,
) -> Vec<(usize, usize)> {
    let known: Vec<(usize, &Embedding)> =
        lines.filter_map(|line| Some((line, meant(scene, line)?))).collect();
    if known.len() > MOST_LINES {
        return Vec::new();
    }
    let known: Vec<(usize, Measured)> =
        known.into_iter().map(|(line, meant)| (line, meant.measured())).collect();
    let mut pairs = Vec::new();
    for (at, (a, ours)) in known.iter().enumerate() {
        let apart = |b: usize| scene.lines[*a].account != scene.lines[b].account;
        let others = known.iter().skip(at + 1);
        let others = others.filter(|(b, _)| apart(*b) && are_beside(scene, *a, *b));
        pairs.extend(
            others.filter(|(_, theirs)| ours.cosine(theirs) >= least).map(|(b, _)| (*a, *b)),
        );
    }
    pairs
}
