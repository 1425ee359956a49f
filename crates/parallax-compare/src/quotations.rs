//! Quotations of one utterance in several articles, merged: whole, cut, with changed words, in other languages.

mod groups;
mod held;
mod translated;

use crate::{
    lists::{self, Words},
    scene::Scene,
    spelling,
    text::Text,
    wording::{self, Overlap},
};
use groups::Groups;
use held::Held;
use parallax_language::{Language, fold, is_stop_word, lexicon::commonness, stem, words};
use parallax_model::{QuotationGroup, QuotationKind, QuotationVariant, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Words of a quotation that are compared: a speech printed whole is no utterance.
const MOST_WORDS: usize = 400;
/// Quotations a word may be in and still lead from one to another.
const LEADS_TO: usize = 80;
/// The share of the shorter quotation's words found in order in the other, in hundredths.
const SAME_WORDS: usize = 70;
/// Words two quotations of one speaker share in order, where few of them are rare.
const PLAIN_WORDS: usize = 5;
/// The same for indirect speech, which is in the outlet's words.
const SAME_REPORT: usize = 75;
/// Words, and the share of them in hundredths, from which a quotation is another whose speaker was misread.
const LONG: usize = 8;
const NEARLY: usize = 85;

/// Shared words two lines must hold, of those two quotations share.
const SHARED_IN_LINES: usize = 3;

/// A quotation with its words.
pub(crate) struct Quote {
    /// Position of its account.
    pub(crate) account: usize,
    /// Index in the article's quotations.
    pub(crate) at: usize,
    pub(crate) span: Span,
    pub(crate) kind: QuotationKind,
    /// Its words in one spelling, with their places.
    pub(crate) words: Vec<(String, Span)>,
    /// Which of them say something.
    content: Vec<bool>,
    /// The lines it stands in.
    pub(crate) lines: Vec<usize>,
    /// Story entity of the speaker.
    pub(crate) speaker: Option<usize>,
    pub(crate) speaker_name: Option<String>,
    /// Whether the speaker is given by name there, not by a pronoun or an office.
    pub(crate) by_name: bool,
    utterance: usize,
}

/// All quotations of a story and which of them are one utterance.
pub(crate) struct Utterances {
    pub(crate) quotes: Vec<Quote>,
    /// Indices into `quotes` by group; every quotation is in one group.
    pub(crate) groups: Vec<Vec<usize>>,
    /// Pairs of lines of different articles that quote the same words.
    sharing: BTreeSet<(usize, usize)>,
}

impl Utterances {
    /// Finds the quotations that are one utterance.
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let quotes = quotes(scene);
        let mut groups = Groups { of: (0..quotes.len()).collect() };
        let mut first_piece: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (at, quote) in quotes.iter().enumerate() {
            let key = (quote.account, quote.utterance);
            match first_piece.get(&key) {
                Some(&first) => groups.join(first, at),
                None => drop(first_piece.insert(key, at)),
            }
        }
        let mut sharing = BTreeSet::new();
        let held = Held::of(&quotes);
        for (a, b) in candidates(scene, &quotes) {
            if held.may_be_same(a, b) && same(scene, &quotes[a], &quotes[b]) {
                groups.join(a, b);
                sharing.extend(line_pairs(scene, &quotes[a], &quotes[b]));
            }
        }
        for [(a, first), (b, second)] in translated::pairs(scene, &quotes) {
            groups.join(a, b);
            sharing.insert((first.min(second), first.max(second)));
        }
        Self { groups: groups.into_sets(), quotes, sharing }
    }

    /// Whether two lines quote the same words.
    pub(crate) fn share(&self, a: usize, b: usize) -> bool {
        self.sharing.contains(&(a.min(b), a.max(b)))
    }

    /// All pairs of lines that quote the same words.
    pub(crate) fn pairs(&self) -> Vec<(usize, usize)> {
        self.sharing.iter().copied().collect()
    }

    /// The groups as the comparison gives them, in document order.
    pub(crate) fn published(&self, scene: &Scene<'_>) -> Vec<QuotationGroup> {
        self.groups.iter().filter_map(|group| self.whole(scene, group)).collect()
    }

    fn whole(&self, scene: &Scene<'_>, group: &[usize]) -> Option<QuotationGroup> {
        let quotes = || group.iter().filter_map(|&at| self.quotes.get(at));
        let rank = |quote: &Quote| {
            let usual = scene.accounts[quote.account].language == scene.language;
            (quote.kind != QuotationKind::Indirect, usual, quote.words.len())
        };
        let fullest = (0..group.len())
            .max_by_key(|&at| (rank(&self.quotes[group[at]]), std::cmp::Reverse(at)))?;
        let known = quotes().find_map(|quote| quote.speaker);
        let named = || quotes().find_map(|quote| quote.speaker_name.clone());
        let speaker_name = known.map(|at| scene.entities[at].name.clone()).or_else(named);
        let variants = quotes()
            .map(|quote| QuotationVariant {
                article: scene.accounts[quote.account].index,
                span: quote.span,
            })
            .collect();
        Some(QuotationGroup { speaker_name, fullest, variants })
    }
}

fn quotes(scene: &Scene<'_>) -> Vec<Quote> {
    let mut holders: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, line) in scene.lines.iter().enumerate() {
        for &quotation in &line.quotations {
            holders.entry((line.account, quotation)).or_default().push(at);
        }
    }
    let has_others = scene.accounts.len() > 1;
    let mut quotes = Vec::new();
    for (account, own) in scene.accounts.iter().enumerate() {
        for (at, quotation) in own.notes.quotations.iter().enumerate() {
            let text = own.words(quotation.span);
            let start = quotation.span.start();
            let words = words(text).take(MOST_WORDS).filter_map(|word| {
                let span = own.article.text.span(start + word.start, start + word.end).ok()?;
                Some((spelling::usual(&fold(word.of(text))), span))
            });
            let words: Vec<(String, Span)> = words.collect();
            quotes.push(Quote {
                account,
                at,
                span: quotation.span,
                kind: quotation.kind,
                content: words
                    .iter()
                    .map(|(word, _)| has_others && is_content(own.language, word))
                    .collect(),
                words,
                lines: holders.remove(&(account, at)).unwrap_or_default(),
                speaker: quotation.speaker.and_then(|entity| scene.story_entity(account, entity)),
                speaker_name: quotation.speaker_name.clone(),
                by_name: quotation.speaker_span.is_some_and(|span| is_name(own.words(span))),
                utterance: quotation.utterance,
            });
        }
    }
    quotes
}

/// Pairs of quotations of different articles and one language that share a content word.
fn candidates(scene: &Scene<'_>, quotes: &[Quote]) -> Vec<(usize, usize)> {
    if scene.accounts.len() < 2 {
        return Vec::new();
    }
    let mut holders: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, quote) in quotes.iter().enumerate() {
        let language = scene.accounts[quote.account].language;
        let content = quote.words.iter().filter(|(word, _)| !is_stop_word(language, word));
        let mut stems: Vec<String> = content.map(|(word, _)| stem(language, word)).collect();
        stems.sort_unstable();
        stems.dedup();
        for stem in stems {
            holders.entry((language.primary(), stem)).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for quotes in holders.into_values().filter(|quotes| quotes.len() <= LEADS_TO) {
        for (at, &a) in quotes.iter().enumerate() {
            pairs.extend(quotes.iter().skip(at + 1).map(|&b| (a, b)));
        }
    }
    pairs.retain(|&(a, b)| quotes[a].account != quotes[b].account);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Whether two quotations give one utterance.
fn same(scene: &Scene<'_>, a: &Quote, b: &Quote) -> bool {
    let overlap = wording::overlap(&a.words, &b.words);
    let least = a.words.len().min(b.words.len());
    if least == 0 {
        return false;
    }
    let reported = usize::from(a.kind == QuotationKind::Indirect)
        + usize::from(b.kind == QuotationKind::Indirect);
    if speakers_differ(a, b) {
        // Who "she" is may be read wrongly; whose name is printed may not.
        let named = a.by_name && b.by_name;
        let enough = if named { 6 } else { 3 };
        let exact = overlap.exact() && least >= enough;
        let nearly =
            !named && reported == 0 && least >= LONG && overlap.pairs.len() * 100 >= least * NEARLY;
        if !exact && !nearly {
            return false;
        }
    }
    let content = content_in(a, &overlap);
    let share = 100 * overlap.pairs.len() / least;
    match reported {
        0 => match (least, overlap.exact()) {
            (0..=2, true) => few_words_fit(scene, a, b),
            (0..=3, false) => false,
            (_, true) => content >= 2 || content >= 1 && same_speaker(a, b),
            _ => {
                let plain =
                    same_speaker(a, b) && content >= 1 && overlap.pairs.len() >= PLAIN_WORDS;
                share >= SAME_WORDS && (content >= 2 || plain)
            }
        },
        // A report of speech and the speech itself, or two reports.
        _ => share >= SAME_REPORT && content >= 4 && least >= 6 && !figures_part(scene, a, b),
    }
}

/// Whether two reports give figures and none of them is one figure: they are two reports.
fn figures_part(scene: &Scene<'_>, a: &Quote, b: &Quote) -> bool {
    let figures = |quote: &Quote| -> Vec<i128> {
        let all = scene.accounts[quote.account].notes.quantities.iter();
        all.filter(|one| quote.span.contains(one.span)).map(|one| one.milli).collect()
    };
    let (ours, theirs) = (figures(a), figures(b));
    let parts = !ours.iter().any(|figure| theirs.contains(figure));
    parts && !ours.is_empty() && !theirs.is_empty()
}

/// A fragment of one or two words belongs to a quotation of the same speaker
/// that says little more, or whose sentence shares a rare word with its own.
fn few_words_fit(scene: &Scene<'_>, a: &Quote, b: &Quote) -> bool {
    if a.speaker.is_none() && b.speaker.is_none() && a.words == b.words {
        return content_words(a) >= 2;
    }
    if !same_speaker(a, b) {
        return false;
    }
    let longer = if a.words.len() >= b.words.len() { a } else { b };
    content_words(longer) <= 2 || context_shared(scene, a, b)
}

fn context_shared(scene: &Scene<'_>, a: &Quote, b: &Quote) -> bool {
    /// The worth of the words that place two fragments in one context.
    const CONTEXT: u32 = 3500;
    let quoted: BTreeSet<&str> = a
        .words
        .iter()
        .filter(|(word, _)| b.words.iter().any(|(w, _)| w == word))
        .map(|(w, _)| w.as_str())
        .collect();
    let stems = |quote: &Quote| -> BTreeMap<Text, u32> {
        let tokens = quote.lines.iter().flat_map(|&line| &scene.lines[line].tokens);
        let content = tokens
            .filter(|t| t.weight > 0 && t.named.is_none() && !quoted.contains(t.folded.as_str()));
        content.map(|token| (token.stem.clone(), token.weight)).collect()
    };
    let (ours, theirs) = (stems(a), stems(b));
    let shared: u32 =
        ours.iter().filter(|(stem, _)| theirs.contains_key(*stem)).map(|(_, w)| *w).sum();
    shared >= CONTEXT
}

/// Whether the words that give a speaker hold a name: a capital that is not a pronoun's.
fn is_name(speaker: &str) -> bool {
    static PRONOUNS: Words = Words::new(|| lists::words("pronouns"));
    words(speaker).map(|word| word.of(speaker)).any(|word| {
        word.starts_with(char::is_uppercase) && !PRONOUNS.contains(&word.to_lowercase().as_str())
    })
}

fn speakers_differ(a: &Quote, b: &Quote) -> bool {
    matches!((a.speaker, b.speaker), (Some(ours), Some(theirs)) if ours != theirs)
}

fn same_speaker(a: &Quote, b: &Quote) -> bool {
    matches!((a.speaker, b.speaker), (Some(ours), Some(theirs)) if ours == theirs)
}

/// Ten times the Zipf frequency above which a word is no content.
const EVERYDAY: u8 = 62;

fn is_content(language: Language, word: &str) -> bool {
    !is_stop_word(language, word) && commonness(language, &stem(language, word)) < EVERYDAY
}

fn content_words(quote: &Quote) -> usize {
    quote.content.iter().filter(|content| **content).count()
}

/// Content words among the words two quotations share.
fn content_in(a: &Quote, overlap: &Overlap) -> usize {
    let shared = overlap.pairs.iter().filter_map(|(at, _)| a.content.get(*at));
    shared.filter(|content| **content).count()
}

/// The lines that hold the shared words, side by side.
fn line_pairs(scene: &Scene<'_>, a: &Quote, b: &Quote) -> Vec<(usize, usize)> {
    let overlap = wording::overlap(&a.words, &b.words);
    let holder = |quote: &Quote, word: usize| {
        let span = quote.words.get(word).map(|(_, span)| *span)?;
        quote.lines.iter().copied().find(|&line| scene.lines[line].span.contains(span))
    };
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for &(ours, theirs) in &overlap.pairs {
        if let (Some(first), Some(second)) = (holder(a, ours), holder(b, theirs)) {
            *counts.entry((first.min(second), first.max(second))).or_default() += 1;
        }
    }
    let least = overlap.pairs.len().min(SHARED_IN_LINES);
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(pair, _)| pair).collect()
}
