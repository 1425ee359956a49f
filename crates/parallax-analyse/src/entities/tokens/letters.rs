//! What the last letters of a word and its points tell.

/// The one byte at `at`, if it is a letter of its own.
pub(super) fn text_at(text: &str, at: usize) -> &str {
    text.get(at..at + 1).unwrap_or_default()
}

/// `’s` and `'s` off the end of a word.
pub(super) fn strip_owner(word: &str) -> &str {
    if !word.ends_with(['s', 'S']) {
        return word;
    }
    let ends = ["’s", "'s", "’S", "'S", "ʼs", "ʼ"];
    ends.iter()
        .find_map(|end| word.strip_suffix(end))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(word)
}

/// Whether a word is one capital.
pub(super) fn is_single_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// `U`, `U.S`: capitals with points between them.
pub(super) fn is_letter_chain(word: &str) -> bool {
    word.split('.').all(is_single_capital)
}
