//! Days and weeks told by their number: `the third week of June`, `week 31`, `the 21st`.

use super::{
    context::Context,
    meaning::{Period, YearSaid},
    resolve::{Resolved, in_week, monday_of, period_year},
    stretches::away,
    vocabulary::{Tense, Unit},
    written,
};
use jiff::civil::{Date, ISOWeekDate, Weekday};
use parallax_model::Precision;

/// Months looked through for a `Friday the 13th`; none is further away.
const MONTHS_AROUND: i32 = 14;

/// So many units of a period, counted from its start or its end.
pub(super) fn nth(
    unit: Unit,
    nth: i8,
    count: u8,
    of: Period,
    context: &Context,
) -> Option<Resolved> {
    let (start, _) = part(unit, nth, count, of, context)?;
    if count > 1 {
        return Some((written::length(unit, Some(i128::from(count) * 1000)), Precision::Duration));
    }
    Some(match unit {
        Unit::Day => (start.to_string(), Precision::Day),
        Unit::Week => (written::week(start), Precision::Week),
        Unit::Month => (format!("{:04}-{:02}", start.year(), start.month()), Precision::Month),
        Unit::Year => (format!("{:04}", start.year()), Precision::Year),
        _ => return None,
    })
}

/// The first day of that part, and the day after its last.
///
/// A week belongs to the month and year that its Thursday is in, as in ISO 8601.
pub(super) fn part(
    unit: Unit,
    nth: i8,
    count: u8,
    of: Period,
    context: &Context,
) -> Option<(Date, Date)> {
    let (start, end) = period(of, context)?;
    let (from, count) = (i32::from(nth), i32::from(count));
    let (first, last) = match unit {
        Unit::Week => (week_of_thursday(start)?, week_of_thursday(end)?),
        Unit::Day | Unit::Month | Unit::Year => (start, end),
        _ => return None,
    };
    let begin = if from > 0 {
        away(first, unit, from - 1)?
    } else {
        away(last, unit, from.checked_sub(count)? + 1)?
    };
    let finish = away(begin, unit, count)?;
    (first <= begin && finish <= last).then_some((begin, finish))
}

/// The Monday of the first week whose Thursday is not before `day`.
fn week_of_thursday(day: Date) -> Option<Date> {
    let monday = monday_of(day)?;
    let thursday = in_week(day, 0, Weekday::Thursday)?;
    if thursday < day { away(monday, Unit::Week, 1) } else { Some(monday) }
}

fn period(of: Period, context: &Context) -> Option<(Date, Date)> {
    let (start, unit) = match of {
        Period::Year(year) => (Date::new(period_year(year, 1, context)?, 1, 1).ok()?, Unit::Year),
        Period::Month { year, month } => {
            let year = period_year(year, i32::from(month), context)?;
            (Date::new(year, i8::try_from(month).ok()?, 1).ok()?, Unit::Month)
        }
        Period::Shifted { unit: Unit::Month, by } => {
            (away(context.today?.first_of_month(), Unit::Month, i32::from(by))?, Unit::Month)
        }
        Period::Shifted { unit: Unit::Year, by } => {
            (away(context.today?.first_of_year(), Unit::Year, i32::from(by))?, Unit::Year)
        }
        Period::Shifted { .. } => return None,
    };
    Some((start, away(start, unit, 1)?))
}

/// `week 31`, by the numbers of ISO 8601.
pub(super) fn week(week: u8, year: YearSaid, context: &Context) -> Option<Resolved> {
    let year = match year {
        YearSaid::Given(year) => year,
        YearSaid::Shifted(by) => context.today?.year().checked_add(i16::from(by))?,
        _ => context.today?.year(),
    };
    let monday = ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday).ok()?;
    Some((written::week(monday.date()), Precision::Week))
}

/// `the 21st` of the month that is said, or of the one the tense means.
pub(super) fn day_of_month(day: u8, shift: Option<i8>, context: &Context) -> Option<Date> {
    let today = context.today?;
    let of = |by: i32| {
        let month = away(today.first_of_month(), Unit::Month, by)?;
        Date::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()
    };
    if let Some(shift) = shift {
        return of(i32::from(shift));
    }
    let near: Vec<Date> = (-2..=2).filter_map(of).collect();
    match context.tense {
        Some(Tense::Past) => near.into_iter().filter(|date| *date <= today).max(),
        Some(Tense::Future) => near.into_iter().filter(|date| *date >= today).min(),
        _ => near.into_iter().min_by_key(|date| (*date - today).get_days().abs()),
    }
}

/// The nearest such weekday that is such a day of its month, after today unless told as past.
pub(super) fn weekday_of_month(weekday: Weekday, day: u8, context: &Context) -> Option<Date> {
    let today = context.today?;
    let of = |by: i32| {
        let month = away(today.first_of_month(), Unit::Month, by)?;
        let date = Date::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()?;
        (date.weekday() == weekday).then_some(date)
    };
    let near: Vec<Date> = (-MONTHS_AROUND..=MONTHS_AROUND).filter_map(of).collect();
    if context.tense == Some(Tense::Past) {
        return near.into_iter().filter(|date| *date <= today).max();
    }
    near.into_iter().filter(|date| *date >= today).min()
}
