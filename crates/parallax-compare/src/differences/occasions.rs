//! Days that accounts give for one occasion of which a story has one at a time: the next meeting, the end of a term.
//!
//! Their sentences need have nothing else in common. Only where an account gives one such day.

use super::{Found, Value, counting, dated, dates, nature, subjects};
use crate::{align, scene::Scene};
use parallax_model::{DifferenceKind, Timex};
use std::{collections::BTreeMap, sync::LazyLock};

/// Occasions with the words that tell them.
struct Occasion {
    name: &'static str,
    words: subjects::Groups,
}

static OCCASIONS: LazyLock<Vec<Occasion>> = LazyLock::new(|| {
    let rows = include_str!("../../data/occasions.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#'));
    let occasion = |row: &'static str| {
        let (name, groups) = row.split_once('\t')?;
        Some(Occasion { name, words: subjects::Groups::of(groups) })
    };
    rows.filter_map(occasion).collect()
});

/// A day, and where it stands.
type Told<'a> = (Value, &'a Timex);

/// The days of each account.
type Accounts<'a> = BTreeMap<usize, Vec<Told<'a>>>;

/// The differences between the days of each occasion.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Found> {
    let mut told: BTreeMap<&str, Accounts<'_>> = BTreeMap::new();
    for (at, account) in scene.accounts.iter().enumerate() {
        if account.copy_of.is_some() {
            continue;
        }
        for line in account.lines.clone() {
            for date in dates::plain(scene, line) {
                if let Some(occasion) = occasion(scene, line, date) {
                    let value = Value { line, span: date.span };
                    told.entry(occasion.name)
                        .or_default()
                        .entry(at)
                        .or_default()
                        .push((value, date));
                }
            }
        }
    }
    told.into_values().filter_map(|accounts| difference(scene, &accounts)).collect()
}

/// What a day is the day of: the occasion whose words stand nearest.
fn occasion(scene: &Scene<'_>, line: usize, date: &Timex) -> Option<&'static Occasion> {
    let own = &scene.lines[line];
    let near = subjects::near(own, date.span);
    let found = OCCASIONS
        .iter()
        .filter_map(|occasion| Some((occasion.words.away(own, &near)?, occasion.name, occasion)));
    found.min_by_key(|(away, name, _)| (*away, *name)).map(|(.., occasion)| occasion)
}

/// The difference between the days of accounts that each give one.
fn difference(scene: &Scene<'_>, accounts: &Accounts<'_>) -> Option<Found> {
    let one = |told: &&Vec<Told<'_>>| {
        let first = told.first();
        first.is_some_and(|(at, first)| {
            told.iter().all(|(here, date)| {
                dated::are_told_as_one(scene, (at.line, first), (here.line, date))
            })
        })
    };
    let clear = accounts.values().filter(one).filter_map(|told| told.first().copied());
    let clear: Vec<Told<'_>> = clear.collect();
    let days = |(_, date): &&Told<'_>| date.value.clone();
    let (first, last) = (clear.iter().min_by_key(days)?, clear.iter().max_by_key(days)?);
    let mut values = Vec::new();
    // Each against the first and the last: no more work than there are accounts.
    for one in &clear {
        for end in [first, last] {
            if are_apart(scene, *one, *end) {
                values.extend([one.0, end.0]);
            }
        }
    }
    values.sort_unstable();
    values.dedup();
    (!values.is_empty()).then(|| Found {
        kind: DifferenceKind::Date,
        nature: nature::of_dates(scene, &values),
        values,
    })
}

/// Whether two days of one occasion cannot be one, and nothing says that they are of two.
fn are_apart(scene: &Scene<'_>, (x, ours): Told<'_>, (y, theirs): Told<'_>) -> bool {
    let (a, b) = ((x.line, ours), (y.line, theirs));
    scene.account(x.line).origin != scene.account(y.line).origin
        && scene.account(x.line).language == scene.account(y.line).language
        && !dates::may_be_one(scene, a, b)
        && dates::are_of_calendar(scene, a, b)
        && !counting::are_elsewhere(scene, x.line, y.line)
        && !align::of_others(scene, x.line, y.line)
}

#[cfg(test)]
mod tests {
    use super::OCCASIONS;

    #[test]
    fn the_table_is_whole() {
        let rows = include_str!("../../data/occasions.tsv").lines();
        assert_eq!(OCCASIONS.len(), rows.filter(|row| !row.starts_with('#')).count());
    }
}
