//! Payload bytes as text, with a way back to each byte.
//!
//! Declarations on the web are wrong often enough that the bytes have the last
//! word: what is valid UTF-8 and uses it is UTF-8, whatever a header says.

mod mapped;
mod way_back;

use crate::html::charset;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use mapped::mapped;
use parallax_model::{Capture, MediaType, Note, NoteKind, PayloadRange, SourcedText, cut};
use std::ops::Range;
use way_back::WayBack;

/// Bytes shown to the detector where nothing else tells the encoding; more
/// would not change its mind.
const DETECTED_BYTES: usize = 1 << 20;

/// The payload as text, without byte order mark; no control characters but tab,
/// line feed and carriage return (a row of JSON Lines keeps what it has).
#[derive(Clone, Debug)]
pub(crate) struct Decoded {
    /// The text.
    pub(crate) text: String,
    /// What was odd about it.
    pub(crate) notes: Vec<Note>,
    way_back: WayBack,
}

impl Decoded {
    /// Whether every byte of the text is one of the payload.
    pub(crate) fn is_exact(&self) -> bool {
        self.way_back.is_exact()
    }

    /// The payload bytes that the text at `range` was decoded from.
    ///
    /// Exact for ranges on character boundaries; a replacement character leads
    /// to the bytes it stands for.
    pub(crate) fn payload(&self, range: Range<usize>) -> PayloadRange {
        self.way_back.payload(range)
    }

    /// Appends the text at `range` with the bytes it came from.
    ///
    /// Where text and payload are not of one length, word by word, so that a
    /// span leads back to few bytes more than its own.
    pub(crate) fn push_onto(&self, text: &mut SourcedText, range: Range<usize>) {
        let part = cut(&self.text, range.clone());
        if self.is_exact() {
            return text.push(part, self.payload(range));
        }
        let mut at = range.start;
        for word in part.split_inclusive(char::is_whitespace) {
            text.push(word, self.payload(at..at + word.len()));
            at += word.len();
        }
    }
}

/// Decodes the payload of `capture`.
///
/// The order of trust: a byte order mark; the bytes, where they are UTF-8 with
/// characters beyond ASCII; the protocol header; the page's own declaration;
/// what the bytes look like.
pub(crate) fn decode(capture: &Capture) -> Decoded {
    let payload = capture.payload();
    let mut notes = Vec::new();
    let valid = std::str::from_utf8(payload).ok();
    let (encoding, start) = encoding(capture, valid.is_some(), &mut notes);
    let as_it_is = valid.filter(|_| encoding == UTF_8).and_then(|valid| valid.get(start..));
    let (text, way_back, replaced) = match as_it_is {
        Some(text) => (text.to_owned(), WayBack::Shift(start), false),
        None => mapped(payload.get(start..).unwrap_or_default(), start, encoding),
    };
    if replaced {
        notes.push(Note { kind: NoteKind::BytesReplaced, span: None });
    }
    // A row's text is kept byte for byte; JSON has no bare control characters anyway.
    let text = match capture.media_type() {
        MediaType::Row => text,
        MediaType::Html | MediaType::Text => without_controls(text),
    };
    Decoded { text, notes, way_back }
}

/// The encoding of a payload, which may be `valid` UTF-8, and where the text starts after a byte order mark.
fn encoding(capture: &Capture, valid: bool, notes: &mut Vec<Note>) -> (&'static Encoding, usize) {
    let payload = capture.payload();
    if let Some((encoding, length)) = Encoding::for_bom(payload) {
        return (encoding, length);
    }
    if let Some(encoding) = bare_utf_16(payload) {
        return (encoding, 0);
    }
    let declared = declared(capture);
    let bytes = Bytes::look(payload, valid);
    let chosen = match (bytes, declared) {
        (Bytes::Ascii, declared) => declared.filter(|e| !e.is_ascii_compatible()).unwrap_or(UTF_8),
        (Bytes::Utf8 | Bytes::Broken, _) => UTF_8,
        (Bytes::Other, Some(declared)) if declared != UTF_8 => declared,
        (Bytes::Other, _) => detected(capture),
    };
    if bytes != Bytes::Ascii && declared.is_some_and(|declared| declared != chosen) {
        notes.push(Note { kind: NoteKind::EncodingDisagrees, span: None });
    }
    (chosen, 0)
}

fn declared(capture: &Capture) -> Option<&'static Encoding> {
    let header = capture.parts().charset.as_deref().and_then(charset::of_label);
    header.or_else(|| match capture.media_type() {
        MediaType::Html => charset::in_markup(capture.payload()),
        MediaType::Text | MediaType::Row => None,
    })
}

/// What the bytes alone say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bytes {
    /// No byte above 127 and no escape sequence: the same in nearly every encoding.
    Ascii,
    /// Valid UTF-8 with characters beyond ASCII.
    Utf8,
    /// UTF-8 with a few broken sequences.
    Broken,
    /// Not UTF-8.
    Other,
}

impl Bytes {
    fn look(payload: &[u8], valid: bool) -> Self {
        const ESCAPE: u8 = 0x1b;
        if payload.is_ascii() {
            return if payload.contains(&ESCAPE) { Self::Other } else { Self::Ascii };
        }
        if valid {
            return Self::Utf8;
        }
        let (mut whole, mut broken) = (0_usize, 0_usize);
        for chunk in payload.utf8_chunks() {
            whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
            broken += usize::from(!chunk.invalid().is_empty());
        }
        match broken {
            0 => Self::Utf8,
            // In legacy text nearly every letter breaks; in damaged UTF-8 few do.
            few if few * 4 <= whole => Self::Broken,
            _ => Self::Other,
        }
    }
}

/// UTF-16 without a byte order mark: markup and Western words have a zero in every other byte.
fn bare_utf_16(payload: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 512;
    let start = payload.get(..payload.len().min(LOOKED_AT)).unwrap_or_default();
    let zeros = |phase: usize| start.iter().skip(phase).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = start.len() / 4;
    match (even, odd) {
        (0, odd) if odd > most.max(1) => Some(UTF_16LE),
        (even, 0) if even > most.max(1) => Some(UTF_16BE),
        _ => None,
    }
}

fn detected(capture: &Capture) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let payload = capture.payload();
    detector.feed(payload.get(..payload.len().min(DETECTED_BYTES)).unwrap_or_default(), true);
    let host = capture.parts().url.as_deref().and_then(crate::address::host);
    let country = host.as_deref().and_then(|host| host.rsplit('.').next());
    let country = country.filter(|label| label.bytes().all(|byte| byte.is_ascii_lowercase()));
    detector.guess(country.map(str::as_bytes), Utf8Detection::Deny)
}

/// Blanks control characters; each becomes as many spaces as it has bytes, so
/// that offsets stay.
fn without_controls(text: String) -> String {
    let odd = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r');
    if !may_have_controls(text.as_bytes()) || !text.chars().any(odd) {
        return text;
    }
    text.chars().fold(String::with_capacity(text.len()), |mut clean, letter| {
        if odd(letter) {
            clean.extend(std::iter::repeat_n(' ', letter.len_utf8()));
        } else {
            clean.push(letter);
        }
        clean
    })
}

/// Whether some byte could be a control character or begin one; no branches,
/// so that many bytes are looked at in a step.
#[allow(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
fn may_have_controls(bytes: &[u8]) -> bool {
    const STEP: usize = 1 << 12;
    let low = |byte: u8| (byte < b' ') & !matches!(byte, b'\t' | b'\n' | b'\r') | (byte == 0x7f);
    let single = |step: &[u8]| step.iter().fold(0, |odd, &byte| odd | u8::from(low(byte))) > 0;
    // The others are two bytes, of which the first is always the same.
    let next = bytes.get(1..).unwrap_or_default();
    let double = |(step, next): (&[u8], &[u8])| {
        let begun = |a: u8, b: u8| u8::from((a == 0xc2) & (b < 0xa0));
        step.iter().zip(next).fold(0, |odd, (&a, &b)| odd | begun(a, b)) > 0
    };
    bytes.chunks(STEP).any(single) || bytes.chunks(STEP).zip(next.chunks(STEP)).any(double)
}

#[cfg(test)]
mod tests;
