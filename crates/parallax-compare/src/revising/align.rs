//! Which lines of two texts are one, altered; and which words of such a line differ.

use parallax_language::{Word, fold, words};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// Share of the words of both that two lines must have in common to be one.
const ONE: f32 = 0.5;

/// Lines with one word in common beyond which it leads to nobody.
const CROWD: usize = 64;

/// Pairs of words that are weighed in one line: beyond, all between its ends is another.
const WEIGHED: usize = 1 << 20;

/// Pairs lines of two texts, given by their words, the most alike first; each is in one pair
/// at most.
pub(super) fn partners(old: &[Vec<String>], new: &[Vec<String>]) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, line) in new.iter().enumerate() {
        let each: BTreeSet<&str> = line.iter().map(String::as_str).collect();
        for word in each {
            holders.entry(word).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for (at, line) in old.iter().enumerate() {
        let each: BTreeSet<&str> = line.iter().map(String::as_str).collect();
        let near = each.iter().filter_map(|word| holders.get(word));
        let near: BTreeSet<usize> =
            near.filter(|held| held.len() <= CROWD).flatten().copied().collect();
        for other in near {
            let alike = new.get(other).map_or(0.0, |other| common(line, other));
            if alike >= ONE {
                pairs.push((alike, at, other));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut taken, mut given) = (BTreeSet::new(), BTreeSet::new());
    pairs.retain(|&(_, a, b)| {
        let free = !taken.contains(&a) && !given.contains(&b);
        if free {
            taken.insert(a);
            given.insert(b);
        }
        free
    });
    pairs.sort_by_key(|&(_, a, b)| (a, Reverse(b)));
    pairs.into_iter().map(|(_, a, b)| (a, b)).collect()
}

/// The share of their words that two lines have in common.
fn common(one: &[String], other: &[String]) -> f32 {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in one {
        *counts.entry(word).or_default() += 1;
    }
    let mut shared = 0;
    for word in other {
        if let Some(count) = counts.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    let all = one.len() + other.len();
    if all == 0 { 0.0 } else { 2.0 * shared as f32 / all as f32 }
}

/// Words of a line that others stand in the place of, as bytes of the two lines; none where
/// words were only put in or taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) old: Option<Range<usize>>,
    pub(super) new: Option<Range<usize>>,
}

/// The fewest words whose exchange makes the line `new` of the line `old`.
pub(super) fn edits(old: &str, new: &str) -> Vec<Edit> {
    let read = |line: &str| -> (Vec<Word>, Vec<String>) {
        words(line).map(|word| (word, fold(word.of(line)))).unzip()
    };
    let ((old_words, old_plain), (new_words, new_plain)) = (read(old), read(new));
    let head = old_plain.iter().zip(&new_plain).take_while(|(one, other)| one == other).count();
    let rest = (old_plain.len().min(new_plain.len())) - head;
    let tail = old_plain.iter().rev().zip(new_plain.iter().rev()).take(rest);
    let tail = tail.take_while(|(one, other)| one == other).count();
    let inner = |plain: &[String]| plain.get(head..plain.len() - tail).unwrap_or_default().to_vec();
    let (was, now) = (inner(&old_plain), inner(&new_plain));
    let kept =
        if was.len().saturating_mul(now.len()) > WEIGHED { Vec::new() } else { kept(&was, &now) };
    let span = |words: &[Word], range: Range<usize>| {
        let some = words.get(head + range.start..head + range.end)?;
        Some(some.first()?.start..some.last()?.end)
    };
    let mut edits = Vec::new();
    let mut at = (0, 0);
    for (a, b) in kept.into_iter().chain([(was.len(), now.len())]) {
        if (a, b) != at {
            edits.push(Edit { old: span(&old_words, at.0..a), new: span(&new_words, at.1..b) });
        }
        at = (a + 1, b + 1);
    }
    edits
}

/// The longest list of words that two lists have in common, in order, by their places.
fn kept(one: &[String], other: &[String]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut longest = vec![0_u32; (one.len() + 1) * width];
    let at =
        |table: &[u32], a: usize, b: usize| table.get(a * width + b).copied().unwrap_or_default();
    for (a, word) in one.iter().enumerate().rev() {
        for (b, with) in other.iter().enumerate().rev() {
            let best = if word == with {
                at(&longest, a + 1, b + 1) + 1
            } else {
                at(&longest, a + 1, b).max(at(&longest, a, b + 1))
            };
            if let Some(cell) = longest.get_mut(a * width + b) {
                *cell = best;
            }
        }
    }
    let (mut a, mut b, mut kept) = (0, 0, Vec::new());
    while let (Some(word), Some(with)) = (one.get(a), other.get(b)) {
        if word == with {
            kept.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if at(&longest, a + 1, b) >= at(&longest, a, b + 1) {
            a += 1;
        } else {
            b += 1;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::edits;
    use parallax_model::cut;
    use proptest::prelude::*;

    fn check(old: &str, new: &str, expected: &[(&str, &str)]) {
        let found = edits(old, new);
        let words = |line: &str, range: &Option<std::ops::Range<usize>>| {
            range.clone().map_or_else(String::new, |range| cut(line, range).to_owned())
        };
        let shown: Vec<(String, String)> =
            found.iter().map(|edit| (words(old, &edit.old), words(new, &edit.new))).collect();
        let shown: Vec<(&str, &str)> =
            shown.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn words_that_differ_are_found() {
        check("Three people died.", "Four people died.", &[("Three", "Four")]);
        check("He left", "He left on Monday", &[("", "on Monday")]);
        check(
            "The old mill burned, police said.",
            "The mill burned down: police said",
            &[("old", ""), ("", "down")],
        );
        check("Rain fell.", "Rain, fell", &[]);
    }

    proptest! {
        #[test]
        fn edits_are_words_of_the_lines(old in "[a-c ,]{0,40}", new in "[a-c ,]{0,40}") {
            for edit in edits(&old, &new) {
                prop_assert!(edit.old.is_some() || edit.new.is_some());
                prop_assert!(edit.old.is_none_or(|range| old.get(range).is_some()));
                prop_assert!(edit.new.is_none_or(|range| new.get(range).is_some()));
            }
        }
    }
}
