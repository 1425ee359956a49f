//! Holding what an expression says against the calendar.

use super::{
    counting, easter,
    meaning::{Found, From, Holiday, HolidayDay, When, YearSaid},
    vocabulary::{Tense, Unit},
    written,
};
use jiff::{
    Span,
    civil::{Date, Weekday},
};
use parallax_model::Precision;

/// A date read against its sentence's tense may be this many days off; beyond
/// it the nearest date is meant. Chosen on news text, where dates without a
/// year are seldom more than nine months away.
const FARTHEST_DAYS: i32 = 270;

/// A month to come is at most so many months away; chosen like [`FARTHEST_DAYS`].
const FARTHEST_MONTHS: i32 = 9;

/// Results are published within so many months of the quarter they are for.
const REPORTED_MONTHS: i32 = 5;

/// What is known where an expression stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// The day today is: of publication, or the day a quoted speaker spoke.
    pub(super) today: Option<Date>,
    /// The day spoken of just before.
    pub(super) day: Option<Date>,
    /// The year spoken of just before.
    pub(super) year: Option<i16>,
    /// The quarter spoken of just before.
    pub(super) quarter: Option<(i16, u8)>,
    /// The tense of the words around.
    pub(super) tense: Option<Tense>,
}

/// A value with its precision.
pub(super) type Resolved = (String, Precision);

/// The TIMEX3 value of `found`, if the context gives one.
pub(super) fn resolve(found: &Found, context: &Context) -> Option<Resolved> {
    let (value, precision) = match found.when {
        // Whether midnight starts the day or ends it, only the day beside it can say.
        When::Clock if found.clock == Some((0, 0)) => return None,
        When::Clock => (context.day.or(context.today)?.to_string(), Precision::Day),
        when => value(when, context)?,
    };
    if precision != Precision::Day {
        return Some((value, precision));
    }
    if let Some(unit) = found.around {
        let day: Date = value.parse().ok()?;
        // A Monday's weekend is the long one before it.
        let long = unit == Unit::Weekend && day.weekday() == Weekday::Monday;
        let week = written::week(if long { day.yesterday().ok()? } else { day });
        let value = if unit == Unit::Weekend { format!("{week}-WE") } else { week };
        return Some((value, Precision::Week));
    }
    Some(match (found.clock, found.part) {
        (Some((hour, minute)), _) => (format!("{value}T{hour:02}:{minute:02}"), Precision::Time),
        // A night runs over midnight, and news gives it the day it starts on.
        (None, Some("TNI")) => (value, Precision::Time),
        (None, Some(part)) => (format!("{value}{part}"), Precision::Time),
        (None, None) => (value, Precision::Day),
    })
}

fn value(when: When, context: &Context) -> Option<Resolved> {
    match when {
        When::Calendar { year, month, day: Some(day) } => {
            let date = dated(year, month, day, context)?;
            Some((date.to_string(), Precision::Day))
        }
        When::Calendar { year, month, day: None } => {
            let year = period_year(year, i32::from(month), context)?;
            Some((format!("{year:04}-{month:02}"), Precision::Month))
        }
        When::Year(year) => Some((format!("{year:04}"), Precision::Year)),
        When::Decade(digits) => Some((format!("{digits:03}"), Precision::Decade)),
        When::Century(digits) => Some((format!("{digits:02}"), Precision::Decade)),
        When::Season { season, year } => {
            let first = match season {
                "SP" => 3,
                "SU" => 6,
                "FA" => 9,
                _ => 12,
            };
            let year = period_year(year, first, context)?;
            Some((format!("{year:04}-{season}"), Precision::Season))
        }
        When::Quarter { quarter, year } => {
            let context = &reported(context, quarter);
            let first = i32::from(quarter) * 3 - 2;
            let year = period_year(year, first, context)?;
            Some((format!("{year:04}-Q{quarter}"), Precision::Season))
        }
        When::Half { half, year } => {
            let year = period_year(year, i32::from(half) * 6 - 5, context)?;
            Some((format!("{year:04}-H{half}"), Precision::Season))
        }
        When::SameQuarter => {
            let (year, quarter) = context.quarter?;
            Some((format!("{year:04}-Q{quarter}"), Precision::Season))
        }
        When::QuarterIn(year) => Some(match context.quarter {
            Some((_, quarter)) => (format!("{year:04}-Q{quarter}"), Precision::Season),
            None => (format!("{year:04}"), Precision::Year),
        }),
        When::Weekday { day, week, shift } => {
            let date = weekday(day, week, shift, context)?;
            Some((date.to_string(), Precision::Day))
        }
        When::Weekend(shift) => weekend(shift, context),
        When::Offset { unit, by, from } => offset(unit, by, from, context),
        When::Ahead { unit, by } if context.tense == Some(Tense::Future) => {
            offset(unit, by, From::Published, context)
        }
        When::Ahead { unit, by } => {
            let length = written::length(unit, Some(i128::from(by) * 1000));
            Some((length, Precision::Duration))
        }
        When::Holiday(holiday) => {
            Some((holiday_day(holiday, context)?.to_string(), Precision::Day))
        }
        When::Nth { unit, nth, count, of } => counting::nth(unit, nth, count, of, context),
        When::WeekNumber { week, year } => counting::week(week, year, context),
        When::DayOfMonth { day, shift } => {
            let date = counting::day_of_month(day, shift, context)?;
            Some((date.to_string(), Precision::Day))
        }
        When::WeekdayOfMonth { weekday, day } => {
            let date = counting::weekday_of_month(weekday, day, context)?;
            Some((date.to_string(), Precision::Day))
        }
        When::ToDate(unit) | When::Rest(unit) => offset(unit, 0, From::Published, context),
        When::Length { unit, milli } | When::Rolling { unit, milli, .. } => {
            Some((written::length(unit, milli), Precision::Duration))
        }
        When::Every(unit) => Some((written::length(unit, Some(1000)), Precision::Duration)),
        When::Fixed(value) => Some((value.to_owned(), Precision::Duration)),
        When::Clock | When::Age => None,
    }
}

/// A day of a month in the year that is said or meant.
fn dated(year: YearSaid, month: u8, day: u8, context: &Context) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let in_year = |year: i16| Date::new(year, month, day).ok();
    near(year, &in_year, context)
}

/// The date among those of the years around that is said or meant.
fn near(year: YearSaid, in_year: &dyn Fn(i16) -> Option<Date>, context: &Context) -> Option<Date> {
    let today = context.today;
    match year {
        YearSaid::Given(year) => in_year(year),
        YearSaid::Shifted(by) => in_year(today?.year().checked_add(i16::from(by))?),
        YearSaid::Nearest(shift) if shift != 0 => {
            let today = today?;
            let mut near = (-1..=1).filter_map(|by| in_year(today.year().checked_add(by)?));
            if shift > 0 {
                near.find(|date| *date > today)
            } else {
                near.rfind(|date| *date < today)
            }
        }
        YearSaid::Nearest(_) | YearSaid::Unsaid => {
            let today = today?;
            let near: Vec<Date> =
                (-1..=1).filter_map(|by| in_year(today.year().checked_add(by)?)).collect();
            let distance = |date: &Date| (*date - today).get_days();
            let nearest = near.iter().min_by_key(|date| distance(date).abs()).copied()?;
            let meant = match context.tense {
                Some(Tense::Past) => near.iter().filter(|date| distance(date) <= 0).max(),
                Some(Tense::Future) => near.iter().filter(|date| distance(date) >= 0).min(),
                _ => None,
            };
            let meant = meant.filter(|date| distance(date).abs() <= FARTHEST_DAYS);
            Some(meant.copied().unwrap_or(nearest))
        }
    }
}

/// A running quarter, or one just over, is still reported on in the future tense.
fn reported(context: &Context, quarter: u8) -> Context {
    let ended = context.today.map(|today| i32::from(today.month()) - i32::from(quarter) * 3);
    let just = ended.is_some_and(|months| (-2..=REPORTED_MONTHS).contains(&months));
    Context { tense: context.tense.filter(|_| !just), ..*context }
}

/// The day a holiday falls on in the year that is said or meant.
fn holiday_day(holiday: Holiday, context: &Context) -> Option<Date> {
    let fall = |year: i16| {
        let first = Date::new(year, holiday.month, 1).ok()?;
        match holiday.day {
            HolidayDay::Fixed(day) => Date::new(year, holiday.month, day).ok(),
            HolidayDay::Weekday(weekday, nth) => first.nth_weekday_of_month(nth, weekday).ok(),
            HolidayDay::Easter { orthodox, after } => {
                shifted(easter::sunday(year, orthodox)?, Span::new().days(after))
            }
        }
    };
    near(holiday.year, &fall, context)
}

/// The year of a period that starts in month `first` and is said without one.
pub(super) fn period_year(year: YearSaid, first: i32, context: &Context) -> Option<i16> {
    if let YearSaid::Given(year) = year {
        return Some(year);
    }
    let today = context.today?;
    let this = today.year();
    let now = i32::from(today.month());
    let by = match year {
        YearSaid::Given(_) | YearSaid::Nearest(0) => 0,
        YearSaid::Shifted(by) => i16::from(by),
        YearSaid::Nearest(shift) if shift < 0 => {
            if first < now {
                0
            } else {
                -1
            }
        }
        YearSaid::Nearest(_) => i16::from(first <= now),
        YearSaid::Unsaid => match context.tense {
            Some(Tense::Future) => i16::from(first < now && first + 12 - now <= FARTHEST_MONTHS),
            Some(Tense::Present) => nearest_year(first - now),
            _ if first > now => -1,
            _ => 0,
        },
    };
    this.checked_add(by)
}

/// The year from this one in which a month `ahead` of now is nearest.
fn nearest_year(ahead: i32) -> i16 {
    match ahead {
        7.. => -1,
        ..-6 => 1,
        _ => 0,
    }
}

fn weekday(day: Weekday, week: Option<i8>, shift: Option<i8>, context: &Context) -> Option<Date> {
    let today = context.today?;
    if let Some(week) = week {
        return in_week(today, week, day);
    }
    let same = today.weekday() == day;
    match shift {
        Some(shift) if shift < 0 => today.nth_weekday(-1, day).ok(),
        Some(0) => match context.tense {
            Some(Tense::Past) if !same => today.nth_weekday(-1, day).ok(),
            Some(Tense::Future) if !same => today.nth_weekday(1, day).ok(),
            _ => in_week(today, 0, day),
        },
        Some(_) => today.nth_weekday(1, day).ok(),
        None if same => Some(today),
        None => {
            let side = if context.tense == Some(Tense::Future) { 1 } else { -1 };
            today.nth_weekday(side, day).ok()
        }
    }
}

pub(super) fn in_week(today: Date, week: i8, day: Weekday) -> Option<Date> {
    let monday = monday_of(today)?;
    let days = i64::from(week) * 7 + i64::from(day.to_monday_zero_offset());
    monday.checked_add(Span::new().days(days)).ok()
}

pub(super) fn monday_of(day: Date) -> Option<Date> {
    let past = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(Span::new().days(past)).ok()
}

/// Without `last` or `next`, the weekend nearest on the side of the tense.
fn weekend(shift: Option<i8>, context: &Context) -> Option<Resolved> {
    let today = context.today?;
    let begun = matches!(today.weekday(), Weekday::Saturday | Weekday::Sunday);
    let week = match shift {
        Some(shift) if shift != 0 => shift,
        _ if context.tense == Some(Tense::Future) || begun => 0,
        Some(_) => 0,
        None => -1,
    };
    let monday = in_week(today, week, Weekday::Monday)?;
    Some((format!("{}-WE", written::week(monday)), Precision::Week))
}

fn offset(unit: Unit, by: i32, from: From, context: &Context) -> Option<Resolved> {
    let spoken_of = matches!(from, From::Mentioned | From::Anchor);
    // `A day earlier` alone counts from the news of the day, longer distances from what we cannot tell.
    let daily = unit == Unit::Day && by == -1 && context.year.is_none();
    let day = match from {
        From::Anchor if daily => context.day.or(context.today),
        From::Anchor => context.day,
        From::Mentioned => context.day.or(context.today),
        _ => context.today,
    };
    let adrift = unit <= Unit::Quarter || (context.year.is_none() && by > 0);
    if from == From::Anchor && day.is_none() && adrift {
        return Some(distance(unit, by));
    }
    let compared = spoken_of || from == From::Ago;
    if let (Unit::Year, Some((year, quarter)), -1, true) = (unit, context.quarter, by, compared) {
        return Some((format!("{:04}-Q{quarter}", year.checked_sub(1)?), Precision::Season));
    }
    let year = if spoken_of {
        context.year.or(day.or(context.today).map(Date::year))
    } else {
        day.map(Date::year)
    };
    let years = |count: i32| year?.checked_add(i16::try_from(count).ok()?);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => {
            let milli = i128::from(by.unsigned_abs()) * 1000;
            Some((written::length(unit, Some(milli)), Precision::Duration))
        }
        Unit::Day => Some((shifted(day?, Span::new().days(by))?.to_string(), Precision::Day)),
        Unit::Fortnight => {
            Some((written::week(shifted(day?, Span::new().weeks(by * 2))?), Precision::Week))
        }
        Unit::Week | Unit::Weekend => {
            Some((written::week(shifted(day?, Span::new().weeks(by))?), Precision::Week))
        }
        Unit::Month => {
            let date = shifted(day?.first_of_month(), Span::new().months(by))?;
            Some((format!("{:04}-{:02}", date.year(), date.month()), Precision::Month))
        }
        Unit::Quarter => {
            let date = shifted(day?.first_of_month(), Span::new().months(by * 3))?;
            Some((written::quarter(date), Precision::Season))
        }
        Unit::Year => Some((format!("{:04}", years(by)?), Precision::Year)),
        Unit::Decade => Some((format!("{:03}", years(by * 10)? / 10), Precision::Decade)),
        Unit::Century => Some((format!("{:02}", years(by * 100)? / 100), Precision::Decade)),
    }
}

/// How far away, where nothing says from when.
pub(super) fn distance(unit: Unit, by: i32) -> Resolved {
    (written::length(unit, Some(i128::from(by.unsigned_abs()) * 1000)), Precision::Duration)
}

fn shifted(day: Date, by: Span) -> Option<Date> {
    day.checked_add(by).ok().filter(|date| date.year() > 0)
}
