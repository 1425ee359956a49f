//! Expressions that count from today or from the day spoken of.

use crate::timexes::{
    meaning::{Found, From, When, YearSaid},
    tokens::Line,
    vocabulary::{Sense, Unit},
};

/// Units that `last` and `next` shift.
const SHIFTED: [Unit; 7] =
    [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year, Unit::Decade, Unit::Century];

impl Line<'_> {
    /// `today`, `late yesterday`, `tomorrow morning`, `tonight`, `last night`, `this morning`.
    pub(super) fn day_from_today(&self, at: usize) -> Option<Found> {
        let avant = self.raw(at).eq_ignore_ascii_case("avant") && self.gap(at + 1) == "-";
        if avant && self.raw(at + 1) == "hier" {
            return Some(Found::new(at, at + 2, day(-2)));
        }
        let staged = at + usize::from(self.is(at, Sense::Stage) && self.spaced(at + 1));
        let night = self.find(staged, |sense| match sense {
            Sense::Tonight(part) | Sense::PartDay(part) => Some((0, *part)),
            Sense::LastNight(part) => Some((-1, *part)),
            _ => None,
        });
        if let Some((by, part)) = night {
            return Some(Found { part: Some(part), ..Found::new(at, staged + 1, day(by)) });
        }
        if self.is_era(staged) {
            return None;
        }
        if let Some(by) = self.deixis(staged) {
            let (part, next) = self.part_after(staged + 1);
            return Some(Found { part, ..Found::new(at, next, day(by)) });
        }
        let shift = self.shift(staged).filter(|_| self.spaced(staged + 1))?;
        let late = staged + 1 + usize::from(self.is(staged + 1, Sense::Stage));
        let part = self.part(late).filter(|_| self.spaced(late))?;
        let past_day = shift < 0 && part != "TNI";
        if self.unit(late) == Some(Unit::Day) || past_day {
            return None;
        }
        if shift > 0 {
            let when = When::Offset { unit: Unit::Day, by: 1, from: From::Mentioned };
            return Some(Found { part: Some(part), ..Found::new(at, late + 1, when) });
        }
        Some(Found { part: Some(part), ..Found::new(at, late + 1, day(shift)) })
    }

    /// `today's world`, `the leaders of tomorrow`: our time or the time to come, and no day.
    fn is_era(&self, at: usize) -> bool {
        let owner = self.raw(at).contains(['\'', '’']) && self.spaced(at + 1);
        let owned = owner
            && (self.is(at + 1, Sense::Era)
                || (self.spaced(at + 2) && self.is(at + 2, Sense::Era)));
        let before = at.checked_sub(1).filter(|_| self.spaced(at));
        let of = before.is_some_and(|before| self.raw(before) == "of");
        let ahead = of && self.raw(at) == "tomorrow" && self.part(at + 1).is_none();
        self.english() && (owned || ahead)
    }

    fn deixis(&self, at: usize) -> Option<i8> {
        let by = self.find(at, |sense| match sense {
            Sense::Deixis(by) => Some(*by),
            _ => None,
        })?;
        // `la mañana` and `der Morgen` are parts of a day.
        let after_article = at
            .checked_sub(1)
            .is_some_and(|before| self.is(before, Sense::The) || self.is(before, Sense::Shift(0)));
        let noun = self.part(at).is_some() && (self.capital(at) || after_article);
        (!noun).then_some(by)
    }

    /// `last year`, `early next month`, `the following day`, `the end of the year`, `this weekend`.
    pub(super) fn shifted_unit(&self, at: usize) -> Option<Found> {
        let step = self.find(at, |sense| match sense {
            Sense::YearStep(by) => Some(i32::from(*by)),
            _ => None,
        });
        if let Some(by) = step {
            let when = When::Offset { unit: Unit::Year, by, from: From::Published };
            return Some(Found::new(at, at + 1, when));
        }
        let start = self.skip_stage(at);
        let the = self.skip(start, Sense::The);
        if let Some(found) = self.same_unit(at, the) {
            return Some(found);
        }
        if start > at
            && let Some(unit) = self.ended_unit(start)
        {
            let when = When::Offset { unit, by: 0, from: From::Published };
            return Some(Found::new(at, start + 1, when));
        }
        for unit in SHIFTED {
            if let Some((shift, next)) = self.shifted(the, unit) {
                return Some(Found::new(at, next, self.shifted_when(the, unit, shift)));
            }
        }
        if let Some((shift, next)) = self.shifted(the, Unit::Weekend) {
            return Some(Found::new(at, next, When::Weekend(Some(shift))));
        }
        let placed = !self.english() && self.after_time_word(at) && the == at;
        let weekend = self.unit(the) == Some(Unit::Weekend) && (the > at || placed);
        (weekend && !self.is(the, Sense::Plural))
            .then(|| Found::new(at, the + 1, When::Weekend(None)))
    }

    fn shifted_when(&self, at: usize, unit: Unit, shift: i8) -> When {
        let articled = at.checked_sub(1).is_some_and(|before| self.is(before, Sense::The));
        if self.raw(at) == "past" && articled {
            return When::Length { unit, milli: Some(1000) };
        }
        let next_day = articled && unit == Unit::Day && shift != 0;
        let context = self.is(at, Sense::Context) || next_day;
        let from = if context { From::Mentioned } else { From::Published };
        When::Offset { unit, by: i32::from(shift), from }
    }

    /// The unit in `the end of the year`, which is the running one.
    fn ended_unit(&self, at: usize) -> Option<Unit> {
        let the = at.checked_sub(1).is_some_and(|before| {
            // `в конце года`, `end of month`
            self.is(before, Sense::The)
                || (!self.articled() && self.is(before, Sense::Stage))
                || (self.raw(before) == "of" && self.ends_clause(at + 1))
        });
        let unit = self.unit(at).filter(|_| the && !self.is(at, Sense::Plural))?;
        SHIFTED.contains(&unit).then_some(unit).filter(|unit| *unit != Unit::Day)
    }

    /// `that day`, `the same year`, `that quarter`.
    fn same_unit(&self, at: usize, the: usize) -> Option<Found> {
        let same = self.is(the, Sense::Same) && self.spaced(the + 1);
        let name = the + 1 + usize::from(self.is(the + 1, Sense::Same));
        if same && let Some(unit) = self.unit(name).filter(|_| self.spaced(name)) {
            let when = if unit == Unit::Quarter {
                When::SameQuarter
            } else {
                When::Offset { unit, by: 0, from: From::Mentioned }
            };
            let whole =
                matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
            let said = whole && !self.is(name, Sense::Plural);
            return said.then(|| Found::new(at, name + 1, when));
        }
        None
    }

    /// `last summer`, `the summer of 2024`, `this fall`, `прошлой весной`.
    pub(super) fn season(&self, at: usize) -> Option<Found> {
        let the = self.skip(self.skip_stage(at), Sense::The);
        let shift = self.shift(the).filter(|_| self.spaced(the + 1));
        let name = if shift.is_some() { the + 1 } else { the };
        let season = self.find(name, |sense| match sense {
            Sense::Season(season) => Some(*season),
            _ => None,
        })?;
        let (mut year, next) = self.year_after(name + 1);
        if year == YearSaid::Unsaid
            && let Some(shift) = shift
        {
            year = YearSaid::Nearest(shift);
        }
        let alone = !self.english() || matches!(season, "SU" | "WI");
        let placed = alone && (the > at || self.after_strong(at));
        let said = year != YearSaid::Unsaid || placed;
        said.then(|| Found::new(at, next, When::Season { season, year }))
    }

    fn after_strong(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, Sense::Strong)) && self.spaced(at)
    }
}

fn day(by: i8) -> When {
    When::Offset { unit: Unit::Day, by: i32::from(by), from: From::Published }
}
