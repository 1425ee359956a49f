//! The words and phrases that tell a topic, by language.

use parallax_language::{Language, fold, stem, words};
use parallax_model::MediaTopic;
use std::{collections::BTreeMap, sync::LazyLock};

const LISTS: [(&str, &str); 7] = [
    ("en", include_str!("../../data/topics/en.tsv")),
    ("ru", include_str!("../../data/topics/ru.tsv")),
    ("es", include_str!("../../data/topics/es.tsv")),
    ("de", include_str!("../../data/topics/de.tsv")),
    ("fr", include_str!("../../data/topics/fr.tsv")),
    ("kk", include_str!("../../data/topics/kk.tsv")),
    ("zh", include_str!("../../data/topics/zh.tsv")),
];

static LEXICONS: LazyLock<BTreeMap<&'static str, Lexicon>> = LazyLock::new(|| {
    let lexicon = |(tag, list): (&'static str, &'static str)| {
        let language = Language::of_tag(tag).unwrap_or(Language::UNKNOWN);
        (tag, Lexicon::of(language, list))
    };
    LISTS.into_iter().map(lexicon).collect()
});

static SECTIONS: LazyLock<BTreeMap<String, MediaTopic>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/topics/sections.tsv"));
    rows.filter_map(|row| row.split_once('\t'))
        .filter_map(|(code, names)| Some((MediaTopic::of_code(code)?, names)))
        .flat_map(|(topic, names)| names.split('|').map(move |name| (folded(name), topic)))
        .collect()
});

/// Bytes of a section's name that are looked up.
const LONGEST_SECTION: usize = 60;

/// The words that tell, in `language`.
pub(super) fn lexicon(language: Language) -> Option<&'static Lexicon> {
    LEXICONS.get(language.primary())
}

/// The topic of which an outlet's section is a part, by its name or the first part of it.
pub(super) fn section(name: &str) -> Option<MediaTopic> {
    if name.len() > LONGEST_SECTION {
        return None;
    }
    let parts = name.split(['/', '>', '›', '|']).map(folded);
    std::iter::once(folded(name)).chain(parts).find_map(|part| SECTIONS.get(&part).copied())
}

fn folded(name: &str) -> String {
    let words: Vec<String> = words(name).map(|word| fold(word.of(name))).collect();
    words.join(" ")
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|row| !row.starts_with('#'))
}

/// The words and phrases of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    language: Language,
    /// Letters that a word may have after what a list gives, where we have no stemmer.
    endings: usize,
    entries: Vec<Entry>,
    /// Entries by their first word, longest first.
    by_first: BTreeMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Entry {
    rest: Vec<String>,
    /// None for a phrase that says nothing.
    topic: Option<MediaTopic>,
    worth: f32,
}

/// A phrase of the lexicon in a text.
#[derive(Debug)]
pub(super) struct Found {
    /// Which entry.
    pub(super) entry: usize,
    /// What it tells; None where it says nothing.
    pub(super) topic: Option<MediaTopic>,
    /// How much it tells.
    pub(super) worth: f32,
    /// Which word of the text it begins with.
    pub(super) word: usize,
    /// Byte offsets in the text.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Letters that a word must keep when an ending is taken off.
const KEPT: usize = 4;

impl Lexicon {
    fn of(language: Language, list: &'static str) -> Self {
        let endings = match language.primary() {
            "en" | "ru" | "es" | "zh" => 0,
            "kk" => 7,
            _ => 3,
        };
        let mut lexicon =
            Self { language, endings, entries: Vec::new(), by_first: BTreeMap::new() };
        for row in rows(list) {
            let mut fields = row.split('\t');
            let (Some(code), Some(worth), Some(phrases)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let worth = worth.parse().unwrap_or(0.0);
            for phrase in phrases.split('|') {
                lexicon.add(phrase, MediaTopic::of_code(code), worth);
            }
        }
        for starting in lexicon.by_first.values_mut() {
            starting.sort_by_key(|&at| {
                (std::cmp::Reverse(lexicon.entries.get(at).map(|entry| entry.rest.len())), at)
            });
        }
        lexicon
    }

    fn add(&mut self, phrase: &str, topic: Option<MediaTopic>, worth: f32) {
        let mut stems: Vec<String> =
            words(phrase).map(|word| stem(self.language, word.of(phrase))).collect();
        if stems.is_empty() {
            return;
        }
        let first = stems.remove(0);
        self.by_first.entry(first).or_default().push(self.entries.len());
        self.entries.push(Entry { rest: stems, topic, worth });
    }

    /// The phrases in the first `most` words of `text`, the longest at each place, none
    /// within another.
    pub(super) fn find(&self, text: &str, most: usize) -> Vec<Found> {
        let read: Vec<(usize, usize, String)> = words(text)
            .take(most)
            .map(|word| (word.start, word.end, stem(self.language, word.of(text))))
            .collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((start, _, _)) = read.get(at) {
            let Some((entry, known)) = self.starts(read.get(at..).unwrap_or_default()) else {
                at += 1;
                continue;
            };
            let last = at + known.rest.len();
            let end = read.get(last).map_or(text.len(), |(_, end, _)| *end);
            let Entry { topic, worth, .. } = *known;
            found.push(Found { entry, topic, worth, word: at, start: *start, end });
            at = last + 1;
        }
        found
    }

    /// The longest phrase that begins with the first of these words.
    fn starts(&self, read: &[(usize, usize, String)]) -> Option<(usize, &Entry)> {
        let (_, _, first) = read.first()?;
        let starting = self.shortened(first).find_map(|key| self.by_first.get(key))?;
        let fits = |&at: &usize| {
            let entry = self.entries.get(at)?;
            let next = read.get(1..=entry.rest.len())?;
            let mut both = next.iter().zip(&entry.rest);
            both.all(|((_, _, word), wanted)| self.shortened(word).any(|key| key == wanted))
                .then_some((at, entry))
        };
        starting.iter().find_map(fits)
    }

    /// The word, and the word without one, two or more letters at its end.
    fn shortened<'a>(&self, word: &'a str) -> impl Iterator<Item = &'a str> {
        let letters = word.chars().count();
        let most = self.endings.min(letters.saturating_sub(KEPT));
        let ends = word.char_indices().rev().map(|(at, _)| at).take(most);
        std::iter::once(word.len()).chain(ends).filter_map(|end| word.get(..end))
    }
}
