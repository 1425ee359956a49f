//! Parts of a day that is named elsewhere: `that night`, `the morning of May 3`.

use crate::timexes::{
    meaning::{Found, From, When},
    tokens::Line,
    vocabulary::{Sense, Unit},
};

/// The day spoken of just before.
const SPOKEN: When = When::Offset { unit: Unit::Day, by: 0, from: From::Spoken };

impl Line<'_> {
    /// `that night`, `in the morning`, `the morning of May 3`.
    pub(super) fn part_of_named_day(&self, at: usize) -> Option<Found> {
        if !self.english() {
            return None;
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
        said.then(|| Found { part: Some(part), ..Found::new(at, next, SPOKEN) })
    }
}
