//! Clock times.

use crate::timexes::{
    meaning::{Found, When},
    tokens::Line,
    vocabulary::{Sense, Unit},
};
use parallax_language::fold;

/// Hour and minute.
type Clock = (u8, u8);

impl Line<'_> {
    /// `6:35 a.m.`, `10 p.m. EST Tuesday`, `noon`, `17:00`.
    pub(super) fn clock_time(&self, at: usize) -> Option<Found> {
        let (clock, next) = self.clock(at)?;
        let next = self.past_zone(next);
        let found = Found { clock: Some(clock), ..Found::new(at, next, When::Clock) };
        let on = if self.is(next, Sense::On) && self.listed(next) { next + 1 } else { next };
        let near = self.listed(next) && self.listed(on);
        Some(match self.day_alone(on).filter(|_| near) {
            Some(day) => Found { when: day.when, next: day.next, ..found },
            None => found,
        })
    }

    /// Joins `at 5 p.m.` to the day before it.
    pub(super) fn with_clock(&self, found: Found) -> Found {
        if let Some(found) = self.iso_clock(&found) {
            return found;
        }
        if !names_day(found.when) || found.clock.is_some() {
            return found;
        }
        let found = self.with_part(found);
        let next = found.next + usize::from(self.day_word(found.next));
        let at = if self.is(next, Sense::At) && self.spaced(next) { next + 1 } else { next };
        // `a las 10:30`, `күні сағат 10:30`
        let more = !self.english() && self.is(at, Sense::At) && self.spaced(at);
        let at = at + usize::from(at > next && more);
        let hour = next > found.next && self.unit(at) == Some(Unit::Hour);
        let at = at + usize::from(hour && self.spaced(at));
        let near = self.listed(next) && (at == next || self.spaced(at));
        let night = matches!(found.part, Some("TEV" | "TNI"));
        match self.clock(at).filter(|_| near) {
            // `Sunday evening at 10:00`
            Some(((hour @ 5..12, minute), after)) if night && self.bare_clock(after) => {
                let clock = Some((hour + 12, minute));
                Found { clock, next: self.past_zone(after), ..found }
            }
            Some((clock, after)) => {
                Found { clock: Some(clock), next: self.past_zone(after), ..found }
            }
            None => match self.bare_hour(at).filter(|_| at > next && near) {
                Some(hour) if night || matches!(found.when, When::WeekdayOfMonth { .. }) => {
                    let hour = if night && hour > 4 { hour + 12 } else { hour };
                    Found { clock: Some((hour, 0)), next: at + 1, ..found }
                }
                _ => found,
            },
        }
    }

    /// The part of a day behind its date: `le 3 février au matin`.
    fn with_part(&self, found: Found) -> Found {
        let dated = matches!(found.when, When::Calendar { .. });
        if self.english() || !dated || found.part.is_some() {
            return found;
        }
        let (part, next) = self.part_after(found.next);
        Found { next, part, ..found }
    }

    /// The rest of `2026-02-03T10:30`, whose hour is written onto its day.
    fn iso_clock(&self, found: &Found) -> Option<Found> {
        let (_, hour) = self.raw(found.next.checked_sub(1)?).split_once(['T', 't'])?;
        let hour = small(hour).filter(|hour| *hour < 24)?;
        let minute = minutes(self.raw(found.next)).filter(|_| self.gap(found.next) == ":")?;
        let second = found.next + 1;
        let seconds =
            self.gap(second) == ":" && self.raw(second).starts_with(|c: char| c.is_ascii_digit());
        let next = if seconds { second + 1 } else { second };
        Some(Found { clock: Some((hour, minute)), next: self.past_zone(next), ..*found })
    }

    /// Whether the clock before `after` goes without `a.m.` or `p.m.`
    fn bare_clock(&self, after: usize) -> bool {
        after.checked_sub(1).is_some_and(|last| {
            self.raw(last).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        })
    }

    /// The `8` of `last night at 8`.
    fn bare_hour(&self, at: usize) -> Option<u8> {
        let hour = small(self.raw(at)).filter(|hour| (1..12).contains(hour))?;
        let plain = !self.gap(at + 1).starts_with([':', '-', '–', '/', '%']);
        (plain && self.english() && self.ends_clause(at + 1)).then_some(hour)
    }

    /// Whether a day stands at word `at`.
    pub(super) fn day_at(&self, at: usize) -> bool {
        self.day_alone(at).is_some() || self.holiday(at).is_some()
    }

    fn day_alone(&self, at: usize) -> Option<Found> {
        let date = || self.calendar_date(at).filter(|found| names_day(found.when));
        self.numeric_date(at)
            .or_else(|| self.weekday(at))
            .or_else(|| self.day_from_today(at))
            .or_else(date)
    }

    /// The time at word `at`, and the word after.
    fn clock(&self, at: usize) -> Option<(Clock, usize)> {
        if let Some(value) = self.find(at, |sense| match sense {
            Sense::Noon(value) => Some(*value),
            _ => None,
        }) {
            return Some(((if value == "T12:00" { 12 } else { 0 }, 0), at + 1));
        }
        if self.gap(at).ends_with([':', '.', '$', '€', '£', '-']) {
            return None;
        }
        if let Some(hour) = self.spelled_hour(at) {
            return self.in_half_day(hour, 0, "", at + 1);
        }
        let (digits, ending) = split(self.raw(at));
        let (hour, dotted) = match digits.split_once('.') {
            Some((hour, minute)) => (hour, Some(minute)),
            None => (digits, None),
        };
        let hour = small(hour).filter(|hour| *hour < 24)?;
        if self.gap(at + 1) == ":" && dotted.is_none() && ending.is_empty() {
            return self.after_colon(at, hour);
        }
        if let Some(after) = ending.strip_prefix(['h', 'H']).filter(|_| !self.english()) {
            // `10h35`, `17h`
            let minute = if after.is_empty() { Some(0) } else { minutes(after) }?;
            return Some(((hour, minute), at + 1));
        }
        let minute = dotted.map_or(Some(0), minutes)?;
        self.in_half_day(hour, minute, ending, at + 1).or_else(|| {
            let after_at = at.checked_sub(1).is_some_and(|before| self.is(before, Sense::At));
            let plain = dotted.is_some() && ending.is_empty() && after_at && !self.english();
            plain.then_some(((hour, minute), at + 1))
        })
    }

    /// The `six` of `at six in the morning`.
    fn spelled_hour(&self, at: usize) -> Option<u8> {
        let (milli, words) =
            self.number(at).filter(|_| self.raw(at).chars().all(char::is_alphabetic))?;
        let placed = at.checked_sub(1).is_some_and(|before| self.is(before, Sense::At));
        let hour = u8::try_from(milli / 1000).ok().filter(|hour| (1..=12).contains(hour))?;
        (placed && words == 1 && milli % 1000 == 0).then_some(hour)
    }

    /// The minutes of `6:35`, and what follows them.
    fn after_colon(&self, at: usize, hour: u8) -> Option<(Clock, usize)> {
        let (digits, ending) = split(self.raw(at + 1));
        let minute = minutes(digits)?;
        let seconds = self.gap(at + 2) == ":" && ending.is_empty();
        let (ending, next) = if seconds {
            let (digits, ending) = split(self.raw(at + 2));
            minutes(digits)?;
            (ending, at + 3)
        } else {
            (ending, at + 2)
        };
        let half_day = self.in_half_day(hour, minute, ending, next);
        half_day.or_else(|| ending.is_empty().then_some(((hour, minute), next)))
    }

    /// The time when `a.m.`, `in the afternoon` or `o'clock` says what the hour is.
    fn in_half_day(
        &self,
        hour: u8,
        minute: u8,
        ending: &str,
        next: usize,
    ) -> Option<(Clock, usize)> {
        if let Some((afternoon, next)) =
            self.meridiem(ending, next).or_else(|| self.part_of_day(ending, next))
        {
            let hour = match (afternoon, hour) {
                (true, 0..12) => hour + 12,
                (false, 12) => 0,
                _ => hour,
            };
            return Some(((hour, minute), next));
        }
        let hours = self.unit(next) == Some(Unit::Hour) && self.language.primary() == "ru";
        if let Some((afternoon, after)) =
            self.part_of_day(ending, next + 1).filter(|_| hours && self.spaced(next))
        {
            let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
            return Some(((hour, minute), after));
        }
        let oclock = ending.is_empty() && self.is(next, Sense::Oclock) && self.spaced(next);
        oclock.then_some(((hour, minute), next + 1))
    }

    /// `am`, `p.m.`: whether after noon, and the word after.
    fn meridiem(&self, ending: &str, next: usize) -> Option<(bool, usize)> {
        match ending.to_ascii_lowercase().as_str() {
            "am" | "a" => return Some((false, next)),
            "pm" | "p" => return Some((true, next)),
            "" => {}
            _ => return None,
        }
        if !self.spaced(next) {
            return None;
        }
        let pointed = self.gap(next + 1) == "." && self.raw(next + 1).eq_ignore_ascii_case("m");
        match fold(self.raw(next)).as_str() {
            "am" => Some((false, next + 1)),
            "pm" => Some((true, next + 1)),
            "a" if pointed => Some((false, next + 2)),
            "p" if pointed => Some((true, next + 2)),
            _ => None,
        }
    }

    /// `in the morning`, `de la tarde`, `утра`.
    fn part_of_day(&self, ending: &str, next: usize) -> Option<(bool, usize)> {
        let linked = self.is(next, Sense::On) || self.is(next, Sense::Of);
        let the = self.skip(next + usize::from(linked), Sense::The);
        let said = the > next + usize::from(linked) || self.language.primary() == "ru";
        let near = self.spaced(next) && self.spaced(the) && ending.is_empty();
        let part = self.part(the).filter(|_| said && near)?;
        Some((matches!(part, "TAF" | "TEV"), the + 1))
    }

    /// Past `EST`, `local time`, `Moscow time`.
    fn past_zone(&self, next: usize) -> usize {
        if !self.spaced(next) && self.gap(next).trim() != "." {
            return next;
        }
        let raw = self.raw(next);
        let printed = raw == "local" || raw.chars().all(char::is_uppercase);
        let zone = self.is(next, Sense::Zone) && printed;
        let time = self.is(next + 1, Sense::Time) && self.spaced(next + 1);
        match (zone, time) {
            (_, true) if zone || self.capital(next) => next + 2,
            (true, _) => next + 1,
            _ => next,
        }
    }
}

fn names_day(when: When) -> bool {
    match when {
        When::Weekday { .. }
        | When::WeekdayBeside { .. }
        | When::WeekdayOfMonth { .. }
        | When::DayOfMonth { .. }
        | When::Offset { unit: Unit::Day, .. } => true,
        When::Calendar { day, .. } => day.is_some(),
        _ => false,
    }
}

/// Figures and the letters written onto them.
fn split(raw: &str) -> (&str, &str) {
    let end = raw.find(|mark: char| mark.is_alphabetic()).unwrap_or(raw.len());
    raw.split_at_checked(end).unwrap_or((raw, ""))
}

fn small(digits: &str) -> Option<u8> {
    digits.parse().ok().filter(|_| (1..=2).contains(&digits.len()))
}

fn minutes(digits: &str) -> Option<u8> {
    digits.parse().ok().filter(|minute| digits.len() == 2 && *minute < 60)
}
