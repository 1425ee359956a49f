//! Credits at the end of a caption that no label with a colon tells: `Ana Quay/Herald`, `Archive photo`.

use super::{LABELS, Parts, TABLE};
use crate::{
    lines::{
        byline::{ends_as_house, name_line},
        vocabulary::{key, labelled},
        wire::is_agency,
    },
    word_map::WordSet,
};
use parallax_model::cut;
use std::sync::LazyLock;

static KINDS: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "kind"));
static DESKS: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "desk"));

/// Words of a credit without a label, at most.
const MOST_WORDS: usize = 7;
/// Words of a caption that such a credit follows, at least and at most.
const CAPTION_WORDS: std::ops::RangeInclusive<usize> = 2..=50;
/// Words of a house's name, at most.
const HOUSE_WORDS: usize = 5;
/// Letters of a house's short name: `CW`, `AP-Sud`.
const SHORT_NAME: std::ops::RangeInclusive<usize> = 2..=6;

/// The credit after the last stop, dash or bar of a caption, or the whole line.
pub(super) fn at_end(line: &str) -> Option<Parts> {
    if line.ends_with(['.', '!', '?', ':', ',', ';']) {
        return None;
    }
    let marks = [". ", "! ", "? ", "” ", "\" ", " – ", " — ", " | ", " - "];
    let starts = marks.iter().filter_map(|mark| Some(line.rfind(mark)? + mark.len()));
    let found = starts.filter(|&at| is_credit(cut(line, at..line.len()), true)).min();
    if let Some(at) = found.filter(|&at| is_caption(cut(line, 0..at))) {
        return Some((0..at, at..line.len()));
    }
    // `caption / Harbour press office`
    let slash = line.rfind(" / ").filter(|&at| is_caption(cut(line, 0..at)));
    if let Some(at) = slash.filter(|&at| is_desk(cut(line, at + 3..line.len()))) {
        return Some((0..at, at + 3..line.len()));
    }
    is_credit(line, false).then_some((0..0, 0..line.len()))
}

fn is_caption(words: &str) -> bool {
    CAPTION_WORDS.contains(&words.split_whitespace().count())
}

/// Whether the words are a credit: `Photo Ana Quay`, `Ana Quay / Herald`, and under a caption also
/// `Archive photo`.
fn is_credit(words: &str, captioned: bool) -> bool {
    let count = words.split_whitespace().count();
    if count > MOST_WORDS {
        return false;
    }
    captioned && (KINDS.contains(&key(words)) || is_signature(words))
        || (2..=MOST_WORDS).contains(&count) && labels_name(words)
}

/// `Photo Ana Quay`, `Foto/Ana Quay`: a label and a name.
fn labels_name(words: &str) -> bool {
    let Some((label, name)) = words.split_once([' ', '/']) else { return false };
    label.starts_with(char::is_uppercase)
        && LABELS.contains(&key(label))
        && is_person(name.trim())
        && !is_agency(words)
}

/// Whether the words are a name and a house with a slash between them, either first.
pub(super) fn is_signature(words: &str) -> bool {
    let Some((one, other)) = words.split_once('/') else { return false };
    let (one, other) = (one.trim(), other.trim());
    let short = |house: &str| {
        SHORT_NAME.contains(&house.chars().count())
            && !house.contains(' ')
            && house.chars().filter(|letter| letter.is_uppercase()).count() >= 2
    };
    let house =
        |house: &str| short(house) || is_house(house) || is_agency(house) || is_title(house);
    is_person(one) && house(other) || is_person(other) && house(one)
}

/// Whether the words are a house's name by how they end.
pub(super) fn is_house(words: &str) -> bool {
    words.contains(' ') && is_title(words) && ends_as_house(words)
}

/// Whether the words are desks that hand out pictures: `Harbour press office`.
fn is_desk(words: &str) -> bool {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let ends = tokens.len() <= HOUSE_WORDS
        && (1..=2).any(|count| {
            let last = tokens.len().checked_sub(count).and_then(|at| tokens.get(at..));
            let first = tokens.get(..count);
            [last, first].into_iter().flatten().any(|desk| DESKS.contains(&key(&desk.join(" "))))
        });
    ends && words.starts_with(char::is_uppercase)
}

fn is_title(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let high = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the");
    (1..=HOUSE_WORDS).contains(&count)
        && words.starts_with(char::is_uppercase)
        && words.split_whitespace().all(high)
        && !words.contains(|letter: char| letter.is_ascii_digit())
}

fn is_person(name: &str) -> bool {
    name_line(name)
        .is_some_and(|names| names.len() == 1 && names.iter().all(|author| author.name == name))
}
