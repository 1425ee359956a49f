//! Days, in the orders in which they are printed.

use super::{super::vocabulary::word_list, MONTHS, TABLE, token::Token};
use crate::word_map::WordSet;
use jiff::civil::Date;
use std::sync::LazyLock;

static YEAR_WORDS: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "year"));

/// Years a page may be from; other numbers of four digits are no years.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

/// The date that starts at token `at`, and the token after it.
///
/// `day_first` says which way round two small numbers are, where that is known.
pub(super) fn date_at(tokens: &[Token], at: usize, day_first: bool) -> Option<(Date, usize)> {
    numeric(tokens, at, day_first)
        .or_else(|| by_signs(tokens, at))
        .or_else(|| year_first(tokens, at))
        .or_else(|| day_month_year(tokens, at))
        .or_else(|| month_day_year(tokens, at))
}

/// `2026-02-04`, `04.02.2026`, `13/02/2026`.
///
/// Two numbers below 13 apart from the year, set off by slashes, could be
/// either way round: no date is better than a wrong one.
fn numeric(tokens: &[Token], at: usize, day_first: bool) -> Option<(Date, usize)> {
    let part = |n: usize| tokens.get(at + n)?.number();
    let mark = tokens.get(at + 1)?.mark().filter(|mark| matches!(mark, '-' | '.' | '/' | '‑'))?;
    let (first, second, third) = (part(0)?, part(2)?, part(4)?);
    // Some print a space after each point: `8. 4. 2025`.
    let close = |n: usize| tokens[at + n].touches(&tokens[at + n - 1]);
    let marks_close = close(1) && close(3) && (mark == '.' || (close(2) && close(4)));
    if tokens.get(at + 3)?.mark() != Some(mark) || !marks_close || tail_of_longer(tokens, at) {
        return None;
    }
    let (year, month, day) = if first.1 == 4 {
        (first, second, third)
    } else if third.1 == 2 && mark == '.' && close(2) && close(4) && !goes_on(tokens, at + 5) {
        ((2000 + third.0, 4), second, first)
    } else if third.1 != 4 {
        return None;
    } else if second.0 > 12 {
        (third, first, second)
    } else if mark == '.' || first.0 > 12 || first.0 == second.0 || day_first {
        (third, second, first)
    } else {
        return None;
    };
    Some((date(year, month.0, day)?, at + 5))
}

/// Whether more digits follow, as in a version or an address.
fn goes_on(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).and_then(Token::mark).is_some_and(|mark| ".:-/".contains(mark))
        && tokens.get(at + 1).is_some_and(|token| token.number().is_some())
}

/// Whether the number is the tail of a longer one, as in a version or a phone number.
fn tail_of_longer(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|before| tokens.get(before..at));
    before.is_some_and(|before| {
        before[0].number().is_some()
            && matches!(before[1].mark(), Some('-' | '.' | '/'))
            && before[1].touches(&before[0])
            && tokens.get(at).is_some_and(|token| token.touches(&before[1]))
    })
}

/// `2026年2月4日`, `2026년 2월 4일`.
fn by_signs(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let number = |n: usize| tokens.get(at + n)?.number();
    let sign =
        |n: usize, signs: &[char]| tokens.get(at + n)?.word()?.starts_with(signs).then_some(());
    let year = number(0)?;
    sign(1, &['年', '년'])?;
    let month = number(2)?;
    sign(3, &['月', '월'])?;
    let day = number(4)?;
    // Folding takes Korean syllables apart, so the third sign goes unchecked.
    Some((date(year, month.0, day)?, (at + 6).min(tokens.len())))
}

/// `2026 жылғы 4 ақпан`, `2026, February 4`.
fn year_first(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let year = tokens.get(at)?.number().filter(|year| year.1 == 4)?;
    let mut next = at + 1;
    let worded = tokens.get(next).and_then(Token::word).is_some_and(|w| YEAR_WORDS.contains(w));
    next += usize::from(worded);
    next += usize::from(tokens.get(next).and_then(Token::mark).is_some_and(|m| ".,".contains(m)));
    let (day, month, after) = match month_of(tokens.get(next)?) {
        Some(month) => (tokens.get(next + 1)?.number()?, month, next + 2),
        None => (tokens.get(next)?.number()?, month_of(tokens.get(next + 1)?)?, next + 2),
    };
    let another_year = tokens.get(after).and_then(Token::number).is_some_and(|(_, n)| n == 4);
    let date = date(year, month, day)?;
    (worded || !another_year).then_some((date, after))
}

/// `4 February 2026`, `4th of February, 2026`, `4 de febrero de 2026`, `04-Feb-2026`, `19. Mai 2026`.
fn day_month_year(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let day = tokens.get(at)?.number().filter(|day| day.1 <= 2)?;
    let mut next = skip_word(tokens, at + 1, &["st", "nd", "rd", "th", "er", "º", "го"]);
    next = skip_mark(tokens, next, ".-/º");
    next = skip_word(tokens, next, &["of", "de", "d"]);
    let month = month_of(tokens.get(next)?)?;
    next = skip_mark(tokens, next + 1, ".-/");
    next = skip_mark(tokens, next, ",");
    next = skip_word(tokens, next, &["de", "del", "of"]);
    let year = tokens.get(next)?.number().filter(|year| year.1 == 4)?;
    Some((date(year, month, day)?, next + 1))
}

/// `February 4, 2026`, `Feb. 4th 2026`.
fn month_day_year(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let month = month_of(tokens.get(at)?)?;
    let next = skip_mark(tokens, at + 1, ".-");
    let day = tokens.get(next)?.number().filter(|day| day.1 <= 2)?;
    let mut next = skip_word(tokens, next + 1, &["st", "nd", "rd", "th"]);
    next = skip_mark(tokens, next, ".,-");
    let year = tokens.get(next)?.number().filter(|year| year.1 == 4)?;
    Some((date(year, month, day)?, next + 1))
}

/// `4 February` or `Feb 4`, where no number follows that could be a year or an hour.
pub(super) fn yearless(tokens: &[Token]) -> Option<(i8, i8)> {
    let day = |at: usize| {
        let (day, digits) = tokens.get(at)?.number()?;
        i8::try_from(day).ok().filter(|day| digits <= 2 && (1..=31).contains(day))
    };
    let month = |at: usize| i8::try_from(month_of(tokens.get(at)?)?).ok();
    let bare = tokens.iter().filter(|token| token.number().is_some()).count() == 1;
    let pair = |at: usize| {
        let after = skip_mark(tokens, at + 1, ".");
        let day_before = day(at).and_then(|day| Some((month(after)?, day)));
        day_before.or_else(|| Some((month(at)?, day(after)?)))
    };
    (0..tokens.len()).filter(|_| bare).find_map(pair)
}

fn month_of(token: &Token) -> Option<u32> {
    let month = *MONTHS.get(token.word()?)?;
    u32::try_from(month).ok()
}

fn skip_word(tokens: &[Token], at: usize, words: &[&str]) -> usize {
    at + usize::from(tokens.get(at).and_then(Token::word).is_some_and(|word| words.contains(&word)))
}

fn skip_mark(tokens: &[Token], at: usize, marks: &str) -> usize {
    at + usize::from(tokens.get(at).and_then(Token::mark).is_some_and(|mark| marks.contains(mark)))
}

fn date(year: (u32, usize), month: u32, day: (u32, usize)) -> Option<Date> {
    if year.1 != 4 || !YEARS.contains(&year.0) || day.1 > 2 {
        return None;
    }
    let month = i8::try_from(month).ok()?;
    Date::new(i16::try_from(year.0).ok()?, month, i8::try_from(day.0).ok()?).ok()
}
