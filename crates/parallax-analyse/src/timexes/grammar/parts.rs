//! Parts of a period told by their number, and what is left of it.

use crate::timexes::{
    meaning::{Found, From, Holiday, HolidayDay, Period, When, YearSaid},
    tokens::Line,
    vocabulary::{Sense, Unit},
};

/// The most weeks a year has.
const WEEKS: u8 = 53;

impl Line<'_> {
    /// `the last week of July`, `the first two weeks of 2021`, `the third Monday of January`.
    pub(super) fn nth_part(&self, at: usize) -> Option<Found> {
        if !self.english() {
            return None;
        }
        let the = self.skip(at, Sense::The);
        let last = matches!(self.raw(the), "last" | "final" | "Last");
        let (number, next) = if last { (1, the + 1) } else { self.rank(the)? };
        let nth = if last { -1 } else { i8::try_from(number).ok()? };
        if !self.spaced(next) {
            return None;
        }
        if let Some(found) = self.nth_weekday(at, nth, next) {
            return Some(found);
        }
        let counted = self.number(next).filter(|_| last || nth == 1);
        let (count, named) = match counted {
            Some((milli, words)) => (u8::try_from(milli / 1000).ok()?, next + words),
            None => (1, next),
        };
        let unit = self.unit(named).filter(|_| self.joined(named))?;
        let whole = matches!(unit, Unit::Day | Unit::Week | Unit::Month);
        let of = self.of_period(named + 1).filter(|_| whole)?;
        // `the first nine months of the year` are a length, and `the year` another date.
        let running = matches!(of.0, Period::Shifted { by: 0, .. });
        if count > 1 && running {
            return None;
        }
        Some(Found::new(at, of.1, When::Nth { unit, nth, count, of: of.0 }))
    }

    /// `first`, `3rd`.
    fn rank(&self, at: usize) -> Option<(u8, usize)> {
        let figures = self.raw(at).bytes().all(|byte| byte.is_ascii_digit());
        self.day(at).filter(|_| !figures)
    }

    fn nth_weekday(&self, at: usize, nth: i8, next: usize) -> Option<Found> {
        let weekday = self.weekday_name(next).filter(|_| (-1..=5).contains(&nth))?;
        let (of, after) = self.of_period(next + 1)?;
        let Period::Month { year, month } = of else { return None };
        let (month, day) = (i8::try_from(month).ok()?, HolidayDay::Weekday(weekday, nth));
        Some(Found::new(at, after, When::Holiday(Holiday { month, day, year })))
    }

    /// `of July`, `in 2021`, `of last month`: the period, and the word after.
    fn of_period(&self, at: usize) -> Option<(Period, usize)> {
        let linked = self.is(at, Sense::Of) || self.is(at, Sense::On);
        if !linked || !self.spaced(at) || !self.spaced(at + 1) {
            return None;
        }
        let start = self.skip(at + 1, Sense::The);
        if let Some(month) = self.month(start).filter(|_| start == at + 1) {
            let (year, next) = self.year_after(start + 1);
            return Some((Period::Month { year, month }, next));
        }
        if let Some(year) = self.year(start) {
            return Some((Period::Year(YearSaid::Given(year)), start + 1));
        }
        for unit in [Unit::Month, Unit::Year] {
            let running = start > at + 1 && self.unit(start) == Some(unit);
            if running && !self.is(start, Sense::Plural) && self.ends_clause(start + 1) {
                return Some((Period::Shifted { unit, by: 0 }, start + 1));
            }
            if let Some((by, next)) = self.shifted(start, unit) {
                return Some((Period::Shifted { unit, by }, next));
            }
        }
        None
    }

    /// `week 31`, `week 27 of last year`.
    pub(super) fn week_number(&self, at: usize) -> Option<Found> {
        let named = self.unit(at) == Some(Unit::Week) && !self.is(at, Sense::Plural);
        let counted = at.checked_sub(1).is_some_and(|before| self.number(before).is_some());
        let digits = self.raw(at + 1);
        let short = (1..=2).contains(&digits.len()) && self.spaced(at + 1);
        let week: u8 = digits.parse().ok().filter(|week| (1..=WEEKS).contains(week))?;
        if !named || counted || !short || !self.english() {
            return None;
        }
        let (year, next) = self.year_after(at + 2);
        Some(Found::new(at, next, When::WeekNumber { week, year }))
    }

    /// `the week of April 10`, `the weekend of Halloween`, `Labor Day weekend`.
    pub(super) fn week_around(&self, at: usize) -> Option<Found> {
        if !self.english() {
            return None;
        }
        let start = self.skip(at, Sense::The);
        if let Some(unit) =
            self.unit(start).filter(|unit| matches!(unit, Unit::Week | Unit::Weekend))
        {
            let linked =
                matches!(self.raw(start + 1), "of" | "commencing" | "beginning" | "starting");
            let day = start + 2;
            let near = linked && self.spaced(start + 1) && self.spaced(day);
            let found = self.whole_day(day).filter(|_| near && start > at)?;
            return Some(Found { first: at, around: Some(unit), ..found });
        }
        let found = self.holiday(at)?;
        let weekend = self.unit(found.next) == Some(Unit::Weekend) && self.spaced(found.next);
        let When::Holiday(holiday) = found.when else { return None };
        let (year, next) = self.year_after(found.next + 1);
        let year = if year == YearSaid::Unsaid { holiday.year } else { year };
        let when = When::Holiday(Holiday { year, ..holiday });
        weekend.then_some(Found { next, when, around: Some(Unit::Weekend), ..found })
    }

    /// A day by its date, its number in the month or its name.
    pub(super) fn whole_day(&self, at: usize) -> Option<Found> {
        let dated = self
            .numeric_date(at)
            .or_else(|| self.calendar_date(at))
            .filter(|found| matches!(found.when, When::Calendar { day: Some(_), .. }));
        dated.or_else(|| self.holiday(at)).or_else(|| {
            let the = self.skip(at, Sense::The);
            let (day, next) = self.rank(the).filter(|_| the > at)?;
            Some(Found::new(at, next, When::DayOfMonth { day, shift: None }))
        })
    }

    /// `on the 21st`, `the 21st of this month`, `by the 4th`.
    pub(super) fn day_of_month(&self, at: usize) -> Option<Found> {
        if !self.english() {
            return None;
        }
        let the = self.skip(at, Sense::The);
        let (day, next) = self.rank(the)?;
        let day_word = self.unit(next) == Some(Unit::Day) && self.spaced(next);
        let after = if day_word { next + 1 } else { next };
        let of = if self.is(after, Sense::Of) && self.spaced(after) { after + 1 } else { after };
        if let Some((shift, next)) = self.shifted(of, Unit::Month).filter(|_| self.spaced(of)) {
            return Some(Found::new(at, next, When::DayOfMonth { day, shift: Some(shift) }));
        }
        let running =
            of > after && self.is(of, Sense::The) && self.unit(of + 1) == Some(Unit::Month);
        if running && self.spaced(of) && self.spaced(of + 1) {
            return Some(Found::new(at, of + 2, When::DayOfMonth { day, shift: Some(0) }));
        }
        let figures = self.raw(the).starts_with(|mark: char| mark.is_ascii_digit());
        let placed = at.checked_sub(1).is_some_and(|before| {
            matches!(self.raw(before), "on" | "On" | "by" | "until" | "till" | "since")
        });
        let said = figures && placed && self.spaced(at) && !day_word && self.ends_clause(next);
        said.then(|| Found::new(at, next, When::DayOfMonth { day, shift: None }))
    }

    /// Whether no word that carries a meaning of its own follows.
    pub(super) fn ends_clause(&self, next: usize) -> bool {
        !self.spaced(next) || (self.short_word(next) && self.raw(next) != "of")
    }

    /// `Monday 21`, `Friday the 13th`: the weekday and the number behind it.
    pub(super) fn weekday_and_number(&self, next: usize) -> Option<(u8, usize)> {
        if !self.english() || !self.spaced(next) {
            return None;
        }
        let the = self.skip(next, Sense::The);
        let (day, after) = self.day(the).filter(|_| self.spaced(the))?;
        let ranked = self.rank(the).is_some() && (the > next || self.digits(the));
        let free = after >= self.len()
            || !matches!(self.gap(after), ":" | "." | "/" | "-" | "–")
                && !self.gap(after).starts_with('%');
        let plain = self.ends_clause(after) && self.digits(the);
        ((ranked || plain) && free && self.unit(after).is_none()).then_some((day, after))
    }

    fn digits(&self, at: usize) -> bool {
        self.raw(at).starts_with(|mark: char| mark.is_ascii_digit())
    }

    /// `the year to date`, `the rest of the week`, `the remainder of 2026`.
    pub(super) fn left_of(&self, at: usize) -> Option<Found> {
        if !self.english() {
            return None;
        }
        let the = self.skip(at, Sense::The);
        if let Some(unit) = self.unit(the)
            && self.raw(the + 1) == "to"
            && self.raw(the + 2) == "date"
            && self.spaced(the + 1)
            && self.spaced(the + 2)
        {
            return Some(Found::new(at, the + 3, When::ToDate(unit)));
        }
        let rest = matches!(self.raw(the), "rest" | "remainder" | "remaining" | "balance");
        let of = the + 1;
        if !rest || self.raw(of) != "of" || !self.spaced(of) || !self.spaced(of + 1) {
            return None;
        }
        let unit_at =
            of + 1 + usize::from(self.is(of + 1, Sense::The) || self.shift(of + 1) == Some(0));
        let unit = self.unit(unit_at).filter(|_| unit_at > of + 1 && self.spaced(unit_at))?;
        let period = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Quarter);
        period.then(|| Found::new(at, unit_at + 1, When::Rest(unit)))
    }

    /// `the week`, `the full year`: the running one, where nothing behind says which.
    pub(super) fn running(&self, at: usize) -> Option<Found> {
        if !self.english() || !self.is(at, Sense::The) || !self.spaced(at + 1) {
            return None;
        }
        let full = matches!(self.raw(at + 1), "full" | "fiscal" | "financial" | "calendar");
        let named = at + 1 + usize::from(full && self.spaced(at + 2));
        let unit = self.unit(named).filter(|_| !self.is(named, Sense::Plural))?;
        let period = matches!(unit, Unit::Week | Unit::Month | Unit::Year);
        let led = at.checked_sub(1).is_some_and(|before| {
            matches!(
                self.raw(before),
                "for" | "in" | "of" | "For" | "In" | "During" | "during" | "over"
            ) && self.spaced(at)
        });
        let next = named + 1;
        if !period || !led || self.gap(next).starts_with(['-', '–']) {
            return None;
        }
        if matches!(self.raw(next), "ended" | "ending" | "through" | "to") && self.spaced(next) {
            return Some(Found::new(at, next, When::Length { unit, milli: Some(1000) }));
        }
        let when = When::Offset { unit, by: 0, from: From::Published };
        let owner = self.raw(named).contains(['\'', '’']);
        (owner || self.ends_clause(next)).then(|| Found::new(at, next, when))
    }

    /// `year end`, `year-end`, `year’s end`.
    pub(super) fn year_end(&self, at: usize) -> Option<Found> {
        let end = self.raw(at + 1) == "end" && self.joined(at + 1) && self.english();
        let year = self.unit(at) == Some(Unit::Year) && !self.is(at, Sense::Plural);
        let when = When::Offset { unit: Unit::Year, by: 0, from: From::Published };
        let (said, next) = self.year_after(at + 2);
        // `year-end 1988`
        if let (YearSaid::Given(said), true) = (said, end && year) {
            return Some(Found { edge: Some(1), ..Found::new(at, next, When::Year(said)) });
        }
        (end && year).then(|| Found { edge: Some(1), ..Found::new(at, at + 2, when) })
    }

    /// `the week after next`, `the year before last`, `the day after tomorrow`.
    pub(super) fn twice_shifted(&self, at: usize) -> Option<Found> {
        if !self.english() {
            return None;
        }
        let the = self.skip(at, Sense::The);
        let unit = self.unit(the).filter(|_| self.spaced(the + 1))?;
        // `the week before,`
        let back = the > at && self.raw(the + 1) == "before" && !self.spaced(the + 2);
        if back && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year) {
            return Some(Found::new(
                at,
                the + 2,
                When::Offset { unit, by: -1, from: From::Anchor },
            ));
        }
        let from = From::Published;
        let by = match (unit, self.raw(the + 1), self.raw(the + 2)) {
            _ if !self.spaced(the + 2) => return None,
            (Unit::Day, "after", "tomorrow") => 2,
            (Unit::Day, "before", "yesterday") => -2,
            (Unit::Day, ..) => return None,
            (_, "after", "next") => 2,
            (_, "before", "last") => -2,
            _ => return None,
        };
        Some(Found::new(at, the + 3, When::Offset { unit, by, from }))
    }
}
