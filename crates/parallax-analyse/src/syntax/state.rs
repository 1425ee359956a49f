//! Where a sentence stands while it is being parsed (arc-hybrid).
//!
//! Words wait in a queue, move to a stack, and leave it for their head: the
//! word waiting next (left), or the one below on the stack (right).

use super::names::Relation;

/// What can be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    /// The word waiting next goes onto the stack.
    Shift,
    /// The top of the stack depends on the word waiting next.
    Left,
    /// The top of the stack depends on the word below it.
    Right,
}

impl Move {
    pub(crate) const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// What is known of one word so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) head: usize,
    pub(crate) relation: Relation,
    /// The outermost dependents on each side, and the next inner ones.
    pub(crate) left: [usize; 2],
    pub(crate) right: [usize; 2],
    /// The relations of the dependents on each side, one bit each.
    pub(crate) lefts: u64,
    pub(crate) rights: u64,
    pub(crate) left_count: u32,
    pub(crate) right_count: u32,
}

/// A sentence half parsed.
pub(crate) struct State {
    /// The words, then the root, then the place of no word.
    pub(crate) nodes: Vec<Node>,
    stack: Vec<usize>,
    next: usize,
    words: usize,
}

impl State {
    pub(crate) fn new(words: usize) -> Self {
        let none = words + 1;
        let node = Node {
            head: none,
            relation: Relation::Dep,
            left: [none; 2],
            right: [none; 2],
            lefts: 0,
            rights: 0,
            left_count: 0,
            right_count: 0,
        };
        let mut stack = Vec::with_capacity(words + 1);
        stack.push(words);
        Self { nodes: vec![node; words + 2], stack, next: 0, words }
    }

    /// The root's place.
    pub(crate) const fn root(&self) -> usize {
        self.words
    }

    /// The place of no word.
    pub(crate) const fn none(&self) -> usize {
        self.words + 1
    }

    pub(crate) fn done(&self) -> bool {
        self.next == self.words && self.stack.len() == 1
    }

    /// The word `down` places below the top of the stack.
    #[inline]
    pub(crate) fn stacked(&self, down: usize) -> usize {
        let at = self.stack.len().checked_sub(down + 1);
        at.and_then(|at| self.stack.get(at)).copied().unwrap_or(self.none())
    }

    /// The word `ahead` places behind the one waiting next.
    #[inline]
    pub(crate) fn waiting(&self, ahead: usize) -> usize {
        let at = self.next + ahead;
        if at < self.words { at } else { self.none() }
    }

    /// The stack, root first.
    pub(crate) fn stack(&self) -> &[usize] {
        &self.stack
    }

    /// Whether the move leaves a tree possible: one word alone depends on the root, last of all.
    #[inline]
    pub(crate) fn allows(&self, step: Move) -> bool {
        let waits = self.next < self.words;
        match step {
            Move::Shift => waits,
            Move::Left => waits && self.stack.len() > 1,
            Move::Right => self.stack.len() > 2 || (self.stack.len() == 2 && !waits),
        }
    }

    /// Head and dependent of the arc that the move would draw.
    #[inline]
    pub(crate) fn arc(&self, step: Move) -> Option<(usize, usize)> {
        match step {
            Move::Shift => None,
            Move::Left => Some((self.next, self.stacked(0))),
            Move::Right => Some((self.stacked(1), self.stacked(0))),
        }
    }

    /// Makes the move; `relation` is that of the arc it draws.
    pub(crate) fn make(&mut self, step: Move, relation: Relation) {
        let Some((head, dependent)) = self.arc(step) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        let node = &mut self.nodes[dependent];
        (node.head, node.relation) = (head, relation);
        let bit = 1_u64 << relation.index();
        let node = &mut self.nodes[head];
        if step == Move::Left {
            node.left = [dependent, node.left[0]];
            node.lefts |= bit;
            node.left_count += 1;
        } else {
            node.right = [dependent, node.right[0]];
            node.rights |= bit;
            node.right_count += 1;
        }
    }
}
