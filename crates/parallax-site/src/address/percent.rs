//! Steps of paths and pairs of queries, percent-encoded.

use std::fmt::Write;

/// A name as one step of a path.
///
/// What a browser or a file system would read as something else is written with a tilde, so
/// that the same step serves as an address and as the name of a folder.
pub(super) fn step(name: &str) -> String {
    let mut out = String::new();
    for (at, letter) in name.chars().enumerate() {
        match letter {
            '~' => out.push_str("~~"),
            '/' => out.push_str("~s"),
            '\\' => out.push_str("~b"),
            '.' if at == 0 => out.push_str("~d"),
            letter => encode(&mut out, letter),
        }
    }
    if out.is_empty() { "~".to_owned() } else { out }
}

/// The name that [`step`] wrote so.
pub(super) fn name(step: &str) -> Option<String> {
    let decoded = decoded(step)?;
    let mut out = String::with_capacity(decoded.len());
    let mut letters = decoded.chars();
    while let Some(letter) = letters.next() {
        if letter != '~' {
            out.push(letter);
            continue;
        }
        match letters.next() {
            Some('~') => out.push('~'),
            Some('s') => out.push('/'),
            Some('b') => out.push('\\'),
            Some('d') => out.push('.'),
            None if out.is_empty() => (),
            _ => return None,
        }
    }
    Some(out)
}

/// A query: `?topic=15000000&place=Quay`, nothing without pairs.
pub(super) fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let mut out = String::new();
    for (key, value) in pairs {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(key);
        out.push('=');
        value.chars().for_each(|letter| encode(&mut out, letter));
    }
    out
}

/// The pairs of a query; what is no text is left out.
pub(super) fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .filter_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decode(key, true)?, decode(value, true)?))
        })
        .collect()
}

fn encode(out: &mut String, letter: char) {
    if letter.is_ascii_alphanumeric() || "-_.~".contains(letter) {
        out.push(letter);
        return;
    }
    for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
        let _ = write!(out, "%{byte:02X}");
    }
}

/// A step of a path without its percent signs; none where these are broken.
///
/// ```
/// use parallax_site::decoded;
/// assert_eq!(decoded("The%20Quay").as_deref(), Some("The Quay"));
/// assert_eq!(decoded("%zz"), None);
/// ```
pub fn decoded(step: &str) -> Option<String> {
    decode(step, false)
}

fn decode(text: &str, form: bool) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let value = digit(rest.next())? * 16 + digit(rest.next())?;
                bytes.push(u8::try_from(value).ok()?);
            }
            b'+' if form => bytes.push(b' '),
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

#[cfg(test)]
mod tests {
    use super::{name, pairs, query, step};
    use proptest::prelude::*;

    #[test]
    fn a_step_is_no_way_out_of_its_folder() {
        assert_eq!(step("../a"), "~d.~sa");
        assert_eq!(step("Әділет"), "%D3%98%D0%B4%D1%96%D0%BB%D0%B5%D1%82");
    }

    #[test]
    fn broken_escapes_are_no_name() {
        assert_eq!(name("%4"), None);
        assert_eq!(name("%ff"), None);
        assert_eq!(name("~x"), None);
    }

    proptest! {
        #[test]
        fn a_name_is_read_as_it_was_written(words in "[^\0]{0,24}") {
            prop_assert_eq!(name(&step(&words)), Some(words));
        }

        #[test]
        fn a_query_is_read_as_it_was_written(words in "[^\0]{0,24}") {
            let written = query([("q", words.clone())]);
            prop_assert_eq!(pairs(written.trim_start_matches('?')), [("q".to_owned(), words)]);
        }

        #[test]
        fn nothing_breaks_reading(words in ".{0,40}") {
            let _ = name(&words);
            let _ = pairs(&words);
        }
    }
}
