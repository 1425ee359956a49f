//! A story to read in a terminal, from forty columns up.
//!
//! Plain lines, aligned, no frames. Sentences are the articles' own; labels,
//! credits and numbers are ours. Characters that would steer the terminal are
//! never passed on.

mod article;
mod articles;
mod changes;
mod cluster;
mod columns;
mod explain;
mod marks;
mod page;
mod reasons;
mod revised;
mod story;
mod wrap;

use crate::{
    Between, labels,
    reading::{self, Reading},
};
use page::Page;
use parallax_model::{Edition, Explanation, ReadArticle, Revised, ToldStory};
use wrap::Piece;

/// How a page is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns of the terminal. No line is wider; fewer than 20 are taken as 20.
    pub width: usize,
    /// Whether to use ANSI colour and weight. Without it, words that differ
    /// stand between asterisks.
    pub colour: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { width: 80, colour: false }
    }
}

/// One story.
pub fn story(edition: &Edition, told: &ToldStory, style: &Style) -> String {
    let mut page = Page::new(*style);
    story::set(&mut page, &Reading::of(edition, told));
    page.finish()
}

/// All stories, oldest first; then what only one article tells; then what could not be read.
///
/// A story of one article has no accounts to compare, so beside others it is
/// listed with its headline alone.
pub fn edition(edition: &Edition, style: &Style) -> String {
    let mut page = Page::new(*style);
    let (told, lone) = reading::by_accounts(edition);
    contents(&mut page, edition, &told, lone.len());
    for story in told {
        page.rule();
        story::set(&mut page, &Reading::of(edition, story));
    }
    if !lone.is_empty() {
        page.rule();
        page.heading("Told by one article only");
        articles::lone(&mut page, &reading::lone(edition, &lone));
    }
    unread(&mut page, edition);
    page.finish()
}

/// One article as it was read.
pub fn article(read: &ReadArticle, style: &Style) -> String {
    let mut page = Page::new(*style);
    article::set(&mut page, read);
    page.finish()
}

/// The revisions of an article, the oldest first.
pub fn revisions(revisions: &[ReadArticle], style: &Style) -> String {
    let mut page = Page::new(*style);
    revised::list(&mut page, revisions);
    page.finish()
}

/// What an outlet changed in an article from one revision to another.
pub fn revised(
    before: &ReadArticle,
    after: &ReadArticle,
    revised: &Revised,
    style: &Style,
) -> String {
    let mut page = Page::new(*style);
    revised::set(&mut page, before, after, revised);
    page.finish()
}

/// One article sentence by sentence, with everything found in it marked over its words.
///
/// `[E1 …]` are mentions of an entity, `D` dates, `N` numbers, `C` citations, `A` what was done, `⟨S1 … S1⟩`
/// reported speech; under each sentence stands what each was taken for, at the end the entities.
pub fn explained(read: &ReadArticle, style: &Style) -> String {
    let mut page = Page::new(*style);
    explain::set(&mut page, read);
    page.finish()
}

/// Why the comparison of each story says what it says; `why` has an explanation for each story of the edition.
///
/// Under each claim its statements, and for each two that are one: by what, how surely, what both give with its
/// worth, and what the learned odds are made of. Stories of one article have nothing to explain.
pub fn reasons(edition: &Edition, why: &[Explanation], style: &Style) -> String {
    let mut page = Page::new(*style);
    let told = edition.stories.iter().zip(why);
    for (told, why) in told.filter(|(told, _)| told.story.articles.len() > 1) {
        page.rule();
        reasons::set(&mut page, edition, told, why);
    }
    page.finish()
}

/// What changed between two moments.
pub fn changes(between: &Between<'_>, style: &Style) -> String {
    let mut page = Page::new(*style);
    changes::set(&mut page, between);
    page.finish()
}

/// The headlines, where there are several stories.
fn contents(page: &mut Page, edition: &Edition, told: &[&ToldStory], lone: usize) {
    if told.is_empty() || told.len() + lone < 2 {
        return;
    }
    page.heading(&labels::stories(told.len(), lone));
    for story in told {
        page.item(&[Piece::plain(reading::headline(edition, story))]);
        let glance = reading::glance(edition, story);
        page.under(&[Piece::faint("—\u{a0}"), Piece::faint(&glance)]);
    }
}

fn unread(page: &mut Page, edition: &Edition) {
    if edition.unread.is_empty() {
        return;
    }
    page.heading("Not read");
    for capture in &edition.unread {
        let pieces =
            [Piece::plain(&capture.path), Piece::faint(": "), Piece::faint(&capture.reason)];
        page.item(&pieces);
    }
}
