//! The day of Easter.

use jiff::{
    Span,
    civil::{Date, Weekday},
};

/// Easter Sunday of `year`, by the Western reckoning or by the Orthodox one.
///
/// The Sunday after the full moon of the church, which the golden number of
/// the year leads to.
pub(super) fn sunday(year: i16, orthodox: bool) -> Option<Date> {
    if !(1583..=9990).contains(&year) {
        return None;
    }
    let moon = if orthodox { old_moon(year)? } else { moon(year)? };
    moon.nth_weekday(1, Weekday::Sunday).ok()
}

/// The full moon after 21 March of the Gregorian calendar.
fn moon(year: i16) -> Option<Date> {
    let (golden, century) = (year % 19, year / 100);
    let lag = century - century / 4 - (8 * century + 13) / 25;
    let age = (19 * golden + lag + 15).rem_euclid(30);
    let early = i16::from(age == 29 || (age == 28 && golden > 10));
    Date::new(year, 3, 21).ok()?.checked_add(Span::new().days(age - early)).ok()
}

/// The same by the Julian calendar, as a day of ours.
fn old_moon(year: i16) -> Option<Date> {
    let age = (19 * (year % 19) + 15).rem_euclid(30);
    let behind = year / 100 - year / 400 - 2;
    Date::new(year, 3, 21).ok()?.checked_add(Span::new().days(age + behind)).ok()
}

#[cfg(test)]
mod tests {
    use super::sunday;
    use jiff::civil::date;

    #[test]
    fn easter_moves() {
        for (year, month, day) in [
            (2018, 4, 1),
            (2019, 4, 21),
            (2020, 4, 12),
            (2024, 3, 31),
            (2038, 4, 25),
            (1981, 4, 19),
        ] {
            assert_eq!(sunday(year, false), Some(date(year, month, day)), "{year}");
        }
        for (year, month, day) in [(2019, 4, 28), (2021, 5, 2), (2024, 5, 5), (2025, 4, 20)] {
            assert_eq!(sunday(year, true), Some(date(year, month, day)), "{year}");
        }
    }
}
