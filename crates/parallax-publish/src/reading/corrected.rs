//! What outlets said and took back.

use super::Excerpt;
use crate::outlets;
use parallax_model::{Edition, ToldStory};

/// What an outlet said in an earlier revision of an article.
#[derive(Debug)]
pub(crate) struct Corrected<'a> {
    pub(crate) outlet: &'a str,
    pub(crate) was: &'a str,
    /// What it says in its place; none where it was withdrawn.
    pub(crate) now: Option<Excerpt<'a>>,
}

pub(super) fn all<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Corrected<'a>> {
    let corrections = told.comparison.corrections.iter();
    corrections
        .map(|one| Corrected {
            outlet: outlets::label(&edition.articles[one.article].article),
            was: &one.text,
            now: one.now.map(|span| Excerpt::new(edition, one.article, span)),
        })
        .collect()
}
