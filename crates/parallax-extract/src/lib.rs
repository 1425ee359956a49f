//! Which words are the article.
//!
//! [`article`] reads one capture, a page of markup, a plain-text dump of a
//! page or a row of JSON Lines, and makes a clean record of it. It never
//! fails: a page without an article is `None`, and what was odd is a note.

mod address;
mod dump;
mod encoding;

mod html;
pub mod lines;
mod outlet_rules;
mod row;
mod word_map;

pub use outlet_rules::{OutletRule, OutletRules, Selector};
use parallax_model::{Article, Capture, MediaType, Noted};

/// Reads the article in `capture`, or `None` where there is none.
pub fn article(capture: &Capture) -> Noted<Option<Article>> {
    article_by(capture, &OutletRules::default())
}

/// Reads the article in `capture` with what a user knows of its outlet.
///
/// Rules are about markup: dumps and rows are read without them.
pub fn article_by(capture: &Capture, rules: &OutletRules) -> Noted<Option<Article>> {
    match capture.media_type() {
        MediaType::Html => html::article_by(capture, rules),
        MediaType::Text => dump::article(capture),
        MediaType::Row => row::article(capture),
    }
}
