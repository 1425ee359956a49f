//! Sentences that have the words of another origin's sentence, outside quotation marks.
//!
//! What someone said is alike wherever it is quoted; what an outlet tells in its own words is not.

use crate::scene::{Account, Line, Scene, Token};
use parallax_model::{QuotationKind, Span};
use std::collections::BTreeMap;

/// Words of its own below which a sentence may be alike by chance.
const LEAST_WORDS: usize = 7;
/// The share of the longer sentence's words that stand in the other in the same order, in hundredths.
///
/// Chosen so that one word of ten may be another: in a lower share sentences of a form
/// ("The fire broke out in … on Monday") come to be alike by chance.
const ALIKE: usize = 88;
/// Older sentences a sentence is held against.
const MOST_OLDER: usize = 24;

/// For each line of a claim that has nearly the words of an older account of another origin, the index of that
/// account's article.
pub(crate) fn of(scene: &Scene<'_>, draft: &[usize]) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    if draft.len() < 2 {
        return found;
    }
    let mut numbers = BTreeMap::new();
    let mut older: Vec<(usize, Own)> = Vec::new();
    for &line in draft {
        let own = Own::of(scene.account(line), &scene.lines[line], &mut numbers);
        if own.words.len() < LEAST_WORDS {
            continue;
        }
        let origin = scene.account(line).origin;
        let others = older.iter().filter(|(other, _)| scene.account(*other).origin != origin);
        if let Some((other, _)) = others.into_iter().find(|(_, words)| own.is_like(words)) {
            found.insert(line, scene.account(*other).index);
        }
        if older.len() < MOST_OLDER {
            older.push((line, own));
        }
    }
    found
}

/// The words of a line outside quotation marks, by number.
struct Own {
    words: Vec<usize>,
    sorted: Vec<usize>,
}

impl Own {
    fn of<'a>(
        account: &Account<'_>,
        line: &'a Line,
        numbers: &mut BTreeMap<&'a str, usize>,
    ) -> Self {
        let spoken = line.quotations.iter().filter_map(|&at| account.notes.quotations.get(at));
        let marked: Vec<Span> = spoken
            .filter(|quotation| quotation.kind != QuotationKind::Indirect)
            .map(|quotation| quotation.span)
            .collect();
        let own =
            line.tokens.iter().filter(|token| !marked.iter().any(|span| span.overlaps(token.span)));
        let number = |token: &'a Token| {
            let next = numbers.len();
            *numbers.entry(token.folded.as_str()).or_insert(next)
        };
        let words: Vec<usize> = own.map(number).collect();
        let mut sorted = words.clone();
        sorted.sort_unstable();
        Self { words, sorted }
    }

    fn is_like(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.words.len(), other.words.len());
        let near = |shared: usize| shared * 100 >= ours.max(theirs) * ALIKE;
        near(ours.min(theirs))
            && near(in_common(&self.sorted, &other.sorted))
            && near(in_order(&self.words, &other.words))
    }
}

/// How many words two lists have in common, in whatever order.
fn in_common(a: &[usize], b: &[usize]) -> usize {
    let (mut at, mut to, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(at), b.get(to)) {
        common += usize::from(x == y);
        (at, to) = (at + usize::from(x <= y), to + usize::from(y <= x));
    }
    common
}

/// How many words two lists share in one order.
fn in_order(a: &[usize], b: &[usize]) -> usize {
    let mut best = vec![0; b.len() + 1];
    for x in a {
        let mut corner = 0;
        for (at, y) in b.iter().enumerate() {
            let above = best[at + 1];
            best[at + 1] = if x == y { corner + 1 } else { above.max(best[at]) };
            corner = above;
        }
    }
    best.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{in_common, in_order};
    use crate::wording;
    use parallax_model::{PayloadRange, SourcedText};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_in_order_are_those_of_the_longest_common_run(
            a in prop::collection::vec(0_usize..6, 0..20),
            b in prop::collection::vec(0_usize..6, 0..20),
        ) {
            let mut text = SourcedText::default();
            text.push("word", PayloadRange::new(0, 4));
            let span = text.span(0, 4).expect("a word");
            let words = |list: &[usize]| -> Vec<_> {
                list.iter().map(|number| (number.to_string(), span)).collect()
            };
            let laid = wording::overlap(&words(&a), &words(&b)).pairs.len();
            prop_assert_eq!(in_order(&a, &b), laid);
            let sorted = |list: &[usize]| {
                let mut sorted = list.to_vec();
                sorted.sort_unstable();
                sorted
            };
            prop_assert!(in_common(&sorted(&a), &sorted(&b)) >= laid);
        }
    }
}
