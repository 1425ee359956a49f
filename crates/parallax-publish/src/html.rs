//! An edition as one self-contained page: no script, no request, no font from elsewhere.
//!
//! Every fragment of an article carries its language and direction; names are
//! isolated, so that none turns the words around it. Words from pages are
//! escaped, and an address becomes a link only where it is one of the web.

mod articles;
mod escape;
mod fragment;
mod story;
mod table;

use crate::{
    labels,
    put::put,
    reading::{self, Reading},
};
use parallax_model::Edition;

pub use escape::escape;

const STYLE: &str = include_str!("html/page.css");

/// The whole edition.
pub fn edition(edition: &Edition) -> String {
    let (told, lone) = reading::by_accounts(edition);
    let readings: Vec<Reading<'_>> =
        told.into_iter().map(|story| Reading::of(edition, story)).collect();
    let mut out = String::new();
    top(&mut out, &title(&readings));
    let stories = labels::stories(readings.len(), lone.len());
    let articles = labels::count(edition.articles.len(), "article", "articles");
    put!(&mut out, "<h1>{stories}; {articles} read</h1>\n");
    contents(&mut out, &readings, lone.len());
    for reading in &readings {
        story::set(&mut out, reading);
    }
    if !lone.is_empty() {
        out.push_str("<section class=\"story\" id=\"alone\">\n");
        out.push_str("<h2>Told by one article only</h2>\n");
        articles::set(&mut out, &reading::lone(edition, &lone));
        out.push_str("</section>\n");
    }
    unread(&mut out, edition);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The headline of the only story, else how many there are.
fn title(readings: &[Reading<'_>]) -> String {
    match readings {
        [only] => only.headline.map_or("Story".to_owned(), |headline| headline.text().to_owned()),
        many => labels::count(many.len(), "story", "stories"),
    }
}

fn top(out: &mut String, title: &str) {
    out.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.push_str(
        "style-src 'unsafe-inline'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n",
    );
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    put!(out, "<title>{}</title>\n", escape(title));
    put!(out, "<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n");
}

/// A list of the stories, where there is more than one thing to find.
fn contents(out: &mut String, readings: &[Reading<'_>], lone: usize) {
    if readings.is_empty() || readings.len() + lone < 2 {
        return;
    }
    out.push_str("<nav aria-label=\"Stories\">\n<ol>\n");
    for reading in readings {
        let words =
            reading.headline.map_or_else(String::new, |headline| fragment::words(&headline));
        let (id, glance) = (&reading.id, escape(&reading.glance));
        put!(out, "<li><a href=\"#story-{id}\">{words}</a> ");
        put!(out, "<span class=\"credit\">{glance}</span></li>\n");
    }
    if lone > 0 {
        let articles = labels::count(lone, "article", "articles");
        out.push_str("<li><a href=\"#alone\">Told by one article only</a> ");
        put!(out, "<span class=\"credit\">{articles}</span></li>\n");
    }
    out.push_str("</ol>\n</nav>\n");
}

fn unread(out: &mut String, edition: &Edition) {
    if edition.unread.is_empty() {
        return;
    }
    let number = labels::count(edition.unread.len(), "capture", "captures");
    put!(out, "<section>\n<h3>{number} not read</h3>\n<ul>\n");
    for capture in &edition.unread {
        let (path, reason) = (escape(&capture.path), escape(&capture.reason));
        put!(out, "<li><bdi>{path}</bdi>: {reason}</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}
