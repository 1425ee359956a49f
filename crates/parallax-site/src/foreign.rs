//! Words of others, with their language and direction: they are escaped wherever they stand.

use crate::address::{Address, Here, Reading};
use askama::{Template, filters::HtmlSafe};
use parallax_model::{Article, Direction, MayShow, ReadArticle, Show, Span, cut};

/// Words of others, some of them marked.
#[derive(Clone, Debug, Template)]
#[template(path = "part/foreign.html")]
pub(crate) struct Foreign<'a> {
    language: &'a str,
    direction: &'static str,
    pieces: Vec<(&'a str, bool)>,
}

// What it prints is escaped by its own template.
impl HtmlSafe for Foreign<'_> {}

impl<'a> Foreign<'a> {
    /// Words of an article.
    pub(crate) fn of(article: &'a Article, span: Span) -> Self {
        Self::marked(article, span, &[])
    }

    /// The same, with marks.
    pub(crate) fn marked(article: &'a Article, span: Span, marks: &[Span]) -> Self {
        let pieces = pieces(article, span, marks);
        Self { language: &article.language, direction: article.direction.name(), pieces }
    }

    /// Their language, by BCP 47.
    pub(crate) fn language(&self) -> &'a str {
        self.language
    }

    /// For a `dir` attribute.
    pub(crate) fn direction(&self) -> &'static str {
        self.direction
    }

    /// The headline of an article.
    pub(crate) fn headline(article: &'a Article) -> Self {
        Self::words(article.headline_words(), &article.language)
    }

    /// Words in a language.
    pub(crate) fn words(words: &'a str, language: &'a str) -> Self {
        let direction = direction(words).name();
        Self { language, direction, pieces: vec![(words, false)] }
    }

    /// Words that were set side by side with others, with those that differ.
    pub(crate) fn pieced(pieces: Vec<(&'a str, bool)>, article: &'a Article) -> Self {
        Self { language: &article.language, direction: article.direction.name(), pieces }
    }
}

/// The way most of the letters run.
pub(crate) fn direction(words: &str) -> Direction {
    let strong = |letter: &char| letter.is_alphabetic();
    let leftwards = |letter: &char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    let letters = words.chars().filter(strong).take(400);
    let (right, left): (Vec<char>, Vec<char>) = letters.partition(leftwards);
    if right.len() > left.len() { Direction::Rtl } else { Direction::Ltr }
}

/// A span cut at the marks that lie in it.
pub(crate) fn pieces<'a>(article: &'a Article, span: Span, marks: &[Span]) -> Vec<(&'a str, bool)> {
    let text = article.text.as_str();
    let mut marks: Vec<Span> = marks.iter().copied().filter(|mark| mark.overlaps(span)).collect();
    marks.sort_unstable();
    let mut at = span.start();
    let mut pieces = Vec::new();
    for mark in marks {
        let (start, end) = (mark.start().max(at), mark.end().min(span.end()));
        if start < end {
            pieces.push((cut(text, at..start), false));
            pieces.push((cut(text, start..end), true));
            at = end;
        }
    }
    pieces.push((cut(text, at..span.end()), false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// Words of an article as far as they may be shown, with the way to them.
#[derive(Debug)]
pub(crate) struct Shown<'a> {
    /// None where the outlet's words are not to be shown here.
    pub(crate) words: Option<Foreign<'a>>,
    pub(crate) outlet: &'a str,
    /// To the article's page, at the words.
    pub(crate) link: String,
}

/// Makes what is shown of articles.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Showing<'a> {
    pub(crate) may: &'a MayShow,
    pub(crate) here: &'a Here,
}

impl<'a> Showing<'a> {
    /// What may be shown of an article.
    pub(crate) fn of(&self, read: &ReadArticle) -> Show {
        self.may.of(&read.article.outlet)
    }

    /// Words of an article, some of them marked.
    pub(crate) fn words(&self, read: &'a ReadArticle, span: Span, marks: &[Span]) -> Shown<'a> {
        let may = self.of(read) > Show::Link;
        Shown {
            words: may.then(|| Foreign::marked(&read.article, span, marks)),
            outlet: read.article.outlet.shown().unwrap_or_default(),
            link: self.place(read, span),
        }
    }

    /// To the page of an article.
    pub(crate) fn article(&self, read: &ReadArticle) -> String {
        self.here.to(&Address::Article(read.article.id.to_string(), Reading::default()))
    }

    /// To words of an article.
    pub(crate) fn place(&self, read: &ReadArticle, span: Span) -> String {
        format!("{}#at-{}", self.article(read), span.start())
    }

    /// To the page of an outlet.
    pub(crate) fn outlet(&self, name: &str) -> String {
        self.here.to(&Address::Outlet(name.to_owned(), 1))
    }
}

/// An address where that is one a browser may be sent to.
pub(crate) fn web(address: &str) -> Option<&str> {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    let web = lower.starts_with("https://") || lower.starts_with("http://");
    let plain = !address.contains(|letter: char| letter.is_control() || letter.is_whitespace());
    (web && plain).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::{direction, web};

    #[test]
    fn only_the_web_is_linked() {
        assert_eq!(web("https://quay.example/a"), Some("https://quay.example/a"));
        for other in ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "//x", " http://a"]
        {
            assert_eq!(web(other), None, "{other}");
        }
    }

    #[test]
    fn the_script_says_which_way_words_run() {
        assert_eq!(direction("قازاقشا 2027").name(), "rtl");
        assert_eq!(direction("Quay قازاق harbour").name(), "ltr");
        assert_eq!(direction("").name(), "ltr");
    }
}
