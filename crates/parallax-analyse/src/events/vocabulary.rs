//! What words say of deeds, by their stems.

use parallax_language::{Language, stem};
use parallax_model::EventClass;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What a verb or a noun does in the report of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// It is a deed of this class.
    Deed(EventClass),
    /// Reports what someone says.
    Say,
    /// Goes about a deed that another verb names.
    Aspect,
    /// Binds oneself to a deed.
    Commit,
    /// Does what its object names.
    Light,
    /// Ends what its object names.
    Stop,
    /// Lays what its object names on someone.
    Impose,
    /// Gives what its object names.
    Give,
    /// Takes what is offered or asked.
    Accept,
    /// Is what its subject names, going on.
    Occur,
}

const CLASSES: [EventClass; 18] = [
    EventClass::Agree,
    EventClass::Consult,
    EventClass::Support,
    EventClass::Cooperate,
    EventClass::Aid,
    EventClass::Concede,
    EventClass::Retreat,
    EventClass::Investigate,
    EventClass::Demand,
    EventClass::Disapprove,
    EventClass::Reject,
    EventClass::Threaten,
    EventClass::Protest,
    EventClass::Mobilize,
    EventClass::Sanction,
    EventClass::Coerce,
    EventClass::Assault,
    EventClass::Fight,
];

fn class(name: &str) -> Option<EventClass> {
    CLASSES.into_iter().find(|class| class.name() == name)
}

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "say" => Kind::Say,
        "aspect" => Kind::Aspect,
        "commit" => Kind::Commit,
        "light" => Kind::Light,
        "stop" => Kind::Stop,
        "impose" => Kind::Impose,
        "give" => Kind::Give,
        "accept" => Kind::Accept,
        "occur" => Kind::Occur,
        _ => Kind::Deed(class(name)?),
    })
}

/// Stems with the kinds they have.
type Kinds = BTreeMap<String, Vec<Kind>>;

/// The stem that the tables are read by.
pub(super) fn key(word: &str) -> String {
    stem(Language::ENGLISH, word)
}

pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|row| !row.starts_with('#'))
}

fn kinds(table: &'static str) -> Kinds {
    let mut kinds = Kinds::new();
    for row in rows(table) {
        let Some((name, words)) = row.split_once('\t') else { continue };
        let Some(kind) = kind(name) else { continue };
        for word in words.split(' ') {
            kinds.entry(key(word)).or_default().push(kind);
        }
    }
    for list in kinds.values_mut() {
        list.dedup();
    }
    kinds
}

static VERBS: LazyLock<Kinds> =
    LazyLock::new(|| kinds(include_str!("../../data/events/verbs.tsv")));

static NOUNS: LazyLock<Kinds> =
    LazyLock::new(|| kinds(include_str!("../../data/events/nouns.tsv")));

/// A class, and the stems of the verbs that come to it by one of the nouns.
pub(super) type Pair = (EventClass, BTreeSet<String>, BTreeSet<String>);

/// All such verbs and nouns, row by row.
pub(super) fn pairs() -> impl Iterator<Item = Pair> {
    rows(include_str!("../../data/events/pairs.tsv")).filter_map(|row| {
        let mut parts = row.split('\t');
        let (name, verbs, nouns) = (parts.next()?, parts.next()?, parts.next()?);
        let stems = |words: &str| words.split(' ').map(key).collect();
        Some((class(name)?, stems(verbs), stems(nouns)))
    })
}

/// By the verb's stem: classes and the nouns that bring it to them.
type Pairs = BTreeMap<String, Vec<(EventClass, BTreeSet<String>)>>;

static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
    let mut by_verb = Pairs::new();
    for (class, verbs, nouns) in pairs() {
        for verb in verbs {
            by_verb.entry(verb).or_default().push((class, nouns.clone()));
        }
    }
    by_verb
});

/// What a verb needs beside it to tell a deed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Someone who does it.
    Alone,
    /// Someone who does it, and no object.
    Bare,
    /// Something it is done to.
    Object,
    /// Someone it is done to.
    Actor,
    /// What one is bound to do or refuses.
    To,
    /// Someone who is asked, and what.
    Asks,
    /// Someone who harms, or what harms by intent.
    Harm,
    /// Arms or forces.
    Armed,
}

fn need(name: &str) -> Option<Need> {
    Some(match name {
        "alone" => Need::Alone,
        "bare" => Need::Bare,
        "object" => Need::Object,
        "actor" => Need::Actor,
        "to" => Need::To,
        "asks" => Need::Asks,
        "harm" => Need::Harm,
        "armed" => Need::Armed,
        _ => return None,
    })
}

pub(super) static FIRM: LazyLock<BTreeMap<String, Vec<Need>>> = LazyLock::new(|| {
    let mut firm: BTreeMap<String, Vec<Need>> = BTreeMap::new();
    for row in rows(include_str!("../../data/events/firm.tsv")) {
        let Some((name, words)) = row.split_once('\t') else { continue };
        let Some(need) = need(name) else { continue };
        for word in words.split(' ') {
            firm.entry(key(word)).or_default().push(need);
        }
    }
    firm
});

/// What a verb needs to tell a deed by itself; nothing for verbs that never do.
pub(super) fn needs(stem: &str) -> &'static [Need] {
    FIRM.get(stem).map_or(&[], Vec::as_slice)
}

/// Words by which someone is told to do something, whatever that is.
pub(super) const OBLIGES: [&str; 3] = ["must", "should", "ought"];

/// Whether a noun, singular, names people, forces or arms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Actor {
    People,
    Forces,
    Arms,
}

static ACTORS: LazyLock<BTreeMap<&'static str, Actor>> = LazyLock::new(|| {
    let mut actors = BTreeMap::new();
    for row in rows(include_str!("../../data/events/actors.tsv")) {
        let Some((name, words)) = row.split_once('\t') else { continue };
        let actor = match name {
            "forces" => Actor::Forces,
            "arms" => Actor::Arms,
            _ => Actor::People,
        };
        for word in words.split(' ') {
            actors.entry(word).or_insert(actor);
        }
    }
    actors
});

/// Looks a noun up as it stands, then in the singular.
fn actor(word: &str) -> Option<Actor> {
    let lower = word.to_lowercase();
    let known = |word: &str| ACTORS.get(word).copied();
    known(&lower)
        .or_else(|| known(lower.strip_suffix('s')?))
        .or_else(|| known(lower.strip_suffix("es")?))
        .or_else(|| known(&format!("{}y", lower.strip_suffix("ies")?)))
        .or_else(|| known(&format!("{}man", lower.strip_suffix("men")?)))
        .or_else(|| is_of_trade(&lower).then_some(Actor::People))
}

/// `Photojournalist`: people are named so by what they do.
fn is_of_trade(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    word.len() > 6 && word.ends_with("ist") && (!word.ends_with("list") || word.ends_with("alist"))
}

/// The kinds of a verb.
pub(super) fn verb(stem: &str) -> &'static [Kind] {
    VERBS.get(stem).map_or(&[], Vec::as_slice)
}

/// The class of what a noun names.
pub(super) fn noun(stem: &str) -> Option<EventClass> {
    NOUNS.get(stem).into_iter().flatten().find_map(|kind| match kind {
        Kind::Deed(class) => Some(*class),
        _ => None,
    })
}

/// The class of a verb done to one of the nouns.
pub(super) fn pair(verb: &str, nouns: &[&str]) -> Option<EventClass> {
    let pairs = PAIRS.get(verb)?;
    let found = pairs.iter().find(|(_, known)| nouns.iter().any(|noun| known.contains(*noun)));
    found.map(|(class, _)| *class)
}

/// Whether a noun names those who can act.
pub(super) fn is_actor(word: &str) -> bool {
    matches!(actor(word), Some(Actor::People | Actor::Forces))
}

/// Whether a noun names a force or its arms.
pub(super) fn is_military(word: &str) -> bool {
    matches!(actor(word), Some(Actor::Forces | Actor::Arms))
}
