//! Holding what an expression says against the calendar.

mod offsets;
mod quarters;
mod weeks;
mod years;

use super::{
    context::Context,
    counting,
    meaning::{Found, From, When},
    vocabulary::{Tense, Unit},
    written,
};
use jiff::civil::{Date, Weekday};
use offsets::offset;
use parallax_model::Precision;
use quarters::{latest_quarter, reported};
use weeks::{weekday, weekend};
use years::{dated, holiday_day};

pub(super) use {
    offsets::distance,
    quarters::quarter_to,
    weeks::{in_week, monday_of},
    years::period_year,
};

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
        When::LatestQuarter => {
            let (year, quarter) = latest_quarter(context)?;
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
        When::WeekdayBeside { day, side } => {
            let today = context.today?;
            let spoken = context.weekday(day).filter(|spoken| side < 0 && *spoken <= today);
            let date = match spoken {
                Some(spoken) => spoken.nth_weekday(-1, day).ok()?,
                None => in_week(today, side, day)?,
            };
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
