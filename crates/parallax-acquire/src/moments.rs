//! Moments as feeds, mail and saving programs write them.

mod written;

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::Offset,
};
use std::fmt;
use written::Written;

/// When something came out, no more precise than it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// A day.
    Day(Date),
    /// A time of day, in an unknown zone.
    Local(DateTime),
    /// A moment.
    Moment(Timestamp),
}

impl When {
    /// Reads what people and programs write: RFC 822 and 3339, W3C dates, and what is near to them.
    ///
    /// ```
    /// use parallax_acquire::When;
    ///
    /// let read = |text| When::read(text).map(|when| when.to_string());
    /// assert_eq!(read("Tue, 2 Jan 2024 03:04:05 EST").as_deref(), Some("2024-01-02T08:04:05Z"));
    /// assert_eq!(read("2024-01-02").as_deref(), Some("2024-01-02"));
    /// assert_eq!(read("soon"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        Written::read(text).when()
    }

    /// The moment; a day is its first in UTC, and an unknown zone is UTC.
    pub fn moment(&self) -> Timestamp {
        let utc = |local: DateTime| Offset::UTC.to_timestamp(local).unwrap_or_default();
        match self {
            Self::Day(day) => utc(day.to_datetime(Time::midnight())),
            Self::Local(local) => utc(*local),
            Self::Moment(moment) => *moment,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Local(local) => local.fmt(f),
            Self::Moment(moment) => moment.fmt(f),
        }
    }
}

/// Fourteen digits: year to second, in UTC.
pub(crate) fn packed(digits: &str) -> Option<Timestamp> {
    let part = |at: usize, length: usize| digits.get(at..at + length)?.parse::<i8>().ok();
    let year = digits.get(..4)?.parse::<i16>().ok()?;
    let day = Date::new(year, part(4, 2)?, part(6, 2)?).ok()?;
    let time = Time::new(part(8, 2)?, part(10, 2)?, part(12, 2)?, 0).ok()?;
    Offset::UTC.to_timestamp(day.to_datetime(time)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = When::read(text).map_or("none".to_owned(), |when| when.to_string());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn moments_are_read_as_they_are_written() {
        let at = "2024-01-02T03:04:05Z";
        check("Tue, 02 Jan 2024 03:04:05 GMT", at);
        check("2 Jan 24 03:04:05 UT", at);
        check("Tue Jan 02 2024 04:04:05 GMT+0100 (Central European Standard Time)", at);
        check("Mon, 01 Jan 2024 22:04:05 -0500", at);
        check("Mon,  1 January 2024 22:04:05 EST", at);
        check("2024-01-02T03:04:05Z", at);
        check("2024-01-02T03:04:05.678+00:00", at);
        check("2024-01-02 08:04:05 +0500", at);
        check("03:04:05 Jan 02, 2024 UTC", at);
        check("2 января 2024 06:04:05 +03:00", at);
        check("January 2, 2024 3:04 PM GMT", "2024-01-02T15:04:00Z");
        check("Tue, 02 Jan 2024 12:04 am", "2024-01-02T00:04:00");
        check("20 août 2024", "2024-08-20");
        check("2024/01/02", "2024-01-02");
        check("2024-01-02T03:04", "2024-01-02T03:04:00");
    }

    #[test]
    fn what_says_no_day_is_nothing() {
        for text in
            ["", "soon", "2024", "Jan 2024", "99 Jan 2024", "2024-13-01", "Tuesday", "12:30"]
        {
            check(text, "none");
        }
    }

    #[test]
    fn fourteen_digits_are_a_moment_in_utc() {
        assert_eq!(
            packed("20240102030405").map(|at| at.to_string()).as_deref(),
            Some("2024-01-02T03:04:05Z")
        );
        assert_eq!(packed("20241302030405"), None);
    }

    proptest! {
        #[test]
        fn any_text_can_be_asked(text in "\\PC{0,60}") {
            let _ = When::read(&text);
        }

        #[test]
        fn what_is_told_is_read_again(seconds in -2_000_000_000_i64..4_000_000_000) {
            let at = Timestamp::from_second(seconds).expect("in range");
            prop_assert_eq!(When::read(&at.to_string()), Some(When::Moment(at)));
        }
    }
}
