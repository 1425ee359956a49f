//! Articles taken together, and how much two such bundles tell of one event.

mod sum;

use crate::weights::{Term, Vector};
use std::collections::BTreeMap;
use sum::Sum;

/// Days that two tellings of one event may lie apart without any doubt.
const SAME_DAYS: f32 = 1.5;

/// Days after which the likeness of two tellings counts for 1/e: a follow-up
/// a week later still belongs, the same quarrel next season does not.
const FADING_DAYS: f32 = 30.0;

/// What a likeness of names and numbers across languages is worth beside one
/// of all words in one language.
const ACROSS_LANGUAGES: f32 = 0.85;

/// Shared names and numbers that are asked for across languages, however few
/// there are: one figure in common is chance.
const BREADTH_ACROSS: f32 = 3.0;

/// Headlines in one language may have one word in common.
const NO_BREADTH: f32 = 0.0;

/// One or more articles taken together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bundle {
    size: usize,
    /// The sum of the vectors in each language.
    languages: BTreeMap<&'static str, Sum>,
    /// The sum of the vectors of names and numbers.
    neutral: Sum,
    /// The first and the last day of publication.
    days: Option<(i64, i64)>,
}

impl Bundle {
    /// A bundle of one article.
    pub(crate) fn of(
        language: &'static str,
        day: Option<i64>,
        words: Vector,
        neutral: Vector,
    ) -> Self {
        Self {
            size: 1,
            languages: BTreeMap::from([(language, Sum::one(words))]),
            neutral: Sum::one(neutral),
            days: day.map(|day| (day, day)),
        }
    }

    /// How many articles it holds.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// Takes in the articles of `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        self.size += other.size;
        for (language, sum) in &other.languages {
            self.languages.entry(language).or_default().add(sum);
        }
        self.neutral.add(&other.neutral);
        self.days = match (self.days, other.days) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (days, None) | (None, days) => days,
        };
    }

    /// How much the two tell of one event, from 0 to about 1.
    pub(crate) fn likeness(&self, other: &Self) -> f32 {
        let mut alike = 0.0;
        let mut pairs = 0.0;
        for (language, ours) in &self.languages {
            if let Some(theirs) = other.languages.get(language) {
                let weight = ours.count() * theirs.count();
                alike += ours.likeness(theirs, NO_BREADTH) * weight;
                pairs += weight;
            }
        }
        let alike = if pairs > 0.0 {
            alike / pairs
        } else {
            self.neutral.likeness(&other.neutral, BREADTH_ACROSS) * ACROSS_LANGUAGES
        };
        alike * self.nearness(other)
    }

    /// 1 for bundles of the same days, less the further apart they are.
    fn nearness(&self, other: &Self) -> f32 {
        let (Some((a, b)), Some((c, d))) = (self.days, other.days) else { return 1.0 };
        let gap = c.saturating_sub(b).max(a.saturating_sub(d)).max(0);
        let doubtful = (gap as f32 - SAME_DAYS).max(0.0);
        (-doubtful / FADING_DAYS).exp()
    }

    /// The terms by which it can be found, at most `most` of each language and
    /// of the names and numbers, by what they weigh in a mean article.
    pub(crate) fn heaviest(&self, most: usize) -> Vec<Vec<(Term, f32)>> {
        let sums = self.languages.values().chain([&self.neutral]);
        sums.map(|sum| sum.heaviest(most)).collect()
    }
}
