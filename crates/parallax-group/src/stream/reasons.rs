//! Why an article is in its story.

use super::Stream;
use crate::{bundle::Bundle, judge::Judge, signature::Signature, vector};
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
        for strands in stories.values() {
            let mut whole = Bundle::default();
            for &strand in strands {
                whole.add(&self.strands[strand].bundle);
            }
            let members = strands.iter().flat_map(|&strand| &self.strands[strand].members);
            for &member in members.filter(|&&member| member < end && whole.size() > 1) {
                why[member] = self.reason(&self.held[member - self.settled.len()], &whole);
            }
        }
        self.why = Some(why);
    }

    /// What an article has in common with the others of `story`.
    fn reason(&self, article: &Signature, story: &Bundle) -> Why {
        let own = Bundle::of(article, &self.rarity);
        let others = story.without(&own);
        let judge = Judge::for_run(self.rarity.articles());
        let mut shared = Vec::new();
        vector::shared(own.neutral().entries(), others.neutral().entries(), |term, both| {
            let spelled = article.spelled.iter().find(|(key, _)| *key == term);
            shared.extend(spelled.map(|(_, written)| (both, written)));
        });
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        Why {
            chance: judge.chance(&own, &others) / 1000,
            traits: judge.traits(&own, &others).told(),
            shared: shared
                .into_iter()
                .take(SHARED)
                .map(|(_, written)| written.to_string())
                .collect(),
        }
    }
}
