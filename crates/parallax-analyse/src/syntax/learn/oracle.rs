//! What each move costs: gold arcs that can no longer be drawn after it.

use crate::syntax::state::{Move, State};

/// Gold heads by word; the root's place for the word that has none.
pub(crate) struct Oracle {
    heads: Vec<usize>,
    dependents: Vec<Vec<usize>>,
}

impl Oracle {
    pub(crate) fn new(heads: &[Option<usize>]) -> Self {
        let root = heads.len();
        let heads: Vec<usize> = heads.iter().map(|head| head.unwrap_or(root)).collect();
        let mut dependents = vec![Vec::new(); root + 1];
        for (word, &head) in heads.iter().enumerate() {
            dependents[head].push(word);
        }
        Self { heads, dependents }
    }

    /// The gold head of a word.
    pub(crate) fn head(&self, word: usize) -> Option<usize> {
        self.heads.get(word).copied()
    }

    /// The cost of each move in `state`.
    pub(crate) fn costs(&self, state: &State) -> [usize; 3] {
        [self.shift(state), self.left(state), self.right(state)]
    }

    /// The word leaves the queue: its head and dependents deep in the stack are lost.
    fn shift(&self, state: &State) -> usize {
        let word = state.waiting(0);
        let stack = state.stack();
        let Some(&head) = self.heads.get(word) else { return 0 };
        let below = stack.len().saturating_sub(1);
        let lost_head = stack[..below].contains(&head) && head != state.root();
        let lost =
            self.dependents[word].iter().filter(|dependent| stack.contains(dependent)).count();
        lost + usize::from(lost_head)
    }

    /// The top of the stack leaves for the word waiting next.
    fn left(&self, state: &State) -> usize {
        let (word, next) = (state.stacked(0), state.waiting(0));
        let Some(&head) = self.heads.get(word) else { return 0 };
        let lost_head = head == state.stacked(1) || (head > next && head < state.root());
        self.waiting_dependents(word, next) + usize::from(lost_head)
    }

    /// The top of the stack leaves for the word below it.
    fn right(&self, state: &State) -> usize {
        let (word, next) = (state.stacked(0), state.waiting(0));
        let Some(&head) = self.heads.get(word) else { return 0 };
        let lost_head = head >= next && head < state.root();
        self.waiting_dependents(word, next) + usize::from(lost_head)
    }

    fn waiting_dependents(&self, word: usize, next: usize) -> usize {
        self.dependents[word].iter().filter(|&&dependent| dependent >= next).count()
    }
}

/// The moves that lose least, of those allowed.
pub(crate) fn cheapest(costs: [usize; 3], state: &State) -> [bool; 3] {
    let allowed = Move::ALL.map(|step| state.allows(step));
    let least =
        costs.iter().zip(allowed).filter(|(_, allowed)| *allowed).map(|(cost, _)| *cost).min();
    let mut marked = [false; 3];
    for ((mark, cost), allowed) in marked.iter_mut().zip(costs).zip(allowed) {
        *mark = allowed && Some(cost) == least;
    }
    marked
}
