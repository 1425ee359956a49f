//! Decoding that remembers which bytes became which characters.

use super::way_back::{Made, WayBack};
use encoding_rs::{Encoding, UTF_8};

/// Decodes `body`, which is no valid UTF-8 and starts at `start` of the payload. The last value says
/// whether anything had to be replaced.
pub(super) fn mapped(
    body: &[u8],
    start: usize,
    encoding: &'static Encoding,
) -> (String, WayBack, bool) {
    if encoding == UTF_8 {
        lossy(body, start)
    } else if encoding.is_single_byte() {
        let (text, replaced) = encoding.decode_without_bom_handling(body);
        let mut made = Made::new(start, 0);
        text.chars().for_each(|letter| made.extent(letter.len_utf8(), 1));
        (text.into_owned(), made.way_back().1, replaced)
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
    let (text, way_back) = made.way_back();
    (text, way_back, true)
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
    let (text, way_back) = made.way_back();
    (text, way_back, replaced)
}
