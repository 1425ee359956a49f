//! How many an event befell, told by accounts whose sentences are otherwise unlike.
//!
//! `killing at least 11`, `seventeen people are now confirmed dead` and `the number of dead rose to
//! 29` share no word to align them by: what became of those counted is the alignment. Only people
//! at large are counted, not the four children among them; only the event the story is of, not one
//! of years before; and only where an account has one such figure.

use super::{Found, Value, counting, nature};
use crate::{
    amounts::{self, Fit},
    frames::Form,
    lists::{self, Words},
    scene::{Account, Line, Scene, Token},
};
use jiff::civil::Date;
use parallax_language::calendar;
use parallax_model::{DifferenceKind, Quantity, Span};
use std::{collections::BTreeMap, sync::LazyLock};

/// Words between a figure and what became of those counted: `people are now confirmed dead`.
const BEHIND: usize = 6;
/// Words between what was done and the figure: `killing at least some`.
const AHEAD: usize = 4;
/// Words between what stands for a count and its figure: `the number of dead rose overnight to`.
const TOLL: usize = 24;
/// Days before an account was published that its event may lie back.
const RECENT: i32 = 10;
/// Of two figures the larger is at most so many times the smaller: more, and they count different things.
const TIMES: i128 = 6;

/// Where a word of a frame stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Behind,
    Ahead,
    Toll,
}

/// A row of the table: the frame, where its words stand, the words.
type Row = (&'static str, Side, Vec<Form>);

static FRAMES: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = include_str!("../../data/tolls.tsv").lines().filter(|row| !row.starts_with('#'));
    let row = |row: &'static str| {
        let mut cells = row.split('\t');
        let frame = cells.next()?;
        let side = match cells.next()? {
            "behind" => Side::Behind,
            "ahead" => Side::Ahead,
            "toll" => Side::Toll,
            _ => return None,
        };
        Some((frame, side, cells.next()?.split('|').map(Form::of).collect()))
    };
    rows.filter_map(row).collect()
});

/// People at large, folded; whoever else is counted is a part of them.
static PEOPLE: Words = Words::new(|| lists::words("toll-people"));
/// What may stand between a figure and its verb, folded.
static LIGHT: Words = Words::new(|| lists::words("toll-light"));
/// What shows that a figure is a part, or of another event, folded.
static OTHERS: Words = Words::new(|| lists::words("toll-others"));
/// What sets out a part, folded.
static PARTS: Words = Words::new(|| lists::words("toll-parts"));
/// What says that a count is meant, folded beginnings.
static COUNTS: Words = Words::new(|| lists::words("toll-counts"));
/// What leads from a count to its figure, folded beginnings.
static REACHES: Words = Words::new(|| lists::words("toll-reaches"));

/// The figures of each account in one frame.
type Accounts<'a> = BTreeMap<usize, Vec<(Value, &'a Quantity)>>;

/// The differences between the tolls of the accounts.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Found> {
    let mut told: BTreeMap<&str, Accounts<'_>> = BTreeMap::new();
    for (at, account) in scene.accounts.iter().enumerate() {
        for line in account.lines.clone() {
            for (frame, quantity) in of_line(scene, account, line) {
                let value = Value { line, span: quantity.span };
                told.entry(frame).or_default().entry(at).or_default().push((value, quantity));
            }
        }
    }
    told.into_iter().filter_map(|(frame, accounts)| difference(scene, frame, &accounts)).collect()
}

/// The difference in one frame, from the figures of each account.
fn difference(scene: &Scene<'_>, frame: &str, accounts: &Accounts<'_>) -> Option<Found> {
    let sure: Vec<(Value, &Quantity)> = accounts
        .values()
        .filter(|told| agree(told))
        .filter_map(|told| told.first().copied())
        .collect();
    // Each against the lowest and the highest: no more work than there are accounts.
    let lowest = sure.iter().min_by_key(|(_, figure)| figure.milli)?;
    let highest = sure.iter().max_by_key(|(_, figure)| figure.milli)?;
    let apart = |(a, x): &(Value, &Quantity), (b, y): &(Value, &Quantity)| {
        let origins = scene.account(a.line).origin != scene.account(b.line).origin;
        origins && matches!(amounts::compare(x, y), Fit::Apart | Fit::Open)
    };
    let differs = sure.iter().any(|one| apart(one, lowest) || apart(one, highest));
    if !differs || !within_times(lowest.1, highest.1) {
        return None;
    }
    let mut values: Vec<Value> = sure.into_iter().map(|(value, _)| value).collect();
    values.sort_unstable();
    // A copy prints what was known when its original was written.
    let own = values.iter().copied().filter(|value| scene.account(value.line).copy_of.is_none());
    let own: Vec<Value> = own.collect();
    let nature = match frame {
        "jobs" => nature::of_numbers(scene, &own)?,
        _ => nature::of_figures(scene, &own, true)?,
    };
    Some(Found { kind: DifferenceKind::Number, nature, values })
}

/// Whether two figures are tolls of one kind of which one of their accounts tells several: then it is not clear
/// which of these is of what the other counts.
pub(super) fn are_of_several(scene: &Scene<'_>, a: Value, b: Value) -> bool {
    let kind = |value: Value| {
        let all = &scene.account(value.line).notes.quantities;
        let figure = all.iter().find(|quantity| quantity.span == value.span)?;
        frame(&scene.lines[value.line], figure).map(|filled| filled.frame)
    };
    let Some((ours, theirs)) = kind(a).zip(kind(b)) else { return false };
    let several = |value: Value| {
        let account = scene.account(value.line);
        let told = account.lines.clone().flat_map(|line| {
            let figures = of_line(scene, account, line).into_iter();
            figures.map(move |(kind, figure)| (kind, (Value { line, span: figure.span }, figure)))
        });
        let told: Vec<_> = told.filter(|(kind, _)| *kind == ours).map(|(_, one)| one).collect();
        !told.is_empty() && !agree(&told)
    };
    ours == theirs && (several(a) || several(b))
}

/// Whether all figures of an account are one.
fn agree(told: &[(Value, &Quantity)]) -> bool {
    let Some((_, first)) = told.first() else { return false };
    told.iter().all(|(_, other)| amounts::compare(first, other) == Fit::Same)
}

fn within_times(a: &Quantity, b: &Quantity) -> bool {
    let (few, many) = (a.milli.min(b.milli), a.milli.max(b.milli));
    many <= few.saturating_mul(TIMES)
}

/// The tolls told in a line.
fn of_line<'a>(
    scene: &'a Scene<'_>,
    account: &Account<'_>,
    line: usize,
) -> Vec<(&'static str, &'a Quantity)> {
    let text = &scene.lines[line];
    if text.tokens.is_empty() || is_past(account, text) || is_of_others(text) {
        return Vec::new();
    }
    let all: Vec<&Quantity> = counting::told(scene, line);
    let own = all.iter().filter(|quantity| is_count(quantity) && !is_part(text, quantity));
    let found: Vec<(Filled, &Quantity)> =
        own.filter_map(|quantity| Some((frame(text, quantity)?, *quantity))).collect();
    // `The toll rose to five after two people died`: the toll is the whole.
    let whole = |one: &Filled| {
        one.toll || !found.iter().any(|(other, _)| other.toll && other.frame == one.frame)
    };
    let kept = found.iter().filter(|(one, _)| whole(one));
    kept.map(|(one, quantity)| (one.frame, *quantity)).collect()
}

/// Whether an amount counts people, or nothing said.
fn is_count(quantity: &Quantity) -> bool {
    let whole = quantity.milli % 1000 == 0 && quantity.upper.is_none();
    let people = |counted: &str| {
        counted.is_empty() || PEOPLE.iter().any(|person| counted.starts_with(person))
    };
    let befallen = |counted: &str| {
        let known = FRAMES.iter().filter(|(_, side, _)| *side == Side::Behind);
        known
            .flat_map(|(_, _, words)| words)
            .any(|word| word.fits(counted) || word.has_stem(counted))
    };
    whole && quantity.unit.is_empty() && (people(&quantity.counted) || befallen(&quantity.counted))
}

/// The words that say what became of those counted, where a figure of `values` has such words behind
/// it: `people had been rescued`.
pub(super) fn label(scene: &Scene<'_>, values: &[Value]) -> Option<(usize, Span)> {
    let figures = values.iter().map(|value| {
        let account = scene.account(value.line);
        let quantity = account.notes.quantities.iter().find(|one| one.span == value.span)?;
        let filled = frame(&scene.lines[value.line], quantity)?;
        let usual = account.language == scene.language;
        Some((account.index, filled.frame, filled.behind.filter(|_| usual)))
    });
    let figures: Vec<(usize, &str, Option<Span>)> = figures.collect::<Option<_>>()?;
    let one = figures.windows(2).all(|pair| pair[0].1 == pair[1].1);
    let told = figures.into_iter().filter(|_| one);
    told.into_iter().find_map(|(index, _, behind)| Some((index, behind?)))
}

/// The frame that a figure fills.
pub(super) struct Filled {
    pub(super) frame: &'static str,
    /// The words behind the figure that say so.
    behind: Option<Span>,
    /// Whether it is told for the whole count: `the toll rose to`.
    toll: bool,
}

/// The frame a figure fills, and how that is said.
pub(super) fn frame(line: &Line, quantity: &Quantity) -> Option<Filled> {
    let first = line.start_of(quantity.span);
    let next = line.end_of(quantity.number);
    let behind = line.tokens.get(next..).unwrap_or_default();
    let ahead = line.tokens.get(..first).unwrap_or_default();
    let of = |side: Side| FRAMES.iter().filter(move |row| row.1 == side);
    let fits = |words: &[Form], token: &Token| words.iter().any(|word| word.fits(&token.folded));
    let begins =
        |words: &[&str], token: &Token| words.iter().any(|word| token.folded.starts_with(word));
    for token in behind.iter().take(BEHIND) {
        let light = LIGHT.contains(&token.folded.as_str());
        let other = token.figure && !light && token.span.start() >= quantity.span.end();
        if other || token.after_break {
            break;
        }
        if let Some((frame, ..)) = of(Side::Behind).find(|row| fits(&row.2, token)) {
            let whole = behind.first().map(|first| first.span.to(token.span));
            return Some(Filled { frame, behind: whole, toll: false });
        }
        let light = light || PEOPLE.iter().any(|person| token.folded.starts_with(person));
        if !light {
            break;
        }
    }
    let breaks = line.tokens.get(first).is_some_and(|token| token.after_break);
    let reach = if breaks { 0 } else { AHEAD };
    let gap = whole_behind(ahead, reach);
    if let Some(verb) = gap.iter().find(|token| !LIGHT.contains(&token.folded.as_str()))
        && let Some((frame, ..)) = of(Side::Ahead).find(|row| fits(&row.2, verb))
    {
        return Some(Filled { frame, behind: None, toll: false });
    }
    let toll = whole_behind(ahead, if breaks { 0 } else { TOLL });
    let reaches = toll.iter().take(AHEAD).position(|token| begins(&REACHES, token))?;
    let counts = toll.iter().skip(reaches + 1).any(|token| begins(&COUNTS, token));
    let counted = |row: &&Row| toll.iter().skip(reaches + 1).any(|token| fits(&row.2, token));
    of(Side::Toll).filter(|_| counts).find(counted).map(|(frame, ..)| Filled {
        frame,
        behind: None,
        toll: true,
    })
}

/// The words right before a figure, nearest first, as far as no stop and no other figure parts them.
fn whole_behind(ahead: &[Token], most: usize) -> Vec<&Token> {
    let mut found = Vec::new();
    for token in ahead.iter().rev().take(most) {
        if token.figure && !LIGHT.contains(&token.folded.as_str()) {
            break;
        }
        found.push(token);
        if token.after_break {
            break;
        }
    }
    found
}

/// Whether a figure is set out as a part of others: `including four children`, `of whom three`.
fn is_part(line: &Line, quantity: &Quantity) -> bool {
    let first = line.start_of(quantity.span);
    let before = line.tokens.get(first.saturating_sub(2)..first).unwrap_or_default();
    let next = line.end_of(quantity.number);
    let after = line.tokens.get(next..(next + 2).min(line.tokens.len())).unwrap_or_default();
    holds(before, &PARTS)
        || after.first().is_some_and(|token| {
            matches!(token.folded.as_str(), "of" | "из" | "de" | "more" | "others" | "other")
        })
}

/// Whether a line is of another event too.
pub(super) fn is_of_others(line: &Line) -> bool {
    // `Up from 41 a day earlier` is of this event.
    let recent = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| line.tokens.get(at));
        before.is_some_and(|token| matches!(token.folded.as_str(), "day" | "hour" | "hours"))
    };
    let others = line.tokens.iter().enumerate();
    others
        .filter(|(_, token)| OTHERS.contains(&token.folded.as_str()))
        .any(|(at, token)| !(token.folded == "earlier" && recent(at)))
}

fn holds(tokens: &[Token], list: &[&str]) -> bool {
    tokens.iter().any(|token| list.contains(&token.folded.as_str()))
}

/// Whether a line speaks of days long before the account.
fn is_past(account: &Account<'_>, line: &Line) -> bool {
    let Some(today) = account.article.published.as_ref().map(|stamp| stamp.days().0) else {
        return false;
    };
    let dates = line.dates.iter().filter_map(|&at| account.notes.dates.get(at));
    let last = |value: &str| calendar::days(value).map(|(_, last): (Date, Date)| last);
    let past = |last: Date| (today - last).get_days() > RECENT;
    dates.filter_map(|date| last(&date.value)).any(past)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_is_whole() {
        let frames: BTreeSet<&str> = FRAMES.iter().map(|row| row.0).collect();
        assert!(frames.contains("dead") && frames.contains("jobs"));
        assert!(FRAMES.iter().all(|row| !row.2.is_empty()));
    }
}
