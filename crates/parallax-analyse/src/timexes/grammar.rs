//! Which words of a line are expressions of time.
//!
//! One grammar serves all languages: the tables say what a word can mean, the
//! readings here what meanings make an expression, in whichever order a
//! language puts them. The longest reading at a word wins.

pub(super) mod bounds;
mod calendar;
mod chinese;
mod clock;
mod dayparts;
mod figures;
mod holidays;
mod lengths;
mod names;
mod parts;
mod quarters;
pub(super) mod ranges;
mod relative;
mod slashes;
mod weekdays;
mod years;

use super::{
    meaning::{Found, When},
    tokens::Line,
    vocabulary::Sense,
};

/// Words that together stand for now.
const PHRASES: [(&[&str], &str); 5] = [
    (&["at", "the", "moment"], "PRESENT_REF"),
    (&["at", "present"], "PRESENT_REF"),
    (&["these", "days"], "PRESENT_REF"),
    (&["right", "now"], "PRESENT_REF"),
    (&["current", "date"], "PRESENT_REF"),
];

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
    for at in 1..found.len() {
        if let Some([first, second]) = found.get_mut(at - 1..=at) {
            line.share_year(first, second);
        }
    }
    found
}

impl Line<'_> {
    /// The longest expression that starts at word `at`.
    fn expression(&self, at: usize) -> Option<Found> {
        let token = self.tokens.get(at)?;
        if self.chinese_line() {
            return self.chinese(at);
        }
        let opens = self.opens(at) && (!self.only_leads(at) || self.opens(at + 1));
        if !opens {
            let named = || self.quarter(at).or_else(|| self.century(at));
            let named = token.capital.then(named).flatten();
            return named.or_else(|| self.week_around(at)).or_else(|| self.holiday(at));
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
            self.week_and_weekday(at),
            self.marked_short_date(at),
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
            self.reference_words(at),
            self.to_date(at),
            self.nth_part(at),
            self.week_number(at),
            self.week_around(at),
            self.day_of_month(at),
            self.left_of(at),
            self.running(at),
            self.twice_shifted(at),
            self.year_end(at),
            self.part_of_named_day(at),
        ];
        let mut best: Option<Found> = None;
        for reading in readings.into_iter().flatten() {
            if best.is_none_or(|best| best.next < reading.next) {
                best = Some(reading);
            }
        }
        best.map(|found| self.with_clock(found))
    }

    /// Whether word `at` can be the first of an expression.
    fn opens(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        token.number.is_some()
            || token.senses.iter().any(|sense| sense.opens())
            || self.raw(at).starts_with(|mark: char| mark.is_ascii_digit())
    }

    /// Whether word `at` opens an expression only for a word that does so itself: `the`, `in`.
    fn only_leads(&self, at: usize) -> bool {
        let leads = [Sense::The, Sense::A, Sense::At, Sense::In];
        self.tokens.get(at).is_some_and(|token| {
            let mut opening = token.senses.iter().filter(|sense| sense.opens());
            token.number.is_none() && opening.all(|sense| leads.contains(sense))
        }) && !self.raw(at).starts_with(|mark: char| mark.is_ascii_digit())
    }

    /// `the future`, where no noun follows.
    fn reference_noun(&self, at: usize) -> Option<Found> {
        let noun = at + 1 + usize::from(matches!(self.raw(at + 1), "near" | "immediate"));
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
            // `current rules`, `future talks`.
            Sense::Attribute(value) if self.leads_noun(at) => {
                Some(Found::new(at, at + 1, When::Fixed(value)))
            }
            _ => None,
        })
    }

    /// Whether a noun follows that the adjective at `at` says something of.
    pub(super) fn leads_noun(&self, at: usize) -> bool {
        let next = at + 1;
        self.spaced(next)
            && self.unit(next).is_none()
            && !self.short_word(next)
            && !self.capital(at)
    }

    /// `at the moment`, `these days`, `right now`.
    fn reference_words(&self, at: usize) -> Option<Found> {
        let said = PHRASES.iter().filter(|(words, _)| {
            words.iter().enumerate().all(|(by, word)| {
                (by == 0 || self.spaced(at + by)) && self.raw(at + by).eq_ignore_ascii_case(word)
            })
        });
        let (words, value) = said.max_by_key(|(words, _)| words.len())?;
        self.english().then(|| Found::new(at, at + words.len(), When::Fixed(value)))
    }

    /// `till date`, `from March to date`.
    fn to_date(&self, at: usize) -> Option<Found> {
        let led = at.checked_sub(1).filter(|_| self.raw(at) == "date" && self.spaced(at))?;
        let up = led.checked_sub(1).is_some_and(|before| self.raw(before) == "up");
        let said = matches!(self.raw(led), "to" | "till" | "until") && !up && self.english();
        let ends = self.ends_clause(at + 1) && self.raw(at + 1) != "from";
        (said && ends).then(|| Found::new(at, at + 1, When::Fixed("PRESENT_REF")))
    }

    /// Past word `at` if it has `sense` and a word follows it.
    fn skip(&self, at: usize, sense: Sense) -> usize {
        if self.is(at, sense) && self.joined(at + 1) { at + 1 } else { at }
    }
}
