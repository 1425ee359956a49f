//! Days and moments as each language writes them.
//!
//! Moments are in universal time and say so: a page is the same for every reader, wherever it
//! is read, and articles of one story come from many zones.

use super::{Value, Words};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, ISOWeekDate, Time, Weekday},
    tz::Offset,
};

/// Minutes of an hour, hours of a day: where a length of time is told in the larger unit.
const MINUTES: i64 = 60;
const HOURS: i64 = 24;

impl Words {
    /// A value of TIMEX3 for people: a day, a month, a year, a week, a clock time of no zone, or from
    /// one of these to another. What is none of them stays as it is.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// let words = Words::of(Tongue::English);
    /// assert_eq!(words.day("2027-03-12"), "12 March 2027");
    /// assert_eq!(words.day("2027-03"), "March 2027");
    /// assert_eq!(words.day("2027-W10"), "8 March 2027 – 14 March 2027");
    /// assert_eq!(words.day("2027-03-12T14:10"), "12 March 2027, 14:10");
    /// assert_eq!(words.day("2026/2027"), "2026 – 2027");
    /// assert_eq!(words.day("P3D"), "P3D");
    /// ```
    pub fn day(&self, value: &str) -> String {
        if let Some((from, to)) = value.split_once('/') {
            return format!("{} – {}", self.day(from), self.day(to));
        }
        if let Some((day, time)) = value.split_once('T') {
            return self.clock_time(day, time).unwrap_or_else(|| value.to_owned());
        }
        if let Ok(date) = value.parse::<Date>() {
            return self.date(date);
        }
        self.stretch(value).unwrap_or_else(|| value.to_owned())
    }

    /// A day with a clock time; the day alone where the time is a part of it, like `MO`.
    fn clock_time(&self, day: &str, time: &str) -> Option<String> {
        let day = self.date(day.parse().ok()?);
        let Ok(time) = time.parse::<Time>() else { return Some(day) };
        let clock = clock(time);
        Some(self.tell("moment-local", &[("day", (&day).into()), ("clock", (&clock).into())]))
    }

    /// A month, a week or a year.
    fn stretch(&self, value: &str) -> Option<String> {
        let Some((year, part)) = value.split_once('-') else {
            let year = value.len() == 4 && value.parse::<u16>().is_ok();
            return year.then(|| self.tell("date-year", &[("year", Value::Text(value))]));
        };
        let year = year.parse().ok()?;
        if let Some(week) = part.strip_prefix('W') {
            let monday = ISOWeekDate::new(year, week.parse().ok()?, Weekday::Monday).ok()?.date();
            let sunday = monday.checked_add(6.days()).ok()?;
            return Some(format!("{} – {}", self.date(monday), self.date(sunday)));
        }
        Some(self.month(Date::new(year, part.parse().ok()?, 1).ok()?))
    }

    /// A day: `12 March 2027`.
    pub fn date(&self, date: Date) -> String {
        self.told("date-day", &format!("month-{}", date.month()), date)
    }

    /// A day where its year goes without saying: `12 Mar`.
    pub fn short_date(&self, date: Date) -> String {
        self.told("date-short", &format!("month-short-{}", date.month()), date)
    }

    /// A day of the week and a day: `Friday, 12 March 2027`.
    pub fn full_date(&self, date: Date) -> String {
        let day = self.date(date);
        let values = [("weekday", Value::Text(self.weekday(date))), ("day", Value::Text(&day))];
        self.tell("date-full", &values)
    }

    /// A month: `March 2027`.
    pub fn month(&self, date: Date) -> String {
        self.told("date-month", &format!("month-alone-{}", date.month()), date)
    }

    /// A month where there is little space: `Mar 2027`.
    pub fn short_month(&self, date: Date) -> String {
        self.told("date-month", &format!("month-short-{}", date.month()), date)
    }

    /// A moment in universal time: `12 March 2027, 14:10 UTC`.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// let moment = "2027-03-12T14:10:59Z".parse().unwrap();
    /// assert_eq!(Words::of(Tongue::English).moment(moment), "12 March 2027, 14:10 UTC");
    /// assert_eq!(Words::of(Tongue::Russian).moment(moment), "12 марта 2027, 14:10 UTC");
    /// ```
    pub fn moment(&self, moment: Timestamp) -> String {
        let at = universal(moment);
        self.at("moment", &self.date(at.date()), at)
    }

    /// A moment where its year goes without saying: `12 Mar, 14:10 UTC`.
    pub fn short_moment(&self, moment: Timestamp) -> String {
        let at = universal(moment);
        self.at("moment", &self.short_date(at.date()), at)
    }

    /// A clock time as an outlet printed it, without the zone it did not print: `12 March 2027, 14:10`.
    pub fn printed(&self, at: DateTime) -> String {
        self.at("moment-local", &self.date(at.date()), at)
    }

    /// The same where its year goes without saying: `12 Mar, 14:10`.
    pub fn short_printed(&self, at: DateTime) -> String {
        self.at("moment-local", &self.short_date(at.date()), at)
    }

    /// The time of day of a moment: `14:10 UTC`.
    pub fn clock(&self, moment: Timestamp) -> String {
        self.tell("moment-clock", &[("clock", Value::Text(&clock(universal(moment).time())))])
    }

    /// From one moment to another, with what both have in common said once:
    /// `12 March 2027, 14:10–16:30 UTC`.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// let words = Words::of(Tongue::English);
    /// let at = |text: &str| text.parse().unwrap();
    /// let (noon, night) = (at("2027-03-12T12:00:00Z"), at("2027-03-12T23:05:00Z"));
    /// assert_eq!(words.between(noon, night), "12 March 2027, 12:00–23:05 UTC");
    /// assert_eq!(words.between(noon, noon), words.moment(noon));
    /// let next = at("2027-03-13T01:00:00Z");
    /// assert_eq!(words.between(noon, next), "12 March 2027, 12:00 UTC – 13 March 2027, 01:00 UTC");
    /// ```
    pub fn between(&self, from: Timestamp, to: Timestamp) -> String {
        let (start, end) = (universal(from), universal(to));
        if (start.date(), clock(start.time())) == (end.date(), clock(end.time())) {
            return self.moment(from);
        }
        if start.date() == end.date() {
            let hours = format!("{}–{}", clock(start.time()), clock(end.time()));
            let day = self.date(start.date());
            return self
                .tell("moment", &[("day", Value::Text(&day)), ("clock", Value::Text(&hours))]);
        }
        format!("{} – {}", self.moment(from), self.moment(to))
    }

    /// How long it is from one moment to another, whichever is first, in its largest unit of which
    /// there are two: `119 minutes`, `3 hours`.
    ///
    /// ```
    /// use parallax_site::{Tongue, Words};
    /// let words = Words::of(Tongue::English);
    /// let at = |text: &str| text.parse().unwrap();
    /// assert_eq!(words.length(at("2027-03-12T12:00:00Z"), at("2027-03-12T12:59:59Z")), "59 minutes");
    /// assert_eq!(words.length(at("2027-03-12T12:00:00Z"), at("2027-03-14T11:00:00Z")), "47 hours");
    /// assert_eq!(words.length(at("2027-03-12T12:00:00Z"), at("2027-03-14T12:00:00Z")), "2 days");
    /// ```
    pub fn length(&self, from: Timestamp, to: Timestamp) -> String {
        let minutes = (to.as_second() - from.as_second()).abs() / 60;
        let (key, number) = match minutes {
            minutes if minutes < 2 * MINUTES => ("length-minutes", minutes),
            minutes if minutes < 2 * HOURS * MINUTES => ("length-hours", minutes / MINUTES),
            minutes => ("length-days", minutes / MINUTES / HOURS),
        };
        self.count(key, number.unsigned_abs())
    }

    /// A date by one of the patterns of the catalogue, with the key of its month in the form this asks for.
    fn told(&self, pattern: &str, month: &str, date: Date) -> String {
        let month = self.say(month);
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let values = [
            ("day", Value::Text(&day)),
            ("month", Value::Text(month)),
            ("year", Value::Text(&year)),
        ];
        self.tell(pattern, &values)
    }

    fn at(&self, pattern: &str, day: &str, at: DateTime) -> String {
        let clock = clock(at.time());
        self.tell(pattern, &[("day", Value::Text(day)), ("clock", Value::Text(&clock))])
    }
}

fn universal(moment: Timestamp) -> DateTime {
    Offset::UTC.to_datetime(moment)
}

fn clock(at: Time) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}
