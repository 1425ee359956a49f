//! Votes and scores: two numbers that stand against each other, `61 to 59`, `2-1`.

use super::{Found, Value, gather, slot};
use crate::{
    lists::{self, Words},
    scene::Scene,
};
use parallax_language::numbers::numbers;
use parallax_model::{DifferenceKind, Nature, Span};

/// The worth of the words that must stand around both, in thousandths: of the vote or the game.
const ONE_VOTE: u32 = 250;
/// How much one vote may be told to be above another, in hundredths: more is another vote.
const NEARLY: i128 = 25;

/// A split: how many against how many, the larger first, and where it stands.
type Split = ((i128, i128), Value);

/// The splits that accounts give for the one vote or game they tell of.
///
/// Only of accounts that give one: a championship is full of scores.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Found> {
    let accounts = scene.accounts.iter().filter(|account| account.copy_of.is_none());
    let only: Vec<Split> =
        accounts.filter_map(|account| one(scene, account.lines.clone())).collect();
    let mut apart = Vec::new();
    for (at, (ours, x)) in only.iter().enumerate() {
        for (theirs, y) in only.iter().skip(at + 1) {
            let near = (ours.0 - theirs.0).abs() * 100 <= ours.0.max(theirs.0) * NEARLY;
            let alike = slot::shared(scene, (x.line, x.span), (y.line, y.span)) >= ONE_VOTE;
            let language = scene.account(x.line).language == scene.account(y.line).language;
            if ours != theirs && near && language && alike {
                apart.push((*x, *y));
            }
        }
    }
    let sets = gather(apart).into_iter();
    sets.map(|values| Found { kind: DifferenceKind::Number, nature: Nature::Conflict, values })
        .collect()
}

/// The split of some lines that give one only.
fn one(scene: &Scene<'_>, lines: std::ops::Range<usize>) -> Option<Split> {
    let all: Vec<Split> = lines.flat_map(|line| splits(scene, line)).collect();
    let first = *all.first()?;
    all.iter().all(|split| split.0 == first.0).then_some(first)
}

/// The splits of a line.
fn splits(scene: &Scene<'_>, line: usize) -> Vec<Split> {
    let own = &scene.lines[line];
    if own.tokens.is_empty() {
        return Vec::new();
    }
    let (text, start) = (scene.text(line), own.span.start());
    let account = scene.account(line);
    let amounts = own.quantities.iter().filter_map(|&at| account.notes.quantities.get(at));
    let measured: Vec<Span> =
        amounts.filter(|amount| !amount.unit.is_empty()).map(|amount| amount.span).collect();
    let told = numbers(text, account.language);
    let pairs = told.windows(2).filter_map(|pair| {
        let [one, other] = pair else { return None };
        let (from, to) = (one.range.start, other.range.end);
        let whole = one.milli % 1000 == 0 && other.milli % 1000 == 0;
        let stands = joins(text.get(one.range.end..other.range.start)?);
        let rises = text.get(..from)?.trim_end().ends_with("from");
        let span = account.article.text.span(start + from, start + to).ok()?;
        let bare = !measured.iter().any(|amount| amount.overlaps(span));
        let sides = (one.milli.max(other.milli), one.milli.min(other.milli));
        (whole && stands && bare && !rises).then_some((sides, Value { line, span }))
    });
    pairs.collect()
}

/// Whether the words between two numbers set one against the other.
fn joins(between: &str) -> bool {
    static AGAINST: Words = Words::new(|| lists::words("against"));
    let lower = between.to_lowercase();
    let mut words = lower.split_whitespace().collect::<Vec<&str>>();
    // "62 votes to 59"
    if words.len() == 2 {
        words.remove(0);
    }
    matches!(words.as_slice(), [word] if AGAINST.contains(word))
}

#[cfg(test)]
mod tests {
    use super::joins;

    #[test]
    fn two_numbers_stand_against_each_other() {
        assert!(joins(" to ") && joins("-") && joins(" votes to "));
        assert!(!joins(" ") && !joins(" people and ") && !joins(" percent of the "));
    }
}
