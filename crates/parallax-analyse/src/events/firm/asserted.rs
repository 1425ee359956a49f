//! Whether the clause of a deed stands in its sentence as something that is so.

use crate::{
    events::{
        clause::Tree,
        firm::{is_passive, told::is_carried_out},
        mood::Mood,
        verdict::{Verdict, is_finite},
    },
    syntax::{Class, Relation},
};

/// Whether the clause of the deed stands in the sentence as something that is so.
pub(super) fn is_asserted(tree: &Tree<'_>, verdict: &Verdict) -> bool {
    let open = ["if", "unless", "whether", "lest", "until", "though", "although"];
    let beside =
        [Relation::Parataxis, Relation::Advcl, Relation::AclRelcl, Relation::Acl, Relation::Conj];
    let complement = [Relation::Ccomp, Relation::Xcomp];
    // `He could refuse and be deported`: what is joined shares the mood.
    let stands_alone = |at: usize| {
        let relation = tree.relation(at);
        beside.contains(&relation)
            && (relation != Relation::Conj
                || tree.child(at, &[Relation::Nsubj, Relation::NsubjPass]).is_some())
    };
    let mut at = verdict.deed;
    loop {
        if tree.has_word(at, &open) || is_ever(tree, at) || is_borrowed(tree, at) {
            return false;
        }
        let Some(head) = tree.head(at) else { return true };
        let linked = matches!(
            tree.relation(at),
            Relation::Ccomp | Relation::Xcomp | Relation::Conj | Relation::Parataxis
        ) || (beside.contains(&tree.relation(at)) && is_finite(tree, at))
            || is_carried_out(tree, at);
        let open = SURMISES.contains(&tree.stem(head))
            || !is_carried_out(tree, at)
                && (tree.class(head) != Class::Verb && complement.contains(&tree.relation(at)))
            || !(Mood::of(tree, head).is_done() || stands_alone(at));
        if !linked || open {
            return false;
        }
        at = head;
    }
}

/// Verbs that leave open whether what they report is so.
const SURMISES: [&str; 23] = [
    "believ", "think", "thought", "suggest", "argu", "hope", "expect", "wish", "fear", "doubt",
    "claim", "estim", "predict", "want", "assum", "suppos", "imagin", "seem", "appear", "feel",
    "felt", "suspect", "alleg",
];

/// `Her march`: a noun that was taken for a verb.
pub(super) fn is_noun(tree: &Tree<'_>, at: usize) -> bool {
    tree.child(at, &[Relation::Det, Relation::NmodPoss, Relation::Amod]).is_some()
}

/// A verb whose doer is only guessed: a bare infinitive, a clause that should have a
/// subject of its own, `for shooting`, and what goes with a passive.
fn is_borrowed(tree: &Tree<'_>, at: usize) -> bool {
    let fine = tree.tokens.get(at).map_or("", |token| token.tag.fine());
    let own = tree.child(at, &[Relation::Nsubj, Relation::NsubjPass]).is_some();
    let above = tree.head(at).is_some_and(|head| is_passive(tree, head));
    let mark = ["for", "of", "by", "from", "on", "without", "after", "before", "than", "in"];
    let marked = || !own && tree.has_word(at, &mark) && tree.head(at).is_some();
    match (fine, tree.relation(at)) {
        ("VB", _) if is_carried_out(tree, at) => false,
        ("VB", relation) => {
            tree.child(at, &[Relation::Aux]).is_none() && relation != Relation::Xcomp
        }
        ("VBG", Relation::Advcl) => !own && (above || marked()),
        ("VBG", relation) => relation != Relation::Conj && marked(),
        ("VBP" | "VBZ", Relation::Xcomp) | (_, Relation::Advcl) => !own,
        _ => false,
    }
}

/// `When farmers ask for help`: what happens again and again.
fn is_ever(tree: &Tree<'_>, at: usize) -> bool {
    let fine = tree.tokens.get(at).map_or("", |token| token.tag.fine());
    tree.has_word(at, &["when", "whenever"]) && matches!(fine, "VBP" | "VBZ")
}
