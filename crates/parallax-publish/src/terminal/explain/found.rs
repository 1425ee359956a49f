//! One thing found in a text: its mark, and what is said of it.

use crate::terminal::{
    marks::{Fence, Mark},
    wrap::Face,
};
use parallax_model::Span;

/// One thing found: where it stands, and what it was taken for.
pub(super) struct Found {
    pub(super) mark: Mark,
    /// Nothing more to say than its sign, which stands elsewhere.
    pub(super) means: Option<String>,
}

impl Found {
    /// Words of a few letters: a name, a date, a number.
    pub(super) fn words(span: Span, sign: String, face: Face, means: Option<String>) -> Self {
        let mark = Mark { range: span.range(), sign, face, fence: Fence::Brackets };
        Self { mark, means }
    }

    /// A clause or more, in which other things are found.
    pub(super) fn clause(span: Span, sign: String, means: String) -> Self {
        let mark = Mark { range: span.range(), sign, face: Face::Plain, fence: Fence::Angles };
        Self { mark, means: Some(means) }
    }
}

/// What the entity at this place is called on the page.
pub(super) fn entity_sign(at: usize) -> String {
    format!("E{}", at + 1)
}
