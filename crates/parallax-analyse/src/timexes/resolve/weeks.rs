//! Weekdays and weekends.

use super::{Context, Resolved};
use crate::timexes::{vocabulary::Tense, written};
use jiff::{
    Span,
    civil::{Date, Weekday},
};
use parallax_model::Precision;

pub(super) fn weekday(
    day: Weekday,
    week: Option<i8>,
    shift: Option<i8>,
    context: &Context,
) -> Option<Date> {
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

pub(in crate::timexes) fn in_week(today: Date, week: i8, day: Weekday) -> Option<Date> {
    let monday = monday_of(today)?;
    let days = i64::from(week) * 7 + i64::from(day.to_monday_zero_offset());
    monday.checked_add(Span::new().days(days)).ok()
}

pub(in crate::timexes) fn monday_of(day: Date) -> Option<Date> {
    let past = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(Span::new().days(past)).ok()
}

/// Without `last` or `next`, the weekend nearest on the side of the tense.
pub(super) fn weekend(shift: Option<i8>, context: &Context) -> Option<Resolved> {
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
