//! Times for people: `2026-02-03T10:19+01:00` as `3 Feb 2026, 10:19 +01:00`.

mod place;

pub(crate) use place::{Place, place};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// A time with the month cut to three letters; what is no date comes back as it is.
pub(crate) fn short(value: &str) -> String {
    match Parts::of(value) {
        Some(parts) => parts.print(3, false),
        None => span_of_days(value).unwrap_or_else(|| value.to_owned()),
    }
}

/// Whether a value says when or how long: `FUTURE_REF` and `XXXX-02` do not.
pub(crate) fn is_known(value: &str) -> bool {
    place(value).is_some()
        || value.strip_prefix('P').is_some_and(|length| length.contains(is_digit))
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// A time with the month and, for a day, its weekday in full.
pub(crate) fn long(value: &str) -> String {
    match Parts::of(value) {
        Some(parts) => parts.print(usize::MAX, true),
        None => span_of_days(value).unwrap_or_else(|| value.to_owned()),
    }
}

/// A week, season, quarter, half, decade or length of time of TIMEX3 in words.
fn span_of_days(value: &str) -> Option<String> {
    if let Some(length) = value.strip_prefix('P') {
        return duration(length);
    }
    if let Some(decade) = value.strip_suffix('X').or(Some(value).filter(|value| value.len() == 3)) {
        return number(decade, 3).map(|_| format!("{decade}0s"));
    }
    let (year, part) = value.split_once('-')?;
    number(year, 4)?;
    let named = match part {
        "SP" => "spring",
        "SU" => "summer",
        "FA" | "AU" => "autumn",
        "WI" => "winter",
        "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2" => part,
        _ => {
            let week = number(part.strip_prefix('W')?, 2)?;
            let monday = place::monday(number(year, 4)?, week)?;
            let day = Parts {
                year: monday.0,
                month: Some(monday.1),
                day: Some(monday.2),
                clock: "",
                zone: "",
            };
            return Some(format!("week of {}", day.print(3, false)));
        }
    };
    Some(format!("{named} {year}"))
}

/// `3D` and `T2H` as `3 days` and `2 hours`; one unit alone.
fn duration(length: &str) -> Option<String> {
    let (length, clock) = length.strip_prefix('T').map_or((length, false), |rest| (rest, true));
    let unit = length.chars().next_back()?;
    let many = length.strip_suffix(unit)?;
    let known = !many.is_empty() && many.bytes().all(|byte| byte.is_ascii_digit());
    let noun = match (unit, clock) {
        ('Y', false) => "year",
        ('M', false) => "month",
        ('W', false) => "week",
        ('D', false) => "day",
        ('H', true) => "hour",
        ('M', true) => "minute",
        ('S', true) => "second",
        _ => return None,
    };
    let plural = if many == "1" { "" } else { "s" };
    known.then(|| format!("{many} {noun}{plural}"))
}

/// A part of the day of TIMEX3 in words; a clock stays as it is.
fn part_of_day(clock: &str) -> &str {
    match clock {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        _ => clock,
    }
}

struct Parts<'a> {
    year: i64,
    month: Option<usize>,
    day: Option<i64>,
    clock: &'a str,
    zone: &'a str,
}

impl<'a> Parts<'a> {
    fn of(value: &'a str) -> Option<Self> {
        let (date, time) = value.split_once('T').unwrap_or((value, ""));
        let mut fields = date.split('-');
        let year = number(fields.next()?, 4)?;
        let month = match fields.next() {
            Some(month) => Some(usize::try_from(number(month, 2)?).ok()?),
            None => None,
        };
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            return None;
        }
        let day = match fields.next() {
            Some(day) => Some(number(day, 2).filter(|day| (1..=31).contains(day))?),
            None => None,
        };
        let (clock, zone) = split_zone(time);
        match fields.next() {
            Some(_) => None,
            None => Some(Self { year, month, day, clock, zone }),
        }
    }

    fn print(&self, letters: usize, weekday: bool) -> String {
        let mut words: Vec<String> = Vec::new();
        if let (true, Some(name)) = (weekday, self.weekday()) {
            words.push(name.to_owned());
        }
        words.extend(self.day.map(|day| day.to_string()));
        words.extend(self.month.map(|month| MONTHS[month - 1].chars().take(letters).collect()));
        words.push(self.year.to_string());
        let mut printed = words.join(" ");
        if !self.clock.is_empty() {
            printed.push_str(", ");
            printed.push_str(part_of_day(self.clock));
        }
        if !self.zone.is_empty() {
            printed.push(' ');
            printed.push_str(if self.zone == "Z" { "UTC" } else { self.zone });
        }
        printed
    }

    /// Sakamoto's rule; the Gregorian calendar throughout.
    fn weekday(&self) -> Option<&'static str> {
        const SHIFT: [i64; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let (month, day) = (self.month?, self.day?);
        let year = if month < 3 { self.year - 1 } else { self.year };
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let at = (year + leaps + SHIFT[month - 1] + day).rem_euclid(7);
        WEEKDAYS.get(usize::try_from(at).ok()?).copied()
    }
}

/// `10:19:07+01:00` is `10:19` at `+01:00`: seconds are for machines.
fn split_zone(time: &str) -> (&str, &str) {
    let at = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(at);
    (clock.get(..5).unwrap_or(clock), zone)
}

fn number(digits: &str, width: usize) -> Option<i64> {
    let plain = digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected_short: &str, expected_long: &str) {
        assert_eq!((short(value).as_str(), long(value).as_str()), (expected_short, expected_long));
    }

    #[test]
    fn a_day_has_its_weekday() {
        check("2026-02-03", "3 Feb 2026", "Tuesday 3 February 2026");
        check("2024-02-29", "29 Feb 2024", "Thursday 29 February 2024");
    }

    #[test]
    fn no_more_is_printed_than_is_known() {
        check("2026-02", "Feb 2026", "February 2026");
        check("2025", "2025", "2025");
    }

    #[test]
    fn a_clock_keeps_its_zone_and_loses_its_seconds() {
        check(
            "2026-02-03T10:19:07+01:00",
            "3 Feb 2026, 10:19 +01:00",
            "Tuesday 3 February 2026, 10:19 +01:00",
        );
        check("2026-02-03T10:19Z", "3 Feb 2026, 10:19 UTC", "Tuesday 3 February 2026, 10:19 UTC");
    }

    #[test]
    fn wider_than_a_day_is_told_in_words() {
        check("2026-W06", "week of 2 Feb 2026", "week of 2 Feb 2026");
        check("2026-W01", "week of 29 Dec 2025", "week of 29 Dec 2025");
        check("2026-SU", "summer 2026", "summer 2026");
        check("2026-Q3", "Q3 2026", "Q3 2026");
        check("199X", "1990s", "1990s");
        check("199", "1990s", "1990s");
    }

    #[test]
    fn a_part_of_the_day_is_told_in_words() {
        check("2026-05-18TEV", "18 May 2026, evening", "Monday 18 May 2026, evening");
    }

    #[test]
    fn a_length_of_time_is_told_in_words() {
        check("P3D", "3 days", "3 days");
        check("PT1H", "1 hour", "1 hour");
        check("P2M", "2 months", "2 months");
    }

    #[test]
    fn what_is_no_date_comes_back_as_it_is() {
        for value in
            ["PXD", "P1DT2H", "PD", "2026-13-01", "20XX", "", "X", "2026-02-03-04", "-5", "2026-W6"]
        {
            check(value, value, value);
        }
    }
}
