//! What the program that saved a page wrote into it: the page's address, and when.
//!
//! Only notes at the head of a page are believed, and of those at its end only the one that a
//! web archive puts there: what stands between belongs to the page.

use crate::{
    decoded,
    markup::{self, Dialect, Markup, Tag, Token},
    moments::{self, When},
    wayback,
};
use jiff::Timestamp;
use std::borrow::Cow;

/// Bytes at the start of a page in which saving programs leave their note.
const HEAD: usize = 16 << 10;

/// Bytes at its end, for the note of a web archive.
const FOOT: usize = 8 << 10;

/// Where a saved page was, and when it was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) url: Option<String>,
    pub(crate) at: Option<Timestamp>,
}

impl Origin {
    /// An address and a moment, led back to the page's own where an archive kept it.
    pub(crate) fn of(url: &str, at: Option<Timestamp>) -> Self {
        let url = url.trim();
        if !is_web(url) {
            return Self { url: None, at };
        }
        let (url, at) = wayback::own(url.to_owned(), at);
        Self { url: Some(url), at }
    }
}

/// What a page says of where it was saved from.
pub(crate) fn origin(page: &[u8]) -> Origin {
    let head = lossy(page.get(..page.len().min(HEAD)).unwrap_or(page));
    let mut found = Origin::default();
    for placed in Markup::new(&head, Dialect::Html) {
        let one = match placed.token {
            Token::Comment(text) => noted(text),
            Token::Start(tag) if tag.is("html") => scrapbook(&tag),
            Token::Raw(script) => rewritten(script),
            Token::Start(tag) if tag.is("body") => break,
            _ => None,
        };
        if let Some(one) = one {
            found = Origin { url: found.url.or(one.url), at: found.at.or(one.at) };
        }
    }
    Origin { at: found.at.or_else(|| archived(page)), ..found }
}

/// Notes are ASCII: only text in units of two bytes has to be decoded to find them.
fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => decoded::decoded(bytes, None),
        _ => String::from_utf8_lossy(bytes),
    }
}

fn is_web(url: &str) -> bool {
    let start: String = url.chars().take(8).collect::<String>().to_ascii_lowercase();
    (start.starts_with("http://") || start.starts_with("https://"))
        && !url.contains(char::is_whitespace)
}

/// A comment that says where the page was saved from.
fn noted(text: &str) -> Option<Origin> {
    let text = text.trim();
    let start: String = text.chars().take(40).collect::<String>().to_ascii_lowercase();
    if start.starts_with("saved from url=") {
        // Internet Explorer, Chrome, Edge: the length, then the address. Its length is not needed.
        let behind = text.split_once('=')?.1.trim();
        let url = behind
            .strip_prefix('(')
            .and_then(|rest| rest.split_once(')'))
            .map_or(behind, |(_, url)| url);
        return Some(Origin::of(url, None));
    }
    if start.starts_with("page saved with singlefile")
        || start.starts_with("archive processed by singlefile")
    {
        let field = |name: &str| {
            let line = text.lines().map(str::trim).find(|line| line.starts_with(name))?;
            line.get(name.len()..).map(str::trim)
        };
        let at = field("saved date:").and_then(When::read).map(|when| when.moment());
        return Some(Origin::of(field("url:")?, at));
    }
    if start.starts_with("saved from ") {
        // Monolith: `Saved from URL at MOMENT using …`.
        let mut words = text.split_whitespace().skip(2);
        let url = words.next()?;
        let at = words.nth(1).and_then(When::read).map(|when| when.moment());
        return Some(Origin::of(url, at));
    }
    if start.starts_with("mirrored from ") {
        // HTTrack: `Mirrored from HOST/PATH by HTTrack …, MOMENT`.
        let url = text.split_whitespace().nth(2)?;
        let at =
            text.split_once("], ").and_then(|(_, date)| When::read(date)).map(|when| when.moment());
        let url = if is_web(url) { url.to_owned() } else { format!("http://{url}") };
        return Some(Origin::of(&url, at));
    }
    None
}

/// `WebScrapBook`: attributes of the root.
fn scrapbook(tag: &Tag<'_>) -> Option<Origin> {
    let url = tag.get("data-scrapbook-source")?;
    let at = tag.get("data-scrapbook-create").and_then(|at| moments::packed(at.get(..14)?));
    Some(Origin::of(&url, at))
}

/// The script that a web archive puts at the head of what it gives out: address and moment are its first arguments.
fn rewritten(script: &str) -> Option<Origin> {
    let (_, call) = script.split_once("__wm.wombat(")?;
    let mut quoted = call.split(['"', '\'']).skip(1).step_by(2);
    let (url, at) = (quoted.next()?, quoted.next()?);
    Some(Origin::of(&markup::decoded(url), moments::packed(at)))
}

/// The note a web archive leaves at the end: `FILE ARCHIVED ON 03:04:05 Jan 02, 2024 AND RETRIEVED …`.
fn archived(page: &[u8]) -> Option<Timestamp> {
    let foot = lossy(page.get(page.len().saturating_sub(FOOT)..)?);
    let (_, behind) = foot.split_once("FILE ARCHIVED ON ")?;
    let (written, _) = behind.split_once(" AND RETRIEVED FROM THE INTERNET ARCHIVE")?;
    When::read(written).map(|when| when.moment())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: &str) {
        let Origin { url, at } = origin(page.as_bytes());
        let told = format!(
            "{} {}",
            url.as_deref().unwrap_or("-"),
            at.map_or("-".to_owned(), |at| at.to_string())
        );
        assert_eq!(told, expected, "{page}");
    }

    const AT: &str = "2024-01-02T03:04:05Z";

    #[test]
    fn saving_programs_leave_their_note() {
        check(
            "<!DOCTYPE html>\n<!-- saved from url=(0024)https://quay.example/news -->\n<html>",
            "https://quay.example/news -",
        );
        check(
            "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://quay.example/a?b=c \n saved date: \
             Tue Jan 02 2024 04:04:05 GMT+0100 (Central European Standard Time)\n--><meta charset=utf-8>",
            &format!("https://quay.example/a?b=c {AT}"),
        );
        check(
            "<!-- Saved from https://quay.example/ at 2024-01-02T03:04:05Z using monolith v2.8.1 -->",
            &format!("https://quay.example/ {AT}"),
        );
        check(
            "<html><!-- Mirrored from quay.example/a.html by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 02 Jan 2024 03:04:05 GMT -->",
            &format!("http://quay.example/a.html {AT}"),
        );
        check(
            "<html data-scrapbook-source='https://quay.example/' data-scrapbook-create=20240102030405678>",
            &format!("https://quay.example/ {AT}"),
        );
    }

    #[test]
    fn what_a_web_archive_gave_is_led_back() {
        check(
            "<!-- saved from url=(0063)https://web.archive.org/web/20240102030405/https://quay.example/a -->",
            &format!("https://quay.example/a {AT}"),
        );
        check(
            "<head><script>__wm.init(\"x\");__wm.wombat(\"https://quay.example/a\",\"20240102030405\",\"https://web.archive.org/\")</script>",
            &format!("https://quay.example/a {AT}"),
        );
        check(
            "<p>Rain</p><!--\n FILE ARCHIVED ON 03:04:05 Jan 02, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 05:00:00 Feb 03, 2025.\n-->",
            &format!("- {AT}"),
        );
    }

    #[test]
    fn pages_of_two_byte_units_have_notes_too() {
        let page = "\u{FEFF}<!-- saved from url=(0024)https://quay.example/news --><p>Порт";
        let bytes: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(origin(&bytes).url.as_deref(), Some("https://quay.example/news"));
    }

    #[test]
    fn what_the_page_itself_says_is_no_note() {
        check("<body><!-- saved from url=(0024)https://quay.example/news -->", "- -");
        check("<!-- saved from url=(0014)about:internet -->", "- -");
        check("<!-- saved from the fire -->", "- -");
        check("<p>Rain fell.", "- -");
    }
}
