//! One line in the making: white space folded, what nobody sees left out.

use crate::{encoding::Decoded, html::references};
use icu_normalizer::ComposingNormalizerBorrowed;
use parallax_model::{SourcedText, cut};
use std::{borrow::Cow, ops::Range};

/// What has to be known between two pieces of one line.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// White space seen since the last word, not yet written.
    space: Option<Range<usize>>,
}

impl Line {
    /// Appends the text of the page at `source`; gives how many characters were added.
    pub(crate) fn push(
        &mut self,
        text: &mut SourcedText,
        page: &Decoded,
        source: Range<usize>,
    ) -> usize {
        let mut added = 0;
        for piece in references::pieces(&page.text, source) {
            if let (Cow::Borrowed(words), true) = (&piece.text, page.is_exact()) {
                added += self.plain(text, page, words, piece.source.start);
                continue;
            }
            // What a reference stands for came from the whole reference.
            let whole = matches!(piece.text, Cow::Owned(_)).then(|| piece.source.clone());
            let mut at = 0;
            for word in piece.text.split_inclusive(ends_word) {
                let letters = word.trim_end_matches(ends_word);
                let place = |from: usize, to: usize| {
                    let start = piece.source.start;
                    whole.clone().unwrap_or(start + from..start + to)
                };
                self.word(text, page, letters, place(at, at + letters.len()));
                added += letters.chars().map(weight).sum::<usize>();
                if word.len() > letters.len() && word.ends_with(char::is_whitespace) {
                    self.space(place(at + letters.len(), at + word.len()));
                }
                at += word.len();
            }
        }
        added
    }

    /// Appends text that stands as it is at `start`, words with single spaces
    /// between at once.
    fn plain(
        &mut self,
        text: &mut SourcedText,
        page: &Decoded,
        words: &str,
        start: usize,
    ) -> usize {
        let (mut added, mut at) = (0, 0);
        loop {
            let (length, size) = stretch(cut(words, at..words.len()));
            added += size;
            self.word(text, page, cut(words, at..at + length), start + at..start + at + length);
            at += length;
            let Some(next) = cut(words, at..words.len()).chars().next() else { return added };
            let after = at + next.len_utf8();
            if next.is_whitespace() {
                self.space(start + at..start + after);
            }
            at = after;
        }
    }

    /// White space at `source`.
    pub(crate) fn space(&mut self, source: Range<usize>) {
        let start = self.space.as_ref().map_or(source.start, |space| space.start);
        self.space = Some(start..source.end.max(start));
    }

    fn word(&mut self, text: &mut SourcedText, page: &Decoded, word: &str, source: Range<usize>) {
        if word.is_empty() {
            return;
        }
        if let Some(space) = self.space.take()
            && !text.is_empty()
        {
            match page.text.get(space.clone()) {
                Some("") | None => text.push_break(' '),
                Some(_) => text.push(" ", page.payload(space)),
            }
        }
        text.push(word, page.payload(source));
    }
}

/// Length and size of the words `text` starts with, as far as one space parts them.
fn stretch(text: &str) -> (usize, usize) {
    let (mut at, mut length, mut size) = (0, 0, 0);
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte == b' ' {
            // Two in a row, or one before any word.
            if at == 0 || length < at {
                break;
            }
            at += 1;
            continue;
        }
        let (width, letters) = if byte.is_ascii() {
            (usize::from(!byte.is_ascii_whitespace() && byte != 0x0b), 1)
        } else {
            let letter = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            if ends_word(letter) { (0, 0) } else { (letter.len_utf8(), weight(letter)) }
        };
        if width == 0 {
            break;
        }
        at += width;
        length = at;
        size += letters;
    }
    (length, size)
}

/// White space, and characters that nobody sees.
fn ends_word(letter: char) -> bool {
    letter.is_whitespace() || is_invisible(letter)
}

/// Soft hyphens, zero-width spaces, marks of direction. The joiners that some
/// scripts spell with are kept.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// The text in composed form (NFC). Words that change lead back to the bytes of
/// the whole word.
pub(crate) fn composed(text: SourcedText) -> SourcedText {
    // No letter below U+0300, the first with such a byte, can be composed with anything.
    if text.as_str().bytes().all(|byte| byte < 0xcc) {
        return text;
    }
    let normalizer = ComposingNormalizerBorrowed::new_nfc();
    if normalizer.is_normalized(text.as_str()) {
        return text;
    }
    let mut whole = SourcedText::default();
    let mut at = 0;
    for word in text.as_str().split_inclusive(' ') {
        let payload = text.span(at, at + word.len()).ok().and_then(|span| text.payload_range(span));
        match (normalizer.normalize(word), payload) {
            (Cow::Owned(composed), Some(payload)) => whole.push(&composed, payload),
            _ => whole.push_part(&text, at..at + word.len()),
        }
        if word.ends_with(' ') && !whole.as_str().ends_with(' ') {
            whole.push_break(' ');
        }
        at += word.len();
    }
    whole
}

fn weight(letter: char) -> usize {
    if matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
    {
        3
    } else {
        1
    }
}
