//! Dates in figures: `2026-02-03`, `10.02.2026`, `2/14/2026`, `01/2026`.

use super::calendar::{SHORTEST_NAME, is_date};
use crate::timexes::{
    meaning::{Found, When, YearSaid},
    tokens::{Line, YEARS},
};
use jiff::civil::Date;

impl Line<'_> {
    /// `2026-02-03`, `10.02.2026`, `2/14/2026`.
    pub(super) fn numeric_date(&self, at: usize) -> Option<Found> {
        let (year, month, day, next) = self
            .iso(at)
            .or_else(|| self.dotted(at))
            .or_else(|| self.slashed(at))
            .or_else(|| self.packed(at))?;
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        let when = When::Calendar { year: YearSaid::Given(year), month, day: Some(day) };
        YEARS.contains(&year).then(|| Found::new(at, next, when))
    }

    fn iso(&self, at: usize) -> Option<(i16, u8, u8, usize)> {
        let mark = self.gap(at + 1);
        let year =
            self.year(at).filter(|_| matches!(mark, "-" | "/") && self.gap(at + 2) == mark)?;
        let raw = self.raw(at + 2);
        let day = raw.split_once(['T', 't']).map_or(raw, |(day, _)| day);
        let short = |digits: &str| (1..=2).contains(&digits.len());
        if !short(self.raw(at + 1)) || !short(day) {
            return None;
        }
        Some((year, self.raw(at + 1).parse().ok()?, day.parse().ok()?, at + 3))
    }

    /// `2026-02`; `2010-12` is a range of years.
    pub(super) fn iso_month(&self, at: usize) -> Option<Found> {
        let year = self.year(at).filter(|_| self.gap(at + 1) == "-" && self.gap(at + 2) != "-")?;
        let raw = self.raw(at + 1);
        let month: u8 =
            raw.parse().ok().filter(|month| raw.len() == 2 && (1..=12).contains(month))?;
        let range = i16::from(month) > year % 100;
        let when = When::Calendar { year: YearSaid::Given(year), month, day: None };
        (!range).then(|| Found::new(at, at + 2, when))
    }

    /// `01/2019`
    pub(super) fn slashed_month(&self, at: usize) -> Option<Found> {
        let year = self.year(at + 1).filter(|_| self.gap(at + 1) == "/")?;
        let month: u8 = self.raw(at).parse().ok().filter(|month| (1..=12).contains(month))?;
        let alone = self.gap(at) != "/" && self.gap(at + 2) != "/" && self.raw(at).len() == 2;
        let when = When::Calendar { year: YearSaid::Given(year), month, day: None };
        alone.then(|| Found::new(at, at + 2, when))
    }

    /// `2017 April`, `2019-Aug-01`, `2020/Sep/23`.
    pub(super) fn year_month(&self, at: usize) -> Option<Found> {
        let year = YearSaid::Given(self.year(at).filter(|_| self.english())?);
        let mark = self.gap(at + 1);
        let month = self.month(at + 1).filter(|_| matches!(mark, " " | "-" | "/"))?;
        let counted = self.raw(at + 1).len() < SHORTEST_NAME - 1 && mark == " ";
        let day = self.day(at + 2).filter(|_| mark != " " && self.gap(at + 2) == mark);
        let (day, next) = day.map_or((None, at + 2), |(day, next)| (Some(day), next));
        let valid = day.is_none_or(|day| is_date(month, day)) && !counted;
        valid.then(|| Found::new(at, next, When::Calendar { year, month, day }))
    }

    /// `20261016`.
    fn packed(&self, at: usize) -> Option<(i16, u8, u8, usize)> {
        let raw = self.raw(at);
        let digits = raw.len() == 8 && raw.bytes().all(|byte| byte.is_ascii_digit());
        let year = raw.get(..4).filter(|_| digits)?.parse().ok()?;
        Some((year, raw.get(4..6)?.parse().ok()?, raw.get(6..)?.parse().ok()?, at + 1))
    }

    fn dotted(&self, at: usize) -> Option<(i16, u8, u8, usize)> {
        let mut parts = self.raw(at).split('.');
        let (mut day, month, mut year) = (parts.next()?, parts.next()?, parts.next()?);
        // `2010.01.29`
        if day.len() == 4 {
            (day, year) = (year, day);
        }
        if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
            return None;
        }
        Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?, at + 1))
    }

    /// Month first in English, unless only the other order is a date.
    fn slashed(&self, at: usize) -> Option<(i16, u8, u8, usize)> {
        let mark = self.gap(at + 1);
        if !matches!(mark, "/" | "-") || self.gap(at + 2) != mark {
            return None;
        }
        let short = |at: usize| self.raw(at).parse::<u8>().ok().filter(|_| self.raw(at).len() <= 2);
        let (one, two) = (short(at)?, short(at + 1)?);
        let year: i16 = self.raw(at + 2).parse().ok()?;
        let year = match self.raw(at + 2).len() {
            4 => year,
            2 if year >= 40 => 1900 + year,
            2 => 2000 + year,
            _ => return None,
        };
        let month_first = (self.english() && one <= 12) || two > 12;
        let (month, day) = if month_first { (one, two) } else { (two, one) };
        Some((year, month, day, at + 3))
    }
}
