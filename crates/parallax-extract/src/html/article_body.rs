//! The body as JSON-LD carries it, for pages whose text is put there by scripts
//! or ends at a wall.
//!
//! Every word leads back to the bytes of the JSON string it was written in; what
//! an escape stands for came from the whole escape.

mod literal;

use super::{Page, Verdict, flow, headline::Headline, references};
use literal::Literal;
use parallax_language::{fold, words};
use parallax_model::{SourcedText, cut};
use std::borrow::Cow;

/// A body in the data has so many characters, at least; shorter ones are summaries.
const LEAST: usize = 300;

/// The page prints less than one part in so many of what its data carries.
const OUTWEIGHED: usize = 3;

/// The paragraphs of `articleBody`, where the page prints much less; else none.
pub(crate) fn paragraphs(page: &Page<'_>, headline: Option<&Headline>) -> Vec<SourcedText> {
    let Some(wanted) = page.linked.body() else { return Vec::new() };
    let size = wanted.chars().count();
    let bodies = page.blocks.iter().zip(&page.body.verdicts);
    let printed: usize =
        bodies.filter(|(_, verdict)| **verdict == Verdict::Body).map(|(block, _)| block.size).sum();
    if size < LEAST || printed * OUTWEIGHED >= size || !is_of_page(page, headline, printed) {
        return Vec::new();
    }
    let mut scripts = page.linked.scripts.iter();
    let found =
        scripts.find_map(|script| literal::find(&page.decoded.text, script.clone(), wanted));
    found.map(|literal| read(page, &literal)).unwrap_or_default()
}

/// Whether the data speaks of the article that the page prints.
fn is_of_page(page: &Page<'_>, headline: Option<&Headline>, printed: usize) -> bool {
    let Some(told) = page.linked.words("headline") else { return printed == 0 };
    let shown = headline.map_or("", |headline| headline.text.as_str());
    let known: Vec<String> = words(&told).map(|word| fold(word.of(&told))).collect();
    let shared = words(shown).filter(|word| known.contains(&fold(word.of(shown)))).count();
    shared * 2 >= known.len()
}

/// What parts one paragraph from the next where the string holds markup.
const BLOCKS: [&str; 12] =
    ["p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr"];

fn read(page: &Page<'_>, literal: &Literal) -> Vec<SourcedText> {
    let text = literal.text.as_str();
    let (mut paragraphs, mut open) = (Vec::new(), SourcedText::default());
    let mut space = false;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let markup = tag(rest);
        let end = markup.map_or_else(|| plain(rest), |(length, _)| length);
        if let Some((_, block)) = markup {
            if block {
                paragraphs.push(std::mem::take(&mut open));
                space = false;
            }
        } else {
            for piece in references::pieces(text, at..at + end) {
                let whole = matches!(piece.text, Cow::Owned(_));
                let mut from = piece.source.start;
                for part in piece.text.split_inclusive(char::is_whitespace) {
                    let word = part.trim_end_matches(char::is_whitespace);
                    let place = if whole { piece.source.clone() } else { from..from + word.len() };
                    if !word.is_empty() {
                        if space && !open.is_empty() {
                            open.push_break(' ');
                        }
                        literal.push_onto(&mut open, page.decoded, word, place);
                        space = false;
                    }
                    if part.ends_with('\n') {
                        paragraphs.push(std::mem::take(&mut open));
                    }
                    space |= part.len() > word.len();
                    from += part.len();
                }
            }
        }
        at += end;
    }
    paragraphs.push(open);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.into_iter().map(flow::composed).collect()
}

/// Length of the text before the next `<`; one that opens no tag is a plain sign.
fn plain(rest: &str) -> usize {
    let sign = usize::from(rest.starts_with('<'));
    cut(rest, sign..rest.len()).find('<').map_or(rest.len(), |next| next + sign)
}

/// The length of the tag at the start of `rest`, and whether it parts paragraphs.
fn tag(rest: &str) -> Option<(usize, bool)> {
    /// A tag longer than this is none.
    const LONGEST: usize = 2000;
    let inner = rest.strip_prefix('<')?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b'>')? + 1;
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = cut(name, 0..length).to_ascii_lowercase();
    Some((end, BLOCKS.contains(&name.as_str())))
}

#[cfg(test)]
mod tests;
