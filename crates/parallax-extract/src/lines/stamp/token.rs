//! A line as numbers, words and marks.

use parallax_language::fold;
use parallax_model::cut;

/// One number, word or mark, with its place in the line.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Number { value: u32, digits: usize },
    Word(String),
    Mark(char),
}

impl Token {
    /// The number's value and its count of digits.
    pub(super) fn number(&self) -> Option<(u32, usize)> {
        match self.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    /// The word, folded.
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The mark.
    pub(super) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether the token stands right after `before`, without a space.
    pub(super) fn touches(&self, before: &Self) -> bool {
        before.end == self.start
    }
}

/// The first `most` bytes of a line, to a character boundary.
pub(super) fn head(line: &str, most: usize) -> &str {
    let end = (0..=most.min(line.len())).rev().find(|&at| line.is_char_boundary(at));
    cut(line, 0..end.unwrap_or_default())
}

/// The tokens of a line; white space only parts them.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() {
            continue;
        }
        let same = |letter: char| {
            (first.is_ascii_digit() && letter.is_ascii_digit())
                || (first.is_alphabetic() && letter.is_alphabetic())
        };
        let mut end = start + first.len_utf8();
        while let Some((at, letter)) = chars.next_if(|&(_, letter)| same(letter)) {
            end = at + letter.len_utf8();
        }
        let part = cut(line, start..end);
        let kind = if first.is_ascii_digit() {
            // A number too long for a date is no year and no hour.
            Kind::Number { value: part.parse().unwrap_or(u32::MAX), digits: part.len() }
        } else if first.is_alphabetic() {
            Kind::Word(fold(part))
        } else {
            Kind::Mark(first)
        };
        found.push(Token { start, end, kind });
    }
    found
}
