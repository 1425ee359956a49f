//! Kazakh in Latin and Arabic letters is made from Kazakh in Cyrillic ones, and what is kept is what is made.
//!
//! `UPDATE_EXPECT=1 cargo test -p parallax-site --test catalogues` makes it anew.

use expect_test::expect_file;
use parallax_language::kazakh;

const SAYS: &str = include_str!("../../locales/kk.ftl");
const NAMES: &str = include_str!("../../locales/names/kk.ftl");

#[test]
fn latin_is_made_from_cyrillic() {
    let latin = |file| written_with(file, kazakh::to_latin);
    expect_file!["../../locales/kk-latn.ftl"].assert_eq(&latin(SAYS));
    expect_file!["../../locales/names/kk-latn.ftl"].assert_eq(&latin(NAMES));
}

#[test]
fn arabic_is_made_from_cyrillic() {
    let arabic = |file| written_with(file, |text| marked(&kazakh::to_arabic(text)));
    expect_file!["../../locales/kk-arab.ftl"].assert_eq(&arabic(SAYS));
    expect_file!["../../locales/names/kk-arab.ftl"].assert_eq(&arabic(NAMES));
}

#[test]
fn what_is_not_text_stays() {
    let file = "# Сөз\nкүн = жоқ\nday-count = { $count ->\n    [one] { $count } күн\n   *[other] күн: { $count }, { $day }\n}\n";
    let made = written_with(file, kazakh::to_latin);
    let expected = "day-count = { $count ->\n    [one] { $count } kün\n   *[other] kün: { $count }, { $day }\n}\n";
    assert!(made.ends_with(expected), "{made}");
}

/// Latin words with the sign after them that the text runs on from right to left: a number that
/// follows `UTC` would else be taken along by it.
fn marked(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        out.push(letter);
        let joins = |next: &char| next.is_ascii_alphanumeric() || " -./".contains(*next);
        let goes_on = letters.peek().is_some_and(joins);
        if letter.is_ascii_alphabetic() && !goes_on {
            out.push('\u{200F}');
        }
    }
    out
}

#[test]
fn what_follows_latin_words_runs_on_from_right_to_left() {
    assert_eq!(marked("UTC"), "UTC\u{200F}");
    assert_eq!(marked("SHA-256"), "SHA-256");
    assert_eq!(marked("«parallax add»"), "«parallax add\u{200F}»");
}

/// A catalogue with its words written anew: keys, variants, placeables and headings of sections stay.
fn written_with(file: &str, write: fn(&str) -> String) -> String {
    let mut out = "# Made from the catalogue in Cyrillic by a test (tests/catalogues/scripts.rs): change that one.\n".to_owned();
    for line in file.lines().filter(|line| !line.starts_with("# ") && *line != "#") {
        if line.starts_with('#') {
            out.push_str(line);
        } else {
            let (syntax, text) = line.split_at(syntax_of(line));
            out.push_str(syntax);
            out.push_str(&text_with(text, write));
        }
        out.push('\n');
    }
    out
}

/// How much of a line stands before its words: `key =`, `   *[other]`, an indent.
fn syntax_of(line: &str) -> usize {
    let words = line.trim_start();
    let indent = line.len() - words.len();
    let end = match words.chars().next() {
        Some('[' | '*') => words.find(']'),
        Some(_) if indent == 0 => words.find('='),
        _ => None,
    };
    end.map_or(indent, |end| indent + end + 1)
}

/// Words with what stands in braces left as it is; a brace that closes on another line too.
fn text_with(text: &str, write: fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (words, placeable) = rest.split_at(open);
        out.push_str(&write(words));
        let end = placeable.find('}').map_or(placeable.len(), |close| close + 1);
        let (placeable, after) = placeable.split_at(end);
        out.push_str(placeable);
        rest = after;
    }
    out.push_str(&write(rest));
    out
}
