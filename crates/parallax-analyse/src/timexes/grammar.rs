//! Which words of a line are expressions of time.
//!
//! One grammar serves all languages: the tables say what a word can mean, the
//! readings here what meanings make an expression, in whichever order a
//! language puts them. The longest reading at a word wins.

mod calendar;
mod clock;
mod holidays;
mod lengths;
mod names;
mod relative;
mod weekdays;
mod years;

use super::{
    meaning::{Found, When},
    tokens::Line,
    vocabulary::Sense,
};

/// The expressions of a line, in order, none overlapping.
pub(super) fn find(line: &Line<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let headline = line.is_headline();
    let mut at = 0;
    while at < line.len() {
        match line.expression(at) {
            Some(one) if line.in_name(&one, headline) => at += 1,
            Some(one) => {
                at = one.next.max(at + 1);
                found.push(one);
                if let Some(second) = line.second_day(&one) {
                    at = second.next.max(at);
                    found.push(second);
                }
            }
            None => at += 1,
        }
    }
    found
}

impl Line<'_> {
    /// The longest expression that starts at word `at`.
    fn expression(&self, at: usize) -> Option<Found> {
        let token = self.tokens.get(at)?;
        let figures = self.raw(at).starts_with(|mark: char| mark.is_ascii_digit());
        if token.senses.is_empty() && token.number.is_none() && !figures {
            return self.quarter(at).or_else(|| self.holiday(at));
        }
        let readings = [
            self.numeric_date(at),
            self.calendar_date(at),
            self.first_of_days(at),
            self.weekday(at),
            self.day_from_today(at),
            self.clock_time(at),
            self.distance(at),
            self.event_distance(at),
            self.shifted_unit(at),
            self.quarter(at),
            self.season(at),
            self.decade(at),
            self.century(at),
            self.lone_year(at),
            self.length(at),
            self.bare_plural(at),
            self.repeated(at),
            self.lone_word(at),
            self.holiday(at),
            self.reference_noun(at),
        ];
        let mut best: Option<Found> = None;
        for reading in readings.into_iter().flatten() {
            if best.is_none_or(|best| best.next < reading.next) {
                best = Some(reading);
            }
        }
        best.map(|found| self.with_clock(found))
    }

    /// `the future`, where no noun follows.
    fn reference_noun(&self, at: usize) -> Option<Found> {
        let noun = at + 1;
        let value = self.find(noun, |sense| match sense {
            Sense::ReferenceNoun(value) => Some(*value),
            _ => None,
        })?;
        let alone =
            !self.spaced(noun + 1) || self.tense(noun + 1).is_some() || self.short_word(noun + 1);
        let said = self.is(at, Sense::The) && self.spaced(noun) && alone;
        said.then(|| Found::new(at, noun + 1, When::Fixed(value)))
    }

    pub(super) fn short_word(&self, at: usize) -> bool {
        parallax_language::is_stop_word(self.language, &parallax_language::fold(self.raw(at)))
    }

    /// `now`, `daily`.
    fn lone_word(&self, at: usize) -> Option<Found> {
        self.find(at, |sense| match sense {
            Sense::Reference(value) | Sense::Set(value) => {
                Some(Found::new(at, at + 1, When::Fixed(value)))
            }
            _ => None,
        })
    }

    /// Past word `at` if it has `sense` and a word follows it.
    fn skip(&self, at: usize, sense: Sense) -> usize {
        if self.is(at, sense) && self.joined(at + 1) { at + 1 } else { at }
    }
}
