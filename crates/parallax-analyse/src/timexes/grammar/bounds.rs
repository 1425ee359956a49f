//! Words that make a date the edge of a stretch: `since June`, `2018 or later`.

use crate::timexes::{
    meaning::Found,
    tokens::Line,
    vocabulary::{Bound, Sense, Unit},
};

/// Words between the bounding word and the date: `before the year 2019`.
const BETWEEN: usize = 3;

/// A date as an edge: what it bounds, and the words of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::timexes) struct Bounded {
    pub(in crate::timexes) bound: Bound,
    pub(in crate::timexes) first: usize,
    pub(in crate::timexes) next: usize,
}

impl Line<'_> {
    /// What the words around `found` make of it, where they bound a stretch.
    pub(in crate::timexes) fn bounded(&self, found: &Found) -> Option<Bounded> {
        if self.chinese_line() {
            return self.zh_bounded(found);
        }
        self.bound_behind(found).or_else(|| self.bound_before(found))
    }

    fn bound_before(&self, found: &Found) -> Option<Bounded> {
        let mut at = found.first;
        for _ in 0..=BETWEEN {
            if !self.spaced(at) {
                return None;
            }
            at = at.checked_sub(1)?;
            let said = self.find(at, |sense| match sense {
                Sense::Bound(bound) => Some(*bound),
                _ => None,
            });
            if let Some(bound) = said {
                return Some(Bounded { bound, first: at, next: found.next });
            }
            if let Some(bound) = self.compared(at) {
                return Some(Bounded { bound, first: at - 1, next: found.next });
            }
            let passes = [Sense::The, Sense::On, Sense::From, Sense::Unit(Unit::Year)];
            if !passes.into_iter().any(|sense| self.is(at, sense)) {
                return None;
            }
        }
        None
    }

    /// `later than`, `prior to`, at the second of the words.
    fn compared(&self, at: usize) -> Option<Bound> {
        let word = at.checked_sub(1).filter(|_| self.spaced(at))?;
        let before = self.raw(word).to_ascii_lowercase();
        let denied = word.checked_sub(1).is_some_and(|no| matches!(self.raw(no), "no" | "not"));
        if denied && self.raw(at) == "than" {
            return (before == "later").then_some(Bound::Until);
        }
        match (before.as_str(), self.raw(at)) {
            ("later" | "greater" | "more", "than") => Some(Bound::After),
            ("earlier" | "less", "than") | ("prior", "to") => Some(Bound::Before),
            ("late" | "up", "as" | "to") => Some(Bound::Until),
            _ => None,
        }
    }

    fn bound_behind(&self, found: &Found) -> Option<Bounded> {
        let link = found.next;
        let said = |at: usize| {
            self.find(at, |sense| match sense {
                Sense::BoundBehind(bound) => Some(*bound),
                _ => None,
            })
        };
        let linked = self.spaced(link) && matches!(self.raw(link), "or" | "and" | "или");
        let at = if linked { link + 1 } else { link };
        let alone = |at: usize| !self.spaced(at + 1) || self.short_word(at + 1);
        let bound = said(at).filter(|_| self.spaced(at) && alone(at))?;
        let plain = linked || self.raw(at).starts_with("onward");
        plain.then_some(Bounded { bound, first: found.first, next: at + 1 })
    }
}
