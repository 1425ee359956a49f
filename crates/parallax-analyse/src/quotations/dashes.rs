//! Speech parted from its report by dashes, as Russian and Spanish print it.
//!
//! `— We sail, — said the skipper. — Tomorrow.` The words of the outlet stand
//! between dashes and start with a reporting verb, in a paragraph that opens
//! with a dash or inside one pair of marks. A paragraph without such a verb is
//! an item of a list for all we know, and is left alone.

use super::incise;
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

/// Speech that a dash opens inside a paragraph, after a full sentence: where the dash stands, and the spoken pieces.
///
/// Where the outlet's own words go on after it only the sentence behind its report is taken.
pub(super) fn within(text: &str, language: &str) -> Option<(usize, Vec<Range<usize>>)> {
    let vocabulary = Vocabulary::of(language);
    if !vocabulary.parts_speech_by_dashes() {
        return None;
    }
    let mut before = [' ', '\n'];
    let mut tried = 0;
    for (at, letter) in text.char_indices() {
        let opens = is_dash(letter) && before[0].is_whitespace() && ends_sentence(before[1]);
        let from = at + letter.len_utf8();
        if opens && tried < MOST_OPENERS && starts_sentence(cut(text, from..text.len())) {
            tried += 1;
            let mut pieces = spoken(text, from, language);
            let told = |first: &Range<usize>| answers(vocabulary, cut(text, first.end..text.len()));
            if pieces.first().is_some_and(told) {
                if let Some(last) = pieces.get_mut(1..).and_then(<[_]>::last_mut) {
                    *last = first_sentence(text, last.clone());
                }
                return Some((at, pieces));
            }
        }
        before[0] = letter;
        if !letter.is_whitespace() {
            before[1] = letter;
        }
    }
    None
}

/// Dashes in a paragraph that may open speech.
const MOST_OPENERS: usize = 4;

fn ends_sentence(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…' | ':' | '»' | '”')
}

fn starts_sentence(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\u{A0}', '¿', '¡', '«', '“']).starts_with(char::is_uppercase)
}

/// Whether the report follows a piece at once.
fn answers(vocabulary: &Vocabulary, rest: &str) -> bool {
    reports(vocabulary, rest.trim_start_matches([' ', '\u{A0}', ',', '—', '–', '―']))
        || vocabulary.sets_reports_in()
}

/// A piece up to the end of its first sentence.
fn first_sentence(text: &str, piece: Range<usize>) -> Range<usize> {
    let words = cut(text, piece.clone());
    let body = words.len() - words.trim_start_matches(['.', ' ', '\u{A0}']).len();
    let stop = words.get(body..).and_then(|words| words.find(['.', '!', '?', '…']));
    let length = stop.map_or(words.len(), |stop| {
        let mark = cut(words, body + stop..words.len()).chars().next().map_or(0, char::len_utf8);
        body + stop + mark
    });
    piece.start..piece.start + length
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
        return if vocabulary.sets_reports_in() {
            incise::pieces(text, start, vocabulary)
        } else {
            Vec::new()
        };
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
    fn speech_may_start_inside_a_paragraph() {
        let text = "Порт закрыт. — Мы ждём, — сказал мэр. — Долго. Он ушёл.";
        let (dash, pieces) = within(text, "ru").expect("a dash opens speech here");
        let words: Vec<&str> = pieces.into_iter().map(|part| cut(text, part).trim()).collect();
        assert!(cut(text, dash..text.len()).starts_with("— Мы"));
        assert_eq!(words, ["Мы ждём,", "Долго."]);
        assert_eq!(within("Порт закрыт. — Мы ждём лодок.", "ru"), None);
        assert_eq!(within("It is late. — We wait, — said Vega.", "en"), None);
    }

    #[test]
    fn an_item_of_a_list_is_no_speech() {
        check("— хлеб, — масло, — соль", "ru", &[]);
    }
}
