//! Numbers that count nothing: ages, days of months, hours and vague shares.

use super::Line;
use parallax_language::{
    calendar, fold,
    numbers::{Number, base_unit},
};

/// The oldest age that is said as a bare number.
const OLDEST: i128 = 120;

/// Words before `at` that speak of a level, so that no hour follows: `the toll stood at seven`.
const LEVELS: &[&str] = &[
    "stood",
    "stands",
    "stand",
    "standing",
    "put",
    "puts",
    "remained",
    "remains",
    "remain",
    "stayed",
    "stays",
    "estimated",
    "set",
    "held",
    "valued",
    "capped",
    "fixed",
    "kept",
    "still",
    "now",
    "toll",
    "count",
    "number",
    "total",
    "limited",
    "steady",
    "unchanged",
    "peaked",
];

impl Line<'_> {
    /// Whether `number` is an age, a day of a month, an hour, or a share of nothing named.
    pub(super) fn counts_nothing(&self, number: &Number) -> bool {
        self.is_age(number)
            || self.is_day_of_month(number)
            || self.is_hour(number)
            || self.is_vague_share(number)
    }

    /// `36-year-old`, `12 years old`, `aged 45`, `Ana Hill, 21,`, `36-летний`.
    fn is_age(&self, number: &Number) -> bool {
        let years = number.milli / 1000;
        if number.milli % 1000 != 0 || !(1..=OLDEST).contains(&years) {
            return false;
        }
        let next = self.word_after(number);
        let first = self.folded(next);
        let old = matches!(self.folded(next + 1).as_str(), "old" | "olds") && self.near(next + 1);
        let said = matches!(self.before(number, 0).as_str(), "aged" | "age" | "ages" | "возрасте");
        let said = said || (self.before(number, 0) == "of" && self.before(number, 1) == "age");
        let russian = first.starts_with("летн") && self.gap_to(number.range.end, next) == Some("-");
        old || russian || (said && self.touches(number)) || self.stands_by_name(number)
    }

    /// A number between commas behind a name or a noun.
    fn stands_by_name(&self, number: &Number) -> bool {
        let Some(before) = self.index_before(number) else { return false };
        let gap = self
            .words
            .get(before)
            .and_then(|word| self.text.get(word.end..number.range.start).map(str::trim));
        let name = self.raw(before).starts_with(char::is_uppercase);
        let end = self
            .unit_after(number)
            .filter(|(unit, _)| base_unit(unit).is_some_and(|(base, _)| base == "month"))
            .map_or(number.range.end, |(_, end)| end);
        let rest = self.text.get(end..).unwrap_or_default();
        let next = self.raw(self.word_from(end));
        let listed = next.starts_with(|mark: char| mark.is_ascii_digit());
        let noun = self.raw(before).chars().all(char::is_alphabetic);
        let closed = rest.starts_with(',') && noun || rest.starts_with('.') && name;
        gap == Some(",") && !number.spelled && closed && !listed
    }

    /// `October 30`, `30 October`: what was read as no date is still no count.
    fn is_day_of_month(&self, number: &Number) -> bool {
        let day = number.milli % 1000 == 0 && (1..=31).contains(&(number.milli / 1000));
        if !day || number.spelled || self.unit_after(number).is_some() {
            return false;
        }
        let next = self.word_after(number);
        let before = self.index_before(number).is_some_and(|at| self.is_month(at));
        let after = self.gap_to(number.range.end, next).is_some_and(|gap| gap == " ");
        (before && self.touches(number)) || (after && self.is_month(next))
    }

    fn is_month(&self, at: usize) -> bool {
        let capital = self.raw(at).starts_with(char::is_uppercase);
        let printed = capital || self.language.primary() != "en";
        printed && calendar::month(self.language, &self.folded(at)).is_some()
    }

    /// `six in the morning`, `ten o'clock`, `9 p.m.`, `at six`, `шесть утра`.
    fn is_hour(&self, number: &Number) -> bool {
        let hour = number.milli % 1000 == 0 && (0..=24).contains(&(number.milli / 1000));
        if !hour {
            return false;
        }
        let next = self.word_after(number);
        let part = |at: usize| {
            matches!(
                self.folded(at).as_str(),
                "morning" | "afternoon" | "evening" | "утра" | "дня" | "вечера" | "ночи"
            )
        };
        let marked = match self.folded(next).as_str() {
            "o'clock" | "am" | "pm" | "a.m" | "p.m" | "утра" | "вечера" | "ночи" => {
                true
            }
            "a" | "p" => self.folded(next + 1) == "m",
            "in" => self.folded(next + 1) == "the" && part(next + 2),
            "at" => self.folded(next + 1) == "night",
            "час" | "часа" | "часов" => part(next + 1),
            _ => false,
        };
        let placed = self.before(number, 0) == "at"
            && self.touches(number)
            && !LEVELS.contains(&self.before(number, 1).as_str());
        (marked && self.near(next)) || (placed && self.is_bare(number))
    }

    /// Whether nothing follows that `number` could count.
    fn is_bare(&self, number: &Number) -> bool {
        let unit = self.unit_after(number).is_some();
        let ranged =
            self.text.get(number.range.end..).is_some_and(|rest| rest.starts_with(['-', '–']));
        !unit && !ranged && self.noun_after(number).is_empty()
    }

    /// `half of what it asked`.
    fn is_vague_share(&self, number: &Number) -> bool {
        let next = self.word_after(number);
        let of = matches!(self.folded(next).as_str(), "of" | "от" | "из") && self.near(next);
        let vague = matches!(
            self.folded(next + usize::from(of)).as_str(),
            "what" | "that" | "which" | "whatever" | "it" | "this" | "того" | "этого"
        );
        number.spelled && number.milli < 1000 && vague
    }

    fn word_after(&self, number: &Number) -> usize {
        self.word_from(number.range.end)
    }

    fn index_before(&self, number: &Number) -> Option<usize> {
        self.words.partition_point(|word| word.end <= number.range.start).checked_sub(1)
    }

    /// The folded word before `number`, `skipped` words further back.
    fn before(&self, number: &Number, skipped: usize) -> String {
        let at = self.index_before(number).and_then(|at| at.checked_sub(skipped));
        at.map(|at| self.folded(at)).unwrap_or_default()
    }

    /// Whether only a space stands between `number` and the word before it.
    fn touches(&self, number: &Number) -> bool {
        let end = self.index_before(number).and_then(|at| self.words.get(at)).map(|word| word.end);
        let gap = end.and_then(|end| self.text.get(end..number.range.start));
        gap.is_some_and(|gap| matches!(gap, " " | ". " | "\u{00A0}"))
    }

    /// Whether a space or a hyphen stands before word `at`.
    fn near(&self, at: usize) -> bool {
        let end = at.checked_sub(1).and_then(|before| self.words.get(before)).map(|word| word.end);
        let gap = end.and_then(|end| self.gap_to(end, at));
        gap.is_some_and(|gap| matches!(gap, "" | " " | "-" | "\u{00A0}"))
    }

    fn folded(&self, at: usize) -> String {
        fold(self.raw(at))
    }
}
