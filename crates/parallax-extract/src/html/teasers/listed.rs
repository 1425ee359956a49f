//! Links to other pages under a heading that says so, and links that stand set apart in the text.

use super::{teaser, without_label};
use crate::{
    html::{
        Page, Verdict,
        flow::{self, Block},
        hints::Hint,
        tree::Tag,
    },
    lines,
};
use parallax_model::Related;
use std::collections::BTreeMap;

/// Blocks of links under one heading, at most.
const MOST: usize = 12;

/// Share of a block, in hundredths, that is links where it is nothing else.
const ALL_LINKS: usize = 90;

/// Words of a heading, at most.
const HEADING_WORDS: usize = 6;

/// The links under headings such as `Read next`, by their blocks; the headings themselves with none.
pub(super) fn under_headings(page: &Page<'_>) -> BTreeMap<usize, Vec<Related>> {
    let mut found: BTreeMap<usize, Vec<Related>> = BTreeMap::new();
    let mut from = 0;
    for (at, block) in page.blocks.iter().enumerate() {
        if at < from || !is_open(page, at) || !heads(block) {
            continue;
        }
        let mut under: Vec<(usize, Vec<Related>)> = Vec::new();
        for next in at + 1..(at + 1 + MOST).min(page.blocks.len()) {
            let links = page.blocks.get(next).filter(|next| is_links(next) && !heads(next));
            let links = links.filter(|_| is_open(page, next)).map(|next| links_of(page, next));
            let Some(links) = links.filter(|links| !links.is_empty()) else { break };
            under.push((next, links));
            from = next + 1;
        }
        if !under.is_empty() {
            found.insert(at, Vec::new());
            found.extend(under);
        }
    }
    found
}

/// Whether the block is no part of the article, nor of a menu or of what readers say.
fn is_open(page: &Page<'_>, at: usize) -> bool {
    let own = matches!(
        page.body.verdicts.get(at),
        Some(Verdict::Teaser | Verdict::Tags | Verdict::Out(_))
    );
    let first = page.blocks.get(at).map_or(0, |block| block.first);
    let hint = page.zones.hint(first);
    own && !matches!(
        hint,
        Some(Hint::Navigation | Hint::Comments | Hint::Footer | Hint::Hidden | Hint::Masthead)
    )
}

/// Whether a line is the heading of links to other pages on the matter.
fn heads(block: &Block) -> bool {
    let line = block.words().trim_end_matches([':', '…', ' ']);
    let count = line.split_whitespace().count();
    if block.link_share() >= ALL_LINKS || !(1..=HEADING_WORDS).contains(&count) {
        return false;
    }
    let lead = || lines::related_lead(line).is_some_and(|lead| lead >= line.len()) && count > 1;
    lines::is_related_head(line) || lines::related_list(line).is_none() && (lead() || is_more(line))
}

/// `More contracts`: more of what the article is one of, in lower case.
fn is_more(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let more = words.next().is_some_and(|first| first.eq_ignore_ascii_case("more"));
    let rest: Vec<&str> = words.collect();
    more && (1..=2).contains(&rest.len())
        && rest.iter().all(|word| word.chars().all(char::is_lowercase))
        && lines::furniture(line).is_none()
}

fn is_links(block: &Block) -> bool {
    block.link_share() >= ALL_LINKS
}

/// The links of a block, each a teaser.
fn links_of(page: &Page<'_>, block: &Block) -> Vec<Related> {
    let mut ids: Vec<usize> = Vec::new();
    for text in page.tree.texts(block.element).filter(|id| (block.first..=block.last).contains(id))
    {
        let link = page.tree.above(text).take(4).find(|&id| page.tree.node(id).tag == Tag::A);
        if let Some(link) = link.filter(|link| ids.last() != Some(link)) {
            ids.push(link);
        }
    }
    let told = |id: usize| {
        let words = flow::words(page.tree, page.decoded, id).as_str().to_owned();
        teaser(page, without_label(page, id, &words), page.tree.node(id).get("href"))
    };
    ids.into_iter().filter_map(told).collect()
}

/// The one link that an `<aside>` or `<blockquote>` inside the body holds and nothing else.
pub(super) fn set_apart(page: &Page<'_>, block: &Block) -> Option<Related> {
    let around = std::iter::once(block.element).chain(page.tree.above(block.element)).take(3);
    let frame = around
        .into_iter()
        .find(|&id| matches!(page.tree.node(id).tag, Tag::Aside | Tag::Blockquote))?;
    let inside = page.tree.within(frame, page.body.container);
    let hint = page.zones.hint(block.first);
    let open = matches!(hint, None | Some(Hint::Teaser | Hint::Advert | Hint::Other));
    let alone = inside && open && is_links(block) && page.blocks_in(frame).len() == 1;
    let mut links = if alone { links_of(page, block) } else { Vec::new() };
    if links.len() == 1 { links.pop() } else { None }
}
