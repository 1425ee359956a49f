//! The accounts of one story laid out for comparing: every sentence with its words, numbers, days and names.

use crate::{
    Meanings, entities,
    likeness::Known,
    phrases::{Start, Starts},
    rarity::Rarity,
    text::Text,
    trees::Hung,
    vocabulary::{Reading, Vocabulary, Word},
};
use parallax_language::{Language, lexicon::Kin, words};
use parallax_model::{Annotations, Article, Grouping, Quotation, Span, Story, StoryEntity};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

/// Sentences of one article that are compared; those after them stand alone.
///
/// Chosen above the longest news article, so that a page that is a book costs
/// no more than an article.
pub(crate) const MOST_LINES: usize = 400;

/// Articles of a story whose sentences are aligned; those after them stand alone.
pub(crate) const MOST_ACCOUNTS: usize = 150;

/// The share of a sentence that is speech, in hundredths, from which the rest tells only who said it.
const MOSTLY_SPEECH: usize = 45;

/// One article of the story.
pub(crate) struct Account<'a> {
    /// Its index in the edition.
    pub(crate) index: usize,
    pub(crate) article: &'a Article,
    pub(crate) notes: &'a Annotations,
    pub(crate) language: Language,
    /// Which origin of the story it belongs to.
    pub(crate) origin: usize,
    /// Position in [`Scene::accounts`] of the article it is a copy of.
    pub(crate) copy_of: Option<usize>,
    /// Its lines in [`Scene::lines`].
    pub(crate) lines: std::ops::Range<usize>,
}

impl Account<'_> {
    pub(crate) fn words(&self, span: Span) -> &str {
        self.article.words(span)
    }
}

/// A sentence of a body.
pub(crate) struct Line {
    /// Position of its account.
    pub(crate) account: usize,
    pub(crate) span: Span,
    /// Its words; empty where the line is not compared.
    pub(crate) tokens: Vec<Token>,
    /// How they begin.
    pub(crate) starts: Starts,
    /// Story entities meant in it, by whatever form.
    pub(crate) entities: BTreeSet<usize>,
    /// Those of them that are named only as who says so.
    pub(crate) sayers: BTreeSet<usize>,
    /// Indices of the article's quantities, dates, quotations and citations in it.
    pub(crate) quantities: Vec<usize>,
    pub(crate) dates: Vec<usize>,
    pub(crate) quotations: Vec<usize>,
    pub(crate) citations: Vec<usize>,
    /// What is asked of it beside the lines of other accounts; empty where there are none.
    pub(crate) known: Known,
    /// How its words hang together, once that was asked for.
    pub(crate) tree: OnceLock<Vec<Hung>>,
}

impl Line {
    /// The place of the first of its words that a span reaches, or of the next where it reaches none.
    pub(crate) fn start_of(&self, span: Span) -> usize {
        self.tokens.partition_point(|token| token.span.end() <= span.start())
    }

    /// The place of the first of its words behind a span.
    pub(crate) fn end_of(&self, span: Span) -> usize {
        self.tokens.partition_point(|token| token.span.start() < span.end())
    }
}

/// A word of a line.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four marks that do not exclude each other")]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) folded: Text,
    pub(crate) stem: Text,
    /// How it begins, folded.
    pub(crate) start: Start,
    /// The number of the word, and of its stem, in this story.
    pub(crate) word: usize,
    pub(crate) key: u32,
    /// What is held of its relations.
    pub(crate) kin: Kin,
    /// How common it is in its language, in tens of the Zipf frequency.
    pub(crate) common: u8,
    /// What it is worth as evidence, in thousandths; zero for a stop word.
    pub(crate) weight: u32,
    /// Whether it is written with a capital.
    pub(crate) capital: bool,
    /// The story entity it names.
    pub(crate) named: Option<usize>,
    /// Whether it is part of a number or a date.
    pub(crate) figure: bool,
    /// Whether it is part of the words that say who says so.
    pub(crate) saying: bool,
    /// Whether punctuation that parts clauses stands between it and the word before.
    pub(crate) after_break: bool,
}

/// The accounts of a story, ready to compare.
pub(crate) struct Scene<'a> {
    /// In the story's order: oldest first.
    pub(crate) accounts: Vec<Account<'a>>,
    /// All sentences, by account, then by place.
    pub(crate) lines: Vec<Line>,
    pub(crate) entities: Vec<StoryEntity>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) rarity: Rarity,
    meant: Meant,
    /// What the sentences mean, where it is known.
    pub(crate) meanings: &'a Meanings,
    /// The story they are the accounts of.
    pub(crate) story: &'a Story,
    /// The language most accounts are in, copies left out; of several the first account's.
    pub(crate) language: Language,
}

impl<'a> Scene<'a> {
    /// Lays out the accounts of `story`.
    pub(crate) fn new(
        story: &'a Story,
        articles: &'a [Article],
        annotations: &'a [Annotations],
        grouping: &Grouping,
        meanings: &'a Meanings,
    ) -> Self {
        let entities = entities::merge(story, articles, annotations);
        let meant = meant(&entities);
        let mut accounts: Vec<Account<'a>> = Vec::new();
        let mut lines = Vec::new();
        let mut vocabulary = Vocabulary::default();
        let members = story
            .articles
            .iter()
            .filter_map(|&index| Some((index, articles.get(index)?, annotations.get(index)?)));
        for (index, article, notes) in members {
            let original = grouping.copy_of.get(index).copied().flatten();
            let copy_of =
                original.and_then(|of| accounts.iter().position(|account| account.index == of));
            let account = Account {
                index,
                article,
                notes,
                language: Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN),
                origin: story.origin_of(index).unwrap_or(usize::MAX),
                copy_of,
                lines: lines.len()..lines.len() + notes.sentences.len(),
            };
            lay_out(&account, accounts.len(), &meant, &mut lines, &mut vocabulary);
            accounts.push(account);
        }
        // An account that stands alone is set beside none.
        let has_others = accounts.len() > 1;
        if has_others {
            vocabulary.settle();
        }
        let rarity = Rarity::of(&accounts, &lines);
        for line in &mut lines {
            let language = accounts.get(line.account).map_or(Language::UNKNOWN, |a| a.language);
            rarity.weigh(language, &mut line.tokens);
        }
        let language = usual(&accounts);
        let mut scene = Self {
            accounts,
            lines,
            entities,
            vocabulary,
            rarity,
            meant,
            meanings,
            story,
            language,
        };
        for line in (0..scene.lines.len()).filter(|_| has_others) {
            scene.lines[line].known = Known::of(&scene, line);
        }
        scene
    }

    pub(crate) fn account(&self, line: usize) -> &Account<'a> {
        &self.accounts[self.lines[line].account]
    }

    /// Whether there are two accounts that are no copies.
    pub(crate) fn has_several(&self) -> bool {
        self.accounts.iter().filter(|account| account.copy_of.is_none()).nth(1).is_some()
    }

    /// The words of a line.
    pub(crate) fn text(&self, line: usize) -> &str {
        self.account(line).words(self.lines[line].span)
    }

    /// The story entity that is entity `entity` of account `account`.
    pub(crate) fn story_entity(&self, account: usize, entity: usize) -> Option<usize> {
        let index = self.accounts.get(account)?.index;
        self.meant.get(&(index, entity)).copied()
    }
}

/// The language most accounts are in.
fn usual(accounts: &[Account<'_>]) -> Language {
    let mut counts: Vec<(Language, usize)> = Vec::new();
    for account in accounts.iter().filter(|account| account.copy_of.is_none()) {
        match counts.iter_mut().find(|(language, _)| *language == account.language) {
            Some((_, count)) => *count += 1,
            None => counts.push((account.language, 1)),
        }
    }
    let best =
        counts.iter().enumerate().max_by_key(|(at, (_, many))| (*many, std::cmp::Reverse(*at)));
    best.map_or(Language::UNKNOWN, |(_, (language, _))| *language)
}

/// Story entity by article index and entity index.
type Meant = BTreeMap<(usize, usize), usize>;

fn meant(entities: &[StoryEntity]) -> Meant {
    let each = entities.iter().enumerate();
    each.flat_map(|(at, entity)| entity.members.iter().map(move |member| (*member, at))).collect()
}

/// Appends the sentences of `account` to `lines`.
fn lay_out(
    account: &Account<'_>,
    at: usize,
    meant: &Meant,
    lines: &mut Vec<Line>,
    vocabulary: &mut Vocabulary,
) {
    let notes = account.notes;
    let mut named: Vec<(Span, usize)> = Vec::new();
    let mut mentions: Vec<(Span, usize)> = Vec::new();
    for (entity, known) in notes.entities.iter().enumerate() {
        let Some(&story_entity) = meant.get(&(account.index, entity)) else { continue };
        for mention in &known.mentions {
            mentions.push((mention.span, story_entity));
            if mention.form == parallax_model::MentionForm::Named {
                named.push((mention.span, story_entity));
            }
        }
    }
    named.sort_unstable();
    mentions.sort_unstable();
    let mut figures: Vec<(Span, usize)> = notes.dates.iter().map(|date| (date.span, 0)).collect();
    figures.extend(notes.quantities.iter().map(|quantity| (quantity.number, 0)));
    figures.sort_unstable();
    let spoken = notes.quotations.iter();
    let mut sayings: Vec<(Span, usize)> = spoken
        .flat_map(|quotation| [quotation.cue, quotation.speaker_span])
        .flatten()
        .map(|span| (span, 0))
        .collect();
    sayings.sort_unstable();
    let marked = Marked { named, figures, sayings };
    let (mentions, sayings) = (&mentions, &marked.sayings);
    let quantities = placed(notes.quantities.iter().map(|quantity| quantity.span));
    let dates = placed(notes.dates.iter().map(|date| date.span));
    let quotations = placed(notes.quotations.iter().map(|quotation| quotation.span));
    let citations = placed(notes.citations.iter().map(|citation| citation.span));
    for (place, &span) in notes.sentences.iter().enumerate() {
        let compared = place < MOST_LINES && at < MOST_ACCOUNTS;
        let mut tokens =
            if compared { tokens(account, span, &marked, vocabulary) } else { Vec::new() };
        let quoted = overlapping(&quotations, span);
        mark_telling(notes, span, &quoted, &mut tokens);
        let meant = || within(mentions, span);
        let entities: BTreeSet<usize> = meant().map(|(_, entity)| *entity).collect();
        let besides = meant().filter(|(mention, _)| covering(sayings, *mention).is_none());
        let besides: BTreeSet<usize> = besides.map(|(_, entity)| *entity).collect();
        let mut starts = Starts::default();
        for token in &tokens {
            starts.add(token.start);
        }
        lines.push(Line {
            account: at,
            span,
            tokens,
            starts,
            sayers: entities.difference(&besides).copied().collect(),
            entities,
            quantities: within(&quantities, span).map(|(_, at)| *at).collect(),
            dates: within(&dates, span).map(|(_, at)| *at).collect(),
            quotations: quoted,
            citations: within(&citations, span).map(|(_, at)| *at).collect(),
            known: Known::default(),
            tree: OnceLock::new(),
        });
    }
}

/// Marks the words around reported speech that fills most of a sentence: they tell who said it, and where.
fn mark_telling(notes: &Annotations, sentence: Span, quoted: &[usize], tokens: &mut [Token]) {
    let spoken: Vec<&Quotation> =
        quoted.iter().filter_map(|&at| notes.quotations.get(at)).collect();
    let told = spoken.iter().any(|one| one.cue.is_some_and(|cue| sentence.contains(cue)));
    let covers = |one: &&Quotation| {
        one.span.end().min(sentence.end()).saturating_sub(one.span.start().max(sentence.start()))
    };
    let covered: usize = spoken.iter().map(covers).sum();
    if !told || covered * 100 < sentence.len() * MOSTLY_SPEECH {
        return;
    }
    for token in tokens {
        token.saying |= !spoken.iter().any(|one| one.span.overlaps(token.span));
    }
}

/// Spans with their index, sorted by place.
fn placed(spans: impl Iterator<Item = Span>) -> Vec<(Span, usize)> {
    let mut placed: Vec<(Span, usize)> = spans.enumerate().map(|(at, span)| (span, at)).collect();
    placed.sort_unstable();
    placed
}

/// Those of the sorted `spans` that start inside `part`.
fn within(spans: &[(Span, usize)], part: Span) -> impl Iterator<Item = &(Span, usize)> {
    let first = spans.partition_point(|(span, _)| span.start() < part.start());
    spans.iter().skip(first).take_while(move |(span, _)| span.start() < part.end())
}

/// Those of the sorted `spans` that share a byte with `part`, by index.
///
/// Looks back over a few spans only: quotations rarely lie inside each other.
fn overlapping(spans: &[(Span, usize)], part: Span) -> Vec<usize> {
    const LOOK_BACK: usize = 4;
    let first = spans.partition_point(|(span, _)| span.start() < part.start());
    let from = first.saturating_sub(LOOK_BACK);
    let near = spans.iter().skip(from).take_while(|(span, _)| span.start() < part.end());
    near.filter(|(span, _)| span.overlaps(part)).map(|(_, at)| *at).collect()
}

/// Spans of an article that mark words.
struct Marked {
    named: Vec<(Span, usize)>,
    figures: Vec<(Span, usize)>,
    sayings: Vec<(Span, usize)>,
}

fn tokens(
    account: &Account<'_>,
    sentence: Span,
    marked: &Marked,
    vocabulary: &mut Vocabulary,
) -> Vec<Token> {
    let text = account.words(sentence);
    let mut last = 0;
    let mut tokens = Vec::new();
    for word in words(text) {
        let (start, end) = (sentence.start() + word.start, sentence.start() + word.end);
        let Ok(span) = account.article.text.span(start, end) else { continue };
        let between = text.get(last..word.start).unwrap_or_default();
        let spelled = word.of(text);
        let Word { number, key, read } = vocabulary.word(account.language, spelled).clone();
        let Reading { folded, stem, kin, capital, common } = read;
        tokens.push(Token {
            span,
            word: number,
            key,
            kin,
            stem,
            common,
            start: Start::of(&folded),
            folded,
            weight: 0,
            capital,
            named: covering(&marked.named, span).map(|(_, entity)| entity),
            figure: covering(&marked.figures, span).is_some(),
            saying: covering(&marked.sayings, span).is_some(),
            after_break: last > 0 && between.chars().any(parts_clauses),
        });
        last = word.end;
    }
    tokens
}

/// The span of the sorted `spans` that covers `part`.
fn covering(spans: &[(Span, usize)], part: Span) -> Option<(Span, usize)> {
    const LOOK_BACK: usize = 3;
    let after = spans.partition_point(|(span, _)| span.start() <= part.start());
    let near = spans.get(after.saturating_sub(LOOK_BACK)..after)?;
    near.iter().rev().copied().find(|(span, _)| span.contains(part))
}

fn parts_clauses(letter: char) -> bool {
    matches!(letter, ',' | ';' | ':' | '.' | '!' | '?' | '–' | '—' | '(' | ')' | '…' | '«' | '»')
        || matches!(letter, '“' | '”' | '"' | '„')
}
