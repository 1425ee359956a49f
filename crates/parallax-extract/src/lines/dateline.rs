//! Where a story was filed from, as printed at the start of the body.

use super::{stamp::is_month, wire::is_agency};
use parallax_language::{fold, words};
use parallax_model::cut;
use std::ops::Range;

/// Bytes in which a dateline must end. The longest seen in print (three cities,
/// a date and an agency) take a hundred.
const LONGEST: usize = 110;
/// Words of place names and agency in a dateline, at most.
const MOST_WORDS: usize = 12;

/// The dateline at the start of a paragraph, its dash included:
/// `LISBON, Portugal — `, `PORT ELLERY (Coast Wire) - `, `МОСКВА, 4 фев /ТАСС/. `.
///
/// The range ends with the mark that ends the dateline.
///
/// ```
/// let paragraph = "QUAYSIDE, Norland — A ferry sank.";
/// let range = parallax_extract::lines::dateline(paragraph).expect("one stands there");
/// assert_eq!(&paragraph[range], "QUAYSIDE, Norland —");
/// ```
pub fn dateline(paragraph: &str) -> Option<Range<usize>> {
    let start = paragraph.len() - paragraph.trim_start().len();
    let bound = (start..paragraph.len())
        .filter(|&at| paragraph.is_char_boundary(at))
        .find(|&at| at - start >= LONGEST)
        .unwrap_or(paragraph.len());
    let head = cut(paragraph, start..bound);
    let end = dash_end(head).or_else(|| agency_end(head))?;
    let line = cut(head, 0..end);
    (end < paragraph.trim().len() && is_dateline(line)).then_some(start..start + end)
}

/// One past the first dash that ends a dateline: set off by space, or after a bracket.
fn dash_end(head: &str) -> Option<usize> {
    let mut previous = ' ';
    let mut after = head.char_indices().skip(1);
    for (at, letter) in head.char_indices() {
        let next = after.next().map(|(_, next)| next);
        let dash = matches!(letter, '—' | '–' | '-' | '―' | '−');
        let set_off = previous.is_whitespace() || matches!(previous, ')' | '/' | '.');
        let long = letter == '—' && previous.is_uppercase();
        if dash && (set_off || long) {
            let doubled = next == Some('-');
            return Some(at + letter.len_utf8() + usize::from(doubled));
        }
        previous = letter;
    }
    None
}

/// One past `/ТАСС/.` or `(Agency).`, where no dash follows.
fn agency_end(head: &str) -> Option<usize> {
    let open = head.find(['/', '('])?;
    let close = head.get(open + 1..)?.find(['/', ')'])? + open + 1;
    if !is_agency(cut(head, open + 1..close)) {
        return None;
    }
    let after = head.get(close + 1..)?;
    let mark = after.trim_start().starts_with(['.', ':', ',']);
    let gap = after.len() - after.trim_start().len();
    Some(close + 1 + if mark { gap + 1 } else { 0 })
}

/// Whether the words before the mark are places, dates and an agency, and
/// say so themselves: by capitals, a date or an agency in brackets.
fn is_dateline(line: &str) -> bool {
    let bracket = line.find(['(', '/']);
    let place = cut(line, 0..bracket.unwrap_or(line.len()));
    let agency = bracket.is_some_and(|at| {
        let inner = cut(line, at + 1..line.len());
        let inner = inner.split([')', '/']).next().unwrap_or_default();
        is_agency(inner) || (inner.len() <= 40 && names_only(inner))
    });
    let count = words(place).count();
    if count == 0 || count > MOST_WORDS || place.contains(['"', '“', '«', '?', '!', ':', ';']) {
        return false;
    }
    let first = words(place).next().map_or("", |word| word.of(place));
    let shouted = first.chars().filter(|letter| letter.is_alphabetic()).count() >= 3
        && first.chars().all(|letter| !letter.is_lowercase());
    let dated = words(place).any(|word| is_month(&fold(word.of(place))));
    names_only(place) && (shouted || agency || (dated && place.contains(',')))
}

/// Capitalised words, months and numbers, with short joining words between.
fn names_only(place: &str) -> bool {
    words(place).all(|word| {
        let word = word.of(place);
        let first = word.chars().next().unwrap_or(' ');
        first.is_uppercase()
            || first.is_ascii_digit()
            || is_month(&fold(word))
            || matches!(word, "de" | "del" | "la" | "of" | "and" | "the" | "y" | "al" | "и" | "на")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(paragraph: &str, line: Option<&str>) {
        assert_eq!(dateline(paragraph).map(|range| cut(paragraph, range)), line, "{paragraph}");
    }

    #[test]
    fn datelines_end_with_their_dash() {
        check("QUAYSIDE (Gull Wire) - A ferry sank.", Some("QUAYSIDE (Gull Wire) -"));
        check("QUAYSIDE, Norland — A ferry sank.", Some("QUAYSIDE, Norland —"));
        check(
            "Quayside, 26 June (Gull Wire) – A ferry sank.",
            Some("Quayside, 26 June (Gull Wire) –"),
        );
        check("АСТАНА. КАЗИНФОРМ – Паром затонул.", Some("АСТАНА. КАЗИНФОРМ –"));
        check("МОСКВА, 4 февраля. /ТАСС/. Паром затонул.", Some("МОСКВА, 4 февраля. /ТАСС/."));
        check("QUAYSIDE — A ferry sank.", Some("QUAYSIDE —"));
    }

    #[test]
    fn prose_with_a_dash_has_none() {
        check("The ferry — old and slow — sank.", None);
        check("Norland – the island – has no quay.", None);
        check("QUAYSIDE ferry service — once loved — ends.", None);
    }
}
