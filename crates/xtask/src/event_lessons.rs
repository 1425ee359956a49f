//! `xtask event-lessons`: what the comparison sees of texts and of tellings, for the script that learns from it.
//!
//! ```text
//! event-lessons texts ROWS OUT         every two texts
//! event-lessons pairs ROWS OUT ODDS    every two tellings that are weighed; ODDS has two texts and the logarithm
//!                                      of the odds that they are of one story, in thousandths, a line
//! event-lessons sides ROWS OUT         every two tellings in sentences that mean something alike
//! ```
//!
//! ROWS is JSON Lines, a document a line: `sentences`, lists of words, and `mentions`, each with `kind`, `sent`
//! and `tokens`. OUT has a pair a line, by their numbers in ROWS, behind a line of names.

use crate::{score::text::rows, tellings};
use anyhow::{Result, bail};
use parallax_compare::{
    events::Telling,
    learning::{EVENT_FEATURES, observe_sides, observe_tellings, observe_texts},
};
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// Reads the documents of `file` and writes what is seen of `kind` to `out`.
pub(crate) fn write(kind: &str, file: &Path, out: &Path, odds: Option<&Path>) -> Result<()> {
    let documents = rows(file)?;
    let texts = tellings::texts(&documents)?;
    let told = tellings::tellings(&documents, &texts);
    let told: Vec<Telling> = told.into_iter().map(|(_, told)| told).collect();
    let [of_texts, of_pairs, of_sides] = EVENT_FEATURES;
    let mut table = String::new();
    let mut put = |(a, b): (usize, usize), seen: &[i64]| {
        let seen: Vec<String> = seen.iter().map(i64::to_string).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{a}\t{b}\t{}", seen.join("\t"));
    };
    let names = match kind {
        "texts" => {
            observe_texts(&texts, &mut put);
            of_texts
        }
        "pairs" => {
            let odds = odds.map(read).transpose()?.unwrap_or_default();
            observe_tellings(&texts, &told, &odds, &mut put);
            of_pairs
        }
        "sides" => {
            observe_sides(&texts, &told, &mut put);
            of_sides
        }
        _ => bail!("texts, pairs or sides?"),
    };
    Ok(fs::write(out, format!("a\tb\t{}\n{table}", names.join("\t")))?)
}

fn read(odds: &Path) -> Result<BTreeMap<(usize, usize), i64>> {
    let pair = |line: &str| {
        let mut words = line.split('\t');
        let pair = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        Some((pair, words.next()?.parse().ok()?))
    };
    Ok(fs::read_to_string(odds)?.lines().filter_map(pair).collect())
}
