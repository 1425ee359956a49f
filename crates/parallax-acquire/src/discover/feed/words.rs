//! The words of a text of a feed.

use crate::markup::{Dialect, Markup, Token, decoded};

/// The words of a text that may hold markup: tags go, references are undone, blanks are one.
pub(crate) fn words_of(text: &str) -> String {
    let mut words = String::new();
    for placed in Markup::new(text, Dialect::Html) {
        match placed.token {
            Token::Text(text) => words.push_str(&decoded(text)),
            Token::Start(tag) if tag.is("br") || tag.is("p") || tag.is("div") => words.push(' '),
            _ => {}
        }
    }
    plain(&words)
}

/// Blanks are one, and characters nobody sees are none.
pub(crate) fn plain(text: &str) -> String {
    let seen: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}
