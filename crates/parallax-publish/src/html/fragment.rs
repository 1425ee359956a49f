//! Words of an article with their language and direction.

use super::escape::escape;
use crate::{labels, put::put, reading::Excerpt};
use parallax_model::Span;

/// The words, in a `<span>` that says how they are written.
pub(super) fn words(excerpt: &Excerpt<'_>) -> String {
    format!("<span{}>{}</span>", written(excerpt), escape(excerpt.text()))
}

/// The words with those at `marks` in `<mark>`.
pub(super) fn marked(excerpt: &Excerpt<'_>, marks: &[Span]) -> String {
    format!("<span{}>{}</span>", written(excerpt), pieces(excerpt, marks))
}

/// A quotation: `<q>` sets the marks of the language by style.
pub(super) fn quoted(excerpt: &Excerpt<'_>, marks: &[Span]) -> String {
    format!("<q{}>{}</q>", written(excerpt), pieces(excerpt, marks))
}

fn pieces(excerpt: &Excerpt<'_>, marks: &[Span]) -> String {
    let mut out = String::new();
    for (piece, differs) in excerpt.pieces(marks) {
        let words = escape(piece);
        if differs {
            put!(&mut out, "<mark>{words}</mark>");
        } else {
            out.push_str(&words);
        }
    }
    out
}

/// A name, kept from turning the words around it.
pub(super) fn name(name: &str) -> String {
    format!("<bdi>{}</bdi>", escape(name))
}

pub(super) fn names(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|each| name(each)).collect();
    labels::row(&names)
}

/// ` lang="…" dir="…"`; a language that is not known is the empty one, not ours.
fn written(excerpt: &Excerpt<'_>) -> String {
    let article = &excerpt.read.article;
    let language = if article.language == "und" { "" } else { &article.language };
    format!(" lang=\"{}\" dir=\"{}\"", escape(language), article.direction.name())
}
