//! Words of time that are part of a name: `Sarmova Today`, `Sunday Times`, `Winter Olympics`.

use crate::timexes::{
    meaning::{Found, From, When},
    tokens::Line,
    vocabulary::{Sense, Unit},
};

/// Words a line needs to be told for a headline by its capitals.
const LEAST_HEADLINE: usize = 4;

impl Line<'_> {
    /// Whether `found` is read out of a name; `headline` says capitals mean nothing here.
    pub(super) fn in_name(&self, found: &Found, headline: bool) -> bool {
        let (first, last) = (found.first, found.next.saturating_sub(1));
        // `on “60 Minutes”`, where only names have capitals; `we hope to return one day`.
        if matches!(found.when, When::Length { .. }) && self.english() {
            let titled = last > first && self.capital(last) && !headline && !self.capital(first);
            if titled || self.is_some_day(found) {
                return true;
            }
        }
        if !self.capital(first) {
            return self.in_title(found, last);
        }
        let inside = self.spaced(first) && !headline;
        let one = first == last;
        let quoted = self.gap(first).ends_with(['«', '“', '"', '„'])
            && self.gap(last + 1).starts_with(['»', '”', '"', '“']);
        let named = match found.when {
            When::Offset { unit: Unit::Day, from: From::Published, .. } | When::Fixed(_) => {
                one && (inside || quoted || (self.is_set(first) && self.capital_next(last)))
            }
            _ => false,
        };
        named || self.in_title(found, last)
    }

    /// Whether `one day` is a day to come or gone that nobody names.
    fn is_some_day(&self, found: &Found) -> bool {
        let (first, last) = (found.first, found.next.saturating_sub(1));
        let one = last == first + 1
            && self.raw(first).eq_ignore_ascii_case("one")
            && self.raw(last) == "day"
            && self.spaced(last);
        let before = first.checked_sub(1).filter(|_| self.spaced(first));
        let pronoun = before.is_some_and(|before| {
            matches!(
                self.raw(before),
                "he" | "she"
                    | "they"
                    | "we"
                    | "I"
                    | "it"
                    | "will"
                    | "may"
                    | "might"
                    | "could"
                    | "would"
                    | "can"
            )
        });
        let clause = first == 0 || !self.gap(first).trim().is_empty();
        let subject = matches!(self.raw(last + 1), "he" | "she" | "they" | "we" | "I" | "it");
        one && (pronoun || (clause && subject && self.spaced(last + 1)))
    }

    fn in_title(&self, found: &Found, last: usize) -> bool {
        let the = found.first.checked_sub(1).is_some_and(|before| self.is(before, Sense::The));
        let titled = self.capital(last) && self.capital_next(last);
        match found.when {
            When::Weekday { .. } if found.first == last => {
                titled && (self.is(last + 1, Sense::Title) || the)
            }
            When::Season { .. } => titled && self.english(),
            _ => false,
        }
    }

    fn is_set(&self, at: usize) -> bool {
        self.find(at, |sense| matches!(sense, Sense::Set(_)).then_some(())).is_some()
    }

    fn capital_next(&self, at: usize) -> bool {
        self.spaced(at + 1) && self.capital(at + 1)
    }

    /// Whether most words of the line have a capital, as those of English headlines do.
    pub(super) fn is_headline(&self) -> bool {
        let capitals = self.tokens.iter().filter(|token| token.capital).count();
        self.len() >= LEAST_HEADLINE && capitals * 2 > self.len()
    }
}
