//! What one block is, by where it stands and what it says.

use super::{SHORT, Verdict, ends_in_mark, is_paragraph, places::Places};
use crate::{
    html::{
        flow::Block,
        hints::{self, Hint},
        tree::{Tag, Tree},
        zones::{self, Zones},
    },
    lines,
};
use parallax_model::BoilerplateKind;

/// A block that mostly leads elsewhere: the share of links in hundredths.
const TEASER_LINKS: usize = 66;

/// What a block is.
pub(super) fn verdict(tree: &Tree<'_>, block: &Block, zones: &Zones, places: &Places) -> Verdict {
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
        let near = tree.within(block.first, tree.node(container).parent);
        // Entries of far menus are many, and all alike.
        let known = near || block.link_share() <= TEASER_LINKS;
        let kind = known.then(|| lines::furniture(block.words())).flatten();
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
fn own_words(tree: &Tree<'_>, block: &Block) -> Verdict {
    let words = block.words();
    if lines::related_lead(words).is_some() && block.linked > 0 {
        return Verdict::Teaser;
    }
    if block.prose < 120 {
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

fn in_picture(tree: &Tree<'_>, block: &Block) -> bool {
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
            // A quotation set as a figure, with a portrait of who said it.
            Tag::Blockquote => return false,
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
fn leads_away(tree: &Tree<'_>, block: &Block) -> bool {
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
