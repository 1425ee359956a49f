//! Files as they come: each read, or refused by name while the rest goes on.

use flate2::{Compression, write::GzEncoder};
use parallax_acquire::{MAX_PAYLOAD, captures, read, sources};
use std::{
    fs,
    io::{self, Cursor, Read, Write},
};

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn seen(bytes: Vec<u8>) -> Vec<String> {
    read("x", Box::new(Cursor::new(bytes))).map(told).collect()
}

fn told(found: Result<parallax_model::Capture, parallax_acquire::Refused>) -> String {
    match found {
        Ok(capture) => {
            let parts = capture.parts();
            let text = String::from_utf8_lossy(capture.payload()).into_owned();
            let url = parts.url.clone().unwrap_or_default();
            format!("{} {:?} {url} {text:?}", capture.media_type(), parts.stored)
        }
        Err(refused) => refused.to_string(),
    }
}

fn response(url: &str, body: &str) -> Vec<u8> {
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}");
    let mut record = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url}>\r\n\
         WARC-Date: 2026-03-01T10:00:00Z\r\nWARC-Target-URI: https://{url}/\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        http.len()
    )
    .into_bytes();
    record.extend_from_slice(http.as_bytes());
    record.extend_from_slice(b"\r\n\r\n");
    record
}

fn archive() -> [Vec<u8>; 2] {
    [response("quay.example", "<p>Rain"), response("mole.example", "<p>Snow")]
}

#[test]
fn a_page_is_read_as_it_stands_and_unzipped() {
    assert_eq!(seen(b"<p>Rain".to_vec()), [r#"text/html 0..7  "<p>Rain""#]);
    let stored = zipped(b"Rain fell.");
    let length = stored.len();
    assert_eq!(seen(stored), [format!(r#"text/plain 0..{length}  "Rain fell.""#)]);
}

#[test]
fn a_truncated_gzip_is_refused() {
    let mut stored = zipped(&vec![b'a'; 100_000]);
    stored.truncate(stored.len() - 12);
    assert!(seen(stored)[0].starts_with("x: gzip stream is broken: "));
    assert!(seen(b"\x1F\x8Bnonsense".to_vec())[0].starts_with("x: gzip stream is broken: "));
}

#[test]
fn records_of_an_archive_keep_their_places() {
    let [first, second] = archive();
    let plain = [first.clone(), second.clone()].concat();
    let ends = (first.len(), plain.len());
    assert_eq!(
        seen(plain),
        [
            format!(r#"text/html 0..{} https://quay.example/ "<p>Rain""#, ends.0 - 4),
            format!(r#"text/html {}..{} https://mole.example/ "<p>Snow""#, ends.0 - 4, ends.1 - 4),
        ]
    );
    let (first, second) = (zipped(&first), zipped(&second));
    let (cut, end) = (first.len(), first.len() + second.len());
    assert_eq!(
        seen([first, second].concat()),
        [
            format!(r#"text/html 0..{cut} https://quay.example/ "<p>Rain""#),
            format!(r#"text/html {cut}..{end} https://mole.example/ "<p>Snow""#),
        ]
    );
}

#[test]
fn an_archive_cut_in_the_middle_gives_what_is_whole() {
    let [first, second] = archive();
    let mut cut = [first.clone(), second.clone()].concat();
    cut.truncate(cut.len() - 9);
    let found = seen(cut);
    assert_eq!(found.len(), 2);
    assert!(found[1].contains("cut short: header says"), "{}", found[1]);
    let mut cut = [zipped(&first), zipped(&second)].concat();
    cut.truncate(cut.len() - 60);
    let found = seen(cut);
    assert!(found[0].contains("Rain") && found[1].contains("gzip stream is broken"), "{found:?}");
}

#[test]
fn a_broken_record_costs_itself_alone() {
    let [first, second] = archive();
    let found = seen([first, b"WARC/1.0\r\nWARC-Type: response\r\n\r\n".to_vec(), second].concat());
    assert_eq!(found.len(), 3);
    assert!(found[1].ends_with("not a record: no Content-Length"));
    assert!(found[2].contains("Snow"));
}

#[test]
fn a_record_that_lies_about_its_length_is_refused() {
    let lie =
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nabc".to_vec();
    assert!(seen(lie)[0].contains("cut short: header says 99999999999999 bytes, file holds 3"));
}

#[test]
fn a_line_longer_than_we_read_is_refused_and_the_next_is_read() {
    let long = io::repeat(b'a').take(u64::try_from(MAX_PAYLOAD).unwrap() + 10);
    let lines =
        Cursor::new(b"{\"text\":\"".to_vec()).chain(long).chain(&b"\"}\n{\"text\":\"b\"}\n"[..]);
    let found: Vec<_> = read("x", Box::new(lines)).map(told).collect();
    assert_eq!(found[0], "x: line 1: larger than 64 MiB");
    assert!(found[1].starts_with("application/json"));
}

#[test]
fn a_row_that_is_not_utf8_is_named_with_its_place() {
    let lines = b"{\"text\":\"a\"}\n{\"text\":\"\xFF\"}\n".to_vec();
    assert_eq!(seen(lines)[1], "x: line 2: not UTF-8 at byte 9");
}

#[test]
fn folders_are_walked_in_byte_order_and_gaps_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("b")).unwrap();
    for name in ["b/x.txt", "a.txt", "B.txt", ".hidden"] {
        fs::write(at(name), "Rain fell.").unwrap();
    }
    fs::write(at("empty"), "").unwrap();
    let given = folder.path().to_string_lossy().into_owned();
    let names = [given.clone(), format!("{given}/nothing")];
    let found: Vec<String> = sources(&names)
        .iter()
        .flat_map(|source| match source {
            Ok(source) => captures(source)
                .map(|found| match found {
                    Ok(capture) => capture.parts().path.clone(),
                    Err(refused) => refused.to_string(),
                })
                .collect(),
            Err(refused) => vec![refused.to_string()],
        })
        .map(|line| line.replace(&given, ""))
        .collect();
    let missing = &found[4];
    assert_eq!(found[..4], ["/B.txt", "/a.txt", "/b/x.txt", "/empty: empty"]);
    assert!(missing.starts_with("/nothing: cannot open: "));
}
