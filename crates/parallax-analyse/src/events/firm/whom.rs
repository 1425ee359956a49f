//! Who did a firm deed and to whom, by grammar and by name.

use crate::{
    events::{
        actors::{self, Actors},
        clause::Tree,
        firm::is_passive,
        nominal,
        scene::Scene,
        verdict::{Verdict, subject_of},
        vocabulary::{self, Kind},
    },
    syntax::{Class, Relation},
};
use std::ops::Range;

/// The actors that grammar gives; nothing where it gives no doer, and no sufferer either.
pub(super) fn firm_actors(scene: &Scene<'_>, verdict: &Verdict) -> Option<Actors> {
    let tree = scene.tree;
    let subject = antecedent(tree, verdict.doer, subject_of(tree, verdict.doer)?);
    let nobody = ["neither", "no", "none", "few", "nor"];
    if tree.has_word(subject, &nobody) || tree.has_word(verdict.deed, &nobody) {
        return None;
    }
    if is_passive(tree, verdict.doer) {
        if verdict.doer != verdict.deed || !scene.is_victim(subject) {
            return None;
        }
        let by = tree.children(verdict.deed).find(|&at| {
            matches!(tree.relation(at), Relation::Obl | Relation::OblAgent)
                && tree.has_word(at, &["by"])
        });
        if by.is_some_and(|by| !scene.is_actor(by)) {
            return None;
        }
        let sources = by.map_or_else(
            || deed_beside(scene, verdict.deed),
            |by| some(scene, actors::joined(tree, by)),
        );
        return Some(Actors { sources, targets: some(scene, actors::joined(tree, subject)) });
    }
    if is_passive(tree, verdict.deed) {
        return None;
    }
    if !scene.is_actor(subject) {
        return by_deed(scene, verdict, subject);
    }
    let sources = some(scene, actors::subjects(tree, subject));
    if sources.is_empty() {
        return None;
    }
    let target = target(scene, verdict, &sources);
    let targets = target.map_or_else(Vec::new, |at| some(scene, actors::joined(tree, at)));
    Some(Actors { sources, targets })
}

/// `An Estmark strike killed two`: a deed of harm is the subject, and whoever did it the source.
fn by_deed(scene: &Scene<'_>, verdict: &Verdict, subject: usize) -> Option<Actors> {
    let tree = scene.tree;
    let harms = vocabulary::needs(tree.stem(verdict.deed)).contains(&vocabulary::Need::Harm);
    if !harms || !HARMFUL.contains(&tree.stem(subject)) || tree.class(subject) != Class::Noun {
        return None;
    }
    let sources = nominal::sources(scene, subject);
    let targets = some(scene, actors::joined(tree, target(scene, verdict, &sources)?));
    (!targets.is_empty()).then_some(Actors { sources, targets })
}

/// `Killed in Estmark strikes`: whose the deed of harm is.
fn deed_beside(scene: &Scene<'_>, verb: usize) -> Vec<Range<usize>> {
    let tree = scene.tree;
    let mut deeds = tree.children(verb).filter(|&at| {
        tree.relation(at) == Relation::Obl
            && HARMFUL.contains(&tree.stem(at))
            && tree.has_word(at, &["in", "by"])
    });
    deeds.next().map_or_else(Vec::new, |deed| nominal::sources(scene, deed))
}

/// Deeds that harm by intent, as nouns.
pub(super) const HARMFUL: [&str; 21] = [
    "attack", "shell", "airstrik", "strike", "bomb", "raid", "ambush", "shoot", "stab", "clash",
    "missil", "drone", "bombard", "shootout", "gunfir", "massacr", "offens", "invas", "blockad",
    "sieg", "assault",
];

/// The noun that `who` or `which` stands for, else the subject itself.
fn antecedent(tree: &Tree<'_>, verb: usize, subject: usize) -> usize {
    let stands = ["who", "which", "that"].iter().any(|one| tree.word(subject) == *one);
    let noun = tree.head(verb).filter(|_| tree.relation(verb) == Relation::AclRelcl);
    noun.filter(|_| stands).unwrap_or(subject)
}

/// Those phrases that name someone who can act, without what a comma sets off or how long it took.
fn some(scene: &Scene<'_>, mut phrases: Vec<Range<usize>>) -> Vec<Range<usize>> {
    phrases.retain(|phrase| scene.head(phrase).is_some_and(|head| scene.is_victim(head)));
    phrases.retain(|phrase| {
        // `, according to officials`: the tree joins what only stands beside.
        scene.tree.class(phrase.start) != Class::Punct
            && scene.tree.word(phrase.start) != "according"
    });
    for phrase in &mut phrases {
        let head = scene.head(phrase).unwrap_or(phrase.start);
        let aside = |at: &usize| {
            let word = scene.tree.word(*at);
            word == "," || (word == "for" && scene.tree.class(at + 1) == Class::Num)
        };
        phrase.end = (head + 1..phrase.end).find(aside).unwrap_or(phrase.end);
    }
    phrases
}

/// Whom it is done to, by grammar: the object, then what the verb or its object is aimed at.
fn target(scene: &Scene<'_>, verdict: &Verdict, sources: &[Range<usize>]) -> Option<usize> {
    let tree = scene.tree;
    if let Some(asked) = verdict.asked {
        return tree.child(asked, &[Relation::Nsubj]);
    }
    let free =
        |at: usize| scene.is_victim(at) && !sources.iter().any(|source| source.contains(&at));
    let aimed = |at: usize| {
        tree.led_by(at, &["with", "against", "to", "on", "at", "from", "upon", "for"]) && free(at)
    };
    let below = |at: usize, relations: &[Relation]| -> Vec<usize> {
        tree.children(at).filter(|&child| relations.contains(&tree.relation(child))).collect()
    };
    let mut verbs = vec![verdict.doer, verdict.deed];
    verbs.dedup();
    if vocabulary::verb(tree.stem(verdict.doer)).contains(&Kind::Say) {
        verbs.retain(|&verb| verb == verdict.deed);
    }
    let direct = [Relation::Obj, Relation::Iobj];
    for &verb in &verbs {
        if let Some(found) = below(verb, &direct).into_iter().find(|&at| free(at)) {
            return Some(found);
        }
    }
    for &verb in &verbs {
        let found = below(verb, &[Relation::Obl]).into_iter().find(|&at| aimed(at));
        if found.is_some() {
            return found;
        }
        for object in below(verb, &direct) {
            let of = below(object, &[Relation::Nmod, Relation::NmodPoss]).into_iter();
            let mut of = of.filter(|&at| tree.class(at) != Class::Pron && free(at));
            if let Some(found) = of.next() {
                return Some(found);
            }
        }
    }
    None
}
