//! Units, signs and qualifiers around a number.

use super::Line;
use parallax_language::{
    Language, fold,
    numbers::{self, Number},
};
use parallax_model::cut;
use std::{collections::BTreeMap, sync::LazyLock};

/// Words between the ends of a change: `с 10 тысяч рублей до 20`.
const CHANGE_REACH: usize = 5;

/// Words in the longest name of a unit.
const LONGEST_UNIT: usize = 3;

/// Letters before a currency sign that belong to it: the `US` of `US$`.
const SIGN_LETTERS: usize = 2;

impl Line<'_> {
    /// The currency of the sign before byte `start`, and where the sign starts.
    pub(super) fn sign_before(&self, start: usize) -> Option<(&'static str, usize)> {
        let before = cut(self.text, 0..start);
        let before = before.strip_suffix(['\u{00A0}', '\u{202F}', ' ']).unwrap_or(before);
        let mark = before.chars().next_back()?;
        let sign_start = before.len() - mark.len_utf8();
        let letters = cut(before, 0..sign_start)
            .char_indices()
            .rev()
            .take(SIGN_LETTERS)
            .take_while(|(_, letter)| letter.is_ascii_uppercase())
            .last();
        let whole = letters.map(|(at, _)| at).and_then(|at| {
            let sign = cut(before, at..before.len());
            Some((numbers::sign(sign)?, at))
        });
        let plain = || {
            let sign = cut(before, sign_start..before.len());
            let leads = !matches!(mark, '%' | '٪' | '％' | '°');
            Some((numbers::sign(sign).filter(|_| leads)?, sign_start))
        };
        whole.or_else(plain)
    }

    /// The unit after `number`, and where it ends: `%`, `km`, `per cent`, `of a point`.
    pub(super) fn unit_after(&self, number: &Number) -> Option<(&'static str, usize)> {
        let end = number.range.end;
        let rest = cut(self.text, end..self.text.len());
        let near = rest.strip_prefix(['\u{00A0}', '\u{202F}', ' ']).unwrap_or(rest);
        let mark = near.chars().next()?;
        if let Some(unit) = numbers::sign(mark.encode_utf8(&mut [0; 4])) {
            return Some((unit, self.text.len() - near.len() + mark.len_utf8()));
        }
        if let Some(attached) = self.attached_unit(end) {
            return Some(attached);
        }
        let next = self.word_from(end);
        if !self.gap_to(end, next).is_some_and(joins) {
            return None;
        }
        self.unit_at(next).or_else(|| self.unit_behind(number, next))
    }

    /// The `km` of `12km`.
    fn attached_unit(&self, end: usize) -> Option<(&'static str, usize)> {
        let at = self.words.partition_point(|word| word.end <= end);
        let word = self.words.get(at).filter(|word| word.start < end)?;
        let letters = fold(cut(self.text, end..word.end));
        let (unit, _) = numbers::unit(self.language, &[&letters])?;
        Some((unit, word.end))
    }

    /// The unit whose name starts at word `at`.
    fn unit_at(&self, at: usize) -> Option<(&'static str, usize)> {
        let mut folded = Vec::new();
        for next in at..at + LONGEST_UNIT {
            if next >= self.words.len() {
                break;
            }
            let end = next.checked_sub(1).and_then(|before| self.words.get(before)).map(|w| w.end);
            if next > at && !end.and_then(|end| self.gap_to(end, next)).is_some_and(joins) {
                break;
            }
            folded.push(fold(self.bare(next)));
        }
        let words: Vec<&str> = folded.iter().map(String::as_str).collect();
        let (unit, count) = numbers::unit(self.language, &words)?;
        Some((unit, self.words.get(at + count - 1)?.end))
    }

    /// The unit behind an adjective (`Kenyan shillings`) or a fraction (`half an hour`,
    /// `a quarter of a point`).
    fn unit_behind(&self, number: &Number, next: usize) -> Option<(&'static str, usize)> {
        let word = fold(self.raw(next));
        let end = self.words.get(next)?.end;
        let spaced = |end: usize, at: usize| self.gap_to(end, at).is_some_and(|gap| gap == " ");
        if number.spelled && number.milli < 1000 {
            let article = next + usize::from(word == "of");
            let article_end = self.words.get(article)?.end;
            let articled =
                matches!(self.raw(article), "a" | "an") && spaced(article_end, article + 1);
            return self.unit_at(article + 1).filter(|_| articled);
        }
        if word == "de" {
            return self.unit_at(next + 1).filter(|_| spaced(end, next + 1));
        }
        let measured = counting_words(self.language, "measured").contains(&word);
        let adjective = self.raw(next).starts_with(char::is_uppercase);
        let (unit, unit_end) = self.unit_at(next + 1).filter(|_| spaced(end, next + 1))?;
        let (base, _) = numbers::base_unit(unit)?;
        let money = base == unit && numbers::base_unit(base).is_some_and(|(_, one)| one == 1000);
        (measured || (adjective && money)).then_some((unit, unit_end))
    }

    /// Word `at` without the French `d'` written onto it.
    pub(super) fn bare(&self, at: usize) -> &str {
        let raw = self.raw(at);
        let bare = raw.strip_prefix("d'").or_else(|| raw.strip_prefix("d’"));
        bare.filter(|_| self.language.primary() == "fr").unwrap_or(raw)
    }

    /// Whether `to` stands before byte `start` and is no bound: `it grew from 10 to 20`.
    pub(super) fn leads_to(&self, start: usize, ranged: bool) -> bool {
        let before = self.words.partition_point(|word| word.end <= start);
        let to = matches!(self.word_before(start).as_str(), "до" | "bis" | "hasta" | "até");
        let figures = |at: usize| self.raw(at).starts_with(|mark: char| mark.is_ascii_digit());
        let number = (before.saturating_sub(CHANGE_REACH)..before).rev().find(|at| figures(*at));
        let from = number.and_then(|at| self.words.get(at));
        to && !ranged && from.is_some_and(|from| self.follows_from(from.start))
    }

    /// Whether `from` stands before byte `start`: two ends of a change, no range.
    pub(super) fn follows_from(&self, start: usize) -> bool {
        matches!(self.word_before(start).as_str(), "from" | "с" | "со" | "desde" | "de" | "von")
    }

    /// Whether `between` stands before byte `start`.
    pub(super) fn follows_between(&self, start: usize) -> bool {
        matches!(self.word_before(start).as_str(), "between" | "между" | "entre" | "zwischen")
    }

    /// The folded word before byte `start`.
    fn word_before(&self, start: usize) -> String {
        let before = self.words.partition_point(|word| word.end <= start);
        before.checked_sub(1).map(|at| fold(self.raw(at))).unwrap_or_default()
    }
}

/// Whether a gap keeps a number and its unit together.
fn joins(gap: &str) -> bool {
    matches!(gap, "" | " " | "-" | "\u{00A0}" | "\u{202F}" | "\u{2009}" | ". " | ".-")
}

/// The words that `language` puts before a noun it counts, or that count the noun before them.
pub(super) fn counting_words(language: Language, class: &str) -> &'static [String] {
    static WORDS: LazyLock<BTreeMap<(&'static str, &'static str), Vec<String>>> =
        LazyLock::new(|| {
            include_str!("../../data/dates/counted.tsv")
                .lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| {
                    let mut cells = line.split('\t');
                    let key = (cells.next()?, cells.next()?);
                    Some((key, cells.next()?.split(' ').map(fold).collect()))
                })
                .collect()
        });
    WORDS
        .iter()
        .find(|((of, kind), _)| *of == language.primary() && *kind == class)
        .map_or(&[], |(_, words)| words.as_slice())
}
