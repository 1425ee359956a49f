//! What investigators save by hand: each read for what it is, with where it was and when.

use flate2::{Compression, write::GzEncoder};
use parallax_acquire::{Refused, captures, read, sources};
use parallax_model::Capture;
use std::{
    fs,
    io::{Cursor, Write},
    path::Path,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

fn told(found: Result<Capture, Refused>) -> String {
    match found {
        Ok(capture) => {
            let parts = capture.parts();
            let at = parts.captured_at.map(|at| at.to_string()).unwrap_or_default();
            let text = String::from_utf8_lossy(capture.payload()).into_owned();
            format!("{} {at} {text:?}", parts.url.as_deref().unwrap_or("-"))
        }
        Err(refused) => refused.to_string(),
    }
}

fn seen(bytes: &[u8]) -> Vec<String> {
    read("x", Box::new(Cursor::new(bytes.to_vec()))).map(told).collect()
}

fn seen_in(file: &Path) -> Vec<String> {
    let name = file.to_string_lossy().into_owned();
    let folder = file.parent().expect("a folder").to_string_lossy().into_owned();
    let found = sources(&[name]).into_iter().flatten();
    found
        .flat_map(|source| captures(&source))
        .map(|found| told(found).replace(&folder, ""))
        .collect()
}

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn record(url: &str, body: &str) -> Vec<u8> {
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}");
    let mut record = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-03-01T10:00:00Z\r\n\
         WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        http.len()
    )
    .into_bytes();
    record.extend_from_slice(http.as_bytes());
    record.extend_from_slice(b"\r\n\r\n");
    zipped(&record)
}

fn wacz(pages: &str, records: &[Vec<u8>]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut put = |name: &str, how, bytes: &[u8]| {
        zip.start_file(name, how).expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    };
    put("datapackage.json", deflated, b"{}");
    put("pages/pages.jsonl", deflated, pages.as_bytes());
    let how = [stored, deflated];
    for (number, record) in records.iter().enumerate() {
        put(&format!("archive/{number}.warc.gz"), how[number % 2], record);
    }
    zip.finish().expect("memory takes it").into_inner()
}

const QUAY: &str = r#"https://quay.example/a 2026-03-01T10:00:00Z "<p>Rain""#;
const FRAME: &str = r#"https://ads.example/ 2026-03-01T10:00:00Z "<p>Buy""#;

#[test]
fn a_wacz_gives_the_pages_it_lists() {
    let records =
        [record("https://quay.example/a", "<p>Rain"), record("https://ads.example/", "<p>Buy")];
    let header = "{\"format\": \"json-pages-1.0\"}\n";
    let listed = format!("{header}{{\"url\": \"http://www.quay.example/a#top\"}}\n");
    assert_eq!(seen(&wacz(&listed, &records)), [QUAY]);
    // Without a list, or where it names what is not there, all pages are given.
    assert_eq!(seen(&wacz(header, &records)), [QUAY, FRAME]);
    let wrong = format!("{listed}{{\"url\": \"https://quay.example/gone\"}}\n");
    assert_eq!(seen(&wacz(&wrong, &records)), [QUAY, FRAME]);
}

#[test]
fn a_record_in_a_wacz_has_its_place_in_the_file() {
    let record = record("https://quay.example/a", "<p>Rain");
    let bytes = wacz("", std::slice::from_ref(&record));
    let found =
        read("x", Box::new(Cursor::new(bytes.clone()))).next().expect("one").expect("a page");
    let stored = found.parts().stored.clone();
    let (start, end) =
        (usize::try_from(stored.start).unwrap(), usize::try_from(stored.end).unwrap());
    assert_eq!(bytes.get(start..end), Some(record.as_slice()));
}

#[test]
fn a_wacz_that_is_broken_is_named() {
    let mut bytes = wacz("", &[record("https://quay.example/a", "<p>Rain")]);
    bytes.truncate(bytes.len() / 2);
    let found = seen(&bytes);
    assert!(found.len() == 1 && found[0].starts_with("x: zip archive is broken: "), "{found:?}");
    let mut empty = ZipWriter::new(Cursor::new(Vec::new()));
    empty.start_file("a.txt", SimpleFileOptions::default()).unwrap();
    let bytes = empty.finish().unwrap().into_inner();
    assert_eq!(seen(&bytes), ["x: not a page: ZIP archive without web archives in it"]);
}

#[test]
fn a_list_leads_to_its_archives() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("parts")).unwrap();
    fs::write(at("parts/a.warc.gz"), record("https://quay.example/a", "<p>Rain")).unwrap();
    fs::write(at("c.wacz"), wacz("", &[record("https://ads.example/", "<p>Buy")])).unwrap();
    fs::write(at("list.warc"), "list.warc\n").unwrap();
    let list = "# ours\nparts/a.warc.gz\n\nb.warc.gz\ns3://pile/b.warc.gz\nc.wacz\nlist.warc\n";
    let expected = |found: Vec<String>| {
        assert_eq!(found[0], QUAY);
        assert!(found[1].starts_with("/b.warc.gz: cannot open: "), "{found:?}");
        assert!(found[2].ends_with(": line 5: s3://pile/b.warc.gz is not a file of this machine: fetch it, and name the file"));
        assert_eq!(found[3..], [FRAME, "/list.warc: a list of web archives inside a list"]);
    };
    fs::write(at("all.paths"), list).unwrap();
    expected(seen_in(&at("all.paths")));
    fs::write(at("all.paths.gz"), zipped(list.as_bytes())).unwrap();
    expected(seen_in(&at("all.paths.gz")));
    // A stream that came from nowhere opens nothing.
    assert!(
        seen(b"parts/a.warc.gz\n")[0]
            .contains("line 1: parts/a.warc.gz is not a file of this machine")
    );
}

#[test]
fn pages_say_where_they_were_saved_from() {
    let single = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://web.archive.org/web/20240102030405/https://quay.example/a \n \
        saved date: Fri Mar 01 2024 10:00:00 GMT+0000 (UTC)\n--><p>Rain";
    assert!(seen(single.as_bytes())[0].starts_with("https://quay.example/a 2024-01-02T03:04:05Z "));
    assert!(
        seen(&zipped(single.as_bytes()))[0]
            .starts_with("https://quay.example/a 2024-01-02T03:04:05Z ")
    );
}

#[test]
fn messages_are_read_from_files_too() {
    let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/a\r\nDate: Fri, 1 Mar 2024 10:00:00 -0000\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\
        Content-Transfer-Encoding: base64\r\n\r\nPHA+UmFpbg==\r\n--b--\r\n";
    let expected = ["https://quay.example/a 2024-03-01T10:00:00Z \"<p>Rain\""];
    assert_eq!(seen(saved.as_bytes()), expected);
    assert_eq!(seen(&zipped(saved.as_bytes())), expected);
    let mailbox = "From - Fri Mar 01 10:00:00 2024\nDate: Fri, 1 Mar 2024 10:00:00 +0000\nMessage-ID: <1@a.example>\n\nRain fell.\n";
    assert_eq!(seen(mailbox.as_bytes()), ["- 2024-03-01T10:00:00Z \"Rain fell.\\n\""]);
    assert_eq!(seen(&zipped(mailbox.as_bytes())), ["- 2024-03-01T10:00:00Z \"Rain fell.\\n\""]);
}

#[test]
fn a_record_of_a_web_archives_page_is_the_page() {
    let kept =
        record("https://web.archive.org/web/20240102030405id_/https://quay.example/a", "<p>Rain");
    assert_eq!(seen(&kept), [r#"https://quay.example/a 2024-01-02T03:04:05Z "<p>Rain""#]);
}
