//! Which verdicts are firm enough to give in running news.
//!
//! A sentence picked for its event tells one in some word or other; a sentence
//! of an article mostly tells none. There a deed has to be done by someone who
//! can act, in a clause that asserts it, by a verb that tells it by itself.

mod asserted;
mod told;
mod whom;

use super::{actors::Actors, clause::Tree, scene::Scene, verdict::Verdict};
use crate::syntax::{Class, Relation};

/// The actors of a verdict that is firm; nothing for one that is not.
pub(super) fn firm(scene: &Scene<'_>, verdict: &Verdict) -> Option<Actors> {
    let tree = scene.tree;
    let verbs = [verdict.doer, verdict.deed].iter().all(|&at| tree.class(at) == Class::Verb);
    if !verbs
        || asserted::is_noun(tree, verdict.deed)
        || tree.text.trim_end().ends_with('?')
        || !asserted::is_asserted(tree, verdict)
    {
        return None;
    }
    let actors = whom::firm_actors(scene, verdict)?;
    told::is_told(scene, verdict, &actors).then_some(actors)
}

fn is_passive(tree: &Tree<'_>, at: usize) -> bool {
    tree.child(at, &[Relation::NsubjPass, Relation::AuxPass]).is_some()
}
