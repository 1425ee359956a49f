//! The way from one part of a long list to the next.

use crate::{Words, frame::Frame};
use askama::{Template, filters::HtmlSafe};

/// Links to the parts beside one.
#[derive(Template)]
#[template(path = "part/pager.html")]
pub(super) struct Pager {
    words: &'static Words,
    pages: usize,
    number: String,
    before: Option<String>,
    after: Option<String>,
}

// What it prints is escaped by its own template.
impl HtmlSafe for Pager {}

impl Pager {
    /// At `page` of the parts of `total` things, `most` in each.
    pub(super) fn new(
        frame: &Frame,
        page: usize,
        total: usize,
        most: usize,
        link: impl Fn(usize) -> String,
    ) -> Self {
        let pages = total.div_ceil(most);
        let number =
            frame.words.tell("page-number", &[("page", page.into()), ("pages", pages.into())]);
        Self {
            words: frame.words,
            pages,
            number,
            before: (page > 1).then(|| link(page - 1)),
            after: (page < pages).then(|| link(page + 1)),
        }
    }
}
