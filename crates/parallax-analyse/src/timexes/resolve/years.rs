//! The year that a date says or means.

use super::{Context, offsets::shifted};
use crate::timexes::{
    easter,
    meaning::{Holiday, HolidayDay, YearSaid},
    vocabulary::Tense,
};
use jiff::{Span, civil::Date};

/// A date read against its sentence's tense may be this many days off; beyond
/// it the nearest date is meant. Chosen on news text, where dates without a
/// year are seldom more than nine months away.
const FARTHEST_DAYS: i32 = 270;

/// A month to come is at most so many months away; chosen like [`FARTHEST_DAYS`].
const FARTHEST_MONTHS: i32 = 9;

/// A day of a month in the year that is said or meant.
pub(super) fn dated(year: YearSaid, month: u8, day: u8, context: &Context) -> Option<Date> {
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

/// The day a holiday falls on in the year that is said or meant.
pub(super) fn holiday_day(holiday: Holiday, context: &Context) -> Option<Date> {
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
pub(in crate::timexes) fn period_year(
    year: YearSaid,
    first: i32,
    context: &Context,
) -> Option<i16> {
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
