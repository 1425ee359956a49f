//! Words of an article with their language and direction.

use super::escape::escape;
use crate::reading::Excerpt;
use parallax_model::Span;

/// The words, in a `<span>` that says how they are written.
pub(super) fn words(excerpt: &Excerpt<'_>) -> String {
    format!("<span{}>{}</span>", written(excerpt), escape(excerpt.text()))
}

/// The words with those at `marks` in `<mark>`.
pub(super) fn marked(excerpt: &Excerpt<'_>, marks: &[Span]) -> String {
    let pieces = excerpt.pieces(marks).into_iter();
    let pieces: String = pieces
        .map(|(piece, differs)| {
            let words = escape(piece);
            if differs { format!("<mark>{words}</mark>") } else { words }
        })
        .collect();
    format!("<span{}>{pieces}</span>", written(excerpt))
}

/// A quotation: `<q>` sets the marks of the language by style.
pub(super) fn quoted(excerpt: &Excerpt<'_>) -> String {
    format!("<q{}>{}</q>", written(excerpt), escape(excerpt.text()))
}

/// A name, kept from turning the words around it.
pub(super) fn name(name: &str) -> String {
    format!("<bdi>{}</bdi>", escape(name))
}

pub(super) fn names(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|each| name(each)).collect();
    names.join(", ")
}

/// ` lang="…" dir="…"`; a language that is not known is the empty one, not ours.
fn written(excerpt: &Excerpt<'_>) -> String {
    let article = &excerpt.read.article;
    let language = if article.language == "und" { "" } else { &article.language };
    format!(" lang=\"{}\" dir=\"{}\"", escape(language), article.direction.name())
}
