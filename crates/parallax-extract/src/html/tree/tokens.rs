//! Markup to tokens, as the HTML standard reads them, with their places.
//!
//! Only what the page would show is told: comments, declarations and errors
//! are passed over. Names and values are slices of the page, so nothing is
//! copied; the stretches between marks are skipped at the speed of a search.

mod raw;

use memchr::{memchr, memchr2, memmem};
use parallax_model::cut;
use std::ops::Range;

/// A piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text as written, references and all.
    Text(Range<usize>),
    /// A start tag; its attributes are [`Tokens::attributes`] until the next token.
    Start {
        /// As written, in whatever case.
        name: &'a str,
        /// Whether it ends in `/>`.
        self_closing: bool,
        /// From `<` to `>`.
        source: Range<usize>,
    },
    /// An end tag.
    End {
        /// As written, in whatever case.
        name: &'a str,
    },
}

/// An attribute as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written<'a> {
    pub(super) name: &'a str,
    /// References unresolved.
    pub(super) value: &'a str,
    /// Where the value stands; empty where there is none.
    pub(super) source: Range<usize>,
}

/// The tokens of a page, one after the other.
pub(super) struct Tokens<'a> {
    page: &'a str,
    at: usize,
    /// The element whose end tag alone ends the text that comes.
    inside: Option<&'a str>,
    attributes: Vec<Written<'a>>,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(page: &'a str) -> Self {
        Self { page, at: 0, inside: None, attributes: Vec::new() }
    }

    /// The next token; `None` at the end of the page. A tag the page ends in is none.
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.inside.take() {
            let start = self.at;
            self.at = start + raw::end(self.rest(), name);
            if self.at > start {
                return Some(Token::Text(start..self.at));
            }
        }
        loop {
            let text = self.text();
            if !text.is_empty() {
                return Some(Token::Text(text));
            }
            match self.peek(1)? {
                b'/' if self.peek(2)?.is_ascii_alphabetic() => return self.tag(2),
                letter if letter.is_ascii_alphabetic() => return self.tag(1),
                _ => self.pass_over(),
            }
        }
    }

    /// The attributes of the start tag told last.
    pub(super) fn attributes(&self) -> &[Written<'a>] {
        &self.attributes
    }

    fn rest(&self) -> &'a [u8] {
        self.page.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.page.as_bytes().get(self.at + ahead).copied()
    }

    /// The text up to the next mark; a `<` that begins none is text, `</>` is nothing.
    fn text(&mut self) -> Range<usize> {
        let (mut start, mut end) = (self.at, self.at);
        while let Some(found) = memchr(b'<', self.rest()) {
            if found > 0 {
                self.at += found;
                end = self.at;
            }
            match (self.peek(1), self.peek(2)) {
                (Some(b'/'), Some(b'>')) => {
                    self.at += 3;
                    if start == end {
                        (start, end) = (self.at, self.at);
                    }
                }
                (Some(b'!' | b'?'), _) | (Some(b'/'), Some(_)) => return start..end,
                (Some(letter), _) if letter.is_ascii_alphabetic() => return start..end,
                (Some(b'/'), None) => {
                    self.at += 2;
                    end = self.at;
                }
                _ => {
                    self.at += 1;
                    end = self.at;
                }
            }
        }
        if self.at < self.page.len() {
            self.at = self.page.len();
            end = self.at;
        }
        start..end
    }

    /// Passes over a comment, a declaration or what is read as one.
    fn pass_over(&mut self) {
        let rest = self.rest();
        let end = if let Some(inside) = rest.strip_prefix(b"<!--") {
            comment_end(inside).map(|end| 4 + end)
        } else {
            // What `<!`, `<?` or `</` opens ends with the next bracket.
            rest.get(2..).and_then(|opened| memchr(b'>', opened)).map(|end| 2 + end + 1)
        };
        self.at += end.unwrap_or(rest.len());
    }

    /// Reads a tag whose name begins `ahead`.
    fn tag(&mut self, ahead: usize) -> Option<Token<'a>> {
        let start = self.at;
        let from = start + ahead;
        let bytes = self.page.as_bytes();
        let long = bytes.get(from..)?.iter().position(|&b| is_space(b) || matches!(b, b'/' | b'>'));
        self.at = from + long.unwrap_or(bytes.len() - from);
        let name = cut(self.page, from..self.at);
        self.attributes.clear();
        let self_closing = self.rest_of_tag()?;
        if ahead == 2 {
            return Some(Token::End { name });
        }
        self.inside = raw::is_raw(name).then_some(name);
        Some(Token::Start { name, self_closing, source: start..self.at })
    }

    /// Reads attributes up to and with the `>`; whether a `/` stands before it.
    fn rest_of_tag(&mut self) -> Option<bool> {
        loop {
            match self.peek(0)? {
                b'>' => {
                    self.at += 1;
                    return Some(false);
                }
                b'/' if self.peek(1)? == b'>' => {
                    self.at += 2;
                    return Some(true);
                }
                b'/' => self.at += 1,
                space if is_space(space) => self.at += 1,
                _ => self.attribute()?,
            }
        }
    }

    fn attribute(&mut self) -> Option<()> {
        let start = self.at;
        let ends = |byte: &u8| is_space(*byte) || matches!(byte, b'/' | b'>' | b'=');
        // An equals sign that begins a name belongs to it.
        let long = self.rest().get(1..)?.iter().position(ends)?;
        self.at = start + 1 + long;
        let name = cut(self.page, start..self.at);
        self.skip_space();
        let mut source = self.at..self.at;
        if self.peek(0)? == b'=' {
            self.at += 1;
            self.skip_space();
            source = self.value()?;
        }
        let value = cut(self.page, source.clone());
        self.attributes.push(Written { name, value, source });
        Some(())
    }

    fn value(&mut self) -> Option<Range<usize>> {
        if let quote @ (b'"' | b'\'') = self.peek(0)? {
            let start = self.at + 1;
            let long = memchr(quote, self.page.as_bytes().get(start..)?)?;
            self.at = start + long + 1;
            return Some(start..start + long);
        }
        let start = self.at;
        let long = self.rest().iter().position(|&byte| is_space(byte) || byte == b'>')?;
        self.at = start + long;
        Some(start..self.at)
    }

    fn skip_space(&mut self) {
        self.at += self.rest().iter().take_while(|&&byte| is_space(byte)).count();
    }
}

/// Where a comment ends, of which `inside` is what follows its opening.
fn comment_end(inside: &[u8]) -> Option<usize> {
    if inside.starts_with(b">") {
        return Some(1);
    }
    if inside.starts_with(b"->") {
        return Some(2);
    }
    let mut at = 0;
    loop {
        let dashes = at + memmem::find(inside.get(at..)?, b"--")?;
        match inside.get(dashes + 2..)? {
            [b'>', ..] => return Some(dashes + 3),
            [b'!', b'>', ..] => return Some(dashes + 4),
            _ => at = dashes + 1,
        }
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0c' | b' ')
}

#[cfg(test)]
mod tests;
