//! Moments counted by stretches of time.

use crate::Words;
use jiff::{Timestamp, tz::Offset};

const HOUR: i64 = 3_600;
pub(super) const DAY: i64 = 24 * HOUR;

/// Lengths a stretch may have, in seconds: minutes, hours, days, then about a month and longer.
const LENGTHS: [i64; 14] = [
    600,
    HOUR / 2,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    30 * DAY,
    91 * DAY,
    365 * DAY,
    3_652 * DAY,
];

/// Stretches of one length, side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bins {
    /// Where the first begins, in seconds.
    from: i64,
    length: i64,
    number: usize,
}

impl Bins {
    /// The shortest stretches, but of no less than `least` seconds, of which no more than `most`
    /// hold all moments; `None` of no moment.
    pub(super) fn over(
        moments: impl IntoIterator<Item = Timestamp>,
        least: i64,
        most: usize,
    ) -> Option<Self> {
        let mut seconds = moments.into_iter().map(Timestamp::as_second);
        let first = seconds.next()?;
        let (from, to) = seconds.fold((first, first), |(from, to), at| (at.min(from), at.max(to)));
        let number = |length: i64| to.div_euclid(length) - from.div_euclid(length) + 1;
        let length = LENGTHS
            .into_iter()
            .filter(|&length| length >= least)
            .find(|&length| usize::try_from(number(length)).is_ok_and(|number| number <= most))
            .unwrap_or(to - from + 1);
        let number = usize::try_from(number(length)).unwrap_or(1);
        Some(Self { from: from.div_euclid(length) * length, length, number })
    }

    pub(super) const fn number(self) -> usize {
        self.number
    }

    /// The stretch that holds a moment; the nearest where none does.
    pub(super) fn of(self, moment: Timestamp) -> usize {
        let nth = (moment.as_second() - self.from).div_euclid(self.length);
        usize::try_from(nth).unwrap_or(0).min(self.number - 1)
    }

    /// From which second to which one goes.
    pub(super) fn ends(self, nth: usize) -> (i64, i64) {
        let nth = i64::try_from(nth).unwrap_or(0);
        (self.from + nth * self.length, self.from + (nth + 1) * self.length)
    }

    /// The first second of all, and the last.
    pub(super) fn span(self) -> (i64, i64) {
        (self.from, self.ends(self.number.saturating_sub(1)).1)
    }

    /// When it is: hours of a day, or days.
    pub(super) fn when(self, words: &Words, nth: usize) -> String {
        let (from, to) = self.ends(nth);
        let (Ok(from), Ok(to)) = (Timestamp::from_second(from), Timestamp::from_second(to)) else {
            return String::new();
        };
        let last = Timestamp::from_second(to.as_second() - 1).unwrap_or(to);
        let day = |at| words.date(Offset::UTC.to_datetime(at).date());
        match self.length {
            length if length < DAY => words.between(from, to),
            length if length == DAY => day(from),
            _ => format!("{} – {}", day(from), day(last)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tongue;

    #[test]
    fn stretches_are_as_short_as_their_number_allows() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let moments = [at("2027-03-12T14:10:00Z"), at("2027-03-12T20:00:00Z")];
        let bins = Bins::over(moments, 0, 8).unwrap();
        assert_eq!(bins.number(), 7);
        assert_eq!(bins.of(moments[0]), 0);
        assert_eq!(bins.of(moments[1]), 6);
        let words = Words::of(Tongue::English);
        assert_eq!(bins.when(words, 0), "12 March 2027, 14:00–15:00 UTC");
        assert!(Bins::over([], 0, 8).is_none());
    }
}
