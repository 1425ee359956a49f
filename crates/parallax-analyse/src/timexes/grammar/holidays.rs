//! Days with a name.

use crate::timexes::{
    meaning::{Found, Holiday, HolidayDay, When, YearSaid},
    tokens::Line,
};
use jiff::civil::Weekday;
use parallax_language::fold;
use std::sync::LazyLock;

/// A name by its folded words, and the day it stands for.
struct Named {
    language: &'static str,
    words: Vec<String>,
    month: i8,
    day: HolidayDay,
}

static HOLIDAYS: LazyLock<Vec<Named>> = LazyLock::new(|| {
    include_str!("../../../data/dates/holidays.tsv").lines().filter_map(named).collect()
});

fn named(row: &'static str) -> Option<Named> {
    let mut cells = row.split('\t');
    let (language, name) = (cells.next()?, cells.next()?);
    let (month, day) = (cells.next()?.parse().ok()?, cells.next()?);
    let day = match day.split_once(' ') {
        Some((weekday, nth)) => {
            let weekday = Weekday::from_monday_one_offset(weekday.parse().ok()?).ok()?;
            HolidayDay::Weekday(weekday, nth.parse().ok()?)
        }
        None => HolidayDay::Fixed(day.parse().ok()?),
    };
    Some(Named { language, words: name.split(' ').map(fold).collect(), month, day })
}

impl Line<'_> {
    /// `Christmas`, `last Thanksgiving`, `New Year's Day 2027`.
    pub(super) fn holiday(&self, at: usize) -> Option<Found> {
        let shift = self.shift(at).filter(|_| self.spaced(at + 1));
        let first = if shift.is_some() { at + 1 } else { at };
        if !self.capital(first) {
            return None;
        }
        let language = self.language.primary();
        let holiday = HOLIDAYS
            .iter()
            .filter(|named| named.language == language)
            .find(|named| self.reads(first, &named.words))?;
        let (mut year, next) = self.year_after(first + holiday.words.len());
        if year == YearSaid::Unsaid
            && let Some(shift) = shift
        {
            year = YearSaid::Nearest(shift);
        }
        let when = Holiday { month: holiday.month, day: holiday.day, year };
        Some(Found::new(at, next, When::Holiday(when)))
    }

    fn reads(&self, first: usize, words: &[String]) -> bool {
        words.iter().enumerate().all(|(at, word)| {
            let near = at == 0 || self.joined(first + at);
            near && fold(self.raw(first + at)) == *word
        })
    }
}
