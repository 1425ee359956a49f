//! What is seen of two tellings, and the odds that they are of one event.

use super::{
    linking::Odds,
    reading::{Deed, Line, Reading},
    texts::Stories,
    trees::Trees,
};
use parallax_language::lexicon::{Kinship, kinship, senses};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What is seen of two tellings, by name, in its order.
pub(crate) const NAMES: [&str; 25] = [
    "root",
    "sense",
    "above",
    "beside",
    "rarer",
    "commoner",
    "reports",
    "kinds",
    "line",
    "near",
    "story",
    "height",
    "words",
    "sentence",
    "rest",
    "figures",
    "with",
    "with-none",
    "again",
    "rival",
    "text",
    "short",
    "usual",
    "line-apart",
    "also",
];

/// What is seen of two tellings; shares in thousandths.
pub(crate) type Seen = [i64; NAMES.len()];

/// Words of a story that have more tellings than this are no sign that two tellings are kin: every pair is not
/// weighed, only those next to each other.
const MOST_OF_ONE_KIND: usize = 400;

/// Ten times the Zipf frequency above which a word tells of nothing of its own: `is`, `has`, `did`.
const MOST_COMMON: i64 = 66;

static TREES: LazyLock<Trees> =
    LazyLock::new(|| Trees::read(include_str!("../../data/event-pairs.tsv"), &NAMES));

/// Tellings of one story whose words are kin: of one root, or with a sense in common.
pub(crate) fn candidates(reading: &Reading<'_>, stories: &Stories) -> Vec<(usize, usize)> {
    let mut alike: BTreeMap<(usize, Key<'_>), Vec<usize>> = BTreeMap::new();
    for (at, deed) in reading.tellings.iter().enumerate() {
        let Some(deed) = deed else { continue };
        let story = stories.of.get(deed.text).copied().unwrap_or(usize::MAX);
        for key in keys(deed) {
            alike.entry((story, key)).or_default().push(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for tellings in alike.values() {
        for (place, &a) in tellings.iter().enumerate() {
            pairs.extend(tellings.iter().skip(place + 1).take(MOST_OF_ONE_KIND).map(|&b| (a, b)));
        }
    }
    pairs.into_iter().collect()
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Root(&'a str),
    Sense(u32),
}

fn keys(deed: &Deed) -> BTreeSet<Key<'_>> {
    if deed.common > MOST_COMMON {
        return BTreeSet::new();
    }
    let also = deed.also.iter().map(String::as_str);
    let names = [deed.root.as_str(), deed.name.as_str()].into_iter().chain(also);
    let mut keys = BTreeSet::new();
    for name in names {
        let known = senses(name).into_iter();
        let numbers = known.flat_map(|senses| senses.own.iter().chain(&senses.above));
        keys.extend(numbers.map(|(number, _)| Key::Sense(*number)).chain([Key::Root(name)]));
    }
    keys
}

/// The odds of each pair, as logarithms in thousandths.
pub(crate) fn odds(
    reading: &Reading<'_>,
    stories: &Stories,
    candidates: &[(usize, usize)],
) -> Odds {
    let mut odds = Odds::new();
    observe(reading, stories, candidates, |pair, seen| {
        odds.insert(pair, TREES.weigh(seen));
    });
    odds
}

/// Gives what is seen of each pair.
pub(crate) fn observe(
    reading: &Reading<'_>,
    stories: &Stories,
    candidates: &[(usize, usize)],
    mut each: impl FnMut((usize, usize), &Seen),
) {
    let usage = Usage::of(reading, stories);
    for &(a, b) in candidates {
        if let (Some(Some(ours)), Some(Some(theirs))) =
            (reading.tellings.get(a), reading.tellings.get(b))
        {
            each((a, b), &seen(reading, stories, &usage, ours, theirs));
        }
    }
}

/// How often roots are told of.
struct Usage<'a> {
    /// In a text.
    in_text: BTreeMap<(usize, &'a str), i64>,
    /// In how many texts of a story.
    texts: BTreeMap<(usize, &'a str), i64>,
    /// How many texts a story has.
    sizes: BTreeMap<usize, i64>,
}

impl<'a> Usage<'a> {
    fn of(reading: &'a Reading<'_>, stories: &Stories) -> Self {
        let mut usage =
            Self { in_text: BTreeMap::new(), texts: BTreeMap::new(), sizes: BTreeMap::new() };
        for deed in reading.tellings.iter().flatten() {
            let times = usage.in_text.entry((deed.text, deed.root.as_str())).or_default();
            *times += 1;
            if *times == 1 {
                let story = stories.of.get(deed.text).copied().unwrap_or(usize::MAX);
                *usage.texts.entry((story, deed.root.as_str())).or_default() += 1;
            }
        }
        for &story in &stories.of {
            *usage.sizes.entry(story).or_default() += 1;
        }
        usage
    }

    fn in_text(&self, text: usize, root: &str) -> i64 {
        self.in_text.get(&(text, root)).copied().unwrap_or(0)
    }

    /// The share of a story's texts that tell of a root, in thousandths.
    fn share(&self, story: usize, root: &str) -> i64 {
        let held = self.texts.get(&(story, root)).copied().unwrap_or(0);
        held * 1000 / self.sizes.get(&story).copied().unwrap_or(1).max(1)
    }
}

fn seen(
    reading: &Reading<'_>,
    stories: &Stories,
    usage: &Usage<'_>,
    ours: &Deed,
    theirs: &Deed,
) -> Seen {
    let kin = kin(ours, theirs);
    let (our_line, their_line) = (line(reading, ours), line(reading, theirs));
    let [judged, height, words] = stories.between(ours.text, theirs.text);
    let story = stories.of.get(ours.text).copied().unwrap_or(usize::MAX);
    let with = ours.with.common(&theirs.with);
    let (short, long) = ordered(our_line.words.total(), their_line.words.total());
    let one_text = ours.text == theirs.text;
    let (our_text, their_text) =
        (&reading.texts[ours.text].words, &reading.texts[theirs.text].words);
    let times = usage.in_text(ours.text, &ours.root) * usage.in_text(theirs.text, &theirs.root);
    let rival = if ours.root == theirs.root {
        0
    } else {
        usage.in_text(ours.text, &theirs.root).max(usage.in_text(theirs.text, &ours.root))
    };
    let share = usage.share(story, &ours.root).min(usage.share(story, &theirs.root));
    [
        i64::from(ours.root == theirs.root),
        i64::from(kin.same),
        i64::from(kin.above),
        i64::from(kin.beside),
        ours.common.min(theirs.common),
        ours.common.max(theirs.common),
        i64::from(ours.reports) + i64::from(theirs.reports),
        i64::from(ours.verb) + i64::from(theirs.verb),
        i64::from(one_text && ours.sentence == theirs.sentence),
        part(ours.near.common(&theirs.near), ours.near.total().min(theirs.near.total())),
        judged,
        height,
        words,
        part(our_line.words.common(&their_line.words), short),
        count(ours.rest.symmetric_difference(&theirs.rest).count()),
        figures(our_line, their_line),
        with,
        i64::from(with == 0 && ours.with.total() > 0 && theirs.with.total() > 0),
        times,
        rival,
        part(our_text.common(their_text), our_text.total().min(their_text.total())),
        short.min(long),
        share,
        if one_text { count(ours.sentence.abs_diff(theirs.sentence)) } else { -1 },
        also(ours, theirs),
    ]
}

/// How near the words of two tellings are: with their small words, or without.
pub(super) fn kin(ours: &Deed, theirs: &Deed) -> Kinship {
    let (named, bare) = (kinship(&ours.name, &theirs.name), kinship(&ours.root, &theirs.root));
    Kinship {
        same: named.same.max(bare.same),
        above: named.above.max(bare.above),
        beside: named.beside.max(bare.beside),
    }
}

/// The best sense in common that the other words of the tellings have, with each other or with a head.
pub(super) fn also(ours: &Deed, theirs: &Deed) -> i64 {
    let same = |a: &str, b: &str| i64::from(kinship(a, b).same);
    let all = || theirs.also.iter().chain([&theirs.root]);
    let left = ours.also.iter().flat_map(|a| all().map(move |b| same(a, b)));
    let right = theirs.also.iter().map(|b| same(&ours.root, b));
    left.chain(right).max().unwrap_or(0)
}

pub(super) fn line<'a>(reading: &'a Reading<'_>, deed: &Deed) -> &'a Line<'a> {
    &reading.texts[deed.text].sentences[deed.sentence]
}

fn ordered(a: i64, b: i64) -> (i64, i64) {
    (a.min(b), a.max(b))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Worth from which a share of it is telling.
const DOUBT: i64 = 100;

/// A share in thousandths, doubted where there is little.
pub(super) fn part(some: i64, all: i64) -> i64 {
    some * 1000 / (all + DOUBT)
}

/// How many figures two sentences share; one less than none where both have others.
fn figures(ours: &Line<'_>, theirs: &Line<'_>) -> i64 {
    let shared = ours.figures.intersection(&theirs.figures).count();
    let apart = shared == 0 && !ours.figures.is_empty() && !theirs.figures.is_empty();
    count(shared) - i64::from(apart)
}
