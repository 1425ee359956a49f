//! Which of the languages that share a script a text is in.

use std::cmp::Ordering;

use super::grams;
use super::table::Table;
use crate::{Script, fold, stop, words};

/// Steps of the tables in a bit.
const BIT: u32 = 24;

/// The lead, in steps, under which two languages are too close to call by their letters. This
/// and the next were chosen on half of 6,800 sentences, checked on the other half, and settled on the whole and on
/// messages in 38 languages that are not in the tables.
const LEAD: u32 = 5 * BIT;

/// The lead under which nothing but closed-class words can decide.
const TIE: u32 = 2 * BIT;

/// The cost of a piece of a word, on average, over which a text may be in no language we know, ...
const STRANGE: u32 = 30;

/// ... unless all others cost so much more by piece ...
const STRANGE_LEAD: u32 = 5;

/// ... or one word in so many is a closed-class word of it.
const STRANGE_WORDS: usize = 4;

/// One letter in so many that no language of the table has: the text is in another.
const FOREIGN: u32 = 50;

/// The tag of the language whose pieces of words the text has, or `und`.
pub(super) fn rank(table: &Table, parts: &[&str], script: Script) -> &'static str {
    let Costs { read, letters, foreign, columns: mut order } = costs(table, parts, script);
    if foreign * FOREIGN > letters {
        return "und";
    }
    order.sort_unstable();
    let Some(&(best, tag)) = order.first().filter(|_| read > 0) else { return "und" };
    let rival = order.iter().find(|(_, other)| *other != tag);
    let (second, rival) = rival.copied().unwrap_or((NEVER, "und"));
    let lead = second - best;
    if best > read * STRANGE && lead < read * STRANGE_LEAD && !has_its_words(parts, tag) {
        return "und";
    }
    if lead >= LEAD {
        return tag;
    }
    let unsure = if lead < TIE { "und" } else { tag };
    more_words_of(parts, tag, rival).unwrap_or(unsure)
}

/// What the pieces of a text cost.
struct Costs {
    /// Pieces.
    read: u32,
    /// Pieces of one letter.
    letters: u32,
    /// Of these, letters that no language of the table has.
    foreign: u32,
    /// The cost and the tag of each column.
    columns: Vec<(u32, &'static str)>,
}

fn costs(table: &Table, parts: &[&str], script: Script) -> Costs {
    let (mut read, mut letters, mut foreign) = (0, 0, 0);
    let mut sums = Sums::of(table.tags.iter().map(|tag| handicap(tag, parts)).collect());
    for part in parts {
        grams::each(part, script, |key, length| {
            let row = table.costs(key);
            read += 1;
            letters += u32::from(length == 1);
            foreign += u32::from(length == 1 && row.is_none());
            sums.add(row.unwrap_or_default());
        });
    }
    let columns = sums.all().into_iter().zip(table.tags.iter().copied()).collect();
    Costs { read, letters, foreign, columns }
}

/// Sums of rows of small numbers, kept small for as many rows as cannot
/// outgrow them: twice as many are added at a step.
struct Sums {
    all: Vec<u32>,
    small: Vec<u16>,
    added: u16,
}

impl Sums {
    fn of(start: Vec<u32>) -> Self {
        Self { small: vec![0; start.len()], all: start, added: 0 }
    }

    fn add(&mut self, row: &[u8]) {
        const MOST: u16 = u16::MAX / u8::MAX as u16;
        if row.is_empty() {
            return;
        }
        if self.added == MOST {
            self.carry();
        }
        self.added += 1;
        for (sum, &cost) in self.small.iter_mut().zip(row) {
            *sum += u16::from(cost);
        }
    }

    fn carry(&mut self) {
        for (sum, small) in self.all.iter_mut().zip(&mut self.small) {
            *sum += u32::from(std::mem::take(small));
        }
        self.added = 0;
    }

    fn all(mut self) -> Vec<u32> {
        self.carry();
        self.all
    }
}

/// What a language has against it from the start, in steps of the tables.
fn handicap(tag: &str, parts: &[&str]) -> u32 {
    let own = OWN_LETTERS.iter().find(|(other, _)| *other == tag);
    let has = |letters: &str| {
        parts.iter().any(|part| {
            part.contains(|letter: char| !letter.is_ascii() && letters.contains(letter))
        })
    };
    match own {
        Some((_, letters)) if !has(letters) => NEVER,
        _ if SELDOM.contains(&tag) => 8 * BIT,
        _ if COMMON.contains(&tag) => 0,
        _ => 3 * BIT,
    }
}

/// Letters without which a text is not in a language: it has them in every line, and its
/// larger neighbours never.
const OWN_LETTERS: &[(&str, &str)] =
    &[("ba", "ҡҙҫҠҘҪ"), ("cv", "ӑӗӳҫӐӖӲҪ"), ("kaa", "ўҳЎҲáǵıńúóÁǴŃÚÓ"), ("sah", "ҕҥһҔҤҺ")];

/// More than a sample can cost.
const NEVER: u32 = u32::MAX / 2;

/// Languages that most of what is read is in, so that a few unclear words are.
const COMMON: &[&str] = &["ar", "de", "en", "es", "fr", "kk-Arab", "kk-Cyrl", "kk-Latn", "ru"];

/// Languages that a short text is seldom in, unless it says so clearly.
const SELDOM: &[&str] = &[
    "af", "ba", "ca", "ckb", "cv", "eu", "is", "kaa", "ps", "sah", "sq", "sr-Latn", "sw", "tl",
    "xh", "zu",
];

/// Whether closed-class words of the language are as usual as in running text.
fn has_its_words(parts: &[&str], tag: &str) -> bool {
    let sample = folded(parts);
    count(&stop::evidence(&sample), tag) * STRANGE_WORDS >= sample.len()
}

/// Of two languages too close to call, the one with more of the text's closed-class words.
fn more_words_of(parts: &[&str], one: &'static str, other: &'static str) -> Option<&'static str> {
    let found = stop::evidence(&folded(parts));
    match count(&found, one).cmp(&count(&found, other)) {
        Ordering::Greater => Some(one),
        Ordering::Less => Some(other),
        Ordering::Equal => None,
    }
}

fn folded(parts: &[&str]) -> Vec<String> {
    parts.iter().flat_map(|part| words(part).map(|word| fold(word.of(part)))).collect()
}

fn count(found: &[(&'static str, usize)], tag: &str) -> usize {
    let language = tag.split('-').next();
    found.iter().find(|(of, _)| Some(*of) == language).map_or(0, |&(_, count)| count)
}
