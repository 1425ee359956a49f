//! The articles of a story, each with its time, and those that stand alone.

use super::{
    page::{INDENT, Page},
    wrap::Piece,
};
use crate::{days, reading::Listed};

/// Each article with its time, outlet, headline and where it is.
pub(super) fn set(page: &mut Page, articles: &[Listed<'_>]) {
    for (at, listed) in articles.iter().enumerate() {
        if at > 0 {
            page.blank();
        }
        let details = details(listed);
        page.set(INDENT, "", &[Piece::strong(listed.outlet), Piece::faint(&details)]);
        page.words(INDENT, &[Piece::plain(listed.read.article.headline_words())]);
        page.set(INDENT, "", &[Piece::faint(listed.whereabouts())]);
        if let Some(why) = &listed.why {
            page.set(INDENT, "", &[Piece::faint("in common with the others: "), Piece::faint(why)]);
        }
        notes(page, INDENT, listed);
    }
}

/// Articles with nothing beside them, close together.
pub(super) fn lone(page: &mut Page, articles: &[Listed<'_>]) {
    for listed in articles {
        let headline = listed.read.article.headline_words();
        let headline = if headline.trim().is_empty() { "no headline" } else { headline };
        page.item(&[Piece::plain(headline)]);
        let details = details(listed);
        page.under(&[Piece::faint("—\u{a0}"), Piece::faint(listed.outlet), Piece::faint(&details)]);
        page.under(&[Piece::faint(listed.whereabouts())]);
        notes(page, INDENT + 2, listed);
    }
}

/// `, a copy of Coast Wire, 4 Mar 2026, Russian`
fn details(listed: &Listed<'_>) -> String {
    let mut details = String::new();
    if let Some((called, original, share)) = &listed.copy_of {
        details.extend([", ", called, " ", original, share]);
    }
    if let Some(agency) = listed.credit {
        details.extend([", credited to ", agency]);
    }
    details.push_str(", ");
    details.push_str(&listed.published.as_deref().map_or("no date".to_owned(), days::short));
    if let Some(language) = &listed.language {
        details.push_str(", in ");
        details.push_str(language);
    }
    details
}

fn notes(page: &mut Page, indent: usize, listed: &Listed<'_>) {
    for note in listed.notes() {
        page.set(indent, "", &[Piece::faint("note: "), Piece::faint(&note)]);
    }
}
