//! How much of a text is the true text: runs of four words, found and missed.
//!
//! The measure of the article extraction benchmark. Per page the multisets of
//! runs are compared; every page weighs the same; F1 is the harmonic mean of
//! mean precision and mean recall.

use regex::Regex;
use serde::Serialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// Words in a run.
const RUN: usize = 4;

/// What Python's `\w+` matches, which the benchmark is defined by: letters,
/// numbers and the underscore, but no combining marks.
static WORD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[\p{L}\p{N}_]+").expect("the pattern is well formed"));

/// The quality of the texts of a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Quality {
    /// Harmonic mean of the two others.
    pub(crate) f1: f64,
    /// How much of what was given is true.
    pub(crate) precision: f64,
    /// How much of what is true was given.
    pub(crate) recall: f64,
}

impl Quality {
    /// Scores pairs of (true, given) texts; `None` where there are none.
    pub(crate) fn of<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Option<Self> {
        let (mut precisions, mut recalls) = (Mean::default(), Mean::default());
        for (truth, given) in pairs {
            let (truth, given) = (words(truth), words(given));
            let (truth, given) = (runs(&truth), runs(&given));
            let found = common(&truth, &given) as f64;
            precisions.add(found, total(&given));
            recalls.add(found, total(&truth));
        }
        (recalls.count > 0).then(|| {
            let (precision, recall) = (precisions.value(), recalls.value());
            let sum = precision + recall;
            let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
            Self { f1, precision, recall }
        })
    }
}

/// A mean over the pages that have any run at all.
#[derive(Default)]
struct Mean {
    sum: f64,
    count: usize,
}

impl Mean {
    fn add(&mut self, found: f64, of: usize) {
        if of > 0 {
            self.sum += found / of as f64;
            self.count += 1;
        }
    }

    fn value(&self) -> f64 {
        if self.count > 0 { self.sum / self.count as f64 } else { 0.0 }
    }
}

type Runs<'a> = BTreeMap<&'a [&'a str], usize>;

fn words(text: &str) -> Vec<&str> {
    WORD.find_iter(text).map(|found| found.as_str()).collect()
}

/// The runs of a text with their counts; a text shorter than a run is one run.
fn runs<'a>(words: &'a [&'a str]) -> Runs<'a> {
    let mut runs = Runs::new();
    for run in words.chunks(words.len().max(1)).filter(|whole| whole.len() < RUN) {
        runs.insert(run, 1);
    }
    for run in words.windows(RUN) {
        *runs.entry(run).or_default() += 1;
    }
    runs
}

fn common(a: &Runs<'_>, b: &Runs<'_>) -> usize {
    a.iter().map(|(run, &count)| count.min(b.get(run).copied().unwrap_or(0))).sum()
}

fn total(runs: &Runs<'_>) -> usize {
    runs.values().sum()
}

#[cfg(test)]
mod tests {
    use super::Quality;

    #[track_caller]
    fn check(pairs: &[(&str, &str)], precision: f64, recall: f64) {
        let quality = Quality::of(pairs.iter().copied()).expect("there are true texts");
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(near(quality.precision, precision) && near(quality.recall, recall), "{quality:?}");
    }

    #[test]
    fn the_same_words_score_full_whatever_stands_between() {
        check(&[("The bridge reopened on Monday.", "The bridge\nreopened — on Monday")], 1.0, 1.0);
    }

    #[test]
    fn a_run_counts_as_often_as_both_texts_have_it() {
        check(&[("a b c d", "a b c d a b c d")], 1.0 / 5.0, 1.0);
    }

    #[test]
    fn a_text_shorter_than_a_run_is_one_run() {
        check(&[("Bridge reopens", "Bridge reopens")], 1.0, 1.0);
    }

    #[test]
    fn an_empty_text_costs_recall_and_leaves_precision_alone() {
        check(&[("a b c d", "a b c d"), ("e f g h", "")], 1.0, 0.5);
    }

    #[test]
    fn a_combining_mark_parts_words_as_python_does() {
        // हिन्दी: the vowel signs and the virama are marks
        check(&[("हिन्दी", "ह न द")], 1.0, 1.0);
    }

    #[test]
    fn nothing_true_is_no_score() {
        assert_eq!(Quality::of(std::iter::empty()), None);
    }
}
