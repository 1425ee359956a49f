//! Two editions, and what changed from the one to the other.

use parallax_model::{Changes, Edition};

/// What is printed of changes.
#[derive(Clone, Copy, Debug)]
pub struct Between<'a> {
    /// The older edition.
    pub before: &'a Edition,
    /// The newer edition.
    pub after: &'a Edition,
    /// What changed.
    pub changes: &'a Changes,
    /// The moment of the older: RFC 3339, in UTC.
    pub since: &'a str,
    /// The moment of the newer; `None` where it holds all there is.
    pub until: Option<&'a str>,
}
