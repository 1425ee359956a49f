//! What the parser looks at when it chooses a move, and when it names a relation.

use super::{
    form::Form,
    hashes::mix,
    names::{Class, Tag},
    state::State,
};

/// Numbers of a sentence's words, by place in the state: the words, the root, no word.
pub(crate) struct Atoms {
    words: Vec<u32>,
    tags: Vec<u32>,
    ends: Vec<u32>,
    /// Whether the word joins clauses or is a verb or mark: what lies between two others.
    kinds: Vec<u8>,
}

const ROOT: u32 = 0xFFF1;
const NONE: u32 = 0xFFF2;

impl Atoms {
    pub(crate) fn new(forms: &[Form], tags: &[Tag]) -> Self {
        let with = |own: &mut dyn Iterator<Item = u32>| own.chain([ROOT, NONE]).collect();
        let kinds = tags.iter().map(|tag| kind(tag.class())).chain([0, 0]).collect();
        Self {
            words: with(&mut forms.iter().map(|form| form.lower)),
            tags: with(&mut tags.iter().map(|tag| u32::from(tag.0))),
            ends: with(&mut forms.iter().map(|form| form.ends[2])),
            kinds,
        }
    }
}

const fn kind(class: Class) -> u8 {
    match class {
        Class::Verb => 1,
        Class::Punct => 2,
        Class::Cconj => 4,
        Class::Sconj => 8,
        Class::Adp => 16,
        Class::Pron => 32,
        _ => 0,
    }
}

/// How many features a move has.
pub(crate) const MOVE_FEATURES: usize = 64;

/// How far apart two words are, roughly.
fn distance(a: usize, b: usize) -> u32 {
    match a.abs_diff(b) {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 3,
        4 => 4,
        5..=6 => 5,
        7..=10 => 6,
        11..=20 => 7,
        _ => 8,
    }
}

/// A set of relations in half its bits.
#[expect(clippy::many_single_char_names, reason = "short names keep a table of features readable")]
#[inline]
const fn folded(set: u64) -> u32 {
    let [a, b, c, d, e, f, g, h] = set.to_le_bytes();
    u32::from_le_bytes([a ^ e, b ^ f, c ^ g, d ^ h])
}

/// The features of what can be done next in `state`.
#[expect(clippy::many_single_char_names, reason = "short names keep a table of features readable")]
#[inline]
pub(crate) fn of_move(atoms: &Atoms, state: &State) -> [u64; MOVE_FEATURES] {
    let (s0, s1, s2) = (state.stacked(0), state.stacked(1), state.stacked(2));
    let (b0, b1, b2, b3) = (state.waiting(0), state.waiting(1), state.waiting(2), state.waiting(3));
    let w = |at: usize| atoms.words[at];
    let p = |at: usize| atoms.tags[at];
    let node = |at: usize| &state.nodes[at];
    let (n0, n1, m0) = (node(s0), node(s1), node(b0));
    let l = |at: usize| node(at).relation.index();
    let (w0, w1, v0, v1) = (w(s0), w(s1), w(b0), w(b1));
    let (p0, p1, p2, q0, q1, q2) = (p(s0), p(s1), p(s2), p(b0), p(b1), p(b2));
    let (l0, r0, l1, r1, k0) = (n0.left[0], n0.right[0], n1.left[0], n1.right[0], m0.left[0]);
    let d = if b0 == state.none() { 9 } else { distance(s0, b0) };
    let e = distance(s1, s0);
    let ends = |at: usize| atoms.ends[at];
    let pp = |a: u32, b: u32| a << 8 | b;
    let both = n0.lefts | n0.rights;
    [
        mix(101, w0, p0, 0),
        mix(102, p0, 0, 0),
        mix(103, w0, 0, 0),
        mix(104, w1, p1, 0),
        mix(105, p1, 0, 0),
        mix(106, w(s2), p2, 0),
        mix(107, v0, q0, 0),
        mix(108, q0, 0, 0),
        mix(109, v0, 0, 0),
        mix(110, v1, q1, 0),
        mix(111, q1, q0, 0),
        mix(112, w(b2), q2, 0),
        mix(113, w0, v0, 0),
        mix(114, w0, p0, q0),
        mix(115, p0, v0, q0),
        mix(116, p0, q0, 0),
        mix(117, w1, w0, 0),
        mix(118, w1, p1, p0),
        mix(119, p1, w0, p0),
        mix(120, p1, p0, 0),
        mix(121, pp(p1, p0), v0, q0),
        mix(122, p0, q0, q1),
        mix(123, pp(p0, q0), q1, q2),
        mix(124, p1, p0, q0),
        mix(125, p2, p1, p0),
        mix(126, pp(p2, p1), p0, q0),
        mix(127, pp(p1, p0), q0, q1),
        mix(128, w0, q0, q1),
        mix(129, v0, p0, q1),
        mix(130, w1, p0, q0),
        mix(131, p1, w0, q0),
        mix(132, p0, p(l0), q0),
        mix(133, p0, p(r0), q0),
        mix(134, p0, p(k0), q0),
        mix(135, p1, p(r1), p0),
        mix(136, p1, p(l1), p0),
        mix(137, pp(p1, p0), p(l0), 0),
        mix(138, pp(p1, p0), p(r0), 0),
        mix(139, w0, d, q0),
        mix(140, p0, d, q0),
        mix(141, p1, p0, e),
        mix(142, w1, p0, e),
        mix(143, v0, d, p0),
        mix(144, p0, folded(n0.lefts), folded(n0.rights)),
        mix(145, w0, folded(both), 0),
        mix(146, p1, folded(n1.lefts), folded(n1.rights)),
        mix(147, pp(p1, p0), folded(n1.rights), 0),
        mix(148, pp(p0, q0), folded(m0.lefts), 0),
        mix(149, pp(p0, q0), n0.left_count.min(3), n0.right_count.min(3)),
        mix(150, pp(p1, p0), n1.left_count.min(3), n1.right_count.min(3)),
        mix(151, w(l0), l(l0), q0),
        mix(152, w(r0), l(r0), q0),
        mix(153, w(k0), l(k0), p0),
        mix(154, w(r1), l(r1), p0),
        mix(155, pp(p0, q0), p(n0.left[1]), p(l0)),
        mix(156, pp(p0, q0), p(n0.right[1]), p(r0)),
        mix(157, p0, q0, ends(b0)),
        mix(158, ends(s0), q0, p0),
        mix(159, pp(p1, p0), w(r0), 0),
        mix(160, pp(p0, q0), w(l0), 0),
        mix(161, w1, q0, folded(n1.rights)),
        mix(162, pp(q0, q1), q2, p(b3)),
        mix(163, w1, v0, p0),
        mix(164, pp(p1, q0), folded(n0.lefts), p0),
    ]
}

/// How many features a relation has.
pub(crate) const RELATION_FEATURES: usize = 34;

/// The features of the arc from `head` to `dependent`, about to be drawn.
#[expect(clippy::many_single_char_names, reason = "short names keep a table of features readable")]
#[inline]
pub(crate) fn of_relation(
    atoms: &Atoms,
    state: &State,
    head: usize,
    dependent: usize,
) -> [u64; RELATION_FEATURES] {
    let w = |at: usize| atoms.words[at];
    let p = |at: usize| atoms.tags[at];
    let node = |at: usize| &state.nodes[at];
    let (h, d) = (node(head), node(dependent));
    let none = state.none();
    let side = u32::from(head < dependent && head != state.root());
    let before = |at: usize| if at == 0 || at >= state.root() { none } else { at - 1 };
    let after = |at: usize| if at + 1 >= state.root() { none } else { at + 1 };
    let far = side << 8 | distance(head, dependent);
    let (wh, wd, ph, pd) = (w(head), w(dependent), p(head), p(dependent));
    let (hl, hr) = (folded(h.lefts), folded(h.rights));
    let (dl, dr) = (folded(d.lefts), folded(d.rights));
    let l = |at: usize| node(at).relation.index();
    let between = kinds_between(atoms, head, dependent, state.root());
    let (d0, d1) = (d.left[0], d.left[1]);
    let sided = side << 8 | pd;
    [
        mix(201, wd, pd, side),
        mix(202, wh, ph, side),
        mix(203, ph, pd, side),
        mix(204, wh, sided, 0),
        mix(205, ph, wd, side),
        mix(206, wh, wd, side),
        mix(207, ph, pd, far),
        mix(208, pd, dl, side),
        mix(209, ph << 8 | pd, dl, side),
        mix(210, wh, dl, sided),
        mix(211, pd, w(d0), side),
        mix(212, ph << 8 | pd, w(d0), side),
        mix(213, wh, w(d0), sided),
        mix(214, pd, w(d1), side),
        mix(215, ph << 8 | pd, hl, side),
        mix(216, ph << 8 | pd, hr, side),
        mix(217, wh, hl, sided),
        mix(218, wh, hr, sided),
        mix(219, ph << 8 | pd, p(before(dependent)), side),
        mix(220, ph << 8 | pd, p(after(dependent)), side),
        mix(221, ph << 8 | pd, p(before(head)), side),
        mix(222, ph << 8 | pd, p(after(head)), side),
        mix(223, w(before(dependent)), pd, side),
        mix(224, w(after(dependent)), pd, side),
        mix(225, ph << 8 | pd, between, side),
        mix(226, pd, dr, side),
        mix(227, ph << 8 | pd, l(h.right[0]), side),
        mix(228, ph << 8 | pd, p(d0), side),
        mix(229, atoms.ends[dependent], ph, side),
        mix(230, atoms.ends[head], sided, 0),
        mix(231, wd, dl, side),
        mix(232, ph << 8 | pd, w(d.right[0]), side),
        mix(233, ph << 8 | pd, hl, hr << 1 | side),
        mix(234, l(d0), pd, ph << 1 | side),
    ]
}

/// What kinds of words lie between the two, over the nearest dozen.
fn kinds_between(atoms: &Atoms, head: usize, dependent: usize, root: usize) -> u32 {
    if head == root {
        return 0;
    }
    let (from, to) = (head.min(dependent) + 1, head.max(dependent));
    let kinds = atoms.kinds.get(from..to).unwrap_or_default();
    u32::from(kinds.iter().take(12).fold(0, |all, kind| all | kind))
}
