//! The part of a text that is read to tell its language.

/// Texts up to this many bytes are read whole.
const WHOLE: usize = 6_000;
/// Bytes read at each place of a longer one.
const WINDOW: usize = 2_000;
/// Places read: a page's first lines are often not its own, nor its last.
const PLACES: usize = 3;

/// `text`, or pieces from its beginning, its first third and its second.
pub(super) fn sample(text: &str) -> Vec<&str> {
    if text.len() <= WHOLE {
        return vec![text];
    }
    (0..PLACES)
        .filter_map(|place| {
            let start = boundary(text, text.len() / PLACES * place);
            text.get(start..boundary(text, start + WINDOW))
        })
        .collect()
}

/// The first boundary of a character at or after `at`.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}
