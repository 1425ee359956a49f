//! Payload bytes as text, with a way back to each byte.
//!
//! Declarations on the web are wrong often enough that the bytes have the last
//! word: what is valid UTF-8 and uses it is UTF-8, whatever a header says.

use crate::html::charset;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use parallax_model::{Capture, MediaType, Note, NoteKind, PayloadRange, SourcedText, cut};
use std::ops::Range;

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
        if self.way_back.is_exact() {
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
    let (encoding, start) = encoding(capture, &mut notes);
    let body = payload.get(start..).unwrap_or_default();
    let (text, way_back, replaced) = mapped(body, start, encoding);
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

/// The encoding, and where the text starts after a byte order mark.
fn encoding(capture: &Capture, notes: &mut Vec<Note>) -> (&'static Encoding, usize) {
    let payload = capture.payload();
    if let Some((encoding, length)) = Encoding::for_bom(payload) {
        return (encoding, length);
    }
    if let Some(encoding) = bare_utf_16(payload) {
        return (encoding, 0);
    }
    let declared = declared(capture);
    let bytes = Bytes::look(payload);
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
    fn look(payload: &[u8]) -> Self {
        const ESCAPE: u8 = 0x1b;
        if payload.is_ascii() {
            return if payload.contains(&ESCAPE) { Self::Other } else { Self::Ascii };
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
    if !text.chars().any(odd) {
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

/// A map from text to payload.
#[derive(Clone, Debug)]
enum WayBack {
    /// Byte for byte, after so many bytes.
    Shift(usize),
    /// In stretches.
    Pieces(Vec<Piece>),
}

/// Units of `text_width` bytes of text, each from `payload_width` bytes of
/// payload, up to the next piece.
#[derive(Clone, Copy, Debug)]
struct Piece {
    text: usize,
    payload: usize,
    text_width: u32,
    payload_width: u32,
}

impl WayBack {
    fn is_exact(&self) -> bool {
        matches!(self, Self::Shift(_))
    }

    fn payload(&self, range: Range<usize>) -> PayloadRange {
        match self {
            Self::Shift(by) => PayloadRange::new(range.start + by, range.end + by),
            Self::Pieces(pieces) => {
                let start = at(pieces, range.start, false);
                let end =
                    if range.end <= range.start { start } else { at(pieces, range.end, true) };
                PayloadRange::new(start, end.max(start))
            }
        }
    }
}

/// The payload offset of a text offset; an end inside a unit takes the unit in.
fn at(pieces: &[Piece], text: usize, end: bool) -> usize {
    let before = pieces.partition_point(|p| if end { p.text < text } else { p.text <= text });
    let Some(piece) = before.checked_sub(1).and_then(|index| pieces.get(index)) else { return 0 };
    let (wide, narrow) = (width(piece.text_width).max(1), width(piece.payload_width));
    let into = text - piece.text;
    let units = if end { into.div_ceil(wide) } else { into / wide };
    piece.payload + units * narrow
}

fn width(bytes: u32) -> usize {
    usize::try_from(bytes).expect("usize has at least 32 bits")
}

/// Decodes `body`, which starts at `start` of the payload. The last value says
/// whether anything had to be replaced.
fn mapped(body: &[u8], start: usize, encoding: &'static Encoding) -> (String, WayBack, bool) {
    if encoding == UTF_8 {
        match std::str::from_utf8(body) {
            Ok(text) => (text.to_owned(), WayBack::Shift(start), false),
            Err(_) => lossy(body, start),
        }
    } else if encoding.is_single_byte() {
        let (text, replaced) = encoding.decode_without_bom_handling(body);
        let mut made = Made::new(start, 0);
        text.chars().for_each(|letter| made.extent(letter.len_utf8(), 1));
        (text.into_owned(), WayBack::Pieces(made.pieces), replaced)
    } else {
        byte_by_byte(body, start, encoding)
    }
}

/// UTF-8 with broken sequences replaced.
fn lossy(body: &[u8], start: usize) -> (String, WayBack, bool) {
    const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;
    let mut made = Made::new(start, body.len());
    for chunk in body.utf8_chunks() {
        made.text.push_str(chunk.valid());
        made.bytes(chunk.valid().len());
        if !chunk.invalid().is_empty() {
            made.text.push(REPLACEMENT);
            made.extent(REPLACEMENT.len_utf8(), chunk.invalid().len());
        }
    }
    (made.text, WayBack::Pieces(made.pieces), true)
}

/// Encodings of several bytes a character: what comes out after a byte was fed
/// came from the bytes fed since something last came out.
fn byte_by_byte(body: &[u8], start: usize, encoding: &'static Encoding) -> (String, WayBack, bool) {
    // One byte never gives more than a replacement and a character of four bytes, twice over.
    const STEP: usize = 32;
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut made = Made::new(start, body.len() * 3 / 2);
    let mut step = String::with_capacity(STEP);
    let (mut fed, mut replaced) = (0, false);
    for (index, byte) in body.iter().enumerate() {
        fed += 1;
        let last = index + 1 == body.len();
        let (_, _, bad) = decoder.decode_to_string(&[*byte], &mut step, last);
        replaced |= bad;
        if !step.is_empty() {
            made.text.push_str(&step);
            made.extent(step.len(), fed);
            step.clear();
            fed = 0;
        }
    }
    (made.text, WayBack::Pieces(made.pieces), replaced)
}

/// Text and map in the making.
struct Made {
    text: String,
    pieces: Vec<Piece>,
    text_at: usize,
    payload_at: usize,
}

impl Made {
    fn new(start: usize, capacity: usize) -> Self {
        Self {
            text: String::with_capacity(capacity),
            pieces: Vec::new(),
            text_at: 0,
            payload_at: start,
        }
    }

    /// One unit; it joins the last piece where the widths are the same.
    fn extent(&mut self, text: usize, payload: usize) {
        self.stretch(text, payload, 1);
    }

    /// Bytes that stand for themselves.
    fn bytes(&mut self, count: usize) {
        self.stretch(1, 1, count);
    }

    fn stretch(&mut self, text: usize, payload: usize, count: usize) {
        if count == 0 {
            return;
        }
        let narrow = |width: usize| u32::try_from(width).unwrap_or(u32::MAX);
        let (text_width, payload_width) = (narrow(text), narrow(payload));
        let joins = self.pieces.last().is_some_and(|last| {
            last.text_width == text_width && last.payload_width == payload_width
        });
        if !joins {
            let (text, payload) = (self.text_at, self.payload_at);
            self.pieces.push(Piece { text, payload, text_width, payload_width });
        }
        self.text_at += text * count;
        self.payload_at += payload * count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, EUC_KR, GB18030, ISO_2022_JP, KOI8_R, SHIFT_JIS, WINDOWS_1251};
    use parallax_model::CaptureParts;
    use proptest::prelude::*;

    fn capture(payload: &[u8], media_type: MediaType, charset: Option<&str>) -> Capture {
        Capture::new(CaptureParts {
            path: "page".into(),
            record: None,
            url: None,
            media_type,
            charset: charset.map(str::to_owned),
            captured_at: None,
            stored: 0..0,
            payload: payload.to_vec(),
        })
    }

    /// Decodes, checks that every character leads back to its bytes, and gives text and notes.
    #[track_caller]
    fn check(payload: &[u8], charset: Option<&str>, text: &str, notes: &[NoteKind]) {
        let decoded = decode(&capture(payload, MediaType::Html, charset));
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.notes.iter().map(|note| note.kind).collect::<Vec<_>>(), notes);
    }

    #[track_caller]
    fn check_way_back(encoding: &'static Encoding, text: &str) {
        let (payload, _, unmappable) = encoding.encode(text);
        assert!(!unmappable);
        let decoded = decode(&capture(&payload, MediaType::Text, Some(encoding.name())));
        assert_eq!(decoded.text, text);
        for (at, letter) in text.char_indices() {
            let range = decoded.payload(at..at + letter.len_utf8());
            let bytes = payload.get(range.start..range.end).unwrap();
            let (again, _) = encoding.decode_without_bom_handling(bytes);
            assert_eq!(again, letter.to_string(), "at {at} of {}", encoding.name());
        }
    }

    #[test]
    fn every_character_leads_back_to_its_bytes() {
        check_way_back(WINDOWS_1251, "В порту — пожар, 3 раненых.");
        check_way_back(KOI8_R, "Паром ушёл в море");
        check_way_back(GB18030, "港口 fire 火灾，三人");
        check_way_back(BIG5, "港口 fire 火災");
        check_way_back(SHIFT_JIS, "港で火事 ok");
        check_way_back(EUC_KR, "항구 화재 2");
    }

    #[test]
    fn a_page_in_a_state_encoding_is_read() {
        let (payload, _, _) = ISO_2022_JP.encode("火事 at the port");
        check(&payload, Some("iso-2022-jp"), "火事 at the port", &[]);
    }

    #[test]
    fn valid_utf8_wins_over_a_wrong_header() {
        check("café".as_bytes(), Some("iso-8859-1"), "café", &[NoteKind::EncodingDisagrees]);
    }

    #[test]
    fn a_page_may_be_right_about_itself() {
        let (payload, _, _) = WINDOWS_1251.encode("<meta charset=windows-1251>Пожар в порту");
        check(&payload, None, "<meta charset=windows-1251>Пожар в порту", &[]);
        let old = "<META content='text/html; charset=koi8-r' http-equiv=Content-Type>Пожар";
        let (payload, _, _) = KOI8_R.encode(old);
        check(&payload, None, old, &[]);
    }

    #[test]
    fn a_page_that_says_utf8_and_is_not_is_detected() {
        let text = "<meta charset=utf-8>Губернатор прибыл в порт, где ночью начался пожар";
        let (payload, _, _) = WINDOWS_1251.encode(text);
        check(&payload, None, text, &[NoteKind::EncodingDisagrees]);
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let units = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        check(&units("\u{feff}<p>Порт</p>"), None, "<p>Порт</p>", &[]);
        check(&units("<html><p>Port on fire</p>"), None, "<html><p>Port on fire</p>", &[]);
    }

    #[test]
    fn broken_bytes_lead_back_to_themselves() {
        let payload = b"\xef\xbb\xbfcaf\xc3\xa9 \xff caf\xc3\xa9, \xc3\xa9t\xc3\xa9, \xc3\xa9";
        let decoded = decode(&capture(payload, MediaType::Text, None));
        assert_eq!(decoded.text, "café \u{fffd} café, été, é");
        assert_eq!(decoded.payload(6..9), PayloadRange::new(9, 10));
        assert_eq!(decoded.payload(10..15), PayloadRange::new(11, 16));
    }

    #[test]
    fn control_characters_become_spaces_of_their_width() {
        check(b"a\0b\x1fc\n", None, "a b c\n", &[]);
        check("a\u{85}b\u{e9}".as_bytes(), None, "a  bé", &[]);
    }

    proptest! {
        #[test]
        fn any_bytes_decode_and_map_into_the_payload(
            payload in prop::collection::vec(any::<u8>(), 0..200),
            label in prop::sample::select(vec![None, Some("gbk"), Some("utf-8"), Some("big5")]),
        ) {
            let decoded = decode(&capture(&payload, MediaType::Html, label));
            let mut last = 0;
            for (at, letter) in decoded.text.char_indices() {
                let range = decoded.payload(at..at + letter.len_utf8());
                prop_assert!(last <= range.start && range.start <= range.end);
                prop_assert!(range.end <= payload.len());
                last = range.start;
            }
        }
    }
}
