//! Character references: `&amp;`, `&#8217;`, and those of pages in feeds (`&nbsp;`).

use html5gum::{Token, Tokenizer};
use std::borrow::Cow;

/// The text with its references undone; what is none stays as it is.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let length = 1 + reference
            .bytes()
            .skip(1)
            .take(LONGEST)
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
            .count();
        let with_end = length + usize::from(reference.as_bytes().get(length) == Some(&b';'));
        let (written, behind) = reference.split_at_checked(with_end).unwrap_or((reference, ""));
        match written {
            "&apos;" => out.push('\''),
            _ => push(written, &mut out),
        }
        rest = behind;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// No reference is longer.
const LONGEST: usize = 32;

fn push(written: &str, out: &mut String) {
    if written.len() < 3 {
        return out.push_str(written);
    }
    for Ok(token) in Tokenizer::new(written) {
        if let Token::String(text) = token {
            out.push_str(&String::from_utf8_lossy(&text));
        }
    }
}

/// The text as it may stand in markup, in attributes too.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn references_of_feeds_and_of_pages_are_undone() {
        assert_eq!(
            decoded("a &amp; b &rsquo;&#8217;&#x2019; &apos;&nbsp;"),
            "a & b \u{2019}\u{2019}\u{2019} '\u{A0}"
        );
        assert_eq!(
            decoded("AT&T & Sons &nosuch; &;&#xFFFFFFFF;"),
            "AT&T & Sons &nosuch; &;\u{FFFD}"
        );
    }

    proptest! {
        #[test]
        fn what_is_escaped_is_read_again(text in "[^\\p{Cc}\u{FFFE}\u{FFFF}]{0,40}") {
            let written = escaped(&text);
            prop_assert_eq!(decoded(&written), text);
        }
    }
}
