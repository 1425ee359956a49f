//! An edition as Markdown, with the tables of GitHub's dialect.

mod escape;
mod story;

use crate::{
    labels,
    put::put,
    reading::{self, Reading},
};
use escape::escape;
use parallax_model::{Edition, ToldStory};

/// All stories, oldest first; then what only one article tells; then what could not be read.
///
/// Words from pages are escaped, so none of them can become markup.
pub fn edition(edition: &Edition) -> String {
    let mut out = String::new();
    let (told, lone) = reading::by_accounts(edition);
    contents(&mut out, edition, &told, lone.len());
    for story in told {
        story::set(&mut out, &Reading::of(edition, story));
    }
    if !lone.is_empty() {
        out.push_str("# Told by one article only\n\n");
        story::articles(&mut out, &reading::lone(edition, &lone));
    }
    unread(&mut out, edition);
    let kept = out.trim_end().len();
    out.truncate(kept);
    out.push('\n');
    out
}

/// The headlines, where there are several stories.
fn contents(out: &mut String, edition: &Edition, told: &[&ToldStory], lone: usize) {
    if told.is_empty() || told.len() + lone < 2 {
        return;
    }
    put!(out, "*{}*\n\n", labels::stories(told.len(), lone));
    for (at, story) in told.iter().enumerate() {
        let headline = escape(reading::headline(edition, story));
        put!(out, "{}. {headline} — *{}*\n", at + 1, reading::glance(edition, story));
    }
    out.push_str("\n---\n\n");
}

fn unread(out: &mut String, edition: &Edition) {
    if edition.unread.is_empty() {
        return;
    }
    let number = labels::count(edition.unread.len(), "capture", "captures");
    put!(out, "# {number} not read\n\n");
    for capture in &edition.unread {
        put!(out, "- {}: {}\n", escape(&capture.path), escape(&capture.reason));
    }
}
