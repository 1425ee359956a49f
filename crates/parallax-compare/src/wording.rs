//! Two wordings laid side by side: which words they share in order, and which are changed.

use parallax_model::Span;

/// Words with their places.
pub(crate) type Words = [(String, Span)];

/// The words two wordings share in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Overlap {
    /// Positions in the first and the second, ascending in both.
    pub(crate) pairs: Vec<(usize, usize)>,
    least: usize,
}

impl Overlap {
    /// Whether the shorter wording stands in the longer as one run.
    pub(crate) fn exact(&self) -> bool {
        let steps = self.pairs.windows(2);
        self.pairs.len() == self.least
            && steps.fold(true, |run, pair| match pair {
                [(a, b), (c, d)] => run && a + 1 == *c && b + 1 == *d,
                _ => run,
            })
    }
}

/// Lays `a` beside `b`: a run where one holds the other, else the longest common subsequence.
pub(crate) fn overlap(a: &Words, b: &Words) -> Overlap {
    let least = a.len().min(b.len());
    let run = if a.len() <= b.len() {
        place(a, b).map(|at| (0..a.len()).map(|i| (i, at + i)).collect())
    } else {
        place(b, a).map(|at| (0..b.len()).map(|i| (at + i, i)).collect())
    };
    Overlap { pairs: run.unwrap_or_else(|| common(a, b)), least }
}

/// Where `short` stands in `long` as a run.
fn place(short: &Words, long: &Words) -> Option<usize> {
    if short.is_empty() {
        return None;
    }
    long.windows(short.len()).position(|part| part.iter().zip(short).all(|(x, y)| x.0 == y.0))
}

/// The longest common subsequence, as positions.
fn common(a: &Words, b: &Words) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut best = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i * width + j] = if a[i].0 == b[j].0 {
                best[(i + 1) * width + j + 1] + 1
            } else {
                best[(i + 1) * width + j].max(best[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i].0 == b[j].0 {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Words of one wording that stand where other words stand in the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// Positions in the first wording.
    pub(crate) ours: std::ops::Range<usize>,
    /// Positions in the second.
    pub(crate) theirs: std::ops::Range<usize>,
}

/// Words that must agree beside a change at the end of a wording, for it to be one.
const ANCHOR: usize = 3;
/// Words a change may put in another's place.
const MOST_CHANGED: usize = 3;

/// Where the two wordings put other words in one place; a cut is no change.
pub(crate) fn changes(a: &Words, b: &Words, overlap: &Overlap) -> Vec<Change> {
    let mut changes = Vec::new();
    for step in overlap.pairs.windows(2) {
        let [from, to] = step else { continue };
        let change = Change { ours: from.0 + 1..to.0, theirs: from.1 + 1..to.1 };
        if !change.ours.is_empty() && !change.theirs.is_empty() {
            changes.push(change);
        }
    }
    if let Some(&(i, j)) = overlap.pairs.last() {
        let run = overlap.pairs.iter().rev().zip(0..).take_while(|((x, y), back)| {
            i.checked_sub(*back) == Some(*x) && j.checked_sub(*back) == Some(*y)
        });
        // The last word of the shorter wording is another one.
        let ends = a.len() == i + 2 || b.len() == j + 2;
        if run.count() >= ANCHOR && ends && a.len() > i + 1 && b.len() > j + 1 {
            changes.push(Change { ours: i + 1..i + 2, theirs: j + 1..j + 2 });
        }
    }
    changes
        .retain(|change| change.ours.len() <= MOST_CHANGED && change.theirs.len() <= MOST_CHANGED);
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_language::words;
    use parallax_model::{PayloadRange, SourcedText};

    fn worded(text: &str) -> Vec<(String, Span)> {
        let mut sourced = SourcedText::default();
        sourced.push(text, PayloadRange::new(0, text.len()));
        let spans = words(text).map(|word| {
            (word.of(text).to_lowercase(), sourced.span(word.start, word.end).unwrap())
        });
        spans.collect()
    }

    fn changed(a: &str, b: &str) -> Vec<(String, String)> {
        let (ours, theirs) = (worded(a), worded(b));
        let overlap = overlap(&ours, &theirs);
        let said = |part: &[(String, Span)]| {
            part.iter().map(|w| w.0.clone()).collect::<Vec<_>>().join(" ")
        };
        changes(&ours, &theirs, &overlap)
            .into_iter()
            .map(|change| (said(&ours[change.ours]), said(&theirs[change.theirs])))
            .collect()
    }

    #[test]
    fn another_word_in_the_same_place_is_a_change() {
        let found =
            changed("we rowed until our arms gave out", "we rowed until our backs gave out");
        assert_eq!(found, [("arms".to_owned(), "backs".to_owned())]);
    }

    #[test]
    fn another_last_word_is_a_change() {
        let found =
            changed("and we will leave by the gate. Nobody runs", "We will leave by the door");
        assert_eq!(found, [("gate".to_owned(), "door".to_owned())]);
    }

    #[test]
    fn a_cut_is_no_change() {
        assert_eq!(changed("it was a fair and open talk", "a fair"), []);
        assert_eq!(changed("we talked, we ate and we left", "we talked and we left"), []);
    }
}
