//! Stories that follow one another.

/// A later story on the thread of an earlier one: the same names and matter on another day.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Index of the earlier story.
    pub earlier: usize,
    /// Index of the later story.
    pub later: usize,
    /// Days from the first report of the one to the first of the other: one or more.
    pub days: u16,
    /// Names that both are about, as the later writes them, the most telling first.
    pub names: Vec<String>,
    /// Other words that both use, as the later writes them, the most telling first.
    pub words: Vec<String>,
}
