//! Words that furniture says and prose seldom.

use crate::word_map::WordMap;
use parallax_model::cut;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/model/cues.tsv");

/// How many kinds of cues there are: calls to subscribe and follow, people who
/// write, law and advertising, other pages, credits of pictures, references,
/// and words to the reader.
pub(crate) const KINDS: usize = 7;

/// Furniture says what it is soon.
const WORDS: usize = 40;

static CUES: LazyLock<WordMap<usize>> = LazyLock::new(|| {
    let mut cues = WordMap::default();
    for (kind, word) in table() {
        // Of two kinds of one word the last is meant.
        *cues.or_insert_with(word, || kind) = kind;
    }
    cues
});

fn table() -> impl Iterator<Item = (usize, &'static str)> {
    let lines = TABLE.lines().filter_map(|line| line.split_once('\t'));
    let words = lines.filter_map(|(name, words)| Some((kind(name)?, words)));
    words.flat_map(|(kind, words)| words.split(' ').map(move |word| (kind, word)))
}

fn kind(name: &str) -> Option<usize> {
    let names: [&str; KINDS] = ["call", "person", "law", "more", "credit", "refer", "you"];
    names.iter().position(|known| *known == name)
}

/// How many of the first words of a block are cues of each kind.
pub(crate) fn counts(text: &str) -> [i16; KINDS] {
    let mut counts = [0; KINDS];
    let mut folded = String::new();
    for word in pieces(text).take(WORDS) {
        folded.clear();
        if word.is_ascii() {
            folded.push_str(word.trim_matches(|letter: char| !letter.is_ascii_alphanumeric()));
            folded.make_ascii_lowercase();
        } else {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            folded.extend(word.chars().flat_map(char::to_lowercase));
        }
        if let Some(count) = CUES.get(&folded).and_then(|&kind| counts.get_mut(kind)) {
            *count += 1;
        }
    }
    counts
}

/// What stands between spaces, slashes and points.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|byte| matches!(byte, b' ' | b'/' | b'.'));
        let piece = cut(text, 0..end.unwrap_or(text.len()));
        rest = end.map(|end| cut(text, end + 1..text.len()));
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::{KINDS, TABLE, counts, kind, table};

    #[test]
    fn cues_are_counted_by_kind() {
        let call = counts("Sign up for OUR newsletter, straight to your inbox!");
        assert_eq!(call, [4, 0, 0, 0, 0, 0, 2]);
        assert_eq!(counts("Two goats were led off the pier."), [0; KINDS]);
        assert_eq!(counts("Подпишитесь на наш канал"), [2, 0, 0, 0, 0, 0, 1]);
    }

    #[test]
    fn every_line_of_the_table_has_a_kind() {
        let names = TABLE.lines().filter(|line| !line.starts_with('#'));
        assert!(
            names.filter_map(|line| line.split_once('\t')).all(|(name, _)| kind(name).is_some())
        );
        assert!(table().all(|(_, word)| !word.is_empty()));
    }
}
