//! What each block looks like among its neighbours, as whole numbers for the learned model.
//!
//! A row holds the block's own features, those of its neighbours, and where it
//! stands on the page. It knows words only through the recognisers of `lines`,
//! the stop words and what the page itself repeats.

mod own;
#[cfg(test)]
mod print;

use super::{body::Body, look::Look, page::Block, zones::Zones};
use crate::lines;
use own::{OWN, count, flag, kind, list, own};
use std::collections::BTreeMap;

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

/// Running sums over the page, for counting over any stretch at once.
struct Sums {
    prose: Vec<usize>,
    short: Vec<usize>,
    bullets: Vec<usize>,
    words: Vec<usize>,
    barriers: Vec<usize>,
    kept: Vec<usize>,
    spaced: Vec<usize>,
    stops: Vec<usize>,
    furniture: Vec<usize>,
    /// Length of the run of short lines a block stands in, and its place there.
    runs: Vec<(usize, usize)>,
    /// Short lines with a date or the time since.
    dated: Vec<usize>,
    /// Short lines that the page has three times and more.
    often: Vec<usize>,
    comments: Vec<usize>,
    /// Places of lines that open comments.
    comment_at: Vec<usize>,
    /// Lines that end with a colon and hold a date or name who speaks.
    said: Vec<usize>,
    /// Places of blocks that head lists of other pages.
    barrier_at: Vec<usize>,
    prose_at: Vec<usize>,
    shapes: Vec<u32>,
    title: bool,
    headline: Vec<String>,
}

impl Sums {
    fn new(page: Page<'_>, fates: &[i16]) -> Self {
        let looks = page.looks;
        let is_short = |look: &Look| !look.prose && !look.sentence;
        let barrier = |look: &Look| look.list.is_some() || matches!(kind(look), 8..=10);
        Self {
            prose: running(looks.iter().map(|l| if l.prose { l.words.min(200) } else { 0 })),
            short: running(looks.iter().map(|look| usize::from(is_short(look)))),
            bullets: running(page.blocks.iter().map(|block| usize::from(block.bullet))),
            words: running(looks.iter().map(|look| look.words.min(200))),
            barriers: running(looks.iter().map(|look| usize::from(barrier(look)))),
            kept: running(fates.iter().map(|fate| usize::from(*fate == 8))),
            spaced: running(page.blocks.iter().map(|block| usize::from(block.spaced))),
            stops: running(looks.iter().map(|look| look.stops * look.words.min(200))),
            furniture: running(looks.iter().map(|look| usize::from(look.kind.is_some()))),
            runs: runs(looks.iter().map(is_short)),
            dated: running(page.blocks.iter().zip(looks).map(|pair| usize::from(dated(pair)))),
            often: running(
                looks.iter().map(|look| usize::from(look.repeats >= 3 && look.words < 8)),
            ),
            comments: running(looks.iter().map(|look| usize::from(kind(look) == 9))),
            comment_at: places(looks.iter().map(|look| kind(look) == 9)),
            said: running(page.blocks.iter().zip(looks).map(|pair| usize::from(said(pair)))),
            barrier_at: places(looks.iter().map(barrier)),
            prose_at: places(looks.iter().map(|look| look.prose)),
            shapes: page.blocks.iter().zip(looks).map(shape).collect(),
            title: titled(page),
            headline: headline_words(page),
        }
    }
}

/// Whether a short line holds a date.
fn dated((block, look): (&Block, &Look)) -> bool {
    look.words <= 12 && (kind(look) == 1 || !lines::stamps(&block.text).is_empty())
}

/// Whether a short line opens what somebody wrote: `Ana Gull on May 4 at 6 am said:`.
fn said((block, look): (&Block, &Look)) -> bool {
    look.words <= 16 && own::last(&block.text) == 4 && dated((block, look))
}

/// How a line is built, for telling entries of one listing.
fn shape((block, look): (&Block, &Look)) -> u32 {
    let size = match look.words {
        0..=3 => 0,
        4..=8 => 1,
        9..=20 => 2,
        21..=50 => 3,
        _ => 4,
    };
    let ends = u32::try_from(own::last(&block.text)).unwrap_or(0);
    let starts = u32::try_from(own::first(&block.text)).unwrap_or(0);
    ((size * 16 + ends) * 16 + starts) * 2 + u32::from(block.bullet)
}

/// Where the blocks stand that are so.
fn places(members: impl Iterator<Item = bool>) -> Vec<usize> {
    members.enumerate().filter(|(_, member)| *member).map(|(at, _)| at).collect()
}

/// Whether the first block is the page's title line: the headline's words and more.
fn titled(page: Page<'_>) -> bool {
    let head = page.rules.and_then(|(zones, _)| zones.headline.as_ref());
    let key = |at: usize| page.looks.get(at).map_or("", |look| look.key.as_str());
    head.is_some_and(|head| head.block > 0 && key(0).contains(key(head.block)))
}

fn headline_words(page: Page<'_>) -> Vec<String> {
    let head = page.rules.and_then(|(zones, _)| zones.headline.as_ref());
    let look = head.and_then(|head| page.looks.get(head.block));
    let words = look.map_or("", |look| look.key.as_str()).split(' ');
    let mut words: Vec<String> =
        words.filter(|w| w.chars().count() >= TELLING).map(str::to_owned).collect();
    words.sort_unstable();
    words
}

fn running(values: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut sum = 0;
    let all = values.map(|value| {
        sum += value;
        sum
    });
    std::iter::once(0).chain(all.collect::<Vec<_>>()).collect()
}

/// The sum over the blocks from `from` up to `to`, within the page.
fn over(sums: &[usize], from: usize, to: usize) -> usize {
    let last = sums.len().saturating_sub(1);
    let at = |place: usize| sums.get(place.min(last)).copied().unwrap_or(0);
    at(to).saturating_sub(at(from))
}

/// For each block, the length of its run and how far into it the block stands.
fn runs(members: impl Iterator<Item = bool>) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut length = 0;
    for member in members {
        length = if member { length + 1 } else { 0 };
        runs.push((0, length));
    }
    let mut whole = 0;
    for (run, place) in runs.iter_mut().rev() {
        whole = if *place == 0 { 0 } else { whole.max(*place) };
        *run = whole;
        if *place == 1 {
            whole = 0;
        }
    }
    runs
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

/// The nearest of the places before `at`, and after it.
fn nearest(places: &[usize], at: usize) -> (Option<usize>, Option<usize>) {
    let next = places.partition_point(|place| *place < at);
    let own = usize::from(places.get(next) == Some(&at));
    let before = next.checked_sub(1).and_then(|last| places.get(last).copied());
    (before, places.get(next + own).copied())
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
