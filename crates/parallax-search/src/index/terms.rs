//! How terms come into the index: as lines, each a place and a term, which are cut again without a copy of each term.
//!
//! The library takes texts that are cut already, too; on their way to its writer each goes through JSON and back.

use std::fmt::Write;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The name by which fields ask for their terms to be cut like this.
pub(super) const PLACED: &str = "placed";

/// Terms of a field, in the order of their places.
#[derive(Default)]
pub(super) struct Terms(String);

impl Terms {
    /// Puts a term at a place; it holds no line break.
    pub(super) fn put(&mut self, place: usize, term: &str) {
        writeln!(self.0, "{place} {term}").expect("a text takes what is written to it");
    }

    /// As a field takes them.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// Cuts such lines into terms.
#[derive(Clone, Default)]
pub(super) struct Cutter(Token);

/// Terms as they are cut, one after the other.
pub(super) struct Cut<'a> {
    lines: std::str::Split<'a, char>,
    token: &'a mut Token,
}

impl Tokenizer for Cutter {
    type TokenStream<'a> = Cut<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Cut<'a> {
        self.0.reset();
        Cut { lines: text.split('\n'), token: &mut self.0 }
    }
}

impl TokenStream for Cut<'_> {
    fn advance(&mut self) -> bool {
        let placed = |line: &'_ str| {
            let (place, term) = line.split_once(' ')?;
            self.token.position = place.parse().ok()?;
            self.token.text.clear();
            self.token.text.push_str(term);
            Some(())
        };
        self.lines.by_ref().find_map(placed).is_some()
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::{Cutter, Terms};
    use tantivy::tokenizer::{TokenStream, Tokenizer};

    #[test]
    fn terms_are_cut_where_they_were_put() {
        let mut terms = Terms::default();
        let put = [(0, "~ferri"), (0, "ferry"), (7, "паром"), (107, "@prm")];
        for (place, term) in put {
            terms.put(place, term);
        }
        let (text, mut cutter, mut cut) = (terms.into_text(), Cutter::default(), Vec::new());
        cutter
            .token_stream(&text)
            .process(&mut |token| cut.push((token.position, token.text.clone())));
        assert_eq!(cut, put.map(|(place, term)| (place, term.to_owned())));
    }

    #[test]
    fn what_is_no_line_of_ours_is_no_term() {
        let mut cutter = Cutter::default();
        assert!(!cutter.token_stream("ferry\n\nno 7\n-1 x").advance());
    }
}
