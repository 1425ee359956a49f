//! The block that prints the headline.

use super::told::Told;
use crate::html::{
    Page,
    hints::Hint,
    tree::{Node, Tag},
};

/// The share of shared words, in hundredths, from which a heading is the
/// headline that the page's data names.
const SAME_WORDS: usize = 55;

/// The same for a page's only `<h1>`, which is the headline unless it names the site.
const SAME_WORDS_ALONE: usize = 48;

/// A lone `<h1>` less like what the data says than this, in hundredths, may be
/// a motto, a section or a crosshead. Chosen on pages of two annotated sets.
const SOME_WORDS: usize = 34;

/// A line of so many characters is a paragraph.
const LONGEST: usize = 400;

/// The block that looks most like the headline.
pub(super) fn best(page: &Page<'_>, told: &Told) -> Option<usize> {
    let alone =
        page.tree.all(Tag::H1).filter(|&id| !page.blocks_in(id).is_empty()).nth(1).is_none();
    let mut best: Option<(usize, usize)> = None;
    for (at, block) in page.blocks.iter().enumerate() {
        if block.size >= LONGEST {
            continue;
        }
        let score = score(page, told, at, alone);
        if score > 0 && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}

/// How loud the heading around a block is; `None` outside headings.
pub(super) fn heading(page: &Page<'_>, at: usize) -> Option<usize> {
    let element = page.blocks.get(at)?.element;
    let around = std::iter::once(element).chain(page.tree.above(element).take(2));
    around.into_iter().find_map(|id| loudness(page.tree.node(id)))
}

/// How much a block looks like the headline; 0: not at all.
fn score(page: &Page<'_>, told: &Told, at: usize, alone: bool) -> usize {
    let Some(block) = page.blocks.get(at) else { return 0 };
    let heading = heading(page, at);
    if heading.is_some() && block.size < 60 && told.names.holds(block.words()) {
        return 0;
    }
    let plain = may_be_loud(page.tree.node(block.element).tag);
    let loud = heading.unwrap_or_else(|| usize::from(plain));
    if loud == 0 {
        return 0;
    }
    // Outside a page's heading nothing but the told words is the headline.
    if loud < 50 && !told.may_be_alike(block.words(), SAME_WORDS) {
        return 0;
    }
    let alike = told.alike(block.words());
    let zone = page.zones.hint(block.first);
    let furniture = zone.is_some_and(is_furniture);
    let masthead = zone == Some(Hint::Masthead) || block.link_share() > 90 && loud < 50;
    // A banner with the page's one `<h1>` in it sells nothing.
    let aside = furniture && zone != Some(Hint::Advert);
    let only = alone && loud >= 50 && block.link_share() <= 90 && !aside && block.size > 10;
    match (alike, loud, furniture) {
        // A copy of the told title elsewhere is a breadcrumb or a card.
        (SAME_WORDS_ALONE.., _, _) if only => 300,
        // A crosshead has to say all but the same to be believed before it.
        (SOME_WORDS.., _, _) if only => 190,
        (SAME_WORDS.., _, true) => alike / 4,
        (SAME_WORDS.., _, false) => {
            let last = usize::from(told.ends_with(block.words()));
            alike * 2 + loud + last - if masthead { 30.min(loud) } else { 0 }
        }
        (_, 50.., false) if !masthead => loud,
        _ => 0,
    }
}

fn loudness(node: &Node<'_>) -> Option<usize> {
    if node.has("itemprop", "headline") {
        return Some(60);
    }
    match node.tag {
        Tag::H1 => Some(50),
        Tag::H2 => Some(15),
        Tag::H3 => Some(5),
        _ => None,
    }
}

fn may_be_loud(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Div
            | Tag::P
            | Tag::Td
            | Tag::Th
            | Tag::Header
            | Tag::Body
            | Tag::Article
            | Tag::Section
    )
}

fn is_furniture(hint: Hint) -> bool {
    matches!(
        hint,
        Hint::Navigation
            | Hint::Teaser
            | Hint::Footer
            | Hint::Comments
            | Hint::Advert
            | Hint::Hidden
            | Hint::Cookie
            | Hint::Share
            | Hint::Languages
    )
}
