//! Days and months in figures without their year: `7/6`, `29/03`.

use crate::timexes::{
    meaning::{Found, When, YearSaid},
    tokens::Line,
};

/// Fractions, and days that are names.
const NO_DATES: [(u8, u8); 8] =
    [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (9, 11), (24, 7), (50, 50)];

impl Line<'_> {
    /// `7/6`, `7-6`, `7.6`: month first in English, unless only the other order is a date.
    pub(super) fn short_date(&self, at: usize) -> Option<Found> {
        let (one, two, next) = self.figures(at)?;
        let month_first = (self.english() && one <= 12) || two > 12;
        let (month, day) = if month_first { (one, two) } else { (two, one) };
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
        let when = When::Calendar { year: YearSaid::Unsaid, month, day: Some(day) };
        let (year, after) = self.year_after(next);
        let (when, next) = match year {
            YearSaid::Given(_) => (When::Calendar { year, month, day: Some(day) }, after),
            _ => (when, next),
        };
        valid.then(|| Found::new(at, next, when))
    }

    fn figures(&self, at: usize) -> Option<(u8, u8, usize)> {
        let small = |digits: &str| digits.parse::<u8>().ok().filter(|_| digits.len() <= 2);
        if let Some((one, two)) = self.raw(at).split_once('.') {
            return Some((small(one)?, small(two)?, at + 1));
        }
        let mark = self.gap(at + 1);
        let apart = self.gap(at + 2) != mark && !self.gap(at + 2).starts_with('%');
        let pair = (small(self.raw(at))?, small(self.raw(at + 1))?);
        (matches!(mark, "/" | "-") && apart).then_some((pair.0, pair.1, at + 2))
    }

    /// `on 11/20`, `from 10/25`, `11/22` behind another: figures that words or their place make a date.
    pub(super) fn marked_short_date(&self, at: usize) -> Option<Found> {
        if self.gap(at + 1) != "/" || !(self.english() || self.tokens.len() <= 6) {
            return None;
        }
        let found = self.short_date(at)?;
        let (one, two, _) = self.figures(at)?;
        let before = at.checked_sub(1);
        let led = before.is_some_and(|before| {
            matches!(
                self.raw(before),
                "on" | "On" | "until" | "till" | "since" | "or" | "by" | "from" | "to"
            ) && self.spaced(at)
        });
        let listed = matches!(self.gap(at).trim(), "," | "?" | "-" | "–")
            && before
                .and_then(|before| before.checked_sub(1))
                .is_some_and(|one| self.gap(one + 1) == "/");
        let dashed = matches!(self.gap(found.next), "-" | "–")
            && self.figures(found.next).is_some_and(|_| self.gap(found.next + 1) == "/");
        let alone = at == 0 && (found.next == self.len() || dashed);
        let sure = led || listed || dashed || alone || self.gap(at).contains('?');
        (sure && !NO_DATES.contains(&(one, two))).then_some(found)
    }
}
