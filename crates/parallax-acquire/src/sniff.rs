//! What a file is, told from its first bytes.

mod messages;
mod pages;

use crate::{Reason, exported, paths};
use flate2::bufread::MultiGzDecoder;
use messages::{is_mailbox, is_message};
use pages::is_markup;
use parallax_model::MediaType;
use std::io::{self, Read};

/// Bytes looked at.
pub(crate) const WINDOW: usize = 64 << 10;

/// What a file is.
pub(crate) enum Kind {
    Gzip,
    Warc,
    Zip,
    /// A list of web archives.
    Paths,
    /// A message: a letter, or a page saved as one.
    Message,
    Mailbox,
    Rows,
    /// Articles that another reader gave out.
    Export,
    Page(MediaType),
    Refused(Reason),
}

/// The first bytes of a stream.
pub(crate) fn window(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut window = Vec::new();
    let limit = u64::try_from(WINDOW).expect("the window fits in 64 bits");
    reader.take(limit).read_to_end(&mut window)?;
    Ok(window)
}

/// The first bytes that come out of a gzip stream that starts with `window`.
pub(crate) fn unzipped(window: &[u8]) -> io::Result<Vec<u8>> {
    let mut start = vec![0; WINDOW];
    let mut decoder = MultiGzDecoder::new(window);
    let mut filled = 0;
    while let Some(room) = start.get_mut(filled..).filter(|room| !room.is_empty()) {
        match decoder.read(room) {
            Ok(0) => break,
            Ok(given) => filled += given,
            // The window ends before the stream does, or the stream is broken
            // further on: what came out so far tells what it is.
            Err(_) if filled > 0 => break,
            Err(error) => return Err(error),
        }
    }
    start.truncate(filled);
    Ok(start)
}

/// Tells what a stream that starts with `window` is.
pub(crate) fn kind(window: &[u8]) -> Kind {
    if window.is_empty() {
        return Kind::Refused(Reason::Empty);
    }
    if window.starts_with(&[0x1F, 0x8B]) {
        return Kind::Gzip;
    }
    if window.starts_with(b"PK\x03\x04") {
        return Kind::Zip;
    }
    if let Some(what) = magic(window) {
        return Kind::Refused(Reason::Binary(what));
    }
    let Some(text) = skim(window) else {
        return Kind::Refused(Reason::Binary("binary data"));
    };
    let start = text.trim_ascii_start();
    if start.is_empty() {
        return Kind::Refused(Reason::Empty);
    }
    if start.starts_with(b"WARC/") {
        return Kind::Warc;
    }
    if exported::is_export(start) {
        return Kind::Export;
    }
    if start.starts_with(b"{") {
        return json(start);
    }
    if paths::is_list(start) {
        return Kind::Paths;
    }
    if is_mailbox(start) {
        return Kind::Mailbox;
    }
    if is_message(start) {
        return Kind::Message;
    }
    Kind::Page(if is_markup(start) { MediaType::Html } else { MediaType::Text })
}

/// Formats people mix up with pages, by their first bytes.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG picture"),
    (b"\xFF\xD8\xFF", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"RIFF", "RIFF media"),
    (b"\x7FELF", "program"),
    (b"BZh", "bzip2 archive"),
    (b"\xFD7zXZ", "xz archive"),
    (b"\x28\xB5\x2F\xFD", "zstd archive"),
    (b"SQLite format 3", "SQLite database"),
];

fn magic(window: &[u8]) -> Option<&'static str> {
    MAGIC.iter().find(|(start, _)| window.starts_with(start)).map(|(_, what)| *what)
}

/// The window with a byte-order mark dropped and UTF-16 squeezed to its ASCII;
/// `None` where the bytes are no text.
fn skim(window: &[u8]) -> Option<Vec<u8>> {
    let ascii = |pair: &[u8], low: usize| match pair {
        [a, b] if [*a, *b][1 - low] == 0 => [*a, *b][low],
        _ => b'?',
    };
    match window {
        [0xFF, 0xFE, rest @ ..] => Some(rest.chunks(2).map(|pair| ascii(pair, 0)).collect()),
        [0xFE, 0xFF, rest @ ..] => Some(rest.chunks(2).map(|pair| ascii(pair, 1)).collect()),
        _ if is_bare_utf_16(window, 0) => {
            Some(window.chunks(2).map(|pair| ascii(pair, 0)).collect())
        }
        _ if is_bare_utf_16(window, 1) => {
            Some(window.chunks(2).map(|pair| ascii(pair, 1)).collect())
        }
        _ => {
            let text = window.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(window);
            let controls = text.iter().filter(|byte| is_control(**byte)).count();
            // A stray control character or NUL happens in real pages; one in fifty does not.
            (controls * 50 < text.len().max(50)).then(|| text.to_vec())
        }
    }
}

/// Whether the window is UTF-16 without a byte-order mark, the letter `low` in
/// each pair: most pairs at its start are ASCII, and none is the other way round.
fn is_bare_utf_16(window: &[u8], low: usize) -> bool {
    const LOOKED_AT: usize = 512;
    let start = window.get(..window.len().min(LOOKED_AT)).unwrap_or_default();
    let mut letters = 0;
    for pair in start.chunks_exact(2) {
        let (letter, high) = (pair[low], pair[1 - low]);
        match (letter, high) {
            (0, _) => return false,
            (letter, 0) if is_control(letter) => return false,
            (_, 0) => letters += 1,
            _ => {}
        }
    }
    letters * 4 > start.len().max(4)
}

fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)
}

/// One object a line is rows; an object over many lines is some other JSON.
fn json(start: &[u8]) -> Kind {
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let whole = line.len() < start.len();
    match serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(line) {
        Ok(_) => Kind::Rows,
        // A first line longer than the window is judged when it is read whole.
        Err(_) if !whole => Kind::Rows,
        // Broken, but meant as a row: the reader names the line and goes on.
        Err(_) if line.trim_ascii_end().ends_with(b"}") => Kind::Rows,
        Err(error) => Kind::Refused(Reason::NotRows(error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let found = match kind(bytes) {
            Kind::Gzip => "gzip".to_owned(),
            Kind::Warc => "warc".to_owned(),
            Kind::Zip => "zip".to_owned(),
            Kind::Paths => "paths".to_owned(),
            Kind::Message => "message".to_owned(),
            Kind::Mailbox => "mailbox".to_owned(),
            Kind::Rows => "rows".to_owned(),
            Kind::Export => "export".to_owned(),
            Kind::Page(media_type) => media_type.to_string(),
            Kind::Refused(reason) => reason.to_string(),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn content_decides_and_not_the_name() {
        check(b"<!DOCTYPE html><p>hi", "text/html");
        check(b"\n  <HTML lang=en>", "text/html");
        check(b"Harbour news\n\nRain fell on Monday.", "text/plain");
        check(b"{\"id\": 1, \"text\": \"a\"}\n", "rows");
        check(b"WARC/1.0\r\n", "warc");
        check(b"\x1F\x8B\x08\0", "gzip");
        check("\u{FEFF}Harbour news".as_bytes(), "text/plain");
        check(b"\xFF\xFE<\0h\0t\0m\0l\0", "text/html");
        check(b"<\0h\0t\0m\0l\0>\0", "text/html");
        check(b"\0R\0a\0i\0n\0 \0f\0e\0l\0l", "text/plain");
    }

    #[test]
    fn what_people_save_by_hand_is_told_by_its_start() {
        check(b"PK\x03\x04", "zip");
        check(b"a.warc.gz\nb/c.warc\n", "paths");
        check(b"Received: from a\r\n by b\r\nSubject: News\r\n\r\nRain", "message");
        check(b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n", "message");
        check(b"From - Tue Jan 02 03:04:05 2024\nX-Mozilla-Status: 0001\n\n", "mailbox");
        check(b"From: the mayor\nSubject: rain\n\nRain fell.", "text/plain");
        check(b"From Tuesday on\nRain fell.", "text/plain");
        check(b"Message-ID: 1\nRain fell on Monday.\n\nMore", "text/plain");
    }

    #[test]
    fn what_is_no_page_is_named() {
        check(b"", "empty");
        check(b" \n\t ", "empty");
        check(b"%PDF-1.7", "not a page: PDF");
        check(b"\x01\0\x02\0\x03\0\x04\0", "not a page: binary data");
        check(&[0, 1, 2, 3, 4, 5, 6, 7, 1, 1, 1], "not a page: binary data");
        check(
            b"{\n \"story\": 1\n}\n",
            "JSON, but not one article a line: EOF while parsing an object at line 1 column 1",
        );
    }
}
