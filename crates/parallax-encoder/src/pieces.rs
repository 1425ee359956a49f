//! The pieces a text is cut into, as a tree over their bytes; the children of a node stand side by side, sorted.

use crate::weights::{Numbers, Unusable};

/// A piece: its row in the token table and how likely it is (the logarithm).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Piece {
    pub id: u32,
    pub score: f32,
}

#[derive(Clone, Copy, Default)]
struct Node {
    first_child: u32,
    /// Number of its piece, plus one; none is zero.
    piece: u32,
    children: u16,
    byte: u8,
}

/// All pieces.
pub(crate) struct Pieces {
    nodes: Vec<Node>,
    /// First bytes, looked up at once.
    roots: [u32; 256],
    known: Vec<Piece>,
    /// What an unknown letter counts: less than any piece.
    pub unknown: f32,
}

/// An unknown letter costs this much more than the least likely piece: `SentencePiece`'s own figure.
const UNKNOWN_PENALTY: f32 = 10.0;

impl Pieces {
    /// Reads them from their sections: sorted, each with what it shares with the one before.
    pub(crate) fn read(
        count: usize,
        tokens: usize,
        pieces: &[u8],
        ids: &[u8],
        scores: &[u8],
    ) -> Result<Self, Unusable> {
        if ids.len() != count * 4 || scores.len() != count * 4 || pieces.len() < count * 2 {
            return Err(Unusable::WrongLength);
        }
        let (mut ids, mut scores) = (Numbers::of(ids), Numbers::of(scores));
        let mut listed = Vec::with_capacity(count);
        for _ in 0..count {
            let id = ids.u32().ok_or(Unusable::WrongLength)?;
            if usize::try_from(id).is_ok_and(|id| id >= tokens) {
                return Err(Unusable::Pieces);
            }
            listed.push(Piece { id, score: scores.float()? });
        }
        let least = listed.iter().map(|piece| piece.score).fold(0.0, f32::min);
        let mut grown = Grown::default();
        let mut coded = Numbers::of(pieces);
        for number in 1..=count {
            grown.add(&mut coded, u32::try_from(number).map_err(|_| Unusable::Pieces)?)?;
        }
        if !coded.is_empty() {
            return Err(Unusable::Pieces);
        }
        let (nodes, roots) = grown.in_rows();
        Ok(Self { nodes, roots, known: listed, unknown: least - UNKNOWN_PENALTY })
    }

    /// Calls `found` for every piece at the start of a text, short ones first, with its length in bytes.
    #[inline]
    pub(crate) fn at_start(&self, text: &[u8], mut found: impl FnMut(usize, Piece)) {
        let Some(first) = text.first() else { return };
        let mut next = self.node(self.roots[usize::from(*first)]);
        let mut length = 1;
        while let Some(node) = next {
            let piece = (node.piece as usize).checked_sub(1);
            if let Some(piece) = piece.and_then(|at| self.known.get(at)) {
                found(length, *piece);
            }
            next = text.get(length).and_then(|byte| self.child(node, *byte));
            length += 1;
        }
    }

    /// A node by its number, plus one.
    fn node(&self, number: u32) -> Option<&Node> {
        self.nodes.get((number as usize).checked_sub(1)?)
    }

    #[inline]
    fn child(&self, node: &Node, byte: u8) -> Option<&Node> {
        let first = node.first_child as usize;
        let children = self.nodes.get(first..first + usize::from(node.children))?;
        if children.len() <= 8 {
            return children.iter().find(|child| child.byte == byte);
        }
        children
            .binary_search_by_key(&byte, |child| child.byte)
            .ok()
            .and_then(|at| children.get(at))
    }
}

/// The tree while it grows, its nodes in the order of their coming.
#[derive(Default)]
struct Grown {
    nodes: Vec<GrownNode>,
    /// The nodes of the last piece, from its first byte on.
    path: Vec<u32>,
    last: Vec<u8>,
}

struct GrownNode {
    /// Number of its parent, plus one; the first bytes have none.
    parent: u32,
    piece: u32,
    byte: u8,
}

impl Grown {
    fn add(&mut self, coded: &mut Numbers<'_>, piece: u32) -> Result<(), Unusable> {
        let shared = coded.byte().ok_or(Unusable::Pieces)?;
        let own = coded.byte().ok_or(Unusable::Pieces)?;
        let own = coded.take(own.into()).ok_or(Unusable::Pieces)?;
        let shared = usize::from(shared);
        let sorted = match (self.last.get(shared), own.first()) {
            (Some(before), Some(now)) => before < now,
            (None, Some(_)) => shared == self.last.len(),
            (_, None) => false,
        };
        if !sorted {
            return Err(Unusable::Pieces);
        }
        self.last.truncate(shared);
        self.path.truncate(shared);
        for byte in own {
            let parent = self.path.last().copied().unwrap_or(0);
            self.nodes.push(GrownNode { parent, piece: 0, byte: *byte });
            self.path.push(u32::try_from(self.nodes.len()).map_err(|_| Unusable::Pieces)?);
            self.last.push(*byte);
        }
        if let Some(end) = self.nodes.last_mut() {
            end.piece = piece;
        }
        if str::from_utf8(&self.last).is_ok() { Ok(()) } else { Err(Unusable::Pieces) }
    }

    /// Moves the nodes so that children stand side by side: those without a parent first, then the children of node 1, of node 2…
    fn in_rows(self) -> (Vec<Node>, [u32; 256]) {
        let mut children = vec![0_u32; self.nodes.len() + 1];
        for node in &self.nodes {
            children[node.parent as usize] += 1;
        }
        let mut firsts = Vec::with_capacity(children.len());
        let mut next = 0;
        for count in &children {
            firsts.push(next);
            next += count;
        }
        let mut free = firsts.clone();
        let mut nodes = vec![Node::default(); self.nodes.len()];
        let mut roots = [0; 256];
        for (number, node) in self.nodes.iter().enumerate() {
            let place = free[node.parent as usize];
            free[node.parent as usize] += 1;
            nodes[place as usize] = Node {
                first_child: firsts[number + 1],
                piece: node.piece,
                children: u16::try_from(children[number + 1]).unwrap_or(u16::MAX),
                byte: node.byte,
            };
            if node.parent == 0 {
                roots[usize::from(node.byte)] = place + 1;
            }
        }
        (nodes, roots)
    }
}
