//! Points that end a word, not a sentence.

use parallax_language::{Language, calendar, fold, is_stop_word, words};
use std::{collections::BTreeMap, sync::LazyLock};

/// What a point after a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    /// A full stop.
    Plain,
    /// Part of a title or an initial: something follows.
    Open,
    /// Part of the word where a number follows: `No. 7`.
    Number,
    /// Part of the word, and perhaps a full stop too: `the U.S.`
    Either,
}

/// Longest abbreviation looked for, in letters; the longest in the table has five.
const LONGEST: usize = 8;

static TABLE: LazyLock<BTreeMap<&'static str, Point>> = LazyLock::new(|| {
    let mut table = BTreeMap::new();
    for line in include_str!("../../data/entities/abbreviations.tsv").lines() {
        let Some((class, words)) = line.split_once('\t') else { continue };
        let point = match class {
            "open" => Point::Open,
            "number" => Point::Number,
            _ => Point::Either,
        };
        table.extend(words.split(' ').map(|word| (word, point)));
    }
    table
});

/// What a point right after `before` means.
pub(super) fn point_after(before: &str) -> Point {
    let Some(word) = last_word(before) else { return Point::Plain };
    if is_initial(word) {
        return Point::Either;
    }
    let lower = word.to_lowercase();
    match TABLE.get(lower.as_str()) {
        // `May.` and `in.` end sentences more often than not, `am.` and `no.` too.
        Some(_) if is_plain_word(word) => Point::Plain,
        Some(Point::Either) if lower == "г" && !follows_number(before, word) => Point::Open,
        Some(point) => *point,
        None => Point::Plain,
    }
}

/// Whether the words after an unsure point look like a new sentence.
pub(super) fn opens_sentence(after: &str) -> bool {
    let after = after.trim_start();
    let Some(first) = after.chars().next() else { return true };
    // `at 9:40 p.m. (1340 GMT) some twelve miles off`
    if first == '(' {
        return false;
    }
    if !first.is_alphabetic() {
        return !first.is_ascii_digit();
    }
    let Some(word) = words(after).next() else { return true };
    let word = word.of(after);
    if word.chars().count() == 1
        && after.strip_prefix(word).is_some_and(|rest| rest.starts_with('.'))
    {
        return false;
    }
    let folded = fold(word);
    [Language::ENGLISH, Language::RUSSIAN, Language::SPANISH]
        .into_iter()
        .any(|language| is_stop_word(language, &folded))
}

/// Words before the day of a German date.
const BEFORE_DAY: [&str; 12] =
    ["am", "vom", "zum", "bis", "den", "dem", "der", "des", "ab", "seit", "und", "zwischen"];

/// Whether the point is that of a German date: `am 31. Januar`.
pub(super) fn is_day(before: &str, after: &str) -> bool {
    let rest = before.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let led = rest.split_whitespace().next_back().unwrap_or_default();
    let german = BEFORE_DAY.contains(&led.to_lowercase().as_str());
    if !(1..=2).contains(&(before.len() - rest.len())) || !german {
        return false;
    }
    let month = words(after).next().map(|word| fold(word.of(after)));
    let german = Language::of_tag("de").zip(month);
    german.is_some_and(|(german, month)| calendar::month(german, &month).is_some())
}

/// The run of letters and points that `before` ends in.
fn last_word(before: &str) -> Option<&str> {
    let mut start = before.len();
    for (count, (at, letter)) in before.char_indices().rev().enumerate() {
        if !(letter.is_alphabetic() || letter == '.') {
            break;
        }
        if count == LONGEST {
            return None;
        }
        start = at;
    }
    before.get(start..).filter(|word| !word.is_empty())
}

/// `J`, `Қ`, or `J.K`: capitals with points between them.
fn is_initial(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}

/// A word of the table that is also a common word where it is written small: `no`, `in`.
fn is_plain_word(word: &str) -> bool {
    matches!(
        word,
        "a" | "i"
            | "in"
            | "no"
            | "am"
            | "al"
            | "art"
            | "fig"
            | "co"
            | "mar"
            | "sec"
            | "est"
            | "в"
            | "м"
            | "б"
            | "ж"
            | "пр"
    )
}

fn follows_number(before: &str, word: &str) -> bool {
    let rest = before.strip_suffix(word).unwrap_or(before).trim_end();
    rest.ends_with(|letter: char| letter.is_ascii_digit())
}
