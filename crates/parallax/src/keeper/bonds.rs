//! Articles that were one story when a capture of it was forgotten, and stay one.

use parallax_model::{ArticleId, StoryId};
use std::collections::BTreeMap;

/// Which articles stay together, and which of each story was met first.
#[derive(Debug, Default)]
pub(super) struct Bonds {
    of: BTreeMap<ArticleId, StoryId>,
    first: BTreeMap<StoryId, usize>,
}

impl Bonds {
    pub(super) fn of(bonds: Vec<(ArticleId, StoryId)>) -> Self {
        Self { of: bonds.into_iter().collect(), first: BTreeMap::new() }
    }

    /// Forgets what was met.
    pub(super) fn begin(&mut self) {
        self.first.clear();
    }

    /// The number of the article, met before, that one met as `number` stays together with.
    pub(super) fn first(&mut self, id: ArticleId, number: usize) -> Option<usize> {
        let story = *self.of.get(&id)?;
        let first = *self.first.entry(story).or_insert(number);
        (first < number).then_some(first)
    }
}
