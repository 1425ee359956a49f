//! Words that credit what they stand beside with a report.

use super::media;
use parallax_language::{fold, words};
use parallax_model::{Span, cut};

/// How far the words of a cue stand from the name, in bytes.
const REACH: usize = 80;

/// How the words around a name credit it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Credit {
    /// In words that are also said of people and ministries.
    Any,
    /// In words that are said of media only.
    MediaOnly,
}

/// A name with the words around it.
pub(super) struct Scene {
    /// The last folded words before the name, articles left out, the last one last.
    before: Vec<String>,
    /// The first folded words after it.
    after: Vec<String>,
    /// Whether `The` with a capital stands before it inside the sentence.
    titled: bool,
    /// Whether the words right after the name are divided from it.
    parted: bool,
}

/// Phrases before the name: `according to`.
const BEFORE: &[&str] = &[
    "according to",
    "told",
    "reported by",
    "published by",
    "published in",
    "reported in",
    "noted by",
    "said by",
    "interview with",
    "interview to",
    "interview for",
    "comments to",
    "citing",
    "quoting",
    "cites",
    "cite",
    "obtained by",
    "seen by",
    "revealed by",
    "told to",
    "reports from",
    "reports",
    "informs",
    "по данным",
    "по информации",
    "по сообщению",
    "сообщает",
    "сообщил",
    "сообщила",
    "сообщило",
    "сообщили",
    "передает",
    "передают",
    "пишет",
    "информирует",
    "отмечает",
    "рассказал",
    "рассказала",
    "заявил",
    "según",
    "informó",
    "reportó",
    "publicó",
    "dijo a",
    "declaró a",
    "laut",
    "berichtet",
    "meldet",
    "selon",
    "rapporte",
    "хабарлайды",
    "деп хабарлайды",
];

/// Phrases before the name that are said of media only.
const BEFORE_MEDIA: &[&str] = &[
    "cited by",
    "quoted by",
    "first reported by",
    "со ссылкой на",
    "ссылаясь на",
    "цитирует",
    "citado por",
    "zitiert von",
    "cité par",
    "as reported by",
];

/// Words after the name: `reported`.
const AFTER: &[&str] = &[
    "reported",
    "reports",
    "reporting",
    "wrote",
    "writes",
    "quoted",
    "cited",
    "quotes",
    "cites",
    "revealed",
    "learned",
    "said",
    "says",
    "сообщило",
    "сообщает",
    "сообщил",
    "сообщила",
    "сообщали",
    "сообщала",
    "писала",
    "писал",
    "писало",
    "передало",
    "передает",
    "написал",
    "написала",
    "написало",
    "informó",
    "reportó",
    "publicó",
    "berichtete",
    "berichtet",
    "meldete",
    "rapporte",
    "хабарлады",
    "хабарлаған",
];

/// Words after the name that with `The` or `Earlier` before it are said of media only.
const TOLD_BEFORE: &[&str] = &["reported", "wrote", "сообщало", "сообщала", "писала", "писал"];

/// Words that make the name part of another subject: `a spokesman for Coastal Wire said`.
const INNER: &[&str] = &["of", "for", "at", "from", "with", "and", "by"];

/// Words that open a reminder of an earlier report.
const EARLIER: &[&str] = &["earlier", "previously", "ранее", "anteriormente"];

impl Scene {
    pub(super) fn of(text: &str, sentence: Span, mention: Span) -> Self {
        let from = floor(text, mention.start().saturating_sub(REACH)).max(sentence.start());
        let to = floor(text, mention.end() + REACH).min(sentence.end());
        let lead = cut(text, from..mention.start());
        let tail = cut(text, mention.end()..to);
        let titled = lead.ends_with("The ") && lead.trim() != "The";
        let parted = !(tail.starts_with(' ')
            || tail.starts_with('’')
            || tail.starts_with('»')
            || tail.starts_with('”'));
        Self { before: words_before(lead), after: first_words(tail), titled, parted }
    }

    /// How the name is credited, if it is.
    pub(super) fn credit(&self) -> Option<Credit> {
        let last = self.last_words();
        let ends = |phrases: &[&str]| phrases.iter().any(|phrase| ends_with_phrase(&last, phrase));
        if ends(BEFORE_MEDIA) {
            return Some(Credit::MediaOnly);
        }
        let first = self.after.first().map_or("", String::as_str);
        let next = if matches!(
            first,
            "has" | "had" | "also" | "earlier" | "previously" | "first" | "ранее"
        ) {
            self.after.get(1).map_or("", String::as_str)
        } else {
            first
        };
        let inner = self.before.last().is_some_and(|word| INNER.contains(&word.as_str()));
        let told = !self.parted && !inner && AFTER.contains(&next);
        let reminds = self.before.first().is_some_and(|word| EARLIER.contains(&word.as_str()))
            && self.before.len() == 1;
        if told && TOLD_BEFORE.contains(&next) && (self.titled || reminds) {
            return Some(Credit::MediaOnly);
        }
        (told || ends(BEFORE)).then_some(Credit::Any)
    }

    /// Whether the word before the name says that it is a medium: `the newspaper`.
    pub(super) fn names_medium(&self) -> bool {
        self.before.last().is_some_and(|word| media::is_kind(word))
    }

    /// The words before the name, without a noun that says it is a medium.
    fn last_words(&self) -> String {
        let mut words: &[String] = &self.before;
        while let Some((last, rest)) = words.split_last().filter(|(last, _)| is_kind(last)) {
            debug_assert!(!last.is_empty());
            words = rest;
        }
        let from = words.len().saturating_sub(LONGEST_PHRASE);
        words.get(from..).unwrap_or_default().join(" ")
    }
}

/// The most words of a phrase that credits.
const LONGEST_PHRASE: usize = 4;

/// The words of `lead` that may credit what stands behind it, folded, articles left out: nouns for
/// a medium at its end, and so many before them as a phrase has.
fn words_before(lead: &str) -> Vec<String> {
    const ARTICLES: [&str; 9] = ["the", "a", "an", "el", "la", "der", "die", "das", "le"];
    let all: Vec<&str> = words(lead).map(|word| word.of(lead)).collect();
    let folded = all.into_iter().rev().map(fold);
    let (mut last, mut telling) = (Vec::new(), 0);
    for word in folded.filter(|word| !ARTICLES.contains(&word.as_str())) {
        telling += usize::from(telling > 0 || !is_kind(&word));
        last.push(word);
        if telling == LONGEST_PHRASE {
            break;
        }
    }
    last.reverse();
    last
}

/// Whether a folded word says that a medium’s name follows.
fn is_kind(word: &str) -> bool {
    media::is_kind(word) || word == "news"
}

/// The words of `tail` that may credit what stands before it, folded.
fn first_words(tail: &str) -> Vec<String> {
    /// A word, and one before it such as `also`.
    const LOOKED_AT: usize = 2;
    words(tail).take(LOOKED_AT).map(|word| fold(word.of(tail))).collect()
}

fn ends_with_phrase(words: &str, phrase: &str) -> bool {
    words.strip_suffix(phrase).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
