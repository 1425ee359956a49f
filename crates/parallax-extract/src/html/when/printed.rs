//! Times as printed on the page, by the headline and at the foot of the body.

use super::{plausible, read};
use crate::{
    html::{Page, Verdict, flow::Block, hints::Hint, tree::Tag},
    lines::{self, PrintedStamp},
};
use parallax_model::{Stamp, StampFrom};

/// A line longer than this, in characters, is no date line.
const LONGEST_LINE: usize = 160;

/// A line shorter than this, in characters, may be the label of the next.
const LABEL: usize = 30;

/// What a time is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Published,
    Modified,
}

/// The first `<time>` of a kind by the headline.
pub(super) fn time_tag(page: &Page<'_>, kind: Kind) -> Option<Stamp> {
    let (start, end) = page.near();
    let times = page.tree.all(Tag::Time).filter(|id| (start..end).contains(id));
    let of_kind = |&id: &usize| {
        let at = page.blocks.partition_point(|block| block.last < id);
        let said = page
            .blocks
            .get(at)
            .is_some_and(|block| stamps(page, at, block).iter().any(|stamp| stamp.modified));
        (kind == Kind::Modified) == said
    };
    times
        .filter(|&id| !of_others(page, id))
        .filter(of_kind)
        .filter_map(|id| page.tree.node(id).get("datetime"))
        .find_map(|time| read(time, StampFrom::TimeTag))
}

/// The first time of a kind printed by the headline, on a line of its own.
pub(super) fn near(page: &Page<'_>, kind: Kind) -> Option<Stamp> {
    let lines = top(page).filter(|(_, block)| is_date_line(page, block));
    first(page, lines, kind)
}

/// The first time of a kind printed by the headline, whatever stands beside it.
pub(super) fn beside(page: &Page<'_>, kind: Kind) -> Option<Stamp> {
    first(page, top(page), kind)
}

/// The lines by the headline.
fn top<'a>(page: &'a Page<'_>) -> impl Iterator<Item = (usize, &'a Block)> {
    let (start, end) = page.near();
    let near = move |block: &Block| start <= block.first && block.first < end;
    page.blocks.iter().enumerate().filter(move |(_, block)| near(block))
}

fn is_date_line(page: &Page<'_>, block: &Block) -> bool {
    let said = matches!(page.zones.hint(block.first), Some(Hint::Date | Hint::Byline));
    said || stamp_line(page, block).is_some()
}

/// The first time of a kind at the foot of the body, on a line of its own.
pub(super) fn foot(page: &Page<'_>, kind: Kind) -> Option<Stamp> {
    /// Blocks after the body that may still speak of it.
    const AFTER: usize = 30;
    let last = page.body.verdicts.iter().rposition(|verdict| *verdict == Verdict::Body)?;
    let foot = page.blocks.iter().enumerate().skip(last).take(AFTER);
    let own = foot.filter(|(_, block)| is_date_line(page, block));
    first(page, own, kind)
}

fn first<'a>(
    page: &Page<'_>,
    lines: impl Iterator<Item = (usize, &'a Block)>,
    kind: Kind,
) -> Option<Stamp> {
    let short = lines.filter(|(_, block)| block.size < LONGEST_LINE);
    // In a sentence of the body, a day is one of the events.
    let line = |at: usize, block: &Block| {
        page.body.verdicts.get(at) != Some(&Verdict::Body) || stamp_line(page, block).is_some()
    };
    let own = short.filter(|(at, block)| !of_others(page, block.first) && line(*at, block));
    own.flat_map(|(at, block)| stamps(page, at, block))
        .filter(|stamp| stamp.modified == (kind == Kind::Modified))
        .map(|stamp| Stamp { point: stamp.point, zone: stamp.zone, from: StampFrom::Text })
        .find(plausible)
}

fn stamp_line(page: &Page<'_>, block: &Block) -> Option<PrintedStamp> {
    let first = page.day_first;
    let read = if first { lines::stamp_line_day_first } else { lines::stamp_line };
    read(block.words())
}

/// The times on a line; the line before may be its label.
fn stamps(page: &Page<'_>, at: usize, block: &Block) -> Vec<PrintedStamp> {
    let words = block.words();
    let read = if page.day_first { lines::stamps_day_first } else { lines::stamps };
    let found = read(words);
    let label = at.checked_sub(1).and_then(|before| page.blocks.get(before));
    match label.filter(|label| label.size < LABEL && lines::stamp(label.words()).is_none()) {
        Some(label) if !found.is_empty() => read(&format!("{} {words}", label.words())),
        _ => found,
    }
}

/// Whether an element speaks of other pages, or of readers. A date alone
/// beside the text is the article's.
fn of_others(page: &Page<'_>, id: usize) -> bool {
    let hint = page.zones.hint(id);
    let aside = || {
        let root = page.zones.root(id).unwrap_or(id);
        let blocks = page.blocks_in(root);
        page.tree.node(root).tag == Tag::Aside
            && blocks.len() <= 3
            && blocks.iter().any(|block| lines::stamp_line(block.words()).is_some())
    };
    match hint {
        Some(Hint::Teaser) => !aside() && !page.shares_zone_with_headline(id),
        Some(Hint::Navigation) => !page.shares_zone_with_headline(id),
        Some(Hint::Comments | Hint::Footer) => true,
        _ => false,
    }
}
