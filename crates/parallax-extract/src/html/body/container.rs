//! The element that holds the body.

use super::{LEAST_PROSE, children, is_paragraph};
use crate::html::{
    tree::Tree,
    zones::{Prose, Zones},
};

/// The share of an element's prose, in hundredths, that one child must hold for
/// the search to go on inside it.
const CHILD_SHARE: usize = 75;

/// The share of the prose around it that an element which says it is the body
/// must hold to be believed.
const BODY_SHARE: usize = 55;

/// The element that holds most of the prose and little else.
pub(super) fn container(tree: &Tree<'_>, zones: &Zones, prose: &Prose) -> usize {
    let dense = densest(tree, prose);
    let named = zones.bodies.iter().copied().max_by_key(|&id| (prose.inside(tree, id), id));
    let Some(named) = named.filter(|&id| prose.inside(tree, id) >= LEAST_PROSE) else {
        return dense;
    };
    if tree.within(dense, named) {
        return dense;
    }
    if prose.inside(tree, named) * 100 >= prose.inside(tree, dense) * BODY_SHARE {
        named
    } else {
        dense
    }
}

/// Goes down from the page into the child that holds most of the prose, as
/// long as one does.
fn densest(tree: &Tree<'_>, prose: &Prose) -> usize {
    let mut at = 0;
    loop {
        let all = prose.inside(tree, at);
        let child = children(tree, at).max_by_key(|&id| (prose.inside(tree, id), usize::MAX - id));
        let Some(child) = child else { return at };
        let enough = prose.inside(tree, child) * 100 >= all * CHILD_SHARE;
        if !enough || is_paragraph(tree.node(child).tag) {
            return at;
        }
        at = child;
    }
}
