//! One line of an article as words with the meanings they can have in time.

use super::vocabulary::{Sense, Tense, Vocabulary};
use parallax_language::{Language, numbers::numbers, words};
use parallax_model::cut;

/// No word of time is longer; longer words are not looked up.
const LONGEST_WORD: usize = 40;

/// A word and what it can mean.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// First byte in the line.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    pub(super) senses: &'static [Sense],
    /// Whether it starts with a capital.
    pub(super) capital: bool,
    /// The number that starts here, in thousandths, and the tokens it takes.
    pub(super) number: Option<(i128, usize)>,
}

/// The words of a line.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) language: Language,
    pub(super) tokens: Vec<Token>,
}

impl<'a> Line<'a> {
    pub(super) fn read(text: &'a str, language: Language) -> Self {
        let vocabulary = Vocabulary::of(language);
        let mut tokens: Vec<Token> = words(text)
            .map(|word| {
                let raw = word.of(text);
                let known = vocabulary.filter(|_| raw.len() <= LONGEST_WORD);
                let senses = known.map_or(&[][..], |vocabulary| vocabulary.senses(raw));
                let capital = raw.starts_with(char::is_uppercase);
                Token { start: word.start, end: word.end, senses, capital, number: None }
            })
            .collect();
        let mut at = 0;
        for number in numbers(text, language) {
            while tokens.get(at).is_some_and(|token| token.start < number.range.start) {
                at += 1;
            }
            let count =
                tokens.iter().skip(at).take_while(|token| token.start < number.range.end).count();
            // `three quarters` are a stretch of time here before they are a fraction.
            let words = cut(text, number.range.clone());
            let quarters = number.spelled && count > 1 && words.ends_with(" quarters");
            let (milli, count) =
                if quarters { (number.milli * 4, count - 1) } else { (number.milli, count.max(1)) };
            if let Some(token) = tokens.get_mut(at) {
                token.number = Some((milli, count));
            }
        }
        Self { text, language, tokens }
    }

    pub(super) fn english(&self) -> bool {
        self.language.primary() == "en"
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at `at` as it stands, `""` outside the line.
    pub(super) fn raw(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| cut(self.text, token.start..token.end))
    }

    /// What stands before word `at`, back to the word before it.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let start = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let end = self.tokens.get(at).map_or(self.text.len(), |token| token.start);
        self.text.get(start.map_or(0, |token| token.end)..end).unwrap_or_default()
    }

    /// Whether only spaces, a hyphen or the point of an abbreviation stand before word `at`.
    pub(super) fn joined(&self, at: usize) -> bool {
        let gap = self.gap(at).trim();
        at < self.len() && at > 0 && matches!(gap, "" | "-" | "‑" | "." | "–")
    }

    /// Whether only spaces stand before word `at`.
    pub(super) fn spaced(&self, at: usize) -> bool {
        at < self.len() && at > 0 && self.gap(at).trim().is_empty()
    }

    /// Whether a comma, or nothing, stands before word `at`.
    pub(super) fn listed(&self, at: usize) -> bool {
        let gap = self.gap(at).trim();
        at < self.len() && at > 0 && matches!(gap, "" | "," | "." | ".," | "-")
    }

    pub(super) fn is(&self, at: usize, sense: Sense) -> bool {
        self.tokens.get(at).is_some_and(|token| token.senses.contains(&sense))
    }

    /// The first sense of word `at` that `pick` takes.
    pub(super) fn find<T>(&self, at: usize, pick: impl FnMut(&Sense) -> Option<T>) -> Option<T> {
        self.tokens.get(at)?.senses.iter().find_map(pick)
    }

    pub(super) fn number(&self, at: usize) -> Option<(i128, usize)> {
        self.tokens.get(at)?.number
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// Whether word `at` starts the line or a sentence.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains(['.', '!', '?', '“', '"', ':'])
    }

    /// A year in four digits, as the lone content of word `at`.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        let raw = self.raw(at);
        let digits = raw.len() == 4 && raw.bytes().all(|byte| byte.is_ascii_digit());
        raw.parse().ok().filter(|year| digits && YEARS.contains(year))
    }

    /// A day of the month in figures (`3`, `21st`) or as an English ordinal.
    pub(super) fn day(&self, at: usize) -> Option<(u8, usize)> {
        let raw = self.raw(at);
        let digits = raw.trim_end_matches(|mark: char| mark.is_alphabetic() || mark == 'º');
        let ending = raw.get(digits.len()..).unwrap_or_default();
        let plain = matches!(
            ending.to_ascii_lowercase().as_str(),
            "" | "st" | "nd" | "rd" | "th" | "º" | "er" | "го" | "е"
        );
        if (1..=2).contains(&digits.len()) && plain {
            let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
            return Some((day, at + 1));
        }
        let ordinal = |at| {
            self.find(at, |sense| match sense {
                Sense::Ordinal(day) => Some(*day),
                _ => None,
            })
        };
        if let Some(day) = ordinal(at) {
            return Some((day, at + 1));
        }
        let tens = match raw.to_ascii_lowercase().as_str() {
            "twenty" => 20,
            "thirty" => 30,
            _ => return None,
        };
        let unit = ordinal(at + 1).filter(|unit| *unit < 10 && self.joined(at + 1))?;
        Some((tens + unit, at + 2)).filter(|(day, _)| *day <= 31)
    }

    /// Whether word `at` is a month or a weekday.
    pub(super) fn names_day(&self, at: usize) -> bool {
        self.find(at, |sense| matches!(sense, Sense::Month(_) | Sense::Weekday(_)).then_some(()))
            .is_some()
    }

    /// Whether we know the verbs of the language well enough to miss them.
    pub(super) fn knows_tense(&self) -> bool {
        matches!(self.language.primary(), "en" | "ru" | "es")
    }

    /// The tense that word `at` carries, if it does.
    pub(super) fn tense(&self, at: usize) -> Option<Tense> {
        let told = self.find(at, |sense| match sense {
            Sense::Tense(tense) => Some(*tense),
            _ => None,
        });
        let raw = self.raw(at);
        // `басталады`, `өткізіледі`
        let kazakh = self.language.primary() == "kk"
            && ["лады", "леді", "нады", "неді"].iter().any(|ending| raw.ends_with(ending));
        told.or_else(|| kazakh.then_some(Tense::Future)).or_else(|| {
            let regular = match self.language.primary() {
                // `United` is no verb, nor is `hundred`.
                "en" => {
                    let ends = raw.len() > 4 && raw.ends_with("ed") && !raw.ends_with("eed");
                    let named = self.capital(at) && !self.opens_sentence(at);
                    ends && !named && !NO_VERBS.contains(&raw)
                }
                "ru" => RUSSIAN_PAST.iter().any(|ending| raw.len() > 8 && raw.ends_with(ending)),
                "es" => {
                    raw.len() > 4
                        && (raw.ends_with('ó') || raw.ends_with("aron") || raw.ends_with("ieron"))
                }
                _ => false,
            };
            regular.then_some(Tense::Past)
        })
    }
}

/// English words in -ed that are no verbs.
const NO_VERBS: [&str; 6] = ["hundred", "sacred", "naked", "wicked", "rugged", "kindred"];

/// Endings of Russian verbs in the past tense that few nouns share.
const RUSSIAN_PAST: [&str; 15] = [
    "ла", "ли", "ло", "лся", "лась", "лись", "лось", "ил", "ал", "шел", "шёл", "рел", "нул", "зял",
    "нял",
];

/// Years that pages speak of by number alone.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1500..=2100;
