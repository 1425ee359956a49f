//! The stretch of a page in which the body of the article stands.

use super::look::{Look, PARAGRAPH};
use crate::lines::RelatedList;
use parallax_model::BoilerplateKind as Kind;
use std::ops::Range;

/// Words of a paragraph that count; one giant block must not outweigh a page.
const MOST_WORDS: i64 = 90;
/// What a line of furniture costs inside the stretch.
const FURNITURE: i64 = -9;
/// What a short line that is no sentence costs: crossheads and captions are few, menus many.
const SHORT: i64 = -7;
/// Short lines in a row after which more cost little: a table or a listing inside
/// the text is as likely as a menu.
const LONG_RUN: usize = 8;
/// What a short line costs there.
const IN_LONG_RUN: i64 = -2;
/// What a short line costs that is written like running text: an entry of a list.
const LOOSE: i64 = -4;
/// What the head of a list of other pages, or of comments, costs.
const BARRIER: i64 = -70;
/// Words a body has at least. Below it, a page has no article.
const LEAST_WORDS: usize = 25;

/// How much a block speaks for being in the body.
pub(super) fn weight(look: &Look) -> i64 {
    let words = i64::try_from(look.words).unwrap_or(MOST_WORDS).min(MOST_WORDS);
    if look.list.is_some() || matches!(look.kind, Some(Kind::Comments)) {
        return match look.list {
            Some(RelatedList::SameMatter) if look.lead.is_some() => BARRIER / 4,
            _ => BARRIER,
        };
    }
    if look.kind.is_some() {
        return if look.prose { FURNITURE * 2 } else { FURNITURE };
    }
    if look.lead.is_some() {
        return LOOSE;
    }
    if look.byline {
        return FURNITURE;
    }
    if look.prose {
        return if look.sentence { words } else { words / 3 };
    }
    if look.sentence && look.words >= 2 {
        return words.min(i64::try_from(PARAGRAPH).unwrap_or(8)) / 2;
    }
    if look.words >= 4 && look.stops >= 10 && look.capitals < 60 { LOOSE } else { SHORT }
}

/// Words of prose before a line that opens comments from which what follows it is comments.
const BEFORE_COMMENTS: usize = 60;
/// How many times less a paragraph counts there.
const COMMENTED: i64 = 4;

/// A stretch and the sum of its weights.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// The blocks.
    pub(super) blocks: Range<usize>,
    /// How much speaks for them.
    pub(super) sum: i64,
}

/// The stretch from `from` on with the largest sum of weights.
///
/// Starts and ends with a block that speaks for the body. `None` where there
/// is too little prose for an article.
pub(super) fn best(looks: &[Look], from: usize) -> Option<Stretch> {
    let mut best = Stretch { blocks: 0..0, sum: 0 };
    let (mut start, mut sum, mut run) = (from, 0, 0);
    let (mut told, mut comments) = (0, false);
    for (index, look) in looks.iter().enumerate().skip(from) {
        if sum <= 0 {
            (start, sum, run) = (index, 0, 0);
        }
        told += if look.prose { look.words } else { 0 };
        comments |= look.kind == Some(Kind::Comments) && told >= BEFORE_COMMENTS;
        let weight = weight(look);
        let weight = if comments && weight > 0 { weight / COMMENTED } else { weight };
        run = if weight == SHORT { run + 1 } else { 0 };
        sum += if run > LONG_RUN { IN_LONG_RUN } else { weight };
        if sum > best.sum {
            best = Stretch { blocks: start..index + 1, sum };
        }
    }
    let prose = looks.get(best.blocks.clone()).unwrap_or_default().iter();
    let words: usize = prose.filter(|look| look.prose).map(|look| look.words).sum();
    (words >= LEAST_WORDS).then_some(best)
}

/// In a hundred: words of the stretch that may stand after a line that ends
/// articles (newsletter box, tags, comments); more, and the line stood inside.
const AFTER_END: usize = 12;

/// The stretch without what follows a line that ends articles, where that is little.
pub(super) fn without_tail(looks: &[Look], blocks: Range<usize>) -> Range<usize> {
    let own = looks.get(blocks.clone()).unwrap_or_default();
    let total: usize = own.iter().filter(|look| look.prose).map(|look| look.words).sum();
    let mut before = 0;
    let mut end = blocks.end;
    for (at, look) in own.iter().enumerate() {
        let after = total - before;
        if ends_article(look) && after * 100 <= total * AFTER_END {
            end = blocks.start + at;
            break;
        }
        before += if look.prose { look.words } else { 0 };
    }
    let kept = looks.get(blocks.start..end).unwrap_or_default();
    let last = kept.iter().rposition(|look| weight(look) > 0);
    last.map_or(blocks.clone(), |last| blocks.start..blocks.start + last + 1)
}

/// Whether a line of this kind stands under articles more than inside.
fn ends_article(look: &Look) -> bool {
    look.list.is_some()
        || matches!(
            look.kind,
            Some(
                Kind::Comments
                    | Kind::Newsletter
                    | Kind::Footer
                    | Kind::Paywall
                    | Kind::TagLine
                    | Kind::AuthorCard
            )
        )
}
