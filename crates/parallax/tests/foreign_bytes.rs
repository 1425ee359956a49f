//! Whatever the bytes, the program reads them or refuses them by name; no room breaks a promise.

use parallax::{evidence::check, pipeline};
use parallax_acquire::read;
use parallax_publish::Generator;
use proptest::prelude::*;
use std::{fs, io::Cursor, path::Path};

/// Reads bytes as a file would be read; a defect of ours fails the test.
fn survives(bytes: Vec<u8>) {
    for found in read("x", Box::new(Cursor::new(bytes))) {
        let Ok(capture) = found else { continue };
        if let Err(unread) = pipeline::read(&capture) {
            assert!(!unread.reason.contains("defect"), "{}", unread.reason);
        }
    }
}

fn generator() -> Generator {
    let name = || "test".to_owned();
    Generator { name: name(), version: name(), tables: name(), encoder: None }
}

/// The bundled captures: real shapes to be mangled.
fn pages() -> Vec<Vec<u8>> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let names = [fixtures.to_string_lossy().into_owned()];
    let captures = parallax_acquire::sources(&names);
    let inside = captures.iter().flatten().filter(|source| source.path().contains("captures"));
    inside.filter_map(|source| fs::read(source.path()).ok()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(bytes);
    }

    #[test]
    fn random_text(text in "[\\PC\\n]{0,300}") {
        survives(text.clone().into_bytes());
        survives(format!("<html><body><article><h1>{text}</h1><p>{text}").into_bytes());
    }

    #[test]
    fn random_markup(tags in prop::collection::vec("</?(p|div|h1|table|tr|td|li|ul|figure|script|a|span|title|svg|template)( [a-z]+=\"[^\"<>]{0,8}\")?>|[a-z. “”\"]{0,20}", 0..60)) {
        survives(format!("<!doctype html>{}", tags.concat()).into_bytes());
    }

    #[test]
    fn what_is_said_to_be_evidence(
        captures: Vec<u8>,
        manifest in "(\\{\"evidence\":1,)?[\\PC]{0,80}",
        spans: Vec<u8>,
    ) {
        let files = [
            ("captures.warc.gz", captures.as_slice()),
            ("manifest.json", manifest.as_bytes()),
            ("spans.jsonl", spans.as_slice()),
        ];
        let zip = parallax_export::zip::write(files).expect("three files make a zip");
        prop_assert!(!check(&zip, &generator()).wrong.is_empty());
        prop_assert!(!check(&captures, &generator()).wrong.is_empty());
    }

    #[test]
    fn mangled_pages(
        page in 0_usize..64,
        cut in 0_usize..1000,
        at in 0_usize..1000,
        splice in prop::collection::vec(any::<u8>(), 0..12),
    ) {
        let pages = pages();
        let mut bytes = pages[page % pages.len()].clone();
        bytes.truncate(bytes.len() * cut / 1000);
        let middle = bytes.len() * at / 1000;
        bytes.splice(middle..middle, splice);
        survives(bytes);
    }
}

#[test]
fn deep_and_wide_markup() {
    survives(format!("<!doctype html>{}deep", "<div>".repeat(100_000)).into_bytes());
    survives(format!("<!doctype html><p {}>wide", "a=b ".repeat(100_000)).into_bytes());
    survives(format!("<!doctype html><p>{}", "&amp;&lt;&#0;".repeat(50_000)).into_bytes());
    survives(format!("<!doctype html><title>{}", "unclosed ".repeat(50_000)).into_bytes());
    survives("“".repeat(200_000).into_bytes());
    survives("word ".repeat(400_000).into_bytes());
    survives("word\n".repeat(200_000).into_bytes());
    survives(vec![b'a'; 3_000_000]);
}
