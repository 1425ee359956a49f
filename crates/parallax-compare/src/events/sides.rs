//! Tellings of two sentences, held against each other one to one.

use super::{
    Sentence, Telling, Text,
    pairs::{also, kin, line, part},
    reading::{Deed, Reading},
    trees::Trees,
};
use parallax_language::lexicon::senses;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What is seen of two tellings, by name, in its order.
pub(crate) const NAMES: [&str; 15] = [
    "root",
    "sense",
    "above",
    "beside",
    "rarer",
    "commoner",
    "reports",
    "kinds",
    "near",
    "sentence",
    "with",
    "with-none",
    "order",
    "meaning",
    "also",
];

/// The nearness of two sentences, in thousandths, from which their tellings are learned from: most below it
/// share none.
const ALIKE: i64 = 500;

/// The odds, as a logarithm in thousandths, from which two tellings are taken for one event: where sentences
/// tell mostly the same, as those that are asked about do.
///
/// Lower than even: the sentences that the trees were learned from share less.
const LEAST: i64 = -1500;

/// Words to either side that are taken for what hangs on a word, where no tree tells.
const BESIDE: usize = 4;

/// What it adds that both are words for telling: who says so is not marked as one event in what was learned
/// from, but is one thing told.
const BOTH_REPORT: i64 = 2000;

static TREES: LazyLock<Trees> =
    LazyLock::new(|| Trees::read(include_str!("../../data/event-sides.tsv"), &NAMES));

/// Two tellings of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// The place of the first sentence's among its own.
    pub ours: usize,
    /// That of the second's.
    pub theirs: usize,
    /// The odds that they are of one event: a logarithm, in thousandths.
    pub odds: i64,
}

/// The tellings of two sentences that are of one event, one to one, surest first.
///
/// Meant for sentences that tell much the same; text and sentence of the tellings count for nothing.
///
/// ```
/// use parallax_compare::events::{Sentence, Telling, aligned};
///
/// let sentence = |words: &str| Sentence { words: words.split(' ').map(str::to_owned).collect(), meaning: None };
/// let verb = |head| Telling { head, verb: true, ..Telling::default() };
/// let ours = sentence("The coast guard seized the trawler and arrested its captain");
/// let theirs = sentence("Its captain was arrested after the trawler was seized");
/// let found = aligned((&ours, &[verb(3), verb(7)]), (&theirs, &[verb(3), verb(8)]));
/// let pairs: Vec<(usize, usize)> = found.iter().map(|pair| (pair.ours, pair.theirs)).collect();
/// assert!(pairs.contains(&(0, 1)) && pairs.contains(&(1, 0)));
/// ```
pub fn aligned(
    (ours, our_tellings): (&Sentence, &[Telling]),
    (theirs, their_tellings): (&Sentence, &[Telling]),
) -> Vec<Aligned> {
    let texts = [ours, theirs].map(|sentence| Text { sentences: vec![sentence.clone()] });
    let placed = |text, tellings: &[Telling]| -> Vec<Telling> {
        tellings.iter().map(|telling| Telling { text, sentence: 0, ..telling.clone() }).collect()
    };
    let all = [placed(0, our_tellings), placed(1, their_tellings)].concat();
    let reading = Reading::of(&texts, &all);
    let (left, right) = reading.tellings.split_at(our_tellings.len());
    let mut pairs: Vec<Aligned> = Vec::new();
    for (ours, a) in left.iter().enumerate() {
        for (theirs, b) in right.iter().enumerate() {
            let (Some(a), Some(b)) = (a, b) else { continue };
            let odds = odds(&reading, a, b);
            pairs.push(Aligned { ours, theirs, odds });
        }
    }
    one_to_one(pairs)
}

/// How surely the same is done in two sentences: the odds of the surest deed of both, a logarithm in thousandths.
///
/// Needs no tree of the sentences: every word that can name a deed is taken for one, and the words beside it for
/// what hangs on it. `None` where a sentence has no such word. Words for telling itself do not count.
///
/// ```
/// use parallax_compare::events::{Sentence, sameness};
///
/// let sentence = |words: &str| Sentence { words: words.split(' ').map(str::to_owned).collect(), meaning: None };
/// let seized = sentence("The coast guard seized the trawler off Ostrel");
/// let captured = sentence("Off Ostrel the trawler was captured by the coast guard");
/// let sank = sentence("The trawler sank in a storm off Ostrel");
/// assert!(sameness(&seized, &captured) > sameness(&seized, &sank));
/// ```
pub fn sameness(ours: &Sentence, theirs: &Sentence) -> Option<i64> {
    let texts = [ours, theirs].map(|sentence| Text { sentences: vec![sentence.clone()] });
    let all = [deeds(0, ours), deeds(1, theirs)].concat();
    let reading = Reading::of(&texts, &all);
    let deeds = |text: usize| {
        let all = reading.tellings.iter().flatten();
        all.filter(move |deed| deed.text == text && !deed.reports && senses(&deed.root).is_some())
    };
    let pairs = deeds(0).flat_map(|a| deeds(1).map(move |b| (a, b)));
    pairs.map(|(a, b)| odds(&reading, a, b)).max()
}

/// Every word of a sentence as a telling, with the words beside it.
fn deeds(text: usize, sentence: &Sentence) -> Vec<Telling> {
    let beside = |head: usize| {
        let last = (head + BESIDE).min(sentence.words.len().saturating_sub(1));
        (head.saturating_sub(BESIDE)..=last).filter(|at| *at != head).collect()
    };
    let telling = |head| Telling { text, head, with: beside(head), ..Telling::default() };
    (0..sentence.words.len()).map(telling).collect()
}

fn odds(reading: &Reading<'_>, a: &Deed, b: &Deed) -> i64 {
    let told = if a.reports && b.reports { BOTH_REPORT } else { 0 };
    TREES.weigh(&seen(reading, a, b, meant(reading, a, b))) + told
}

/// The surest of each, none twice.
fn one_to_one(mut pairs: Vec<Aligned>) -> Vec<Aligned> {
    pairs.retain(|pair| pair.odds >= LEAST);
    pairs.sort_unstable_by_key(|pair| (Reverse(pair.odds), pair.ours, pair.theirs));
    let (mut ours, mut theirs) = (BTreeSet::new(), BTreeSet::new());
    pairs.retain(|pair| {
        let free = !ours.contains(&pair.ours) && !theirs.contains(&pair.theirs);
        free && ours.insert(pair.ours) && theirs.insert(pair.theirs)
    });
    pairs
}

/// Gives what is seen of every two tellings in sentences of different texts that mean something alike.
pub(crate) fn observe(reading: &Reading<'_>, mut each: impl FnMut((usize, usize), &[i64])) {
    let mut by_sentence: BTreeMap<(usize, usize), Vec<(usize, &Deed)>> = BTreeMap::new();
    for (at, deed) in reading.tellings.iter().enumerate() {
        if let Some(deed) = deed {
            by_sentence.entry((deed.text, deed.sentence)).or_default().push((at, deed));
        }
    }
    let sentences: Vec<&Vec<(usize, &Deed)>> = by_sentence.values().collect();
    for (at, ours) in sentences.iter().enumerate() {
        for theirs in sentences.iter().skip(at + 1) {
            let (Some((_, a)), Some((_, b))) = (ours.first(), theirs.first()) else { continue };
            let meaning = meant(reading, a, b);
            if a.text == b.text || meaning < ALIKE {
                continue;
            }
            for &(one, a) in *ours {
                for &(other, b) in *theirs {
                    each((one, other), &seen(reading, a, b, meaning));
                }
            }
        }
    }
}

/// How near the sentences of two tellings are; where that is not known, as near as is asked for.
fn meant(reading: &Reading<'_>, a: &Deed, b: &Deed) -> i64 {
    match (line(reading, a).meaning, line(reading, b).meaning) {
        (Some(ours), Some(theirs)) => i64::from(ours.cosine(theirs)),
        _ => ALIKE,
    }
}

fn seen(reading: &Reading<'_>, a: &Deed, b: &Deed, meaning: i64) -> [i64; NAMES.len()] {
    let kin = kin(a, b);
    let (ours, theirs) = (&line(reading, a).words, &line(reading, b).words);
    let with = a.with.common(&b.with);
    [
        i64::from(a.root == b.root),
        i64::from(kin.same),
        i64::from(kin.above),
        i64::from(kin.beside),
        a.common.min(b.common),
        a.common.max(b.common),
        i64::from(a.reports) + i64::from(b.reports),
        i64::from(a.verb) + i64::from(b.verb),
        part(a.near.common(&b.near), a.near.total().min(b.near.total())),
        part(ours.common(theirs), ours.total().min(theirs.total())),
        with,
        i64::from(with == 0 && a.with.total() > 0 && b.with.total() > 0),
        (a.place - b.place).abs(),
        meaning,
        also(a, b),
    ]
}
