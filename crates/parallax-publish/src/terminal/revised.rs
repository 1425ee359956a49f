//! What an outlet changed in an article.

use super::{
    page::{INDENT, Page},
    wrap::Piece,
};
use crate::days;
use parallax_model::{About, Alteration, Article, ReadArticle, Revised, Span};

/// The column of what was taken out and what was put in.
const SIGNS: usize = 3;

pub(super) fn set(page: &mut Page, before: &ReadArticle, after: &ReadArticle, revised: &Revised) {
    page.set(0, "", &[Piece::strong(after.article.headline_words())]);
    let moments = format!("from {} to {}", moment(&before.article), moment(&after.article));
    page.set(0, "", &[Piece::faint(&moments)]);
    let (told, rest): (Vec<_>, Vec<_>) =
        revised.alterations.iter().partition(|one| one.is_substantive());
    if told.is_empty() {
        page.blank();
        page.set(0, "", &[Piece::plain("nothing of substance changed")]);
    } else {
        page.heading("Changed");
    }
    for one in told {
        alteration(page, &before.article, &after.article, one);
    }
    if !rest.is_empty() || revised.dressed > 0 {
        page.heading("Only in its dress");
        for one in rest {
            alteration(page, &before.article, &after.article, one);
        }
        if revised.dressed > 0 {
            let lines = format!("{} lines differ in marks, case or spaces", revised.dressed);
            page.item(&[Piece::faint(&lines)]);
        }
    }
}

/// Sets revisions in short, by number.
pub(super) fn list(page: &mut Page, revisions: &[ReadArticle]) {
    for (number, ReadArticle { article, .. }) in (1..).zip(revisions) {
        let number = format!("{number}");
        let moment = moment(article);
        let payload = format!("  {}", article.capture.sha256);
        let pieces =
            [Piece::plain(&moment), Piece::faint("  "), Piece::plain(article.headline_words())];
        page.labelled(0, &number, SIGNS, &pieces);
        page.labelled(0, "", SIGNS, &[Piece::faint(payload.trim_start())]);
    }
}

/// When a revision was taken, else when its outlet says it was changed or published.
pub(super) fn moment(article: &Article) -> String {
    let taken = article.capture.captured_at.map(|at| at.to_string());
    let stamp = article.modified.as_ref().or(article.published.as_ref()).map(ToString::to_string);
    taken.or(stamp).map_or_else(|| "no date".to_owned(), |at| days::short(&at))
}

fn alteration(page: &mut Page, before: &Article, after: &Article, one: &Alteration) {
    let about: Vec<&str> = one.about.iter().copied().map(About::name).collect();
    page.item(&[Piece::faint(&about.join(", "))]);
    let was: Vec<Span> = one.words.iter().filter_map(|(was, _)| *was).collect();
    let now: Vec<Span> = one.words.iter().filter_map(|(_, now)| *now).collect();
    let both = one.before.is_some() && one.after.is_some();
    for (sign, article, span, marks) in
        [("−", before, one.before, was), ("+", after, one.after, now)]
    {
        let Some(span) = span else { continue };
        let pieces = marked(article, span, if both { &marks } else { &[] });
        let pieces: Vec<Piece<'_>> = pieces
            .iter()
            .map(|(words, mark)| if *mark { Piece::marked(words) } else { Piece::plain(words) })
            .collect();
        page.labelled(INDENT + 2, sign, SIGNS, &pieces);
    }
}

/// The words of `span` in pieces, each with whether it is one of `marks`.
fn marked<'a>(article: &'a Article, span: Span, marks: &[Span]) -> Vec<(&'a str, bool)> {
    let text = article.text.as_str();
    let mut pieces = Vec::new();
    let mut at = span.start();
    for mark in marks {
        pieces.push((text.get(at..mark.start()).unwrap_or_default(), false));
        pieces.push((article.words(*mark), true));
        at = mark.end();
    }
    pieces.push((text.get(at..span.end()).unwrap_or_default(), false));
    pieces
}
