//! Texts and tellings laid out for weighing: words by number, and what each says.

use super::{Telling, Text, sparse::Sparse};
use crate::lists::{self, Words};
use parallax_encoder::Embedding;
use parallax_language::{
    Language, fold, is_stop_word,
    lexicon::{commonness, root, senses},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// Ten times the Zipf frequency at which a word says next to nothing, and that of one that is not in the tables.
const SAYS_NOTHING: i64 = 66;
const UNKNOWN: i64 = 30;

/// Ten times the Zipf frequency from which the first word of a sentence is no name for its capital.
const COMMON: i64 = 40;

/// Words to either side of a telling that stand near it.
const NEAR: usize = 8;

/// Stems of the words for telling itself.
static REPORTING: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let words: Words = Words::new(|| lists::words("reporting"));
    words.iter().map(|word| root(Language::ENGLISH, word)).collect()
});

/// The texts and tellings.
pub(crate) struct Reading<'a> {
    pub(super) texts: Vec<Told<'a>>,
    /// `None` for one that points outside its text.
    pub(super) tellings: Vec<Option<Deed>>,
}

/// A text.
pub(super) struct Told<'a> {
    pub(super) words: Sparse,
    /// Which of the words are names.
    pub(super) names: BTreeSet<u32>,
    pub(super) sentences: Vec<Line<'a>>,
}

/// A sentence.
pub(super) struct Line<'a> {
    /// By place: the number and worth of each word that says something.
    places: Vec<Option<(u32, i64)>>,
    pub(super) words: Sparse,
    pub(super) figures: BTreeSet<&'a str>,
    pub(super) meaning: Option<&'a Embedding>,
}

/// What a telling names, and what stands with it.
pub(super) struct Deed {
    pub(super) text: usize,
    pub(super) sentence: usize,
    /// How far into the sentence its head stands, in thousandths.
    pub(super) place: i64,
    pub(super) root: String,
    /// What its senses are known by: the root, or the root with a small word: `step down`.
    pub(super) name: String,
    /// The roots of the other words that say something.
    pub(super) also: Vec<String>,
    /// Ten times the Zipf frequency of its word.
    pub(super) common: i64,
    pub(super) verb: bool,
    pub(super) reports: bool,
    pub(super) rest: BTreeSet<u32>,
    pub(super) with: Sparse,
    pub(super) near: Sparse,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(texts: &'a [Text], tellings: &[Telling]) -> Self {
        let mut numbers = BTreeMap::new();
        let told: Vec<Told<'a>> = texts.iter().map(|text| read(text, &mut numbers)).collect();
        let tellings = tellings
            .iter()
            .map(|telling| {
                let text = told.get(telling.text)?;
                deed(telling, texts.get(telling.text)?, text)
            })
            .collect();
        Self { texts: told, tellings }
    }
}

fn read<'a>(text: &'a Text, numbers: &mut BTreeMap<String, u32>) -> Told<'a> {
    let mut names = BTreeSet::new();
    let mut all = Vec::new();
    let mut sentences = Vec::new();
    for sentence in &text.sentences {
        let mut places = Vec::new();
        for (at, word) in sentence.words.iter().enumerate() {
            let known = number(word, numbers);
            places.push(known);
            if let Some((number, weight)) = known
                && is_name(word, at, weight)
            {
                names.insert(number);
            }
        }
        let words = Sparse::new(places.iter().copied().flatten().collect());
        all.extend(words.iter());
        let figures = sentence.words.iter().map(String::as_str);
        let figures = figures.filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
        sentences.push(Line {
            places,
            words,
            figures: figures.collect(),
            meaning: sentence.meaning.as_ref(),
        });
    }
    Told { words: Sparse::new(all), names, sentences }
}

/// The number and worth, in hundredths, of a word that says something.
fn number(word: &str, numbers: &mut BTreeMap<String, u32>) -> Option<(u32, i64)> {
    let folded = fold(word);
    if !folded.contains(char::is_alphanumeric) || is_stop_word(Language::ENGLISH, &folded) {
        return None;
    }
    let root = root(Language::ENGLISH, word);
    let worth = 10 * (SAYS_NOTHING - usual(&root)).max(3);
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    Some((*numbers.entry(root).or_insert(next), worth))
}

/// Ten times the Zipf frequency of a word, by its root.
fn usual(root: &str) -> i64 {
    match commonness(Language::ENGLISH, root) {
        0 => UNKNOWN,
        known => i64::from(known),
    }
}

fn is_name(word: &str, at: usize, worth: i64) -> bool {
    let rare = worth > 10 * (SAYS_NOTHING - COMMON);
    word.starts_with(char::is_uppercase) && (at > 0 || rare)
}

fn deed(telling: &Telling, text: &Text, told: &Told<'_>) -> Option<Deed> {
    let words = &text.sentences.get(telling.sentence)?.words;
    let line = told.sentences.get(telling.sentence)?;
    let known = |at: usize| line.places.get(at).copied().flatten();
    let others = telling.rest.iter().filter(|at| known(**at).is_some());
    let also: Vec<String> =
        others.filter_map(|&at| Some(root(Language::ENGLISH, words.get(at)?))).collect();
    let root = root(Language::ENGLISH, words.get(telling.head)?);
    let own = |at: &usize| *at == telling.head || telling.rest.contains(at);
    let from = telling.head.saturating_sub(NEAR);
    let near = (from..=telling.head + NEAR).filter(|at| !own(at)).filter_map(|at| {
        let apart = i64::try_from(at.abs_diff(telling.head)).unwrap_or(0);
        known(at).map(|(word, worth)| (word, worth * 4 / (4 + apart)))
    });
    Some(Deed {
        text: telling.text,
        sentence: telling.sentence,
        place: i64::try_from(telling.head * 1000 / words.len().max(1)).unwrap_or(0),
        common: usual(&root),
        verb: telling.verb,
        reports: REPORTING.contains(&root),
        rest: telling.rest.iter().filter_map(|&at| Some(known(at)?.0)).collect(),
        with: Sparse::new(telling.with.iter().filter_map(|&at| known(at)).collect()),
        near: Sparse::new(near.collect()),
        name: name(&root, telling.rest.iter().filter_map(|&at| words.get(at))),
        also,
        root,
    })
}

/// The root with the small word that makes another verb of it, if one of `rest` does.
fn name<'a>(root: &str, rest: impl Iterator<Item = &'a String>) -> String {
    let mut phrases = rest.map(|word| format!("{root} {}", fold(word)));
    phrases.find(|phrase| senses(phrase).is_some()).unwrap_or_else(|| root.to_owned())
}
