//! What kind of deed a clause tells, by its verb and what stands around it.

use super::{
    clause::Tree,
    mood::Mood,
    vocabulary::{self, Kind},
};
use crate::syntax::{Class, Relation};
use parallax_model::EventClass;

/// A deed and the words to look for its actors from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    pub(super) class: EventClass,
    /// The verb whose subject did it.
    pub(super) doer: usize,
    /// The verb of the deed itself.
    pub(super) deed: usize,
    /// The verb whose subject it is done to, where the deed is asked of them.
    pub(super) asked: Option<usize>,
}

/// Verbs below verbs are followed no deeper.
const DEEPEST: usize = 6;

const COMPLEMENTS: [Relation; 3] = [Relation::Xcomp, Relation::Ccomp, Relation::Csubj];

/// Reads the clause of the verb at `at`.
pub(super) fn verdict(tree: &Tree<'_>, at: usize) -> Option<Verdict> {
    judge(tree, at, 0)
}

fn judge(tree: &Tree<'_>, at: usize, depth: usize) -> Option<Verdict> {
    if depth > DEEPEST {
        return None;
    }
    let mood = Mood::of(tree, at);
    if mood.must {
        return Some(Verdict { class: EventClass::Demand, doer: at, deed: at, asked: Some(at) });
    }
    let found = plain(tree, at, depth)?;
    let class = mood.change(found.class)?;
    Some(Verdict { class, ..found })
}

/// The deed of a verb without its mood.
fn plain(tree: &Tree<'_>, at: usize, depth: usize) -> Option<Verdict> {
    let kinds = vocabulary::verb(tree.stem(at));
    let here = |class| Some(Verdict { class, doer: at, deed: at, asked: None });
    let has = |kind| kinds.contains(&kind);
    let inner = complement(tree, at);
    if has(Kind::Say)
        && let Some(said) = inner.or_else(|| said_before(tree, at))
        && let Some(found) = judge(tree, said, depth + 1)
    {
        return Some(reported(tree, at, found));
    }
    let nouns = nouns(tree, at);
    let stems: Vec<&str> = nouns.iter().map(|&noun| tree.stem(noun)).collect();
    if let Some(class) = vocabulary::pair(tree.stem(at), &stems) {
        return here(class);
    }
    if is_commitment(tree, at, kinds) {
        if let Some(found) = inner.and_then(|inner| judge(tree, inner, depth + 1)) {
            let threat = found.class.is_hostile() && !tree.stem(at).starts_with("agre");
            let class = match found.class {
                EventClass::Reject => EventClass::Reject,
                _ if threat => EventClass::Threaten,
                _ => EventClass::Agree,
            };
            return Some(Verdict { class, doer: at, ..found });
        }
        let hostile = stems
            .iter()
            .find_map(|stem| vocabulary::noun(stem))
            .is_some_and(EventClass::is_hostile);
        return here(if hostile { EventClass::Threaten } else { EventClass::Agree });
    }
    if has(Kind::Aspect)
        && let Some(found) = inner.and_then(|inner| judge(tree, inner, depth + 1))
    {
        return Some(Verdict { doer: at, ..found });
    }
    if protests(tree, at) && !kinds.iter().any(|kind| matches!(kind, Kind::Deed(EventClass::Fight)))
    {
        return here(EventClass::Protest);
    }
    if let Some(class) = stopped(has(Kind::Stop), tree, at) {
        return here(class);
    }
    if let Some(class) = kinds.iter().find_map(|kind| deed(*kind)) {
        return here(by_arms(tree, at, class));
    }
    if let Some(class) = done_to(kinds, &stems) {
        return here(by_arms(tree, at, class));
    }
    let subject = tree.child(at, &[Relation::Nsubj, Relation::NsubjPass]);
    if has(Kind::Occur) || has(Kind::Light) {
        let class = subject.and_then(|subject| vocabulary::noun(tree.stem(subject)));
        if let Some(class) = class {
            return here(by_arms(tree, at, class));
        }
    }
    let deeper = inner.or_else(|| tree.child(at, &[Relation::Advcl]))?;
    let found = judge(tree, deeper, depth + 1)?;
    Some(Verdict { doer: at, ..found })
}

const fn deed(kind: Kind) -> Option<EventClass> {
    match kind {
        Kind::Deed(class) => Some(class),
        _ => None,
    }
}

/// The clause that completes a verb.
fn complement(tree: &Tree<'_>, at: usize) -> Option<usize> {
    // `Plans to send …` may have been taken for a noun.
    let planned = || tree.child(at, &[Relation::Acl]).filter(|&to| tree.has_word(to, &["to"]));
    tree.child(at, &COMPLEMENTS).or_else(|| (tree.class(at) == Class::Noun).then(planned).flatten())
}

/// The clause before a reporting verb that the parser hung beside it.
fn said_before(tree: &Tree<'_>, at: usize) -> Option<usize> {
    let beside = tree.child(at, &[Relation::Parataxis, Relation::Conj]);
    beside.filter(|&beside| beside < at && tree.class(beside) == Class::Verb)
}

/// A deed told by someone: it is theirs where its own subject is a pronoun or none.
fn reported(tree: &Tree<'_>, teller: usize, found: Verdict) -> Verdict {
    let subject = subject_of(tree, found.doer);
    let own = subject.is_some_and(|subject| tree.class(subject) != Class::Pron);
    let told_before = tree.child(teller, &[Relation::Nsubj]).is_some_and(|one| one < found.deed);
    if found.asked.is_some() || (!own && told_before) {
        Verdict { doer: teller, ..found }
    } else {
        found
    }
}

/// The subject of a verb, or the one before it of the verb it hangs on without one.
pub(super) fn subject_of(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let subjects = [Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter];
    let linked = [Relation::Xcomp, Relation::Conj, Relation::Advcl, Relation::Ccomp];
    if let Some(own) = tree.child(verb, &subjects) {
        return Some(own);
    }
    let mut at = verb;
    for _ in 0..DEEPEST {
        let above = tree.head(at)?;
        if matches!(tree.relation(at), Relation::Acl | Relation::AclRelcl) {
            // A noun that heads the sentence is the subject of a verb taken for its attribute.
            return Some(above).filter(|&noun| tree.head(noun).is_none() || is_finite(tree, at));
        }
        if !linked.contains(&tree.relation(at)) {
            return None;
        }
        at = above;
        if let Some(theirs) = tree.child(at, &subjects).filter(|&theirs| theirs < verb) {
            return Some(theirs);
        }
    }
    None
}

/// Whether what looks like a participle after a noun is that noun's own verb: it
/// has an object or an auxiliary.
pub(super) fn is_finite(tree: &Tree<'_>, at: usize) -> bool {
    let fine = tree.tokens.get(at).map_or("", |token| token.tag.fine());
    matches!(fine, "VBD" | "VBZ" | "VBP")
        || tree.child(at, &[Relation::Aux, Relation::Obj]).is_some()
}

fn is_commitment(tree: &Tree<'_>, at: usize, kinds: &[Kind]) -> bool {
    // `The minister is to visit …`
    let bound = matches!(tree.word(at), "is" | "are" | "was" | "were")
        && tree.child(at, &[Relation::Xcomp]).is_some_and(|to| tree.has_word(to, &["to"]));
    let ready = ["willing", "ready", "prepared", "committed", "set"];
    bound
        || kinds.contains(&Kind::Commit)
        || (tree.child(at, &[Relation::Cop, Relation::AuxPass]).is_some()
            && ready.contains(&tree.word(at)))
}

/// The nouns a verb is done to or with: objects first, then what hangs on them.
fn nouns(tree: &Tree<'_>, at: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let ranks: [&[Relation]; 3] = [
        &[Relation::Obj, Relation::NsubjPass, Relation::CompoundPrt],
        &[Relation::Obl, Relation::Xcomp, Relation::Iobj],
        &[Relation::OblUnmarked, Relation::Advmod],
    ];
    for relations in ranks {
        for child in tree.children(at).filter(|&child| relations.contains(&tree.relation(child))) {
            found.push(child);
            let parts = tree.children(child).filter(|&part| {
                matches!(
                    tree.relation(part),
                    Relation::Compound
                        | Relation::Case
                        | Relation::Amod
                        | Relation::Nmod
                        | Relation::Conj
                        | Relation::NmodDesc
                )
            });
            found.extend(parts);
        }
    }
    found
}

/// What it means to end what the object names.
fn stopped(stops: bool, tree: &Tree<'_>, at: usize) -> Option<EventClass> {
    let object = tree.child(at, &[Relation::Obj, Relation::NsubjPass]).filter(|_| stops)?;
    let part = |&part: &usize| matches!(tree.relation(part), Relation::Compound | Relation::Nmod);
    let mut words = std::iter::once(object).chain(tree.children(object).filter(part));
    let ended = words.find_map(|word| vocabulary::noun(tree.stem(word)))?;
    Some(match ended {
        EventClass::Coerce
        | EventClass::Sanction
        | EventClass::Protest
        | EventClass::Investigate => EventClass::Concede,
        EventClass::Fight | EventClass::Assault | EventClass::Mobilize => EventClass::Retreat,
        EventClass::Aid
        | EventClass::Consult
        | EventClass::Support
        | EventClass::Cooperate
        | EventClass::Agree => EventClass::Sanction,
        _ => return None,
    })
}

/// What verbs of little meaning come to by their nouns.
fn done_to(kinds: &[Kind], stems: &[&str]) -> Option<EventClass> {
    let named = stems.iter().find_map(|stem| vocabulary::noun(stem));
    let has = |kind| kinds.contains(&kind);
    if has(Kind::Impose) && !has(Kind::Light) {
        return Some(named.unwrap_or(EventClass::Coerce));
    }
    if has(Kind::Accept) {
        return Some(EventClass::Agree);
    }
    if has(Kind::Give)
        || has(Kind::Light)
        || has(Kind::Aspect)
        || has(Kind::Impose)
        || has(Kind::Say)
    {
        return named;
    }
    None
}

/// Whether the clause says that it is done in protest.
fn protests(tree: &Tree<'_>, at: usize) -> bool {
    tree.children(at).any(|child| {
        matches!(
            tree.relation(child),
            Relation::Obl | Relation::Advcl | Relation::Xcomp | Relation::Obj
        ) && tree.stem(child) == "protest"
            && child > at
            // Who is arrested after a protest need not protest.
            && !tree.has_word(child, &["after", "during", "at", "following", "over", "before"])
    })
}

/// Violence is combat where forces do it, and else it is not.
fn by_arms(tree: &Tree<'_>, at: usize, class: EventClass) -> EventClass {
    if !matches!(class, EventClass::Assault | EventClass::Fight) {
        return class;
    }
    let covert = ["bomb", "suicid", "kidnap", "tortur", "abduct", "hostag", "assassin", "grenad"];
    let clause = tree.below(at);
    let arms = clause.iter().any(|&word| {
        vocabulary::is_military(tree.word(word))
            && subject_of(tree, at).is_some_and(|subject| tree.is_below(word, subject))
    });
    let hidden = clause.iter().take(40).any(|&word| covert.contains(&tree.stem(word)));
    let plain_kill = matches!(tree.stem(at), "kill" | "wound" | "injur" | "attack" | "die");
    match (plain_kill, arms && !hidden) {
        (true, true) => EventClass::Fight,
        (true, false) => EventClass::Assault,
        (false, _) => class,
    }
}
