//! The agency that is credited with the copy.

use super::vocabulary::{LONGEST_LINE, key, labelled, phrases, rows};
use crate::word_map::WordSet;
use parallax_model::cut;
use std::{ops::Range, sync::LazyLock};

const TABLE: &str = include_str!("../../data/lines/agencies.txt");
static AGENCIES: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "names"));
static ENDINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    rows(TABLE).filter_map(|row| row.strip_prefix("endings\t")).flat_map(phrases).map(key).collect()
});

/// Words in an agency's name, at most.
const NAME_WORDS: usize = 5;

/// Whether these words name a news agency: a known one, or `… Wire`, `… News Agency`.
///
/// ```
/// assert!(parallax_extract::lines::is_agency("Quayside News Agency"));
/// assert!(!parallax_extract::lines::is_agency("Quayside Herald"));
/// ```
pub fn is_agency(words: &str) -> bool {
    if words.len() > LONGEST_LINE {
        return false;
    }
    let key = key(words);
    let count = key.split(' ').count();
    let ending = |ending: &String| {
        key.strip_suffix(ending.as_str()).is_some_and(|rest| rest.len() > 1 && rest.ends_with(' '))
    };
    let capital =
        words.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase);
    AGENCIES.contains(&key) || (capital && count <= NAME_WORDS && ENDINGS.iter().any(ending))
}

/// The agency credited in a dateline, a byline or a line of its own, as a byte range:
/// `PORT ELLERY (Coast Wire) -`, `МОСКВА /ТАСС/`, `Coast Wire`, `By Reuters`.
pub fn wire_credit(line: &str) -> Option<Range<usize>> {
    let whole = trimmed(line, 0..line.len());
    if is_agency(cut(line, whole.clone())) {
        return Some(whole);
    }
    let dateline = super::dateline(line);
    let head = dateline.map_or(whole, |range| range);
    bracketed(line, &head).or_else(|| after_label(line))
}

/// An agency in brackets, slashes or set off by a full stop, inside `head`.
fn bracketed(line: &str, head: &Range<usize>) -> Option<Range<usize>> {
    let words = cut(line, head.clone());
    if words.len() > LONGEST_LINE {
        return None;
    }
    let mut start = 0;
    for (at, mark) in words.char_indices() {
        if matches!(mark, '(' | ')' | '/' | '.' | '[' | ']' | '-' | '–' | '—' | ',') {
            let part = trimmed(line, head.start + start..head.start + at);
            if is_agency(cut(line, part.clone())) {
                return Some(part);
            }
            start = at + mark.len_utf8();
        }
    }
    None
}

/// An agency after `By` or `Source:`.
fn after_label(line: &str) -> Option<Range<usize>> {
    let (label, rest) = line.split_once([':', ' '])?;
    let known = matches!(
        key(label).as_str(),
        "by" | "source" | "sources" | "via" | "источник" | "fuente" | "quelle" | "von" | "par"
    );
    let part = trimmed(line, line.len() - rest.len()..line.len());
    (known && is_agency(cut(line, part.clone()))).then_some(part)
}

/// `range` without white space at its ends.
fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let part = cut(line, range.clone());
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, agency: Option<&str>) {
        assert_eq!(wire_credit(line).map(|range| cut(line, range)), agency, "{line}");
    }

    #[test]
    fn agencies_are_found_where_copy_is_credited() {
        check("QUAYSIDE (Gull Wire) - The ferry sank.", Some("Gull Wire"));
        check("МОСКВА, 4 февраля. /ТАСС/. Паром затонул.", Some("ТАСС"));
        check("Gull News Agency", Some("Gull News Agency"));
        check("By Reuters", Some("Reuters"));
        check("The ferry sank, said a man (42) from the quay.", None);
    }
}
