//! Running sums over a page, and where on it things stand.

use super::{
    Page, TELLING,
    own::{self, kind},
};
use crate::dump::{look::Look, page::Block};

/// Running sums over the page, for counting over any stretch at once.
pub(super) struct Sums {
    pub(super) prose: Vec<usize>,
    pub(super) short: Vec<usize>,
    pub(super) bullets: Vec<usize>,
    pub(super) words: Vec<usize>,
    pub(super) barriers: Vec<usize>,
    pub(super) kept: Vec<usize>,
    pub(super) spaced: Vec<usize>,
    pub(super) stops: Vec<usize>,
    pub(super) furniture: Vec<usize>,
    /// Length of the run of short lines a block stands in, and its place there.
    pub(super) runs: Vec<(usize, usize)>,
    /// Short lines with a date or the time since.
    pub(super) dated: Vec<usize>,
    /// Short lines that the page has three times and more.
    pub(super) often: Vec<usize>,
    pub(super) comments: Vec<usize>,
    /// Places of lines that open comments.
    pub(super) comment_at: Vec<usize>,
    /// Lines that end with a colon and hold a date or name who speaks.
    pub(super) said: Vec<usize>,
    /// Places of blocks that head lists of other pages.
    pub(super) barrier_at: Vec<usize>,
    pub(super) prose_at: Vec<usize>,
    pub(super) shapes: Vec<u32>,
    pub(super) title: bool,
    pub(super) headline: Vec<String>,
}

impl Sums {
    pub(super) fn new(page: Page<'_>, fates: &[i16]) -> Self {
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
            dated: running(looks.iter().map(|look| usize::from(dated(look)))),
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
fn dated(look: &Look) -> bool {
    look.words <= 12 && (kind(look) == 1 || look.dated)
}

/// Whether a short line opens what somebody wrote: `Ana Gull on May 4 at 6 am said:`.
fn said((block, look): (&Block, &Look)) -> bool {
    look.words <= 16 && own::last(&block.text) == 4 && dated(look)
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
pub(super) fn over(sums: &[usize], from: usize, to: usize) -> usize {
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

/// The nearest of the places before `at`, and after it.
pub(super) fn nearest(places: &[usize], at: usize) -> (Option<usize>, Option<usize>) {
    let next = places.partition_point(|place| *place < at);
    let own = usize::from(places.get(next) == Some(&at));
    let before = next.checked_sub(1).and_then(|last| places.get(last).copied());
    (before, places.get(next + own).copied())
}
