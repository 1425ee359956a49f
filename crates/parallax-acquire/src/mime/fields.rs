//! The fields at the head of a message or of one of its parts.

use super::transfer;
use encoding_rs::{Encoding, UTF_8};

/// Longer heads are cut.
const LONGEST: usize = 256 << 10;

/// Names and values, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The fields, and what stands behind the empty line after them.
    pub(crate) fn read(bytes: &[u8]) -> (Self, &[u8]) {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            at += line.len();
            if line.trim_ascii().is_empty() {
                break;
            }
            if at > LONGEST {
                continue;
            }
            let text = String::from_utf8_lossy(line.trim_ascii_end());
            match text.split_once(':') {
                _ if text.starts_with([' ', '\t']) => {
                    if let Some((_, value)) = fields.last_mut() {
                        value.push(' ');
                        value.push_str(text.trim_start());
                    }
                }
                Some((name, value)) => {
                    fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
                None => {}
            }
        }
        (Self(fields), bytes.get(at..).unwrap_or_default())
    }

    /// The first value of a field, named in small letters.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Whether there is such a field.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The first value, with its encoded words undone.
    pub(crate) fn words(&self, name: &str) -> Option<String> {
        self.get(name).map(words).filter(|value| !value.is_empty())
    }
}

/// A parameter of a value: `text/html; charset="utf-8"`.
pub(super) fn parameter(value: &str, name: &str) -> Option<String> {
    let mut rest = value.split_once(';')?.1;
    loop {
        let (key, behind) = rest.split_once('=')?;
        let behind = behind.trim_start();
        let (found, after) = match behind.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => behind.split_at_checked(behind.find(';').unwrap_or(behind.len()))?,
        };
        if key.trim_matches([' ', '\t', ';']).eq_ignore_ascii_case(name) {
            return Some(found.trim().to_owned());
        }
        rest = after;
    }
}

/// Undoes encoded words (RFC 2047): `=?utf-8?Q?Caf=C3=A9?=`.
fn words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    // A character may be cut between two words of one encoding, so their bytes are joined first.
    let mut waiting: Option<(&'static Encoding, Vec<u8>)> = None;
    let flush = |waiting: &mut Option<(&'static Encoding, Vec<u8>)>, out: &mut String| {
        if let Some((encoding, bytes)) = waiting.take() {
            out.push_str(&encoding.decode_without_bom_handling(&bytes).0);
        }
    };
    while let Some((before, behind)) = rest.split_once("=?") {
        let Some((encoding, bytes, after)) = word(behind) else {
            flush(&mut waiting, &mut out);
            out.push_str(before);
            out.push_str("=?");
            rest = behind;
            continue;
        };
        // Blanks between two words are no part of the text.
        if !before.trim().is_empty() || waiting.is_none() {
            flush(&mut waiting, &mut out);
            out.push_str(before);
        }
        match &mut waiting {
            Some((held, all)) if *held == encoding => all.extend_from_slice(&bytes),
            _ => {
                flush(&mut waiting, &mut out);
                waiting = Some((encoding, bytes));
            }
        }
        rest = after;
    }
    flush(&mut waiting, &mut out);
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Longer words are none: the standard allows 75 bytes.
const LONGEST_WORD: usize = 1000;

fn word(text: &str) -> Option<(&'static Encoding, Vec<u8>, &str)> {
    // Looking no further keeps a text of many beginnings and no end cheap.
    let mut near = LONGEST_WORD.min(text.len());
    while !text.is_char_boundary(near) {
        near -= 1;
    }
    let near = text.get(..near)?;
    let (charset, rest) = near.split_once('?')?;
    let (how, rest) = rest.split_once('?')?;
    let (written, _) = rest.split_once("?=")?;
    let charset = charset.split('*').next().unwrap_or_default();
    let encoding = Encoding::for_label(charset.as_bytes()).unwrap_or(UTF_8);
    let bytes = match how {
        "B" | "b" => transfer::base64(written.as_bytes()),
        "Q" | "q" => transfer::quoted_printable(written.replace('_', " ").as_bytes()),
        _ => return None,
    };
    let length = charset_length(near, written)?;
    Some((encoding, bytes, text.get(length..)?))
}

/// How long the word is, with its end.
fn charset_length(near: &str, written: &str) -> Option<usize> {
    // charset ? X ? written ?=
    Some(near.find('?')? + 3 + written.len() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_unfolded_and_the_first_counts() {
        let (fields, body) = Fields::read(b"Subject: a\r\n b\nX: 1\nx: 2\r\n\r\nbody");
        assert_eq!(
            (fields.get("subject"), fields.get("x"), body),
            (Some("a b"), Some("1"), &b"body"[..])
        );
    }

    #[test]
    fn parameters_are_found_in_quotes_and_without() {
        let value = "multipart/related; type=\"text/html; a\"; boundary=b;charset = \"c\"";
        assert_eq!(parameter(value, "boundary").as_deref(), Some("b"));
        assert_eq!(parameter(value, "CHARSET").as_deref(), Some("c"));
        assert_eq!(parameter(value, "type").as_deref(), Some("text/html; a"));
        assert_eq!(parameter(value, "start"), None);
        assert_eq!(parameter("text/html", "charset"), None);
    }

    #[test]
    fn encoded_words_are_undone() {
        assert_eq!(words("=?UTF-8?Q?Caf=C3=A9_news?= <a@b.example>"), "Café news <a@b.example>");
        assert_eq!(words("=?utf-8?B?0J/Qvg==?= =?utf-8?B?0YDRgg==?="), "Порт");
        // One letter in two words.
        assert_eq!(words("=?utf-8?Q?caf=C3?=\t=?utf-8?Q?=A9?="), "café");
        assert_eq!(words("a =?b? c =?x"), "a =?b? c =?x");
        assert_eq!(words("=?koi8-r?Q?=F0=CF=D2=D4?= ok"), "Порт ok");
    }
}
