//! What the chores that teach need to see: of a story's pairs of sentences and of values, and of tellings of events.

use crate::{
    Meanings, align, clusters,
    differences::{
        self, Value,
        candidates::{self, Kind},
    },
    events::{self, Stories, Telling, Text, reading::Reading},
    pair::{self, Seer},
    quotations::Utterances,
    scene::Scene,
    senses::Senses,
};
use parallax_model::{Annotations, Article, Grouping, Span, Story};
use std::collections::{BTreeMap, BTreeSet};

/// What is seen of a pair, by name, in its order.
pub const FEATURES: &[&str] = &pair::NAMES;

/// Gives every pair of sentences of two accounts whose meaning is known: article and span of both, what is seen of them, and the
/// logarithm of the odds that they tell one thing, in thousandths.
pub fn observe(
    story: &Story,
    articles: &[Article],
    annotations: &[Annotations],
    grouping: &Grouping,
    meanings: &Meanings,
    mut each: impl FnMut([(usize, Span); 2], &[i64], i64),
) {
    let scene = Scene::new(story, articles, annotations, grouping, meanings);
    let utterances = Utterances::of(&scene);
    let senses = Senses::of(&scene);
    let own = |line: &usize| scene.account(*line).copy_of.is_none();
    let lines: Vec<usize> = (0..scene.lines.len()).filter(own).collect();
    let mut pairs = Vec::new();
    for (at, &a) in lines.iter().enumerate() {
        let apart = |b: &&usize| scene.lines[a].account != scene.lines[**b].account;
        pairs.extend(lines.iter().skip(at + 1).filter(apart).map(|&b| (a, b)));
    }
    for ((a, b), seen) in Seer::new(&scene, &utterances, &senses).seen(&pairs).0 {
        let place = |line: usize| (scene.account(line).index, scene.lines[line].span);
        each([place(a), place(b)], &seen, pair::odds(&seen));
    }
}

/// What is seen of two texts, of two tellings, and of two tellings held against each other by their sentences
/// alone: by name, in their order.
pub const EVENT_FEATURES: [&[&str]; 3] = [&events::TEXT_NAMES, &events::NAMES, &events::SIDE_NAMES];

/// Gives what is seen of every two texts that may be of one story.
pub fn observe_texts(texts: &[Text], mut each: impl FnMut((usize, usize), &[i64])) {
    events::texts::observe(&Reading::of(texts, &[]), |pair, seen| each(pair, seen));
}

/// Gives what is seen of every two tellings that are weighed; `odds` are the logarithms of the odds that two
/// texts are of one story, in thousandths, where they are not to be judged anew.
pub fn observe_tellings(
    texts: &[Text],
    tellings: &[Telling],
    odds: &BTreeMap<(usize, usize), i64>,
    mut each: impl FnMut((usize, usize), &[i64]),
) {
    let reading = Reading::of(texts, tellings);
    let stories = Stories::judged(&reading, odds);
    let candidates = events::candidates(&reading, &stories);
    events::observe(&reading, &stories, &candidates, |pair, seen| each(pair, seen));
}

/// Gives what is seen of every two tellings in sentences of different texts that mean something alike.
pub fn observe_sides(
    texts: &[Text],
    tellings: &[Telling],
    each: impl FnMut((usize, usize), &[i64]),
) {
    events::sides::observe(&Reading::of(texts, tellings), each);
}

/// What is seen of a pair of values, by name, in its order, for each kind of values.
pub fn value_features() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    Kind::ALL.into_iter().map(|kind| (kind.name(), kind.features().collect()))
}

/// Gives every pair of figures, days or names of sentences of different articles: its kind, article and span
/// of both, whether the sentences are in one claim, and what is seen of it.
pub fn observe_values(
    story: &Story,
    articles: &[Article],
    annotations: &[Annotations],
    grouping: &Grouping,
    meanings: &Meanings,
    mut each: impl FnMut(&str, [(usize, Span); 2], bool, &[i64]),
) {
    let scene = Scene::new(story, articles, annotations, grouping, meanings);
    let links = align::links(&scene, &Utterances::of(&scene));
    let drafts = clusters::claims(&scene, &links);
    let aligned: BTreeSet<(usize, usize)> =
        drafts.iter().flat_map(|draft| differences::line_pairs(&scene, draft)).collect();
    let lines: Vec<usize> = (0..scene.lines.len()).collect();
    for (a, b) in differences::line_pairs(&scene, &lines) {
        for candidate in candidates::all(&scene, a, b) {
            let place = |value: Value| (scene.account(value.line).index, value.span);
            let (x, y) = candidate.values;
            let one = aligned.contains(&(a, b));
            each(candidate.kind.name(), [place(x), place(y)], one, &candidate.seen);
        }
    }
}
