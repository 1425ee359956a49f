//! The odd pages: each of one kind of bad input, with what its record must hold beside it.

#[path = "odd_pages/expectation.rs"]
mod expectation;

use expectation::Expectation;
use parallax::pipeline;
use parallax_model::{Annotations, Article, Capture, ReadArticle, Span};
use std::{fs, io::Cursor, path::PathBuf, process::Command};

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/odd-pages").join(name)
}

/// The odd pages by name, in order.
fn pages() -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder("pages")).expect("the folder exists");
    let mut pages: Vec<_> = entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("our names are UTF-8");
            (name, fs::read(entry.path()).expect("a page can be read"))
        })
        .collect();
    pages.sort();
    pages
}

/// The first capture of a file and its record; `None` where the file is refused.
fn read(name: &str, bytes: Vec<u8>) -> Option<(Capture, ReadArticle)> {
    let capture = parallax_acquire::read(name, Box::new(Cursor::new(bytes))).next()?.ok()?;
    match pipeline::read(&capture) {
        Ok(read) => Some((capture, read)),
        Err(unread) => {
            assert!(!unread.reason.contains("defect"), "{name}: {}", unread.reason);
            None
        }
    }
}

#[test]
fn every_odd_page_is_read_as_expected() {
    let mut broken = Vec::new();
    for (name, bytes) in pages() {
        let told = fs::read_to_string(folder("expected").join(format!("{name}.txt")));
        let told = told.unwrap_or_else(|_| panic!("{name} has no expectations"));
        let read = read(&name, bytes);
        for line in told.lines() {
            let expected = Expectation::of(line).unwrap_or_else(|| panic!("{name}: {line}"));
            if let Err(found) = expected.check(read.as_ref().map(|(_, read)| read)) {
                broken.push(format!("{name}: {line}\n    found {found}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_expectation_has_a_page() {
    let pages: Vec<_> = pages().into_iter().map(|(name, _)| format!("{name}.txt")).collect();
    for entry in fs::read_dir(folder("expected")).expect("the folder exists") {
        let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
        assert!(pages.contains(&name), "{name} has no page");
    }
}

#[test]
fn every_span_of_an_odd_page_slices_and_leads_to_its_payload() {
    for (name, bytes) in pages() {
        let Some((capture, read)) = read(&name, bytes) else { continue };
        for span in spans(&read.article, &read.annotations) {
            let text = &read.article.text;
            assert_eq!(text.span(span.start(), span.end()), Ok(span), "{name}");
            let source = text.payload_range(span);
            let source = source.unwrap_or_else(|| panic!("{name}: {span:?} has no source"));
            let payload = capture.payload().get(source.start..source.end);
            assert!(payload.is_some(), "{name}: {source:?} is past the payload");
        }
    }
}

#[test]
fn odd_pages_are_told_the_same_by_one_thread_and_by_two() {
    let run = |threads: &str| {
        let mut parallax = Command::new(env!("CARGO_BIN_EXE_parallax"));
        parallax.args(["read", "--json", "--quiet", "--threads", threads]).arg(folder("pages"));
        let output = parallax.output().expect("the program runs");
        // Some pages are none; nothing else may go wrong.
        assert_eq!(output.status.code(), Some(1));
        (output.stdout, output.stderr)
    };
    assert_eq!(run("1"), run("2"));
}

fn spans(article: &Article, layers: &Annotations) -> Vec<Span> {
    let parts = [article.headline, article.standfirst, article.dateline];
    let mut spans: Vec<Span> = parts.into_iter().flatten().collect();
    spans.extend(&article.paragraphs);
    spans.extend(&layers.sentences);
    spans.extend(layers.entities.iter().flat_map(|e| e.mentions.iter().map(|m| m.span)));
    spans.extend(layers.quotations.iter().map(|quotation| quotation.span));
    spans.extend(layers.quotations.iter().filter_map(|quotation| quotation.speaker_span));
    spans.extend(layers.quotations.iter().filter_map(|quotation| quotation.cue));
    spans.extend(layers.dates.iter().map(|date| date.span));
    spans.extend(layers.citations.iter().map(|citation| citation.span));
    spans.extend(layers.quantities.iter().flat_map(|count| [count.span, count.number]));
    spans
}
