//! What is left of a capture that was forgotten.

use crate::place::Place;
use jiff::Timestamp;
use parallax_model::ArticleId;

/// Names a capture that was forgotten, and says when and why; holds no word of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// Where it lay: its number and digest, and the digest of the record that stands there now.
    pub place: Place,
    /// The article it was read as, if any.
    pub article: Option<ArticleId>,
    /// The number of the first capture of that article that is held still.
    pub heir: Option<u64>,
    /// When it was forgotten.
    pub at: Timestamp,
    /// Why, in a person's words.
    pub reason: String,
    /// The number under which the same bytes were taken in again.
    pub again: Option<u64>,
}
