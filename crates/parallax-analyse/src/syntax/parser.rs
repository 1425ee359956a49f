//! The head of each word, greedily, one move at a time.

use super::{
    features::{self, Atoms},
    form::Form,
    names::{Relation, Tag},
    state::{Move, State},
    table::{NARROW, Score, best},
};

/// Answers in a row of the moves' table.
pub(crate) const MOVES: usize = NARROW;

/// Answers in a row of the relations' table.
pub(crate) const RELATIONS: usize = 52;

/// Heads and relations of a tagged sentence; a word without a head is the root.
pub(crate) fn parse(
    forms: &[Form],
    tags: &[Tag],
    moves: &impl Score<MOVES>,
    relations: &impl Score<RELATIONS>,
) -> Vec<(Option<usize>, Relation)> {
    let atoms = Atoms::new(forms, tags);
    let mut state = State::new(forms.len());
    while !state.done() {
        let step = choose(&atoms, &state, moves);
        let relation = relation(&atoms, &state, step, relations);
        state.make(step, relation);
    }
    let root = state.root();
    let words = state.nodes.into_iter().take(root);
    words.map(|node| (Some(node.head).filter(|&head| head != root), node.relation)).collect()
}

/// The best move of those allowed.
pub(crate) fn choose(atoms: &Atoms, state: &State, table: &impl Score<MOVES>) -> Move {
    let allowed = Move::ALL.map(|step| state.allows(step));
    match allowed {
        [true, false, false] => return Move::Shift,
        [false, false, _] => return Move::Right,
        _ => {}
    }
    let scores = table.score(&features::of_move(atoms, state));
    best_of(&scores, allowed)
}

/// The first best move of those marked.
pub(crate) fn best_of(scores: &[i32; MOVES], marked: [bool; 3]) -> Move {
    let mut found = None;
    for ((step, score), marked) in Move::ALL.into_iter().zip(scores).zip(marked) {
        if marked && found.is_none_or(|(_, best)| score > best) {
            found = Some((step, score));
        }
    }
    found.map_or(Move::Shift, |(step, _)| step)
}

/// What to call the arc that the move draws.
pub(crate) fn relation(
    atoms: &Atoms,
    state: &State,
    step: Move,
    table: &impl Score<RELATIONS>,
) -> Relation {
    match state.arc(step) {
        None => Relation::Dep,
        Some((head, _)) if head == state.root() => Relation::Root,
        Some((head, dependent)) => {
            let scores = table.score(&features::of_relation(atoms, state, head, dependent));
            Relation::ALL[best(&scores, Relation::ALL.len())]
        }
    }
}
