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
/// The same where they give one side alike and the other far apart.
const ONE_GAME: u32 = 1000;
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
            let one_side = ours.1 == theirs.1 || ours.1 == theirs.0 || ours.0 == theirs.1;
            let shared = slot::shared(scene, (x.line, x.span), (y.line, y.span));
            let alike = shared >= ONE_VOTE && near || shared >= ONE_GAME && one_side;
            let language = scene.account(x.line).language == scene.account(y.line).language;
            if ours != theirs && language && alike {
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
        let grows = one.milli < other.milli;
        let rises = changes(text.get(..from)?, grows) || is_part(text.get(to..)?);
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
    let words = lower.split_whitespace().collect::<Vec<&str>>();
    match words.as_slice() {
        [word] => AGAINST.contains(word),
        // "62 votes to 59": but a dash after a word only sets off what comes next.
        [_, word] => AGAINST.contains(word) && word.chars().all(char::is_alphabetic),
        _ => false,
    }
}

/// Whether what stands before two numbers makes them the ends of a change, or its size and its end: `from 3 to 5`,
/// `rose by 8 to 281`, but not `won by 6 votes to 1`.
fn changes(before: &str, grows: bool) -> bool {
    let last = before.split_whitespace().next_back().map(str::to_lowercase);
    last.is_some_and(|word| word == "from" || grows && word == "by")
}

/// Whether what stands after a number makes it a part of another: `121 of them`.
fn is_part(after: &str) -> bool {
    after.split_whitespace().next().is_some_and(|word| word == "of")
}

#[cfg(test)]
mod tests {
    use super::{changes, is_part, joins};

    #[test]
    fn two_numbers_stand_against_each_other() {
        assert!(joins(" to ") && joins("-") && joins(" votes to "));
        assert!(!joins(" people – "));
        assert!(changes("It rose by ", true) && !changes("It won by ", false));
        assert!(is_part(" of them children") && !changes("It won ", true));
        assert!(!joins(" ") && !joins(" people and ") && !joins(" percent of the "));
    }
}
