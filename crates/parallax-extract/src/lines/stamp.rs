//! Dates and times as outlets print them on themselves.

mod clock;
mod date;
mod token;

use crate::word_map::WordSet;
use clock::{Clock, clock_at};
use date::{date_at, yearless};
use jiff::civil::Date;
use parallax_language::fold;
use parallax_model::{StampPoint, cut};
use std::{collections::BTreeMap, ops::Range, sync::LazyLock};
use token::{Token, tokens};

use super::vocabulary::{rows, word_list};

const TABLE: &str = include_str!("../../data/lines/stamp.tsv");
static MODIFIED: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "modified"));
static PUBLISHED: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "published"));
static WEEKDAYS: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "weekday"));
static JOINS: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "join"));
static MONTHS: LazyLock<BTreeMap<String, i8>> = LazyLock::new(|| {
    rows(include_str!("../../data/lines/months.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .filter_map(|(number, names)| Some((number.parse::<i8>().ok()?, names)))
        .flat_map(|(number, names)| names.split(' ').map(move |name| (fold(name), number)))
        .collect()
});

/// Bytes of a line that are searched for dates; stamps stand on short lines.
const SEARCHED: usize = 1_500;
/// Marks and joining words between a date and its clock, at most.
const GAP: usize = 5;
/// Other words on a line that is a date line, at most: a place, a language code.
const OTHER_WORDS: usize = 2;

/// A printed date or time: the point, the zone as printed, the byte range in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedStamp {
    /// The time.
    pub point: StampPoint,
    /// The zone as printed.
    pub zone: Option<String>,
    /// Where in the line it stands.
    pub range: Range<usize>,
    /// Whether the line says it is a change and not the first publication ("Updated").
    pub modified: bool,
}

/// The first date, with its time if there is one, printed in `line`, in any language we read.
///
/// ```
/// use parallax_extract::lines::stamp;
/// let printed = stamp("Updated June 26, 2026, 3:05 PM").expect("a date stands there");
/// assert!(printed.modified);
/// assert_eq!(printed.range, 8..30);
/// ```
pub fn stamp(line: &str) -> Option<PrintedStamp> {
    stamps(line).into_iter().next()
}

/// Every date printed in `line`, in order.
///
/// Where two numbers could be either way round (`04/03/2026`) there is none.
pub fn stamps(line: &str) -> Vec<PrintedStamp> {
    read(line, false)
}

/// Every date printed in `line`, in order, on a page that puts the day first.
///
/// ```
/// let found = parallax_extract::lines::stamps_day_first("Publié le 06/01/2026");
/// assert_eq!(found[0].range, 11..21);
/// ```
pub fn stamps_day_first(line: &str) -> Vec<PrintedStamp> {
    read(line, true)
}

/// The month and day on a line that is a date without its year: `4 February`.
///
/// ```
/// assert_eq!(parallax_extract::lines::yearless_stamp("Wed, Feb 4"), Some((2, 4)));
/// assert_eq!(parallax_extract::lines::yearless_stamp("4 February 2026"), None);
/// ```
pub fn yearless_stamp(line: &str) -> Option<(i8, i8)> {
    let tokens = tokens(token::head(line, SEARCHED));
    let plain = tokens.iter().filter_map(Token::word).all(|word| {
        let lists = [&*MODIFIED, &*PUBLISHED, &*WEEKDAYS, &*JOINS];
        MONTHS.contains_key(word) || lists.iter().any(|list| list.contains(word))
    });
    if plain { yearless(&tokens) } else { None }
}

/// How often a text writes the day before the month in words, and how often after it:
/// `4 May` and `May 4`.
pub(crate) fn orders(text: &str) -> (usize, usize) {
    let tokens = tokens(token::head(text, SEARCHED));
    let day = |token: &Token| {
        token.number().is_some_and(|(day, digits)| digits <= 2 && (1..=31).contains(&day))
    };
    let month = |token: &Token| token.word().is_some_and(is_month);
    let (mut before, mut after) = (0, 0);
    for (at, pair) in tokens.windows(2).enumerate() {
        let year =
            || tokens.get(at + 2).and_then(Token::number).is_some_and(|(_, digits)| digits == 4);
        match pair {
            [one, other] if day(one) && month(other) => before += 1,
            // `10 May 4`: the number before the month is its day already.
            [one, other] if month(one) && day(other) => {
                let taken = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(day);
                after += usize::from(!taken || year());
            }
            _ => {}
        }
    }
    (before, after)
}

fn read(line: &str, day_first: bool) -> Vec<PrintedStamp> {
    let head = token::head(line, SEARCHED);
    if !head.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(head);
    let mut found = Vec::new();
    let mut clock: Option<Clock> = None;
    let (mut at, mut free) = (0, 0);
    while at < tokens.len() {
        if let Some((day, after)) = date_at(&tokens, at, day_first) {
            let modified = says(&tokens, free..at, &MODIFIED);
            let before = clock.take().filter(|clock| joined(&tokens, clock.end..at));
            let late = || following_clock(&tokens, after);
            let stamp = assemble(&tokens, line, day, at..after, before.or_else(late), modified);
            at = tokens.partition_point(|token| token.start < stamp.range.end).max(after);
            free = at;
            found.push(stamp);
        } else if let Some(read) = clock_at(&tokens, at, line, false) {
            at = read.end.max(at + 1);
            clock = Some(read);
        } else {
            at += 1;
        }
    }
    found
}

/// The stamp of a line that is a date and little else: `Published: 4 February 2026`.
pub fn stamp_line(line: &str) -> Option<PrintedStamp> {
    little_else(line, &stamps(line))
}

/// The same on a page that puts the day first.
pub(crate) fn stamp_line_day_first(line: &str) -> Option<PrintedStamp> {
    little_else(line, &stamps_day_first(line))
}

fn little_else(line: &str, found: &[PrintedStamp]) -> Option<PrintedStamp> {
    let first = found.first()?.clone();
    let inside = |at: usize| found.iter().any(|stamp| stamp.range.contains(&at));
    let tokens = tokens(token::head(line, SEARCHED));
    if line.len() > SEARCHED {
        return None;
    }
    let known = |word: &str| {
        [&*MODIFIED, &*PUBLISHED, &*WEEKDAYS, &*JOINS].iter().any(|list| list.contains(word))
    };
    let mut others = 0;
    for token in tokens.iter().filter(|token| !inside(token.start)) {
        others += usize::from(token.word().is_some_and(|word| !known(word)));
        others += usize::from(token.number().is_some());
    }
    let last = line.trim_end();
    let sentence = last.ends_with(['.', '!', '?']) && !inside(last.len() - 1) && others > 0;
    (others <= OTHER_WORDS && !sentence).then_some(first)
}

/// Whether a folded word is the name of a month.
pub(super) fn is_month(folded: &str) -> bool {
    MONTHS.contains_key(folded)
}

/// Whether a folded word is the name of a day of the week.
pub(super) fn is_weekday(folded: &str) -> bool {
    WEEKDAYS.contains(folded)
}

/// Whether a folded word labels a date: `published`, `updated`.
pub(super) fn is_label(folded: &str) -> bool {
    MODIFIED.contains(folded) || PUBLISHED.contains(folded)
}

fn says(tokens: &[Token], range: Range<usize>, list: &WordSet) -> bool {
    let tokens = tokens.get(range).unwrap_or_default();
    tokens.iter().filter_map(Token::word).any(|word| list.contains(word))
}

/// Whether only marks, joining words and days of the week stand there.
fn joined(tokens: &[Token], range: Range<usize>) -> bool {
    let tokens = tokens.get(range).unwrap_or_default();
    tokens.len() <= GAP
        && tokens.iter().all(|token| match token.word() {
            Some(word) => JOINS.contains(word) || WEEKDAYS.contains(word),
            None => token.mark().is_some(),
        })
}

fn following_clock(tokens: &[Token], after: usize) -> Option<Clock> {
    (after..=after + GAP)
        .take_while(|&at| joined(tokens, after..at) && at < tokens.len())
        .find_map(|at| clock_at(tokens, at, "", true))
}

fn assemble(
    tokens: &[Token],
    line: &str,
    day: Date,
    place: Range<usize>,
    clock: Option<Clock>,
    modified: bool,
) -> PrintedStamp {
    let byte = |at: usize| tokens.get(at).map_or(line.len(), |token| token.start);
    let end = |at: usize| at.checked_sub(1).and_then(|at| tokens.get(at)).map_or(0, |t| t.end);
    let dated = byte(place.start)..end(place.end);
    // Read again with the line at hand, so that the zone is found as printed.
    let clock = clock.and_then(|clock| clock_at(tokens, clock.start, line, true));
    let Some(clock) = clock else {
        return PrintedStamp { point: StampPoint::Day(day), zone: None, range: dated, modified };
    };
    let timed = byte(clock.start)..end(clock.end);
    PrintedStamp {
        point: StampPoint::Clock {
            at: day.to_datetime(clock.time),
            seconds: clock.seconds,
            offset: clock.offset,
        },
        zone: clock.zone.map(|range| cut(line, range).to_owned()),
        range: dated.start.min(timed.start)..dated.end.max(timed.end),
        modified,
    }
}

#[cfg(test)]
mod tests;
