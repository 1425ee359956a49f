//! Who did what to whom, where and when, clause by clause.
//!
//! English only. The deed is read off the verb, what it is done to, and the
//! verbs above it (`threatened to impose`); the doer is its subject, and those
//! it is done to are the first actors named after it. Words decide, by tables;
//! where no table knows them there is no event.

mod actors;
mod clause;
mod firm;
mod mood;
mod nominal;
mod scene;
mod verdict;
mod vocabulary;
mod when;
mod worth;

use crate::syntax::{self, Relation, Tag, Token};
use crate::trees::{self, Trees};
use actors::Actors;
use clause::Tree;
use parallax_model::{Article, Entity, Event, Quotation, QuotationKind, Span, Timex};
use scene::{Names, Scene};
use std::ops::Range;
use verdict::Verdict;

/// Longer sentences are lists or furniture, and are not read.
const MOST_BYTES: usize = 2000;

/// A text of so few sentences is taken for the report of one event, and weaker
/// evidence will do; in a longer one most sentences tell none. Chosen on the
/// designated events of PLOVER's development records, which stand alone.
const ALONE: usize = 1;

/// What is already known of an article when its events are read.
pub(crate) struct Marks<'a> {
    pub(crate) sentences: &'a [Span],
    pub(crate) entities: &'a [Entity],
    pub(crate) quotations: &'a [Quotation],
    pub(crate) dates: &'a [Timex],
}

/// The events of the body, in order.
pub(crate) fn events(article: &Article, marks: &Marks<'_>, trees: &Trees) -> Vec<Event> {
    if !trees::reads(article) {
        return Vec::new();
    }
    let names = Names::of(marks.entities);
    let mut found = Vec::new();
    for (number, &sentence) in marks.sentences.iter().enumerate() {
        let Some(words) = without_dateline(article, sentence) else { continue };
        if words.len() > MOST_BYTES {
            continue;
        }
        let text = article.words(words);
        // Trees cost more than all the rest: none is made where no deed can come of it.
        let alone = marks.sentences.len() <= ALONE;
        if !alone && (is_quoted(marks, words) || !worth::may_tell(text)) {
            continue;
        }
        let worth = |words: &[&str], tags: &[Tag]| alone || worth::can_tell(words, tags);
        let Some(tokens) = trees.of_if(article, words, worth) else { continue };
        let tree = Tree::new(text, &tokens);
        let scene = Scene::new(&tree, words.start(), &names);
        let place = Place { article, marks, number, words };
        found.extend(told(&scene, &place));
    }
    found
}

/// Where a sentence stands.
struct Place<'a> {
    article: &'a Article,
    marks: &'a Marks<'a>,
    number: usize,
    words: Span,
}

/// What a sentence says without the dateline before it.
fn without_dateline(article: &Article, sentence: Span) -> Option<Span> {
    let Some(line) = article.dateline.filter(|line| sentence.contains(*line)) else {
        return Some(behind_agency(article, sentence));
    };
    let rest = article.text.span(line.end(), sentence.end()).ok()?;
    let words = article.words(rest);
    let after = words.trim_start_matches(|c: char| !c.is_alphanumeric() && !"\"'“‘«".contains(c));
    article.text.span(rest.end() - after.len(), rest.end()).ok()
}

/// Bytes within which a line in capitals with an agency ends: `HARROW (TW) —`.
const LONGEST_DATELINE: usize = 80;

/// A sentence without the place and agency that stand before it in other texts than the article's first.
fn behind_agency(article: &Article, sentence: Span) -> Span {
    let words = article.words(sentence);
    let place = words.find(") ").filter(|&close| close < LONGEST_DATELINE).and_then(|close| {
        let before = words.get(..close)?;
        let (place, agency) = before.split_once(" (")?;
        let rest = words.get(close + 1..)?.trim_start();
        let dashed = rest.strip_prefix(['—', '–', '-'])?.trim_start();
        let capitals = |part: &str| part.starts_with(char::is_uppercase) && part.len() > 1;
        (capitals(place) && agency.chars().all(|one| one.is_uppercase() || one == '/'))
            .then_some(dashed)
    });
    let after =
        place.and_then(|rest| article.text.span(sentence.end() - rest.len(), sentence.end()).ok());
    after.unwrap_or(sentence)
}

/// The events that a sentence tells.
fn told(scene: &Scene<'_>, place: &Place<'_>) -> Vec<Event> {
    let alone = place.marks.sentences.len() <= ALONE;
    let given = |verdict: Verdict| {
        let actors =
            if alone { actors::actors(scene.tree, &verdict) } else { firm::firm(scene, &verdict)? };
        let event = event(scene, place, &verdict, actors)?;
        (alone || !is_quoted(place.marks, event.span)).then_some(event)
    };
    let verdicts = if alone { verdicts(scene.tree) } else { all_verdicts(scene.tree) };
    let mut found: Vec<Event> = verdicts.into_iter().filter_map(given).collect();
    if !alone {
        named(scene, place, &mut found);
    }
    found
}

/// Adds what nouns tell, but what a verb told already: `launched an attack on …`.
fn named(scene: &Scene<'_>, place: &Place<'_>, found: &mut Vec<Event>) {
    for (verdict, actors) in nominal::deeds(scene) {
        let Some(event) = event(scene, place, &verdict, actors) else { continue };
        let known = found.iter().any(|one| {
            one.class == event.class
                && one.targets.iter().any(|target| event.targets.contains(target))
        });
        if !known && !is_quoted(place.marks, event.span) {
            found.push(event);
        }
    }
    found.sort_by_key(|event| event.span);
}

/// Whether the words are someone's own.
fn is_quoted(marks: &Marks<'_>, deed: Span) -> bool {
    let quotations = marks.quotations;
    let from = quotations.partition_point(|one| one.span.end() < deed.end());
    let near = quotations.iter().skip(from).take_while(|one| one.span.start() <= deed.start());
    near.filter(|one| one.kind != QuotationKind::Indirect).any(|one| one.span.contains(deed))
}

/// The verdicts on all verbs of a sentence, one for each deed.
fn all_verdicts(tree: &Tree<'_>) -> Vec<Verdict> {
    let verbs = tree.downwards().filter(|&at| tree.class(at) == syntax::Class::Verb);
    let mut found: Vec<Verdict> = Vec::new();
    for verdict in verbs.filter_map(|at| verdict::verdict(tree, at)) {
        if found.iter().all(|known| known.deed != verdict.deed) {
            found.push(verdict);
        }
    }
    found.sort_by_key(|verdict| verdict.deed);
    found
}

/// The verdicts of a sentence: on its main clause, and on those joined to it.
fn verdicts(tree: &Tree<'_>) -> Vec<Verdict> {
    let Some(root) = tree.root() else { return Vec::new() };
    let joined = tree.children(root).filter(|&child| tree.relation(child) == Relation::Conj);
    let clauses = std::iter::once(root).chain(joined);
    let mut found: Vec<Verdict> = clauses.filter_map(|at| verdict::verdict(tree, at)).collect();
    found.dedup_by_key(|verdict| verdict.deed);
    if found.is_empty() {
        // Where the root tells nothing, or is no verb at all, the first verb from the top that tells something.
        let verbs = tree.downwards().filter(|&at| tree.class(at) == syntax::Class::Verb);
        found.extend(verbs.filter(|&at| at != root).find_map(|at| verdict::verdict(tree, at)));
    }
    found
}

fn event(scene: &Scene<'_>, place: &Place<'_>, verdict: &Verdict, actors: Actors) -> Option<Event> {
    let tree = scene.tree;
    let start = place.words.start();
    let token = |at: usize| tree.tokens.get(at);
    let span = |words: Range<usize>| {
        let (first, last): (&Token, &Token) =
            (token(words.start)?, token(words.end.checked_sub(1)?)?);
        place.article.text.span(start + first.start, start + last.end).ok()
    };
    let spans = |ranges: Vec<Range<usize>>| ranges.into_iter().filter_map(span).collect();
    Some(Event {
        sentence: place.number,
        span: span(verdict.deed..verdict.deed + 1)?,
        class: verdict.class,
        sources: spans(actors.sources),
        targets: spans(actors.targets),
        place: actors::place(scene, verdict).and_then(span),
        date: when::date(tree, verdict, place.words, place.marks.dates),
    })
}

#[cfg(test)]
mod tests;
