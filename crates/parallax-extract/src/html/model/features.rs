//! What the model is told of each block: numbers that any page has.
//!
//! Every number is small and whole. Five groups, in this order:
//!
//! * **words**: what the block reads like: size, words, sentence marks, commas,
//!   how it begins and ends, capitals, digits, short function words;
//! * **element**: what it stands in: its tag, lists, tables, quotes, forms,
//!   whether all of it is bold or slanted, the hint of its own names and of
//!   those around it;
//! * **place**: where it stands: inside the container or not, how deep, how far
//!   from headline, first and last paragraph, and how much prose lies around;
//! * **company**: its parent and its parent's parent: how many blocks, how much
//!   prose, how many links; elements of the same make beside it;
//! * **neighbours**: the two blocks before and after, and the heading above.

mod branch;
mod company;
mod element;
mod names;
mod neighbours;
mod place;
mod words;

use super::{cues, told::Told};
use crate::html::{
    self,
    body::{Body, Verdict},
    flow::Block,
    tree::{Tag, Tree},
    zones::Zones,
};
use company::{Looks, Totals, like, makes as makes_of};
pub(crate) use names::NAMES;
use std::collections::BTreeMap;
use xxhash_rust::xxh3::xxh3_64;

/// What is known of a page when its blocks are judged.
pub(crate) struct View<'a> {
    pub(crate) tree: &'a Tree<'a>,
    pub(crate) blocks: &'a [Block],
    pub(crate) zones: &'a Zones,
    pub(crate) container: usize,
    /// What the rules say of each block.
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) headline: Option<usize>,
    /// The body and the summary in the words of the page's data.
    pub(crate) told: [Told; 2],
}

impl<'a> View<'a> {
    pub(crate) fn of(page: &html::Page<'a>, body: &Body) -> Self {
        Self {
            tree: page.tree,
            blocks: page.blocks,
            zones: page.zones,
            container: body.container,
            verdicts: body.verdicts.clone(),
            headline: page.headline,
            told: [
                Told::of(&page.linked.words("articleBody").unwrap_or_default()),
                Told::of(page.meta.first(&["og:description", "description"]).unwrap_or_default()),
            ],
        }
    }
}

/// The numbers of one block.
pub(crate) type Row = Vec<i16>;

/// Sums over the blocks of a page.
pub(crate) struct Page<'a> {
    view: &'a View<'a>,
    /// What its neighbours are told of each block.
    seen: Vec<[i16; 5]>,
    /// How many blocks begin before each node.
    places: Vec<u32>,
    /// Characters, linked characters and prose before each block.
    before: Vec<[usize; 4]>,
    /// First and last block the rules take for body.
    bodies: Option<(usize, usize)>,
    /// How often the words of a block stand on the page.
    copies: Vec<i16>,
    /// Children of an element that are made alike.
    alike: Totals,
    /// How elements are made, of those near blocks.
    looks: Looks,
    /// The heading above each block.
    headings: Vec<Option<usize>>,
    /// Cues in each block that is a heading.
    heading_cues: BTreeMap<usize, [i16; cues::KINDS]>,
    /// One past the last block under the heading that each block stands under.
    sections: Vec<usize>,
    /// Pictures before each node.
    pictures: Vec<usize>,
    /// Body by the make of its elements, and of the elements around those.
    makes: Totals,
}

impl<'a> Page<'a> {
    pub(crate) fn of(view: &'a View<'a>) -> Self {
        let mut before = vec![[0; 4]];
        let mut sum = [0; 4];
        for (block, verdict) in view.blocks.iter().zip(&view.verdicts) {
            let prose = block.prose;
            let body = if *verdict == Verdict::Body { block.size } else { 0 };
            for (total, more) in sum.iter_mut().zip([block.size, block.linked, prose, body]) {
                *total += more;
            }
            before.push(sum);
        }
        let body = |verdict: &Verdict| *verdict == Verdict::Body;
        let first = view.verdicts.iter().position(body);
        let last = view.verdicts.iter().rposition(body);
        let (mut alike, mut looks) = (Vec::new(), Looks::of(view.tree));
        for block in view.blocks {
            for id in std::iter::once(block.element).chain(view.tree.above(block.element).take(3)) {
                looks.look(view.tree, id);
                alike.push((like(view.tree, &looks, id), 1));
            }
        }
        let mut heading = None;
        let headings = view.blocks.iter().enumerate().map(|(at, block)| {
            let above = heading;
            if view.tree.node(block.element).tag.is_heading() {
                heading = Some(at);
            }
            above
        });
        let mut end = view.blocks.len();
        let mut sections = vec![end; end];
        for (at, block) in view.blocks.iter().enumerate().rev() {
            sections[at] = end;
            if view.tree.node(block.element).tag.is_heading() {
                end = at;
            }
        }
        let mut pictures = vec![0];
        for node in view.tree.nodes() {
            let shown = pictures.last().copied().unwrap_or(0);
            pictures.push(shown + usize::from(node.tag == Tag::Img));
        }
        let mut makes = Vec::new();
        for (block, verdict) in view.blocks.iter().zip(&view.verdicts) {
            if *verdict == Verdict::Body {
                let of_block = makes_of(view.tree, &looks, block);
                makes.extend(of_block.map(|make| (make, block.size)));
            }
        }
        let heading_cues = view.blocks.iter().enumerate().filter_map(|(at, block)| {
            let heading = view.tree.node(block.element).tag.is_heading();
            heading.then(|| (at, cues::counts(block.words())))
        });
        Self {
            heading_cues: heading_cues.collect(),
            sections,
            pictures,
            makes: Totals::of(makes),
            view,
            seen: neighbours::seen(view),
            places: places(view),
            before,
            bodies: first.zip(last),
            copies: copies(view.blocks),
            alike: Totals::of(alike),
            looks,
            headings: headings.collect(),
        }
    }

    /// The numbers of a block.
    pub(crate) fn row(&self, at: usize) -> Row {
        let mut row = Row::with_capacity(NAMES.len());
        self.words_of(at, &mut row);
        self.element_of(at, &mut row);
        self.place_of(at, &mut row);
        self.company_of(at, &mut row);
        self.neighbours_of(at, &mut row);
        self.cues_of(at, &mut row);
        self.branch_of(at, &mut row);
        row
    }
}

const SIZE: usize = 0;
const LINKS: usize = 1;
const PROSE: usize = 2;
const BODY: usize = 3;

/// How many blocks begin before each node, and before none.
fn places(view: &View<'_>) -> Vec<u32> {
    let mut places = Vec::with_capacity(view.tree.nodes().len() + 1);
    for (at, block) in (0..).zip(view.blocks) {
        places.resize(block.first + 1, at);
    }
    places
}

/// How often the words of each block stand on the page.
fn copies(blocks: &[Block]) -> Vec<i16> {
    let hashes: Vec<u64> = blocks.iter().map(|block| xxh3_64(block.words().as_bytes())).collect();
    let mut sorted = hashes.clone();
    sorted.sort_unstable();
    let before = |hash: u64, with: bool| {
        sorted.partition_point(|&other| other < hash || with && other == hash)
    };
    hashes.iter().map(|&hash| small(before(hash, true) - before(hash, false))).collect()
}

fn rule(verdict: Verdict) -> i16 {
    match verdict {
        Verdict::Body => 0,
        Verdict::Standfirst => 1,
        Verdict::Headline => 2,
        Verdict::Picture => 3,
        Verdict::Tags => 4,
        Verdict::Teaser => 5,
        Verdict::Out(kind) => 6 + kind as i16,
    }
}

fn small(count: usize) -> i16 {
    i16::try_from(count).unwrap_or(i16::MAX)
}

fn apart(from: usize, to: usize) -> i16 {
    if to >= from { small(to - from) } else { -small(from - to) }
}

/// A share in hundredths; -1 of nothing.
fn share(part: usize, whole: usize) -> i16 {
    (part * 100).checked_div(whole).map_or(-1, small)
}
