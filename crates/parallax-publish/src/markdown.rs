//! An edition as Markdown, with the tables of GitHub's dialect.

mod escape;
mod story;

use crate::{
    labels,
    put::put,
    reading::{self, Listed, Reading},
};
use escape::escape;
use parallax_model::Edition;

/// All stories, oldest first; then what only one article tells; then what could not be read.
///
/// Words from pages are escaped, so none of them can become markup.
pub fn edition(edition: &Edition) -> String {
    let mut out = String::new();
    let (told, lone) = reading::by_accounts(edition);
    for story in told {
        story::set(&mut out, &Reading::of(edition, story));
    }
    if !lone.is_empty() {
        out.push_str("# Told by one article only\n\n");
        let indices = lone.iter().flat_map(|story| story.story.articles.iter().copied());
        story::articles(&mut out, indices.map(|index| Listed::new(edition, index)));
    }
    unread(&mut out, edition);
    let kept = out.trim_end().len();
    out.truncate(kept);
    out.push('\n');
    out
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
