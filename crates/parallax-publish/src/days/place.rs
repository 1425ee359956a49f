//! Where a TIMEX3 value stands on the calendar.

use super::number;
use std::cmp::Reverse;

/// Sorts values by the day they start, then the wider first, then by clock.
pub(crate) type Place<'a> = (i64, Reverse<u16>, &'a str);

/// The place of a day, week, month, season, quarter, half, year, decade or clock time; `None` for
/// lengths of time and what has no date.
pub(crate) fn place(value: &str) -> Option<Place<'_>> {
    let (date, clock) = value.split_once('T').unwrap_or((value, ""));
    let (start, days) = stretch(date)?;
    // Whole days before their hours.
    Some((start, Reverse(if clock.is_empty() { days } else { 0 }), clock))
}

/// The first day and about how many follow.
fn stretch(date: &str) -> Option<(i64, u16)> {
    let decade = date.strip_suffix('X').or(Some(date).filter(|date| date.len() == 3));
    if let Some(decade) = decade {
        return Some((day_number(number(decade, 3)? * 10, 1, 1), 3653));
    }
    let mut fields = date.splitn(3, '-');
    let year = number(fields.next()?, 4)?;
    let Some(part) = fields.next() else { return Some((day_number(year, 1, 1), 365)) };
    let first_of = |month: usize, days: u16| Some((day_number(year, month, 1), days));
    match part {
        "WI" | "Q1" => first_of(1, 90),
        "H1" => first_of(1, 181),
        "SP" => first_of(3, 92),
        "Q2" => first_of(4, 91),
        "SU" => first_of(6, 92),
        "Q3" => first_of(7, 92),
        "H2" => first_of(7, 184),
        "FA" | "AU" => first_of(9, 91),
        "Q4" => first_of(10, 92),
        _ => match part.strip_prefix('W') {
            Some(week) => Some((week_start(year, number(week, 2)?), 7)),
            None => day_or_month(year, part, fields.next()),
        },
    }
}

fn day_or_month(year: i64, month: &str, day: Option<&str>) -> Option<(i64, u16)> {
    let month = usize::try_from(number(month, 2)?).ok().filter(|month| (1..=12).contains(month))?;
    match day {
        None => Some((day_number(year, month, 1), 30)),
        Some(day) => Some((day_number(year, month, number(day, 2)?), 1)),
    }
}

/// Year, month and day of the Monday of an ISO week.
pub(super) fn monday(year: i64, week: i64) -> Option<(i64, usize, i64)> {
    let at = week_start(year, week);
    // A week starts in its year or in the last days of the year before.
    let months = (year - 1..=year).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let (year, month) = months.take_while(|&(y, month)| day_number(y, month, 1) <= at).last()?;
    (1..=53).contains(&week).then(|| (year, month, at - day_number(year, month, 1) + 1))
}

/// The week that holds 4 January is the first.
fn week_start(year: i64, week: i64) -> i64 {
    let fourth = day_number(year, 1, 4);
    // Day 0 of the count, 1 March of the year 0, is a Wednesday.
    fourth - (fourth + 2).rem_euclid(7) + (week - 1) * 7
}

/// Days since 1 March of the year 0, in the Gregorian calendar throughout.
fn day_number(year: i64, month: usize, day: i64) -> i64 {
    const BEFORE: [i64; 12] = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
    let year = if month < 3 { year - 1 } else { year };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let before = month.checked_sub(1).and_then(|at| BEFORE.get(at)).copied().unwrap_or_default();
    year * 365 + leaps + before + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_sort_by_the_day_they_start() {
        let sorted = [
            "199X",
            "2025",
            "2026",
            "2026-02",
            "2026-02-09",
            "2026-02-10",
            "2026-02-10T09:00",
            "2026-SU",
            "2026-07",
            "2026-W30",
            "2026-10",
        ];
        assert!(sorted.is_sorted_by_key(|value| place(value).unwrap()));
    }

    #[test]
    fn what_has_no_date_has_no_place() {
        for value in ["FUTURE_REF", "P3D", "XXXX-02", "2026-13", "", "T10:19"] {
            assert_eq!(place(value), None, "{value}");
        }
    }

    #[test]
    fn weeks_start_on_monday() {
        assert_eq!(monday(2026, 6), Some((2026, 2, 2)));
        assert_eq!(monday(2025, 1), Some((2024, 12, 30)));
        assert_eq!(monday(2021, 1), Some((2021, 1, 4)));
        assert_eq!(monday(2026, 99), None);
    }
}
