//! Lengths of time, and distances measured by them.

use crate::timexes::{
    meaning::{Found, From, When},
    tokens::Line,
    vocabulary::{Sense, Side, Unit},
};
use jiff::civil::Weekday;

/// Units further away than this are no distance a page means.
const FARTHEST: i128 = 10_000;

/// The value of what comes round every week.
pub(super) const fn weekly(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "XXXX-WXX-1",
        Weekday::Tuesday => "XXXX-WXX-2",
        Weekday::Wednesday => "XXXX-WXX-3",
        Weekday::Thursday => "XXXX-WXX-4",
        Weekday::Friday => "XXXX-WXX-5",
        Weekday::Saturday => "XXXX-WXX-6",
        Weekday::Sunday => "XXXX-WXX-7",
    }
}

/// What comes round every year.
const YEARLY: [&str; 12] = [
    "XXXX-01", "XXXX-02", "XXXX-03", "XXXX-04", "XXXX-05", "XXXX-06", "XXXX-07", "XXXX-08",
    "XXXX-09", "XXXX-10", "XXXX-11", "XXXX-12",
];

/// A number of units.
#[derive(Clone, Copy)]
struct Amount {
    /// Thousandths; `None` is some.
    milli: Option<i128>,
    unit: Unit,
    next: usize,
}

impl Line<'_> {
    /// `60 hours`, `the past two months`, `for a week`, `10-year`; of `8-month-old` that it is an age.
    pub(super) fn length(&self, at: usize) -> Option<Found> {
        let amount = self.amount_with_words(at)?;
        let old = self.is(amount.next, Sense::Old) && self.joined(amount.next);
        let aged =
            at.checked_sub(1).is_some_and(|before| matches!(self.raw(before), "aged" | "возрасте"));
        if old || aged {
            return Some(Found::new(at, amount.next + 1, When::Age));
        }
        let article = self.is(at, Sense::A) && amount.next == at + 2;
        let (unit, milli) = (amount.unit, amount.milli);
        let when = match self.rolling_side(at) {
            Some(side) => When::Rolling { unit, milli, side },
            None => When::Length { unit, milli },
        };
        (!article || self.after_time_word(at)).then(|| Found::new(at, amount.next, when))
    }

    /// `the last 24 hours`: an amount behind `the`, `last`, `next`.
    fn amount_with_words(&self, at: usize) -> Option<Amount> {
        let the = self.skip(at, Sense::The);
        let rolling = self.skip(the, Sense::Rolling);
        let counted = self.number(rolling).is_some()
            || self.is(rolling, Sense::Few)
            || self.is(rolling, Sense::Couple);
        // `the nine months` and `the past few days`, but not `the year`.
        if rolling > at && !counted {
            return None;
        }
        self.amount(rolling)
    }

    /// Whether `last` or `next` stands first, after `the`: the side of today the length lies on.
    fn rolling_side(&self, at: usize) -> Option<i8> {
        let first = at + usize::from(self.is(at, Sense::The));
        // `the 10 previous weeks`: the word stands behind its number.
        let behind = self.number(first).map_or(first, |(_, words)| first + words);
        let word = if self.is(first, Sense::Rolling) { first } else { behind };
        let side = self.shift(word).filter(|side| *side != 0)?;
        self.is(word, Sense::Rolling).then_some(side)
    }

    /// `for years`, `within weeks`.
    pub(super) fn bare_plural(&self, at: usize) -> Option<Found> {
        let unit = self.unit(at).filter(|_| self.is(at, Sense::Plural))?;
        let lasting = at.checked_sub(1).is_some_and(|before| self.is(before, Sense::Lasting));
        let when = When::Length { unit, milli: None };
        (lasting && self.spaced(at) && unit != Unit::Quarter).then(|| Found::new(at, at + 1, when))
    }

    /// `two`, `a couple of`, `several`, `half an`, and a unit.
    fn amount(&self, at: usize) -> Option<Amount> {
        let (milli, counted) = self.count(at)?;
        // `the 10 previous weeks`
        let shifted = self.is(counted, Sense::Rolling)
            && self.is(counted + 1, Sense::Plural)
            && self.spaced(counted + 1);
        let shifted = counted + usize::from(shifted);
        let more = self.skip(self.skip(shifted, Sense::More), Sense::More);
        let unit = self.unit(more).filter(|_| self.joined(more) && self.joined(counted))?;
        let article = self.is(at, Sense::A) && counted == at + 1;
        // `the 1988 quarter`, `1988 second quarter`: a year, and what is told of it.
        if self.year(at).is_some() && (unit == Unit::Year || !self.is(more, Sense::Plural)) {
            return None;
        }
        if unit == Unit::Weekend || (article && matches!(unit, Unit::Second | Unit::Quarter)) {
            return None;
        }
        let (half, next) = self.and_a_half(more + 1);
        Some(Amount { milli: milli.map(|milli| milli.saturating_add(half)), unit, next })
    }

    /// How many, in thousandths; `None` for `several`.
    fn count(&self, at: usize) -> Option<(Option<i128>, usize)> {
        if let Some((milli, count)) = self.number(at) {
            let next = at + count;
            let and = self.is(next, Sense::And) && self.spaced(next);
            let second = next + usize::from(and);
            let ranged = and || matches!(self.gap(next), "-" | "–");
            return Some(match self.number(second).filter(|_| ranged && self.joined(second)) {
                Some((_, more)) => (Some(milli), second + more),
                None => (Some(milli), next),
            });
        }
        if self.is(at, Sense::Half) && self.is(at + 1, Sense::A) && self.spaced(at + 1) {
            return Some((Some(500), at + 2));
        }
        let after = self.skip(at, Sense::A);
        if self.is(after, Sense::Couple) {
            return Some((Some(2000), self.skip(after + 1, Sense::Of)));
        }
        if self.is(after, Sense::Few) {
            return Some((None, after + 1));
        }
        (after > at).then_some((Some(1000), after))
    }

    /// `a day and a half`.
    fn and_a_half(&self, next: usize) -> (i128, usize) {
        let words = self.is(next, Sense::And) && self.is(next + 1, Sense::A);
        let said = words && self.is(next + 2, Sense::Half);
        if said && self.spaced(next) && self.spaced(next + 2) { (500, next + 3) } else { (0, next) }
    }

    /// `two years ago`, `a day earlier`, `hace dos años`, `3 minutes from now`.
    pub(super) fn distance(&self, at: usize) -> Option<Found> {
        if self.is(at, Sense::Ago(Side::Before)) && self.spaced(at + 1) {
            let amount = self.amount(at + 1)?;
            return Some(
                Found::new(at, amount.next, offset(amount, -1, From::Published)).counted(),
            );
        }
        if self.french_ago(at) {
            let amount = self.amount(at + 3)?;
            let when = offset(amount, -1, From::Published);
            return Some(Found::new(at, amount.next, when).counted());
        }
        if self.is(at, Sense::In) && self.spaced(at + 1) {
            let amount = self.amount(at + 1).or_else(|| self.bare(at + 1))?;
            let When::Offset { unit, by, .. } = offset(amount, 1, From::Published) else {
                return None;
            };
            let from = self.past_from_now(amount.next);
            let next = from.unwrap_or(amount.next);
            return Some(Found::new(at, next, When::Ahead { unit, by }));
        }
        let amount = self.amount(at).or_else(|| self.bare(at))?;
        let next = amount.next;
        if !self.spaced(next) && self.gap(next) != "-" {
            return None;
        }
        if self.is(next, Sense::Ago(Side::After)) {
            return Some(Found::new(at, next + 1, offset(amount, -1, From::Ago)).counted());
        }
        if let Some(after) = self.past_from_now(next) {
            return Some(Found::new(at, after, offset(amount, 1, From::Published)).counted());
        }
        if self.is(next, Sense::From) && self.spaced(next + 1) && self.day_at(next + 1) {
            return Some(Found::new(at, next + 1, offset(amount, 1, From::Event)));
        }
        // `deux jours plus tôt`
        let french = match (self.raw(next), self.raw(next + 1)) {
            ("plus", "tôt") => Some(-1),
            ("plus", "tard") => Some(1),
            _ => None,
        };
        if let Some(side) = french {
            return Some(Found::new(at, next + 2, offset(amount, side, From::Anchor)));
        }
        let side = match (self.is(next, Sense::Before), self.is(next, Sense::After)) {
            _ if self.is(next, Sense::Event) => return None,
            (true, _) => -1,
            (_, true) => 1,
            _ => return None,
        };
        Some(Found::new(at, next + 1, offset(amount, side, From::Anchor)))
    }

    /// `il y a`
    fn french_ago(&self, at: usize) -> bool {
        let words = [self.raw(at), self.raw(at + 1), self.raw(at + 2)];
        self.language.primary() == "fr"
            && matches!(words, ["il" | "Il", "y", "a"])
            && self.spaced(at + 3)
    }

    /// Past `from now`, `from today`.
    fn past_from_now(&self, next: usize) -> Option<usize> {
        let said = self.is(next, Sense::From) && self.is(next + 1, Sense::Now);
        (said && self.spaced(next) && self.spaced(next + 1)).then_some(next + 2)
    }

    /// `two days after the storm`: a distance from what the words after it name.
    pub(super) fn event_distance(&self, at: usize) -> Option<Found> {
        let amount = self.amount(at).filter(|amount| amount.milli.is_some())?;
        let next = amount.next;
        if !self.spaced(next) || !self.is(next, Sense::Event) {
            return None;
        }
        let side = if self.is(next, Sense::Before) { -1 } else { 1 };
        Some(Found::new(at, next + 1, offset(amount, side, From::Event)))
    }

    /// Whether the language has articles, so that a bare unit is not one of it.
    pub(super) fn articled(&self) -> bool {
        matches!(self.language.primary(), "en" | "es" | "de" | "fr" | "pt" | "it")
    }

    /// A unit that stands for one of it, where there are no articles: `год назад`, `year-earlier`.
    fn bare(&self, at: usize) -> Option<Amount> {
        let articled = self.articled();
        let unit = self
            .unit(at)
            .filter(|unit| *unit != Unit::Weekend && (!articled || self.gap(at + 1) == "-"))?;
        Some(Amount { milli: Some(1000), unit, next: at + 1 })
    }

    /// `every day`, `each month`, `every Thursday`.
    pub(super) fn repeated(&self, at: usize) -> Option<Found> {
        if self.is(at, Sense::Every) && self.spaced(at + 1) {
            let month = self.month(at + 1).map(usize::from);
            let yearly = || month.and_then(|month| YEARLY.get(month.checked_sub(1)?).copied());
            if let Some(value) = self.weekday_name(at + 1).map(weekly).or_else(yearly) {
                return Some(Found::new(at, at + 2, When::Fixed(value)));
            }
        }
        let unit =
            self.unit(at + 1).filter(|_| self.is(at, Sense::Every) && self.spaced(at + 1))?;
        let plain = unit != Unit::Weekend && !self.is(at + 1, Sense::Plural);
        plain.then(|| Found::new(at, at + 2, When::Every(unit)))
    }
}

fn offset(amount: Amount, side: i32, from: From) -> When {
    let whole = amount.milli.filter(|milli| milli % 1000 == 0 && milli / 1000 <= FARTHEST);
    match whole.and_then(|milli| i32::try_from(milli / 1000).ok()) {
        Some(by) => When::Offset { unit: amount.unit, by: by * side, from },
        None => When::Fixed(if side < 0 { "PAST_REF" } else { "FUTURE_REF" }),
    }
}
