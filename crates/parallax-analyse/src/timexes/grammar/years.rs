//! Years, decades and centuries.

use crate::timexes::{
    meaning::{Found, When},
    tokens::{Line, YEARS},
    vocabulary::{Sense, Unit},
};
use parallax_language::{fold, is_stop_word, numbers};
use parallax_model::cut;

/// Years that stand bare in a text, with no preposition to mark them.
const BARE_YEARS: std::ops::RangeInclusive<i16> = 1900..=2050;

/// Years before this one need more to be told from a count.
const EARLY: i16 = 1800;

impl Line<'_> {
    /// A year that stands without a month: `in 2018`, `the 2024 vote`, `fiscal 1989`.
    pub(super) fn lone_year(&self, at: usize) -> Option<Found> {
        if let Some((year, next)) = self
            .spelled_year(at)
            .filter(|(_, next)| self.after_year_word(at) || self.is_century(at, *next))
        {
            return Some(Found::new(at, next, When::Year(year)));
        }
        if self.is(at, Sense::Fiscal) {
            let after = at + 1 + usize::from(self.unit(at + 1) == Some(Unit::Year));
            let year = self.year(after).filter(|_| self.spaced(after))?;
            return Some(Found::new(at, after + 1, When::Year(year)));
        }
        let start = self.skip_stage(at);
        let year = self.year(start)?;
        let word = !self.english() && self.joined(start + 1) && self.year_word(start + 1);
        if word || start > at {
            let next = start + 1 + usize::from(word);
            return Some(Found::new(at, next, When::Year(year)));
        }
        self.is_year(at, year).then(|| Found::new(at, at + 1, When::Year(year)))
    }

    /// `года` after a year in figures.
    pub(super) fn year_word(&self, at: usize) -> bool {
        self.unit(at) == Some(Unit::Year)
    }

    fn is_year(&self, at: usize, year: i16) -> bool {
        if self.measures(at) {
            return false;
        }
        let gap = self.gap(at);
        let before = at.checked_sub(1);
        let dashed = |gap: &str| matches!(gap.trim(), "-" | "–" | "—" | "/" | "~");
        let range = dashed(gap) && before.is_some_and(|before| self.year(before).is_some());
        let opens_range = dashed(self.gap(at + 1)) && self.opens_year_range(at + 1);
        if range || opens_range || gap.ends_with('(') {
            return true;
        }
        let before_is =
            |sense| gap.trim().is_empty() && before.is_some_and(|before| self.is(before, sense));
        if before_is(Sense::Strong) || before_is(Sense::Unit(Unit::Year)) {
            let early = year < EARLY && self.counts_what_follows(at);
            return !self.measured(at) && !early;
        }
        if before_is(Sense::Counts) || self.counts_what_follows(at) {
            return false;
        }
        // `of 1750`, `from 1600` count more often than they date.
        let early = year < EARLY && year % 50 == 0;
        BARE_YEARS.contains(&year) || before_is(Sense::Weak) && !early
    }

    /// `2014-19`, `2014-2019`.
    fn opens_year_range(&self, next: usize) -> bool {
        let raw = self.raw(next);
        self.year(next).is_some() || (raw.len() == 2 && raw.bytes().all(|b| b.is_ascii_digit()))
    }

    /// Whether signs around word `at` make it an amount, a model or part of a longer number.
    fn measures(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        let before = cut(self.text, 0..token.start).chars().next_back();
        let mut after = cut(self.text, token.end..self.text.len()).chars();
        let is_sign = |mark: char| numbers::sign(mark.encode_utf8(&mut [0; 4])).is_some();
        let leads = |mark: char| is_sign(mark) || matches!(mark, '.' | ':' | '+' | '_' | '#' | '№');
        let (mark, following) = (after.next(), after.next());
        let digit = following.is_some_and(|mark| mark.is_ascii_digit());
        let glued = |mark: char| matches!(mark, '.' | ',' | ':') && digit;
        before.is_some_and(leads) || mark.is_some_and(|mark| is_sign(mark) || glued(mark))
    }

    /// Whether a unit of measure follows: `in 2000 metres`.
    fn measured(&self, at: usize) -> bool {
        let word = fold(self.raw(at + 1));
        let people = matches!(word.as_str(), "people" | "men" | "women" | "человек");
        self.spaced(at + 1)
            && (people || numbers::unit(self.language, &[&word]).is_some())
            && !self.year_word(at + 1)
    }

    /// Whether a unit or a noun in the plural follows: `2000 votes`.
    fn counts_what_follows(&self, at: usize) -> bool {
        if self.measured(at) {
            return true;
        }
        let word = fold(self.raw(at + 1));
        let plural = self.english() && word.ends_with('s') && word.len() > 3;
        let round = self.year(at).is_some_and(|year| year % 50 == 0);
        if !round && self.is(at + 1, Sense::Yearly) && self.spaced(at + 1) {
            return false;
        }
        let owned = at.checked_sub(1).is_some_and(|before| self.is(before, Sense::YearOwner));
        let counted = plural && !self.capital(at + 1) && !is_stop_word(self.language, &word);
        self.spaced(at + 1) && counted && (round || !owned)
    }

    /// `nineteen ninety-six`, `two thousand and fifteen`.
    pub(super) fn spelled_year(&self, at: usize) -> Option<(i16, usize)> {
        let (milli, count) = self.number(at)?;
        let figures = |at| self.raw(at).starts_with(|mark: char| mark.is_ascii_digit());
        if figures(at) {
            return None;
        }
        let (whole, next) = (milli / 1000, at + count);
        let (year, next) = match whole {
            18..=20 => {
                let (rest, more) = self.number(next).filter(|_| self.joined(next))?;
                let rest = Some(rest / 1000).filter(|rest| (10..100).contains(rest));
                (whole * 100 + rest.filter(|_| !figures(next))?, next + more)
            }
            1900..=2050 => (whole, next),
            _ => return None,
        };
        let year = i16::try_from(year).ok().filter(|year| YEARS.contains(year))?;
        let counted = self.counts_what_follows(next.checked_sub(1)?);
        (!counted).then_some((year, next))
    }

    /// Whether `nineteen` and a number of two places make a year with no word before it.
    fn is_century(&self, at: usize, next: usize) -> bool {
        next > at + 1 && matches!(self.raw(at), "nineteen" | "eighteen")
    }

    fn after_year_word(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.is(before, Sense::Strong) || self.year_word(before) || self.month(before).is_some()
        })
    }

    /// `the 1990s`, `late 1970s`, `the '90s`, `the nineties`, `1990-е годы`.
    pub(super) fn decade(&self, at: usize) -> Option<Found> {
        let start = self.skip_stage(self.skip(at, Sense::The));
        if let Some(found) = self.years_of_decade(at, start) {
            return Some(found);
        }
        let (digits, next) =
            self.decade_in_words(start).or_else(|| self.decade_in_figures(start))?;
        Some(Found::new(at, next, When::Decade(digits)))
    }

    /// `les années 1990`, `los años noventa`, `la década de 1990`.
    fn years_of_decade(&self, at: usize, start: usize) -> Option<Found> {
        let years = self.is(start, Sense::Unit(Unit::Year)) && self.is(start, Sense::Plural);
        let decade = self.unit(start) == Some(Unit::Decade);
        let of = start + 1 + usize::from(self.is(start + 1, Sense::Of));
        if self.english() || !(years || decade) || !self.spaced(start + 1) || !self.spaced(of) {
            return None;
        }
        let named = self.find(of, |sense| match sense {
            Sense::Decade(digits) => Some(*digits),
            _ => None,
        });
        let round = self.year(of).filter(|year| year % 10 == 0).map(|year| year / 10);
        Some(Found::new(at, of + 1, When::Decade(named.or(round)?)))
    }

    fn decade_in_words(&self, at: usize) -> Option<(i16, usize)> {
        let digits = self.find(at, |sense| match sense {
            Sense::Decade(digits) => Some(*digits),
            _ => None,
        })?;
        let named = at
            .checked_sub(1)
            .is_some_and(|before| self.is(before, Sense::The) || self.is(before, Sense::Stage));
        named.then_some((digits, at + 1))
    }

    fn decade_in_figures(&self, at: usize) -> Option<(i16, usize)> {
        let raw = self.raw(at);
        let german = raw.strip_suffix("er").filter(|_| self.language.primary() == "de");
        if let Some(year) = german.and_then(|digits| digits.parse::<i16>().ok()) {
            let next = at + 1 + usize::from(self.year_word(at + 1) && self.joined(at + 1));
            let round = year % 10 == 0 && YEARS.contains(&year);
            return round.then_some((year / 10, next));
        }
        let digits = raw.trim_end_matches(['s', 'S', '’', '\'']);
        let year: i16 = digits.parse().ok()?;
        // `the 1990 s`, `the 1990's`
        let the = at
            .checked_sub(1)
            .is_some_and(|before| self.is(before, Sense::The) || self.is(before, Sense::Stage));
        let owner = the && matches!(self.gap(at + 1), "'" | "’");
        let owner = owner && !self.leads_noun(at + 1);
        let apart = self.english() && self.raw(at + 1) == "s";
        let apart = apart && (self.gap(at + 1) == " " || owner);
        let english = digits.len() < raw.len();
        if apart && year % 10 == 0 {
            return match digits.len() {
                4 if YEARS.contains(&year) => Some((year / 10, at + 2)),
                2 => Some((190 + year / 10, at + 2)),
                _ => None,
            };
        }
        let ending =
            !english && self.gap(at + 1) == "-" && matches!(self.raw(at + 1), "е" | "х" | "м");
        let kazakh = self.gap(at + 1) == "-" && self.raw(at + 1).starts_with("жылдар");
        let ending = ending || kazakh;
        let next = if english { at + 1 } else { at + 2 };
        let next = next + usize::from(ending && self.year_word(next));
        if (!english && !ending) || year % 10 != 0 {
            return None;
        }
        match digits.len() {
            4 if YEARS.contains(&year) => Some((year / 10, next)),
            2 if ending || self.gap(at).ends_with(['\'', '’', '‘']) => {
                Some((190 + year / 10, next))
            }
            _ => None,
        }
    }

    /// `the 19th century`.
    pub(super) fn century(&self, at: usize) -> Option<Found> {
        let start = self.skip_stage(self.skip(at, Sense::The));
        // `siglo XX`, `XX веке`
        if self.unit(start) == Some(Unit::Century) && self.spaced(start + 1) && !self.english() {
            let number = roman(self.raw(start + 1))?;
            return Some(Found::new(at, start + 2, When::Century(number - 1)));
        }
        if let Some(number) = roman(self.raw(start)).filter(|_| self.joined(start + 1)) {
            let named = self.unit(start + 1) == Some(Unit::Century);
            return named.then(|| Found::new(at, start + 2, When::Century(number - 1)));
        }
        let (number, next) = self.day(start)?;
        let named = self.unit(next) == Some(Unit::Century) && self.joined(next) && number > 1;
        named.then(|| Found::new(at, next + 1, When::Century(i16::from(number) - 1)))
    }

    /// Past `early`, `the end of`, `mid-`; `at` itself where there is none.
    pub(super) fn skip_stage(&self, at: usize) -> usize {
        let start = self.skip(at, Sense::The);
        let mut next = start + 1;
        if !self.is(start, Sense::Stage) || !self.joined(next) {
            return at;
        }
        if (self.is(next, Sense::Of) || self.is(next, Sense::On)) && self.spaced(next + 1) {
            next += 1;
        }
        self.skip(next, Sense::The)
    }

    /// Which part of its period `found` is by its first words: -1 early, 0 middle, 1 late.
    pub(in crate::timexes) fn edge(&self, found: &Found) -> Option<i8> {
        let mut words = found.first..found.next.min(found.first + 2);
        found.edge.or_else(|| {
            words.find_map(|at| {
                self.find(at, |sense| match sense {
                    Sense::Edge(edge) => Some(*edge),
                    _ => None,
                })
            })
        })
    }

    pub(super) fn unit(&self, at: usize) -> Option<Unit> {
        self.find(at, |sense| match sense {
            Sense::Unit(unit) => Some(*unit),
            _ => None,
        })
    }
}

/// A Roman number from two to 21, as centuries are told.
fn roman(raw: &str) -> Option<i16> {
    let mut total: i16 = 0;
    let mut last = 0;
    for letter in raw.chars().rev() {
        let value = match letter {
            'I' | 'І' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            _ => return None,
        };
        total = if value < last { total.checked_sub(value)? } else { total.checked_add(value)? };
        last = value;
    }
    (2..=21).contains(&total).then_some(total)
}
