//! Speech parted from its report by dashes, as Russian and Spanish print it.
//!
//! `— We sail, — said the skipper. — Tomorrow.` The words of the outlet stand
//! between dashes and start with a reporting verb, in a paragraph that opens
//! with a dash or inside one pair of marks. A paragraph without such a verb is
//! an item of a list for all we know, and is left alone.

use super::vocabulary::{Form, Vocabulary};
use parallax_language::{fold, words};
use parallax_model::cut;
use std::ops::Range;

/// The spoken pieces of a paragraph that starts with a dash; empty if none reports.
pub(super) fn paragraph(text: &str, language: &str) -> Vec<Range<usize>> {
    let Some(dash) = text.chars().next().filter(|letter| is_dash(*letter)) else {
        return Vec::new();
    };
    spoken(text, dash.len_utf8(), language)
}

/// The spoken pieces of words in marks that hold their own report; empty if none reports.
pub(super) fn inside(text: &str, language: &str) -> Vec<Range<usize>> {
    spoken(text, 0, language)
}

fn spoken(text: &str, start: usize, language: &str) -> Vec<Range<usize>> {
    let mut parts = parts(text, start);
    let vocabulary = Vocabulary::of(language);
    let before = parts.len();
    let mut nth = 0;
    // What stands after an aside belongs to the speech again.
    parts.retain(|part| {
        nth += 1;
        nth == 1 || !reports(vocabulary, cut(text, part.clone()))
    });
    if parts.len() == before {
        return Vec::new();
    }
    parts.into_iter().map(|part| without_stop(text, part)).collect()
}

/// A piece without the stop of the report before it: `—dijo Vega—. Mañana.`
fn without_stop(text: &str, part: Range<usize>) -> Range<usize> {
    let words = cut(text, part.clone());
    let rest = words.trim_start_matches(['.', ',', ';', ':']);
    part.end - rest.len()..part.end
}

/// What stands between the dashes of `text`, from `start`.
fn parts(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = start;
    let mut before = '\n';
    let mut solid = '\n';
    let mut glued = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if is_dash(letter) && at >= start && at > 0 {
            let next = letters.peek().map_or('\n', |&(_, next)| next);
            // Spanish: `—dijo Vega—.`, glued to the words it sets apart.
            let opens = before.is_whitespace() && next.is_alphabetic();
            let closes = glued && before.is_alphanumeric() && !next.is_alphanumeric();
            if is_stop(solid) || opens || closes {
                found.push(from..at);
                from = at + letter.len_utf8();
                glued = opens;
            }
        }
        before = letter;
        if !letter.is_whitespace() {
            solid = letter;
        }
    }
    found.push(from..text.len());
    found
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | ',' | '!' | '?' | '…' | '»' | '”')
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '—' | '–' | '―')
}

/// Whether the first word of a part, or the second, is a reporting verb.
fn reports(vocabulary: &Vocabulary, part: &str) -> bool {
    words(part).take(2).any(|word| {
        vocabulary.verb(&fold(word.of(part))).is_some_and(|verb| verb.form == Form::Finite)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, language: &str, pieces: &[&str]) {
        let found = paragraph(text, language);
        let words: Vec<&str> = found.into_iter().map(|part| cut(text, part).trim()).collect();
        assert_eq!(words, pieces, "{text}");
    }

    #[test]
    fn the_report_between_dashes_is_left_out() {
        check("— Мы идём, — сказал он. — Завтра.", "ru", &["Мы идём,", "Завтра."]);
        check("—Vamos —dijo Vega—. Mañana.", "es", &["Vamos", "Mañana."]);
    }

    #[test]
    fn an_item_of_a_list_is_no_speech() {
        check("— хлеб, — масло, — соль", "ru", &[]);
    }
}
