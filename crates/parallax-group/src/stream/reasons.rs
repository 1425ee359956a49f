//! Why an article is in its story.

use super::Stream;
use crate::{bundle::Bundle, judge::Judge, rarity::Rarity, signature::Signature, vector};
use parallax_model::Why;
use std::collections::BTreeMap;

/// Names and numbers given as shared.
const SHARED: usize = 5;

impl Stream {
    /// Says why each held article up to the number `end` is in its story, where that is asked for.
    pub(super) fn explain(&mut self, end: usize) {
        let Some(mut why) = self.why.take() else { return };
        why.resize(end, Why::default());
        let mut stories: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, strand) in self.strands.iter().enumerate() {
            stories.entry(strand.founder).or_default().push(at);
        }
        let base = self.settled.len();
        for strands in stories.values() {
            let strands = || strands.iter().map(|&strand| &self.strands[strand]);
            let mut past = Bundle::default();
            strands().filter_map(|strand| strand.past.as_ref()).for_each(|one| past.add(one));
            let held = strands().flat_map(|strand| &strand.members);
            let members: Vec<&Signature> =
                held.clone().map(|&member| &self.held[member - base]).collect();
            let reasons = reasons(&self.rarity, past, &members, 0..members.len());
            for (&member, reason) in held.zip(reasons).filter(|(member, _)| **member < end) {
                why[member] = reason;
            }
        }
        self.why = Some(why);
    }
}

impl Rarity {
    /// Why each of `members` is in the story that they are, in their order; nothing of one that
    /// stands alone. It is the same in whichever order they come.
    pub fn reasons(&self, members: &[&Signature]) -> Vec<Why> {
        reasons(self, Bundle::default(), members, 0..members.len())
    }

    /// The same of those `asked` for by their places alone.
    pub fn reasons_of(&self, members: &[&Signature], asked: &[usize]) -> Vec<Why> {
        reasons(self, Bundle::default(), members, asked.iter().copied())
    }
}

/// Why each of `members` that is asked for is in the story that they and what is in `past` are.
fn reasons(
    rarity: &Rarity,
    past: Bundle,
    members: &[&Signature],
    asked: impl Iterator<Item = usize>,
) -> Vec<Why> {
    let bundles: Vec<Bundle> = members.iter().map(|member| Bundle::of(member, rarity)).collect();
    // Sums of fractions depend on the order; that of ids is the same in every run.
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|&at| members[at].id);
    let mut whole = past;
    for &at in &order {
        whole.add(&bundles[at]);
    }
    if whole.size() < 2 {
        return asked.map(|_| Why::default()).collect();
    }
    let each = asked.filter_map(|at| Some((members.get(at)?, bundles.get(at)?)));
    each.map(|(member, own)| reason(rarity, member, own, &whole)).collect()
}

/// What an article has in common with the others of `story`.
fn reason(rarity: &Rarity, article: &Signature, own: &Bundle, story: &Bundle) -> Why {
    let others = story.without(own);
    let judge = Judge::for_run(rarity.articles());
    let mut shared = Vec::new();
    vector::shared(own.neutral().entries(), others.neutral().entries(), |term, both| {
        let spelled = article.spelled.iter().find(|(key, _)| *key == term);
        shared.extend(spelled.map(|(_, written)| (both, written)));
    });
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    Why {
        chance: judge.chance(own, &others) / 1000,
        traits: judge.traits(own, &others).told(),
        shared: shared.into_iter().take(SHARED).map(|(_, written)| written.to_string()).collect(),
    }
}
