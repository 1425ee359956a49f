//! Days with a name.

use crate::timexes::{
    meaning::{Found, Holiday, HolidayDay, When, YearSaid},
    tokens::Line,
};
use jiff::civil::Weekday;
use parallax_language::{WordTable, fold};
use std::{collections::BTreeMap, sync::LazyLock};

/// A name by its folded words, and the day it stands for.
#[derive(Debug)]
struct Named {
    language: &'static str,
    words: Vec<String>,
    month: i8,
    day: HolidayDay,
}

/// The names by their first words, longest first as the table has them.
static HOLIDAYS: LazyLock<WordTable<Vec<Named>>> = LazyLock::new(|| {
    let mut names: BTreeMap<String, Vec<Named>> = BTreeMap::new();
    for named in include_str!("../../../data/dates/holidays.tsv").lines().filter_map(named) {
        let first = named.words.first().cloned().unwrap_or_default();
        names.entry(first).or_default().push(named);
    }
    names.into_iter().collect()
});

fn named(row: &'static str) -> Option<Named> {
    let mut cells = row.split('\t');
    let (language, name) = (cells.next()?, cells.next()?);
    let (month, day) = (cells.next()?, cells.next()?);
    if matches!(month, "easter" | "pascha") {
        let day = HolidayDay::Easter { orthodox: month == "pascha", after: day.parse().ok()? };
        return Some(Named { language, words: name.split(' ').map(fold).collect(), month: 1, day });
    }
    let month = month.parse().ok()?;
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
        let names = HOLIDAYS.of_word(self.raw(first))?;
        // `may day` in small letters may be anything.
        if !self.capital(first) && self.month(first).is_some() {
            return None;
        }
        let language = self.language.primary();
        let holiday = names
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
            at == 0 || (self.joined(first + at) && fold(self.raw(first + at)) == *word)
        })
    }
}
