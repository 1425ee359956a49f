//! What made an edition.

use serde::Serialize;

/// What could change the output besides the captures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Generator {
    /// The program.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Digest of the rule tables and word lists.
    pub tables: String,
    /// Digest of the sentence encoder's weights, where one was used.
    pub encoder: Option<String>,
}
