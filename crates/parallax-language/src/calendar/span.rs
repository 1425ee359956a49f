//! The stretch of days a TIMEX3 value stands for.

use jiff::civil::{Date, ISOWeekDate, Weekday};

pub(super) fn days(value: &str) -> Option<(Date, Date)> {
    if let Some((first, last)) = value.split_once('/') {
        let (first, last) = (place(first)?, place(last)?);
        return Some((first.0, last.1)).filter(|(first, last)| first <= last);
    }
    place(value)
}

fn place(value: &str) -> Option<(Date, Date)> {
    let value = value.split_once('T').map_or(value, |(day, _)| day);
    let mut parts = value.split('-');
    let (year, second, third) = (parts.next()?, parts.next(), parts.next());
    match (second, third) {
        (None, None) => years(year),
        (Some(part), None | Some("XX")) => part_of_year(number(year, 4)?, part),
        (Some(part), Some("WE")) => {
            let (monday, sunday) = part_of_year(number(year, 4)?, part)?;
            Some((monday.nth_weekday(1, Weekday::Saturday).ok()?, sunday))
        }
        (Some(month), Some(day)) => {
            let day = Date::new(number(year, 4)?, short(month)?, short(day)?).ok()?;
            Some((day, day))
        }
        (None, Some(_)) => None,
    }
}

/// A year, a decade (`198`, `198X`) or a century (`19XX`).
fn years(text: &str) -> Option<(Date, Date)> {
    let known = text.trim_end_matches('X');
    let first: i16 = number(known, known.len())?;
    let (first, count) = match known.len() {
        4 => (first, 1),
        3 => (first.checked_mul(10)?, 10),
        2 => (first.checked_mul(100)?, 100),
        _ => return None,
    };
    Some((Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(count - 1)?, 12, 31).ok()?))
}

fn part_of_year(year: i16, part: &str) -> Option<(Date, Date)> {
    let months = |first: i8, count: i8| {
        let start = Date::new(year, first, 1).ok()?;
        Some((start, Date::new(year, first + count - 1, 1).ok()?.last_of_month()))
    };
    match part {
        "XX" => months(1, 12),
        "Q1" => months(1, 3),
        "Q2" => months(4, 3),
        "Q3" => months(7, 3),
        "Q4" => months(10, 3),
        "H1" => months(1, 6),
        "H2" => months(7, 6),
        "SP" => months(3, 3),
        "SU" => months(6, 3),
        "FA" => months(9, 3),
        // A winter is named for the year it starts in.
        "WI" => {
            let start = Date::new(year, 12, 1).ok()?;
            Some((start, Date::new(year.checked_add(1)?, 2, 1).ok()?.last_of_month()))
        }
        _ => match part.strip_prefix('W') {
            Some(week) => {
                let monday = ISOWeekDate::new(year, short(week)?, Weekday::Monday).ok()?.date();
                Some((monday, monday.checked_add(jiff::Span::new().days(6)).ok()?))
            }
            None => months(short(part)?, 1),
        },
    }
}

fn number(text: &str, length: usize) -> Option<i16> {
    let digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

fn short(text: &str) -> Option<i8> {
    text.parse().ok().filter(|_| text.len() <= 2)
}

#[cfg(test)]
mod tests {
    use super::days;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn decades_and_weekends_have_days() {
        assert_eq!(days("199X"), Some((date(1990, 1, 1), date(1999, 12, 31))));
        assert_eq!(days("1991-W08-WE"), Some((date(1991, 2, 23), date(1991, 2, 24))));
        assert_eq!(days("2025-WI"), Some((date(2025, 12, 1), date(2026, 2, 28))));
    }

    #[test]
    fn what_is_no_place_in_the_calendar_has_none() {
        for value in ["PRESENT_REF", "P3D", "XXXX-WXX-1", "", "2026-13", "2026-02-30"] {
            assert_eq!(days(value), None, "{value}");
        }
    }

    proptest! {
        #[test]
        fn any_value_is_answered(value in "[0-9XPTWQ-]{0,12}") {
            if let Some((first, last)) = days(&value) {
                prop_assert!(first <= last);
            }
        }
    }
}
