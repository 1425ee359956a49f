//! Times as exactly as a page gives them, and no more.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::{Offset, TimeZone},
};
use std::fmt;

/// A time an outlet printed on itself: publication or modification.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The time, no more precise than printed.
    pub point: StampPoint,
    /// The zone as printed: `+01:00`, `PDT`, `GMT`.
    pub zone: Option<String>,
    /// Where on the page it was found.
    pub from: StampFrom,
}

/// How much of a time is known.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StampPoint {
    /// A year.
    Year(i16),
    /// A month of a year.
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// A day.
    Day(Date),
    /// A clock time; `seconds` tells whether seconds were printed.
    Clock {
        /// Day and clock, as read on the page.
        at: DateTime,
        /// Whether seconds were printed.
        seconds: bool,
        /// Offset from UTC, where the page gives one.
        #[cfg_attr(feature = "serde", serde(with = "crate::kept"))]
        offset: Option<Offset>,
    },
}

/// Where a [`Stamp`] was found, in the words of the JSON contract.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StampFrom {
    /// schema.org data.
    JsonLd,
    /// A `<meta>` element.
    Meta,
    /// A `<time>` element.
    TimeTag,
    /// Words on the page.
    Text,
    /// The address.
    Url,
    /// A feed entry or a row of JSON Lines.
    Feed,
    /// A protocol header.
    Http,
}

impl StampFrom {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::JsonLd => "json-ld",
            Self::Meta => "meta",
            Self::TimeTag => "time-tag",
            Self::Text => "text",
            Self::Url => "url",
            Self::Feed => "feed",
            Self::Http => "http",
        }
    }
}

impl Stamp {
    /// The day on the page's own calendar; of a month or a year, the first.
    pub fn date(&self) -> Date {
        self.days().0
    }

    /// The day on the page's own calendar, where one is given.
    pub fn day(&self) -> Option<Date> {
        let (first, last) = self.days();
        (first == last).then_some(first)
    }

    /// The first and the last day the stamp can mean, on the page's own calendar.
    pub fn days(&self) -> (Date, Date) {
        let first = |year: i16, month: i8| Date::new(year, month, 1).unwrap_or(Date::ZERO);
        match self.point {
            StampPoint::Year(year) => {
                let day = first(year, 1);
                (day, day.last_of_year())
            }
            StampPoint::Month { year, month } => {
                let day = first(year, month);
                (day, day.last_of_month())
            }
            StampPoint::Day(day) => (day, day),
            StampPoint::Clock { at, .. } => (at.date(), at.date()),
        }
    }

    /// The earliest and latest moments the stamp can mean.
    ///
    /// The zone is the page's, else `zone` (the outlet's), else UTC. A year, a
    /// month and a day are whole ones, a clock without seconds a whole minute.
    pub fn moments(&self, zone: Option<Offset>) -> (Timestamp, Timestamp) {
        let moment = |at: DateTime, offset: Offset| {
            at.to_zoned(TimeZone::fixed(offset)).map_or(Timestamp::UNIX_EPOCH, |z| z.timestamp())
        };
        let fallback = zone.unwrap_or(Offset::UTC);
        let (start, seconds) = match self.point {
            StampPoint::Year(_) | StampPoint::Month { .. } | StampPoint::Day(_) => {
                let (first, last) = self.days();
                let days = i64::from(first.until(last).map_or(0, |span| span.get_days()));
                (moment(first.at(0, 0, 0, 0), fallback), days * 86_400 + 86_399)
            }
            StampPoint::Clock { at, seconds, offset } => {
                (moment(at, offset.unwrap_or(fallback)), if seconds { 0 } else { 59 })
            }
        };
        let end = start.checked_add(jiff::SignedDuration::from_secs(seconds)).unwrap_or(start);
        (start, end)
    }
}

impl fmt::Display for Stamp {
    /// ISO 8601, as far as it goes: `2026`, `2026-02`, `2026-02-04`, `2026-02-04T10:19`,
    /// `2026-02-04T10:19:00+01:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.point {
            StampPoint::Year(year) => write!(f, "{year:04}"),
            StampPoint::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            StampPoint::Day(day) => day.fmt(f),
            StampPoint::Clock { at, seconds, offset } => {
                let form = if seconds { "%Y-%m-%dT%H:%M:%S" } else { "%Y-%m-%dT%H:%M" };
                write!(f, "{}", at.strftime(form))?;
                match offset {
                    Some(offset) if offset == Offset::UTC => f.write_str("Z"),
                    Some(offset) => {
                        let minutes = offset.seconds() / 60;
                        let sign = if minutes < 0 { '-' } else { '+' };
                        write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
                    }
                    None => Ok(()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    fn clock(offset: Option<Offset>, seconds: bool) -> Stamp {
        let at = datetime(2026, 2, 4, 10, 19, 0, 0);
        Stamp {
            point: StampPoint::Clock { at, seconds, offset },
            zone: None,
            from: StampFrom::Text,
        }
    }

    #[test]
    fn prints_no_more_than_is_known() {
        assert_eq!(clock(None, false).to_string(), "2026-02-04T10:19");
        assert_eq!(clock(Some(Offset::UTC), true).to_string(), "2026-02-04T10:19:00Z");
        let west = Offset::from_seconds(-(3 * 3600 + 1800)).unwrap();
        assert_eq!(clock(Some(west), false).to_string(), "2026-02-04T10:19-03:30");
    }

    #[test]
    fn months_and_years_are_whole_ones() {
        let stamp = |point| Stamp { point, zone: None, from: StampFrom::Feed };
        let month = stamp(StampPoint::Month { year: 2026, month: 2 });
        assert_eq!(month.to_string(), "2026-02");
        assert_eq!(month.days(), (date(2026, 2, 1), date(2026, 2, 28)));
        assert_eq!(month.day(), None);
        let (start, end) = month.moments(None);
        assert_eq!(end.as_second() - start.as_second(), 28 * 86_400 - 1);
        let year = stamp(StampPoint::Year(2026));
        assert_eq!(year.to_string(), "2026");
        let (start, end) = year.moments(None);
        assert_eq!(end.as_second() - start.as_second(), 365 * 86_400 - 1);
    }

    #[test]
    fn a_day_is_as_wide_as_a_day() {
        let day =
            Stamp { point: StampPoint::Day(date(2026, 2, 4)), zone: None, from: StampFrom::Text };
        let (start, end) = day.moments(None);
        assert_eq!(end.as_second() - start.as_second(), 86_399);
    }
}
