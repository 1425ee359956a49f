//! `xtask event-lessons`: what the comparison sees of texts and of tellings, for the script that learns from it.
//!
//! ```text
//! event-lessons ROWS OUT         every two texts
//! event-lessons ROWS OUT ODDS    every two tellings that are weighed; ODDS has two texts and the logarithm of
//!                                the odds that they are of one story, in thousandths, a line
//! ```
//!
//! ROWS is JSON Lines, a document a line: `sentences`, lists of words, and `mentions`, each with `kind`, `sent`
//! and `tokens`. OUT has a pair a line, by their numbers in ROWS, behind a line of names.

use crate::{score::text::rows, tellings};
use anyhow::Result;
use parallax_compare::learning::{EVENT_FEATURES, observe_tellings, observe_texts};
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// Reads the documents of `file` and writes what is seen to `out`.
pub(crate) fn write(file: &Path, out: &Path, odds: Option<&Path>) -> Result<()> {
    let documents = rows(file)?;
    let texts = tellings::texts(&documents)?;
    let [of_texts, of_tellings] = EVENT_FEATURES.map(|names| names.join("\t"));
    let mut table = format!("a\tb\t{}\n", if odds.is_some() { of_tellings } else { of_texts });
    let mut put = |(a, b): (usize, usize), seen: &[i64]| {
        let seen: Vec<String> = seen.iter().map(i64::to_string).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{a}\t{b}\t{}", seen.join("\t"));
    };
    match odds {
        None => observe_texts(&texts, &mut put),
        Some(odds) => {
            let told: Vec<_> =
                tellings::tellings(&documents, &texts).into_iter().map(|(_, told)| told).collect();
            observe_tellings(&texts, &told, &read(odds)?, &mut put);
        }
    }
    Ok(fs::write(out, table)?)
}

fn read(odds: &Path) -> Result<BTreeMap<(usize, usize), i64>> {
    let pair = |line: &str| {
        let mut words = line.split('\t');
        let pair = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        Some((pair, words.next()?.parse().ok()?))
    };
    Ok(fs::read_to_string(odds)?.lines().filter_map(pair).collect())
}
