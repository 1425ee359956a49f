//! Who published the page, by what it prints of itself.

use super::{look::Look, page::Block};
use crate::lines::{self, furniture};
use parallax_language::{fold, words};
use parallax_model::{Outlet, OutletFrom, cut};
use std::collections::BTreeMap;
use xxhash_rust::xxh3::xxh3_64;

const PHRASES: &str = include_str!("../../data/lines/outlet.tsv");

/// How much each way of naming an outlet counts. In the order of how seldom
/// it names anyone else; chosen so that two weak ways outvote one strong.
mod votes {
    pub(super) const TITLE: usize = 6;
    pub(super) const WELCOME: usize = 6;
    pub(super) const REPORTS: usize = 6;
    pub(super) const FOLLOW: usize = 4;
    /// The first part of a top line in several parts: `Name :: motto`.
    pub(super) const TOP_PART: usize = 4;
    pub(super) const COPYRIGHT: usize = 3;
    pub(super) const MASTHEAD: usize = 2;
    pub(super) const LAST_LINE: usize = 2;
    /// A masthead that shares a word with another candidate.
    pub(super) const SHARED: usize = 3;
}

/// Words in an outlet's name, at most.
const NAME_WORDS: usize = 6;
/// Blocks at the top in which a masthead stands.
const TOP: usize = 6;

/// Candidates weighed; a page that names more outlets names nobody.
const MOST_CANDIDATES: usize = 64;

struct Candidate {
    name: String,
    votes: usize,
    from: OutletFrom,
    order: usize,
    masthead: bool,
}

/// The outlet, from the title's tail, the furniture and the words of the article.
pub(super) fn outlet(
    blocks: &[Block],
    looks: &[Look],
    title: Option<&str>,
    body: &[usize],
    head: usize,
) -> Outlet {
    let mut found: Vec<Candidate> = Vec::new();
    let mut add = |name: &str, votes: usize, from: OutletFrom, masthead: bool| {
        let name = name.trim().trim_matches(['|', '-', '–', '—', '•', ',', ':']).trim();
        let name = without_service(name.trim_end_matches(['.', '!']).trim());
        let count = name.split_whitespace().count();
        let room = found.len() < MOST_CANDIDATES;
        if room && (1..=NAME_WORDS).contains(&count) && name.chars().any(char::is_alphabetic) {
            let order = found.len();
            found.push(Candidate { name: name.to_owned(), votes, from, order, masthead });
        }
    };
    if let Some(title) = title {
        add(title, votes::TITLE, OutletFrom::Title, false);
    }
    for (index, (block, look)) in blocks.iter().zip(looks).enumerate() {
        let inside = body.binary_search(&index).is_ok();
        let short = inside || block.text.len() <= SHORT;
        let line = if short { Line::read(&block.text) } else { Line::default() };
        for phrase in phrases() {
            if phrase.inside == inside
                && let Some(name) = phrase.name(&line)
            {
                let from = if inside { OutletFrom::Text } else { OutletFrom::Chrome };
                add(&name, phrase.votes, from, false);
            }
        }
        let top = index < TOP && index < head;
        let part = block.text.split_once(" :: ").map(|(name, _)| name);
        if let Some(name) = part.filter(|_| top) {
            add(name, votes::TOP_PART, OutletFrom::Chrome, true);
        }
        let last = index + 1 == blocks.len();
        if (top || last) && !inside && may_name(block, look) {
            let vote = if last { votes::LAST_LINE } else { votes::MASTHEAD };
            add(&block.text, vote, OutletFrom::Chrome, true);
        }
    }
    let (name, from) = elect(found, blocks, body).unzip();
    Outlet {
        name,
        domain: None,
        from: from.unwrap_or(OutletFrom::Chrome),
        fingerprint: fingerprint(blocks, looks, body, head),
        offset: None,
    }
}

/// A name without the language of the service it stands over: `GULL WIRE - ENGLISH`.
fn without_service(name: &str) -> &str {
    let marks = [" - ", " – ", " — ", " | ", " / "];
    let parts = marks.iter().find_map(|mark| name.rsplit_once(mark));
    let own =
        parts.filter(|(own, last)| !own.is_empty() && lines::language_bar_entry(last).is_some());
    own.map_or(name, |(own, _)| own.trim())
}

/// A short line with capitals that is no piece of furniture we know, and no menu.
fn may_name(block: &Block, look: &Look) -> bool {
    look.kind.is_none()
        && !block.bullet
        && !block.wide
        && (1..=5).contains(&look.words)
        && (look.capitals >= 60 || is_titled(&block.text))
        && !look.sentence
        && look.language.is_none()
        && !block.text.contains(|letter: char| letter.is_ascii_digit() || ":|/@#".contains(letter))
        && !block.text.split(' ').all(|word| furniture(word).is_some())
}

/// Whether every word has a capital but those that join them: `The Gull of the Quay`.
fn is_titled(line: &str) -> bool {
    line.starts_with(char::is_uppercase) && line.split(' ').all(is_of_name)
}

/// Whether the word can be one of a name: a high one, or one that joins them.
fn is_of_name(word: &str) -> bool {
    const JOINS: [&str; 16] = [
        "of", "the", "and", "de", "del", "della", "di", "des", "der", "du", "la", "el", "les",
        "und", "et", "y",
    ];
    high(word) || word == "&" || JOINS.contains(&word)
}

/// A phrase that stands around an outlet's name.
struct Phrase {
    before: Vec<String>,
    after: Vec<String>,
    votes: usize,
    inside: bool,
}

fn phrases() -> &'static [Phrase] {
    static ALL: std::sync::LazyLock<Vec<Phrase>> = std::sync::LazyLock::new(|| {
        let rows = PHRASES.lines().filter(|row| !row.starts_with('#'));
        rows.filter_map(|row| {
            let mut cells = row.split('\t');
            let (kind, before, after) = (cells.next()?, cells.next()?, cells.next()?);
            let list = |cell: &str| cell.split_whitespace().map(fold).collect();
            let (votes, inside) = match kind {
                "welcome" => (votes::WELCOME, false),
                "follow" => (votes::FOLLOW, false),
                "copyright" => (votes::COPYRIGHT, false),
                "reports" => (votes::REPORTS, true),
                _ => return None,
            };
            Some(Phrase { before: list(before), after: list(after), votes, inside })
        })
        .collect()
    });
    &ALL
}

/// Bytes of a block in which an outlet is looked for by phrases.
const SEARCHED: usize = 4_000;

/// Bytes of a line of furniture that may name the outlet; longer ones are prose.
const SHORT: usize = 200;

/// A line as words, as printed and folded.
#[derive(Default)]
struct Line<'a> {
    tokens: Vec<&'a str>,
    folded: Vec<String>,
}

impl<'a> Line<'a> {
    fn read(text: &'a str) -> Self {
        let end = (0..=SEARCHED.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
        let tokens: Vec<&str> = cut(text, 0..end.unwrap_or_default()).split_whitespace().collect();
        let folded = tokens.iter().map(|token| bare(token)).collect();
        Self { tokens, folded }
    }
}

impl Phrase {
    /// The name that stands in the phrase, the first time it is used with a name of an outlet's length.
    fn name(&self, line: &Line<'_>) -> Option<String> {
        let Line { tokens, folded } = line;
        let first_start = if self.inside || self.before.first().is_some_and(|w| w == "©") {
            tokens.len()
        } else {
            1
        };
        (0..tokens.len().min(first_start.max(1))).find_map(|start| {
            let head = folded.get(start..start + self.before.len())?;
            if head != self.before.as_slice() {
                return None;
            }
            let from = start + self.before.len();
            let stop = |count: usize| {
                let tail = folded.get(from + count..from + count + self.after.len());
                tail == Some(self.after.as_slice())
                    && (!self.after.is_empty() || Self::ends(tokens, from + count))
            };
            let count = (1..=NAME_WORDS).find(|&count| stop(count))?;
            let name = tokens.get(from..from + count)?;
            let name = name.join(" ");
            let name = name.trim_end_matches([',', '.', ';', '!']);
            if let Some(quoted) = in_marks(name) {
                return Some(quoted.to_owned());
            }
            let named = name.split(' ').all(|word| {
                high(word)
                    || matches!(word, "of" | "the" | "and" | "de" | "del" | "&" | "la" | "für")
            });
            (named && high(name)).then(|| name.to_owned())
        })
    }

    /// Whether a name that nothing follows in the phrase ends at `at`.
    fn ends(tokens: &[&str], at: usize) -> bool {
        let last = at.checked_sub(1).and_then(|last| tokens.get(last));
        at == tokens.len() || last.is_some_and(|last| last.ends_with(['.', ',', ';', '!']))
    }
}

/// A name wholly in quotation marks, where only its first word need have a capital.
fn in_marks(name: &str) -> Option<&str> {
    [('«', '»'), ('“', '”'), ('„', '“')].into_iter().find_map(|(open, close)| {
        let inside = name.strip_prefix(open)?.strip_suffix(close)?;
        (high(inside) && !inside.contains([open, close])).then_some(inside)
    })
}

fn bare(token: &str) -> String {
    match token {
        "©" | "::" | "|" => token.to_owned(),
        "(c)" | "(C)" => "©".to_owned(),
        _ => {
            let word = token.trim_matches(|letter: char| !letter.is_alphanumeric());
            if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
                return "#".to_owned();
            }
            fold(word)
        }
    }
}

fn high(word: &str) -> bool {
    word.chars()
        .find(|letter| letter.is_alphanumeric())
        .is_some_and(|letter| !letter.is_lowercase())
}

fn name_key(name: &str) -> String {
    let key: Vec<String> = words(name).map(|word| fold(word.of(name))).collect();
    let skip = usize::from(key.len() > 1 && key.first().is_some_and(|word| word == "the"));
    key.get(skip..).unwrap_or_default().join(" ")
}

/// The candidate with most votes; the earlier one on a tie, in mixed case if it is printed so anywhere.
fn elect(found: Vec<Candidate>, blocks: &[Block], body: &[usize]) -> Option<(String, OutletFrom)> {
    let mut sums: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for candidate in &found {
        let key = name_key(&candidate.name);
        let others = found.iter().filter(|other| other.order != candidate.order);
        let shares = candidate.masthead
            && others.map(|other| name_key(&other.name)).any(|other| shares_word(&key, &other));
        let sum = sums.entry(key).or_insert((0, candidate.order));
        sum.0 += candidate.votes + if shares { votes::SHARED } else { 0 };
    }
    let (key, _) =
        sums.into_iter().max_by_key(|(_, (sum, order))| (*sum, std::cmp::Reverse(*order)))?;
    let same: Vec<Candidate> =
        found.into_iter().filter(|candidate| name_key(&candidate.name) == key).collect();
    let mixed = same.iter().find(|candidate| candidate.name.chars().any(char::is_lowercase));
    let chosen = mixed.or(same.first())?;
    let shouted = !chosen.name.chars().any(char::is_lowercase);
    let written = || in_text(&chosen.name, blocks, body);
    let name = shouted.then(written).flatten().unwrap_or_else(|| chosen.name.clone());
    Some((name, same.first()?.from))
}

fn shares_word(one: &str, other: &str) -> bool {
    one != other
        && one
            .split(' ')
            .any(|word| word.chars().count() > 3 && other.split(' ').any(|o| o == word))
}

/// A name printed in capitals, as the article writes it.
fn in_text(name: &str, blocks: &[Block], body: &[usize]) -> Option<String> {
    let wanted: Vec<String> = words(name).map(|word| fold(word.of(name))).collect();
    let first = body.first().and_then(|&index| blocks.get(index))?;
    let text = &first.text;
    let all: Vec<_> = words(text).take(60).collect();
    let at = all.windows(wanted.len().max(1)).find(|window| {
        window.iter().zip(&wanted).all(|(word, wanted)| fold(word.of(text)) == *wanted)
    })?;
    let found = cut(text, at.first()?.start..at.last()?.end);
    found.chars().any(char::is_lowercase).then(|| found.to_owned())
}

/// Lines of furniture a fingerprint needs; fewer could be any site's.
const FINGERPRINT_LINES: usize = 3;

/// A digest of the furniture lines that do not change from page to page: no date, no digits.
fn fingerprint(blocks: &[Block], looks: &[Look], body: &[usize], head: usize) -> Option<u64> {
    let last = body.last().copied().unwrap_or(0);
    let mut lines: Vec<&str> = looks
        .iter()
        .enumerate()
        .filter(|(index, look)| (*index < head || *index > last) && look.kind.is_some())
        .filter(|(index, _)| {
            blocks.get(*index).is_some_and(|b| !b.text.contains(|c: char| c.is_ascii_digit()))
        })
        .map(|(_, look)| look.key.as_str())
        .filter(|key| !key.is_empty())
        .collect();
    lines.sort_unstable();
    lines.dedup();
    (lines.len() >= FINGERPRINT_LINES).then(|| xxh3_64(lines.join("\n").as_bytes()))
}
