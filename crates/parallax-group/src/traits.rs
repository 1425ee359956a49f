//! What two bundles have in common, in a handful of figures.

use crate::{
    bundle::{Bundle, Telling},
    sum::Alike,
};

/// How many figures there are.
pub(crate) const COUNT: usize = 18;

/// Their names, in order.
pub(crate) const TRAITS: [&str; COUNT] = [
    "words",
    "words_breadth",
    "words_contrast",
    "title",
    "names",
    "names_breadth",
    "names_contrast",
    "meaning",
    "meaning_middle",
    "meaning_contrast",
    "same_language",
    "meaning_known",
    "lone",
    "short",
    "few",
    "small",
    "covered",
    "figures",
];

/// Where some of them stand.
pub(crate) const WORDS: usize = 0;
pub(crate) const WORDS_BREADTH: usize = 1;
pub(crate) const WORDS_CONTRAST: usize = 2;
pub(crate) const TITLE: usize = 3;
pub(crate) const NAMES: usize = 4;
pub(crate) const NAMES_BREADTH: usize = 5;
pub(crate) const NAMES_CONTRAST: usize = 6;
pub(crate) const MEANING: usize = 7;
pub(crate) const MEANING_MIDDLE: usize = 8;
pub(crate) const MEANING_CONTRAST: usize = 9;
pub(crate) const SAME_LANGUAGE: usize = 10;
pub(crate) const MEANING_KNOWN: usize = 11;
pub(crate) const LONE: usize = 12;
pub(crate) const SHORT: usize = 13;
pub(crate) const FEW: usize = 14;
pub(crate) const SMALL: usize = 15;
pub(crate) const COVERED: usize = 16;
pub(crate) const FIGURES: usize = 17;

/// Articles in a run that are few by half.
const FEW_ARTICLES: f32 = 50.0;

/// Terms of an article that is short by half.
pub(crate) const SHORT_TERMS: f32 = 20.0;

/// Contrast over which more of it says nothing.
const MOST_CONTRAST: f32 = 2.0;

/// What two bundles have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Traits(pub(crate) [f32; COUNT]);

impl Traits {
    /// Compares two bundles of a run of `articles`.
    pub(crate) fn of(one: &Bundle, other: &Bundle, articles: f32) -> Self {
        let mut traits = Self::of_words(one, other, articles);
        traits.read_headlines(one, other);
        traits.read_names(one, other);
        traits
    }

    /// Compares the words of two bundles of a run of `articles`: what is left out is 0.
    pub(crate) fn of_words(one: &Bundle, other: &Bundle, articles: f32) -> Self {
        let mut words = Mean::default();
        for (a, b) in told_in_both(one, other) {
            let terms = a.words.terms().min(b.words.terms());
            words.add(a.words.alike(&b.words), a.words.count() * b.words.count(), terms);
        }
        let pairs = pairs(one, other);
        let same = words.weight / pairs;
        let (words, terms) = words.mean();
        let mut traits = Self([0.0; COUNT]);
        traits.note(WORDS, words.likeness());
        traits.note(WORDS_BREADTH, log(words.breadth));
        traits.note(WORDS_CONTRAST, words.contrast.min(MOST_CONTRAST));
        traits.note(SAME_LANGUAGE, same);
        traits.note(FIGURES, one.shared_figures(other));
        traits.note(LONE, 1.0 / pairs.sqrt());
        traits.note(SHORT, SHORT_TERMS / (SHORT_TERMS + terms));
        traits.note(FEW, FEW_ARTICLES / (FEW_ARTICLES + articles));
        traits.note(SMALL, 1.0 / one.size().min(other.size()).max(1) as f32);
        traits
    }

    /// Compares the headlines of the one with the text of the other.
    pub(crate) fn read_covered(&mut self, one: &Bundle, other: &Bundle) {
        let (mut covered, mut weight) = (0.0, 0.0);
        for (a, b) in told_in_both(one, other) {
            covered += a.covered(b) * a.words.count() * b.words.count();
            weight += a.words.count() * b.words.count();
        }
        self.note(COVERED, covered / f32::max(weight, 1.0));
    }

    /// Compares the headlines.
    pub(crate) fn read_headlines(&mut self, one: &Bundle, other: &Bundle) {
        self.read_covered(one, other);
        let mut title = Mean::default();
        for (a, b) in told_in_both(one, other) {
            let terms = a.title.terms().min(b.title.terms());
            title.add(a.title.alike(&b.title), a.words.count() * b.words.count(), terms);
        }
        self.note(TITLE, title.mean().0.likeness());
    }

    /// Compares names, numbers and what is meant.
    pub(crate) fn read_names(&mut self, one: &Bundle, other: &Bundle) {
        let names = one.neutral().alike(other.neutral());
        self.note(NAMES, names.likeness());
        self.note(NAMES_BREADTH, log(names.breadth));
        self.note(NAMES_CONTRAST, names.contrast.min(MOST_CONTRAST));
        if let (Some(a), Some(b)) = (one.meaning(), other.meaning()) {
            let meaning = a.alike(b);
            self.note(MEANING, meaning.pairs);
            self.note(MEANING_MIDDLE, meaning.middles);
            self.note(MEANING_CONTRAST, meaning.contrast.min(MOST_CONTRAST));
            self.note(MEANING_KNOWN, a.count() * b.count() / pairs(one, other));
        }
    }

    /// Whole numbers of 1/10000, so that a tree's threshold is on one side everywhere.
    fn note(&mut self, name: usize, exact: f32) {
        self.0[name] = (exact * 1e4).round() / 1e4;
    }
}

fn log(count: f32) -> f32 {
    (1.0 + count).ln()
}

/// Pairs of an article of the one and an article of the other.
fn pairs(one: &Bundle, other: &Bundle) -> f32 {
    (one.size() * other.size()).max(1) as f32
}

/// What both tell in one language, by language.
fn told_in_both<'a>(
    one: &'a Bundle,
    other: &'a Bundle,
) -> impl Iterator<Item = (&'a Telling, &'a Telling)> {
    let ours = one.tellings().iter();
    ours.filter_map(|(language, ours)| Some((ours, other.told_in(language)?)))
}

/// The figures that say something to a reader.
const TOLD: [&str; 4] = ["words", "title", "names", "meaning"];

impl Traits {
    /// The figures that say something to a reader, in thousandths, without those that are 0.
    pub(crate) fn told(&self) -> Vec<(&'static str, i32)> {
        let named = TRAITS.into_iter().zip(self.0).filter(|(name, _)| TOLD.contains(name));
        named
            .map(|(name, number)| (name, thousandths(number)))
            .filter(|(_, number)| *number != 0)
            .collect()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "clamped before")]
fn thousandths(number: f32) -> i32 {
    (number.clamp(-100.0, 100.0) * 1e3) as i32
}

/// A mean over languages, by how many pairs of articles each has.
#[derive(Default)]
struct Mean {
    alike: Alike,
    terms: f32,
    weight: f32,
}

impl Mean {
    fn add(&mut self, alike: Alike, weight: f32, terms: f32) {
        self.alike.pairs += alike.pairs * weight;
        self.alike.middles += alike.middles * weight;
        self.alike.contrast += alike.contrast * weight;
        self.alike.breadth += alike.breadth * weight;
        self.terms += terms * weight;
        self.weight += weight;
    }

    fn mean(self) -> (Alike, f32) {
        let Self { alike, terms, weight } = self;
        if weight <= 0.0 {
            return (alike, terms);
        }
        let mean = Alike {
            pairs: alike.pairs / weight,
            middles: alike.middles / weight,
            contrast: alike.contrast / weight,
            breadth: alike.breadth / weight,
        };
        (mean, terms / weight)
    }
}
