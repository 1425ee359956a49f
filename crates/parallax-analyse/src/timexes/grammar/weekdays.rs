//! Days of the week, with the date or part of the day beside them.

use crate::timexes::{
    meaning::{Found, When},
    tokens::Line,
    vocabulary::{Sense, Unit},
};
use jiff::civil::Weekday;

impl Line<'_> {
    /// `Tuesday`, `late on Monday`, `next Friday morning`, `Tuesday, February 3, 2026`.
    pub(super) fn weekday(&self, at: usize) -> Option<Found> {
        let staged = self.past_day_stage(at);
        let shift =
            self.shift(staged).filter(|_| self.spaced(staged + 1) && !self.succeeds(staged));
        let name = if shift.is_some() { staged + 1 } else { staged };
        let day = self.weekday_name(name)?;
        let beside = name + 1 + usize::from(self.day_word(name + 1));
        if let Some(date) = self.date_beside(beside) {
            return Some(Found { first: at, ..date });
        }
        if let Some((number, next)) = self.weekday_and_number(name + 1) {
            let when = When::WeekdayOfMonth { weekday: day, day: number };
            return Some(Found::new(at, next, when));
        }
        if !self.is_weekday(name, shift.is_some()) {
            return None;
        }
        // `the previous Friday` is of the week before.
        if let Some(shift) = shift.filter(|_| self.english() && self.is(staged, Sense::Context)) {
            let (part, next) = self.part_after(name + 1);
            let when = When::WeekdayBeside { day, side: shift };
            return Some(Found { part, ..Found::new(at, next, when) });
        }
        let (shift, next) = self.shift_after(name + 1, shift);
        let (part, next) = match self.part(name) {
            // `Montagabend`
            Some(part) if next == name + 1 => (Some(part), next),
            _ => self.part_after(next),
        };
        let of = if self.is(next, Sense::Of) && self.spaced(next + 1) { next + 1 } else { next };
        let (week, next) = match self.shifted(of, Unit::Week).filter(|_| self.spaced(next)) {
            Some((week, after)) => (Some(week), after),
            None => (None, next),
        };
        Some(Found { part, ..Found::new(at, next, When::Weekday { day, week, shift }) })
    }

    /// The Kazakh `күні` behind a day that is named.
    pub(super) fn day_word(&self, at: usize) -> bool {
        self.language.primary() == "kk" && self.raw(at).starts_with("күні") && self.spaced(at)
    }

    /// Whether word `at` has a capital where only names have one: `Domingo`, `Август`.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let lower = !matches!(self.language.primary(), "en" | "de" | "zh");
        let named = !self.opens_sentence(at) || (self.spaced(at + 1) && self.capital(at + 1));
        lower
            && self.capital(at)
            && named
            && self.raw(at).chars().nth(1).is_some_and(char::is_lowercase)
    }

    /// `Following Tuesday's vote`: no article makes the word say which Tuesday.
    fn succeeds(&self, at: usize) -> bool {
        let the = at.checked_sub(1).is_some_and(|before| self.is(before, Sense::The));
        self.raw(at) == "Following" && !the && self.english()
    }

    pub(super) fn weekday_name(&self, at: usize) -> Option<Weekday> {
        self.find(at, |sense| match sense {
            Sense::Weekday(day) => Some(*day),
            _ => None,
        })
    }

    /// Past `late on`, `early`, `later on`.
    fn past_day_stage(&self, at: usize) -> usize {
        if !self.is(at, Sense::Stage) || !self.spaced(at + 1) {
            return at;
        }
        let on = if self.is(at + 1, Sense::On) { at + 2 } else { at + 1 };
        if self.spaced(on) { on } else { at }
    }

    /// The date in `Tuesday, February 3` or `вторник, 3 февраля`.
    fn date_beside(&self, next: usize) -> Option<Found> {
        let the = self.skip(next, Sense::The);
        if !self.listed(next) && self.gap(next).trim() != "(" {
            return None;
        }
        let found = self
            .numeric_date(the)
            .or_else(|| self.calendar_date(the))
            .or_else(|| self.short_date(the))?;
        matches!(found.when, When::Calendar { day: Some(_), .. }).then_some(found)
    }

    /// `next week Monday`, `next week on Tuesday`.
    pub(super) fn week_and_weekday(&self, at: usize) -> Option<Found> {
        let (week, next) = self.shifted(at, Unit::Week)?;
        let on = next + usize::from(self.is(next, Sense::On));
        let day = self.weekday_name(on).filter(|_| self.english())?;
        let near = self.gap(next).trim().is_empty() || self.gap(next).trim() == "-";
        let near = near && (on == next || self.spaced(on));
        let when = When::Weekday { day, week: Some(week), shift: None };
        let (part, after) = self.part_after(on + 1);
        near.then(|| Found { part, ..Found::new(at, after, when) })
    }

    fn is_weekday(&self, at: usize, marked: bool) -> bool {
        let raw = self.raw(at).split(['\'', '’']).next().unwrap_or_default();
        let language = self.language.primary();
        let short = raw.chars().count() <= 4 && language != "zh" && !self.day_word(at + 1);
        if short || self.is_name(at) {
            return false;
        }
        match language {
            "en" => !raw.ends_with("days"),
            "de" => self.capital(at) && !raw.ends_with('s'),
            "ru" | "uk" => {
                let part = at.checked_sub(1).is_some_and(|before| self.part(before).is_some());
                let clock = at.checked_sub(1).is_some_and(|minute| self.gap(minute) == ":");
                marked || self.after_time_word(at) || part || (clock && self.spaced(at))
            }
            _ => true,
        }
    }

    /// `lunes pasado`, `juin dernier`.
    pub(super) fn shift_after(&self, next: usize, shift: Option<i8>) -> (Option<i8>, usize) {
        let unit = self.unit(next + 1).is_some();
        let after = self.shift(next).filter(|_| !self.english() && self.spaced(next) && !unit);
        match after {
            Some(after) if shift.is_none() => (Some(after), next + 1),
            _ => (shift, next),
        }
    }

    /// A part of the day at word `at`.
    pub(super) fn part(&self, at: usize) -> Option<&'static str> {
        self.find(at, |sense| match sense {
            Sense::Part(part) => Some(*part),
            _ => None,
        })
    }

    /// The part of the day that follows: `Monday night`, `Monday late afternoon`.
    pub(super) fn part_after(&self, next: usize) -> (Option<&'static str>, usize) {
        let the = next + 1;
        let led = matches!(self.raw(next), "por" | "de") && self.is(the, Sense::The);
        // `le 3 février au matin`, `3 ақпан күні таңертең`
        let linked = (self.raw(next) == "au" && self.spaced(next)) || self.day_word(next);
        if let Some(part) = self.part(the).filter(|_| linked && self.spaced(the)) {
            return (Some(part), the + 1);
        }
        if let Some(part) = self.part(the + 1).filter(|_| led && self.spaced(next)) {
            // `el lunes por la mañana`
            return (Some(part), the + 2);
        }
        let staged = next + usize::from(self.english() && self.is(next, Sense::Stage));
        match self.part(staged).filter(|_| self.spaced(next) && self.spaced(staged)) {
            Some(part) => (Some(part), staged + 1),
            None => (None, next),
        }
    }
}
