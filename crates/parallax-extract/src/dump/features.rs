//! What each block looks like among its neighbours, as whole numbers for the learned model.
//!
//! A row holds the block's own features, those of its neighbours, and where it
//! stands on the page. It knows words only through the recognisers of `lines`,
//! the stop words and what the page itself repeats.

mod own;
#[cfg(test)]
mod print;
mod sums;

use super::{body::Body, look::Look, page::Block, zones::Zones};
use own::{OWN, count, flag, kind, list, own};
use std::collections::BTreeMap;
use sums::{Sums, nearest, over};

/// A page as the rules have read it.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) blocks: &'a [Block],
    pub(super) looks: &'a [Look],
    /// What the rules found; `None` where they found no article.
    pub(super) rules: Option<(&'a Zones, &'a Body)>,
}

/// Features of where a block stands.
const PLACE: usize = 54;
/// Features of a neighbour.
const NEAR: usize = 9;
/// Which neighbours are looked at.
const NEIGHBOURS: [isize; 6] = [-3, -2, -1, 1, 2, 3];
/// How many features a block has.
pub(super) const WIDTH: usize = OWN + PLACE + NEAR * NEIGHBOURS.len();

/// The features of one block.
pub(super) type Row = [i16; WIDTH];

/// The features of every block.
pub(super) fn rows(page: Page<'_>) -> Vec<Row> {
    let fates = fates(page);
    let sums = Sums::new(page, &fates);
    let topics = topics(page, &fates);
    (0..page.blocks.len())
        .map(|at| {
            let mut row = own(&page, at).to_vec();
            row.extend(place(page, at, &fates, &sums));
            row.push(topics.get(at).copied().unwrap_or(0));
            for step in NEIGHBOURS {
                row.extend(near(page, at.checked_add_signed(step), &fates));
            }
            row.try_into().unwrap_or([0; WIDTH])
        })
        .collect()
}

/// What the rules made of each block.
fn fates(page: Page<'_>) -> Vec<i16> {
    let mut fates = vec![0; page.blocks.len()];
    let Some((zones, body)) = page.rules else { return fates };
    let head = zones.head();
    for (at, fate) in fates.iter_mut().enumerate() {
        *fate = match at {
            at if at < head => 1,
            at if at < zones.body.start => 3,
            at if at < zones.body.end => 6,
            _ => 4,
        };
    }
    let mut mark = |at: usize, value: i16| {
        if let Some(fate) = fates.get_mut(at) {
            *fate = value;
        }
    };
    body.taken.iter().for_each(|&at| mark(at, 5));
    body.paragraphs.iter().for_each(|&at| mark(at, 8));
    zones.standfirst.iter().for_each(|&at| mark(at, 7));
    zones.headline.iter().for_each(|headline| mark(headline.block, 2));
    fates
}

/// Where the block stands: on the page, and from what the rules found.
fn place(page: Page<'_>, at: usize, fates: &[i16], sums: &Sums) -> [i16; PLACE - 1] {
    let all = page.blocks.len();
    let head = page.rules.and_then(|(zones, _)| zones.headline.as_ref()).map_or(0, |h| h.block);
    let (start, end) = page.rules.map_or((0, 0), |(zones, _)| (zones.body.start, zones.body.end));
    let kept = over(&sums.kept, 0, all);
    let typical = over(&sums.prose, start, end) / kept.max(1);
    let words = page.looks.get(at).map_or(0, |look| look.words);
    let (run, inside) = sums.runs.get(at).copied().unwrap_or_default();
    let look = page.looks.get(at);
    let (before, after) = nearest(&sums.barrier_at, at);
    let (prose_before, prose_after) = nearest(&sums.prose_at, at);
    let shape = sums.shapes.get(at);
    let alike = |from: usize, to: usize| {
        let found = sums.shapes.get(from..to.min(all)).unwrap_or_default();
        count(found.iter().filter(|other| Some(*other) == shape).count())
    };
    let own = look.map_or("", |look| look.key.as_str()).split(' ');
    let own = own.filter(|word| sums.headline.iter().any(|other| other == word)).count();
    let prose = over(&sums.prose, 0, all).max(1);
    let since = |places: &[usize]| {
        let first = places.get(places.partition_point(|place| *place < head));
        first.filter(|first| **first < at).map_or(0, |first| over(&sums.prose, head, *first))
    };
    let around =
        |sums: &[usize], reach: usize| over(sums, at.saturating_sub(reach), at + reach + 1);
    [
        fates.get(at).copied().unwrap_or(0),
        count(at * 1000 / all.max(1)),
        count(at.min(300)),
        count((all - at).min(300)),
        steps(head, at),
        steps(start, at),
        steps(end, at),
        count(over(&sums.prose, head, at).min(3000)),
        count(over(&sums.prose, at + 1, all).min(3000)),
        count(over(&sums.kept, 0, at).min(200)),
        count(over(&sums.kept, at + 1, all).min(200)),
        count(over(&sums.barriers, head, at).min(40)),
        count(over(&sums.barriers, at.saturating_sub(6), at)),
        count(over(&sums.barriers, at + 1, at + 7)),
        count(over(&sums.prose, at.saturating_sub(5), at)),
        count(over(&sums.prose, at + 1, at + 6)),
        count(over(&sums.prose, at.saturating_sub(2), at)),
        count(over(&sums.prose, at + 1, at + 3)),
        count(around(&sums.short, 6)),
        count(around(&sums.bullets, 4)),
        count(around(&sums.words, 3)),
        count(around(&sums.furniture, 5)),
        count(around(&sums.spaced, 5)),
        count(run.min(60)),
        count(inside.min(60)),
        count((words * 10 / typical.max(1)).min(100)),
        count(typical.min(300)),
        count(over(&sums.spaced, 0, all) * 100 / all.max(1)),
        count(over(&sums.stops, start, end) / over(&sums.words, start, end).max(1)),
        count(before.map_or(300, |to| (at - to).min(300))),
        count(after.map_or(300, |to| (to - at).min(300))),
        count(prose_before.map_or(300, |to| (at - to).min(300))),
        count(prose_after.map_or(300, |to| (to - at).min(300))),
        alike(at.saturating_sub(4), at),
        alike(at + 1, at + 5),
        count(over(&sums.dated, head + 4, at)),
        count(around(&sums.dated, 5)),
        count(around(&sums.often, 5)),
        count(over(&sums.often, head, at)),
        count(over(&sums.comments, head, at)),
        flag(sums.title),
        count(own * 100 / sums.headline.len().max(1)),
        count(prose * 100 / over(&sums.words, 0, all).max(1)),
        count(prose.min(5000)),
        count(over(&sums.furniture, 0, all) * 100 / all.max(1)),
        count(over(&sums.prose, 0, at) * 100 / prose),
        count(over(&sums.kept, 0, all)),
        count(since(&sums.comment_at).min(2000)),
        count(since(&sums.barrier_at).min(2000)),
        count(before.map_or(0, |to| over(&sums.prose, head, to)).min(2000)),
        count(around(&sums.said, 15)),
        count(around(&sums.dated, 15)),
        count(over(&sums.prose, head, at) * 100 / over(&sums.words, head, at).max(1)),
    ]
}

/// Blocks from one to the other, below or above.
fn steps(from: usize, to: usize) -> i16 {
    let far = count(from.abs_diff(to).min(300));
    if to < from { -far } else { far }
}

/// What a neighbour looks like.
fn near(page: Page<'_>, at: Option<usize>, fates: &[i16]) -> [i16; NEAR] {
    let found = at.and_then(|at| Some((page.blocks.get(at)?, page.looks.get(at)?, fates.get(at)?)));
    let Some((block, look, fate)) = found else { return [-1; NEAR] };
    [
        count(look.words),
        flag(look.sentence),
        flag(look.prose),
        *fate,
        kind(look),
        list(look),
        flag(block.bullet),
        flag(block.spaced),
        count(look.capitals),
    ]
}

/// Letters of a word that can tell what a page is about.
const TELLING: usize = 4;

/// In a hundred: longer words of the block that the rules' body has in other blocks too.
fn topics(page: Page<'_>, fates: &[i16]) -> Vec<i16> {
    let own = |look: &Look| -> Vec<String> {
        let words = look.key.split(' ').filter(|word| word.chars().count() >= TELLING);
        let mut all: Vec<String> = words.map(str::to_owned).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (look, _) in page.looks.iter().zip(fates).filter(|(_, fate)| **fate == 8) {
        for word in own(look) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let told = |(look, fate): (&Look, &i16)| {
        let words = own(look);
        let least = if *fate == 8 { 2 } else { 1 };
        let hits = words.iter().filter(|word| counts.get(*word).is_some_and(|n| *n >= least));
        count(hits.count() * 100 / words.len().max(1))
    };
    page.looks.iter().zip(fates).map(told).collect()
}
