//! Character references in text: `&amp;`, `&#1078;`, `&eacute` without its end.

use memchr::memchr;
use parallax_model::cut;
use std::{borrow::Cow, collections::BTreeMap, ops::Range, sync::LazyLock};

const TABLE: &str = include_str!("../../data/html/references.tsv");

/// What every name stands for, and whether it does so without a semicolon.
static NAMES: LazyLock<BTreeMap<&str, (String, bool)>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut fields = row.split('\t');
        let name = fields.next()?;
        let code = |hex| u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
        let letters = fields.next()?.split(' ').filter_map(code).collect();
        Some((name, (letters, fields.next() == Some("bare"))))
    })
    .collect()
});

/// The longest name in the standard has 31 letters.
const LONGEST: usize = 31;

/// The longest name that may stand without a semicolon has six.
const LONGEST_BARE: usize = 6;

/// A stretch of text as written, or what a reference stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Where in the page it is written.
    pub(crate) source: Range<usize>,
}

/// The text of `page` at `range` in pieces, references resolved.
pub(crate) fn pieces(page: &str, range: Range<usize>) -> impl Iterator<Item = Piece<'_>> {
    let whole = page.get(range.clone()).unwrap_or_default();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = cut(whole, at..whole.len());
        if rest.is_empty() {
            return None;
        }
        let resolved = resolve(rest, false).map(|(text, length)| (Cow::Owned(text), length));
        let (text, length) = resolved.unwrap_or_else(|| {
            let length = plain(rest);
            (Cow::Borrowed(cut(rest, 0..length)), length)
        });
        let start = range.start + at;
        at += length;
        Some(Piece { text, source: start..start + length })
    })
}

/// The value of an attribute, references resolved.
pub(crate) fn value(written: &str) -> Cow<'_, str> {
    let Some(first) = memchr(b'&', written.as_bytes()) else { return Cow::Borrowed(written) };
    let mut value = String::with_capacity(written.len());
    value.push_str(cut(written, 0..first));
    let mut at = first;
    loop {
        let rest = cut(written, at..written.len());
        if rest.is_empty() {
            return Cow::Owned(value);
        }
        if let Some((text, length)) = resolve(rest, true) {
            value.push_str(&text);
            at += length;
        } else {
            let length = plain(rest);
            value.push_str(cut(rest, 0..length));
            at += length;
        }
    }
}

/// Length of the text before the next ampersand; one that opens `rest` is a plain sign.
fn plain(rest: &str) -> usize {
    let sign = usize::from(rest.starts_with('&'));
    memchr(b'&', cut(rest, sign..rest.len()).as_bytes()).map_or(rest.len(), |next| next + sign)
}

/// What the reference at the start of `rest` stands for, and its length.
fn resolve(rest: &str, in_attribute: bool) -> Option<(String, usize)> {
    let name = rest.strip_prefix('&')?;
    let (text, length) = match name.strip_prefix('#') {
        Some(number) => numbered(number).map(|(letter, length)| (letter.into(), length + 1))?,
        None => named(name, in_attribute)?,
    };
    Some((text, length + 1))
}

/// `eacute;`, `eacute`; in text also the `not` of `notit;`.
fn named(name: &str, in_attribute: bool) -> Option<(String, usize)> {
    let bytes = name.as_bytes();
    let length = bytes.iter().take(LONGEST + 1).take_while(|b| b.is_ascii_alphanumeric()).count();
    if bytes.get(length) == Some(&b';')
        && let Some((text, _)) = NAMES.get(cut(name, 0..length))
    {
        return Some((text.clone(), length + 1));
    }
    let bare = |length: &usize| NAMES.get(cut(name, 0..*length)).is_some_and(|(_, bare)| *bare);
    let known = (1..=length.min(LONGEST_BARE)).rev().find(bare)?;
    // `?a=1&copy=2` has no sign in it.
    let goes_on = |next: &u8| *next == b'=' || next.is_ascii_alphanumeric();
    if in_attribute && bytes.get(known).is_some_and(goes_on) {
        return None;
    }
    NAMES.get(cut(name, 0..known)).map(|(text, _)| (text.clone(), known))
}

/// `1078;`, `x416`.
fn numbered(number: &str) -> Option<(char, usize)> {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16),
        None => (number, 10),
    };
    let value = |byte: u8| char::from(byte).to_digit(radix);
    let count = digits.bytes().take_while(|&byte| value(byte).is_some()).count();
    if count == 0 {
        return None;
    }
    let code = digits
        .bytes()
        .map_while(value)
        .fold(0_u32, |code, digit| code.saturating_mul(radix).saturating_add(digit));
    let before = number.len() - digits.len() + count;
    let end = usize::from(digits.as_bytes().get(count) == Some(&b';'));
    Some((letter(code), before + end))
}

/// The character of a number; what Windows calls 128 to 159 is read as Windows does.
fn letter(code: u32) -> char {
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => WINDOWS[(code - 0x80) as usize],
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, LONGEST_BARE, NAMES, pieces, value};

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> = pieces(text, 0..text.len())
            .map(|piece| (piece.text.into_owned(), text.get(piece.source).unwrap().to_owned()))
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|&(text, source)| (text.to_owned(), source.to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn references_stand_for_their_characters() {
        check("a&amp;b", &[("a", "a"), ("&", "&amp;"), ("b", "b")]);
        check("&#x416;&#1078;", &[("Ж", "&#x416;"), ("ж", "&#1078;")]);
        check("caf&eacute", &[("caf", "caf"), ("é", "&eacute")]);
        check("&notit;", &[("¬", "&not"), ("it;", "it;")]);
        check("&#150;&#0&#xfffffffff;", &[("–", "&#150;"), ("�", "&#0"), ("�", "&#xfffffffff;")]);
    }

    #[test]
    fn a_bare_ampersand_is_itself() {
        check("a & b", &[("a ", "a "), ("& b", "& b")]);
        check("R&D;&", &[("R", "R"), ("&D;", "&D;"), ("&", "&")]);
        check("&&lt;", &[("&", "&"), ("<", "&lt;")]);
        check("&#;&#x;", &[("&#;", "&#;"), ("&#x;", "&#x;")]);
    }

    #[test]
    fn addresses_keep_their_parameters() {
        assert_eq!(value("?a=1&copy=2&notit=3&amp;b&amp"), "?a=1&copy=2&notit=3&b&");
    }

    #[test]
    fn names_are_as_long_as_we_think() {
        assert_eq!(NAMES.keys().map(|name| name.len()).max(), Some(LONGEST));
        let bare = NAMES.iter().filter(|(_, (_, bare))| *bare);
        assert_eq!(bare.map(|(name, _)| name.len()).max(), Some(LONGEST_BARE));
    }
}
