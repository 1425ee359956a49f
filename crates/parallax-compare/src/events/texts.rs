//! Which texts are of one story, as far as their own words and meanings tell.
//!
//! Likeness says little alone: two reports of arrests in one town are alike and of two stories. So each is held
//! against how like the texts next to both are.

use super::{
    linking::{self, Odds},
    reading::{Reading, Told},
    sparse::Sparse,
    trees::Trees,
};
use parallax_encoder::Embedding;
use std::{collections::BTreeMap, sync::LazyLock};

/// What is seen of two texts, by name, in its order.
pub(crate) const NAMES: [&str; 10] = [
    "words", "rare", "names", "others", "name", "meaning", "first", "nearest", "contrast", "apart",
];

/// What is seen of two texts, in thousandths.
type Seen = [i64; NAMES.len()];

/// How many of a text's nearest tell how like texts are there.
const NEXT: usize = 8;

/// Sentences of a text among which the nearest is looked for: its lead.
const SOME: usize = 8;

/// Texts that are held against each other; those after them are alone. Two thousand take some seconds.
const MOST_TEXTS: usize = 2000;

/// The odds, as a logarithm in thousandths, down to which texts are put into one story.
///
/// Chosen out of fold on the articles that the trees were learned from; low, for the weighing of two tellings
/// knows of the odds too.
const ONE_STORY: i64 = -1500;

/// Beyond these no odds of texts go.
const SURE: i64 = 6000;

static TREES: LazyLock<Trees> =
    LazyLock::new(|| Trees::read(include_str!("../../data/event-texts.tsv"), &NAMES));

/// What is known of every two texts.
pub(crate) struct Stories {
    /// By text: the story it is in.
    pub(super) of: Vec<usize>,
    count: usize,
    /// By two texts, row by row: the odds of one story, those at which the joining put them together, and how
    /// like their words are.
    seen: Vec<[i64; 3]>,
}

impl Stories {
    pub(crate) fn of(reading: &Reading<'_>) -> Self {
        Self::judged(reading, &BTreeMap::new())
    }

    /// The same, with the odds of some pairs given.
    pub(crate) fn judged(reading: &Reading<'_>, given: &BTreeMap<(usize, usize), i64>) -> Self {
        let count = reading.texts.len().min(MOST_TEXTS);
        let mut seen = vec![[SURE, SURE, 1000]; count * count];
        let mut odds = Odds::new();
        observe(reading, |(a, b), traits| {
            let judged = given.get(&(a, b)).copied();
            let judged = judged.unwrap_or_else(|| TREES.weigh(traits)).clamp(-SURE, SURE);
            odds.insert((a, b), judged);
            for at in [a * count + b, b * count + a] {
                seen[at] = [judged, -SURE, traits[1]];
            }
        });
        linking::join(count, &odds, -SURE, i64::MIN, |joining| {
            for (&a, &b) in
                joining.ours.iter().flat_map(|a| joining.theirs.iter().map(move |b| (a, b)))
            {
                seen[a * count + b][1] = joining.odds;
                seen[b * count + a][1] = joining.odds;
            }
        });
        let mut of = linking::joined(count, &odds, -SURE, ONE_STORY);
        of.extend(count..reading.texts.len());
        Self { of, count, seen }
    }

    /// What is known of two texts: see [`Stories::seen`].
    pub(super) fn between(&self, a: usize, b: usize) -> [i64; 3] {
        let known = (a < self.count && b < self.count).then(|| self.seen[a * self.count + b]);
        known.unwrap_or(if a == b { [SURE, SURE, 1000] } else { [-SURE, -SURE, 0] })
    }
}

/// Gives what is seen of every two texts.
pub(crate) fn observe(reading: &Reading<'_>, mut each: impl FnMut((usize, usize), &Seen)) {
    let texts = &reading.texts[..reading.texts.len().min(MOST_TEXTS)];
    let views = views(texts);
    let words = Alike::of(views.len(), |a, b| views[a].words.cosine(&views[b].words));
    let meanings = Alike::of(views.len(), |a, b| match (&views[a].meaning, &views[b].meaning) {
        (Some(ours), Some(theirs)) => cosine(ours, theirs),
        // What is not known counts for neither.
        _ => words.of_pair(a, b),
    });
    for a in 0..views.len() {
        for b in a + 1..views.len() {
            let (ours, theirs) = (&views[a], &views[b]);
            let (first, nearest) = sentences(&texts[a], &texts[b])
                .unwrap_or((words.of_pair(a, b), words.of_pair(a, b)));
            let traits = [
                words.of_pair(a, b),
                texts[a].words.cosine(&texts[b].words),
                ours.names.cosine(&theirs.names),
                ours.others.cosine(&theirs.others),
                ours.names.shared(&theirs.names).map(|(one, two)| one.min(two)).max().unwrap_or(0),
                meanings.of_pair(a, b),
                first,
                nearest,
                words.contrast(a, b),
                meanings.contrast(a, b),
            ];
            each((a, b), &traits);
        }
    }
}

/// A text's words weighed by how few texts hold them, and what it means.
struct View {
    words: Sparse,
    names: Sparse,
    others: Sparse,
    meaning: Option<Vec<i32>>,
}

fn views(texts: &[Told<'_>]) -> Vec<View> {
    let mut holders: BTreeMap<u32, usize> = BTreeMap::new();
    for (word, _) in texts.iter().flat_map(|text| text.words.iter()) {
        *holders.entry(word).or_default() += 1;
    }
    let rare = |word: u32| {
        let held = holders.get(&word).copied().unwrap_or(1);
        thousandths_of_log2((texts.len() + 1) * 1000 / held)
    };
    let view = |text: &Told<'_>| View {
        words: text.words.weighed(|word, _| rare(word)),
        names: text
            .words
            .weighed(|word, _| if text.names.contains(&word) { rare(word) } else { 0 }),
        others: text
            .words
            .weighed(|word, _| if text.names.contains(&word) { 0 } else { rare(word) }),
        meaning: meaning(text),
    };
    texts.iter().map(view).collect()
}

/// What the sentences of a text mean, added up; `None` where it is not known of all.
fn meaning(text: &Told<'_>) -> Option<Vec<i32>> {
    let mut sum = vec![0; Embedding::LENGTH];
    for line in &text.sentences {
        for (sum, number) in sum.iter_mut().zip(line.meaning?.numbers()) {
            *sum += i32::from(*number);
        }
    }
    (!text.sentences.is_empty()).then_some(sum)
}

/// The nearness of the first sentences, and of the two nearest.
fn sentences<'a>(a: &Told<'a>, b: &Told<'a>) -> Option<(i64, i64)> {
    let near = |a: &Embedding, b: &Embedding| i64::from(a.cosine(b));
    let first = near(a.sentences.first()?.meaning?, b.sentences.first()?.meaning?);
    let some = |text: &Told<'a>| -> Vec<&'a Embedding> {
        text.sentences.iter().take(SOME).filter_map(|line| line.meaning).collect()
    };
    let (ours, theirs) = (some(a), some(b));
    let pairs = ours.iter().flat_map(|one| theirs.iter().map(move |other| near(one, other)));
    Some((first, pairs.max()?))
}

/// The cosine of two sums, in thousandths.
fn cosine(a: &[i32], b: &[i32]) -> i64 {
    let product = |a: &[i32], b: &[i32]| -> i128 {
        a.iter().zip(b).map(|(a, b)| i128::from(*a) * i128::from(*b)).sum()
    };
    let length = (product(a, a) * product(b, b)).isqrt().max(1);
    i64::try_from(product(a, b) * 1000 / length).unwrap_or(0)
}

/// The logarithm to base two of a number of thousandths, in thousandths, to about one in a hundred.
fn thousandths_of_log2(number: usize) -> i64 {
    // Squaring doubles a logarithm: so are its binary digits found.
    let number = u64::try_from(number.max(1)).unwrap_or(u64::MAX);
    let whole = number.ilog2();
    let mut rest = (u128::from(number) << 32) >> whole;
    let mut part = 0;
    for digit in 1..=7 {
        rest = (rest * rest) >> 32;
        if rest >= 2 << 32 {
            rest >>= 1;
            part += 1000 >> digit;
        }
    }
    // 1000 is 9.966 doublings.
    (i64::from(whole) * 1000 + part - 9966).max(0)
}

/// How like every two are, and how like the nearest of each.
struct Alike {
    count: usize,
    values: Vec<i64>,
    nearest: Vec<i64>,
}

impl Alike {
    fn of(count: usize, alike: impl Fn(usize, usize) -> i64) -> Self {
        let mut values = vec![0; count * count];
        for a in 0..count {
            for b in a + 1..count {
                let value = alike(a, b);
                values[a * count + b] = value;
                values[b * count + a] = value;
            }
        }
        let nearest = (0..count).map(|a| {
            let others = (0..count).filter(|&b| b != a).map(|b| values[a * count + b]);
            let mut others: Vec<i64> = others.collect();
            others.sort_unstable_by(|one, other| other.cmp(one));
            others.truncate(NEXT);
            let counted = i64::try_from(others.len()).unwrap_or(1).max(1);
            others.iter().sum::<i64>() / counted
        });
        let nearest = nearest.collect();
        Self { count, values, nearest }
    }

    fn of_pair(&self, a: usize, b: usize) -> i64 {
        self.values[a * self.count + b]
    }

    /// How much liker the two are than those next to each.
    fn contrast(&self, a: usize, b: usize) -> i64 {
        2 * self.of_pair(a, b) - self.nearest[a] - self.nearest[b]
    }
}

#[cfg(test)]
mod tests {
    use super::thousandths_of_log2;

    #[test]
    fn logarithms_are_near_enough() {
        let near = |number: usize, expected: i64| {
            assert!((thousandths_of_log2(number) - expected).abs() <= 12, "{number}");
        };
        near(1000, 0);
        near(2000, 1000);
        near(3000, 1585);
        near(100_000, 6644);
    }
}
