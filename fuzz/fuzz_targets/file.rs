//! Any bytes as a file: told by content, read to the end, and what is in it told as stories.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax::pipeline;
use parallax_fuzz::sound;
use parallax_publish::{Generator, json};
use std::io::Cursor;

/// More captures than this in one file teach the fuzzer nothing new.
const ENOUGH: usize = 8;

fuzz_target!(|bytes: &[u8]| {
    let found = parallax_acquire::read("fuzz", Box::new(Cursor::new(bytes.to_vec())));
    let captures: Vec<_> = found.flatten().take(ENOUGH).collect();
    let edition = pipeline::run(&captures, Vec::new());
    for unread in &edition.unread {
        assert!(!unread.reason.contains("defect"), "{}", unread.reason);
    }
    for read in &edition.articles {
        let capture =
            captures.iter().find(|capture| capture.sha256() == read.article.capture.sha256);
        sound(read, capture.expect("an article has a capture").payload().len());
    }
    let generator = Generator {
        name: "fuzz".into(),
        version: "0".into(),
        tables: "none".into(),
        encoder: None,
    };
    let again = pipeline::run(&captures, Vec::new());
    assert_eq!(json::edition(&edition, &generator), json::edition(&again, &generator));
});
