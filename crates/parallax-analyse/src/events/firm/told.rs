//! Whether the verbs of a clause, and what stands beside them, tell a deed.

use crate::{
    events::{
        actors::Actors,
        clause::Tree,
        firm::{is_passive, whom::HARMFUL},
        mood::Mood,
        scene::Scene,
        verdict::{Verdict, subject_of},
        vocabulary::{self, Kind, Need},
    },
    syntax::{Class, Relation},
};
use parallax_model::EventClass;
use std::ops::Range;

/// Whether the verbs and what stands beside them tell the deed.
pub(super) fn is_told(scene: &Scene<'_>, verdict: &Verdict, actors: &Actors) -> bool {
    let tree = scene.tree;
    let (doer, deed) = (verdict.doer, verdict.deed);
    if let Some(asked) = verdict.asked {
        return asked != doer && is_asked(scene, asked);
    }
    let mood = Mood::of(tree, deed);
    if doer == deed {
        return mood.is_done()
            && (!tree.has_word(deed, &["to"]) || is_carried_out(tree, deed))
            && by_itself(scene, verdict, actors);
    }
    if vocabulary::needs(tree.stem(doer)).contains(&Need::To) {
        return binds(tree, doer) && Mood::of(tree, doer).is_done();
    }
    let kinds = vocabulary::verb(tree.stem(doer));
    if kinds.contains(&Kind::Say) {
        return (mood.is_done() || mood.is_to_come()) && by_itself(scene, verdict, actors);
    }
    let begun = BEGUN.contains(&tree.stem(doer));
    begun && mood.is_done() && by_itself(scene, verdict, actors)
}

/// `Were quick to praise`, `went on to arrest`: an infinitive that was done.
pub(super) fn is_carried_out(tree: &Tree<'_>, at: usize) -> bool {
    let linked = matches!(tree.relation(at), Relation::Xcomp | Relation::Advcl | Relation::Ccomp);
    tree.head(at).is_some_and(|head| {
        linked && BEGUN.contains(&tree.stem(head)) && Mood::of(tree, head).is_done()
    })
}

/// Verbs and adjectives by which a deed is under way or done: `were quick to praise`.
const BEGUN: [&str; 12] = [
    "begin", "began", "begun", "start", "continu", "manag", "proceed", "go", "went", "quick",
    "swift", "move",
];

/// Someone of whom it is said that they must do something.
fn is_asked(scene: &Scene<'_>, asked: usize) -> bool {
    let tree = scene.tree;
    let subject = tree.child(asked, &[Relation::Nsubj]);
    tree.class(asked) == Class::Verb
        && !matches!(tree.word(asked), "be" | "have" | "know" | "see" | "think")
        && subject.is_some_and(|one| scene.is_actor(one) && tree.class(one) != Class::Pron)
}

/// Whether the verb of the deed tells it: by itself, or with what it is done to.
fn by_itself(scene: &Scene<'_>, verdict: &Verdict, actors: &Actors) -> bool {
    let tree = scene.tree;
    let deed = verdict.deed;
    let known = vocabulary::needs(tree.stem(deed)).iter().any(|need| match need {
        Need::Alone => !is_passive(tree, deed),
        // `Promising lower taxes` threatens nobody.
        Need::Object if verdict.class == EventClass::Threaten => false,
        Need::Object => !is_passive(tree, deed) && tree.child(deed, &[Relation::Obj]).is_some(),
        Need::Bare => !is_passive(tree, deed) && tree.child(deed, &[Relation::Obj]).is_none(),
        // Goods, papers and people out of hospital are released too.
        Need::Actor if tree.stem(deed) == "releas" && actors.sources.is_empty() => false,
        // Fees are charged too.
        Need::Actor if tree.stem(deed) == "charg" && !is_with(tree, deed) => false,
        // `The leaders met`: each other.
        Need::Actor if matches!(tree.stem(deed), "meet" | "met") && meet(scene, deed, actors) => {
            true
        }
        Need::Actor => is_aimed(scene, verdict, actors),
        Need::To => binds(tree, deed) || is_demanded(tree, verdict),
        Need::Asks => asks(scene, deed, actors),
        Need::Harm => harms(tree, deed, actors),
        Need::Armed => is_armed(tree, deed) && !actors.targets.is_empty(),
    });
    // `Wound up` wounds nobody, and who is arrested at protests need not protest.
    let other = tree.has_word(deed, &["up", "off", "out", "down", "over"])
        || (verdict.class == EventClass::Protest && !actors.targets.is_empty());
    (known && !other) || paired(tree, verdict, actors)
}

/// Whether several meet and name nobody else.
fn meet(scene: &Scene<'_>, deed: usize, actors: &Actors) -> bool {
    let tree = scene.tree;
    let plural = |source: &Range<usize>| {
        let head = scene.head(source).and_then(|head| tree.tokens.get(head));
        head.is_some_and(|head| matches!(head.tag.fine(), "NNS" | "NNPS"))
    };
    let several = actors.sources.len() > 1 || actors.sources.iter().any(plural);
    several && !is_passive(tree, deed) && tree.child(deed, &[Relation::Obj]).is_none()
}

/// Whether the deed is done to someone; words may also be about what is someone's.
fn is_aimed(scene: &Scene<'_>, verdict: &Verdict, actors: &Actors) -> bool {
    let words = matches!(verdict.class, EventClass::Support | EventClass::Disapprove);
    let Some(head) = actors.targets.first().and_then(|target| scene.head(target)) else {
        return false;
    };
    let meets = verdict.class == EventClass::Consult;
    if meets && is_passive(scene.tree, verdict.deed) {
        return false;
    }
    match scene.tree.relation(head) {
        Relation::Nmod | Relation::NmodPoss => words,
        Relation::Obl => words || meets,
        _ => true,
    }
}

/// Whether `with` stands in the clause after the verb.
fn is_with(tree: &Tree<'_>, at: usize) -> bool {
    tree.below(at).iter().any(|&word| word > at && tree.word(word) == "with")
}

/// `Demanded their release`: the object is what is demanded.
fn is_demanded(tree: &Tree<'_>, verdict: &Verdict) -> bool {
    tree.stem(verdict.deed) == "demand" && tree.child(verdict.deed, &[Relation::Obj]).is_some()
}

/// Who declines to do so only says nothing to the press.
const SILENT: [&str; 13] = [
    "comment", "discuss", "specifi", "identifi", "elabor", "confirm", "disclos", "detail", "name",
    "say", "give", "describ", "speak",
];

/// Whether a verb is followed by what one is bound to do.
fn binds(tree: &Tree<'_>, at: usize) -> bool {
    if tree.children(at).any(|to| SILENT.contains(&tree.stem(to))) {
        return false;
    }
    let bound = |to: usize| tree.has_word(to, &["to"]) || Mood::of(tree, to).is_to_come();
    let clauses = [Relation::Xcomp, Relation::Ccomp, Relation::Advcl];
    !is_passive(tree, at)
        && tree.children(at).any(|to| clauses.contains(&tree.relation(to)) && to > at && bound(to))
}

/// `Called on`, `asked … to`: someone is asked to do something, or something is called for.
fn asks(scene: &Scene<'_>, at: usize, actors: &Actors) -> bool {
    let tree = scene.tree;
    if is_passive(tree, at) {
        return false;
    }
    match tree.stem(at) {
        "call" | "appeal" => {
            (asked_for(tree, at) && tree.child(at, &[Relation::Obj]).is_none())
                || tree.children(at).any(|child| {
                    tree.relation(child) == Relation::Obl
                        && tree.has_word(child, &["on", "to"])
                        && scene.is_actor(child)
                })
        }
        "ask" if tree.child(at, &[Relation::Obj]).is_none() && asked_for(tree, at) => {
            let who = subject_of(tree, at);
            who.is_some_and(|who| tree.class(who) != Class::Pron)
        }
        _ => !actors.targets.is_empty() && binds(tree, at),
    }
}

/// `Asked for`, `called for`: what is wanted.
fn asked_for(tree: &Tree<'_>, at: usize) -> bool {
    tree.word(at + 1) == "for"
        || tree.children(at).any(|child| {
            matches!(tree.relation(child), Relation::Obl | Relation::Advcl)
                && tree.has_word(child, &["for"])
        })
}

/// Whether someone is harmed by someone.
fn harms(tree: &Tree<'_>, at: usize, actors: &Actors) -> bool {
    let by_deed = tree.children(at).any(|child| {
        matches!(tree.relation(child), Relation::Obl | Relation::OblAgent)
            && HARMFUL.contains(&tree.stem(child))
    });
    let subject = subject_of(tree, at).is_some_and(|one| HARMFUL.contains(&tree.stem(one)));
    !actors.targets.is_empty() && (by_deed || subject || !actors.sources.is_empty())
}

/// Whether arms or harm stand in the clause.
fn is_armed(tree: &Tree<'_>, at: usize) -> bool {
    tree.below(at).iter().any(|&word| {
        word != at
            && (vocabulary::is_military(tree.word(word))
                || vocabulary::needs(tree.stem(word)).contains(&Need::Harm)
                || HARMFUL.contains(&tree.stem(word)))
    })
}

/// Whether the verb comes to its class by its very object.
fn paired(tree: &Tree<'_>, verdict: &Verdict, actors: &Actors) -> bool {
    let deed = verdict.deed;
    let object = [Relation::Obj, Relation::NsubjPass];
    let whole = |child: &usize| {
        object.contains(&tree.relation(*child))
            || (verdict.class == EventClass::Protest && tree.relation(*child) == Relation::Obl)
            || (matches!(tree.stem(deed), "step" | "stood" | "stand")
                && tree.word(*child) == "down")
    };
    let mut objects: Vec<usize> = tree.children(deed).filter(whole).collect();
    objects.retain(|&object| {
        // Rallies are held by parties, and conferences for the press.
        !tree.has_word(object, &["no", "press", "news"]) && tree.stem(object) != "ralli"
    });
    // `Called a strike`, but not `called the strike reckless`.
    let new = |&object: &usize| tree.has_word(object, &["a", "an", "another"]);
    let calls = tree.stem(deed) == "call" && !objects.iter().all(new);
    let unarmed = verdict.class == EventClass::Fight && !is_armed(tree, deed);
    let given = matches!(verdict.class, EventClass::Aid | EventClass::Sanction);
    if calls || unarmed || is_passive(tree, deed) || (given && actors.targets.is_empty()) {
        return false;
    }
    let parts = [Relation::Conj, Relation::Compound];
    let also = objects.iter().flat_map(|&object| tree.children(object));
    let also = also.filter(|&part| parts.contains(&tree.relation(part)));
    let stems: Vec<&str> =
        objects.iter().copied().chain(also).map(|object| tree.stem(object)).collect();
    vocabulary::pair(tree.stem(deed), &stems)
        .is_some_and(|class| class != EventClass::Reject || verdict.class == class)
}
