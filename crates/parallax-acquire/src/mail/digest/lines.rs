//! The lines of a letter of markup, as they are read.

use crate::{
    mail::phrases,
    markup::{Dialect, Markup, Token, decoded},
};

/// Words that say the letter's own business begins, in small letters.
const FOOTERS: &str = include_str!("../../../data/letter-footers.txt");

/// A headline has this many letters or more; shorter links are buttons.
const SHORTEST_HEADLINE: usize = 15;

/// A line of a letter.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    /// Letters of it inside links, and where the first leads.
    pub(super) linked: usize,
    pub(super) url: Option<String>,
    pub(super) heading: bool,
}

impl Line {
    pub(super) fn is_link(&self) -> bool {
        self.url.is_some() && self.linked * 10 >= self.text.len() * 8
    }

    pub(super) fn is_headline(&self) -> bool {
        let words = self.text.split_whitespace().count();
        let long = self.text.chars().count() >= SHORTEST_HEADLINE && words >= 3;
        // Writing without blanks between words has none to count.
        let dense =
            self.text.chars().count() >= 8 && self.text.chars().all(|c| !c.is_ascii_alphabetic());
        self.is_link() && (long || dense || self.heading) && !self.is_footer()
    }

    pub(super) fn is_footer(&self) -> bool {
        let text = self.text.to_lowercase();
        self.text.len() < 400 && phrases(FOOTERS).any(|phrase| text.contains(phrase))
    }
}

/// Elements that begin a new line.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "td",
    "tr",
    "th",
    "table",
    "li",
    "ul",
    "ol",
    "br",
    "hr",
    "section",
    "article",
    "header",
    "footer",
    "center",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "body",
    "title",
];

/// Elements whose text nobody reads.
const UNREAD: &[&str] = &["title", "head"];

pub(super) fn lines(markup: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = Line::default();
    let (mut link, mut heading, mut unread) = (None::<String>, false, 0_usize);
    let end = |line: &mut Line, lines: &mut Vec<Line>| {
        let mut ended = std::mem::take(line);
        ended.text = ended.text.split_whitespace().collect::<Vec<_>>().join(" ");
        // What fills preview lines of mail programs is no text.
        if ended.text.chars().any(char::is_alphanumeric) {
            lines.push(ended);
        }
    };
    for placed in Markup::new(markup, Dialect::Html) {
        let (name, starts) = match placed.token {
            Token::Start(tag) => (tag.name.to_ascii_lowercase(), true),
            Token::End(name) => (name.to_ascii_lowercase(), false),
            Token::Text(text) => {
                if unread == 0 {
                    let text = decoded(text);
                    let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    if link.is_some() {
                        line.linked += words.len();
                        line.url = line.url.take().or_else(|| link.clone());
                    }
                    line.heading |= heading && !words.is_empty();
                    line.text.push_str(&text);
                }
                continue;
            }
            _ => continue,
        };
        if UNREAD.contains(&name.as_str()) {
            unread = if starts { unread + 1 } else { unread.saturating_sub(1) };
        }
        if name == "body" {
            unread = 0;
        }
        if BLOCKS.contains(&name.as_str()) {
            end(&mut line, &mut lines);
        }
        if matches!(name.as_str(), "h1" | "h2" | "h3" | "h4") {
            heading = starts;
        }
        if name == "a" {
            let web = |url: &String| url.starts_with("http://") || url.starts_with("https://");
            link = match placed.token {
                Token::Start(tag) => tag.get("href").filter(web),
                _ => None,
            };
        }
    }
    end(&mut line, &mut lines);
    lines
}
