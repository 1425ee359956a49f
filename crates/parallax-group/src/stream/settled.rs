//! What a stream came to.

use parallax_model::{ArticleId, Story, StoryId, Why};
use std::collections::BTreeMap;

/// The story of every article of a stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    stories: Vec<StoryId>,
    founders: Vec<usize>,
    aliases: Vec<(StoryId, StoryId)>,
    why: Vec<Why>,
}

impl Settled {
    pub(super) fn new(
        ids: &[ArticleId],
        mut founders: Vec<usize>,
        aliases: &BTreeMap<usize, usize>,
        why: Vec<Why>,
    ) -> Self {
        let last = |mut founder: usize| {
            // An alias leads to an older founder, so this comes to an end.
            while let Some(&older) = aliases.get(&founder).filter(|&&older| older < founder) {
                founder = older;
            }
            founder
        };
        for founder in &mut founders {
            *founder = last(*founder);
        }
        let name = |founder: usize| Story::name(ids[founder]);
        let stories = founders.iter().map(|&founder| name(founder)).collect();
        let aliases = aliases.keys().map(|&old| (name(old), name(last(old)))).collect();
        Self { stories, founders, aliases, why }
    }

    /// The story of each article, in the order they were admitted.
    pub fn stories(&self) -> &[StoryId] {
        &self.stories
    }

    /// For each article the one, by order of admission, that founded its story.
    pub fn founders(&self) -> &[usize] {
        &self.founders
    }

    /// Names of stories that went into others, each with the name that holds now.
    pub fn aliases(&self) -> &[(StoryId, StoryId)] {
        &self.aliases
    }

    /// For each article, what put it beside the others of its story; nothing where
    /// the stream was not asked to say.
    pub fn why(&self) -> &[Why] {
        &self.why
    }
}
