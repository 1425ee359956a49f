//! The days that an expression spans, beside the value it has in TIMEX3.

use super::{
    context::Context,
    counting,
    meaning::{Found, From, When},
    resolve::{Resolved, resolve},
    vocabulary::{Bound, Unit},
};
use jiff::{
    Span,
    civil::{Date, Weekday},
};
use parallax_language::calendar;
use parallax_model::Precision;

/// A first day, and the day after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) start: Option<Date>,
    pub(super) end: Option<Date>,
}

impl Days {
    const fn of(start: Date, end: Date) -> Self {
        Self { start: Some(start), end: Some(end) }
    }

    /// What lies on the side of these days that `bound` names.
    ///
    /// Beside a period `after` means when it is over; beside a day, from it on.
    pub(super) fn on(self, bound: Bound) -> Self {
        match bound {
            Bound::Before | Bound::Until => Self { start: None, end: self.start },
            Bound::Since => Self { start: self.start, end: None },
            Bound::After => Self { start: self.end, end: None },
        }
    }
}

/// The days of `found`, whose value is `resolved`: a day is a stretch that ends where it starts.
pub(super) fn days(
    found: &Found,
    edge: Option<i8>,
    resolved: &Resolved,
    context: &Context,
) -> Option<Days> {
    let (value, precision) = resolved;
    if let Some(day) = counted(found, context) {
        return Some(Days::of(day, day));
    }
    if let When::Rolling { unit, milli, side } = found.when {
        return rolling(unit, milli, side, context.today?);
    }
    if let When::Nth { unit, nth, count, of } = found.when
        && count > 1
    {
        let (start, end) = counting::part(unit, nth, count, of, context)?;
        return Some(Days::of(start, end));
    }
    let (first, last) = calendar::days(value)?;
    match (found.when, precision) {
        (When::ToDate(_), _) => return Some(Days::of(first, context.today?)),
        (When::Rest(_), _) => return Some(Days::of(context.today?, last)),
        _ => {}
    }
    if found.around == Some(Unit::Weekend) {
        return weekend(found, first, last, context);
    }
    match precision {
        Precision::Time | Precision::Duration => None,
        Precision::Day => Some(Days::of(first, first)),
        _ => {
            let whole = (first, last.tomorrow().ok()?);
            let whole = edge.map_or(whole, |edge| part(whole, edge, found, *precision, context));
            Some(Days::of(whole.0, whole.1))
        }
    }
}

/// The day that is so many units away, where units are counted.
fn counted(found: &Found, context: &Context) -> Option<Date> {
    let today = context.today?;
    let (unit, by) = match found.when {
        When::Ahead { unit, by } => (unit, by),
        When::Offset { unit, by, from: From::Published | From::Ago } if found.counted => (unit, by),
        _ => return None,
    };
    away(today, unit, by)
}

/// The day so many units from `day`; nothing where the unit is less than a day.
pub(super) fn away(day: Date, unit: Unit, by: i32) -> Option<Date> {
    let span = Span::new();
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => span.try_days(by),
        Unit::Week | Unit::Weekend => span.try_weeks(by),
        Unit::Fortnight => span.try_weeks(by.checked_mul(2)?),
        Unit::Month => span.try_months(by),
        Unit::Quarter => span.try_months(by.checked_mul(3)?),
        Unit::Year => span.try_years(by),
        Unit::Decade => span.try_years(by.checked_mul(10)?),
        Unit::Century => span.try_years(by.checked_mul(100)?),
    };
    let span = span.ok()?;
    day.checked_add(span).ok().filter(|day| day.year() > 0)
}

/// `the last three months` up to today, `the next five days` from tomorrow.
fn rolling(unit: Unit, milli: Option<i128>, side: i8, today: Date) -> Option<Days> {
    let count = milli.filter(|milli| milli % 1000 == 0 && *milli <= 10_000_000)?;
    let count = i32::try_from(count / 1000).ok()?;
    if unit == Unit::Quarter {
        return quarters(count, side, today);
    }
    if side < 0 {
        return Some(Days::of(away(today, unit, -count)?, today));
    }
    let start = today.tomorrow().ok()?;
    Some(Days::of(start, away(start, unit, count)?))
}

/// Whole quarters before or after the running one.
fn quarters(count: i32, side: i8, today: Date) -> Option<Days> {
    let month = (today.month() - 1) / 3 * 3 + 1;
    let running = Date::new(today.year(), month, 1).ok()?;
    if side < 0 {
        return Some(Days::of(away(running, Unit::Quarter, -count)?, running));
    }
    let start = away(running, Unit::Quarter, 1)?;
    Some(Days::of(start, away(start, Unit::Quarter, count)?))
}

/// The weekend around a day, with the Monday that is why it is long.
fn weekend(found: &Found, first: Date, last: Date, context: &Context) -> Option<Days> {
    let alone = Found { around: None, ..*found };
    let day = resolve(&alone, context).and_then(|(value, _)| value.parse::<Date>().ok())?;
    let end = last.tomorrow().ok()?;
    let long = day.weekday() == Weekday::Monday;
    Some(Days::of(first, if long { end.tomorrow().ok()? } else { end }))
}

/// The early, middle or late part of a period.
fn part(
    (start, end): (Date, Date),
    edge: i8,
    found: &Found,
    precision: Precision,
    context: &Context,
) -> (Date, Date) {
    let day = |count: i32| start.checked_add(Span::new().days(count)).unwrap_or(start);
    let month = |count: i32| start.checked_add(Span::new().months(count)).unwrap_or(start);
    let named = matches!(found.when, When::Year(_));
    match (precision, edge) {
        (Precision::Week, ..=-1) => (start, day(3)),
        // What is left of the week: its second half, or less.
        (Precision::Week, 1..) => {
            let half = day(3);
            (context.today.filter(|today| half < *today && *today < end).unwrap_or(half), end)
        }
        (Precision::Month, ..=-1) => (start, day(15)),
        (Precision::Month, 0) => (day(9), day(20)),
        (Precision::Month, 1..) => (day(15), end),
        (Precision::Year, ..=-1) if named => (start, month(4)),
        (Precision::Year, 0) => (month(4), month(8)),
        (Precision::Year, 1..) if named => (month(8), end),
        (Precision::Year, ..=-1) => (start, month(6)),
        (Precision::Year, 1..) => (month(6), end),
        _ => (start, end),
    }
}

/// Where a range begins or ends that names this: its first day, or the edge it names.
pub(super) fn point(
    found: &Found,
    edge: Option<i8>,
    resolved: &Resolved,
    context: &Context,
) -> Option<Date> {
    if resolved.0 == "PRESENT_REF" {
        return context.today;
    }
    if let Some(day) = counted(found, context) {
        return Some(day);
    }
    let (first, last) = calendar::days(&resolved.0)?;
    let middle = match resolved.1 {
        Precision::Month => 15,
        Precision::Year => 181,
        _ => 0,
    };
    match edge {
        Some(1..) => last.tomorrow().ok(),
        Some(0) => first.checked_add(Span::new().days(middle)).ok(),
        _ => Some(first),
    }
}
