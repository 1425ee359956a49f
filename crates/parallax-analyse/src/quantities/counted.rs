//! What a number counts.

use super::{Line, surroundings::counting_words};
use parallax_language::{
    fold, is_stop_word,
    numbers::{Number, base_unit},
    stem,
};

/// Words looked through for the noun; English seldom puts more adjectives before it.
const REACH: usize = 4;

impl Line<'_> {
    /// The stem of what is counted; empty when unclear.
    pub(super) fn counted(&self, number: &Number, last: &Number, unit: &str, end: usize) -> String {
        let after = self.word_from(end);
        let of = matches!(fold(self.raw(after)).as_str(), "of" | "de");
        let timed = base_unit(unit).is_some_and(|(base, _)| matches!(base, "second" | "month"));
        let noun = if unit.is_empty() {
            self.scale_noun(number).unwrap_or_else(|| self.noun_after(last))
        } else if of && !timed && self.gap_to(end, after) == Some(" ") {
            self.noun_from(after + 1, end)
        } else {
            return String::new();
        };
        let noun = if noun.is_empty() { self.noun_before(number) } else { noun };
        if noun.is_empty() { noun } else { stem(self.language, &noun) }
    }

    /// What a Chinese measure word counts: the people of `20名工人`.
    fn measured_noun(&self, end: usize) -> Option<String> {
        let mut letters = self.text.get(end..)?.chars();
        let measure = letters.next()?;
        let mut known = counting_words(self.language, "measure").iter();
        let noun = known.find_map(|pair| pair.strip_prefix(measure));
        noun.map(str::to_owned)
    }

    /// The noun after `number`: `17 crew`, `three of the victims`, `2,300 job losses`.
    pub(super) fn noun_after(&self, number: &Number) -> String {
        if self.language.primary() == "zh" {
            return self.measured_noun(number.range.end).unwrap_or_default();
        }
        let next = self.word_from(number.range.end);
        let hyphened = self.gap_to(number.range.end, next) == Some("-");
        let of = matches!(fold(self.raw(next)).as_str(), "of" | "de" | "из");
        let first = if of { next + 1 } else { next };
        let article = matches!(
            fold(self.raw(first)).as_str(),
            "the" | "its" | "his" | "her" | "our" | "their" | "all" | "las" | "los" | "всех"
        );
        let first = if of && article { first + 1 } else { first };
        // `half of Osk's 400 lorries`
        let figures = |at: usize| self.raw(at).starts_with(|mark: char| mark.is_ascii_digit());
        let owner = self.raw(first).ends_with(['s', '’', '\'']) && figures(first + 1);
        let first = first + usize::from(of && owner);
        let first = first + usize::from(of && figures(first));
        if hyphened { String::new() } else { self.noun_from(first, number.range.end) }
    }

    /// The first plural among the words from `first` on, else the first word.
    fn noun_from(&self, first: usize, from: usize) -> String {
        let skipped = counting_words(self.language, "skip");
        let people = counting_words(self.language, "people");
        let acts = counting_words(self.language, "act");
        let mut words: Vec<String> = Vec::new();
        let before = first.checked_sub(1).and_then(|before| self.words.get(before));
        let mut end = before.map_or(from, |word| word.end.max(from));
        for at in first..first + REACH {
            let word = fold(self.bare(at));
            let letters = word.chars().next().is_some_and(char::is_alphabetic);
            let gap = self.gap_to(end, at);
            // `5 тыс. домов`: the point is of the short scale word.
            let short = at == first
                && self.language.primary() != "en"
                && gap == Some(". ")
                && self.raw(at).starts_with(char::is_lowercase);
            if !letters || !(short || matches!(gap, Some(" " | "-" | "\u{00A0}"))) {
                break;
            }
            if people.contains(&word) {
                return word;
            }
            if is_stop_word(self.language, &word) && !skipped.contains(&word) {
                break;
            }
            end = self.words.get(at).map_or(end, |word| word.end);
            let capital = self.raw(at).starts_with(char::is_uppercase);
            // German nouns have capitals, and what else stands there none.
            if self.language.primary() == "de" {
                if capital {
                    return word;
                }
                continue;
            }
            if skipped.contains(&word) || (capital && words.is_empty()) || self.is_modifier(&word) {
                continue;
            }
            if acts.contains(&word)
                && let Some(object) = words.pop()
            {
                return object;
            }
            if self.is_plural(&word) {
                return word;
            }
            words.push(word);
        }
        words.into_iter().next().unwrap_or_default()
    }

    fn is_plural(&self, word: &str) -> bool {
        match self.language.primary() {
            "en" => word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"),
            "es" | "pt" => word.len() > 3 && word.ends_with('s'),
            _ => true,
        }
    }

    /// Adverbs and participles in English, and Russian adjectives, stand between number and noun.
    fn is_modifier(&self, word: &str) -> bool {
        let endings: &[&str] = match self.language.primary() {
            "en" => &["ly", "ed"],
            "ru" => &["ых", "их", "ого", "ные", "ный"],
            _ => &[],
        };
        endings.iter().any(|ending| word.ends_with(ending))
    }

    fn has_decimals(&self, number: &Number) -> bool {
        let raw = self.text.get(number.range.clone()).unwrap_or_default();
        let small = raw.contains([',', '.']) && number.milli < 1_000_000;
        !number.spelled && (number.milli % 1000 != 0 || small)
    }

    /// The `magnitude` of `a magnitude 5.4 quake`, which is what its decimals measure.
    fn scale_noun(&self, number: &Number) -> Option<String> {
        Some(self.noun_before(number)).filter(|noun| self.has_decimals(number) && !noun.is_empty())
    }

    /// `a crew of 19`, `magnitude 5.4`.
    fn noun_before(&self, number: &Number) -> String {
        let at = self.words.partition_point(|word| word.end <= number.range.start);
        let Some(before) = at.checked_sub(1) else { return String::new() };
        let word = |at: usize| fold(self.raw(at));
        let near = self.words.get(before).is_some_and(|word| {
            self.text.get(word.end..number.range.start).is_some_and(|gap| gap.trim().is_empty())
        });
        if !near {
            return String::new();
        }
        let noun = match (word(before).as_str(), before.checked_sub(1)) {
            ("of" | "de", Some(owner)) => word(owner),
            _ if self.has_decimals(number) => word(before),
            _ => return String::new(),
        };
        let letters = noun.chars().all(char::is_alphabetic);
        if letters && !is_stop_word(self.language, &noun) { noun } else { String::new() }
    }
}
