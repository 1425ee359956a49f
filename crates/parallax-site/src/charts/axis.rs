//! Time across a chart.

use super::canvas::{Anchor, Canvas};
use crate::Words;
use jiff::{Timestamp, civil::Date, tz::Offset};

/// Space left at each side, so that a mark at an end is whole.
const MARGIN: f64 = 3.0;

/// Spaces between ticks: four labels of ten letters stand beside each other on a phone.
const SPACES: i64 = 3;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How far a tick must be from the start for a label to stand there.
const FAR: f64 = 24.0;

/// A span of a single moment is shown with this much on either side.
const AROUND: i64 = HOUR / 2;

/// Clock times and days ticks may be apart, in seconds.
const STEPS: [i64; 20] = [
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    20 * MINUTE,
    HOUR / 2,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    3 * DAY,
    5 * DAY,
    7 * DAY,
    10 * DAY,
    14 * DAY,
    21 * DAY,
    28 * DAY,
];

/// Longest span, in days, that has ticks at days of the month and not at months.
const DAYS: i64 = 70;

/// Months ticks may be apart; decades are years, many times over.
const MONTHS: [i64; 10] = [1, 3, 6, 12, 24, 60, 120, 600, 1_200, 12_000];

/// Seconds of a month on average, to choose among them.
const MONTH: i64 = 2_629_746;

/// From when to when a chart shows, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    from: i64,
    to: i64,
    start: f64,
}

/// How exact a tick is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Clock,
    Day,
    Month,
    Year,
}

impl Axis {
    /// From the first of the moments to the last; `None` of none.
    pub(super) fn over(moments: impl IntoIterator<Item = Timestamp>) -> Option<Self> {
        let seconds = moments.into_iter().map(Timestamp::as_second);
        let ends = seconds.fold(None, |ends, at| match ends {
            None => Some((at, at)),
            Some((from, to)) => Some((at.min(from), at.max(to))),
        });
        ends.map(|(from, to)| Self::between(from, to))
    }

    /// From one second to another.
    pub(super) const fn between(from: i64, to: i64) -> Self {
        let around = if from < to { 0 } else { AROUND };
        Self { from: from - around, to: to + around, start: MARGIN }
    }

    /// The same with its first moment at `start`, in hundredths of the width.
    pub(super) const fn starting(self, start: f64) -> Self {
        Self { start, ..self }
    }

    /// Its ends, in seconds.
    pub(super) const fn ends(self) -> (i64, i64) {
        (self.from, self.to)
    }

    /// Where a second stands, in hundredths of the width; what lies outside stands at an end.
    pub(super) fn place(self, second: i64) -> f64 {
        let second = second.clamp(self.from, self.to);
        let share = (second - self.from) as f64 / (self.to - self.from) as f64;
        self.start + share * (100.0 - MARGIN - self.start)
    }

    /// Pixels that the labels take below a chart.
    pub(super) fn height(self) -> f64 {
        if self.unit() == Unit::Clock { 38.0 } else { 22.0 }
    }

    /// Ticks over a chart from `top` to `bottom`, and their labels below.
    pub(super) fn draw(self, canvas: &mut Canvas, words: &Words, top: f64, bottom: f64) {
        canvas.line("chart-base", (0.0, bottom), (100.0, bottom));
        let unit = self.unit();
        let mut day = self.first_day(canvas, words, bottom);
        for tick in self.ticks() {
            let Ok(moment) = Timestamp::from_second(tick) else { continue };
            let x = self.place(tick);
            canvas.line("chart-tick", (x, top), (x, bottom + 4.0));
            let at = Offset::UTC.to_datetime(moment);
            let label = match unit {
                Unit::Clock => format!("{:02}:{:02}", at.hour(), at.minute()),
                Unit::Day => words.short_date(at.date()),
                Unit::Month => words.short_month(at.date()),
                Unit::Year => at.year().to_string(),
            };
            // A day or a longer stretch goes on from its tick, and so does its name.
            let anchor = if unit == Unit::Clock { Anchor::within(x) } else { Anchor::onward(x) };
            canvas.text("chart-label", (x, bottom + 17.0), anchor, 0, &label);
            if unit == Unit::Clock && day != Some(at.date()) {
                let date = words.short_date(at.date());
                canvas.text("chart-label", (x, bottom + 33.0), Anchor::within(x), 0, &date);
                day = Some(at.date());
            }
        }
    }

    /// The day that a chart begins on, said at its start where a tick that says another is far.
    fn first_day(self, canvas: &mut Canvas, words: &Words, bottom: f64) -> Option<Date> {
        let far = self.ticks().first().is_none_or(|&tick| self.place(tick) > self.start + FAR);
        if self.unit() != Unit::Clock || !far {
            return None;
        }
        let moment = Timestamp::from_second(self.from).ok()?;
        let day = Offset::UTC.to_datetime(moment).date();
        let label = words.short_date(day);
        canvas.text("chart-label", (self.start, bottom + 33.0), Anchor::Start, 0, &label);
        Some(day)
    }

    fn unit(self) -> Unit {
        match self.step() {
            Ok(step) if step < DAY => Unit::Clock,
            Ok(_) => Unit::Day,
            Err(months) if months < 12 => Unit::Month,
            Err(_) => Unit::Year,
        }
    }

    /// Seconds from tick to tick, or else months.
    fn step(self) -> Result<i64, i64> {
        let span = self.to - self.from;
        if span <= DAYS * DAY {
            let step = STEPS.into_iter().find(|step| span / step <= SPACES);
            return Ok(step.unwrap_or(30 * DAY));
        }
        let months = MONTHS.into_iter().find(|months| span / (months * MONTH) <= SPACES);
        Err(months.unwrap_or(60_000))
    }

    fn ticks(self) -> Vec<i64> {
        match self.step() {
            Ok(step) => {
                let first = self.from.div_euclid(step) + 1;
                let first = if self.from.rem_euclid(step) == 0 { first - 1 } else { first };
                (first..=self.to.div_euclid(step)).map(|nth| nth * step).collect()
            }
            Err(months) => self.months(months),
        }
    }

    /// Beginnings of every so many months.
    fn months(self, step: i64) -> Vec<i64> {
        let Ok(start) = Timestamp::from_second(self.from) else { return Vec::new() };
        let start = Offset::UTC.to_datetime(start).date();
        let first = (i64::from(start.year()) * 12 + i64::from(start.month()) - 1).div_euclid(step);
        (first..=first + SPACES + 2)
            .filter_map(|nth| beginning(nth * step))
            .filter(|tick| (self.from..=self.to).contains(tick))
            .collect()
    }
}

/// The first second of a month, counted from the year nought.
fn beginning(month: i64) -> Option<i64> {
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
    let first = Date::new(year, month, 1).ok()?.at(0, 0, 0, 0);
    Offset::UTC.to_timestamp(first).ok().map(Timestamp::as_second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tongue;
    use proptest::prelude::*;

    #[track_caller]
    fn check(from: &str, to: &str, expected: &[&str]) {
        let axis = Axis::over([from, to].map(|at| at.parse().unwrap())).unwrap();
        let mut canvas = Canvas::new(Words::of(Tongue::English), 100.0);
        axis.draw(&mut canvas, Words::of(Tongue::English), 0.0, 50.0);
        let drawn = canvas.done("c", "t", "d");
        let labels: Vec<&str> =
            drawn.split("</text>").filter_map(|part| Some(part.rsplit_once('>')?.1)).collect();
        assert_eq!(labels.split_last().unwrap().1, expected);
    }

    #[test]
    fn ticks_are_round() {
        check(
            "2027-03-12T20:10:00Z",
            "2027-03-13T05:00:00Z",
            &["21:00", "12 Mar", "00:00", "13 Mar", "03:00"],
        );
        check("2027-03-12T20:10:00Z", "2027-03-15T05:00:00Z", &["13 Mar", "14 Mar", "15 Mar"]);
        check(
            "2026-11-12T20:10:00Z",
            "2027-02-15T05:00:00Z",
            &["Dec 2026", "Jan 2027", "Feb 2027"],
        );
        check("1998-11-12T20:10:00Z", "2027-02-15T05:00:00Z", &["2000", "2010", "2020"]);
    }

    #[test]
    fn a_single_moment_stands_in_the_middle() {
        let axis = Axis::over(["2027-03-12T20:10:00Z".parse().unwrap()]).unwrap();
        assert!(
            (axis.place("2027-03-12T20:10:00Z".parse::<Timestamp>().unwrap().as_second()) - 50.0)
                .abs()
                < 0.01
        );
    }

    proptest! {
        #[test]
        fn ticks_are_few_and_within(from in -300_000_000_000_i64..200_000_000_000, span in 0..253_000_000_000_i64) {
            let axis = Axis::between(from, from.saturating_add(span).min(253_000_000_000));
            let ticks = axis.ticks();
            prop_assert!(ticks.len() <= 5, "{ticks:?}");
            prop_assert!(ticks.iter().all(|tick| (0.0..=100.0).contains(&axis.place(*tick))));
        }
    }
}
