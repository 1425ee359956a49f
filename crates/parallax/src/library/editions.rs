//! Stories that were read lately.

use parallax_model::{Digest, Edition, StoryId};
use std::sync::Arc;

/// Articles of stories that are kept in memory.
const ARTICLES: usize = 2_000;

/// Stories that were read lately, the latest last.
#[derive(Default)]
pub(super) struct Editions {
    held: Vec<(Key, Arc<Edition>)>,
}

/// A story, what it was told from, and the state in which it was tied to others, or in which and
/// as of when it is told as it stood.
type Key = (StoryId, Option<Digest>, String);

impl Editions {
    pub(super) fn find(
        &mut self,
        id: StoryId,
        made_of: Option<Digest>,
        state: &str,
    ) -> Option<Arc<Edition>> {
        let at = self.held.iter().position(|((own, made, seen), _)| {
            (*own, *made, seen.as_str()) == (id, made_of, state)
        })?;
        let found = self.held.remove(at);
        let edition = Arc::clone(&found.1);
        self.held.push(found);
        Some(edition)
    }

    pub(super) fn keep(
        &mut self,
        id: StoryId,
        made_of: Option<Digest>,
        state: &str,
        edition: &Arc<Edition>,
    ) {
        self.held
            .retain(|((own, made, seen), _)| (*own, *made, seen.as_str()) != (id, made_of, state));
        self.held.push(((id, made_of, state.to_owned()), Arc::clone(edition)));
        let articles = |held: &[(Key, Arc<Edition>)]| {
            held.iter().map(|(_, edition)| edition.articles.len()).sum::<usize>()
        };
        while self.held.len() > 1 && articles(&self.held) > ARTICLES {
            self.held.remove(0);
        }
    }
}
