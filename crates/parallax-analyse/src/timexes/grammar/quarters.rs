//! Quarters and halves of years, as results are told by them.

use crate::timexes::{
    meaning::{Found, From, When, YearSaid},
    tokens::Line,
    vocabulary::{Sense, Unit},
};

/// The same time of the year before the one spoken of, where that is a quarter.
const YEAR_BEFORE: When = When::Offset { unit: Unit::Year, by: -1, from: From::Ago };

impl Line<'_> {
    /// `the third quarter`, `third-quarter`, `Q3 2025`, `the first half of 2026`.
    pub(super) fn quarter(&self, at: usize) -> Option<Found> {
        let the = self.skip(at, Sense::The);
        if let Some(found) = self.quarter_of_owner(at, the) {
            return Some(found);
        }
        if let Some(found) = self.year_ago_quarter(at, self.skip(the, Sense::Like)) {
            return Some(found);
        }
        // `2019-Q1`, `the 1988 second quarter`.
        if let Some(year) = self.year(the).filter(|_| self.joined(the + 1)) {
            let found = self.numbered_quarter(the + 1)?;
            let When::Quarter { quarter, year: YearSaid::Unsaid } = found.when else { return None };
            let when = When::Quarter { quarter, year: YearSaid::Given(year) };
            return Some(Found { first: at, when, ..found });
        }
        self.numbered_quarter(the).or_else(|| self.spoken_quarter(the)).map(|found| {
            let next = found.next;
            let unsaid = matches!(found.when, When::Quarter { year: YearSaid::Unsaid, .. });
            match (found.when, self.past_year_before(next)) {
                (When::Quarter { quarter, .. }, Some(next)) if unsaid => {
                    let when = When::Quarter { quarter, year: YearSaid::Shifted(-1) };
                    Found { first: at, next, ..Found::new(at, next, when) }
                }
                (When::SameQuarter, Some(next)) => Found::new(at, next, YEAR_BEFORE),
                _ => Found { first: at, ..found },
            }
        })
    }

    /// `third quarter`, `Q3 2025`, `first half of 2026`.
    fn numbered_quarter(&self, at: usize) -> Option<Found> {
        if let Some(quarter) = self.quarter_sign(at) {
            let (year, next) = self.year_after(at + 1);
            return Some(Found::new(at, next, When::Quarter { quarter, year }));
        }
        let ordinal = self.find(at, |sense| match sense {
            Sense::Ordinal(ordinal) => Some(*ordinal),
            _ => None,
        })?;
        let fiscal = at + 1 + usize::from(self.is(at + 1, Sense::Fiscal));
        if self.unit(fiscal) == Some(Unit::Quarter) && self.joined(fiscal) && ordinal <= 4 {
            let (year, next) = self.year_after(fiscal + 1);
            return Some(Found::new(at, next, When::Quarter { quarter: ordinal, year }));
        }
        let half = self.is(at + 1, Sense::Half) && self.spaced(at + 1) && ordinal <= 2;
        let (year, next) = self.year_after(at + 2);
        (half && year != YearSaid::Unsaid)
            .then(|| Found::new(at, next, When::Half { half: ordinal, year }))
    }

    /// `the quarter`, `the latest period`, `the corresponding period last year`.
    fn spoken_quarter(&self, at: usize) -> Option<Found> {
        let the = at.checked_sub(1).is_some_and(|before| self.is(before, Sense::The));
        let latest = self.raw(at) == "latest";
        let like = self.is(at, Sense::Like) && self.english();
        let name = at + usize::from(latest || like);
        if !the || !self.names_quarter(name, latest || like) {
            return None;
        }
        if latest {
            return Some(Found::new(at, name + 1, When::LatestQuarter));
        }
        // `the corresponding period` needs its year.
        let said = Found::new(at, name + 1, When::SameQuarter);
        (!like || self.past_year_before(name + 1).is_some()).then_some(said)
    }

    /// Whether word `at` is `quarter`, or `period` where that is `told` apart.
    fn names_quarter(&self, at: usize, told: bool) -> bool {
        let named = self.unit(at) == Some(Unit::Quarter) || (told && self.raw(at) == "period");
        named && self.joined(at) && !self.is(at, Sense::Plural)
    }

    /// Past `a year ago`, `last year`, `of the previous year`, behind a quarter.
    fn past_year_before(&self, next: usize) -> Option<usize> {
        let led = matches!(self.raw(next), "of" | "in") && self.spaced(next);
        let start = if led { next + 1 } else { next };
        if !self.english() || !self.spaced(start) {
            return None;
        }
        let the = self.skip(start, Sense::The);
        if let Some((-1, after)) = self.shifted(the, Unit::Year) {
            return Some(after);
        }
        let year = self.unit(the + 1) == Some(Unit::Year) && self.is(the, Sense::A);
        let back = matches!(self.raw(the + 2), "ago" | "earlier" | "before");
        let before = self.unit(the) == Some(Unit::Year) && self.raw(the + 1) == "before";
        match (year && back, before && the > start) {
            (true, _) if self.spaced(the + 1) && self.spaced(the + 2) => Some(the + 3),
            (_, true) if self.spaced(the + 1) => Some(the + 2),
            _ => None,
        }
    }

    /// `this year's third quarter`, `last year's period`, `the year's first half`.
    fn quarter_of_owner(&self, at: usize, the: usize) -> Option<Found> {
        if !self.english() {
            return None;
        }
        if let Some(found) = self.quarter_of_year(at, the) {
            return Some(found);
        }
        let running = the > at && self.unit(the) == Some(Unit::Year);
        let (by, next) = if running { (0, the + 1) } else { self.shifted(the, Unit::Year)? };
        let owner = self.raw(next.checked_sub(1)?).contains(['\'', '’']);
        if !owner || !self.spaced(next) {
            return None;
        }
        let named = self.skip(next, Sense::Like);
        let year = YearSaid::Shifted(by);
        if let Some(found) = self.numbered_quarter(named).or_else(|| self.first_half(named)) {
            let when = match found.when {
                When::Quarter { quarter, year: YearSaid::Unsaid } => {
                    When::Quarter { quarter, year }
                }
                When::Half { half, year: YearSaid::Unsaid } => When::Half { half, year },
                _ => return None,
            };
            return Some(Found { first: at, when, ..found });
        }
        let bare = by == -1 && self.names_quarter(named, true);
        bare.then(|| Found::new(at, named + 1, YEAR_BEFORE))
    }

    /// `1990's first quarter`, `fiscal 1990's second half`.
    fn quarter_of_year(&self, at: usize, the: usize) -> Option<Found> {
        let said = self.skip(the, Sense::Fiscal);
        let year = self.year(said)?;
        let owner = matches!(self.gap(said + 1), "'" | "’") && self.raw(said + 1) == "s";
        if !owner {
            return None;
        }
        let named = said + 2;
        let found = self.numbered_quarter(named).or_else(|| self.first_half(named));
        let found = found.filter(|_| self.spaced(named))?;
        let year = YearSaid::Given(year);
        let when = match found.when {
            When::Quarter { quarter, year: YearSaid::Unsaid } => When::Quarter { quarter, year },
            When::Half { half, year: YearSaid::Unsaid } => When::Half { half, year },
            _ => return None,
        };
        Some(Found { first: at, when, ..found })
    }

    /// `first half`, of a year that is said elsewhere.
    fn first_half(&self, at: usize) -> Option<Found> {
        let ordinal = self.find(at, |sense| match sense {
            Sense::Ordinal(ordinal) => Some(*ordinal),
            _ => None,
        });
        let half = ordinal.filter(|half| *half <= 2 && self.is(at + 1, Sense::Half))?;
        let when = When::Half { half, year: YearSaid::Unsaid };
        self.spaced(at + 1).then(|| Found::new(at, at + 2, when))
    }

    /// `the year-ago third quarter`, `the year-earlier period`, `the 1988 quarter`.
    fn year_ago_quarter(&self, at: usize, the: usize) -> Option<Found> {
        if let Some(year) = self.year(the).filter(|_| the > at && self.names_quarter(the + 1, true))
        {
            return Some(Found::new(at, the + 2, When::QuarterIn(year)));
        }
        let hyphened = self.gap(the + 1) == "-" && self.english();
        let ago = self.unit(the) == Some(Unit::Year)
            && matches!(self.raw(the + 1), "ago" | "earlier" | "before");
        let prior =
            self.unit(the + 1) == Some(Unit::Year) && matches!(self.raw(the), "prior" | "previous");
        if !hyphened || !(ago || prior) {
            return None;
        }
        if self.names_quarter(the + 2, true) {
            return Some(Found::new(at, the + 3, YEAR_BEFORE));
        }
        // `the year-earlier nine months`
        if let Some(found) = self.length(the + 2).filter(|_| self.spaced(the + 2)) {
            return Some(Found { first: at, ..found });
        }
        let found = self.numbered_quarter(the + 2).filter(|_| self.spaced(the + 2))?;
        let When::Quarter { quarter, year: YearSaid::Unsaid } = found.when else { return None };
        let when = When::Quarter { quarter, year: YearSaid::Shifted(-1) };
        Some(Found { first: at, when, ..found })
    }

    fn quarter_sign(&self, at: usize) -> Option<u8> {
        match self.raw(at) {
            "Q1" | "q1" => Some(1),
            "Q2" | "q2" => Some(2),
            "Q3" | "q3" => Some(3),
            "Q4" | "q4" => Some(4),
            _ => None,
        }
    }
}
