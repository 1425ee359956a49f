//! How much a shared word says: rare in the language and rare in the story says most.

use crate::scene::{Account, Line, Token};
use parallax_language::Language;
use std::collections::BTreeMap;

/// Ten times the Zipf frequency at which a word says next to nothing.
const SAYS_NOTHING: u32 = 66;

/// What a word that is not in the tables is taken for: rarer than most.
const UNKNOWN: u32 = 30;

/// What a word of a language without tables is taken for: neither rare nor common.
const NO_TABLE: u32 = 45;

/// The worth of a story entity that one sentence names, beside that of a word.
const ENTITY: u32 = 1900;

/// How many times less a word says that only tells who says so.
pub(crate) const SAYING: u32 = 4;

/// How often things stand in the sentences of a story.
#[derive(Default)]
pub(crate) struct Rarity {
    lines: usize,
    /// By the key of the stem.
    stems: Vec<Seen>,
    entities: BTreeMap<usize, Seen>,
    dates: BTreeMap<String, Seen>,
}

impl Rarity {
    /// Counts the lines each stem and each entity is in; copies are not counted.
    pub(crate) fn of(accounts: &[Account<'_>], lines: &[Line]) -> Self {
        let mut rarity = Self::default();
        let own = lines.iter().filter(|line| accounts[line.account].copy_of.is_none());
        for line in own {
            rarity.lines += 1;
            let telling = line.tokens.iter().filter(|token| !token.stem.is_empty());
            let mut stems: Vec<usize> = telling.map(|token| token.key as usize).collect();
            stems.sort_unstable();
            stems.dedup();
            for stem in stems {
                if rarity.stems.len() <= stem {
                    rarity.stems.resize(stem + 1, Seen::default());
                }
                rarity.stems[stem].add(line.account);
            }
            for entity in &line.entities {
                rarity.entities.entry(*entity).or_default().add(line.account);
            }
            let dates = &accounts[line.account].notes.dates;
            for date in line.dates.iter().filter_map(|&at| dates.get(at)) {
                rarity.dates.entry(date.value.clone()).or_default().add(line.account);
            }
        }
        rarity
    }

    /// Gives each token its worth.
    pub(crate) fn weigh(&self, language: Language, tokens: &mut [Token]) {
        for token in tokens {
            token.weight = if token.stem.is_empty() { 0 } else { self.word(language, token) };
            if token.saying {
                token.weight /= SAYING;
            }
        }
    }

    /// The worth of a word, in thousandths: up to about 3600.
    fn word(&self, language: Language, token: &Token) -> u32 {
        let common = match (language.primary(), u32::from(token.common)) {
            ("en" | "ru", 0) => UNKNOWN,
            ("en" | "ru", known) => known,
            _ => NO_TABLE,
        };
        let rare = SAYS_NOTHING.saturating_sub(common).max(3) * 100;
        rare * self.share(self.stems.get(token.key as usize).copied().filter(|seen| seen.lines > 0))
            / 1000
    }

    /// The worth of an entity, in thousandths.
    pub(crate) fn entity(&self, entity: usize) -> u32 {
        ENTITY * self.share(self.entities.get(&entity).copied()) / 1000
    }

    /// The worth of a date that is worth `most` in one line alone.
    pub(crate) fn date(&self, value: &str, most: u32) -> u32 {
        most * self.share(self.dates.get(value).copied()) / 1000
    }

    fn share(&self, seen: Option<Seen>) -> u32 {
        let Some(seen) = seen else { return 1000 };
        let (lines, all) = (log2(seen.lines), log2(self.lines + 1).max(1));
        let part = 1000 - 600 * lines.min(all) / all;
        let each = u32::try_from(1000 * seen.accounts / seen.lines.max(1)).unwrap_or(1000);
        part * (150 + 850 * each / 1000) / 1000
    }
}

/// In how many lines a thing stands, and of how many accounts.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    lines: usize,
    accounts: usize,
    last: Option<usize>,
}

impl Seen {
    fn add(&mut self, account: usize) {
        self.lines += 1;
        if self.last != Some(account) {
            self.accounts += 1;
            self.last = Some(account);
        }
    }
}

/// Eight times the binary logarithm, rounded down; whole numbers so that every machine agrees.
pub(crate) fn log2(count: usize) -> u32 {
    let count = count.max(1);
    let whole = count.ilog2();
    let rest = (count << 3 >> whole) & 7;
    whole * 8 + u32::try_from(rest).unwrap_or(0)
}
