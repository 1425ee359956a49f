//! What a story is about, for telling its thread: names, and other words.

use jiff::tz::TimeZone;
use parallax_language::{
    Language, is_stop_word,
    lexicon::commonness,
    names::{self, country},
    stem, words,
};
use parallax_model::{Annotations, Article, EntityKind, MentionForm, Span, Story};
use std::collections::{BTreeMap, BTreeSet};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Articles of a story that are read: its oldest that are no copies.
const READ: usize = 12;

/// Sentences of the body that are read, and those of them that count as the lead.
const SENTENCES: usize = 12;
const LEAD: usize = 3;

/// How much a feature weighs in the headline, in the lead, in the rest.
const HEADLINE_WEIGHT: f32 = 2.0;
const LEAD_WEIGHT: f32 = 1.5;
const REST_WEIGHT: f32 = 0.7;

/// Share of a story's articles in whose headline or lead a feature stands that leads it.
const LEADS: f32 = 0.3;

/// What a name of each sort is worth beside a person's: a place is where much else happens.
const PLACE: f32 = 0.6;
const COUNTRY: f32 = 0.3;

/// Expected share of stories that have a name, a word that is not listed.
const NAME_SHARE: f32 = 0.004;
const UNLISTED_SHARE: f32 = 0.02;
const PAIR_SHARE: f32 = 0.02;

/// Words of a story that the expectation for a listed word supposes.
const STORY_WORDS: f32 = 200.0;

/// Keeps names and words apart: a name is the same in every language.
const NAME: u64 = 1;
const WORD: u64 = 2;

/// Letters of a name's key, and of a word, that tell it from others.
const SHORTEST: usize = 3;

/// Letters that one word of a name has at least by which it is known within a longer one.
const TELLING: usize = 4;

/// A name or a word of a story.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug)]
pub(super) struct Feature {
    /// How much the story makes of it.
    pub(super) weight: f32,
    /// Whether it stands in headlines or leads.
    pub(super) leads: bool,
    /// The share of stories that are expected to have it.
    pub(super) expected: f32,
    /// As it is first written.
    pub(super) written: String,
    /// The words of a name by which it is known within a longer or a shorter one.
    pub(super) parts: Parts,
    /// In how many articles' headlines or leads it stands.
    leading: f32,
}

/// The words of a name, as keys that are the same in every script.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    keys: BTreeSet<u64>,
    place: bool,
    telling: bool,
}

impl Parts {
    fn of(kind: EntityKind, name: &str) -> Self {
        let mut parts = Self { place: kind == EntityKind::Place, ..Self::default() };
        for word in words(name) {
            let word = word.of(name);
            let key = names::key(word);
            let (letters, consonants) = (word.chars().count(), key.chars().count());
            parts.telling |= letters >= TELLING && consonants >= SHORTEST;
            if letters >= SHORTEST {
                parts.keys.insert(xxh3_64_with_seed(key.as_bytes(), NAME));
            }
        }
        parts
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = u64> + '_ {
        self.keys.iter().copied()
    }

    /// Whether all of the one stands in the other: `Selvik` in `Selvik Steel`. A place is no
    /// part of a firm that is named after it.
    pub(super) fn are_one(&self, other: &Self) -> bool {
        let (short, long) =
            if self.keys.len() <= other.keys.len() { (self, other) } else { (other, self) };
        self.place == other.place && short.telling && short.keys.is_subset(&long.keys)
    }
}

/// Names or words by key.
pub(super) type Features = BTreeMap<u64, Feature>;

/// What one story is about: the names and the other words of its headlines and first sentences.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default)]
pub struct Portrait {
    /// Days since 1970 of the first and the last report.
    pub(super) days: Option<(i64, i64)>,
    pub(super) languages: BTreeSet<String>,
    pub(super) names: Features,
    pub(super) words: Features,
}

impl Portrait {
    /// Reads the oldest articles of a story that are no copies.
    pub fn of(
        story: &Story,
        articles: &[Article],
        annotations: &[Annotations],
        copy_of: &[Option<usize>],
    ) -> Self {
        let mut portrait = Self::default();
        let original = |&&at: &&usize| copy_of.get(at).copied().flatten().is_none();
        let mut read = 0.0;
        for &at in story.articles.iter().filter(original).take(READ) {
            if let (Some(article), Some(annotations)) = (articles.get(at), annotations.get(at)) {
                portrait.read(article, annotations);
                read += 1.0;
            }
        }
        for feature in portrait.names.values_mut().chain(portrait.words.values_mut()) {
            feature.weight /= read;
            feature.leads = feature.leading >= LEADS * read;
        }
        let days = story.articles.iter().filter_map(|&at| day(articles.get(at)?));
        portrait.days = days.fold(None, |range: Option<(i64, i64)>, day| {
            Some(range.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
        });
        portrait
    }

    /// The names that lead it, each with the keys by which it is sought: its own and its words'.
    pub(super) fn sought(&self) -> impl Iterator<Item = (u64, &Feature, BTreeSet<u64>)> {
        let leading = self.names.iter().filter(|(_, name)| name.leads);
        leading.map(|(&key, name)| (key, name, name.parts.keys().chain([key]).collect()))
    }

    /// What one sentence is about.
    pub(super) fn of_sentence(article: &Article, annotations: &Annotations, at: Span) -> Self {
        let mut portrait = Self::default();
        portrait.read_places(article, annotations, &[(at, LEAD_WEIGHT)]);
        portrait
    }

    fn read(&mut self, article: &Article, annotations: &Annotations) {
        let mut places: Vec<(Span, f32)> = Vec::new();
        places.extend(article.headline.map(|span| (span, HEADLINE_WEIGHT)));
        let sentences = annotations.sentences.iter().take(SENTENCES).enumerate();
        places.extend(
            sentences.map(|(at, &span)| (span, if at < LEAD { LEAD_WEIGHT } else { REST_WEIGHT })),
        );
        self.read_places(article, annotations, &places);
    }

    /// Reads the features at `places`, each with its weight: a feature counts once an
    /// article, by the heaviest place where it stands.
    fn read_places(
        &mut self,
        article: &Article,
        annotations: &Annotations,
        places: &[(Span, f32)],
    ) {
        let language = Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN);
        self.languages.insert(language.primary().to_owned());
        let weight = |span: Span| {
            let held = places.iter().filter(|(place, _)| place.overlaps(span));
            held.map(|(_, weight)| *weight).reduce(f32::max)
        };
        let mut named: Vec<Span> = Vec::new();
        let mut found: BTreeMap<u64, Feature> = BTreeMap::new();
        for entity in &annotations.entities {
            let mentions = entity.mentions.iter();
            let named_at = mentions.filter(|mention| mention.form == MentionForm::Named);
            let spans: Vec<Span> = named_at.map(|mention| mention.span).collect();
            let heaviest = spans.iter().filter_map(|&span| weight(span)).reduce(f32::max);
            named.extend(spans);
            let telling = telling(entity.kind, &entity.name);
            let key = names::key(telling);
            let Some(heaviest) = heaviest.filter(|_| key.chars().count() >= SHORTEST) else {
                continue;
            };
            let worth = worth(entity.kind, &entity.name);
            let key = xxh3_64_with_seed(key.as_bytes(), NAME);
            keep(&mut found, key, heaviest, worth, NAME_SHARE, &entity.name);
            if let Some(feature) = found.get_mut(&key) {
                feature.parts = Parts::of(entity.kind, telling);
            }
        }
        add(&mut self.names, found);
        named.sort_unstable_by_key(|span| span.start());
        let found = other_words(article, language, places, &named);
        add(&mut self.words, found);
    }
}

/// The part of a name by which it is known again: of a person the last word.
fn telling(kind: EntityKind, name: &str) -> &str {
    match kind {
        EntityKind::Person => name.split_whitespace().next_back().unwrap_or(name),
        _ => name,
    }
}

fn worth(kind: EntityKind, name: &str) -> f32 {
    match kind {
        _ if country(name).is_some() => COUNTRY,
        EntityKind::Place => PLACE,
        _ => 1.0,
    }
}

/// The words at `places` that are no part of a name; where a word is written in several
/// syllables or letters set apart, two neighbours.
fn other_words(
    article: &Article,
    language: Language,
    places: &[(Span, f32)],
    named: &[Span],
) -> BTreeMap<u64, Feature> {
    let mut found = BTreeMap::new();
    let syllables = matches!(language.primary(), "vi" | "zh" | "ja" | "th");
    for &(place, weight) in places {
        let text = article.words(place);
        let mut before: Option<(usize, &str, String)> = None;
        for word in words(text) {
            let (start, end) = (place.start() + word.start, place.start() + word.end);
            let next = named.partition_point(|span| span.end() <= start);
            let in_name = named.get(next).is_some_and(|span| span.start() < end);
            let written = word.of(text);
            let letters = written.chars().filter(|letter| letter.is_alphabetic()).count();
            if in_name || letters < if syllables { 1 } else { SHORTEST } {
                before = None;
                continue;
            }
            let stem = stem(language, written);
            if syllables {
                if let Some((from, first, stem_before)) = before.take() {
                    let stop =
                        is_stop_word(language, &stem) || is_stop_word(language, &stem_before);
                    let pair = format!("{} {stem_before} {stem}", language.primary());
                    let key = xxh3_64_with_seed(pair.as_bytes(), WORD);
                    let written = text.get(from..word.end).unwrap_or(first);
                    if !stop {
                        keep(&mut found, key, weight, 1.0, PAIR_SHARE, written);
                    }
                }
                before = Some((word.start, written, stem));
                continue;
            }
            if is_stop_word(language, &stem) || is_stop_word(language, &written.to_lowercase()) {
                continue;
            }
            let key = format!("{} {stem}", language.primary());
            let key = xxh3_64_with_seed(key.as_bytes(), WORD);
            keep(&mut found, key, weight, 1.0, expected(language, &stem), written);
        }
    }
    found
}

/// The share of stories that are expected to have the word.
fn expected(language: Language, stem: &str) -> f32 {
    match commonness(language, stem) {
        0 => UNLISTED_SHARE,
        // Ten times the Zipf frequency, the logarithm of uses in 10^9 words.
        common => {
            let share = 10_f32.powf(f32::from(common) / 10.0 - 9.0);
            1.0 - (-share * STORY_WORDS).exp()
        }
    }
}

/// Keeps a feature of an article by the heaviest place where it stands.
fn keep(
    found: &mut BTreeMap<u64, Feature>,
    key: u64,
    weight: f32,
    worth: f32,
    expected: f32,
    written: &str,
) {
    let feature = found.entry(key).or_insert_with(|| Feature {
        weight: 0.0,
        leads: false,
        expected,
        written: written.to_owned(),
        parts: Parts::default(),
        leading: 0.0,
    });
    feature.weight = feature.weight.max(weight * worth);
    if weight >= LEAD_WEIGHT {
        feature.leading = 1.0;
    }
}

/// Adds what one article has to what its story has.
fn add(known: &mut BTreeMap<u64, Feature>, found: BTreeMap<u64, Feature>) {
    for (key, feature) in found {
        match known.get_mut(&key) {
            Some(one) => {
                one.weight += feature.weight;
                one.leading += feature.leading;
                one.expected = one.expected.min(feature.expected);
            }
            None => {
                known.insert(key, feature);
            }
        }
    }
}

fn day(article: &Article) -> Option<i64> {
    let date = article.published.as_ref()?.date();
    let midnight = date.to_zoned(TimeZone::UTC).ok()?;
    Some(midnight.timestamp().as_second().div_euclid(86_400))
}
