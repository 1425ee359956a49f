//! The summary under the headline.

use super::{Page, Verdict, tree::Tag};
use parallax_language::fold;

/// Names of elements that hold a standfirst, in parts of class names.
const NAMES: &str = include_str!("../../data/html/standfirst.txt");

/// Blocks after the headline that may be the standfirst.
const NEAR: usize = 40;

/// What describes the article in the page's data.
const DESCRIPTIONS: [&str; 3] = ["description", "og:description", "twitter:description"];

/// What may end a description and not the standfirst, or the other way round.
const END: [char; 3] = ['.', '…', ' '];

/// Words that a standfirst has more than, to be known by them.
const LEAST_WORDS: usize = 3;

/// Sizes of a standfirst, in characters.
const SIZES: std::ops::RangeInclusive<usize> = 15..=600;

/// The block that is the standfirst, which is then no paragraph of the body.
///
/// It stands between the headline and the body, or opens the body, and either
/// its element says what it is, or it is a lesser heading right under the
/// headline, or the page's data describes the article in its words. A printing of the first paragraph is none.
pub(crate) fn find(page: &mut Page<'_>) -> Option<usize> {
    let start = page.headline.map_or(0, |at| at + 1);
    let body = page
        .body
        .verdicts
        .iter()
        .enumerate()
        .filter(|(at, v)| *at >= start && **v == Verdict::Body);
    let mut body = body.map(|(at, _)| at);
    let first = body.next()?;
    let second = body.next();
    let near = || (start..=first).take(NEAR).filter(|&at| may_be(page, at));
    let said = near().find(|&at| is_standfirst(page, at, first));
    let at = said.or_else(|| near().find(|&at| is_described(page, at, first)))?;
    let next = if at == first { second } else { Some(first) };
    let words = |at: usize| page.blocks.get(at).map(|block| fold(block.words()));
    let twice = next.is_some_and(|next| {
        let (one, other) = (words(at).unwrap_or_default(), words(next).unwrap_or_default());
        other.starts_with(one.trim_end_matches(['.', '…', ' ']))
    });
    page.body.verdicts[at] = if twice {
        Verdict::Out(parallax_model::BoilerplateKind::Duplicate)
    } else {
        Verdict::Standfirst
    };
    (!twice && next.is_some()).then_some(at).or_else(|| {
        if next.is_none() {
            page.body.verdicts[at] = Verdict::Body;
        }
        None
    })
}

/// Whether a block has the size of a standfirst and is no furniture.
fn may_be(page: &Page<'_>, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    let kept = matches!(page.body.verdicts.get(at), Some(Verdict::Body | Verdict::Out(_)));
    SIZES.contains(&block.size)
        && block.link_share() <= 50
        && kept
        && page.zones.hint(block.first).is_none()
}

fn is_standfirst(page: &Page<'_>, at: usize, first: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    let around = std::iter::once(block.element).chain(page.tree.above(block.element).take(2));
    let named = around.clone().any(|id| says_so(page, id));
    let lesser = page.headline.is_some()
        && at < first
        && matches!(page.tree.node(block.element).tag, Tag::H2 | Tag::H3)
        && block.size >= 30;
    named || lesser
}

/// Whether the page's data describes the article in the words of the block, and the block is no
/// paragraph of the body: it stands before it, or right under the headline in a heading or with
/// something between it and the body.
fn is_described(page: &Page<'_>, at: usize, first: usize) -> bool {
    let Some(block) = page.blocks.get(at).filter(|_| page.headline.is_some()) else { return false };
    let heading = page.tree.node(block.element).tag.is_heading();
    let under = page.headline.is_some_and(|headline| headline + 1 == at);
    let apart = || {
        let next = page.body.verdicts.iter().skip(at + 1).position(|v| *v == Verdict::Body);
        next.is_some_and(|between| between > 0)
    };
    if at == first && !(under && (heading || apart())) {
        return false;
    }
    let own = fold(block.words());
    let own = own.trim_end_matches(END);
    let told = DESCRIPTIONS.iter().flat_map(|name| page.meta.all(name)).map(fold);
    own.split_whitespace().nth(LEAST_WORDS).is_some()
        && told.into_iter().any(|told| told.trim_end_matches(END) == own)
}

/// Whether an element's names say it is a standfirst; one that holds several
/// blocks of the body is not.
fn says_so(page: &Page<'_>, id: usize) -> bool {
    let node = page.tree.node(id);
    if node.has("itemprop", "description") || node.has("itemprop", "alternativeHeadline") {
        return true;
    }
    let names =
        ["class", "id", "data-testid", "data-test-id", "data-qa", "data-component", "data-name"];
    let named =
        names.iter().filter_map(|key| node.get(key)).flat_map(str::split_whitespace).any(|name| {
            let name = name.to_ascii_lowercase();
            let words: Vec<&str> = name.split(|c: char| !c.is_ascii_alphabetic()).collect();
            NAMES.lines().filter(|rule| !rule.starts_with('#')).any(|rule| words.contains(&rule))
        });
    named && page.blocks_in(id).len() <= 2
}
