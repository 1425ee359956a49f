//! Which blocks are the body of the article.
//!
//! First the element that holds most of the prose and little else, then each
//! block inside it by itself.

mod strangers;

use super::{
    Page,
    flow::Block,
    hints::{self, Hint},
    model::{self, View},
    tree::{Tag, Tree},
    zones::{self, Prose, Zones},
};
use crate::lines;
use parallax_model::BoilerplateKind;
use std::ops::Range;

/// The share of an element's prose, in hundredths, that one child must hold for
/// the search to go on inside it.
const CHILD_SHARE: usize = 65;

/// The share of the prose around it that an element which says it is the body
/// must hold to be believed.
const BODY_SHARE: usize = 55;

/// A page with less prose than this, in characters, has no article.
const LEAST_PROSE: usize = 60;

/// A block that mostly leads elsewhere: the share of links in hundredths.
const TEASER_LINKS: usize = 66;

/// A line without a full stop and shorter than this is no paragraph by itself.
const SHORT: usize = 40;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The headline.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// A paragraph of the body.
    Body,
    /// A line that leads to another page.
    Teaser,
    /// Words with a picture.
    Picture,
    /// A line of tags.
    Tags,
    /// Left out.
    Out(BoilerplateKind),
}

/// The element that holds the body, and what each block is.
#[derive(Default)]
pub(crate) struct Body {
    pub(crate) container: usize,
    pub(crate) verdicts: Vec<Verdict>,
}

/// Finds the body; `None` where the page has too little prose.
pub(crate) fn find(page: &Page<'_>) -> Option<Body> {
    let mut body = by_rules(page)?;
    model::weigh(&View::of(page, &body), &mut body.verdicts);
    drop_lead_in(page.tree, page.blocks, &mut body.verdicts);
    drop_lone_headings(page.tree, page.blocks, &mut body.verdicts);
    Some(body)
}

/// The body as far as rules can tell.
pub(crate) fn by_rules(page: &Page<'_>) -> Option<Body> {
    let (tree, blocks, zones) = (page.tree, page.blocks, page.zones);
    let counts = |block: &Block| zones.hint(block.first).is_none() && !in_heading(tree, block);
    let prose = Prose::of(blocks, counts);
    if prose.all() < LEAST_PROSE {
        return None;
    }
    let container = container(tree, zones, &prose);
    let places = Places::of(tree, container, page.headline.and_then(|at| blocks.get(at)));
    let mut verdicts: Vec<Verdict> =
        blocks.iter().map(|block| verdict(tree, block, zones, &places)).collect();
    if let Some(headline) = page.headline {
        strangers::drop(tree, blocks, headline, &mut verdicts);
    }
    drop_lone_headings(tree, blocks, &mut verdicts);
    drop_lead_in(tree, blocks, &mut verdicts);
    drop_tail(tree, blocks, &mut verdicts);
    Some(Body { container, verdicts })
}

fn in_heading(tree: &Tree, block: &Block) -> bool {
    tree.node(block.element).tag.is_heading()
}

/// Where blocks of the body may stand.
struct Places {
    container: usize,
    /// The container, and elements beside it that are made alike.
    ranges: Vec<Range<usize>>,
    /// Between the headline and the container, where only prose is body.
    before: Range<usize>,
}

impl Places {
    fn of(tree: &Tree, container: usize, headline: Option<&Block>) -> Self {
        const LEVELS: usize = 3;
        let own = container..tree.node(container).end;
        let mut ranges = Vec::from([own]);
        let path = std::iter::once(container).chain(tree.above(container)).take(LEVELS);
        for id in path.filter(|&id| tree.node(id).get("class").is_some_and(|c| !c.is_empty())) {
            let node = tree.node(id);
            let alike = |other: usize| {
                let other = tree.node(other);
                other.tag == node.tag && other.get("class") == node.get("class")
            };
            // What precedes is reached from the headline.
            let after = children(tree, node.parent).filter(|&other| other > id && alike(other));
            ranges.extend(after.map(|other| other..tree.node(other).end));
        }
        let before = headline.map_or(0..0, |block| block.last + 1..container);
        Self { container, ranges: merged(ranges), before }
    }

    fn hold(&self, block: &Block) -> bool {
        const LINE: usize = 100;
        // A byline and a date may be as long as a short sentence, and end in no stop.
        let sentence = block.size >= LINE || !block.words().ends_with(char::is_alphanumeric);
        let next = self.ranges.partition_point(|range| range.start <= block.first);
        let last = next.checked_sub(1).and_then(|at| self.ranges.get(at));
        last.is_some_and(|range| range.contains(&block.first))
            || (self.before.contains(&block.first) && zones::prose(block) > 0 && sentence)
    }
}

/// Ranges in order, overlapping ones as one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// The element that holds the body.
fn container(tree: &Tree, zones: &Zones, prose: &Prose) -> usize {
    let dense = densest(tree, prose);
    let named = zones.bodies.iter().copied().max_by_key(|&id| (prose.inside(tree, id), id));
    let Some(named) = named.filter(|&id| prose.inside(tree, id) >= LEAST_PROSE) else {
        return dense;
    };
    if tree.within(dense, named) {
        return dense;
    }
    if prose.inside(tree, named) * 100 >= prose.inside(tree, dense) * BODY_SHARE {
        named
    } else {
        dense
    }
}

/// Goes down from the page into the child that holds most of the prose, as
/// long as one does.
fn densest(tree: &Tree, prose: &Prose) -> usize {
    let mut at = 0;
    loop {
        let all = prose.inside(tree, at);
        let child = children(tree, at).max_by_key(|&id| (prose.inside(tree, id), usize::MAX - id));
        let Some(child) = child else { return at };
        let enough = prose.inside(tree, child) * 100 >= all * CHILD_SHARE;
        if !enough || is_paragraph(tree.node(child).tag) {
            return at;
        }
        at = child;
    }
}

fn children(tree: &Tree, id: usize) -> impl Iterator<Item = usize> + '_ {
    let mut next = id + 1;
    std::iter::from_fn(move || {
        (next < tree.node(id).end).then(|| {
            let child = next;
            next = tree.node(child).end;
            child
        })
    })
    .filter(|&child| tree.node(child).tag != Tag::Text)
}

const fn is_paragraph(tag: Tag) -> bool {
    tag.is_heading()
        || matches!(tag, Tag::P | Tag::Li | Tag::Blockquote | Tag::Pre | Tag::Ul | Tag::Ol)
}

fn verdict(tree: &Tree, block: &Block, zones: &Zones, places: &Places) -> Verdict {
    let container = places.container;
    let inside = places.hold(block);
    if in_picture(tree, block) {
        return Verdict::Picture;
    }
    match zones.hint(block.first) {
        Some(Hint::Picture) => return Verdict::Picture,
        Some(Hint::Teaser) => return Verdict::Teaser,
        Some(Hint::Tags) => return Verdict::Tags,
        Some(hint) => return Verdict::Out(zones::kind(hint)),
        None => {}
    }
    if !inside {
        let kind = lines::furniture(block.words());
        let near = tree.within(block.first, tree.node(container).parent);
        if near && kind == Some(BoilerplateKind::TagLine) {
            return Verdict::Tags;
        }
        return Verdict::Out(kind.unwrap_or(if block.first < container {
            BoilerplateKind::Navigation
        } else {
            BoilerplateKind::Other
        }));
    }
    own_words(tree, block)
}

/// What a block inside the body is by its own words.
fn own_words(tree: &Tree, block: &Block) -> Verdict {
    let words = block.words();
    if lines::related_lead(words).is_some() && block.linked > 0 {
        return Verdict::Teaser;
    }
    if zones::prose(block) < 120 {
        match lines::furniture(words) {
            Some(BoilerplateKind::TagLine) => return Verdict::Tags,
            Some(BoilerplateKind::Teaser) => return Verdict::Teaser,
            Some(kind) => return Verdict::Out(kind),
            None => {}
        }
        if lines::byline(words, false).is_some() {
            return Verdict::Out(BoilerplateKind::AuthorCard);
        }
        if lines::stamp(words).is_some_and(|stamp| (stamp.range.len() + 15) * 10 >= words.len() * 6)
            && block.size < 80
        {
            return Verdict::Out(BoilerplateKind::DateBar);
        }
    }
    if block.link_share() > TEASER_LINKS && block.size < 300 {
        return Verdict::Teaser;
    }
    if leads_away(tree, block) {
        return Verdict::Teaser;
    }
    let tag = tree.node(block.element).tag;
    if block.size < SHORT
        && !ends_in_mark(block)
        && !is_paragraph(tag)
        && !tag.is_cell()
        && tag != Tag::Dd
    {
        return Verdict::Out(BoilerplateKind::Other);
    }
    Verdict::Body
}

fn in_picture(tree: &Tree, block: &Block) -> bool {
    const CAPTION: usize = 300;
    // What holds more nodes than this is a part of the page, whatever it is called.
    const FRAME_NODES: usize = 200;
    let around = std::iter::once(block.element).chain(tree.above(block.element)).take(6);
    for (steps, id) in around.enumerate() {
        if tree.inside(id).len() > FRAME_NODES {
            return false;
        }
        if steps < 4 && block.size <= CAPTION && hints::names_picture(tree.node(id)) {
            let shown =
                |id: usize| matches!(tree.node(id).tag, Tag::Img | Tag::Picture | Tag::Video);
            let prose = tree.inside(id).filter(|&at| tree.node(at).tag == Tag::P).count();
            if prose <= 1 && tree.inside(id).any(shown) {
                return true;
            }
        }
        match tree.node(id).tag {
            Tag::Figcaption => return true,
            Tag::Figure => {
                let picture = |id: usize| {
                    matches!(
                        tree.node(id).tag,
                        Tag::Img | Tag::Picture | Tag::Video | Tag::Iframe | Tag::Noscript
                    )
                };
                return tree.inside(id).any(picture);
            }
            _ => {}
        }
    }
    false
}

/// Whether a line is a label and then one link, and nothing else: `Earlier: The pier`.
fn leads_away(tree: &Tree, block: &Block) -> bool {
    const LABEL_WORDS: usize = 6;
    const LINK_WORDS: usize = 3;
    let words = block.words();
    let Some((label, teaser)) = words.split_once(':') else { return false };
    let last = tree.above(block.last).take(4).find(|&id| tree.node(id).tag == Tag::A);
    let linked = last.is_some_and(|link| block.first < link && tree.within(block.last, link));
    linked
        && label.split_whitespace().count() <= LABEL_WORDS
        && teaser.split_whitespace().count() >= LINK_WORDS
        && teaser.trim().chars().count().abs_diff(block.linked) <= teaser.matches(' ').count()
}

/// Whether a line ends as a sentence, a quotation or a label does.
fn ends_in_mark(block: &Block) -> bool {
    block.words().ends_with(|letter: char| !letter.is_alphanumeric())
}

/// A heading that nothing of the body follows belongs to what was left out.
fn drop_lone_headings(tree: &Tree, blocks: &[Block], verdicts: &mut [Verdict]) {
    let mut followed = false;
    for (block, verdict) in blocks.iter().zip(verdicts.iter_mut()).rev() {
        let heading = in_heading(tree, block);
        match verdict {
            Verdict::Body if heading && !followed => {
                *verdict = Verdict::Out(BoilerplateKind::Other);
            }
            Verdict::Body => followed = true,
            Verdict::Teaser => followed = false,
            _ => {}
        }
    }
}

/// Short lines before the first paragraph are a section, a credit or a place:
/// `City`, `Coast Wire`, `5 min read`.
fn drop_lead_in(tree: &Tree, blocks: &[Block], verdicts: &mut [Verdict]) {
    const LINES: usize = 4;
    let body = blocks.iter().zip(verdicts).filter(|(_, verdict)| **verdict == Verdict::Body);
    for (block, verdict) in body.take(LINES) {
        let tag = tree.node(block.element).tag;
        if tag.is_heading() {
            continue;
        }
        let part = is_paragraph(tag) && tag != Tag::P || tag.is_cell() || tag == Tag::Dt;
        if part || block.size >= SHORT || ends_in_mark(block) {
            return;
        }
        *verdict = Verdict::Out(BoilerplateKind::Other);
    }
}

/// Short lines after the last paragraph are the beginning of the foot.
fn drop_tail(tree: &Tree, blocks: &[Block], verdicts: &mut [Verdict]) {
    for (block, verdict) in blocks.iter().zip(verdicts.iter_mut()).rev() {
        if *verdict != Verdict::Body {
            continue;
        }
        let tag = tree.node(block.element).tag;
        if ends_in_mark(block) || block.size >= SHORT || tag == Tag::Li || tag.is_cell() {
            return;
        }
        *verdict = Verdict::Out(BoilerplateKind::Other);
    }
}

#[cfg(test)]
mod tests;
