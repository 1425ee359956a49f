//! A JSON string decoded piece by piece, so that each piece knows its bytes.

use crate::encoding::Decoded;
use parallax_model::SourcedText;
use serde_json::value::RawValue;

/// Appends the characters of a JSON string; nothing for any other value.
///
/// `value` was parsed from the decoded row, and lies in it.
pub(super) fn push(text: &mut SourcedText, value: &RawValue, decoded: &Decoded) {
    let raw = value.get();
    let Some(inside) = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')) else { return };
    // A raw value borrows from the row, so the distance of the two addresses is its place there.
    let start = inside.as_ptr().addr().saturating_sub(decoded.text.as_ptr().addr());
    let mut at = 0;
    while let Some(rest) = inside.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.find('\\').unwrap_or(rest.len());
        decoded.push_onto(text, start + at..start + at + plain);
        at += plain;
        if let Some((letter, length)) = rest.get(plain..).and_then(escape) {
            let mut buffer = [0; 4];
            let source = decoded.payload(start + at..start + at + length);
            text.push(letter.encode_utf8(&mut buffer), source);
            at += length;
        }
    }
}

/// The character an escape sequence stands for, and the bytes it takes.
///
/// A lone surrogate is no character; it is replaced.
fn escape(sequence: &str) -> Option<(char, usize)> {
    let rest = sequence.strip_prefix('\\')?;
    let simple = match rest.chars().next()? {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'u' => return Some(code_point(rest)),
        other => return Some((other, 1 + other.len_utf8())),
    };
    Some((simple, 2))
}

/// The character of `u0435…`, with the second half of a surrogate pair if one follows.
fn code_point(rest: &str) -> (char, usize) {
    const ONE: usize = 6;
    let unit = |digits: Option<&str>| u16::from_str_radix(digits?, 16).ok();
    let Some(first) = unit(rest.get(1..5)) else {
        return (char::REPLACEMENT_CHARACTER, 2);
    };
    let second = (rest.get(5..7) == Some("\\u")).then(|| unit(rest.get(7..11))).flatten();
    let units = [first, second.unwrap_or_default()];
    let both = if second.is_some() { units.get(..2) } else { units.get(..1) };
    match char::decode_utf16(both.unwrap_or_default().iter().copied()).next() {
        Some(Ok(letter)) if letter.len_utf16() == 2 => (letter, 2 * ONE),
        Some(Ok(letter)) => (letter, ONE),
        _ => (char::REPLACEMENT_CHARACTER, ONE),
    }
}
