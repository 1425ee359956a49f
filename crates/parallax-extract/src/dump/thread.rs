//! Where the readers' comments begin under an article.

use super::{
    look::{Look, ends_sentence},
    page::Block,
};
use parallax_model::BoilerplateKind as Kind;

/// Words of a line that heads a comment, at most: a name, a date, a few votes.
const HEAD_WORDS: usize = 16;
/// Words of prose above the comments, at least; with less, what follows is the article.
const ABOVE: usize = 40;
/// Comments that make a thread.
const COMMENTS: usize = 3;
/// Blocks from one comment's head to the next, at most.
const STEP: usize = 30;
/// Heads looked at; a thread shows itself in the first few.
const HEADS: usize = 40;
/// Blocks from the line that opens the comments to the first thing said, at most.
const FIRST: usize = 8;
/// Words from which a line that counts the comments also names the article: `34 responses to …`.
const NAMED: usize = 5;

/// The block with which the comments begin, if the page has some under its article.
///
/// A line of their own opens them, and heads with a date or a name follow, each with
/// something said under it; or each head says that somebody said what follows.
pub(super) fn comments(blocks: &[Block], looks: &[Look]) -> Option<usize> {
    let heads = heads(blocks, looks);
    let mut told = 0;
    for (at, look) in looks.iter().enumerate() {
        if told >= ABOVE && opens(blocks, looks, at) && is_thread(looks, &heads, at) {
            return Some(at);
        }
        told += if look.prose { look.words } else { 0 };
    }
    None
}

/// Places of lines that may head a comment.
fn heads(blocks: &[Block], looks: &[Look]) -> Vec<usize> {
    let head = |(block, look): (&Block, &Look)| {
        let short = (1..=HEAD_WORDS).contains(&look.words);
        let stops = ends_sentence(&block.text);
        short && !stops && (look.dated || look.byline || look.kind == Some(Kind::Comments))
    };
    let all = blocks.iter().zip(looks).enumerate();
    all.filter(|(_, pair)| head(*pair)).map(|(at, _)| at).collect()
}

/// Whether comments can begin here: a line that opens them, or `Ana Gull on 4 May said:`.
fn opens(blocks: &[Block], looks: &[Look], at: usize) -> bool {
    let (Some(block), Some(look)) = (blocks.get(at), looks.get(at)) else { return false };
    look.kind == Some(Kind::Comments) || says(block, look)
}

fn says(block: &Block, look: &Look) -> bool {
    look.dated && look.words <= HEAD_WORDS && look.words >= 4 && block.text.ends_with([':', '：'])
}

/// Whether heads and comments take turns from here on.
fn is_thread(looks: &[Look], heads: &[usize], at: usize) -> bool {
    let counted = looks.get(at).is_some_and(|look| {
        look.words >= NAMED
            && look.kind == Some(Kind::Comments)
            && look.key.starts_with(char::is_numeric)
    });
    let first = looks.get(at + 1..).unwrap_or_default().iter().take(FIRST);
    if !{ first }.any(|look| look.sentence) {
        return false;
    }
    let (mut last, mut found) = (at, 0);
    let after = heads.get(heads.partition_point(|head| *head <= at)..).unwrap_or_default();
    for &head in after.iter().take(HEADS) {
        if counted || found >= COMMENTS || head - last > STEP {
            break;
        }
        let between = looks.get(last + 1..head).unwrap_or_default();
        found += usize::from(between.iter().any(|look| look.sentence));
        last = head;
    }
    counted || found >= COMMENTS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dump::{look::looks, page::blocks};

    const ARTICLE: &str = "The ferry to Norland was late again on Monday, the harbour master said, and forty people waited on the quay until the evening came.\nNobody was hurt, and the company said that it was sorry for the wait and would pay for the rooms of all who had to stay overnight.\n";

    #[track_caller]
    fn check(below: &str, expected: Option<&str>) {
        let blocks = blocks(&format!("{ARTICLE}{below}"));
        let (_, looks) = looks(&blocks);
        let found = comments(&blocks, &looks).map(|at| blocks[at].text.as_str());
        assert_eq!(found, expected);
    }

    #[test]
    fn comments_begin_with_the_line_that_opens_them() {
        check(
            "3 comments\nAna Gull, 2 days ago\nIt was cold.\nBen Tern, 3 days ago\nI was there.\nCy Auk, 4 days ago\nNever again!\nDi Skua, 4 days ago\n",
            Some("3 comments"),
        );
        check(
            "4 responses to “The ferry was late”\nI was there.\n",
            Some("4 responses to “The ferry was late”"),
        );
    }

    #[test]
    fn heads_that_say_so_need_no_opening() {
        check(
            "Ana Gull on May 4, 2026 at 6:12 am said:\nIt was cold.\nBen Tern on May 4, 2026 at 7:12 am said:\nI was there.\nCy Auk on May 5, 2026 at 7:12 am said:\nNever.\nDi Skua on May 6, 2026 at 7:12 am said:\nMe too.\n",
            Some("Ana Gull on May 4, 2026 at 6:12 am said:"),
        );
    }

    #[test]
    fn a_button_in_the_text_opens_no_comments() {
        check(
            "3 comments\nThe next boat sails on Tuesday.\nThe one after sails on Friday.\n",
            None,
        );
        check(
            "3 comments\nGulls return\n2 days ago\nAuks leave\n3 days ago\nTerns wait\n4 days ago\n",
            None,
        );
    }
}
