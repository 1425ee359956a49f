//! What is served.

use parallax_site::{Answer, Asking};

/// A site that answers.
pub trait Site: Send + Sync + 'static {
    /// Names what it shows: another name whenever an answer may be another. Asked before each
    /// answer, so it has to be quick.
    fn state(&self) -> String;

    /// Answers; several at once, each on a thread of its own.
    fn answer(&self, asking: &Asking<'_>) -> Answer;
}
