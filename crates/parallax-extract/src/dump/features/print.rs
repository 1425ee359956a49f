//! Writes the features of pages to a file, for training.

use super::{Page, rows};
use crate::dump::{
    body::{self, Body},
    look, page, settle,
    zones::{self, Zones},
};
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

/// Reads `target/dump-model/kept/*.txt`, a `0` or `1` for each block of a page, and writes what the program
/// makes of the page when those are the model's answers: `target/dump-model/told/*.txt`,
/// a letter for each block, then the text.
#[test]
#[ignore = "writes what pages come to with the answers of models that have not seen them"]
fn print_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/dump-model");
    let Ok(pages) = fs::read_dir(folder.join("kept")) else { return };
    fs::create_dir_all(folder.join("told")).expect("the folder can be made");
    for entry in pages.flatten() {
        let answers = fs::read(entry.path()).expect("the answers can be read");
        let kept: Vec<bool> = answers.iter().map(|answer| *answer == b'1').collect();
        let bytes = fs::read(folder.join("pages").join(entry.file_name())).expect("it is there");
        let blocks = page::blocks(&String::from_utf8_lossy(&bytes));
        let (language, looks) = look::looks(&blocks);
        let found = settle::by(&blocks, &looks, language, |_| kept.clone());
        let fates = fates(blocks.len(), found.as_ref());
        let text = blocks.iter().zip(fates.chars()).filter(|(_, fate)| *fate == 'P');
        let text: Vec<&str> = text.map(|(block, _)| block.text.as_str()).collect();
        let out = format!("{fates}\n{}", text.join("\n"));
        fs::write(folder.join("told").join(entry.file_name()), out).expect("it can be written");
    }
}

/// A letter for each block: `P` for what is text, `H` the headline, `T` in another field, `-` nothing,
/// a small letter for each kind of furniture.
fn fates(blocks: usize, found: Option<&(Zones, Body)>) -> String {
    let mut fates = vec!['-'; blocks];
    let mut mark = |at: usize, fate: char| fates[at] = fate;
    if let Some((zones, body)) = found {
        for (at, kind) in &body.left {
            mark(*at, kind.name().chars().next().unwrap_or('?'));
        }
        body.taken.iter().for_each(|at| mark(*at, 'T'));
        zones.headline.iter().for_each(|head| mark(head.block, 'H'));
        zones.standfirst.iter().chain(&body.paragraphs).for_each(|at| mark(*at, 'P'));
    }
    fates.into_iter().collect()
}
