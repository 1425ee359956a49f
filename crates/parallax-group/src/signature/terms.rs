//! The terms of an article with what it makes of each.

use super::tokens::{self, Field, Token};
use parallax_language::{Language, lexicon::commonness, names};
use parallax_model::Article;
use std::collections::{BTreeMap, BTreeSet};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Words of the body that are read; news tells its event first.
const BODY_WORDS: usize = 500;

/// Words of the body that count as its lead.
const LEAD_WORDS: usize = 60;

/// How much a word of headline and standfirst, of the lead, of the rest weighs.
/// Chosen on news clusters in English and Vietnamese.
const FIELD_WEIGHTS: [f32; 3] = [3.0, 2.0, 1.0];

/// Letters of a name's key that tell it from others.
const SHORTEST_KEY: usize = 3;

/// Terms kept of an article, by what they are expected to say.
const MOST_WORDS: usize = 200;
const MOST_NEUTRAL: usize = 60;

/// Names and numbers whose spelling is kept.
const MOST_SPELLED: usize = 24;

/// Expected share of articles that use a name, a telling number, a plain
/// number, an unlisted word: rough figures for news, to be outvoted by counts.
const NAME_SHARE: f32 = 0.004;
const NUMBER_SHARE: f32 = 0.006;
const PLAIN_NUMBER_SHARE: f32 = 0.25;
const UNLISTED_SHARE: f32 = 0.02;

/// How common a word of up to three, and of four, letters is supposed to be, as ten
/// times its Zipf frequency, where nothing is known of the language's words.
const SHORT_UNLISTED: u8 = 62;
const FOUR_UNLISTED: u8 = 57;

/// Words in the article that the expectation for a listed word supposes.
const ARTICLE_WORDS: f32 = 300.0;

/// Names say who and where, numbers how many: what tells events of one kind apart.
const NAME_FACTOR: f32 = 1.5;
const NUMBER_FACTOR: f32 = 0.8;

/// A term with how much the article makes of it.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Term {
    /// Names the term, the same in every article.
    pub(crate) key: u32,
    /// How often and where it stands, dampened, and what its kind says.
    pub(crate) weight: f32,
    /// The share of articles that are expected to use it.
    pub(crate) expected: f32,
}

/// The terms of one article, each list by key.
#[derive(Debug, Default)]
pub(super) struct Terms {
    pub(super) words: Vec<Term>,
    pub(super) neutral: Vec<Term>,
    pub(super) title: Vec<Term>,
    pub(super) spelled: Vec<(u32, Box<str>)>,
}

/// Reads the terms of `article`.
pub(super) fn read(article: &Article, language: Language) -> Terms {
    let tokens = tokens::read(article, language, BODY_WORDS, LEAD_WORDS);
    let tallies = tally(language, &tokens);
    let words = words(language, &tallies, &tokens);
    let (neutral, spelled) = neutral(&tallies);
    let heads: BTreeSet<u32> = tokens
        .iter()
        .filter(|token| token.field == Field::Head)
        .map(|token| word_key(&token.stem))
        .collect();
    let mut title: Vec<Term> =
        words.iter().copied().filter(|term| heads.contains(&term.key)).collect();
    title.shrink_to_fit();
    Terms {
        words: heaviest(words, MOST_WORDS),
        neutral: heaviest(neutral, MOST_NEUTRAL),
        title,
        spelled,
    }
}

/// The terms that are expected to say most, by key.
fn heaviest(mut terms: Vec<Term>, most: usize) -> Vec<Term> {
    let says = |term: &Term| -term.expected.ln() * term.weight;
    if terms.len() > most {
        terms.sort_by(|a, b| says(b).total_cmp(&says(a)).then(a.key.cmp(&b.key)));
        terms.truncate(most);
        terms.sort_unstable_by_key(|term| term.key);
    }
    // They are held for ten thousand articles and more.
    terms.shrink_to_fit();
    terms
}

/// One word of an article with all its appearances.
struct Tally<'a> {
    token: &'a Token,
    weight: f32,
    /// Appearances inside sentences, where capitals mean a name.
    inside: u32,
    capital: u32,
}

impl Tally<'_> {
    fn is_name(&self) -> bool {
        self.capital > 0 && self.capital * 2 >= self.inside
    }
}

fn tally<'a>(language: Language, tokens: &'a [Token]) -> BTreeMap<&'a str, Tally<'a>> {
    let mut tallies: BTreeMap<&str, Tally<'a>> = BTreeMap::new();
    for token in tokens.iter().filter(|token| token.tells(language)) {
        let tally = tallies.entry(&token.stem).or_insert(Tally {
            token,
            weight: 0.0,
            inside: 0,
            capital: 0,
        });
        tally.weight += field_weight(token.field);
        tally.inside += u32::from(token.inside);
        tally.capital += u32::from(token.inside && token.capital);
    }
    tallies
}

const fn field_weight(field: Field) -> f32 {
    let [head, lead, rest] = FIELD_WEIGHTS;
    match field {
        Field::Head => head,
        Field::Lead => lead,
        Field::Rest => rest,
    }
}

fn words(language: Language, tallies: &BTreeMap<&str, Tally<'_>>, tokens: &[Token]) -> Vec<Term> {
    let word = |(stem, tally): (&&str, &Tally<'_>)| {
        term(word_key(stem), kind(language, tally), tally.weight)
    };
    let mut words: Vec<Term> = tallies.iter().map(word).collect();
    if tokens::joins_syllables(language) || tokens.iter().any(|token| token.alone) {
        words.extend(pairs(language, tokens));
    }
    words.sort_by_key(|term| term.key);
    words.dedup_by_key(|term| term.key);
    words
}

/// Neighbouring syllables or characters, where words are written in several.
fn pairs(language: Language, tokens: &[Token]) -> Vec<Term> {
    let mut weights: BTreeMap<u32, f32> = BTreeMap::new();
    for pair in tokens.windows(2) {
        let [first, second] = pair else { continue };
        let joined = second.inside
            && (tokens::joins_syllables(language) || first.alone && second.alone)
            && (first.tells(language) || second.tells(language) || first.alone);
        if joined {
            let key = word_key(&format!("{} {}", first.stem, second.stem));
            *weights.entry(key).or_default() += field_weight(second.field);
        }
    }
    weights.into_iter().map(|(key, weight)| term(key, Kind::Word(0), weight)).collect()
}

/// What kind of thing a term is, for how rare it is expected to be.
#[derive(Clone, Copy, Debug)]
enum Kind {
    /// A word of the language, with its commonness in 0..=255.
    Word(u8),
    /// A word written as a name.
    Name,
    /// A number that says something: neither small nor a year.
    Number,
    /// A small count, a year.
    PlainNumber,
}

fn kind(language: Language, tally: &Tally<'_>) -> Kind {
    match tally.token.number {
        Some(true) => Kind::Number,
        Some(false) => Kind::PlainNumber,
        None if tally.is_name() => Kind::Name,
        None => Kind::Word(match commonness(language, &tally.token.stem) {
            0 => supposed(language, &tally.token.stem),
            common => common,
        }),
    }
}

/// How common a short word is supposed to be in a language that nothing is listed of.
fn supposed(language: Language, stem: &str) -> u8 {
    let listed = [Language::ENGLISH, Language::RUSSIAN].contains(&language);
    match stem.chars().count() {
        _ if listed || tokens::joins_syllables(language) => 0,
        ..=3 => SHORT_UNLISTED,
        4 => FOUR_UNLISTED,
        _ => 0,
    }
}

/// Names by their key and numbers by their digits, and how the heaviest are written.
fn neutral(tallies: &BTreeMap<&str, Tally<'_>>) -> (Vec<Term>, Vec<(u32, Box<str>)>) {
    let mut found: BTreeMap<u32, (Kind, f32, &str)> = BTreeMap::new();
    for (stem, tally) in tallies {
        let named = match tally.token.number {
            Some(telling) => telling.then(|| (Kind::Number, (*stem).to_owned())),
            None if tally.is_name() => {
                let key = names::key(&tally.token.folded);
                (key.len() >= SHORTEST_KEY).then_some((Kind::Name, key))
            }
            None => None,
        };
        let Some((kind, text)) = named else { continue };
        let written = tally.token.written.as_str();
        found.entry(neutral_key(&text)).or_insert((kind, 0.0, written)).1 += tally.weight;
    }
    let mut heaviest: Vec<_> =
        found.iter().map(|(key, &(_, weight, w))| (weight, *key, w)).collect();
    heaviest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    heaviest.truncate(MOST_SPELLED);
    let spelled = heaviest.into_iter().map(|(_, key, written)| (key, written.into())).collect();
    (found.into_iter().map(|(key, (kind, weight, _))| term(key, kind, weight)).collect(), spelled)
}

fn term(key: u32, kind: Kind, weight: f32) -> Term {
    Term { key, weight: (1.0 + weight.ln()) * factor(kind), expected: expected(kind) }
}

fn expected(kind: Kind) -> f32 {
    match kind {
        Kind::Name => NAME_SHARE,
        Kind::Number => NUMBER_SHARE,
        Kind::PlainNumber => PLAIN_NUMBER_SHARE,
        Kind::Word(0) => UNLISTED_SHARE,
        // Ten times the Zipf frequency, the logarithm of uses in 10^9 words.
        Kind::Word(common) => {
            let share = 10_f32.powf(f32::from(common) / 10.0 - 9.0);
            1.0 - (-share * ARTICLE_WORDS).exp()
        }
    }
}

const fn factor(kind: Kind) -> f32 {
    match kind {
        Kind::Name => NAME_FACTOR,
        Kind::Number => NUMBER_FACTOR,
        Kind::PlainNumber | Kind::Word(_) => 1.0,
    }
}

fn word_key(stem: &str) -> u32 {
    key(stem.as_bytes(), 1)
}

fn neutral_key(name: &str) -> u32 {
    key(name.as_bytes(), 2)
}

/// The lower half of a hash, seeded by the name space.
#[expect(clippy::cast_possible_truncation, reason = "half of a hash is a hash")]
pub(super) fn key(text: &[u8], space: u64) -> u32 {
    xxh3_64_with_seed(text, space) as u32
}
