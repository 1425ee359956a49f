//! Deeds that a noun tells: `Norland’s attack on Estmark`, `talks between the two`.
//!
//! Only where the noun itself names who did it and to whom, and stands as
//! something that was: no wish, no fear, no plan.

use super::{
    actors::{self, Actors},
    clause::Tree,
    mood::Mood,
    scene::Scene,
    verdict::Verdict,
    vocabulary,
};
use crate::syntax::{Class, Relation};
use parallax_model::EventClass;
use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

/// How a noun takes those whom its deed is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    On,
    Of,
    With,
}

static NOUNS: LazyLock<BTreeMap<String, Vec<Takes>>> = LazyLock::new(|| {
    let mut nouns: BTreeMap<String, Vec<Takes>> = BTreeMap::new();
    let rows = include_str!("../../data/events/nominal.tsv").lines();
    for (name, words) in rows.filter_map(|row| row.split_once('\t')) {
        let takes = match name {
            "on" => Takes::On,
            "of" => Takes::Of,
            "with" => Takes::With,
            _ => continue,
        };
        for word in words.split(' ') {
            nouns.entry(vocabulary::key(word)).or_default().push(takes);
        }
    }
    nouns
});

/// Words one of which stands beside such a noun and whom its deed is done to.
pub(super) const LINKS: [&str; 5] = ["on", "against", "of", "with", "between"];

/// Whether a word right behind such a noun names a side of its deed.
pub(super) fn links(word: &str) -> bool {
    LINKS.contains(&word) || word == "by"
}

/// The stems of all such nouns.
pub(super) fn stems() -> impl Iterator<Item = &'static String> {
    NOUNS.keys()
}

/// The deeds that the nouns of a sentence tell.
pub(super) fn deeds(scene: &Scene<'_>) -> Vec<(Verdict, Actors)> {
    let tree = scene.tree;
    let nouns = (0..tree.tokens.len()).filter(|&at| tree.class(at) == Class::Noun);
    nouns.filter_map(|at| deed(scene, at)).collect()
}

fn deed(scene: &Scene<'_>, at: usize) -> Option<(Verdict, Actors)> {
    let tree = scene.tree;
    let takes = NOUNS.get(tree.stem(at))?;
    if !is_real(tree, at) {
        return None;
    }
    let class = match tree.stem(at) {
        "sanction" | "embargo" => EventClass::Sanction,
        // A strike on somebody is no strike of workers.
        "strike" => EventClass::Fight,
        stem => vocabulary::noun(stem).or_else(|| class_of_verb(stem))?,
    };
    let actors = takes.iter().find_map(|&takes| told(scene, at, takes))?;
    Some((Verdict { class, doer: at, deed: at, asked: None }, actors))
}

/// The class of a noun that is written as its verb is.
fn class_of_verb(stem: &str) -> Option<EventClass> {
    vocabulary::verb(stem).iter().find_map(|kind| match kind {
        vocabulary::Kind::Deed(class) => Some(*class),
        _ => None,
    })
}

fn told(scene: &Scene<'_>, at: usize, takes: Takes) -> Option<Actors> {
    let tree = scene.tree;
    let after = |words: &[&str]| {
        let hung = tree.children(at).filter(|&one| one > at);
        let mut hung = hung.filter(|&one| {
            matches!(tree.relation(one), Relation::Nmod | Relation::Obl)
                && tree.led_by(one, words)
                && scene.is_actor(one)
        });
        // The tree often hangs on the verb what stands right behind the noun.
        let beside = || words.contains(&tree.word(at + 1)).then(|| noun_after(tree, at + 2));
        hung.next().or_else(|| beside().flatten().filter(|&one| scene.is_actor(one)))
    };
    let sources = sources(scene, at);
    if takes == Takes::With
        && let Some(one) = after(&["between"])
    {
        let and = (one + 1..one + LONGEST).find(|&and| tree.word(and) == "and")?;
        let other = noun_after(tree, and + 1).filter(|&other| scene.is_actor(other))?;
        let sources = [one, other].map(|one| actors::joined(tree, one).into_iter().next());
        let sources: Vec<Range<usize>> = sources.into_iter().flatten().collect();
        return (sources.len() > 1).then(|| Actors { sources, targets: Vec::new() });
    }
    let whom = match takes {
        Takes::On => after(&["on", "against"]),
        Takes::Of => after(&["of"]),
        Takes::With => after(&["with"]),
    }?;
    let targets = actors::joined(tree, whom);
    let sources: Vec<Range<usize>> = sources
        .into_iter()
        .filter(|one| targets.iter().all(|other| other.end <= one.start || one.end <= other.start))
        .collect();
    (!sources.is_empty() && !targets.is_empty()).then_some(Actors { sources, targets })
}

/// Words of a phrase up to its noun.
const LONGEST: usize = 7;

/// The noun that the phrase from `from` comes to.
fn noun_after(tree: &Tree<'_>, from: usize) -> Option<usize> {
    let noun = |at: usize| matches!(tree.class(at), Class::Noun | Class::Propn);
    let part =
        |at: usize| noun(at) || matches!(tree.class(at), Class::Det | Class::Adj | Class::Num);
    (from..from + LONGEST).take_while(|&at| part(at)).find(|&at| noun(at) && !noun(at + 1))
}

/// Who did what a noun names: its owner, who stands after *by*, or a people before it.
pub(super) fn sources(scene: &Scene<'_>, at: usize) -> Vec<Range<usize>> {
    let tree = scene.tree;
    let owner = tree
        .child(at, &[Relation::NmodPoss])
        .filter(|&owner| tree.class(owner) != Class::Pron && scene.is_actor(owner));
    let by = || {
        tree.children(at).find(|&one| {
            one > at
                && matches!(tree.relation(one), Relation::Nmod | Relation::Obl)
                && tree.led_by(one, &["by"])
                && scene.is_actor(one)
        })
    };
    if let Some(one) = owner.or_else(by) {
        return actors::joined(tree, one);
    }
    let people = tree.children(at).find(|&one| {
        one < at
            && matches!(tree.relation(one), Relation::Amod | Relation::Compound)
            && tree.word(one).starts_with(char::is_uppercase)
            && (tree.class(one) == Class::Adj || scene.is_actor(one))
    });
    people.map_or_else(Vec::new, |one| vec![Range { start: one, end: one + 1 }])
}

/// Words that say a deed is no deed yet, or may be none.
const UNREAL: [&str; 21] = [
    "possible",
    "potential",
    "alleged",
    "planned",
    "future",
    "threatened",
    "imminent",
    "feared",
    "upcoming",
    "proposed",
    "any",
    "no",
    "another",
    "new",
    "further",
    "more",
    "suspected",
    "would-be",
    "attempted",
    "every",
    "pre-emptive",
];

/// Verbs that wish, fear or plan what they govern.
const OPEN: [&str; 42] = [
    "warn", "threaten", "fear", "prevent", "avert", "deter", "oppos", "urg", "demand", "call",
    "plan", "consid", "vow", "avoid", "propos", "seek", "want", "predict", "expect", "alleg",
    "deni", "hope", "discuss", "simul", "imagin", "justifi", "favor", "favour", "support", "back",
    "risk", "prepar", "promis", "pledg", "offer", "refus", "reject", "schedul", "advoc", "await",
    "organ", "press",
];

/// Whether a noun stands for something that was: definite, or when and where something else was.
fn is_real(tree: &Tree<'_>, at: usize) -> bool {
    if tree.has_word(at, &UNREAL) || tree.text.trim_end().ends_with('?') {
        return false;
    }
    let indefinite = tree.has_word(at, &["a", "an"]);
    let when = tree.has_word(at, &["in", "after", "during", "following", "since", "from", "over"]);
    if indefinite && !when {
        return false;
    }
    let open = ["if", "unless", "whether", "lest", "until"];
    let mut one = at;
    let mut verbs = 0;
    while let Some(head) = tree.head(one) {
        if tree.has_word(head, &open) {
            return false;
        }
        if matches!(tree.class(head), Class::Verb | Class::Aux) {
            let first = verbs == 0;
            verbs += 1;
            // What came after a deed may be open, and the deed is none the less.
            let firm = first && when && !indefinite;
            if OPEN.contains(&tree.stem(head)) && first
                || !firm && !Mood::of(tree, head).is_done()
                || first && !when && tree.has_word(head, &["to"])
            {
                return false;
            }
        }
        one = head;
    }
    verbs > 0
}
