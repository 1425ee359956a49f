//! When something came out, as exactly as its outlet says.

use crate::Words;
use jiff::{Timestamp, civil::DateTime, tz::Offset};
use parallax_model::{Article, Stamp, StampPoint};

/// Shorter stretches than this, in seconds, are moments: a clock without its seconds.
const MOMENT: i64 = 3_600;

/// Longer stretches than this, in seconds, are more than a day, wherever its midnight was.
const DAY: i64 = 86_400;

/// From when to when something may have come out; from and to are one where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// At the earliest.
    pub from: Timestamp,
    /// At the latest.
    pub to: Timestamp,
    /// The clock time as printed, where neither page nor outlet tells its zone; it is taken for
    /// universal time where it has to stand among others.
    pub printed: Option<DateTime>,
}

impl When {
    /// A moment that is known.
    pub const fn at(moment: Timestamp) -> Self {
        Self::between(moment, moment)
    }

    /// Some time between two moments.
    pub const fn between(from: Timestamp, to: Timestamp) -> Self {
        Self { from, to, printed: None }
    }

    /// When an article was published; `None` where it does not say.
    pub fn published(article: &Article) -> Option<Self> {
        let stamp = article.published.as_ref()?;
        let (from, to) = stamp.moments(article.outlet.offset);
        Some(Self { from, to, printed: printed(stamp, article.outlet.offset) })
    }

    /// Whether it is known to the minute, and not only to the day.
    pub(super) fn is_moment(self) -> bool {
        self.length() < MOMENT
    }

    /// Where it stands if it is to stand at one place: the moment, or the middle of the day.
    pub(super) fn middle(self) -> Timestamp {
        if self.is_moment() { self.from } else { moved(self.from, self.length() / 2) }
    }

    /// `12 March 2027, 14:10 UTC`; of a day, without a clock time.
    pub(super) fn words(self, words: &Words) -> String {
        match self.printed {
            Some(at) => words.printed(at),
            None if self.is_moment() => words.moment(self.from),
            None => self.days(words, Words::date),
        }
    }

    /// `12 Mar, 14:10 UTC`; of a day, without a clock time.
    pub(super) fn short(self, words: &Words) -> String {
        match self.printed {
            Some(at) => words.short_printed(at),
            None if self.is_moment() => words.short_moment(self.from),
            None => self.days(words, Words::short_date),
        }
    }

    /// For a `datetime` attribute: a moment or a day; nothing of longer stretches.
    pub(super) fn iso(self) -> Option<String> {
        if let Some(at) = self.printed {
            return Some(at.strftime("%Y-%m-%dT%H:%M").to_string());
        }
        if self.is_moment() {
            return Some(self.from.to_string());
        }
        (self.length() <= DAY).then(|| day(self.middle()).to_string())
    }

    fn days(self, words: &Words, written: impl Fn(&Words, jiff::civil::Date) -> String) -> String {
        if self.length() <= DAY {
            return written(words, day(self.middle()));
        }
        let (from, to) = (moved(self.from, DAY / 2), moved(self.to, -DAY / 2));
        format!("{} – {}", written(words, day(from)), written(words, day(to)))
    }

    fn length(self) -> i64 {
        self.to.as_second().saturating_sub(self.from.as_second())
    }
}

/// The clock time of a stamp of which no zone is known.
fn printed(stamp: &Stamp, zone: Option<Offset>) -> Option<DateTime> {
    match stamp.point {
        StampPoint::Clock { at, offset: None, .. } if zone.is_none() => Some(at),
        _ => None,
    }
}

fn moved(moment: Timestamp, seconds: i64) -> Timestamp {
    Timestamp::from_second(moment.as_second().saturating_add(seconds)).unwrap_or(moment)
}

fn day(moment: Timestamp) -> jiff::civil::Date {
    Offset::UTC.to_datetime(moment).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tongue;

    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        let when = When::between(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(when.words(Words::of(Tongue::English)), expected);
    }

    #[test]
    fn a_day_has_no_clock_time_wherever_it_began() {
        check("2027-03-12T14:10:00Z", "2027-03-12T14:10:59Z", "12 March 2027, 14:10 UTC");
        check("2027-03-12T00:00:00Z", "2027-03-12T23:59:59Z", "12 March 2027");
        check("2027-03-11T19:00:00Z", "2027-03-12T18:59:59Z", "12 March 2027");
        check("2027-03-01T05:00:00Z", "2027-04-01T04:59:59Z", "1 March 2027 – 31 March 2027");
    }

    #[test]
    fn a_clock_time_without_a_zone_stands_as_it_was_printed() {
        let stamp = |offset| Stamp {
            point: StampPoint::Clock {
                at: "2027-03-12T14:10".parse().unwrap(),
                seconds: false,
                offset,
            },
            zone: None,
            from: parallax_model::StampFrom::Text,
        };
        let at = printed(&stamp(None), None);
        let moment = "2027-03-12T14:10:00Z".parse().unwrap();
        let when = When { printed: at, ..When::at(moment) };
        let words = Words::of(Tongue::English);
        assert_eq!(when.words(words), "12 March 2027, 14:10");
        assert_eq!(when.short(words), "12 Mar, 14:10");
        assert_eq!(when.iso().as_deref(), Some("2027-03-12T14:10"));
        assert_eq!(printed(&stamp(Some(Offset::UTC)), None), None);
        assert_eq!(printed(&stamp(None), Some(Offset::UTC)), None);
    }
}
