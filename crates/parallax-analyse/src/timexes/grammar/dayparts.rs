//! Parts of a day that is named elsewhere: `that night`, `the morning of May 3`.

use crate::timexes::{
    meaning::{Found, From, When},
    quoted,
    tokens::Line,
    vocabulary::{Sense, Unit},
};

/// The day spoken of just before.
const SPOKEN: When = When::Offset { unit: Unit::Day, by: 0, from: From::Spoken };

impl Line<'_> {
    /// `that night`, `in the morning`, `the morning of May 3`.
    pub(super) fn part_of_named_day(&self, at: usize) -> Option<Found> {
        if !self.english() {
            return self.part_before_day(at);
        }
        let the = self.is(at, Sense::The);
        let part = self.part(at + 1).filter(|_| self.spaced(at + 1))?;
        let next = at + 2;
        if the && self.raw(next) == "of" && self.spaced(next) && self.spaced(next + 1) {
            let day = self.whole_day(next + 1).or_else(|| self.weekday(next + 1))?;
            let free = day.part.is_none() && day.clock.is_none();
            return free.then_some(Found { first: at, part: Some(part), ..day });
        }
        let led = at.checked_sub(1).filter(|_| self.spaced(at));
        let led = led.is_some_and(|led| matches!(self.raw(led), "in" | "In" | "during" | "During"));
        let that = self.raw(at).eq_ignore_ascii_case("that");
        let said = ((the && led) || that) && self.ends_clause(next);
        let found = Found { part: Some(part), ..Found::new(at, next, SPOKEN) };
        // `“Everybody eats in the morning”` speaks of no day.
        (said && (that || !quoted::inside_marks(self, &found))).then_some(found)
    }

    /// `утром 3 февраля`, `la noche del lunes`, `am Morgen des 3. Februar`.
    fn part_before_day(&self, at: usize) -> Option<Found> {
        let named = self.skip(at, Sense::The);
        // Russian `день` is a whole day too.
        let whole = self.unit(named) == Some(Unit::Day) && self.raw(named) != "днем";
        let part = self.part(named).filter(|_| !whole && !self.names_day(named))?;
        let of = named + 1;
        let linked = self.is(of, Sense::Of) || self.is(of, Sense::On);
        let day = if linked && self.spaced(of) { of + 1 } else { of };
        let day = self.skip(day, Sense::The);
        if !self.spaced(of) || !self.spaced(day) {
            return None;
        }
        let dated = self
            .numeric_date(day)
            .or_else(|| self.calendar_date(day))
            .filter(|found| matches!(found.when, When::Calendar { day: Some(_), .. }));
        let found = dated.or_else(|| self.weekday(day))?;
        let free = found.part.is_none() && found.clock.is_none();
        free.then_some(Found { first: at, part: Some(part), ..found })
    }
}
