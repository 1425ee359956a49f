//! Learning the parser: moves and names of relations together.

use super::{
    Averaged, Example,
    oracle::{Oracle, cheapest},
    order::Dice,
};
use crate::syntax::{
    features::{Atoms, of_move, of_relation},
    form::Form,
    names::{Relation, Tag},
    parser::{MOVES, RELATIONS, best_of},
    state::{Move, State},
    table::{Score, best},
};

/// How often the treebanks are read.
const ROUNDS: usize = 20;

/// From this round on the parser follows its own moves …
const OWN_WAY: usize = 1;

/// … this many times in a hundred.
const OWN_SHARE: usize = 90;

/// The weights of moves and of relations.
pub(crate) fn learn(
    examples: &[Example],
    forms: &[Vec<Form>],
    tags: &[Vec<Tag>],
) -> (Averaged<MOVES>, Averaged<RELATIONS>) {
    let mut learner =
        Learner { moves: Averaged::new(), relations: Averaged::new(), dice: Dice::new() };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    for round in 0..ROUNDS {
        let mut dice = Dice::new();
        std::mem::swap(&mut dice, &mut learner.dice);
        dice.shuffle(&mut order);
        learner.dice = dice;
        for &at in &order {
            learner.sentence(&examples[at], &Atoms::new(&forms[at], &tags[at]), round);
        }
    }
    (learner.moves, learner.relations)
}

/// The right answer must lead by this much, or the weights change. Chosen on the development parts.
const MARGIN: i32 = 20;

struct Learner {
    moves: Averaged<MOVES>,
    relations: Averaged<RELATIONS>,
    dice: Dice,
}

impl Learner {
    fn sentence(&mut self, example: &Example, atoms: &Atoms, round: usize) {
        let oracle = Oracle::new(&example.heads);
        let mut state = State::new(example.words.len());
        while !state.done() {
            let step = self.choose(&oracle, atoms, &state, round);
            let relation = self.name(example, &oracle, atoms, &state, step);
            state.make(step, relation);
        }
    }

    fn choose(&mut self, oracle: &Oracle, atoms: &Atoms, state: &State, round: usize) -> Move {
        let allowed = Move::ALL.map(|step| state.allows(step));
        match allowed {
            [true, false, false] => return Move::Shift,
            [false, false, _] => return Move::Right,
            _ => {}
        }
        let features = of_move(atoms, state);
        let scores = self.moves.score(&features);
        let right = cheapest(oracle.costs(state), state);
        let (given, wanted) = (best_of(&scores, allowed), best_of(&scores, right));
        self.moves.step();
        let wrong = best_of(&scores, [0, 1, 2].map(|at| allowed[at] && !right[at]));
        if right[given as usize] {
            if (allowed != right) && scores[given as usize] - scores[wrong as usize] < MARGIN {
                self.moves.learn(&features, wanted as usize, wrong as usize);
            }
            return given;
        }
        self.moves.learn(&features, wanted as usize, given as usize);
        if round >= OWN_WAY && self.dice.below(100) < OWN_SHARE { given } else { wanted }
    }

    fn name(
        &mut self,
        example: &Example,
        oracle: &Oracle,
        atoms: &Atoms,
        state: &State,
        step: Move,
    ) -> Relation {
        let Some((head, dependent)) = state.arc(step) else { return Relation::Dep };
        if head == state.root() {
            return Relation::Root;
        }
        let features = of_relation(atoms, state, head, dependent);
        let scores = self.relations.score(&features);
        let given = best(&scores, Relation::ALL.len());
        if oracle.head(dependent) == Some(head) {
            let wanted = example.relations[dependent].index() as usize;
            self.relations.step();
            let mut others = scores;
            others[wanted] = i32::MIN;
            let wrong = best(&others, Relation::ALL.len());
            if scores[wanted] - scores[wrong] < MARGIN {
                self.relations.learn(&features, wanted, wrong);
            }
        }
        Relation::ALL[given]
    }
}
