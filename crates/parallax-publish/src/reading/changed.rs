//! Which words of a quotation were changed from one wording to the other.

use super::{bare::spelling, speakers::Piece};
use parallax_model::{Span, cut};

/// Wordings longer than this together are a statement printed in full, and are not set side by side.
const MOST_PAIRS: usize = 160_000;

/// A word as it is compared, and where it stands: which piece, and its span's bytes.
struct Word {
    key: String,
    piece: usize,
    start: usize,
    end: usize,
}

/// The words of each wording that stand where the other has different ones.
///
/// Words that one of the two merely leaves out are not changed.
pub(super) fn words(full: &[Piece<'_>], other: &[Piece<'_>]) -> [Vec<Span>; 2] {
    let (full_words, other_words) = (split(full), split(other));
    if full_words.len() * other_words.len() > MOST_PAIRS {
        return [Vec::new(), Vec::new()];
    }
    let mut changed = [Vec::new(), Vec::new()];
    let (mut a, mut b) = (0, 0);
    let ends = (full_words.len(), other_words.len());
    for (next_a, next_b) in common(&full_words, &other_words).into_iter().chain([ends]) {
        if a < next_a && b < next_b {
            changed[0].extend(spans(full, &full_words[a..next_a]));
            changed[1].extend(spans(other, &other_words[b..next_b]));
        }
        (a, b) = (next_a + 1, next_b + 1);
    }
    changed
}

fn split(pieces: &[Piece<'_>]) -> Vec<Word> {
    let mut words = Vec::new();
    for (piece, at) in pieces.iter().enumerate() {
        let text = at.excerpt.text();
        let offset = at.excerpt.span.start();
        let mut from = 0;
        for part in text.split_inclusive(|letter: char| !is_of_word(letter)) {
            let word = part.trim_end_matches(|letter: char| !is_of_word(letter));
            if !word.is_empty() {
                let start = offset + from;
                words.push(Word { key: spelling(word), piece, start, end: start + word.len() });
            }
            from += part.len();
        }
    }
    words
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-')
}

/// The longest run of words that both have in order, as pairs of places.
fn common(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    for (i, from_a) in a.iter().enumerate().rev() {
        for (j, from_b) in b.iter().enumerate().rev() {
            longest[i * width + j] = if from_a.key == from_b.key {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i].key == b[j].key {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// The words as spans, neighbours in one piece joined.
fn spans(pieces: &[Piece<'_>], words: &[Word]) -> Vec<Span> {
    let mut spans: Vec<(usize, Span)> = Vec::new();
    for word in words {
        let text = &pieces[word.piece].excerpt.read.article.text;
        let Ok(span) = text.span(word.start, word.end) else { continue };
        match spans.last_mut() {
            Some((piece, last)) if *piece == word.piece && is_gap(text.as_str(), *last, span) => {
                *last = last.to(span);
            }
            _ => spans.push((word.piece, span)),
        }
    }
    spans.into_iter().map(|(_, span)| span).collect()
}

/// Whether only a space lies between the two.
fn is_gap(text: &str, last: Span, next: Span) -> bool {
    cut(text, last.end()..next.start()).chars().all(char::is_whitespace)
}
