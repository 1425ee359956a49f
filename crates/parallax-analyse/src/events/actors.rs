//! Who did it and to whom: the words that name the actors of a deed.

use super::{
    clause::Tree,
    scene::Scene,
    verdict::{Verdict, is_finite, subject_of},
    vocabulary,
};
use crate::syntax::{Class, Relation};
use parallax_model::{EntityKind, EventClass};
use std::ops::Range;

/// Actors, as ranges of words.
pub(super) struct Actors {
    pub(super) sources: Vec<Range<usize>>,
    pub(super) targets: Vec<Range<usize>>,
}

/// The actors of a deed.
pub(super) fn actors(tree: &Tree<'_>, verdict: &Verdict) -> Actors {
    let subject = subject_of(tree, verdict.doer);
    let passive = subject.filter(|&subject| tree.relation(subject) == Relation::NsubjPass);
    let sources: Vec<Range<usize>> = match (passive, subject) {
        (Some(_), _) => {
            agent(tree, verdict.doer).map_or_else(Vec::new, |agent| joined(tree, agent))
        }
        (None, Some(subject)) => subjects(tree, subject),
        (None, None) => before(tree, verdict.doer),
    };
    let targets = if let Some(passive) = passive {
        joined(tree, passive)
    } else if between_sources(verdict.class, &sources) {
        Vec::new()
    } else {
        targets(tree, verdict, &sources)
    };
    Actors { sources, targets }
}

/// The first actors before a finite verb to which the tree gives no subject.
fn before(tree: &Tree<'_>, verb: usize) -> Vec<Range<usize>> {
    let first = (0..verb)
        .find(|&at| is_actor(tree, at))
        .filter(|_| is_finite(tree, verb) || tree.head(verb).is_none());
    first.map_or_else(Vec::new, |at| joined(tree, whole(tree, at)))
}

/// A subject with those joined to it, also where the tree hangs them on the verb beside it.
pub(super) fn subjects(tree: &Tree<'_>, subject: usize) -> Vec<Range<usize>> {
    let mut found = joined(tree, subject);
    let Some(verb) = tree.head(subject) else { return found };
    let beside = tree.children(verb).filter(|&other| {
        other > subject
            && tree.relation(other) == Relation::Nsubj
            && tree.child(other, &[Relation::Cc]).is_some()
    });
    for other in beside {
        found.extend(joined(tree, other));
    }
    found
}

/// Deeds that several do together and to nobody else.
fn between_sources(class: EventClass, sources: &[Range<usize>]) -> bool {
    sources.len() > 1
        && matches!(
            class,
            EventClass::Agree
                | EventClass::Consult
                | EventClass::Support
                | EventClass::Cooperate
                | EventClass::Reject
        )
}

/// Who did what the subject suffered: after `by`, else where it happened.
fn agent(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let by = |at: usize| tree.has_word(at, &["by"]);
    let inside = |at: usize| tree.has_word(at, &["in", "at"]) && is_actor(tree, at);
    let obliques = || {
        tree.children(verb)
            .filter(|&at| matches!(tree.relation(at), Relation::Obl | Relation::OblAgent))
    };
    obliques().find(|&at| by(at)).or_else(|| obliques().find(|&at| inside(at)))
}

/// The first actors named after the deed.
fn targets(tree: &Tree<'_>, verdict: &Verdict, sources: &[Range<usize>]) -> Vec<Range<usize>> {
    let asked =
        verdict.asked.and_then(|verb| tree.child(verb, &[Relation::Nsubj, Relation::NsubjPass]));
    if let Some(asked) =
        asked.filter(|&asked| is_named(tree, asked) && verdict.asked != Some(verdict.doer))
    {
        return joined(tree, asked);
    }
    let from = verdict.doer.min(verdict.deed);
    let mut at = from + 1;
    while at < tree.tokens.len() {
        let inside = sources.iter().any(|source| source.contains(&at));
        if !inside
            && is_actor(tree, at)
            && !is_own(tree, at)
            && !is_aside(tree, at, from)
            && !repeats(tree, at, sources)
        {
            return joined(tree, whole(tree, at));
        }
        at += 1;
    }
    Vec::new()
}

/// Where it happened: the first place that hangs on the deed by `in` or the like.
pub(super) fn place(scene: &Scene<'_>, verdict: &Verdict) -> Option<Range<usize>> {
    let tree = scene.tree;
    let within = |at: usize| {
        matches!(tree.relation(at), Relation::Obl | Relation::Nmod)
            && scene.kind(at) == Some(EntityKind::Place)
            && tree.has_word(at, &["in", "at", "near", "outside", "inside", "around"])
    };
    let hung = |verb: usize| tree.children(verb).find(|&at| within(at));
    let object = tree.child(verdict.deed, &[Relation::Obj]);
    let found = hung(verdict.deed).or_else(|| hung(verdict.doer)).or_else(|| object.and_then(hung));
    let places = found.map(|at| phrase(tree, at))?;
    let someone = |at: usize| scene.kind(at) == Some(EntityKind::Person);
    (!places.clone().any(someone)).then_some(places)
}

/// Whether the words at `at` belong to who reports the deed.
fn is_aside(tree: &Tree<'_>, at: usize, deed: usize) -> bool {
    let mut one = at;
    loop {
        if matches!(
            tree.relation(one),
            Relation::Parataxis | Relation::OblUnmarked | Relation::NmodUnmarked
        ) && !tree.is_below(deed, one)
        {
            return true;
        }
        let Some(head) = tree.head(one) else { return false };
        let reports = vocabulary::verb(tree.stem(head)).contains(&vocabulary::Kind::Say);
        if reports
            && tree.relation(one) == Relation::Nsubj
            && head != deed
            && !tree.is_below(head, deed)
        {
            return true;
        }
        one = head;
    }
}

/// `Its forces`: something of the doer's.
fn is_own(tree: &Tree<'_>, at: usize) -> bool {
    tree.child(at, &[Relation::NmodPoss]).is_some_and(|owner| tree.class(owner) == Class::Pron)
}

/// Whether the word only names a source again.
fn repeats(tree: &Tree<'_>, at: usize, sources: &[Range<usize>]) -> bool {
    let word = tree.word(at);
    sources.iter().any(|source| source.clone().any(|one| tree.word(one) == word))
}

/// From a word inside a name to the word that the name hangs by.
fn whole(tree: &Tree<'_>, at: usize) -> usize {
    let mut one = at;
    while let Some(head) = tree.head(one) {
        let part = matches!(
            tree.relation(one),
            Relation::Compound | Relation::Flat | Relation::Amod | Relation::NmodDesc
        );
        if !part || !is_actor(tree, head) {
            break;
        }
        one = head;
    }
    one
}

/// Whether a word names someone who can act: a name, a people, a trade, a body.
fn is_actor(tree: &Tree<'_>, at: usize) -> bool {
    let word = tree.word(at);
    let capital = word.starts_with(char::is_uppercase);
    match tree.class(at) {
        Class::Propn => !is_day(word),
        Class::Adj => capital,
        Class::Noun => vocabulary::is_actor(word) || (capital && !is_day(word)),
        _ => false,
    }
}

/// Whether a phrase names an actor by a word of its own.
fn is_named(tree: &Tree<'_>, at: usize) -> bool {
    is_actor(tree, at) || tree.children(at).any(|child| is_actor(tree, child))
}

fn is_day(word: &str) -> bool {
    const DAYS: [&str; 19] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    DAYS.contains(&word)
}

/// The phrase of a noun and those joined to it by `and`.
pub(super) fn joined(tree: &Tree<'_>, at: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if let Some(parts) = peoples(tree, at) {
        found.extend(parts);
    } else {
        found.push(phrase(tree, at));
    }
    let others = tree
        .children(at)
        .filter(|&child| tree.relation(child) == Relation::Conj && nominal(tree, child));
    found.extend(others.map(|child| phrase(tree, child)));
    found.retain(|range| !range.is_empty());
    found
}

fn nominal(tree: &Tree<'_>, at: usize) -> bool {
    matches!(tree.class(at), Class::Noun | Class::Propn | Class::Adj | Class::Num | Class::Pron)
}

/// `French and Egyptian warships`: two parties in one phrase.
fn peoples(tree: &Tree<'_>, at: usize) -> Option<[Range<usize>; 2]> {
    let capital = |at: usize| tree.word(at).starts_with(char::is_uppercase);
    let before = |child: &usize| {
        *child < at && matches!(tree.relation(*child), Relation::Amod | Relation::Compound)
    };
    let one = tree.children(at).filter(before).find(|&child| capital(child))?;
    let other = tree.child(one, &[Relation::Conj]).filter(|&other| capital(other) && other < at)?;
    if tree.class(at) == Class::Propn {
        return None;
    }
    Some([one..one + 1, other..at + 1])
}

/// Relations that belong to a phrase itself.
const PARTS: [Relation; 10] = [
    Relation::Det,
    Relation::Amod,
    Relation::Compound,
    Relation::Nummod,
    Relation::NmodPoss,
    Relation::Flat,
    Relation::Nmod,
    Relation::NmodDesc,
    Relation::Fixed,
    Relation::DetPredet,
];

/// The words of a noun's phrase, without clauses and appositions.
fn phrase(tree: &Tree<'_>, at: usize) -> Range<usize> {
    let (mut start, mut end) = (at, at + 1);
    let parts = tree.children(at).filter(|&child| PARTS.contains(&tree.relation(child)));
    for part in parts {
        let words = tree.below(part);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        if part < at {
            start = start.min(*first);
        } else if belongs(tree, part) && *last + 1 - part < LONGEST {
            end = end.max(*last + 1);
        }
    }
    let bound = ["least", "most"].iter().any(|one| tree.word(start + 1) == *one);
    if tree.class(start) == Class::Adp && start < at && !bound {
        start += 1;
    }
    if let Some(day) = (at + 1..end).find(|&word| is_day(tree.word(word))) {
        end = if tree.class(day - 1) == Class::Adp && day - 1 > at { day - 1 } else { day };
    }
    start..end
}

/// Whether what hangs after a noun tells which one it is.
fn belongs(tree: &Tree<'_>, part: usize) -> bool {
    tree.relation(part) != Relation::Nmod
        || tree.has_word(part, &["of", "in", "at", "from", "near", "for"])
}

/// What hangs after a noun belongs to its phrase up to so many words.
const LONGEST: usize = 10;
