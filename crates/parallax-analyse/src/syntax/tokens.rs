//! The words of an English sentence, cut as the treebanks cut them.
//!
//! Marks stand alone; `didn't` is two words, `Ada's` two, `long-term` three;
//! a point belongs to the abbreviation it ends; addresses stay whole.

use crate::sentences::ends_abbreviation;
use parallax_model::cut;
use std::ops::Range;

/// The words of `text`, in order; everything but white space is in one of them.
pub(crate) fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::with_capacity(text.len() / 4);
    let mut at = 0;
    for chunk in text.split_whitespace() {
        // The chunks come in order, each a part of what is left of the text.
        let start = at
            + cut(text, at..text.len()).find(|letter: char| !letter.is_whitespace()).unwrap_or(0);
        at = start + chunk.len();
        if is_address(chunk) {
            let whole =
                chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '>', '"', '”', '\'']);
            if !whole.is_empty() {
                found.push(start..start + whole.len());
            }
            split(text, start + whole.len()..at, &mut found);
        } else {
            split(text, start..at, &mut found);
        }
    }
    found
}

/// Whether a run of letters without white space is an address of the net.
fn is_address(chunk: &str) -> bool {
    let inner = |mark: char| chunk.find(mark).is_some_and(|at| at > 0 && at + 1 < chunk.len());
    chunk.contains("://") || chunk.starts_with("www.") || (inner('@') && inner('.'))
}

/// Cuts a run without white space.
fn split(text: &str, run: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut at = run.start;
    while at < run.end {
        let rest = cut(text, at..run.end);
        let Some(first) = rest.chars().next() else { break };
        let end = at + if is_word(first) { word(rest) } else { mark(rest, first) };
        if is_word(first) {
            let point =
                at < end && rest.get(end - at..).is_some_and(|after| after.starts_with('.'));
            let whole = end + usize::from(point && keeps_point(text, at..end));
            contractions(text, at..whole, found);
            at = whole;
        } else {
            found.push(at..end);
            at = end;
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(u32::from(letter), 0x0300..=0x036F)
}

/// Beginnings that the treebanks leave joined to what follows their hyphen.
const JOINED: [&str; 16] = [
    "e", "non", "co", "re", "pre", "post", "anti", "ex", "semi", "sub", "multi", "mid", "pro",
    "un", "pan", "over",
];

/// How long the word is that `rest` starts with.
fn word(rest: &str) -> usize {
    let mut letters = rest.char_indices().peekable();
    let mut last = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|&(_, next)| next);
        if !is_word(letter) && !joins(cut(rest, 0..at), last, letter, next) {
            return at;
        }
        last = letter;
    }
    rest.len()
}

/// Whether a mark between two letters leaves them one word.
fn joins(before: &str, last: char, mark: char, next: Option<char>) -> bool {
    let Some(next) = next.filter(|&next| is_word(next)) else { return false };
    let digits = last.is_ascii_digit() && next.is_ascii_digit();
    match mark {
        '\'' | '’' | 'ʼ' => last.is_alphabetic() && next.is_alphabetic(),
        '.' => digits || (last.is_alphabetic() && (next.is_lowercase() || single_letters(before))),
        ',' | ':' | '/' => digits,
        '&' => last.is_uppercase() && next.is_uppercase(),
        '_' | '\u{AD}' => true,
        '-' | '‑' => {
            before.len() <= 5 && JOINED.iter().any(|prefix| before.eq_ignore_ascii_case(prefix))
        }
        _ => false,
    }
}

/// `U.S`: letters with points between them.
fn single_letters(before: &str) -> bool {
    let mut lengths = before.rsplit('.').take(2).map(|part| part.chars().take(3).count());
    lengths.next() == Some(1)
}

/// Whether the point after a word is part of it.
fn keeps_point(text: &str, word: Range<usize>) -> bool {
    let written = cut(text, word.clone());
    let initial =
        written.chars().count() == 1 && written.chars().all(char::is_uppercase) && written != "I";
    initial || single_letters(written) && written.contains('.') || ends_abbreviation(written)
}

/// How long the mark is that `rest` starts with: a run of one of a few, else one letter.
fn mark(rest: &str, first: char) -> usize {
    if matches!(first, '.' | '-' | '!' | '?' | '*' | '=' | '_' | '\'' | '`' | '~' | '#' | '+') {
        let run = rest.find(|letter| letter != first).unwrap_or(rest.len());
        if matches!(first, '\'' | '`') && run > 2 { 2 } else { run }
    } else {
        first.len_utf8()
    }
}

/// Endings that are words of their own.
const ENDINGS: [&str; 6] = ["'s", "'m", "'d", "'re", "'ve", "'ll"];

/// Cuts `didn't`, `Ada's` and `cannot` in two.
fn contractions(text: &str, word: Range<usize>, found: &mut Vec<Range<usize>>) {
    let written = cut(text, word.clone());
    let at = second_part(written).filter(|&at| at > 0 && written.is_char_boundary(at));
    match at {
        Some(at) => found.extend([word.start..word.start + at, word.start + at..word.end]),
        None => found.push(word),
    }
}

/// Where the second word of a contraction starts.
fn second_part(written: &str) -> Option<usize> {
    if written.eq_ignore_ascii_case("cannot") {
        return Some(3);
    }
    let apostrophe = written.rfind(['\'', '’', 'ʼ'])?;
    let mut ending = String::with_capacity(8);
    for letter in written.get(apostrophe..)?.chars().take(4) {
        ending.push(if matches!(letter, '’' | 'ʼ') {
            '\''
        } else {
            letter.to_ascii_lowercase()
        });
    }
    if ending == "'t" {
        let n = written.get(..apostrophe)?.char_indices().next_back()?;
        return n.1.eq_ignore_ascii_case(&'n').then_some(n.0);
    }
    ENDINGS.contains(&ending.as_str()).then_some(apostrophe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text).into_iter().map(|range| cut(text, range)).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn contractions_are_two_words() {
        check(
            "She didn’t say it's Ada's, they'll go.",
            "She did n’t say it 's Ada 's , they 'll go .",
        );
        check("The workers' boats cannot sail", "The workers ' boats can not sail");
    }

    #[test]
    fn abbreviations_keep_their_point() {
        check("Mr. J. Lane of the U.S. Navy left.", "Mr. J. Lane of the U.S. Navy left .");
    }

    #[test]
    fn hyphens_stand_alone_but_after_short_beginnings() {
        check("a long-term e-mail plan—or two", "a long - term e-mail plan — or two");
    }

    #[test]
    fn numbers_and_money_are_cut_at_their_signs() {
        check("It cost $1,200.50 (or 10%) at 10:30.", "It cost $ 1,200.50 ( or 10 % ) at 10:30 .");
    }

    #[test]
    fn addresses_stay_whole() {
        check(
            "see http://port.example/a?b=1, or a@b.example.",
            "see http://port.example/a?b=1 , or a@b.example .",
        );
    }

    #[test]
    fn marks_in_runs_stay_together() {
        check("Wait... \"No!!\" -- she", "Wait ... \" No !! \" -- she");
    }
}
