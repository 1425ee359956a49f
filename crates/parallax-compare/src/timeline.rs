//! What happened when, over all accounts.

use crate::scene::Scene;
use parallax_model::{Precision, TimelineEntry, Timex, TimexKind};
use std::collections::BTreeMap;

/// The days, months and years the accounts name, oldest first, a coarse value before the finer.
///
/// Sentences of one claim under one value are one entry; a sentence in
/// several claims counts under the first. `drafts` are the claims' lines.
pub(crate) fn timeline(
    scene: &Scene<'_>,
    drafts: &[Vec<usize>],
    centrality: &BTreeMap<usize, u32>,
) -> Vec<TimelineEntry> {
    let mut claim_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (claim, draft) in drafts.iter().enumerate() {
        for &line in draft {
            claim_of.entry(line).or_insert(claim);
        }
    }
    let mut told: BTreeMap<(String, Option<usize>), (Precision, Vec<usize>)> = BTreeMap::new();
    for (at, line) in scene.lines.iter().enumerate() {
        let dates = &scene.accounts[line.account].notes.dates;
        for (value, precision) in line.dates.iter().filter_map(|&date| place(dates.get(date)?)) {
            let entry = told.entry((value, claim_of.get(&at).copied()));
            let lines = &mut entry.or_insert_with(|| (precision, Vec::new())).1;
            if lines.last() != Some(&at) {
                lines.push(at);
            }
        }
    }
    let entries = told.into_iter().filter_map(|((value, claim), (precision, lines))| {
        let central = *lines.iter().max_by_key(|&&line| {
            let account = scene.account(line);
            let (own, usual) = (account.copy_of.is_none(), account.language == scene.language);
            (own, usual, centrality.get(&line), std::cmp::Reverse(line))
        })?;
        let mut articles: Vec<usize> =
            lines.iter().map(|&line| scene.account(line).index).collect();
        articles.sort_unstable();
        articles.dedup();
        let text = (scene.account(central).index, scene.lines[central].span);
        Some(TimelineEntry { value, precision, text, claim, articles })
    });
    entries.collect()
}

/// A place in the calendar: not a length of time, and a clock time only by its day.
fn place(date: &Timex) -> Option<(String, Precision)> {
    let year = date.value.get(..4)?;
    if !year.bytes().all(|byte| byte.is_ascii_digit()) && date.precision != Precision::Decade {
        return None;
    }
    if date.kind == TimexKind::Range {
        // A range stands where it starts, as precisely as it is told.
        let known = match date.precision {
            Precision::Year => 4,
            Precision::Month => 7,
            _ => 10,
        };
        return Some((date.value.get(..known)?.to_owned(), date.precision));
    }
    match date.precision {
        Precision::Duration => None,
        Precision::Time => Some((date.value.get(..10)?.to_owned(), Precision::Day)),
        precision => Some((date.value.clone(), precision)),
    }
}
