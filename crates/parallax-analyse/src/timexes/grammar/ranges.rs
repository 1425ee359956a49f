//! Two dates that are the ends of one stretch: `from 4 to 22 February`.

use crate::timexes::{
    meaning::{Found, When, YearSaid},
    tokens::Line,
    vocabulary::{Sense, Unit},
};
use std::ops::Range;

/// Words looked back through for `moved … from Monday to Friday`.
const MOVED_WITHIN: usize = 8;

impl Line<'_> {
    /// The words of the range that `first` and `second` are the ends of, if they are.
    pub(in crate::timexes) fn ranges(&self, first: &Found, second: &Found) -> Option<Range<usize>> {
        if !is_end(first) || !is_end(second) {
            return None;
        }
        if self.chinese_line() {
            return self.zh_ranges(first, second).map(|(first, next)| first..next);
        }
        let opening = first.first.checked_sub(1).filter(|_| self.spaced(first.first));
        let opens = opening.filter(|at| self.is(*at, Sense::Opens));
        let between = opening.filter(|at| self.is(*at, Sense::Between));
        let start = opens.or(between).unwrap_or(first.first);
        let said = match self.link(first.next, second.first)? {
            Linked::Dash => true,
            Linked::To => opens.is_some() || between.is_some() || alike(first.when, second.when),
            Linked::And => between.is_some(),
        };
        (said && !opens.is_some_and(|at| self.is_moved(at))).then_some(start..second.next)
    }

    /// What stands between the words up to `next` and the word `second`.
    fn link(&self, next: usize, second: usize) -> Option<Linked> {
        if second == next {
            let dash = matches!(self.gap(next).trim(), "-" | "–" | "—" | "~" | "～" | "‑");
            return dash.then_some(Linked::Dash);
        }
        let the = next + 1;
        let near = second == the || (second == the + 1 && self.is(the, Sense::The));
        // `4. bis 22. Oktober`
        let spaced = self.spaced(next) || (!self.english() && self.joined(next));
        if !near || !spaced || !self.spaced(the) || !self.spaced(second) {
            return None;
        }
        if self.is(next, Sense::Link) {
            return Some(Linked::To);
        }
        self.is(next, Sense::And).then_some(Linked::And)
    }

    fn is_moved(&self, opening: usize) -> bool {
        (opening.saturating_sub(MOVED_WITHIN)..opening).any(|at| self.is(at, Sense::Moved))
    }
}

impl Line<'_> {
    /// Gives `first` the year that `second` says for both, or the other way about:
    /// `in March and May of last year`, `去年3月和5月`.
    pub(in crate::timexes) fn share_year(&self, first: &mut Found, second: &mut Found) {
        let (
            When::Calendar { year: one, month: from, day: start },
            When::Calendar { year: two, month: to, day: end },
        ) = (first.when, second.when)
        else {
            return;
        };
        let onward = (from, start.unwrap_or(1)) < (to, end.unwrap_or(31));
        let bare = self.chinese_line()
            || self.month(second.first).is_some()
            || self.raw(second.first).starts_with(|mark: char| mark.is_ascii_digit());
        let told = |year| matches!(year, YearSaid::Given(_) | YearSaid::Shifted(_));
        if !bare
            || !onward
            || start.is_some() != end.is_some()
            || !self.lists(first.next, second.first)
        {
            return;
        }
        if one == YearSaid::Unsaid && told(two) && !self.chinese_line() {
            first.when = When::Calendar { year: two, month: from, day: start };
        } else if two == YearSaid::Unsaid && told(one) && self.chinese_line() {
            second.when = When::Calendar { year: one, month: to, day: end };
        }
    }

    /// Whether only `and`, and a preposition, stand between words `next` and `second`.
    fn lists(&self, next: usize, second: usize) -> bool {
        let and = self.is(next, Sense::And) || matches!(self.raw(next), "和" | "与");
        let led = second == next + 2
            && (self.is(next + 1, Sense::On) || self.is(next + 1, Sense::Strong))
            && !self.is(next + 1, Sense::Link);
        and && self.raw(next) != "to" && (second == next + 1 || led)
    }
}

/// How two dates are joined.
enum Linked {
    Dash,
    To,
    And,
}

/// Whether `found` can be an end of a range: a place in the calendar, without its hour.
fn is_end(found: &Found) -> bool {
    let place = match found.when {
        When::Offset { unit, .. } => unit >= Unit::Day,
        When::Fixed(value) => value == "PRESENT_REF",
        When::Calendar { .. }
        | When::Year(_)
        | When::Season { .. }
        | When::Quarter { .. }
        | When::Half { .. }
        | When::Weekday { .. }
        | When::WeekdayBeside { .. }
        | When::Holiday(_)
        | When::DayOfMonth { .. }
        | When::WeekdayOfMonth { .. } => true,
        _ => false,
    };
    place && found.clock.is_none() && found.part.is_none()
}

/// Whether two dates are of one sort, so that `to` alone makes them a range.
fn alike(first: When, second: When) -> bool {
    match (first, second) {
        (When::Calendar { day: one, .. }, When::Calendar { day: two, .. }) => {
            one.is_some() == two.is_some()
        }
        (When::Year(_), When::Year(_) | When::Calendar { year: YearSaid::Given(_), .. })
        | (When::Quarter { .. }, When::Quarter { .. })
        | (When::Weekday { .. }, When::Weekday { .. }) => true,
        _ => false,
    }
}

/// Both ends with the month or year that one of them says: `from April to June 2017`.
pub(in crate::timexes) fn agreed(first: Found, second: Found) -> (Found, Found) {
    if let (
        When::Calendar { year, month, day: Some(start) },
        When::DayOfMonth { day, shift: None },
    ) = (first.when, second.when)
    {
        let (month, turned) = match (day < start, month) {
            (true, 12) => (1, 1),
            (true, _) => (month + 1, 0),
            _ => (month, 0),
        };
        let year = match year {
            YearSaid::Given(year) => YearSaid::Given(year + turned),
            said => said,
        };
        let when = When::Calendar { year, month, day: Some(day) };
        return (first, Found { when, ..second });
    }
    let (
        When::Calendar { year: one, month: from, day: start },
        When::Calendar { year: two, month: to, day: end },
    ) = (first.when, second.when)
    else {
        return (first, second);
    };
    let turns = (to, end.unwrap_or(31)) < (from, start.unwrap_or(1));
    let dated = |year: YearSaid, found: Found, month: u8, day: Option<u8>| Found {
        when: When::Calendar { year, month, day },
        ..found
    };
    match (one, two) {
        (YearSaid::Unsaid, YearSaid::Given(year)) => {
            let year = YearSaid::Given(year - i16::from(turns));
            (dated(year, first, from, start), second)
        }
        (YearSaid::Given(year), YearSaid::Unsaid) => {
            let year = YearSaid::Given(year + i16::from(turns));
            (first, dated(year, second, to, end))
        }
        _ => (first, second),
    }
}
