//! Dates by month.

use crate::timexes::{
    meaning::{Found, When, YearSaid},
    tokens::Line,
    vocabulary::{Sense, Unit},
};

/// English month names shorter than this are other words too, and mean a month
/// only beside a day, a year or a preposition: `May`, `Sept`.
pub(super) const SHORTEST_NAME: usize = 5;

impl Line<'_> {
    /// `2026 жылғы 5 ақпан`, `2026 жылдың ақпаны`.
    fn year_word_day(&self, at: usize) -> Option<Found> {
        let year = self.year(at).filter(|_| self.language.primary() == "kk")?;
        let near = self.spaced(at + 1) && self.spaced(at + 2) && self.year_word(at + 1);
        let found = self.day_month(at + 2).filter(|_| near).or_else(|| {
            let month = self.month(at + 2).filter(|_| near)?;
            let when = When::Calendar { year: YearSaid::Unsaid, month, day: None };
            Some(Found::new(at + 2, at + 3, when))
        })?;
        let When::Calendar { month, day, .. } = found.when else { return None };
        let when = When::Calendar { year: YearSaid::Given(year), month, day };
        Some(Found { first: at, when, ..found })
    }

    pub(super) fn month(&self, at: usize) -> Option<u8> {
        self.find(at, |sense| match sense {
            Sense::Month(month) => Some(*month),
            _ => None,
        })
    }

    /// `былтыр наурызда`: a word for the year, and its month.
    fn year_step_month(&self, at: usize) -> Option<Found> {
        let by = self.find(at, |sense| match sense {
            Sense::YearStep(by) => Some(*by),
            _ => None,
        })?;
        let found = self.day_month(at + 1).or_else(|| self.lone_month(at + 1));
        let found = found.filter(|_| self.spaced(at + 1))?;
        let When::Calendar { month, day, .. } = found.when else { return None };
        let when = When::Calendar { year: YearSaid::Shifted(by), month, day };
        Some(Found { first: at, when, ..found })
    }

    /// A date with a month in it, without its weekday.
    pub(super) fn calendar_date(&self, at: usize) -> Option<Found> {
        let readings = [
            self.month_day(at),
            self.day_month(at),
            self.lone_month(at),
            self.iso_month(at),
            self.year_month(at),
            self.year_word_day(at),
            self.year_step_month(at),
            self.slashed_month(at),
        ];
        let found = readings.into_iter().flatten().max_by_key(|found| found.next)?;
        let When::Calendar { year: YearSaid::Unsaid, month, day } = found.when else {
            return Some(found);
        };
        // `the year ended Jan. 31` and `since Jan. 1` are over, however long ago.
        let over = at.checked_sub(1).is_some_and(|before| {
            self.is(before, Sense::Passed) || (self.raw(before) == "ended" && self.english())
        });
        let year = if over { YearSaid::Nearest(-1) } else { YearSaid::Unsaid };
        Some(Found { when: When::Calendar { year, month, day }, ..found })
    }

    /// `February 14`, `Feb. 14th, 2026`.
    fn month_day(&self, at: usize) -> Option<Found> {
        if let Some(shift) = self.shift(at).filter(|_| self.english() && self.spaced(at + 1)) {
            // `last Oct. 23`
            let found = self.month_day(at + 1).filter(|_| self.month(at + 1).is_some())?;
            let When::Calendar { year: YearSaid::Unsaid, month, day } = found.when else {
                return None;
            };
            let when = When::Calendar { year: YearSaid::Nearest(shift), month, day };
            return Some(Found { first: at, when, ..found });
        }
        let month = self.month(at).filter(|_| self.prints_month(at))?;
        let the = if self.joined(at + 1) && self.is(at + 1, Sense::The) { at + 2 } else { at + 1 };
        let ranked = self.raw(the).ends_with(['t', 'd', 'h']) && self.gap(the).trim() == ",";
        let slashed = self.gap(the) == "/" && self.gap(the + 1) != "/";
        let near = self.joined(the) || ranked || slashed;
        let spelled = || self.spelled_day(the).filter(|_| self.spaced(the));
        let (day, next) = self.day(the).or_else(spelled).filter(|_| near)?;
        // `May 10:30` is a clock time, `March 5%` a share.
        if self.gap(next) == ":" || self.gap(next).starts_with('%') || !is_date(month, day) {
            return None;
        }
        let (year, next) = self.year_after(next);
        Some(Found::new(at, next, When::Calendar { year, month, day: Some(day) }))
    }

    /// `May twenty nine`, `fifteen August`.
    fn spelled_day(&self, at: usize) -> Option<(u8, usize)> {
        let letters = self.raw(at).chars().all(char::is_alphabetic);
        let (milli, words) = self.number(at).filter(|_| letters && self.english())?;
        let day = u8::try_from(milli / 1000).ok().filter(|day| (1..=31).contains(day))?;
        (milli % 1000 == 0).then_some((day, at + words))
    }

    /// English months have a capital, and without one are read beside a day if they are no verb.
    fn prints_month(&self, at: usize) -> bool {
        self.capital(at) || !self.english() || !matches!(self.raw(at), "may" | "march" | "mar")
    }

    /// `14 February`, `the 14th of February 2026`, `18 de mayo de 2026`.
    fn day_month(&self, at: usize) -> Option<Found> {
        let the = self.skip(at, Sense::The);
        let (day, next) = self.day(the).or_else(|| self.spelled_day(the))?;
        let of = self.skip(next, Sense::Of);
        let near = |at: usize| self.joined(at) || self.gap(at) == "/";
        let month = self.month(of).filter(|_| near(next) && near(of))?;
        if !self.prints_month(of) || !is_date(month, day) || self.gap(of).contains('–') {
            return None;
        }
        let (year, next) = self.year_after(of + 1);
        Some(Found::new(at, next, When::Calendar { year, month, day: Some(day) }))
    }

    /// The `3` of `3 and 5 February` or `3-5 February`.
    pub(super) fn first_of_days(&self, at: usize) -> Option<Found> {
        let (day, next) = self.day(at)?;
        let last = self.day_month(self.past_link(next)?)?;
        let When::Calendar { year, month, day: Some(later) } = last.when else { return None };
        let when = When::Calendar { year, month, day: Some(day) };
        (day < later).then(|| Found::new(at, next, when))
    }

    /// The `5` of `February 3 and 5` or `February 3-5`.
    pub(super) fn second_day(&self, first: &Found) -> Option<Found> {
        let When::Calendar { year, month, day: Some(day) } = first.when else { return None };
        let month_first = self.month(first.first).is_some() && first.clock.is_none();
        let at = self.past_link(first.next).filter(|_| month_first)?;
        let (later, next) = self.day(at)?;
        let noun = self.spaced(next) && !self.capital(next) && !self.short_word(next);
        let sign = self.gap(next).starts_with(['%', ':', '/']) || self.month(next).is_some();
        let (said, next) = self.year_after(next);
        let year = if said == YearSaid::Unsaid { year } else { said };
        let when = When::Calendar { year, month, day: Some(later) };
        (day < later && !noun && !sign && is_date(month, later)).then(|| Found::new(at, next, when))
    }

    /// The word after `and`, `to` or a dash at word `at`.
    fn past_link(&self, at: usize) -> Option<usize> {
        if matches!(self.gap(at), "-" | "–" | "—" | " - " | " – ") {
            return Some(at);
        }
        let linked = self.is(at, Sense::And) || self.is(at, Sense::Link);
        let near = self.spaced(at) || (!self.english() && self.joined(at));
        let word = linked && near && self.spaced(at + 1);
        word.then(|| self.skip(at + 1, Sense::The))
    }

    /// `January`, `early January 2026`, `last September`, `August last year`.
    fn lone_month(&self, at: usize) -> Option<Found> {
        let staged = self.skip_stage(at);
        let shift = self.shift(staged).filter(|_| self.joined(staged + 1));
        let at_month = if shift.is_some() { staged + 1 } else { staged };
        let month = self.month(at_month)?;
        let (mut year, next) = self.year_after(at_month + 1);
        let (shift, next) = match shift {
            None if year == YearSaid::Unsaid => self.shift_after(next, None),
            said => (said, next),
        };
        let marked = year != YearSaid::Unsaid
            || at_month > at
            || shift.is_some()
            || self.links_month(at_month);
        if year == YearSaid::Unsaid
            && let Some(shift) = shift
        {
            year = YearSaid::Nearest(shift);
        }
        let named = self.is_month(at_month, marked);
        named.then(|| Found::new(at, next, When::Calendar { year, month, day: None }))
    }

    /// Whether the name at `at` is a month's, and not a verb, a person or a cut word.
    fn is_month(&self, at: usize, marked: bool) -> bool {
        let raw = self.raw(at);
        if !self.english() {
            let short = raw.chars().count() <= 4;
            return !(self.is_name(at) && self.spaced(at))
                && (marked || !short || self.after_time_word(at));
        }
        if !self.capital(at) || raw.chars().skip(1).any(char::is_uppercase) {
            let sure = raw.len() >= SHORTEST_NAME && !matches!(raw, "march" | "august");
            return raw.starts_with(char::is_lowercase) && (sure || self.led_lower(at, marked));
        }
        if !marked && self.joins_people(at) {
            return false;
        }
        if marked || (self.after_time_word(at) && !self.names_person(at)) {
            return true;
        }
        // `the March vote`: no verb stands behind `the`.
        let the = at.checked_sub(1).is_some_and(|before| self.is(before, Sense::The));
        if the && self.spaced(at) && self.spaced(at + 1) && !self.capital(at + 1) {
            return true;
        }
        let verb = matches!(self.month(at), Some(3 | 5)) || raw.len() < SHORTEST_NAME - 1;
        let doubtful = verb || (raw.len() < SHORTEST_NAME && self.opens_sentence(at));
        !doubtful && !self.names_person(at)
    }

    /// Whether a name in small letters is the month's: `in may`, `since august`, not `this may`.
    fn led_lower(&self, at: usize, marked: bool) -> bool {
        let verb = matches!(self.raw(at), "may" | "march" | "mar" | "august");
        let led = at.checked_sub(1).is_some_and(|before| {
            matches!(self.raw(before), "in" | "since" | "until" | "till" | "between" | "from")
        });
        let year = self.year(at + 1).is_some() && self.spaced(at + 1);
        (led && self.spaced(at)) || year || (marked && !verb)
    }

    /// Whether the month at `at` leads to another: `Nov-Feb`, `from May to June`.
    fn links_month(&self, at: usize) -> bool {
        let dash = matches!(self.gap(at + 1), "-" | "–") && self.month(at + 1).is_some();
        let said = self.is(at + 1, Sense::Link) && self.spaced(at + 1) && self.spaced(at + 2);
        dash || (said && self.month(at + 2).is_some())
    }

    /// `Johnson and May`: no word of time stands before `and`.
    fn joins_people(&self, at: usize) -> bool {
        let name = matches!(self.month(at), Some(3..=6 | 8)) && self.spaced(at);
        let and = at.checked_sub(1).is_some_and(|and| self.raw(and) == "and" && self.spaced(and));
        let before = at.checked_sub(2).filter(|_| name && and);
        before
            .and_then(|before| self.tokens.get(before))
            .is_some_and(|token| token.capital && token.senses.is_empty())
    }

    /// `June Carter`: a capital follows that is no word of time.
    fn names_person(&self, at: usize) -> bool {
        let known = self.tokens.get(at + 1).is_some_and(|token| !token.senses.is_empty());
        self.spaced(at + 1) && self.capital(at + 1) && !known
    }

    /// Whether a preposition or `last` stands before word `at`.
    pub(super) fn after_time_word(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.spaced(at)) else { return false };
        let words =
            [Sense::Strong, Sense::Weak, Sense::And, Sense::Stage, Sense::At, Sense::On, Sense::Of];
        words.into_iter().any(|sense| self.is(before, sense)) || self.shift(before).is_some()
    }

    /// The year after a month: `2026`, `, 2026`, `of last year`.
    pub(super) fn year_after(&self, next: usize) -> (YearSaid, usize) {
        let led = self.is(next, Sense::Of) || (self.english() && self.raw(next) == "in");
        let of = if led && self.spaced(next) { next + 1 } else { next };
        let of = if of > next { self.skip(of, Sense::Fiscal) } else { of };
        let slashed = self.gap(next) == "/";
        let near = slashed || (self.listed(next) && self.listed(of));
        if let Some(year) = self.year(of).filter(|_| near) {
            let word = !self.english() && self.joined(of + 1) && self.year_word(of + 1);
            return (YearSaid::Given(year), of + 1 + usize::from(word));
        }
        if let Some((year, after)) = self.spelled_year(of).filter(|_| self.spaced(of)) {
            return (YearSaid::Given(year), after);
        }
        let the = self.skip(of, Sense::The);
        let shifted =
            self.shifted(the, Unit::Year).filter(|_| self.spaced(next) && self.spaced(the));
        match shifted {
            Some((shift, after)) => (YearSaid::Shifted(shift), after),
            None => (YearSaid::Unsaid, next),
        }
    }

    /// `last year` or `año pasado`: the shift and the word after.
    pub(super) fn shifted(&self, at: usize, unit: Unit) -> Option<(i8, usize)> {
        // `the last week of July` is no week counted from today.
        let part = |at: usize| self.english() && self.raw(at + 1) == "of" && self.spaced(at + 1);
        let unit_at =
            |at: usize| self.unit(at) == Some(unit) && !self.is(at, Sense::Plural) && !part(at);
        if let Some(shift) = self.shift(at).filter(|_| self.spaced(at + 1)) {
            if unit_at(at + 1) {
                return Some((shift, at + 2));
            }
            // `this calendar year`, `the current fiscal year`
            let kind = matches!(self.raw(at + 1), "calendar" | "fiscal" | "financial" | "working");
            if kind && self.spaced(at + 2) && unit_at(at + 2) {
                return Some((shift, at + 3));
            }
        }
        if self.raw(at + 1) == "que" && unit_at(at) && self.spaced(at + 1) && self.spaced(at + 2) {
            // `el mes que viene`
            return self.shift(at + 2).filter(|_| !self.english()).map(|shift| (shift, at + 3));
        }
        let after = self.shift(at + 1).filter(|_| self.spaced(at + 1) && unit_at(at))?;
        (!self.english()).then_some((after, at + 2))
    }

    /// `last`, `this`, `next`.
    pub(super) fn shift(&self, at: usize) -> Option<i8> {
        self.find(at, |sense| match sense {
            Sense::Shift(shift) => Some(*shift),
            _ => None,
        })
    }
}

pub(super) fn is_date(month: u8, day: u8) -> bool {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1..=longest).contains(&day)
}
