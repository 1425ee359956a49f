//! The headline, as printed where the outlet's own data bears it out.
//!
//! Which block prints it is decided first, its words after that: see
//! `docs/extraction.md` for the order of trust.

mod printed;
mod title;
mod told;
mod wording;

use super::Page;
use parallax_model::SourcedText;
use std::ops::Range;
pub(crate) use title::{SiteNames, key, parts, title};
use told::{NAMES, Told};

/// Words of a headline, at least, to be believed over another.
const LEAST_WORDS: usize = 3;

/// A headline and where it was found.
pub(crate) struct Headline {
    pub(crate) text: SourcedText,
    /// The block that prints it.
    pub(crate) block: Option<usize>,
    /// Only `<title>` or a description of the page had it.
    pub(crate) from_title: bool,
}

/// Finds the headline; `None` where nothing on the page could be one.
pub(crate) fn find(page: &Page<'_>) -> Option<Headline> {
    let told = Told::of(page);
    match printed::best(page, &told) {
        Some(at) => Some(wording::of_block(page, &told, at)),
        None => from_head(page, &told.names),
    }
}

/// The headline from the page's head, without the outlet's name.
fn from_head(page: &Page<'_>, names: &SiteNames) -> Option<Headline> {
    let told = page.meta.place(&NAMES).map(|(value, source)| (value.to_owned(), source));
    let (_, source) = told.or_else(|| title(page))?;
    let text = super::flow::raw_words(page.decoded, source);
    let kept = names.headline(text.as_str());
    let text = part(&text, kept);
    (!text.is_empty()).then_some(Headline { text, block: None, from_title: true })
}

fn part(text: &SourcedText, range: Range<usize>) -> SourcedText {
    let mut cut = SourcedText::default();
    cut.push_part(text, range);
    cut
}

#[cfg(test)]
mod tests;
