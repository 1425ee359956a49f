//! Words from pages, as words in Markdown.

/// `text` on one line, with everything that could be markup escaped.
///
/// ```text
/// *sic* [1]  becomes  \*sic\* \[1\]
/// ```
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut only_digits = true;
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        for letter in word.chars() {
            let at_start = at == 0 && only_digits;
            let starts_list = match letter {
                '.' | ')' => at_start && out.ends_with(|last: char| last.is_ascii_digit()),
                '#' | '+' | '-' | '=' => at_start && out.is_empty(),
                _ => false,
            };
            let markup = matches!(
                letter,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' | '!'
            );
            if markup || starts_list {
                out.push('\\');
            }
            only_digits &= letter.is_ascii_digit();
            out.push(if letter.is_control() { char::REPLACEMENT_CHARACTER } else { letter });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escape(text), expected);
    }

    #[test]
    fn markup_becomes_words() {
        check("*sic* [1] <b>x</b> a|b", r"\*sic\* \[1\] \<b\>x\</b\> a\|b");
    }

    #[test]
    fn a_number_does_not_start_a_list() {
        check("1. FC Harrow won 2. place", r"1\. FC Harrow won 2. place");
        check("- so", r"\- so");
        check("# 1", r"\# 1");
    }

    #[test]
    fn line_breaks_become_spaces() {
        check("one\n\n> two", r"one \> two");
    }

    #[test]
    fn plain_words_stay() {
        check("U.S. officials, at 10:19 - so far", "U.S. officials, at 10:19 - so far");
    }
}
