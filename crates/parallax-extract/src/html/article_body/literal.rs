//! A string of JSON, decoded, with the way back to where it is written.

use crate::encoding::Decoded;
use parallax_model::{PayloadRange, SourcedText, cut};
use std::ops::Range;

/// The value of a string and the places its parts were written at.
pub(super) struct Literal {
    pub(super) text: String,
    /// Start in `text` and place in the page of each part, in order.
    parts: Vec<(usize, Range<usize>)>,
}

impl Literal {
    /// Appends `word`, which stands for what `range` of the value holds.
    pub(super) fn push_onto(
        &self,
        text: &mut SourcedText,
        page: &Decoded,
        word: &str,
        range: Range<usize>,
    ) {
        let same = self.text.get(range.clone()) == Some(word);
        if !same {
            text.push(word, self.payload(page, range));
            return;
        }
        let first = self.parts.partition_point(|(start, _)| *start <= range.start).max(1) - 1;
        for at in first..self.parts.len() {
            let Some((start, _)) = self.parts.get(at) else { break };
            if *start >= range.end {
                break;
            }
            let end = self.parts.get(at + 1).map_or(self.text.len(), |(next, _)| *next);
            let piece = range.start.max(*start)..range.end.min(end);
            text.push(cut(&self.text, piece.clone()), self.payload(page, piece));
        }
    }

    /// The bytes of the page that a part of the value was written with.
    fn payload(&self, page: &Decoded, range: Range<usize>) -> PayloadRange {
        page.payload(self.place(range.start).start..self.place(range.end.max(1) - 1).end)
    }

    /// Where the byte of the value at `at` was written.
    fn place(&self, at: usize) -> Range<usize> {
        let index = self.parts.partition_point(|(start, _)| *start <= at).max(1) - 1;
        let Some((start, source)) = self.parts.get(index) else { return 0..0 };
        let end = self.parts.get(index + 1).map_or(self.text.len(), |(next, _)| *next);
        if end - start == source.len() {
            let from = source.start + (at - start);
            from..from + 1
        } else {
            source.clone()
        }
    }
}

/// Finds the `articleBody` in a script that has this value.
pub(super) fn find(page: &str, script: Range<usize>, wanted: &str) -> Option<Literal> {
    const KEY: &str = "\"articleBody\"";
    let whole = page.get(script.clone())?;
    let mut from = 0;
    while let Some(at) = whole.get(from..)?.find(KEY) {
        from += at + KEY.len();
        let rest = whole.get(from..)?.trim_start();
        let Some(rest) = rest.strip_prefix(':').map(str::trim_start) else { continue };
        let Some(rest) = rest.strip_prefix('"') else { continue };
        let start = script.start + whole.len() - rest.len();
        let literal = decode(rest, start);
        if same(&literal.text, wanted) {
            return Some(literal);
        }
        from = whole.len() - rest.len();
    }
    None
}

/// Whether two values are one; line breaks in a string are repaired to spaces.
fn same(one: &str, other: &str) -> bool {
    let ink = |letter: &char| !letter.is_whitespace();
    one.chars().filter(ink).eq(other.chars().filter(ink))
}

/// The string that `rest` is the inside of, up to its closing mark.
fn decode(rest: &str, start: usize) -> Literal {
    let mut literal = Literal { text: String::new(), parts: Vec::new() };
    let mut at = 0;
    while let Some(left) = rest.get(at..).filter(|left| !left.is_empty()) {
        let (letters, length) = if left.starts_with('"') {
            break;
        } else if left.starts_with('\\') {
            escape(left)
        } else {
            let end = left.find(['"', '\\']).unwrap_or(left.len());
            (cut(left, 0..end).to_owned(), end)
        };
        if !letters.is_empty() {
            literal.parts.push((literal.text.len(), start + at..start + at + length));
            literal.text.push_str(&letters);
        }
        at += length;
    }
    literal
}

/// What the escape at the start of `left` stands for, and its length.
fn escape(left: &str) -> (String, usize) {
    let Some(kind) = left.chars().nth(1) else { return (String::new(), left.len()) };
    let plain = match kind {
        'n' | 'r' => "\n",
        't' | 'b' | 'f' => " ",
        'u' => return code(left),
        other => return (other.to_string(), 1 + other.len_utf8()),
    };
    (plain.to_owned(), 2)
}

/// `\u00e9`, or two that make one character together.
fn code(left: &str) -> (String, usize) {
    let unit = |from: usize| u16::from_str_radix(left.get(from..from + 4)?, 16).ok();
    let Some(first) = unit(2) else { return (String::new(), 2) };
    let second = left.get(6..8).filter(|mark| *mark == "\\u").and_then(|_| unit(8));
    let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
    match (char::from_u32(u32::from(first)), pair) {
        (Some(letter), _) => (letter.to_string(), 6),
        (None, Some(letter)) => (letter.to_string(), 12),
        (None, None) => (char::REPLACEMENT_CHARACTER.to_string(), 6),
    }
}
