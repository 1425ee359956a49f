//! What two bundles have in common, in a handful of figures.

use crate::{bundle::Bundle, sum::Alike};

/// How many figures there are.
pub(crate) const COUNT: usize = 17;

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
];

/// Where some of them stand.
pub(crate) const WORDS: usize = 0;
pub(crate) const WORDS_BREADTH: usize = 1;
pub(crate) const WORDS_CONTRAST: usize = 2;
pub(crate) const TITLE: usize = 3;
pub(crate) const NAMES: usize = 4;
pub(crate) const NAMES_BREADTH: usize = 5;
pub(crate) const MEANING_MIDDLE: usize = 8;
pub(crate) const SAME_LANGUAGE: usize = 10;
pub(crate) const MEANING_KNOWN: usize = 11;
pub(crate) const LONE: usize = 12;
pub(crate) const SHORT: usize = 13;
pub(crate) const FEW: usize = 14;
pub(crate) const SMALL: usize = 15;
pub(crate) const COVERED: usize = 16;

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
        let mut words = Mean::default();
        let mut title = Mean::default();
        let mut covered = 0.0;
        let (mut ours, mut theirs) =
            (one.tellings().iter().peekable(), other.tellings().iter().peekable());
        while let (Some((left, a)), Some((right, b))) = (ours.peek(), theirs.peek()) {
            if left == right {
                words.add(
                    a.words.alike(&b.words),
                    a.words.count() * b.words.count(),
                    a.words.terms().min(b.words.terms()),
                );
                covered += a.covered(b) * a.words.count() * b.words.count();
                title.add(
                    a.title.alike(&b.title),
                    a.words.count() * b.words.count(),
                    a.title.terms().min(b.title.terms()),
                );
            }
            let (left, right) = (*left, *right);
            if left <= right {
                ours.next();
            }
            if right <= left {
                theirs.next();
            }
        }
        let pairs = (one.size() * other.size()).max(1) as f32;
        let same = words.weight / pairs;
        let covered = covered / words.weight.max(1.0);
        let (words, terms) = words.mean();
        let (title, _) = title.mean();
        let names = one.neutral().alike(other.neutral());
        let (meaning, known) = match (one.meaning(), other.meaning()) {
            (Some(a), Some(b)) => (a.alike(b), a.count() * b.count() / pairs),
            _ => (Alike::default(), 0.0),
        };
        let log = |count: f32| (1.0 + count).ln();
        let exact = [
            words.likeness(),
            log(words.breadth),
            words.contrast.min(MOST_CONTRAST),
            title.likeness(),
            names.likeness(),
            log(names.breadth),
            names.contrast.min(MOST_CONTRAST),
            meaning.pairs,
            meaning.middles,
            meaning.contrast.min(MOST_CONTRAST),
            same,
            known,
            1.0 / pairs.sqrt(),
            SHORT_TERMS / (SHORT_TERMS + terms),
            FEW_ARTICLES / (FEW_ARTICLES + articles),
            1.0 / one.size().min(other.size()).max(1) as f32,
            covered,
        ];
        // Whole numbers of 1/10000, so that a tree's threshold is on one side everywhere.
        Self(exact.map(|number| (number * 1e4).round() / 1e4))
    }
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
