//! How much two quotations can have in common at most: most pairs are told apart by it, before they are laid beside each other.

use super::{Quote, SAME_REPORT, SAME_WORDS};
use parallax_model::QuotationKind;
use std::collections::BTreeMap;

/// The words of quotations, as numbers: equal words have one.
pub(super) struct Held(Vec<Numbered>);

struct Numbered {
    /// Ascending.
    words: Vec<usize>,
    reported: bool,
}

impl Held {
    pub(super) fn of(quotes: &[Quote]) -> Self {
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        let mut all = Vec::with_capacity(quotes.len());
        for quote in quotes {
            let mut words = Vec::with_capacity(quote.words.len());
            for (word, _) in &quote.words {
                let next = known.len();
                words.push(*known.entry(word).or_insert(next));
            }
            words.sort_unstable();
            all.push(Numbered { words, reported: quote.kind == QuotationKind::Indirect });
        }
        Self(all)
    }

    /// Whether two quotations have words enough in common, in whatever order, to be [one](super::same).
    pub(super) fn may_be_same(&self, a: usize, b: usize) -> bool {
        let (Some(ours), Some(theirs)) = (self.0.get(a), self.0.get(b)) else { return false };
        let least = ours.words.len().min(theirs.words.len());
        let share = match least {
            0 => return false,
            _ if ours.reported || theirs.reported => SAME_REPORT,
            1..=3 => 100,
            _ => SAME_WORDS,
        };
        in_both(&ours.words, &theirs.words) * 100 / least >= share
    }
}

/// How many numbers two ascending lists have in common.
fn in_both(mut ours: &[usize], mut theirs: &[usize]) -> usize {
    let mut count = 0;
    while let ([one, rest @ ..], [two, others @ ..]) = (ours, theirs) {
        count += usize::from(one == two);
        if one <= two {
            ours = rest;
        }
        if two <= one {
            theirs = others;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::in_both;

    #[test]
    fn each_word_of_the_one_stands_for_one_of_the_other() {
        assert_eq!(in_both(&[1, 1, 2, 5], &[0, 1, 2, 2, 5, 9]), 3);
        assert_eq!(in_both(&[3], &[]), 0);
    }
}
