//! Writes the features of pages to a file, for training.

use super::{Page, rows};
use crate::dump::{body, look, page, zones};
use std::{fmt::Write as _, fs, path::Path};

/// Reads `target/dump-model/pages/*.txt` and writes `target/dump-model/rows/*.tsv`: a block a line,
/// its words, a tab, its features. Run it with `cargo test -p parallax-extract print_rows -- --ignored`.
#[test]
#[ignore = "writes the training rows of pages laid ready beforehand"]
fn print_rows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/dump-model");
    let Ok(pages) = fs::read_dir(folder.join("pages")) else { return };
    fs::create_dir_all(folder.join("rows")).expect("the folder can be made");
    for entry in pages.flatten() {
        let bytes = fs::read(entry.path()).expect("the page can be read");
        let blocks = page::blocks(&String::from_utf8_lossy(&bytes));
        let (language, looks) = look::looks(&blocks);
        let zones = zones::zones(&blocks, &looks, language);
        let found = zones.map(|zones| (body::body(&blocks, &looks, &zones, None), zones));
        let rules = found.as_ref().map(|(body, zones)| (zones, body));
        let mut out = String::new();
        for (block, row) in blocks.iter().zip(rows(Page { blocks: &blocks, looks: &looks, rules }))
        {
            let row: Vec<String> = row.iter().map(i16::to_string).collect();
            writeln!(out, "{}\t{}", block.text.replace('\t', " "), row.join(",")).expect("fits");
        }
        fs::write(folder.join("rows").join(entry.file_name()), out).expect("rows can be written");
    }
}
