//! What an article is about, as weighted terms.
//!
//! A profile is made from one article alone and knows nothing of the others;
//! how rare its terms are is the business of [`weights`](crate::weights).

mod tokens;

use jiff::{civil::Date, tz::TimeZone};
use parallax_language::{Language, lexicon::commonness, names};
use parallax_model::Article;
use std::collections::BTreeMap;
use tokens::{Field, Token};
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

/// What kind of thing a term is, for how rare it is expected to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A word of the language, with its commonness in 0..=255.
    Word(u8),
    /// A word written as a name.
    Name,
    /// A number that says something: neither small nor a year.
    Number,
    /// A small count, a year.
    PlainNumber,
}

/// A term with how much the article makes of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Feature {
    /// Names the term, the same in every article.
    pub(crate) key: u64,
    /// What kind of term it is here.
    pub(crate) kind: Kind,
    /// How often and where it stands, dampened.
    pub(crate) weight: f32,
}

/// What one article is about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Profile {
    /// BCP 47 language without script.
    pub(crate) language: &'static str,
    /// Days since 1970 of the day of publication.
    pub(crate) day: Option<i64>,
    /// Terms of its own language, by key.
    pub(crate) words: Vec<Feature>,
    /// Terms that look the same in every language, by key: names and numbers.
    pub(crate) neutral: Vec<Feature>,
}

impl Profile {
    /// Reads `article`.
    pub(crate) fn of(article: &Article) -> Self {
        let language = Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN);
        let tokens = tokens::read(article, language, BODY_WORDS, LEAD_WORDS);
        let day = article.published.as_ref().and_then(|stamp| day_number(stamp.date()));
        let tallies = tally(language, &tokens);
        Self {
            language: language.primary(),
            day,
            words: words(language, &tallies, &tokens),
            neutral: neutral(&tallies),
        }
    }
}

fn day_number(date: Date) -> Option<i64> {
    let midnight = date.to_zoned(TimeZone::UTC).ok()?;
    Some(midnight.timestamp().as_second().div_euclid(86_400))
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

fn dampened(weight: f32) -> f32 {
    1.0 + weight.ln()
}

fn words(
    language: Language,
    tallies: &BTreeMap<&str, Tally<'_>>,
    tokens: &[Token],
) -> Vec<Feature> {
    let mut features: Vec<Feature> = tallies
        .iter()
        .map(|(stem, tally)| Feature {
            key: xxh3_64_with_seed(stem.as_bytes(), WORD),
            kind: kind(language, tally),
            weight: dampened(tally.weight),
        })
        .collect();
    if tokens::joins_syllables(language) || tokens.iter().any(|token| token.alone) {
        features.extend(pairs(language, tokens));
    }
    features.sort_by_key(|feature| feature.key);
    features.dedup_by_key(|feature| feature.key);
    features
}

/// Neighbouring syllables or characters, where words are written in several.
fn pairs(language: Language, tokens: &[Token]) -> Vec<Feature> {
    let mut weights: BTreeMap<u64, f32> = BTreeMap::new();
    for pair in tokens.windows(2) {
        let [first, second] = pair else { continue };
        let joined = second.inside
            && (tokens::joins_syllables(language) || first.alone && second.alone)
            && (first.tells(language) || second.tells(language) || first.alone);
        if joined {
            let key = xxh3_64_with_seed(format!("{} {}", first.stem, second.stem).as_bytes(), WORD);
            *weights.entry(key).or_default() += field_weight(second.field);
        }
    }
    let feature = |(key, weight)| Feature { key, kind: Kind::Word(0), weight: dampened(weight) };
    weights.into_iter().map(feature).collect()
}

fn kind(language: Language, tally: &Tally<'_>) -> Kind {
    match tally.token.number {
        Some(true) => Kind::Number,
        Some(false) => Kind::PlainNumber,
        None if tally.is_name() => Kind::Name,
        None => Kind::Word(commonness(language, &tally.token.stem)),
    }
}

/// Names by their key, numbers by their digits.
fn neutral(tallies: &BTreeMap<&str, Tally<'_>>) -> Vec<Feature> {
    let mut weights: BTreeMap<u64, (Kind, f32)> = BTreeMap::new();
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
        let key = xxh3_64_with_seed(text.as_bytes(), NEUTRAL);
        weights.entry(key).or_insert((kind, 0.0)).1 += tally.weight;
    }
    let feature = |(key, (kind, weight))| Feature { key, kind, weight: dampened(weight) };
    weights.into_iter().map(feature).collect()
}

/// Seeds that keep the two name spaces of terms apart.
const WORD: u64 = 1;
const NEUTRAL: u64 = 2;
