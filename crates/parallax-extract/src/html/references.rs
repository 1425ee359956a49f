//! Character references in text: `&amp;`, `&#1078;`, `&eacute` without its end.

use html5gum::{Token, Tokenizer};
use parallax_model::cut;
use std::{borrow::Cow, ops::Range};

/// The longest name in the standard has 31 letters.
const LONGEST: usize = 33;

/// A stretch of text as written, or what a reference stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Where in the page it is written.
    pub(crate) source: Range<usize>,
}

/// The text of `page` at `range` in pieces, references resolved.
pub(crate) fn pieces(page: &str, range: Range<usize>) -> impl Iterator<Item = Piece<'_>> {
    let whole = page.get(range.clone()).unwrap_or_default();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = cut(whole, at..whole.len());
        if rest.is_empty() {
            return None;
        }
        let resolved = resolve(rest).map(|(text, length)| (Cow::Owned(text), length));
        let (text, length) = resolved.unwrap_or_else(|| {
            let length = plain(rest);
            (Cow::Borrowed(cut(rest, 0..length)), length)
        });
        let start = range.start + at;
        at += length;
        Some(Piece { text, source: start..start + length })
    })
}

/// Length of the text before the next ampersand; one that opens `rest` is a plain sign.
fn plain(rest: &str) -> usize {
    let sign = usize::from(rest.starts_with('&'));
    cut(rest, sign..rest.len()).find('&').map_or(rest.len(), |next| next + sign)
}

/// What the reference at the start of `rest` stands for, and its length.
fn resolve(rest: &str) -> Option<(String, usize)> {
    let name = rest.strip_prefix('&')?;
    let length = name.bytes().take(LONGEST).take_while(|&b| b.is_ascii_alphanumeric() || b == b'#');
    let length = 1 + length.count();
    let length = length + usize::from(rest.as_bytes().get(length) == Some(&b';'));
    if length < 3 {
        return None;
    }
    let written = cut(rest, 0..length);
    let read = Tokenizer::new(written).find_map(|token| match token {
        Ok(Token::String(text)) => String::from_utf8(text.value.0).ok(),
        _ => None,
    })?;
    // The end of a name that means nothing is text again: `&notit;` is `¬it;`.
    let same = read.bytes().rev().zip(written.bytes().rev()).take_while(|(a, b)| a == b).count();
    let same = same.min(read.len().saturating_sub(1));
    let kept = read.get(..read.len() - same)?;
    (read != written).then(|| (kept.to_owned(), length - same))
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> = pieces(text, 0..text.len())
            .map(|piece| (piece.text.into_owned(), text.get(piece.source).unwrap().to_owned()))
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|&(text, source)| (text.to_owned(), source.to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn references_stand_for_their_characters() {
        check("a&amp;b", &[("a", "a"), ("&", "&amp;"), ("b", "b")]);
        check("&#x416;&#1078;", &[("Ж", "&#x416;"), ("ж", "&#1078;")]);
        check("caf&eacute", &[("caf", "caf"), ("é", "&eacute")]);
        check("&notit;", &[("¬", "&not"), ("it;", "it;")]);
    }

    #[test]
    fn a_bare_ampersand_is_itself() {
        check("a & b", &[("a ", "a "), ("& b", "& b")]);
        check("R&D;&", &[("R", "R"), ("&D;", "&D;"), ("&", "&")]);
        check("&&lt;", &[("&", "&"), ("<", "&lt;")]);
    }
}
