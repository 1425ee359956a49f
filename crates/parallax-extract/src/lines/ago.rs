//! How long ago something was written: `2 days ago`.

use super::vocabulary::word_list;
use crate::word_map::WordSet;
use parallax_language::{fold, words};
use std::sync::LazyLock;

static AGO: LazyLock<WordSet> =
    LazyLock::new(|| word_list(include_str!("../../data/lines/stamp.tsv"), "ago"));

/// Words of a line that says so, at most; longer ones tell a story.
const WORDS: usize = 10;

/// Whether a short line counts the time since: a number, and a word that counts back.
///
/// ```
/// use parallax_extract::lines::is_ago;
/// assert!(is_ago("Ana Gull · 2 days ago"));
/// assert!(!is_ago("Two gulls sat there long ago"));
/// ```
pub fn is_ago(line: &str) -> bool {
    let few = words(line).nth(WORDS).is_none();
    few && line.contains(|letter: char| letter.is_ascii_digit())
        && words(line).any(|word| AGO.contains(&fold(word.of(line))))
}
