//! Times of day and their zones.

use super::{super::vocabulary::rows, token::Token};
use jiff::{civil::Time, tz::Offset};
use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

/// Zones by their printed names; `None` where the name alone does not give the offset.
static ZONES: LazyLock<BTreeMap<&'static str, Option<i32>>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lines/zones.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .map(|(name, minutes)| (name, minutes.trim().parse().ok()))
        .collect()
});

/// A time of day, the tokens it takes, and its zone as bytes of the line.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    pub(super) time: Time,
    pub(super) seconds: bool,
    pub(super) offset: Option<Offset>,
    pub(super) zone: Option<Range<usize>>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The time that starts at token `at`: `10:19`, `6:55 am`, `1.42pm`, `19h40`, `15.42 Uhr`, `3 p.m. PDT`.
///
/// Behind a date (`dated`), `19.20` is a time too.
pub(super) fn clock_at(tokens: &[Token], at: usize, line: &str, dated: bool) -> Option<Clock> {
    let (hour, digits) = tokens.get(at)?.number()?;
    let tail_of_longer = at > 0
        && matches!(tokens[at - 1].mark(), Some(':' | '.'))
        && tokens[at].touches(&tokens[at - 1])
        && at > 1
        && tokens[at - 2].number().is_some();
    if digits > 2 || tail_of_longer {
        return None;
    }
    let mark = tokens.get(at + 1).and_then(Token::mark);
    let word = tokens.get(at + 1).and_then(Token::word);
    let minutes = tokens.get(at + 2).and_then(Token::number).filter(|minutes| minutes.1 == 2);
    let close = |n: usize| tokens.get(at + n).is_some_and(|t| t.touches(&tokens[at + n - 1]));
    let (minute, second, next) = match (mark, word, minutes) {
        (Some(':'), _, Some((minute, _))) if close(1) && close(2) => {
            let second = seconds_at(tokens, at + 3);
            let next = at + 3 + if second.is_some() { 2 } else { 0 };
            (minute, second, next)
        }
        (Some('.'), _, Some((minute, _)))
            if close(1)
                && close(2)
                && (dotted(tokens, at + 3)
                    || dated && digits == 2 && ends_there(tokens, at + 3)) =>
        {
            (minute, None, at + 3)
        }
        (_, Some("h"), Some((minute, _))) if close(1) && close(2) => (minute, None, at + 3),
        (_, Some("uhr"), _) => (0, None, at + 1),
        _ if half_of_day(tokens, at + 1).is_some() => (0, None, at + 1),
        _ => return None,
    };
    let half = half_of_day(tokens, next);
    let hour = match half {
        Some((true, _)) if (1..12).contains(&hour) => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        _ => hour,
    };
    let next = half.map_or(next, |(_, after)| after);
    let next = next + usize::from(word_at(tokens, next).is_some_and(|w| w == "uhr"));
    let small = |value: u32| i8::try_from(value).ok();
    let time = Time::new(small(hour)?, small(minute)?, small(second.unwrap_or(0))?, 0).ok()?;
    let (offset, zone, end) = zone_at(tokens, next, line);
    Some(Clock { time, seconds: second.is_some(), offset, zone, start: at, end })
}

fn word_at(tokens: &[Token], at: usize) -> Option<&str> {
    tokens.get(at)?.word()
}

fn seconds_at(tokens: &[Token], at: usize) -> Option<u32> {
    let colon = tokens.get(at)?;
    let (value, digits) = tokens.get(at + 1)?.number()?;
    (colon.mark() == Some(':') && digits == 2 && tokens[at + 1].touches(colon)).then_some(value)
}

/// Whether what follows shows that `1.42` is a time.
fn dotted(tokens: &[Token], at: usize) -> bool {
    half_of_day(tokens, at).is_some()
        || matches!(word_at(tokens, at), Some("uhr" | "h" | "hrs" | "gmt" | "bst"))
}

/// Whether no figure goes on with another point: `19.20.2026` is a date.
fn ends_there(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).and_then(Token::mark) != Some('.')
        || tokens.get(at + 1).and_then(Token::number).is_none()
}

/// Whether it is the second half of the day (`pm`), and the token after the letters.
fn half_of_day(tokens: &[Token], at: usize) -> Option<(bool, usize)> {
    match word_at(tokens, at)? {
        "am" => Some((false, at + 1)),
        "pm" => Some((true, at + 1)),
        letter @ ("a" | "p") => {
            let dot =
                |at: usize| at + usize::from(tokens.get(at).and_then(Token::mark) == Some('.'));
            let second = dot(at + 1);
            let dotted = second > at + 1 && word_at(tokens, second) == Some("m");
            dotted.then(|| (letter == "p", dot(second + 1)))
        }
        _ => None,
    }
}

/// The zone at token `at`: its offset where known, its bytes, the token after it.
fn zone_at(
    tokens: &[Token],
    at: usize,
    line: &str,
) -> (Option<Offset>, Option<Range<usize>>, usize) {
    let none = (None, None, at);
    let open = usize::from(tokens.get(at).and_then(Token::mark) == Some('('));
    let Some(first) = tokens.get(at + open) else { return none };
    if open == 0 && matches!(first.mark(), Some('+' | '-' | '−')) {
        let touching = at > 0 && first.touches(&tokens[at - 1]);
        return match offset_at(tokens, at) {
            Some((minutes, next)) if touching => {
                (offset(minutes), Some(first.start..tokens[next - 1].end), next)
            }
            _ => none,
        };
    }
    let printed = line.get(first.start..first.end).unwrap_or_default();
    let Some(&minutes) = ZONES.get(printed) else { return none };
    let next = at + open + 1;
    let base = minutes.unwrap_or(0);
    let (minutes, end) = match offset_at(tokens, next) {
        Some((shift, after)) if minutes == Some(0) => (Some(base + shift), after),
        _ => (minutes, next),
    };
    (minutes.and_then(offset), Some(first.start..tokens[end - 1].end), end)
}

/// `+5`, `+05:00`, `-0330`, in minutes, and the token after it.
fn offset_at(tokens: &[Token], at: usize) -> Option<(i32, usize)> {
    let sign = match tokens.get(at)?.mark()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let (value, digits) = tokens.get(at + 1)?.number()?;
    let value = i32::try_from(value).ok()?;
    if !tokens[at + 1].touches(&tokens[at]) {
        return None;
    }
    if digits == 4 {
        return Some((sign * (value / 100 * 60 + value % 100), at + 2));
    }
    let minutes = tokens.get(at + 3).and_then(Token::number).filter(|minutes| minutes.1 == 2);
    match (tokens.get(at + 2).and_then(Token::mark), minutes) {
        (Some(':'), Some((minutes, _))) if digits <= 2 => {
            Some((sign * (value * 60 + i32::try_from(minutes).ok()?), at + 4))
        }
        _ if digits <= 2 => Some((sign * value * 60, at + 2)),
        _ => None,
    }
}

fn offset(minutes: i32) -> Option<Offset> {
    Offset::from_seconds(minutes.checked_mul(60)?).ok()
}
