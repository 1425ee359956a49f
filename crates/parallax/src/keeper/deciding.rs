//! What a person decided, applied to what grouping came to.

use parallax_archive::{ArticleRow, Decision, Taken};
use parallax_model::{ArticleId, Story, StoryId};
use std::collections::{BTreeMap, BTreeSet};

/// In which story each article is.
pub(super) struct Placed {
    /// For each article, in the order they were first met; none where its outlet is hidden.
    pub(super) stories: Vec<Option<StoryId>>,
    /// Names of stories that went into others.
    pub(super) aliases: BTreeMap<StoryId, StoryId>,
}

/// Applies decisions, in the order they were taken, to what grouping came to.
pub(super) fn decided(
    taken: &[Taken],
    rows: &[ArticleRow],
    stories: &[StoryId],
    aliases: &[(StoryId, StoryId)],
) -> Placed {
    let mut placed = Placed {
        stories: stories.iter().copied().map(Some).collect(),
        aliases: aliases.iter().copied().collect(),
    };
    let at: BTreeMap<ArticleId, usize> =
        rows.iter().enumerate().map(|(at, row)| (row.id, at)).collect();
    let mut hidden = BTreeSet::new();
    for Taken { decision, .. } in taken.iter().filter(|taken| taken.undone.is_none()) {
        match decision {
            Decision::Merge(into, from) => placed.merge(*into, *from),
            Decision::Split(articles) => {
                let mut places: Vec<usize> =
                    articles.iter().filter_map(|id| at.get(id).copied()).collect();
                places.sort_unstable();
                let Some(founder) = places.first().and_then(|&at| rows.get(at)) else { continue };
                placed.put(&places, Story::name(founder.id));
            }
            Decision::Move(article, into) => {
                let place: Vec<usize> = at.get(article).copied().into_iter().collect();
                let into = placed.now(*into);
                placed.put(&place, into);
            }
            Decision::Hide(outlet) => {
                hidden.insert(outlet.to_lowercase());
            }
            Decision::Show(..) | Decision::Star(_) | Decision::Note(..) | Decision::Undo(_) => (),
        }
    }
    for (row, story) in rows.iter().zip(&mut placed.stories) {
        if row.outlet.as_ref().is_some_and(|name| hidden.contains(&name.to_lowercase())) {
            *story = None;
        }
    }
    placed
}

impl Placed {
    /// The name that a story goes by now.
    fn now(&self, mut story: StoryId) -> StoryId {
        let mut seen = BTreeSet::new();
        while let Some(next) = self.aliases.get(&story).filter(|_| seen.insert(story)) {
            story = *next;
        }
        story
    }

    fn merge(&mut self, into: StoryId, from: StoryId) {
        let (into, from) = (self.now(into), self.now(from));
        if into == from || !self.stories.contains(&Some(into)) {
            return;
        }
        for story in self.stories.iter_mut().filter(|story| **story == Some(from)) {
            *story = Some(into);
        }
        self.aliases.insert(from, into);
    }

    fn put(&mut self, places: &[usize], into: StoryId) {
        for &place in places {
            if let Some(story) = self.stories.get_mut(place) {
                *story = Some(into);
            }
        }
        // A story that has articles again goes by its own name.
        self.aliases.remove(&into);
    }
}
