//! So many units from somewhere: `last week`, `two years ago`.

use super::{Context, Resolved};
use crate::timexes::{
    meaning::From,
    vocabulary::{Tense, Unit},
    written,
};
use jiff::{Span, civil::Date};
use parallax_model::Precision;

pub(super) fn offset(unit: Unit, by: i32, from: From, context: &Context) -> Option<Resolved> {
    let spoken_of = matches!(from, From::Mentioned | From::Anchor);
    // `A day earlier` alone counts from the news of the day, longer distances from what we cannot tell.
    let daily = unit == Unit::Day && by == -1 && context.year.is_none();
    let day = match from {
        From::Spoken => Some(context.day.filter(|_| context.tense != Some(Tense::Present))?),
        From::Anchor if daily => context.day.or(context.today),
        From::Anchor => context.day,
        From::Mentioned => context.day.or(context.today),
        _ => context.today,
    };
    let month = context.spoken.and_then(|(year, month)| Some((year, month?)));
    if let (Unit::Month, From::Anchor, None, Some((year, month))) = (unit, from, day, month) {
        let first = Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
        return Some(month_value(shifted(first, Span::new().months(by))?));
    }
    let adrift = unit <= Unit::Quarter || (context.year.is_none() && by > 0);
    if from == From::Anchor && day.is_none() && adrift {
        return Some(distance(unit, by));
    }
    let compared = spoken_of || from == From::Ago;
    if let (Unit::Year, Some((year, quarter)), -1, true) = (unit, context.quarter, by, compared) {
        return Some((format!("{:04}-Q{quarter}", year.checked_sub(1)?), Precision::Season));
    }
    let year = if spoken_of {
        let told = context.spoken.map(|(year, _)| year).or(context.year);
        told.or(day.or(context.today).map(Date::year))
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
        Unit::Month => Some(month_value(shifted(day?.first_of_month(), Span::new().months(by))?)),
        Unit::Quarter => {
            let date = shifted(day?.first_of_month(), Span::new().months(by * 3))?;
            Some((written::quarter(date), Precision::Season))
        }
        Unit::Year => Some((format!("{:04}", years(by)?), Precision::Year)),
        Unit::Decade => Some((format!("{:03}", years(by * 10)? / 10), Precision::Decade)),
        Unit::Century => Some((format!("{:02}", years(by * 100)? / 100), Precision::Decade)),
    }
}

fn month_value(day: Date) -> Resolved {
    (format!("{:04}-{:02}", day.year(), day.month()), Precision::Month)
}

/// How far away, where nothing says from when.
pub(in crate::timexes) fn distance(unit: Unit, by: i32) -> Resolved {
    (written::length(unit, Some(i128::from(by.unsigned_abs()) * 1000)), Precision::Duration)
}

pub(super) fn shifted(day: Date, by: Span) -> Option<Date> {
    day.checked_add(by).ok().filter(|date| date.year() > 0)
}
