//! The quarter that results are for.

use super::{Context, Resolved, offsets::shifted, resolve};
use crate::timexes::{meaning::Found, tokens::Line, written};
use jiff::Span;
use parallax_language::calendar;
use parallax_model::Precision;

/// Results are published within so many months of the quarter they are for.
const REPORTED_MONTHS: i32 = 5;

/// Days from the middle of a quarter to its end.
const HALF_QUARTER: i64 = 45;

/// A running quarter, or one just over, is still reported on in the future tense.
pub(super) fn reported(context: &Context, quarter: u8) -> Context {
    let ended = context.today.map(|today| i32::from(today.month()) - i32::from(quarter) * 3);
    let just = ended.is_some_and(|months| (-2..=REPORTED_MONTHS).contains(&months));
    Context { tense: context.tense.filter(|_| !just), ..*context }
}

/// The quarter spoken of if it is over, else the last one that is.
pub(super) fn latest_quarter(context: &Context) -> Option<(i16, u8)> {
    let today = context.today?;
    let over = |(year, quarter): &(i16, u8)| {
        (*year, i16::from(*quarter) * 3) < (today.year(), i16::from(today.month()))
    };
    let before = || {
        let day = shifted(today.first_of_month(), Span::new().months(-3))?;
        Some((day.year(), u8::try_from((day.month() - 1) / 3 + 1).ok()?))
    };
    context.quarter.filter(over).or_else(before)
}

/// `the quarter ended July 31`: the one that most of its days are in.
pub(in crate::timexes) fn quarter_to(
    line: &Line<'_>,
    found: &Found,
    last: &Found,
    context: &Context,
) -> Option<Resolved> {
    let ends = matches!(line.raw(found.next), "ended" | "ending" | "to");
    let day = last.first == found.next + 1 && ends;
    let (value, precision) = resolve(last, context).filter(|_| day)?;
    let (_, end) = calendar::days(&value).filter(|_| precision <= Precision::Month)?;
    let middle = end.checked_sub(Span::new().days(HALF_QUARTER)).ok()?;
    Some((written::quarter(middle), Precision::Season))
}
